"""Reading what somebody typed: each kind of value has one reader that returns it clean or says what is wrong."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Protocol

from .errors import InvalidValueError, RequiredValueError, ValueOutOfRangeError, ValueTooLongError
from .quantities import QUANTITY_DIGITS, QUANTITY_LIMIT
from .text import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from .models import Json

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Reader(Protocol):
    """Turns a raw value into a clean one, or raises an InventoryError that names the field."""

    def read(self, field: str, raw: object) -> object:
        """Return the clean value."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text without control characters or blanks around it; an empty one is None."""

    limit: int
    multiline: bool = False

    def read(self, field: str, raw: object) -> str | None:
        """Return the text; numbers are taken as text, as YAML gives them for "2024"."""
        if isinstance(raw, bool) or not isinstance(raw, str | int | float):
            raise InvalidValueError(field, "text expected")
        try:
            text = str(raw).strip()
        except ValueError:  # Python does not write out numbers of thousands of digits
            raise ValueTooLongError(field=field, limit=self.limit) from None
        if len(text) > self.limit:
            raise ValueTooLongError(field=field, limit=self.limit)
        if _CONTROL.search(text):
            raise InvalidValueError(field, "control characters are not allowed")
        if not self.multiline:
            text = " ".join(text.split())
        return text or None


@dataclass(frozen=True, slots=True)
class Url:
    """A web address."""

    limit: int = 2048

    def read(self, field: str, raw: object) -> str | None:
        """Return the address; only http and https, since it becomes a link in the panel."""
        text = Text(self.limit).read(field, raw)
        if text is not None and not re.match(r"https?://[^\s/]+", text, re.IGNORECASE):
            raise InvalidValueError(field, "an address that starts with http:// or https:// expected")
        return text


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number."""

    minimum: Decimal
    maximum: Decimal
    digits: int

    def read(self, field: str, raw: object) -> Decimal:
        """Return the number, refusing more digits than are kept."""
        if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal):
            raise InvalidValueError(field, "number expected")
        try:
            number = Decimal(raw if isinstance(raw, int) else str(raw).strip())
        except InvalidOperation:
            raise InvalidValueError(field, "number expected") from None
        if not number.is_finite():
            raise InvalidValueError(field, "number expected")
        if not self.minimum <= number <= self.maximum:
            raise ValueOutOfRangeError(field=field, minimum=self.minimum, maximum=self.maximum)
        rounded = round(number, self.digits)
        if rounded != number:
            raise InvalidValueError(field, f"at most {self.digits} digits after the point")
        return rounded.normalize() + 0  # 100, neither 100.000 nor 1E+2


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    minimum: int
    maximum: int

    def read(self, field: str, raw: object) -> int:
        """Return the number."""
        return int(Number(Decimal(self.minimum), Decimal(self.maximum), 0).read(field, raw))


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""

    def read(self, field: str, raw: object) -> date:
        """Return the date."""
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        try:
            return date.fromisoformat(raw.strip())  # type: ignore[attr-defined]
        except AttributeError, TypeError, ValueError:
            raise InvalidValueError(field, "date as YYYY-MM-DD expected") from None


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def read(self, field: str, raw: object) -> bool:
        """Return the flag."""
        if not isinstance(raw, bool):
            raise InvalidValueError(field, "true or false expected")
        return raw


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: type[StrEnum]

    def read(self, field: str, raw: object) -> StrEnum:
        """Return the word."""
        try:
            return self.words(str(raw))
        except ValueError, TypeError:
            raise InvalidValueError(field, f"one of {', '.join(self.words)} expected") from None


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of different texts; a single one may come without the list."""

    limit: int
    most: int

    def read(self, field: str, raw: object) -> tuple[str, ...]:
        """Return the texts in order, each once."""
        values = [raw] if isinstance(raw, str) else raw
        if not isinstance(values, list | tuple):
            raise InvalidValueError(field, "list of texts expected")
        if len(values) > self.most:
            raise ValueTooLongError(field=field, limit=self.most)
        texts = (Text(self.limit).read(field, value) for value in values)
        return tuple(dict.fromkeys(text for text in texts if text is not None))


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names, none of them twice however it is written; a single one may come without the list."""

    limit: int
    most: int

    def read(self, field: str, raw: object) -> tuple[str, ...]:
        """Return the names in order; of two spellings of one name the first stays."""
        names: dict[str, str] = {}
        for name in Texts(self.limit, self.most).read(field, raw):
            names.setdefault(name_key(name), name)
        return tuple(names.values())


@dataclass(frozen=True, slots=True)
class Choices:
    """Some of a few words; a single one may come without the list."""

    words: type[StrEnum]

    def read(self, field: str, raw: object) -> tuple[StrEnum, ...]:
        """Return the words in order, each once."""
        texts = Texts(50, 20).read(field, raw)
        return tuple(Choice(self.words).read(field, text) for text in texts)


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code."""

    def read(self, field: str, raw: object) -> str | None:
        """Return the code in capitals."""
        text = Text(3).read(field, raw)
        if text is not None and not re.fullmatch(r"[A-Za-z]{3}", text):
            raise InvalidValueError(field, "three letters as in EUR expected")
        return text and text.upper()


