"""What of the history is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .filters import Range
    from .models import Batch, Noun, Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which batches are wanted; what is None or empty does not matter."""

    record_id: str | None = None
    """About this item, with its stock and loans, or this place, category or device."""
    batch_id: str | None = None
    user_id: str | None = None
    """Done by this user."""
    sources: tuple[str, ...] = ()
    """Done in one of these ways."""
    kinds: tuple[Noun, ...] = ()
    operations: tuple[Operation, ...] = ()
    """With a line about one of these kinds of records, and of one of these operations."""
    moments: Range[datetime] | None = None
    """From a moment until before another."""
    before: str | None = None
    """Older than the batch with this id: where the page before has ended."""

    @property
    def is_countable(self) -> bool:
        """Return whether it is known without looking at the whole history how many there are."""
        return self == replace(HistoryFilter(), record_id=self.record_id, batch_id=self.batch_id)


@dataclass(frozen=True, slots=True)
class Batches:
    """A part of the history."""

    entries: tuple[Batch, ...]
    more: bool
    """Whether there are older ones."""
    total: int | None
    """How many there are; None where that was not counted."""
