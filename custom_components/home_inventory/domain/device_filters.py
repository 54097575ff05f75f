"""Which devices of all are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from .devices import Device, Sighting, Status
    from .observations import IdentityKind

NEW_FOR: Final = timedelta(days=7)
"""How long a device is called new, unless somebody makes an item of it before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtSite:
    """A site, as far as devices know of it: they stand in one of its places, or one of its sources sees them."""

    location_ids: frozenset[str] = frozenset()
    source_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFilter:
    """Which devices are wanted; what is None does not matter."""

    site: AtSite | None = None
    location_ids: frozenset[str] | None = None
    """At one of these places: a place is given with everything inside it."""
    source_ids: frozenset[str] | None = None
    """Seen by one of these sources."""
    statuses: frozenset[Status] | None = None
    types: frozenset[str] | None = None
    """What kind of device it is, in the words of its source, compared as names are."""
    kinds: frozenset[IdentityKind] | None = None
    """Known by at least one identity of these kinds."""
    hass_ids: frozenset[str] | None = None
    """Known to Home Assistant's registry by one of these."""
    text: str | None = None
    """All its words are somewhere in names, maker, model, numbers, identities or addresses."""
    item_ids: frozenset[str] | None = None
    new_since: datetime | None = None
    """Seen for the first time after this, but not by the first run of a source: what that brings was there before."""
    is_linked: bool | None = None
    """Whether it is an item."""
    is_ignored: bool | None = False
    is_archived: bool | None = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDevice:
    """A device, when its sources have seen it, and what follows from that."""

    device: Device
    sightings: tuple[Sighting, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressUse:
    """Which device was last seen at an address."""

    address: str
    device_id: str
    source_id: str
    last_seen: datetime
    missed: int


def new_at(now: datetime) -> DeviceFilter:
    """Return which devices are called new at a moment: they have come lately and are no item."""
    return DeviceFilter(new_since=now - NEW_FOR, is_linked=False)
