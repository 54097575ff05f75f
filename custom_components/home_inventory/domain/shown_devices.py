"""Devices together with what people want to see beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from .device_filters import KnownDevice
    from .devices import Reason, Status
    from .models import Item, Json, Page
    from .traces import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A record by its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedItem(Named):
    """An item by its name and code."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDevice:
    """A device as lists show it."""

    known: KnownDevice
    item: NamedItem | None = None
    parent: Named | None = None

    @property
    def id(self) -> str:
        """Return the id of the device."""
        return self.known.device.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSuggestion:
    """Two devices that may be one."""

    first: ShownDevice
    second: ShownDevice
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Battery:
    """How full the battery of a device is."""

    level: int | None
    """In percent; None if it only tells whether it is low."""
    is_low: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A device that was made one with another."""

    batch_id: str
    """What takes it apart again."""
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceDetail:
    """A device with all that is around it."""

    shown: ShownDevice
    children: tuple[Named, ...]
    suggestions: tuple[ShownSuggestion, ...]
    matches: tuple[Item, ...]
    """Items that it may be, the likeliest first."""
    merges: tuple[Merged, ...] = ()
    """The devices that went into it, the last one first."""
    traces: tuple[Trace, ...] = ()
    """By what its sources have known it, and when: what goes on first, then what ended last."""
    said: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    """What each source says besides, in its own words, by the id of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingConflict:
    """An address that several devices answer to, as far as the last run of a source tells."""

    address: str
    macs: tuple[str, ...]
    devices: tuple[Named, ...]
    source_id: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceOverview:
    """How all devices in use are doing, and what of that somebody should look at."""

    statuses: Mapping[Status, int]
    new: Page[ShownDevice]
    """The first of those that have come lately and are no item, by name; `total` counts all of them."""
    missing: Page[ShownDevice]
    conflicts: tuple[StandingConflict, ...] = ()
    suggestions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRow:
    """Who was last seen at an address."""

    address: str
    device: Named
    status: Status
    last_seen: datetime
