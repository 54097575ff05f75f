"""Sources as the rest of the inventory sees them, and what one run of theirs comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from .observations import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from .devices import Device, Plan
    from .observations import Harvest, Observation
    from .sync_runs import SyncRun


class SourceKind(StrEnum):
    """What a source is."""

    HOMESEER = "homeseer"
    NETWORK = "network"
    HASS = "hass"
    """Home Assistant's device registry."""
    SCAN = "scan"
    """Files with what other programs have found, all those of a site together."""


ORIGINS = {
    SourceKind.HOMESEER: Origin.HOMESEER,
    SourceKind.NETWORK: Origin.PTR,
    SourceKind.HASS: Origin.HASS,
    SourceKind.SCAN: Origin.SCAN,
}
"""In whose name each kind of source says what it doesn't tell the origin of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """A source, as far as everybody may know."""

    id: str
    kind: SourceKind
    title: str
    """What people call it, as "HomeSeer at home" or "192.168.1.0/24"; Home Assistant's registry has none of its own."""
    site_id: str | None = None
    """The location whose devices it sees; None for all."""
    interval: timedelta | None = None
    """Between two runs; None when it runs only when somebody says so."""
    network: str | None = None
    """What it looks through, as "192.168.1.0/24"."""

    @property
    def watches(self) -> bool:
        """Return whether it tells by itself if a device answers, and not only that it knows it."""
        return self.kind is SourceKind.NETWORK

    @property
    def tells_all(self) -> bool:
        """Return whether it says everything it knows each time; what answers on a network may be silent for once."""
        return self.kind in (SourceKind.HOMESEER, SourceKind.HASS)

    @property
    def is_authoritative(self) -> bool:
        """Return whether what it lacks is gone, however much that is: Home Assistant knows its own devices."""
        return self.kind is SourceKind.HASS


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a source has brought, and which of its places are which of ours."""

    harvest: Harvest
    places: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The id of a location in use for each place in the source's own words that somebody has mapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """How a source is doing."""

    source: SourceInfo
    is_running: bool = False
    last_run: SyncRun | None = None
    """The newest, however it ended."""
    last_good: SyncRun | None = None
    """The newest that went well."""
    next_at: datetime | None = None

    @property
    def is_connected(self) -> bool | None:
        """Return whether the last run went well; None before the first."""
        return None if self.last_run is None else self.last_run.error is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncResult:
    """What a run has brought, or would bring."""

    source: SourceInfo
    plan: Plan
    counts: Mapping[str, int]
    """New, changed, back, missing, conflicts."""
    run: SyncRun | None = None
    """As it was written; None for a look at what would happen."""
    batch_id: str | None = None
    devices: Mapping[str, Device] = field(default_factory=dict)
    """The devices that are new or were changed, as they are after it."""
    seen: Mapping[str, Observation] = field(default_factory=dict)
    """What was seen of those that are new, by the id that each gets."""


class DeviceAlertKind(StrEnum):
    """What people are told of devices by itself; the names of the triggers."""

    NEW = "device_new"
    NEW_RANDOM = "devices_new_random"
    """Devices with made-up hardware addresses, all of a run in one."""
    MISSING = "device_missing"
    BACK = "device_back"
    CONFLICT = "ip_conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceAlert:
    """One thing that a run has found out, told once."""

    kind: DeviceAlertKind
    devices: tuple[Device, ...]
    source: SourceInfo
    at: datetime
    address: str | None = None
    """The address that several devices answer to."""
    macs: tuple[str, ...] = ()
    """Their hardware addresses."""
