"""What people and programs write into cells: numbers, dates, yes and no, lists, paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ..domain.errors import InvalidValueError
from ..domain.imports import ImportDateError

if TYPE_CHECKING:
    from collections.abc import Iterable

_YES: Final = frozenset(
    ("true", "t", "1", "yes", "y", "x", "ja", "j", "wahr", "si", "sí", "sì", "verdadero", "vero", "oui", "o", "vrai")
)
_NO: Final = frozenset(
    ("false", "f", "0", "no", "n", "-", "nein", "falsch", "falso", "non", "faux", "nee", "onwaar", "nicht")
)
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_OTHER: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[T ].*)?")
_MONEY: Final = re.compile(r"[\d.,'\u2019\s\u00a0\u202f+-]+")
_CENTURY: Final = 100
_PIVOT: Final = 70
_EARLIEST: Final = 1800
_LATEST: Final = 2200
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Dialect:
    """How values are written in one file."""

    comma_decimals: bool = False
    month_first: bool = False


def read_number(field: str, text: str, dialect: Dialect) -> str:
    """Return a number as Python writes it: "$1,234.50", "1.234,50 €" and "1'234.5" are all understood."""
    found = _MONEY.search(text)
    if found is None or re.search(r"\d", text) is None:
        raise InvalidValueError(field, "number expected")
    around = text[: found.start()] + text[found.end() :]
    if re.search(r"\d", around):
        raise InvalidValueError(field, "number expected")
    number = re.sub(r"[\s\u00a0\u202f'\u2019]", "", found.group())
    last_comma, last_point = number.rfind(","), number.rfind(".")
    if last_comma > last_point >= 0:
        return number.replace(".", "").replace(",", ".")
    if last_comma < 0:
        return number.replace(".", "") if number.count(".") > 1 else number
    if last_point >= 0 or number.count(",") > 1:
        return number.replace(",", "")
    is_thousands = len(number) - last_comma == 4 and not dialect.comma_decimals  # noqa: PLR2004 - three digits after it
    return number.replace(",", "" if is_thousands else ".")


def read_day(field: str, text: str, dialect: Dialect) -> date | None:
    """Return a date; None for the zero of Go, which means that there is none. Raises ImportDateError."""
    if text.startswith("0001-01-01"):
        return None
    if (found := _ISO.fullmatch(text)) is not None:
        year, month, day = map(int, found.groups())
    elif (found := _OTHER.fullmatch(text)) is not None:
        first, second, year = map(int, found.groups())
        month, day = (first, second) if dialect.month_first else (second, first)
        if month > _MONTHS >= day:
            month, day = day, month
        if len(found.group(3)) == 2:  # noqa: PLR2004 - two digits of a year
            year += 1900 if year >= _PIVOT else 2000
    else:
        raise ImportDateError(field=field, value=text[:50])
    try:
        read = date(year, month, day)
    except ValueError:
        raise ImportDateError(field=field, value=text[:50]) from None
    if not _EARLIEST <= read.year <= _LATEST:  # 09/30/0202 is a slip of the finger
        raise ImportDateError(field=field, value=text[:50])
    return read


def has_month_first(texts: Iterable[str], *, usually: bool) -> bool:
    """Return whether dates with slashes begin with the month: one that can be only one way says it for all."""
    for text in texts:
        if (found := _OTHER.fullmatch(text)) is None:
            continue
        if "." in text:
            return False
        if int(found.group(1)) > _MONTHS:
            return False
        if int(found.group(2)) > _MONTHS:
            return True
    return usually


def read_flag(field: str, text: str) -> bool:
    """Return yes or no, in six languages."""
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise InvalidValueError(field, "yes or no expected")


def split_list(text: str, separators: str) -> tuple[str, ...]:
    """Return the words of a list, each once; the first of the separators that occurs in it is the one."""
    used = next((separator for separator in separators if separator in text), separators[0])
    return tuple(dict.fromkeys(word for part in text.split(used) if (word := " ".join(part.split()))))


def split_path(text: str, separators: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a path, outermost first; the first of the separators that occurs in it is the one."""
    used = next((separator for separator in separators if separator in text), None)
    parts = [text] if used is None else text.split(used)
    return tuple(name for part in parts if (name := " ".join(part.split())))
