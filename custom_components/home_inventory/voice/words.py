"""From what somebody said to the names and numbers in it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from ..search.text import tokens
from .language import word_set
from .languages import LANGUAGES

if TYPE_CHECKING:
    from .language import Language

_PUNCTUATION: Final = " \t\n.,;:!?¿¡\"'„“”«»"
_NUMBERS: Final = {word: number for language in LANGUAGES.values() for word, number in language.numbers.items()}
_LINKS: Final = frozenset(
    word for language in LANGUAGES.values() for word in (*language.prepositions, *language.bare_stop_words)
)
_STOP_WORDS: Final = word_set(
    """a an the my our your of for with and or in on at to is are
    der die das den dem des ein eine einen einem einer mein meine meinen unser unsere und oder mit fur im ist sind von zum zur
    s"""
)
"""Words of names that say nothing about a thing, besides those that a language lists itself."""
_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)?")
_ENYE: Final = re.compile("ñ|n\u0303", re.IGNORECASE)
_SPELLED: Final = re.compile(r"[A-Z]{4}|[A-Za-z](?:[ .-]+[A-Za-z]){3}\.?")
_TENS: Final = range(20, 100, 10)
_BELOW_TEN: Final = range(1, 10)
_BETWEEN_NUMBERS: Final = frozenset(("and", "y", "et", "e"))


def strip_name(text: str, language: Language) -> str:
    """Return a name without the articles, possessives and fillers around it."""
    return _strip(text, language)[1]


def as_written(name: str, language: Language) -> str:
    """Return a name with what is spoken otherwise as it is written: "double a batteries" as "aa batteries"."""
    key = f" {name_key(name)} "
    for spoken, written in language.said_as.items():
        if f" {spoken} " in key:
            name = key = key.replace(f" {spoken} ", f" {written} ")
    return name.strip()


def take_quantity(text: str, language: Language) -> tuple[Decimal | None, str, bool]:
    """Split "two light bulbs" into the quantity and the name, and say whether a number leads.

    An article counts as one but is no number; without either the quantity is None.
    """
    parts = _parts(text, language)
    leading: list[str] = []
    while parts and name_key(parts[0]) in language.leading:
        leading.append(name_key(parts.pop(0)))
    quantity, used = _number(parts, language)
    if quantity is not None and len(parts) > used:
        return quantity, strip_name(_joined(parts[used:]), language), True
    one = Decimal(1) if any(word in language.ones for word in leading) else None
    return one, strip_name(_joined(parts), language), False


def take_unit(text: str, language: Language) -> tuple[str | None, str]:
    """Split "box of screws" into the unit and the name; None without a unit."""
    first, *rest = _parts(text, language) or [""]
    unit = language.units.get(name_key(first))
    if unit and language.unit_of:
        unit = unit if len(rest) > 1 and name_key(rest[0]) in language.unit_of else None
        rest = rest[1:]
    return (unit, strip_name(_joined(rest), language)) if unit and rest else (None, text)


def take_origins(text: str, language: Language) -> list[tuple[str, str]]:
    """Return every way to split "two batteries from the kitchen" into the things and where they are taken from."""
    parts = _parts(text, language)
    return [
        (_joined(parts[:position]), strip_name(_joined(parts[position + 1 :]), language))
        for position in range(len(parts) - 2, 0, -1)
        if name_key(parts[position]) in language.origins
    ]


def splits(text: str, language: Language) -> list[tuple[str, str]]:
    """Return every way to split "the drill in the red box in the garage" into a thing and a place, longest place first."""
    parts = _parts(text, language)
    return [
        (_joined(parts[:position]), _joined(parts[position + 1 :]))
        for position in range(1, len(parts) - 1)
        if name_key(parts[position]) in language.prepositions
    ]


def key_words(text: str) -> tuple[str, ...]:
    """Return the words of a name that count when names are compared: folded, numbers as digits, no articles.

    "ñ" is a letter of its own, as it is spoken: without its tilde, "piña" would be a slip of the tongue for "pila".
    """
    found = tokens(_ENYE.sub("ny", text))
    bare = [word for word in found if word not in _STOP_WORDS and word not in _LINKS]
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


def _parts(text: str, language: Language) -> list[str]:
    """Return the words of a text; what is written together with an article or preposition is taken apart."""
    parts: list[str] = []
    for part in text.replace("\u2019", "'").strip(_PUNCTUATION).split():
        start = next((start for start in language.elided if part.casefold().startswith(start)), "")
        parts.extend((part[: len(start)], part[len(start) :]) if start and len(part) > len(start) else (part,))
    return parts


def _joined(parts: list[str]) -> str:
    """Return words as one text again."""
    return " ".join(parts).replace("' ", "'")


def _strip(text: str, language: Language) -> tuple[list[str], str]:
    """Return the words that were taken away in front, and the name."""
    parts = _parts(text, language)
    leading: list[str] = []
    while len(parts) > 1 and name_key(parts[0]) in language.leading:
        leading.append(name_key(parts.pop(0)))
    while len(parts) > 1 and name_key(parts[-1].strip(_PUNCTUATION)) in language.trailing:
        parts.pop()
    return leading, _joined(parts).strip(_PUNCTUATION)


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
    words = [name_key(word) for word in parts[1:3]]
    is_linked = len(words) > 1 and words[0] in _BETWEEN_NUMBERS
    more = language.numbers.get(ones or (words[is_linked] if words else ""), 0)
    if number in _TENS and more in _BELOW_TEN:
        return Decimal(number + more), 1 if ones else 2 + is_linked
    return Decimal(number), 1
