"""What a source has seen, before anything is made of it: every source speaks of devices in these words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .addresses import is_random_mac

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from .models import Json


class IdentityKind(StrEnum):
    """By what a device can be known again."""

    MAC = "mac"
    """Its hardware address, in the form "aa:bb:cc:dd:ee:ff"."""
    SERIAL = "serial"
    """Maker and serial number, as `serial_identity` writes them: a number alone is no more than a number."""
    UDN = "upnp_udn"
    MDNS = "mdns_id"
    HASS = "hass_device"
    """The id of a device in Home Assistant's registry."""
    HOMESEER = "homeseer_ref"
    """The ref of a device, in the scope of its HomeSeer."""
    ADDRESS = "ip"
    """In the scope of a site: the same 192.168.1.0/24 is at many."""
    HOST_NAME = "hostname"
    """In the scope of a site."""


_WEAK: Final = frozenset({IdentityKind.ADDRESS, IdentityKind.HOST_NAME})
_SHORTEST_SERIAL: Final = 4
_SCOPED: Final = frozenset({IdentityKind.HOMESEER, *_WEAK})


@dataclass(frozen=True, slots=True)
class Identity:
    """One way to know a device again."""

    kind: IdentityKind
    value: str
    scope: str = ""
    """The source or site that it counts in; empty if it counts everywhere."""

    @property
    def is_strong(self) -> bool:
        """Return whether two devices that share it are one. All others only make people think so."""
        if self.kind in _WEAK:
            return False
        return not (self.kind is IdentityKind.MAC and is_random_mac(self.value))

    @property
    def needs_scope(self) -> bool:
        """Return whether it says nothing without the source or site it is from."""
        return self.kind in _SCOPED


class Origin(StrEnum):
    """Where a value comes from. Of several the first counts: what a person says before what a machine guesses."""

    USER = "user"
    HASS_USER = "hass_user"
    """A name that was given in Home Assistant."""
    HOMESEER = "homeseer"
    CONTROLLER = "controller"
    """A router or access point that people name their devices in."""
    HASS = "hass"
    DHCP = "dhcp"
    MDNS = "mdns"
    PTR = "ptr"
    SSDP = "ssdp"
    SCAN = "scan"
    """A file with the result of another program."""
    VENDOR = "vendor"


PRECEDENCE: Final[Mapping[Origin, int]] = {origin: place for place, origin in enumerate(Origin)}


class Link(StrEnum):
    """How a device is connected to the one it hangs on."""

    ETHERNET = "ethernet"
    WIFI = "wifi"
    ZWAVE = "zwave"
    ZIGBEE = "zigbee"
    BLUETOOTH = "bluetooth"
    THREAD = "thread"
    OTHER = "other"


class Presence(StrEnum):
    """What a source says about whether a device is there now."""

    SEEN = "seen"
    LISTED = "listed"
    """It is known there; whether it answers is not."""
    ABSENT = "absent"


class NoteKind(StrEnum):
    """What people may want to know about a run besides its devices; of each there is a number."""

    ORPHANS = "features_without_device"
    """Features that belong to no device and are taken as devices."""
    DOUBLES = "listed_twice"
    UNREADABLE = "unreadable_entries"
    UNASKED = "addresses_not_asked"
    DOWN = "hosts_down"


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd about a run, and how often it was so."""

    kind: NoteKind
    count: int

    def __str__(self) -> str:
        """Return how it is kept with the run."""
        return f"{self.kind} {self.count}"


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and where it comes from."""

    value: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part of a device that its source counts by itself: a feature, a channel, a sensor."""

    key: str
    name: str
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What one source has seen of one device in one run."""

    identities: tuple[Identity, ...]
    """What it is known by, the most telling first; never empty."""
    names: tuple[Told, ...] = ()
    manufacturer: Told | None = None
    model: Told | None = None
    serial_number: Told | None = None
    firmware: Told | None = None
    device_type: str | None = None
    place: tuple[str, ...] = ()
    """Where its source says it is, the outermost first, in the source's own words (or Home Assistant's area id)."""
    presence: Presence = Presence.SEEN
    seen_at: datetime | None = None
    """When it was there, if the source knows that better than the time of the run."""
    parent: Identity | None = None
    """What it hangs on."""
    link: Link | None = None
    components: tuple[Component, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)
    """What else its source says, to be looked at."""

    @property
    def name(self) -> str | None:
        """Return the name that counts most."""
        return min(self.names, key=lambda told: PRECEDENCE[told.origin]).value if self.names else None

    def of_kind(self, kind: IdentityKind) -> tuple[str, ...]:
        """Return the values of its identities of a kind."""
        return tuple(identity.value for identity in self.identities if identity.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Several devices that answer to one address at the same time."""

    address: str
    macs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What one run of a source has brought."""

    observations: tuple[Observation, ...]
    is_complete: bool
    """Whether what is missing in it was looked for: only then anything may be called missing."""
    networks: tuple[str, ...] = ()
    """The networks that were looked through completely, as "192.168.1.0/24"."""
    conflicts: tuple[Conflict, ...] = ()
    gateway: str | None = None
    """The address of the router that leads out of the network, if one network was looked through."""
    mode: str | None = None
    """How it was done, if there are several ways."""
    notes: tuple[Note, ...] = ()
    """What people should know about the run."""


def serial_identity(manufacturer: str, serial_number: str) -> Identity | None:
    """Return the identity of a maker and a serial number; None for what is no number but a word like "unknown"."""
    serial = "".join(serial_number.split()).casefold()
    if len(serial) < _SHORTEST_SERIAL or not any(letter.isdigit() for letter in serial) or len(set(serial)) == 1:
        return None
    return Identity(IdentityKind.SERIAL, f"{' '.join(manufacturer.split()).casefold()}/{serial}")
