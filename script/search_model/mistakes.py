"""Makes the typing mistakes that people make."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

_SHORTEST: Final = 4
"""Letters of a word that gets a mistake: shorter ones become other words."""


def mistyped(text: str, dice: random.Random) -> str:
    """Return a text with one mistake in one of its words; unchanged when that word is short."""
    words = text.lower().split()
    place = dice.randrange(len(words)) if words else 0
    if words and len(words[place]) >= _SHORTEST:
        words[place] = _mistake(words[place], dice)
    return " ".join(words)


def _mistake(word: str, dice: random.Random) -> str:
    """Leave out, swap, double, replace or add a letter, never the first: that is seldom wrong."""
    place = dice.randrange(1, len(word))
    head, letter, tail = word[:place], word[place], word[place + 1 :]
    match dice.randrange(5):
        case 0:
            return head + tail
        case 1:
            return head + tail[:1] + letter + tail[1:]
        case 2:
            return head + letter + letter + tail
        case 3:
            return head + dice.choice(ascii_lowercase) + tail
        case _:
            return head + dice.choice(ascii_lowercase) + letter + tail
