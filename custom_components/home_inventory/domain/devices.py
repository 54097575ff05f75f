"""Devices as the inventory keeps them: what sources have told, and what people have settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from .observations import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from .observations import Component, Conflict, Identity, Link, Observation


class DeviceField(StrEnum):
    """What is known of a device, each with whoever says so."""

    NAME = "name"
    MANUFACTURER = "manufacturer"
    MODEL = "model"
    SERIAL_NUMBER = "serial_number"
    FIRMWARE = "firmware"
    TYPE = "device_type"
    LOCATION = "location_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field of a device."""

    value: str | None
    origin: Origin
    source_id: str = ""
    """The source that says so; empty for a person."""
    offered: str | None = None
    """What a source says instead of what a person has settled; shown, never taken by itself."""

    @property
    def is_locked(self) -> bool:
        """Return whether a person has settled it: no source changes it then."""
        return self.origin is Origin.USER


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device that sources have seen. What every scan says anew (addresses, when it was there) is in its sightings."""

    id: str
    created_at: datetime
    updated_at: datetime
    identities: tuple[Identity, ...]
    facts: Mapping[DeviceField, Fact] = field(default_factory=dict)
    item_id: str | None = None
    """The item it is: the thing with the receipt and the warranty."""
    parent_id: str | None = None
    """The device it hangs on."""
    link: Link | None = None
    components: tuple[Component, ...] = ()
    sleeps: bool = False
    """Whether it is often away without being missing, as a remote control."""
    ignored: bool = False
    missing_since: datetime | None = None
    archived_at: datetime | None = None
    refused: tuple[str, ...] = ()
    """The ids of devices that a person has said it is not; of two, the one with the lesser id knows it."""

    def value(self, name: DeviceField) -> str | None:
        """Return what is known of one field."""
        fact = self.facts.get(name)
        return None if fact is None else fact.value

    @property
    def name(self) -> str:
        """Return what it is called, at least what it is known by."""
        return self.value(DeviceField.NAME) or self.identities[0].value

    @property
    def location_id(self) -> str | None:
        """Return where it is."""
        return self.value(DeviceField.LOCATION)


class Status(StrEnum):
    """How a device is doing, as far as its sources know."""

    ONLINE = "online"
    OFFLINE = "offline"
    MISSING = "missing"
    UNKNOWN = "unknown"
    """No source looks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """When a source has seen a device, and at which address. Observed anew by each run, so it is in no history."""

    device_id: str
    source_id: str
    first_seen: datetime
    last_seen: datetime
    """When it was there the last time."""
    last_run: datetime
    """When its source last looked for it, completely."""
    addresses: tuple[str, ...] = ()
    missed: int = 0
    """Complete runs since that did not find it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceUpdate:
    """What a run changes about one device."""

    device: Device
    """As it is now."""
    after: Device
    is_back: bool = False
    is_missing: bool = False


class Reason(StrEnum):
    """Why two devices may be one."""

    ADDRESS = "same_address"
    HOST_NAME = "same_host_name"
    NAME = "same_name"
    RANDOM_MAC = "new_random_mac"
    TWO_SITES = "same_mac_at_two_sites"
    BOTH_STRONG = "strong_identities_of_two"
    """What was seen has the strong identities of two devices: they are one, or an address was copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two devices that may be one; a person decides."""

    first_id: str
    second_id: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run would do, to be looked at and then done, as one batch."""

    new: tuple[tuple[str, Observation], ...] = ()
    """The id that a new device gets, and what was seen of it."""
    changed: tuple[DeviceUpdate, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    """Of everything that was looked for, new devices included."""
    seen: Mapping[str, tuple[Identity, ...]] = field(default_factory=dict)
    """By what the source knows each device that was there, its addresses included."""
    suggestions: tuple[Suggestion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
