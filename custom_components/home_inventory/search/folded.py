"""Documents as lists of token ids, folded into arrays in which they can be compared with a question at once."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from .ragged import Floats, Integers, Ragged

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
    glosses: Ragged
    scale: Floats
    """[documents] one by the length of a document's vector, the sum of those of its tokens; 0 without tokens."""

    @classmethod
    def empty(cls, dimensions: int) -> Folded:
        """Return no documents."""
        nothing = Ragged.of(np.zeros(0, np.uint16), np.zeros(0, np.uint32))
        vectors, none = np.zeros((0, dimensions), np.int8), np.zeros(0, np.float32)
        return cls(np.zeros(0, np.int64), vectors, none, none, nothing, nothing, none)

    @classmethod
    def of(cls, used: NDArray[np.int64], rows: Floats, tokens: Ragged, glosses: Ragged, scale: Floats) -> Folded:
        """Return documents whose tokens are places in `used`, of which `rows` are the vectors."""
        return cls(used, *_to_bytes(rows), tokens, glosses, scale)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.tokens)

    def grown(self, embeddings: Embeddings, tokens: Ragged, glosses: Ragged) -> Folded:
        """Return these documents and, after them, others that still have token ids."""
        is_new = np.zeros(embeddings.count, np.bool_)
        is_new[tokens.flat] = True
        is_new[glosses.flat] = True
        is_new[self.used] = False
        new = np.flatnonzero(is_new)
        used = np.concatenate([self.used, new])
        tokens, glosses = _replaced(used, embeddings.count, tokens, glosses)
        more_vectors, more_scales, more_lengths = _to_bytes(embeddings.rows(new))
        vectors = np.concatenate([self.vectors, more_vectors])
        scales = np.concatenate([self.scales, more_scales])
        lengths = np.concatenate([self.lengths, more_lengths])
        scale = np.concatenate([self.scale, _pooled_scale(vectors, scales, tokens)])
        tokens, glosses = self.tokens.joined(tokens), self.glosses.joined(glosses)
        return Folded(used, vectors, scales, lengths, tokens, glosses, scale)

    def keep(self, documents: Integers) -> Folded:
        """Return some of the documents, in the order asked for, with only the tokens that they use."""
        tokens, glosses = self.tokens.take(documents), self.glosses.take(documents)
        is_used = np.zeros(len(self.used), np.bool_)
        is_used[tokens.flat] = True
        is_used[glosses.flat] = True
        places = np.flatnonzero(is_used)
        tokens, glosses = _replaced(places, len(self.used), tokens, glosses)
        vectors, scales, lengths = self.vectors[places], self.scales[places], self.lengths[places]
        return Folded(self.used[places], vectors, scales, lengths, tokens, glosses, self.scale[documents])

    def cosine(self, asked: Floats) -> Floats:
        """Return the cosine of each document with a vector of length 1."""
        worth = np.empty(len(self.used), np.float32)
        for start in range(0, len(worth), _BLOCK):
            block = slice(start, start + _BLOCK)
            worth[block] = self.vectors[block].astype(np.float32) @ asked
        worth *= self.scales
        # "clip" saves the check of every number, which takes as long as fetching them
        return self.tokens.sums(worth.take(self.tokens.flat, mode="clip")) * self.scale

    def late(self, lists: Ragged, asked: Floats, weights: Floats) -> Floats:
        """Return for each of some lists how well its best tokens match those asked for, on average; 0 if it is empty.

        `asked` [asked, dimensions] has length 1 in each row, `weights` [asked] add up to 1.
        """
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
        self._glosses, self._gloss_counts = array("I"), array("I")

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._gloss_counts)

    def add(self, token_ids: Sequence[int], gloss_ids: Sequence[int]) -> None:
        """Take a document."""
        self._tokens.extend(token_ids)
        self._token_counts.append(len(token_ids))
        self._glosses.extend(gloss_ids)
        self._gloss_counts.append(len(gloss_ids))

    def lists(self) -> tuple[Ragged, Ragged]:
        """Return copies of the token ids and the gloss ids of the documents."""
        pairs = (self._tokens, self._token_counts), (self._glosses, self._gloss_counts)
        tokens, glosses = (Ragged.of(np.array(ids, np.uint32), np.array(counts, np.uint32)) for ids, counts in pairs)
        return tokens, glosses

    def after(self, count: int) -> Added:
        """Return the documents that come after so many."""
        rest = Added()
        rest._tokens = self._tokens[sum(self._token_counts[:count]) :]
        rest._glosses = self._glosses[sum(self._gloss_counts[:count]) :]
        rest._token_counts, rest._gloss_counts = self._token_counts[count:], self._gloss_counts[count:]
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
