"""Measures of how good a list of answers is.

nDCG@10: normalised discounted cumulated gain after Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
techniques", ACM Transactions on Information Systems 20(4), 2002. With the gains g of the answers in their order,
DCG@k = sum over ranks i = 1..k of g_i / log2(i + 1); nDCG@k = DCG@k / DCG@k of the best order there is. Gains are linear:
1 for an exact answer, 0.5 for a partial one, 0 for everything else.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

DEPTH: Final = 10
"""Answers that nDCG and the reciprocal rank look at."""
ASKED_FOR: Final = 50
"""Answers that a question asks for, and recall looks at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The keys of what was found, the best first, the score of the best (0 if nothing was found), and how long it took."""

    keys: tuple[str, ...]
    score: float
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Marks:
    """How good the answers to some questions were, on average; `p50` and `p95` in seconds."""

    count: int
    ndcg: float
    recall: float
    mrr: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class AbsentMarks:
    """How well a set tells what is not there.

    `empty` is the part of the questions for absent things that found nothing; `apart` the chance that a question for
    something that is there has a higher best score than one for something that is not (0.5: no telling, 1: always).
    """

    count: int
    empty: float
    apart: float


def ndcg(keys: Sequence[str], gains: Mapping[str, float], depth: int = DEPTH) -> float:
    """Return the normalised discounted cumulated gain of the first answers, 0 to 1."""
    best = _dcg(sorted(gains.values(), reverse=True)[:depth])
    return _dcg([gains.get(key, 0.0) for key in keys[:depth]]) / best if best else 0.0


def recall(keys: Sequence[str], gains: Mapping[str, float], depth: int = ASKED_FOR) -> float:
    """Return how much of what is right, partly right included, is among the first answers, 0 to 1."""
    return len(gains.keys() & set(keys[:depth])) / len(gains) if gains else 0.0


def reciprocal_rank(keys: Sequence[str], gains: Mapping[str, float], depth: int = DEPTH) -> float:
    """Return 1 / rank of the first answer that is right or partly right; 0 if there is none."""
    return next((1 / rank for rank, key in enumerate(keys[:depth], 1) if key in gains), 0.0)


def mark(answers: Collection[tuple[Mapping[str, float], Answer]]) -> Marks:
    """Return the averages over pairs of what would be right and what was answered; at least one pair."""
    durations = sorted(answer.seconds for _, answer in answers)
    return Marks(
        count=len(answers),
        ndcg=fmean(ndcg(answer.keys, gains) for gains, answer in answers),
        recall=fmean(recall(answer.keys, gains) for gains, answer in answers),
        mrr=fmean(reciprocal_rank(answer.keys, gains) for gains, answer in answers),
        p50=percentile(durations, 0.5),
        p95=percentile(durations, 0.95),
    )


def mark_absent(absent: Collection[Answer], present: Collection[Answer]) -> AbsentMarks:
    """Return how well what is not there is told; at least one answer of each."""
    scores = sorted(answer.score for answer in absent)
    # The area under the curve of hits over false alarms is the mean place of a present score among the absent ones.
    places = ((bisect_left(scores, found.score) + bisect_right(scores, found.score)) / 2 for found in present)
    return AbsentMarks(
        count=len(absent),
        empty=fmean(not answer.keys for answer in absent),
        apart=fmean(place / len(scores) for place in places),
    )


def percentile(ordered: Sequence[float], part: float) -> float:
    """Return a percentile of ascending values."""
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def _dcg(gains: Sequence[float]) -> float:
    """Return the discounted cumulated gain of gains in their order."""
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))
