"""From texts to the numbers of the word pieces that stand for them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from .texts import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .texts import Texts

_WORD: Final = re.compile(r"[^\W_]+")
_LIGATURES: Final = str.maketrans({"\u0153": "oe", "\u00e6": "ae", "\u00f8": "o", "\u0142": "l"})
"""Letters that Unicode does not take apart, but people do."""
INNER: Final = "##"
"""What the name of a piece begins with that is never the beginning of a word."""
_LONGEST_WORD: Final = 40
_LONGEST_PHRASE: Final = 3
_SHORTEST_WORD: Final = 3


def fold(text: str) -> str:
    """Return a text as the table of embeddings and the dictionaries write it: small letters without accents."""
    folded = name_key(text)
    return folded if folded.isascii() else folded.translate(_LIGATURES)


def split_words(text: str) -> list[str]:
    """Return the words of a text, folded; a word is a run of letters and digits."""
    return [*_words_of(text)]


@lru_cache(maxsize=16)
def _words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text: for its meaning, its language and what is known of it, it is split three times in a row."""
    return tuple(_WORD.findall(fold(text)))


class WordPieces:
    """The names of the rows of a table: word pieces first, then whole words and phrases of up to three words."""

    def __init__(self, names: Sequence[str] | Texts, pieces: int) -> None:
        """Give each name the number of its row; the first `pieces` names are word pieces."""
        self._pieces = {names[row]: row for row in range(pieces)}
        self._first = pieces
        self._words = Numbered(names[row] for row in range(pieces, len(names)))
        self._openings = {name.partition(" ")[0] for name in self._words if " " in name}

    def __contains__(self, word: str) -> bool:
        """Return whether a word has a row of its own; what two letters mean is anybody's guess."""
        if word in self._words:
            return True
        return len(word) >= _SHORTEST_WORD and word in self._pieces and not word.startswith(INNER)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Yield the whole words (no phrases, no inner pieces) with their rows."""
        for name, row in chain(self._pieces.items(), zip(self._words, count(self._first))):
            if " " not in name and not name.startswith(INNER):
                yield name, row

    def phrase(self, words: Sequence[str], start: int) -> tuple[int, int] | None:
        """Return the row of the longest phrase that begins at a word, and how many words it takes."""
        if words[start] not in self._openings:
            return None
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 1, -1):
            if (number := self._words.get(" ".join(words[start : start + length]))) is not None:
                return self._first + number, length
        return None

    def split(self, word: str) -> tuple[int, ...]:
        """Return the rows of a word: its own, or those of the longest pieces from left to right.

        Empty if a letter has no piece, as in scripts that the table does not know.
        """
        if (number := self._words.get(word)) is not None:
            return (self._first + number,)
        word, rows, start = word[:_LONGEST_WORD], [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                part = word[start:end]
                row = self._pieces.get(INNER + part if start else part)
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return ()
        return tuple(rows)