@dataclass(frozen=True, slots=True)
class Custom:
    """Fields of the household's own: names with a text, number or flag each."""

    most: int = 50
    limit: int = 1000

    def read(self, field: str, raw: object) -> dict[str, Json]:
        """Return the fields."""
        if not isinstance(raw, dict):
            raise InvalidValueError(field, "names and values expected")
        if len(raw) > self.most:
            raise ValueTooLongError(field=field, limit=self.most)
        read: dict[str, Json] = {}
        for name, value in raw.items():
            key = Text(100).read(field, name)
            if key is None:
                raise InvalidValueError(field, "a name is empty")
            named = f"{field}.{key[:40]}"
            if isinstance(value, float) and not math.isfinite(value):
                raise InvalidValueError(named, "number expected")
            is_plain = isinstance(value, bool) or (isinstance(value, int | float) and abs(value) < QUANTITY_LIMIT)
            read[key] = value if is_plain else Text(self.limit, multiline=True).read(named, value)
        return read


REFERENCE = Text(1000)
NAME = Text(255)
QUANTITY = Number(Decimal(0), QUANTITY_LIMIT, QUANTITY_DIGITS)
QUANTITY_CHANGE = Number(-QUANTITY_LIMIT, QUANTITY_LIMIT, QUANTITY_DIGITS)
MONEY = Number(Decimal(0), Decimal(1_000_000_000), 2)

ITEM_DETAILS: Mapping[str, Reader] = {
    "aliases": Names(255, 20),
    "description": Text(4000, multiline=True),
    "unit": Text(32),
    "manufacturer": Text(255),
    "model": Text(255),
    "serial_number": Text(255),
    "barcodes": Texts(64, 20),
    "purchase_date": Day(),
    "purchase_price": MONEY,
    "currency": Currency(),
    "vendor": Text(255),
    "vendor_url": Url(),
    "warranty_until": Day(),
    "lifetime_warranty": Flag(),
    "warranty_notes": Text(4000, multiline=True),
    "minimum_quantity": QUANTITY,
    "notes": Text(20_000, multiline=True),
    "custom": Custom(),
}
"""The fields that are kept with an item as they are. A new field starts here: docs/adding-a-field.md."""

EMPTY: Mapping[str, object] = {
    "aliases": (),
    "barcodes": (),
    "categories": (),
    "labels": (),
    "custom": {},
    "lifetime_warranty": False,
}
"""What null means for the fields that are never None."""


def read_fields(readers: Mapping[str, Reader], raw: Mapping[str, object], *required: str) -> dict[str, object]:
    """Return the given fields, clean; null empties a field.

    Raises an InventoryError for the first field that is unknown, missing or wrong.
    """
    for name in raw:
        if name not in readers:
            raise InvalidValueError(str(name)[:100], "there is no such field")
    read = {
        name: EMPTY.get(name) if raw[name] is None else reader.read(name, raw[name])
        for name, reader in readers.items()
        if name in raw
    }
    for name in required:
        if read.get(name) is None:
            raise RequiredValueError(field=name)
    return read
