"""Documents as lists of token ids, folded into arrays in which they can be compared with a question at once."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from .columns import Columns
from .ragged import Floats, Integers, Ragged
from .shared import Shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .embeddings import Embeddings

_LEAST_LENGTH: Final = 1e-9
_CHUNK: Final = 16_384
"""So many tokens are pooled at once: their vectors take 8 MB."""
_BLOCK: Final = 4096
"""So many vectors are made floats at once: they fit into a processor's cache."""
_NARROW: Final = 1 << 16
_MOST_IN_BYTE: Final = np.float32(127)


@dataclass(frozen=True, slots=True)
class Folded:
    """Documents whose token ids are replaced by places in the list of those in use. Never changed."""

    used: NDArray[np.int64]
    """[used] token ids"""
    vectors: NDArray[np.int8]
    """[used, dimensions] their vectors, in bytes: four times less to keep, and to read at each search."""
    scales: Floats
    """[used] what a vector's bytes are multiplied by."""
    lengths: Floats
    """[used] how long a vector is, which is how much the token says."""
    tokens: Ragged
    columns: Columns
    """The tokens once more, as they are added up fastest."""
    glosses: Shared
    scale: Floats
    """[documents] one by the length of a document's vector, the sum of those of its tokens; 0 without tokens."""

    @classmethod
    def empty(cls, dimensions: int) -> Folded:
        """Return no documents."""
        nothing = Ragged.of(np.zeros(0, np.uint16), np.zeros(0, np.uint32))
        rows, glosses = np.zeros((0, dimensions), np.float32), Shared(nothing, np.zeros(0, np.int32))
        return cls.of(np.zeros(0, np.int64), rows, nothing, glosses, np.zeros(0, np.float32))

    @classmethod
    def of(cls, used: NDArray[np.int64], rows: Floats, tokens: Ragged, glosses: Shared, scale: Floats) -> Folded:
        """Return documents whose tokens are places in `used`, of which `rows` are the vectors."""
        return cls(used, *_to_bytes(rows), tokens, Columns.of(tokens), glosses, scale)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.tokens)

    def grown(self, embeddings: Embeddings, tokens: Ragged, glosses: Shared) -> Folded:
        """Return these documents and, after them, others that still have token ids."""
        is_new = np.zeros(embeddings.count, np.bool_)
        is_new[tokens.flat] = True
        is_new[glosses.lists.flat] = True
        is_new[self.used] = False
        new = np.flatnonzero(is_new)
        used = np.concatenate([self.used, new])
        tokens, gloss_lists = _replaced(used, embeddings.count, tokens, glosses.lists)
        more_vectors, more_scales, more_lengths = _to_bytes(embeddings.rows(new))
        vectors = np.concatenate([self.vectors, more_vectors])
        scales = np.concatenate([self.scales, more_scales])
        lengths = np.concatenate([self.lengths, more_lengths])
        scale = np.concatenate([self.scale, _pooled_scale(vectors, scales, tokens)])
        tokens, glosses = self.tokens.joined(tokens), self.glosses.joined(Shared(gloss_lists, glosses.numbers))
        return Folded(used, vectors, scales, lengths, tokens, Columns.of(tokens), glosses, scale)

    def keep(self, documents: Integers) -> Folded:
        """Return some of the documents, in the order asked for, with only the tokens that they use."""
        tokens, glosses = self.tokens.take(documents), self.glosses.keep(documents)
        is_used = np.zeros(len(self.used), np.bool_)
        is_used[tokens.flat] = True
        is_used[glosses.lists.flat] = True
        places = np.flatnonzero(is_used)
        tokens, gloss_lists = _replaced(places, len(self.used), tokens, glosses.lists)
        vectors, scales, lengths = self.vectors[places], self.scales[places], self.lengths[places]
        glosses, scale = Shared(gloss_lists, glosses.numbers), self.scale[documents]
        return Folded(self.used[places], vectors, scales, lengths, tokens, Columns.of(tokens), glosses, scale)

    def cosine(self, asked: Floats) -> Floats:
        """Return the cosine of each document with a vector of length 1."""
        worth = np.empty(len(self.used), np.float32)
        for start in range(0, len(worth), _BLOCK):
            block = slice(start, start + _BLOCK)
            worth[block] = self.vectors[block].astype(np.float32) @ asked
        worth *= self.scales
        return self.columns.sums(worth) * self.scale

    def late(self, documents: Integers, asked: Floats, weights: Floats) -> Floats:
        """Return for each of some documents how well its best tokens match those asked for, on average; 0 without tokens.

        `asked` [asked, dimensions] has length 1 in each row, `weights` [asked] add up to 1.
        """
        return self._late(self.tokens.take(documents), asked, weights)

    def late_gloss(self, documents: Integers, asked: Floats, weights: Floats) -> Floats:
        """Return the same for the glosses of the documents: each is looked at once, however many documents have it."""
        which, places = np.unique(self.glosses.numbers[documents], return_inverse=True)
        return self._late(self.glosses.lists.take(which), asked, weights)[places]

    def _late(self, lists: Ragged, asked: Floats, weights: Floats) -> Floats:
        """Return for each of some lists how well its best tokens match those asked for."""
        is_needed = np.zeros(len(self.used), np.bool_)
        is_needed[lists.flat] = True
        needed = np.flatnonzero(is_needed)
        places = np.empty(len(self.used), np.int32)
        places[needed] = np.arange(len(needed), dtype=np.int32)
        alike = self.vectors[needed].astype(np.float32) @ asked.T
        alike *= (self.scales[needed] / self.lengths[needed])[:, None]
        result: Floats = lists.maxima(alike[places[lists.flat]]) @ weights
        return result


