"""What the index is told of something that can be found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .text import fold

MARK: Final = "@"
"""Terms that begin so are no words: ids of places, categories and labels, and what kind of thing it is."""
ALIAS_WORTH: Final = 0.95
"""What a word of another name counts beside one of the name: of two things, the one that is called so comes first."""
_APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A thing, a place or whatever else can be found."""

    id: str
    name: str
    """Its words count most."""
    aliases: tuple[str, ...] = ()
    """Other names, whose words count nearly as much."""
    texts: tuple[tuple[str, float], ...] = ()
    """Other texts, with how much their words count beside those of the name."""
    keys: tuple[str, ...] = ()
    """What it is known by exactly: label code, serial number, barcodes."""
    marks: tuple[tuple[str, float], ...] = ()
    """Terms that are no words, with how much they count where a question names what they stand for."""
    meaning: str = ""
    """The text that its meaning is taken from."""


def key_of(text: str) -> str:
    """Return a code or number as keys are compared: letters and digits alone, folded."""
    return _APART.sub("", fold(text))


def alias_key(text: str) -> str:
    """Return the key of another name, which no code and no number has."""
    return f"={key_of(text)}"
