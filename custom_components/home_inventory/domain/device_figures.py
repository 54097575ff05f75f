"""What the devices of a site add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .devices import Status

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFigures:
    """How many devices there are in use, by how they are doing; ignored ones count nowhere."""

    total: int = 0
    offline: int = 0
    """Those that do not answer: offline and missing together."""
    missing: int = 0


def add_up(statuses: Iterable[Status]) -> DeviceFigures:
    """Return the figures of devices that are doing like this."""
    found = list(statuses)
    missing = found.count(Status.MISSING)
    return DeviceFigures(total=len(found), offline=found.count(Status.OFFLINE) + missing, missing=missing)
