"""What is remembered of the plan of exports over a restart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from . import export_shapes
from .domain.export_plans import Every, ExportPlan
from .domain.exports import ExportFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class LastExport:
    """What became of the last export that was made by itself."""

    at: datetime
    path: str | None = None
    """Where it is; None when it failed."""
    size: int | None = None
    error: str | None = None
    """The code of what went wrong."""
    placeholders: dict[str, str] | None = None


def kept_plan(plan: ExportPlan) -> export_shapes.ExportPlan:
    """Return a plan as it is kept and shown."""
    return export_shapes.ExportPlan(
        every=plan.every.value,
        at=plan.at.isoformat(timespec="minutes"),
        weekday=plan.weekday,
        day=plan.day,
        folder=plan.folder,
        format=plan.kind.value,
        history=plan.has_history,
        keep=plan.keep,
    )


def read_plan(kept: dict[str, Any] | None) -> ExportPlan | None:
    """Return the plan that was kept."""
    if kept is None:
        return None
    return ExportPlan(
        every=Every(kept["every"]),
        at=time.fromisoformat(kept["at"]),
        weekday=kept["weekday"],
        day=kept["day"],
        folder=kept["folder"],
        kind=ExportFormat(kept["format"]),
        has_history=kept["history"],
        keep=kept["keep"],
    )


def kept_last(last: LastExport | None) -> dict[str, Any] | None:
    """Return what became of the last export as it is kept."""
    if last is None:
        return None
    return {
        "at": last.at.isoformat(),
        "path": last.path,
        "size": last.size,
        "error": last.error,
        "placeholders": last.placeholders,
    }


def read_last(kept: dict[str, Any] | None) -> LastExport | None:
    """Return what became of the last export."""
    return None if kept is None else replace(LastExport(**kept), at=datetime.fromisoformat(kept["at"]))


def kept_moment(moment: datetime | None) -> str | None:
    """Return a moment as it is kept."""
    return None if moment is None else moment.isoformat()


def read_moment(text: str | None) -> datetime | None:
    """Return a moment that was kept."""
    return None if text is None else datetime.fromisoformat(text)
