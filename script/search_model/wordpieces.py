"""Splits texts into the rows of a table: whole words that it knows, else the pieces that a word is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .text import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST: Final = 40
"""Letters of a word that are looked at: longer ones are no words."""


class Tokenizer:
    """Finds row numbers for texts.

    `names` are the names of all rows. The first `pieces` of them are word pieces, those that go on
    within a word marked with "##"; the rest are whole words.
    """

    def __init__(self, names: Sequence[str], pieces: int) -> None:
        self._pieces: Mapping[str, int] = {name: row for row, name in enumerate(names[:pieces])}
        self._whole: Mapping[str, int] = {name: row for row, name in enumerate(names[pieces:], pieces)}
        self._known: dict[str, tuple[int, ...]] = {}

    def rows(self, text: str) -> list[int]:
        """Return the rows of the words of a text."""
        return [row for word in words(text) for row in self._word(word)]

    def pieces(self, text: str) -> list[int]:
        """Return the rows of a text as if no whole word were known."""
        return [row for word in words(text) for row in self._split(word)]

    def is_whole(self, word: str) -> bool:
        """Whether a folded word has a row of its own."""
        return word in self._whole or word in self._pieces

    def _word(self, word: str) -> tuple[int, ...]:
        rows = self._known.get(word)
        if rows is None:
            whole = self._whole.get(word)
            rows = self._known[word] = self._split(word) if whole is None else (whole,)
        return rows

    def _split(self, word: str) -> tuple[int, ...]:
        """Take the longest piece again and again; a word with an unknown letter has no rows."""
        word, found = word[:_LONGEST], []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                row = self._pieces.get(mark + word[start:end])
                if row is not None:
                    found.append(row)
                    start = end
                    break
            else:
                return ()
        return tuple(found)
