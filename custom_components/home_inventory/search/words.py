"""From texts to the words that are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_ENDINGS: Final = ("ies", "es", "en", "s", "n", "e")
_SHORTEST_STEM: Final = 3

STOP_WORDS: Final = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "my",
            "our",
            "your",
            "of",
            "for",
            "with",
            "and",
            "or",
            "in",
            "on",
            "at",
            "to",
            "is",
            "are",
        ),
        *(
            "der",
            "die",
            "das",
            "den",
            "dem",
            "ein",
            "eine",
            "einen",
            "mein",
            "meine",
            "meinen",
            "unser",
            "unsere",
        ),
        *("und", "oder", "mit", "fur", "im", "ist", "sind", "von", "zum", "zur"),
    )
)
"""Words that say nothing about a thing; they count only when a question has no others."""


def words(text: str) -> Iterator[str]:
    """Return the words of a text, folded: no capitals, no accents."""
    return (match[0] for match in _WORD.finditer(name_key(text)))


def stem(word: str) -> str:
    """Return a word without a plural ending of English or German: "drills", "batteries" and "lampen" lose theirs."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def trigrams(word: str) -> set[str]:
    """Return the groups of three letters of a word, its edges marked."""
    marked = f"^{word}$"
    return {marked[start : start + 3] for start in range(len(marked) - 2)}


def edits(left: str, right: str, most: int) -> int:
    """Return how many letters are wrong, missing, added or swapped with their neighbour; `most` + 1 if more.

    Optimal string alignment distance, given up as soon as a row exceeds the limit.
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]
