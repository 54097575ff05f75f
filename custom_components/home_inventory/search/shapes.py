"""The letters of many words at once: finds all that are a few edits away from another word, without looking at each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WIDTH: Final = 32
"""Longer words aren't looked for by their spelling."""
_OTHERS: Final = 128
"""Codes from here on are letters outside ASCII, several to a code: what is found is counted again by `edits`."""
_OTHER_CODES: Final = 127
_CLASSES: Final = 32
_LETTERS: Final = 26
_ONE: Final = np.uint64(1)


def _class_bits() -> NDArray[np.uint64]:
    """Return for each code the bit of its letter; none for what fills up a row."""
    bits = np.zeros(256, np.uint64)
    for code in range(1, 256):
        is_letter = ord("a") <= code <= ord("z")
        bits[code] = 1 << (code - ord("a") if is_letter else _LETTERS + code % (_CLASSES - _LETTERS))
    return bits


_CLASS_BITS: Final = _class_bits()
_CLASS_BIT: Final[Sequence[int]] = tuple(_CLASS_BITS.tolist())


def code_of(letter: str) -> int:
    """Return the code of a folded letter."""
    return code if (code := ord(letter)) < _OTHERS else _OTHERS + code % _OTHER_CODES


def signature(word: str) -> int:
    """Return which letters a word has once and which twice or more, as 64 bits.

    An edit changes two bits at most, so words with more differing bits needn't be compared.
    """
    once = twice = 0
    for letter in word:
        bit = _CLASS_BIT[code_of(letter)]
        twice |= once & bit
        once |= bit
    return twice << _CLASSES | once


@dataclass(frozen=True, slots=True)
class Shapes:
    """Words sorted by length: row by row their ids, signatures and codes of letters."""

    ids: NDArray[np.int32]
    signatures: NDArray[np.uint64]
    codes: NDArray[np.uint8]
    """A row of `WIDTH` codes for each word, filled up with zeros."""
    starts: NDArray[np.int32]
    """Where the words of each length begin, from 0 to `WIDTH` + 1."""

    @classmethod
    def of(cls, words: Sequence[str], ids: NDArray[np.int32]) -> Shapes:
        """Return the shapes of words with these ids; words that are too long are left out."""
        letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
        lengths = np.fromiter(map(len, words), np.int32, len(words))
        begins = np.cumsum(lengths) - lengths
        order = np.argsort(lengths, kind="stable")[: int(np.count_nonzero(lengths <= WIDTH))]
        lengths, begins = lengths[order], begins[order]
        small = np.where(letters < _OTHERS, letters, _OTHERS + letters % _OTHER_CODES).astype(np.uint8)
        starts = np.searchsorted(lengths, np.arange(WIDTH + 2)).astype(np.int32)
        codes = np.zeros((len(order), WIDTH), np.uint8)
        once = np.zeros(len(order), np.uint64)
        twice = np.zeros(len(order), np.uint64)
        for place in range(WIDTH):
            first = int(starts[place + 1])  # words that are long enough to have a letter here
            column = small[begins[first:] + place]
            codes[first:, place] = column
            bits = _CLASS_BITS[column]
            twice[first:] |= once[first:] & bits
            once[first:] |= bits
        return cls(ids[order], twice << np.uint64(_CLASSES) | once, codes, starts)

    def rows_near(self, word: str, most: int) -> NDArray[np.intp]:
        """Return the rows of all words that may be up to `most` edits away, and of some that are not."""
        shape = np.uint64(signature(word))
        found = []
        for length in range(max(len(word) - most, 1), min(len(word) + most, WIDTH) + 1):
            first, last = int(self.starts[length]), int(self.starts[length + 1])
            differing = np.bitwise_count(self.signatures[first:last] ^ shape)
            # A letter more or less changes one bit, another letter two.
            found.append(np.flatnonzero(differing <= 2 * most - abs(length - len(word))) + first)
        return np.concatenate(found)

    def edits_to(self, word: str, rows: NDArray[np.intp]) -> NDArray[np.int16]:
        """Return how many edits part a word, `WIDTH` letters long at most, from the words of some rows: see `edits`."""
        places = np.zeros(256, np.uint64)
        for place, letter in enumerate(word):
            places[code_of(letter)] |= np.uint64(1 << place)
        codes = self.codes[rows]
        lengths = np.count_nonzero(codes, axis=1)
        last = np.uint64(1 << len(word) - 1)
        more = np.full(len(rows), (1 << len(word)) - 1, np.uint64)
        less, same, before = (np.zeros(len(rows), np.uint64) for _ in range(3))
        count = np.full(len(rows), len(word), np.int16)
        found = count.copy()
        for column in range(int(lengths.max(initial=0))):
            here = places[codes[:, column]]
            swapped = ((~same & here) << _ONE) & before
            same = (((here & more) + more) ^ more) | here | less | swapped
            up, down = less | ~(same | more), same & more
            count += (up & last != 0).astype(np.int16) - (down & last != 0)
            up = up << _ONE | _ONE
            more, less, before = down << _ONE | ~(same | up), up & same, here
            np.copyto(found, count, where=lengths == column + 1)
        return found
