"""The bulk of a vocabulary: sorted arrays that never change, for tens of thousands of words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self
from zlib import crc32

import numpy as np

from .shapes import WIDTH, Shapes, code_of
from .sounds import rough_sound, sound
from .stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_MOST_PLACES: Final = 500
_MOST_ALIKE: Final = 400
_MOST_NEAR: Final = 64
_RUN: Final = 4096


def key_of(text: str) -> int:
    """Return 32 bits that stand for a text, the same in every process."""
    return crc32(text.encode())


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """Which terms have a key: two arrays, sorted by key. Different texts may share a key, seldom."""

    keys: NDArray[np.uint32]
    ids: NDArray[np.int32]

    @classmethod
    def of(cls, keys: NDArray[np.uint32], ids: NDArray[np.int32]) -> Self:
        """Return the index of terms, each with its key."""
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], ids[order])

    def with_more(self, texts: Iterable[str], ids: NDArray[np.int32]) -> Self:
        """Return an index of these terms too."""
        keys = np.fromiter(map(key_of, texts), np.uint32, len(ids))
        return self.of(np.concatenate([self.keys, keys]), np.concatenate([self.ids, ids]))

    def find(self, text: str) -> NDArray[np.int32]:
        """Return the ids of the terms with the key of a text."""
        key = np.uint32(key_of(text))
        return self.ids[self.keys.searchsorted(key) : self.keys.searchsorted(key, "right")]


def _no_terms() -> KeyIndex:
    return KeyIndex(np.zeros(0, np.uint32), np.zeros(0, np.int32))


@dataclass(frozen=True, slots=True)
class Keys:
    """The indexes that take time to make: by stem, by sound and by rough sound. Words only, no marks and numbers."""

    stems: KeyIndex
    sounds: KeyIndex
    roughs: KeyIndex

    @classmethod
    def none(cls) -> Self:
        """Return the indexes of no words."""
        return cls(_no_terms(), _no_terms(), _no_terms())

    def with_more(self, words: Sequence[str], ids: NDArray[np.int32]) -> Self:
        """Return indexes of these words too."""
        sounds = [sound(word) for word in words]
        return type(self)(
            self.stems.with_more((stem(word) for word in words), ids),
            self.sounds.with_more(sounds, ids),
            self.roughs.with_more(map(rough_sound, sounds), ids),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """Words in the order of the alphabet, and what finds them."""

    count: int
    """All terms with smaller ids have been looked at."""
    words: list[str]
    ids: NDArray[np.int32]
    text: str
    """All words made of letters, the longest first, each followed by a line feed: to look for parts of them."""
    ends: NDArray[np.int64]
    """Where in the text each word's line feed is."""
    text_ids: NDArray[np.int32]
    """The ids of the words in the text."""
    long_ends: list[int]
    """How far in the text the words of at least so many letters go; of the last number and more, none."""
    keys: Keys
    shapes: Shapes
    rows: NDArray[np.int32]
    """The row in `shapes` for each id, -1 for none."""

    @classmethod
    def of(cls, count: int, words: list[str], ids: Mapping[str, int], keys: Keys) -> Self:
        """Return what is to be known about words that are in the order of the alphabet. `ids` may hold other terms too."""
        # A comprehension lets other threads go on in between, a map would not.
        numbers = np.array([ids[word] for word in words], np.int32)
        is_spelt = np.fromiter(map(str.isalpha, words), np.bool_, len(words))
        spelt = [words[place] for place in np.flatnonzero(is_spelt).tolist()]
        shapes = Shapes.of(spelt, numbers[is_spelt])
        rows = np.full(count, -1, np.int32)
        rows[shapes.ids] = np.arange(len(shapes.ids), dtype=np.int32)
        lengths = np.fromiter(map(len, spelt), np.int64, len(spelt))
        order = np.argsort(-lengths, kind="stable")
        text = "\n".join([spelt[place] for place in order.tolist()])
        ends = np.cumsum(lengths[order] + 1) - 1
        letters = np.bincount(lengths, weights=lengths + 1)  # of the words of each length, with their line feeds
        long_ends = [*letters[::-1].cumsum()[::-1].astype(int).tolist(), 0]
        text_ids = numbers[is_spelt][order]
        return cls(count, words, numbers, text, ends, text_ids, long_ends, keys, shapes, rows)

    def with_more(self, terms: Sequence[str], ids: Mapping[str, int]) -> Self:
        """Return the same with all the terms that have come since; `terms` are the whole vocabulary in order of id."""
        numbers = [number for number in range(self.count, len(terms)) if is_word(terms[number])]
        spelt = [number for number in numbers if is_spelt_word(terms[number])]
        keys = self.keys.with_more([terms[number] for number in spelt], np.array(spelt, np.int32))
        return type(self).of(len(terms), _merged(self.words, [terms[number] for number in numbers]), ids, keys)

    def starting_with(self, start: str, most: int) -> list[int]:
        """Return the ids of words that start so; of very many, some from the whole range."""
        first = bisect_left(self.words, start)
        last = bisect_left(self.words, start + "\U0010ffff", first)
        ids: list[int] = self.ids[first : last : (last - first) // most + 1].tolist()
        return ids

    def containing(self, part: str, least: int) -> list[int]:
        """Return the ids of words of at least so many letters that a part is in."""
        end = self.long_ends[min(least, len(self.long_ends) - 1)]
        places: list[int] = []
        place = self.text.find(part, 0, end)
        while place >= 0 and len(places) < _MOST_PLACES:
            places.append(place)
            place = self.text.find(part, place + 1, end)
        if not places:
            return []
        ids: list[int] = self.text_ids[np.unique(self.ends.searchsorted(places))].tolist()
        return ids

    def same_stem(self, key: str) -> list[int]:
        """Return the ids of words with this stem, and seldom of others."""
        ids: list[int] = self.keys.stems.find(key).tolist()
        return ids

    def same_sound(self, key: str) -> list[int]:
        """Return the ids of words with this sound, and seldom of others."""
        ids: list[int] = self.keys.sounds.find(key).tolist()
        return ids

    def neighbours(self, word: str, most: int, rough: str) -> list[tuple[int, int]]:
        """Return the ids of words at most so many edits away or with this rough sound, and how many edits they are away."""
        if len(word) > WIDTH or not len(self.shapes.ids):
            return []
        alike = self.rows[self.keys.roughs.find(rough)[:_MOST_ALIKE]]
        near = self.shapes.rows_near(word, most)
        rows = np.concatenate([near, alike[alike >= 0]])
        counts = self.shapes.edits_to(word, rows)
        is_near = counts <= most
        is_near[len(near) :] ^= counts[len(near) :] <= max(most, len(word) // 2)  # what is near was found before
        rows, counts = rows[is_near], counts[is_near]
        starts_else = self.shapes.codes[rows, 0] != code_of(word[0])
        best = np.argsort(2 * counts + starts_else, kind="stable")[:_MOST_NEAR]
        return list(zip(self.shapes.ids[rows[best]].tolist(), counts[best].tolist(), strict=True))


def is_word(term: str) -> bool:
    """Return whether a term is a word or a number, not a mark as "@place:1"."""
    return bool(term) and not term.startswith("@")


def is_spelt_word(term: str) -> bool:
    """Return whether a term is made of letters, so that it has forms, a sound and may be misspelt."""
    return term.isalpha()


def settled_nothing() -> Settled:
    """Return the bulk of an empty vocabulary."""
    return Settled.of(0, [], {}, Keys.none())


def _merged(words: list[str], more: list[str]) -> list[str]:
    """Return sorted words with more of them, all sorted.

    Sorting in runs first lets other threads go on in between: sorting is one step for Python, however long it takes.
    """
    together = [*words]
    for start in range(0, len(more), _RUN):
        together += sorted(more[start : start + _RUN])
    together.sort()  # merges the runs
    return together
