"""How far an import has come."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEP: Final = 250
"""Rows after which something is said."""


class Phase(StrEnum):
    """What is being done with the rows of a file."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


type Report = Callable[[Phase, int, int], None]
"""Takes how many of how many rows are done; called in whatever thread the work is done."""


def to_nobody(_phase: Phase, _done: int, _total: int) -> None:
    """Tell nobody."""


def watched[T](entries: Sequence[T], phase: Phase, report: Report) -> Iterator[T]:
    """Give entries one after the other, and say how many were given."""
    for done, entry in enumerate(entries):
        if done % _STEP == 0:
            report(phase, done, len(entries))
        yield entry
    report(phase, len(entries), len(entries))
