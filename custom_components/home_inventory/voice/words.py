"""From what somebody said to the names and numbers in it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from ..search.words import STOP_WORDS, words
from .languages import LANGUAGES

if TYPE_CHECKING:
    from .language import Language

_PUNCTUATION: Final = " \t\n.,;:!?¿¡\"'„“”«»"
_NUMBERS: Final = {word: number for language in LANGUAGES.values() for word, number in language.numbers.items()}
_LINKS: Final = frozenset(word for language in LANGUAGES.values() for word in language.prepositions)
_ARTICLES: Final = frozenset(("dem", "des", "einem", "einer", "s"))
_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)?")
_SPELLED: Final = re.compile(r"[A-Z]{4}|[A-Za-z](?:[ .-]+[A-Za-z]){3}\.?")
_TENS: Final = range(20, 100, 10)
_BELOW_TEN: Final = range(1, 10)


def strip_name(text: str, language: Language) -> str:
    """Return a name without the articles, possessives and fillers around it."""
    return _strip(text, language)[1]


def take_quantity(text: str, language: Language) -> tuple[Decimal | None, str, bool]:
    """Split "two light bulbs" into the quantity and the name, and say whether a number leads.

    An article counts as one but is no number; without either the quantity is None.
    """
    parts = text.strip(_PUNCTUATION).split()
    leading: list[str] = []
    while parts and name_key(parts[0]) in language.leading:
        leading.append(name_key(parts.pop(0)))
    quantity, used = _number(parts, language)
    if quantity is not None and len(parts) > used:
        return quantity, strip_name(" ".join(parts[used:]), language), True
    one = Decimal(1) if leading and leading[-1] in language.ones else None
    return one, strip_name(" ".join(parts), language), False


def take_unit(text: str, language: Language) -> tuple[str | None, str]:
    """Split "box of screws" into the unit and the name; None without a unit."""
    first, _, rest = text.partition(" ")
    unit = language.units.get(name_key(first))
    if language.unit_of:
        link, _, rest = rest.partition(" ")
        unit = unit if link.casefold() == language.unit_of else None
    return (unit, strip_name(rest, language)) if unit and rest else (None, text)


def take_origin(text: str, language: Language) -> tuple[str, str | None]:
    """Split "two batteries from the kitchen" into the things and where they are taken from."""
    parts = text.split()
    for position in range(len(parts) - 2, 0, -1):
        if name_key(parts[position]) in language.origins:
            return " ".join(parts[:position]), strip_name(" ".join(parts[position + 1 :]), language)
    return text, None


def splits(text: str, language: Language) -> list[tuple[str, str]]:
    """Return every way to split "the drill in the red box in the garage" into a thing and a place, longest place first."""
    parts = text.strip(_PUNCTUATION).split()
    return [
        (" ".join(parts[:position]), " ".join(parts[position + 1 :]))
        for position in range(1, len(parts) - 1)
        if name_key(parts[position]) in language.prepositions
    ]


def key_words(text: str) -> tuple[str, ...]:
    """Return the words of a name that count when names are compared: folded, numbers as digits, no articles."""
    found = list(words(text))
    bare = [word for word in found if word not in STOP_WORDS and word not in _LINKS and word not in _ARTICLES]
    return tuple(str(_NUMBERS.get(word, word)) for word in bare or found)


def spelled_code(text: str) -> str | None:
    """Return the code of an item that somebody spelled ("B X K Q"), if it looks like one.

    Four letters in one word are no code unless they are capitals: most are somebody's name or a thing.
    """
    bare = text.strip(_PUNCTUATION)
    return re.sub(r"[^A-Za-z]", "", bare).upper() if _SPELLED.fullmatch(bare) else None


def capitalized(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _strip(text: str, language: Language) -> tuple[list[str], str]:
    """Return the words that were taken away in front, and the name."""
    parts = text.strip(_PUNCTUATION).split()
    leading: list[str] = []
    while len(parts) > 1 and name_key(parts[0]) in language.leading:
        leading.append(name_key(parts.pop(0)))
    while len(parts) > 1 and name_key(parts[-1].strip(_PUNCTUATION)) in language.trailing:
        parts.pop()
    return leading, " ".join(parts).strip(_PUNCTUATION)


def _number(parts: list[str], language: Language) -> tuple[Decimal | None, int]:
    """Return the number at the beginning, and how many words it takes."""
    if not parts:
        return None, 0
    first = name_key(parts[0])
    if _NUMERAL.fullmatch(first):
        return Decimal(first.replace(",", ".")), 1
    tens, _, ones = first.partition("-")
    number = language.numbers.get(tens)
    if number is None:
        return None, 0
    more = language.numbers.get(ones or (name_key(parts[1]) if len(parts) > 1 else ""), 0)
    if number in _TENS and more in _BELOW_TEN:
        return Decimal(number + more), 1 if ones else 2
    return Decimal(number), 1
