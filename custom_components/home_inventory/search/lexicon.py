"""The closest word of a long list for one that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from .spelling import edits
from .texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_LETTER_BITS: Final = 5
_TRIGRAMS: Final = 1 << (3 * _LETTER_BITS)
_PADDING: Final = 3
"""Blanks that go with each word: two before it and one behind it."""
_SHORTEST: Final = 4
_LONGEST: Final = 60
_LETTERS_PER_TYPO: Final = 4
"""At most one letter in four may be wrong: with more, chance hits outnumber the meant ones."""
_MOST_TYPOS: Final = 2
_MOST_CANDIDATES: Final = 30
_SAME_BEGINNING: Final = 0.3
"""What it is worth, in edits, that the first letter is right: people rarely get it wrong."""
_ALIKE: Final = 0.2


class Lexicon:
    """Words by the groups of three letters in them. Made in a thread: 150,000 words take about a tenth of a second."""

    def __init__(self, words: Sequence[str], preference: Sequence[float]) -> None:
        """Index the words of four and more plain letters.

        `preference` says for each word what it is worth, in edits, that it is likelier than others.
        """
        fit = [
            row
            for row, word in enumerate(words)
            if _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()
        ]
        self._words = Texts(words[row] for row in fit)
        self._preference = np.array([preference[row] for row in fit], np.float32)
        self._lengths = np.fromiter((len(words[row]) for row in fit), np.uint8, len(fit))
        trigrams, owners = _trigrams_of([words[row] for row in fit], self._lengths)
        order = np.argsort(trigrams, kind="stable")
        self._owners = owners[order]
        self._starts = np.searchsorted(trigrams[order], np.arange(_TRIGRAMS + 1))

    def closest(self, word: str) -> str | None:
        """Return the likeliest word that one folded word is a misspelling of, None if none is close. Not on the loop."""
        most = min(len(word) // _LETTERS_PER_TYPO, _MOST_TYPOS)
        if not most or len(word) > _LONGEST or not len(self._words) or not (word.isascii() and word.isalpha()):
            return None
        trigrams, _ = _trigrams_of([word], np.array([len(word)], np.uint8))
        found = [self._owners[self._starts[code] : self._starts[code + 1]] for code in np.unique(trigrams)]
        shared = np.bincount(np.concatenate(found), minlength=len(self._words))
        alike = shared / (self._lengths + np.float32(len(trigrams) + 1) - shared)
        alike[np.abs(self._lengths.astype(np.int16) - len(word)) > most] = 0
        count = min(_MOST_CANDIDATES, len(alike))
        candidates = np.argpartition(-alike, count - 1)[:count].tolist()
        best, best_worth = None, float("-inf")
        for row in candidates:
            other = self._words[row]
            wrong = edits(word, other, most)
            worth = self._preference[row] + _SAME_BEGINNING * (other[0] == word[0]) + _ALIKE * alike[row] - wrong
            if alike[row] and wrong <= most and worth > best_worth:
                best, best_worth = other, worth
        return best


def _trigrams_of(words: Sequence[str], lengths: NDArray[np.uint8]) -> tuple[NDArray[np.int16], NDArray[np.uint32]]:
    """Return the codes of the trigrams of words, and for each the number of its word. Letters a to z only."""
    letters = np.frombuffer("".join(f"  {word} " for word in words).encode("ascii"), np.uint8).astype(np.int16)
    letters &= (1 << _LETTER_BITS) - 1
    codes = letters[:-2] << (2 * _LETTER_BITS) | letters[1:-1] << _LETTER_BITS | letters[2:]
    ends = np.cumsum(lengths.astype(np.int64) + _PADDING)
    is_within = np.ones(len(letters), np.bool_)  # the last two beginnings of a word reach into the next one
    is_within[ends - 1] = False
    is_within[ends - 2] = False
    owners = np.repeat(np.arange(len(words), dtype=np.uint32), lengths.astype(np.int64) + 1)
    return codes[is_within[:-2]], owners
