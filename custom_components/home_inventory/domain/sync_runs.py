"""Runs of sources, as they are kept and looked at afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRun:
    """One run of a source: when, how, and what came of it."""

    id: str
    source_id: str
    started_at: datetime
    finished_at: datetime | None = None
    """None while it goes on; such a run is in no table."""
    mode: str | None = None
    is_complete: bool = False
    """Whether what it did not see was looked for."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many devices were new, changed, back, missing, and how many conflicts there were."""
    notes: tuple[str, ...] = ()
    """Notes as text, each a kind and a number."""
    error: str | None = None
    """The code of what went wrong."""
    placeholders: Mapping[str, str] = field(default_factory=dict)
    """What the text of the error names."""
    batch_id: str | None = None
    """What it has changed; None if nothing."""
