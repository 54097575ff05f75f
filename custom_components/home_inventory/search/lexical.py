"""How well the words of documents fit the words of a question: BM25 over what each word may mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from .postings import K1, B

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .postings import Postings

_RARER: Final = 1.2
"""A term that a word may mean counts at most so much rarer than the term it most probably means: a misspelling in the
data is no treasure."""
_UNKNOWN: Final = 0.7
"""What a word that nothing has counts in the ideal, beside the rarest word that there could be."""
_IDEAL_FREQUENCY: Final = (K1 + 1) / (1 + K1 * (1 - B / 2))


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """The scores of all documents, and what the best document that there could be would have."""

    scores: np.ndarray
    """float32, shape (documents,), from 0."""
    ideal: float

    @property
    def shares(self) -> np.ndarray:
        """Return how much of the ideal each document has, float32, about 0 to 1."""
        return np.minimum(self.scores / np.float32(self.ideal), np.float32(1.2))


def score(
    postings: Postings,
    groups: Sequence[Mapping[int, float]],
    importance: Sequence[float],
    *,
    end: int,
    total: int,
) -> LexicalScores:
    """Score the documents below `end`.

    `groups` has for each word of the question the terms that it may mean, with their worth from 0 to 1; the best of them
    counts, words are summed. `importance` has a factor for each word, about 1. `total` is how many documents there are.
    """
    scores = np.zeros(end, np.float32)
    ideal = 0.0
    for group, factor in zip(groups, importance, strict=True):
        rarity = {term: _rarity(total, postings.count(term)) for term in group}
        if not group:
            ideal += factor * math.log1p(total) * _UNKNOWN
            continue
        ideal += factor * max(rarity[term] * worth for term, worth in group.items()) * _IDEAL_FREQUENCY
        likeliest = max(group, key=lambda term: (group[term], postings.count(term)))
        best = np.zeros(end, np.float32)
        for term, worth in group.items():
            documents, weights = postings.of(term, end)
            value = weights * np.float32(min(rarity[term], rarity[likeliest] * _RARER) * worth)
            best[documents] = np.maximum(best[documents], value)
        scores += best * np.float32(factor)
    return LexicalScores(scores, max(ideal, 1e-6))


def _rarity(total: int, count: int) -> float:
    """Return the inverse document frequency as BM25 has it, never below 0."""
    return math.log1p(max(total - count + 0.5, 0.0) / (count + 0.5))
