"""Exports that are made by themselves: how often, at what time, where to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .exports import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

LATEST_DAY: Final = 28
"""The last day that every month has."""


class Every(StrEnum):
    """How often."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """What is exported by itself; times are of the clock on the wall."""

    every: Every
    at: time
    folder: str
    kind: ExportFormat = ExportFormat.ZIP
    has_history: bool = True
    keep: int | None = None
    """How many exports stay; None for all of them."""
    weekday: int = 0
    """For a week: 0 is Monday."""
    day: int = 1
    """For a month."""

    def next_after(self, moment: datetime) -> datetime:
        """Return when it is due next after a moment, in the time zone of that."""
        return next(due for due in self._from(moment) if due > moment)

    def last_until(self, moment: datetime) -> datetime:
        """Return when it was due last, at a moment at the latest."""
        back = moment - timedelta(days=32)
        last = back
        for due in self._from(back):
            if due > moment:
                return last
            last = due
        return last

    def _from(self, moment: datetime) -> Iterator[datetime]:
        """Give the times at which it is due, from the day of a moment on."""
        for days in range(366):
            day = moment.date() + timedelta(days=days)
            is_week = self.every is Every.WEEK
            if self.every is Every.DAY or (day.weekday() == self.weekday if is_week else day.day == self.day):
                yield datetime.combine(day, self.at, moment.tzinfo)
