"""From texts to the words that the table, the dictionaries and the glossary know."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return a text without capitals and accents, as the integration's own `name_key` does."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of a text in their order, without punctuation."""
    return _WORD.findall(fold(text))


def phrase(text: str) -> str:
    """Return the folded words of a text with one space between them."""
    return " ".join(words(text))
