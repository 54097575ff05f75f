"""Which documents have which term, and how much it says about them.

Weights are those of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) over
weighted fields: the frequency of a term is the sum of what its fields count.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from .document import ALIAS_WORTH
from .text import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .document import Document

K1: Final = 1.2
B: Final = 0.4
_USUAL_LENGTH: Final = 8.0
"""Weighted words of a usual document. A constant: what is added later is weighed like what was there."""


def term_weights(document: Document) -> dict[str, float]:
    """Return the BM25 weight of every term of a document, its marks included."""
    frequency: dict[str, float] = {}
    for text, worth in ((document.name, 1.0), *document.texts):
        for word in tokens(text):
            frequency[word] = frequency.get(word, 0.0) + worth
    length = sum(frequency.values())  # without other names: a thing that has many is no worse named for it
    for word in {word for alias in document.aliases for word in tokens(alias)}:
        frequency[word] = max(frequency.get(word, 0.0), ALIAS_WORTH)
    norm = K1 * (1 - B + B * length / _USUAL_LENGTH)
    weights = {term: count * (K1 + 1) / (count + norm) for term, count in frequency.items()}
    weights.update(document.marks)
    return weights


@dataclass(frozen=True, slots=True)
class Base:
    """The settled part: documents 0 to n - 1."""

    starts: np.ndarray
    """int64, shape (terms + 1,): where the postings of each term begin."""
    documents: np.ndarray
    """int32, shape (postings,), ascending within a term."""
    weights: np.ndarray
    """float32, shape (postings,)."""

    @classmethod
    def empty(cls) -> Base:
        """Return one without anything."""
        return cls(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))

    def of(self, term: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the documents of a term and its weight in each."""
        if term + 1 >= len(self.starts):
            return self.documents[:0], self.weights[:0]
        span = slice(self.starts[term], self.starts[term + 1])
        return self.documents[span], self.weights[span]

    def count(self, term: int) -> int:
        """Return how many documents have a term."""
        return int(self.starts[term + 1] - self.starts[term]) if term + 1 < len(self.starts) else 0


class Postings:
    """A settled part and what was added since, which is kept flat: there may be many of them while an index is built."""

    def __init__(self, base: Base | None = None, settled: int = 0) -> None:
        """Begin with what is settled, and how many documents that are."""
        self.base = base or Base.empty()
        self._settled = settled
        self._terms = array("i")
        self._documents = array("i")
        self._weights = array("f")
        self._starts = array("q", [0])
        """Where in the three the terms of each document that was added begin, and where the last one's end."""
        self._counts: Counter[int] = Counter()
        """How many documents that were added have each term; kept, as a search asks for hundreds."""
        empty: np.ndarray = np.zeros(0, np.int32)
        self._copied: tuple[np.ndarray, np.ndarray, np.ndarray] = (empty, empty, np.zeros(0, np.float32))

    def add(self, weights: Mapping[int, float]) -> None:
        """Note the terms of the next document."""
        self._terms.extend(weights.keys())
        self._weights.extend(weights.values())
        self._documents.extend([self._settled + len(self._starts) - 1] * len(weights))
        self._counts.update(weights.keys())
        self._starts.append(len(self._terms))

    def weights_of(self, document: int) -> dict[int, float]:
        """Return the terms of a document that is not settled, and their weights."""
        span = self._span(document)
        return dict(zip(self._terms[span], self._weights[span], strict=True))

    def forget(self, document: int) -> None:
        """Count the terms of a document no more that is not settled; its postings stay until they are settled."""
        self._counts.subtract(self._terms[self._span(document)])

    def count(self, term: int) -> int:
        """Return how many documents have a term; settled ones that have gone since are still counted."""
        return self.base.count(term) + self._counts[term]

    def of(self, term: int, end: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the documents below `end` of a term, int32, and its weight in each, float32."""
        documents, weights = self.base.of(term)
        terms, added, worth = self._added()
        if not len(terms):
            return documents, weights
        found = np.flatnonzero((terms == term) & (added < end))
        if not len(found):
            return documents, weights
        return np.concatenate([documents, added[found]]), np.concatenate([weights, worth[found]])

    def settled(self, numbers: np.ndarray, terms: int) -> Base:
        """Return a base of the documents that have a new number; -1 is one that is gone.

        `numbers` are the new numbers by the old ones, shape (documents,), ascending where they are not -1.
        """
        base = self.base
        added_terms, added, worth = self._added()
        known = np.repeat(np.arange(len(base.starts) - 1, dtype=np.int32), np.diff(base.starts))
        term_ids = np.concatenate([known, added_terms])
        documents = np.concatenate([base.documents, added])
        weights = np.concatenate([base.weights, worth])
        inside = documents < len(numbers)
        term_ids, documents, weights = term_ids[inside], numbers[documents[inside]], weights[inside]
        kept = documents >= 0
        term_ids, documents, weights = term_ids[kept], documents[kept], weights[kept]
        # What is settled comes first and both parts ascend: a stable sort by term keeps the documents in order.
        order = np.argsort(term_ids, kind="stable")
        starts = np.searchsorted(term_ids[order], np.arange(terms + 1)).astype(np.int64)
        return Base(starts, documents[order].astype(np.int32), weights[order])

    def _span(self, document: int) -> slice:
        """Return where the terms of a document are that is not settled."""
        at = document - self._settled
        return slice(self._starts[at], self._starts[at + 1])

    def _added(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return terms, documents and weights of what was added, copied: what is looked at can't grow."""
        end = self._starts[-1]
        if len(self._copied[0]) != end:
            kinds = ((self._terms, np.int32), (self._documents, np.int32), (self._weights, np.float32))
            terms, documents, weights = (np.array(values[:end], kind) for values, kind in kinds)
            self._copied = (terms, documents, weights)
        return self._copied

    def pack(self) -> dict[str, np.ndarray]:
        """Return the arrays that a cache keeps; only what is settled is in them."""
        base = self.base
        return {"starts": base.starts, "documents": base.documents, "weights": base.weights}

    @classmethod
    def unpack(cls, arrays: Mapping[str, np.ndarray], settled: int) -> Postings:
        """Return what `pack` has packed, of so many documents."""
        return cls(Base(arrays["starts"], arrays["documents"], arrays["weights"]), settled)


def union(postings: Postings, terms: Sequence[int], end: int) -> np.ndarray:
    """Return a mask, bool, shape (end,), of the documents that have one of the terms."""
    mask = np.zeros(end, bool)
    for term in terms:
        documents, _ = postings.of(term, end)
        if (
            len(documents) == end
        ):  # all of them, as with things in use where none is archived: then there is no need to look
            return np.ones(end, bool)
        mask[documents] = True
    return mask
