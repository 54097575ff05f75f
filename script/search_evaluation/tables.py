"""What was measured, as tables in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from .measures import Marks, mark, mark_absent
from .noise import CLEAN, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .measures import Answer
    from .sets import Question

    type Answered = tuple[Question, Answer]

KINDS: Final = ("kw", "syn", "func", "cat", "voice", "typo", "hom", "code", "place", "same", "x", "hd")
"""In the order of the tables; what is absent has a table of its own."""
_FIGURES: Final = ("questions", "nDCG@10", "recall@50", "MRR", "p50", "p95")


@dataclass(frozen=True, slots=True)
class Asked:
    """A set's questions with their answers, by variant."""

    name: str
    size: int
    answers: Mapping[str, Sequence[Answered]]


def tables(asked: Sequence[Asked]) -> str:
    """Return all tables, each with its heading."""
    parts = {
        "nDCG@10, by noise": _by_variant(asked),
        "Without noise: recall, rank, time": _by_set(asked),
        "nDCG@10 without noise, by kind of question": _by_kind(asked),
        "Kinds of questions, all sets together, without noise": _kinds(asked),
        "What is not there": _absent(asked),
    }
    return "\n".join(f"**{heading}**\n\n{table}" for heading, table in parts.items() if table)


def marks_of(answered: Sequence[Answered], kind: str | None = None) -> Marks | None:
    """Return the marks of the questions of a kind, or of all; None if there are none. Absent things are left out."""
    pairs = [
        (question.gains, answer)
        for question, answer in answered
        if not question.is_absent and kind in {None, question.kind}
    ]
    return mark(pairs) if pairs else None


def _by_variant(asked: Sequence[Asked]) -> str:
    variants = [name for name in VARIANTS if any(name in each.answers for each in asked)]
    rows = [
        [each.name, *(_ndcg(marks_of(each.answers.get(name, ())), with_count=True) for name in variants)]
        for each in asked
    ]
    return _table(["nDCG@10 (questions)", *variants], rows)


def _by_set(asked: Sequence[Asked]) -> str:
    found = ((each, marks_of(each.answers[CLEAN])) for each in asked)
    rows = [[each.name, f"{each.size:,}", *_figures(marks)] for each, marks in found if marks]
    return _table(["set", "things", *_FIGURES], rows)


def _by_kind(asked: Sequence[Asked]) -> str:
    kinds = [kind for kind in KINDS if any(marks_of(each.answers[CLEAN], kind) for each in asked)]
    rows = [[each.name, *(_ndcg(marks_of(each.answers[CLEAN], kind)) for kind in kinds)] for each in asked]
    return _table(["set", *kinds], rows)


def _kinds(asked: Sequence[Asked]) -> str:
    everything = list(chain.from_iterable(each.answers[CLEAN] for each in asked))
    found = ((kind, marks_of(everything, kind)) for kind in KINDS)
    return _table(["kind", *_FIGURES], [[kind, *_figures(marks)] for kind, marks in found if marks])


def _absent(asked: Sequence[Asked]) -> str:
    rows = []
    for each in asked:
        absent = [answer for question, answer in each.answers[CLEAN] if question.is_absent]
        present = [answer for question, answer in each.answers[CLEAN] if not question.is_absent]
        if absent and present:
            marks = mark_absent(absent, present)
            rows.append([each.name, str(marks.count), f"{marks.empty:.0%}", f"{marks.apart:.2f}"])
    return _table(["set", "questions", "nothing found", "told apart by the score"], rows) if rows else ""


def _figures(marks: Marks) -> list[str]:
    times = (f"{seconds * 1000:.1f} ms" for seconds in (marks.p50, marks.p95))
    return [str(marks.count), f"{marks.ndcg:.3f}", f"{marks.recall:.3f}", f"{marks.mrr:.3f}", *times]


def _ndcg(marks: Marks | None, *, with_count: bool = False) -> str:
    if marks is None:
        return ""
    return f"{marks.ndcg:.3f} ({marks.count})" if with_count else f"{marks.ndcg:.3f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
