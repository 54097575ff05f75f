"""From the plan of exports to its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .export_memory import kept_plan
from .export_shapes import ExportSchedule, LastExport

if TYPE_CHECKING:
    from . import export_schedule


def schedule_view(schedule: export_schedule.ExportSchedule) -> ExportSchedule:
    """Return what is exported by itself as docs/api.md describes it."""
    last = schedule.last
    return ExportSchedule(
        plan=None if schedule.plan is None else kept_plan(schedule.plan),
        next_at=None if schedule.next_at is None else schedule.next_at.isoformat(),
        is_running=schedule.is_running,
        last=None
        if last is None
        else LastExport(
            at=last.at.isoformat(),
            path=last.path,
            size=last.size,
            error=last.error,
            placeholders=dict(last.placeholders or {}),
        ),
    )