class Added:
    """Documents that are not folded yet: plain arrays that grow document by document."""

    def __init__(self) -> None:
        """Start empty."""
        self._tokens, self._token_counts = array("I"), array("I")
        self._glosses: dict[tuple[int, ...], int] = {}
        self._gloss_numbers = array("i")

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._gloss_numbers)

    def add(self, token_ids: Sequence[int], gloss_ids: Sequence[int]) -> None:
        """Take a document."""
        self._tokens.extend(token_ids)
        self._token_counts.append(len(token_ids))
        self._gloss_numbers.append(self._glosses.setdefault(tuple(gloss_ids), len(self._glosses)))

    def lists(self) -> tuple[Ragged, Shared]:
        """Return copies of the token ids and the gloss ids of the documents."""
        glosses = list(self._glosses)
        flat = np.fromiter(chain.from_iterable(glosses), np.uint32)
        lists = Ragged.of(flat, np.fromiter(map(len, glosses), np.uint32, len(glosses)))
        tokens = Ragged.of(np.array(self._tokens, np.uint32), np.array(self._token_counts, np.uint32))
        return tokens, Shared(lists, np.array(self._gloss_numbers, np.int32))

    def after(self, count: int) -> Added:
        """Return the documents that come after so many."""
        rest, glosses, start = Added(), list(self._glosses), sum(self._token_counts[:count])
        for length, number in zip(self._token_counts[count:], self._gloss_numbers[count:], strict=True):
            rest.add(self._tokens[start : start + length], glosses[number])
            start += length
        return rest


def to_units(vectors: Floats) -> tuple[Floats, Floats]:
    """Return vectors [n, dimensions] made 1 long, and the lengths that they had, [n]."""
    lengths = np.maximum(np.linalg.norm(vectors, axis=1), _LEAST_LENGTH)
    return vectors / lengths[:, None], lengths


def _to_bytes(rows: Floats) -> tuple[NDArray[np.int8], Floats, Floats]:
    """Return vectors [n, dimensions] as bytes, what those are multiplied by, [n], and how long the vectors are, [n]."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1), _LEAST_LENGTH)
    scales = np.maximum(np.abs(rows).max(axis=1, initial=0), _LEAST_LENGTH) / _MOST_IN_BYTE
    return np.rint(rows / scales[:, None]).astype(np.int8), scales, lengths


def _replaced(used: Integers, count: int, *lists: Ragged) -> tuple[Ragged, ...]:
    """Return lists of numbers below `count` with the places that these have in `used`."""
    places: Integers = np.empty(count, np.uint16 if len(used) <= _NARROW else np.uint32)
    places[used] = np.arange(len(used))
    return tuple(Ragged.of(places[numbers.flat], numbers.lengths) for numbers in lists)


def _pooled_scale(vectors: NDArray[np.int8], scales: Floats, tokens: Ragged) -> Floats:
    """Return one by the length of each document's vector, [documents], some thousand tokens at a time."""
    scale = np.zeros(len(tokens), np.float32)
    edges = np.searchsorted(tokens.starts, np.arange(0, len(tokens.flat), _CHUNK)).tolist()
    for first, end in pairwise([*edges, len(tokens)]):
        block = tokens.take(np.arange(first, end))
        pooled = block.sums(vectors[block.flat] * scales[block.flat][:, None])
        scale[first:end] = 1 / np.maximum(np.linalg.norm(pooled, axis=1), _LEAST_LENGTH)
    scale[tokens.lengths == 0] = 0
    return scale
