"""How far an import has come."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEP: Final = 250
"""Rows after which something is said, unless they take longer."""


class Phase(StrEnum):
    """What is being done with the rows of a file."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"
    FILES = "files"
    """Photos and papers are being kept."""


type Report = Callable[[Phase, int, int], None]
"""Takes how many of how many rows are done; called in whatever thread the work is done."""


def to_nobody(_phase: Phase, _done: int, _total: int) -> None:
    """Tell nobody."""


def watched[T](entries: Sequence[T], phase: Phase, report: Report, step: int = _STEP) -> Iterator[T]:
    """Give entries one after the other, and say after each `step` of them how many were given."""
    for done, entry in enumerate(entries):
        if done % step == 0:
            report(phase, done, len(entries))
        yield entry
    report(phase, len(entries), len(entries))
