"""One row of a scan, in whatever format, and how rows become observations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_ip, normalize_mac, order_of
from ...domain.observations import (
    Conflict,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Presence,
    Told,
    serial_identity,
)
from .errors import ScanTooManyHostsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ...domain.models import Json
    from ...domain.observations import Link, Note

MAX_HOSTS: Final = 65_536
MAX_PROBLEMS: Final = 1_000
"""More of them tell nobody more; a file may be nothing else."""
_MOST: Final = 256
"""Addresses and names of one host: a router has some dozens, a damaged or hostile file thousands."""
_LONGEST: Final = 255
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_NO_NAMES: Final = frozenset(
    {"*", "-", "?", "n/a", "none", "null", "unknown", "(unknown)", "(name not found)", "localhost"}
)
_HOST_NAME: Final = re.compile(r"[\w-]+(\.[\w-]+)*\.?")
_SHORTENED: Final = frozenset({Origin.PTR, Origin.DHCP, Origin.MDNS})


class Reason(StrEnum):
    """Why a row was not taken, or not as it is written."""

    NO_ADDRESS = "no_address"
    BAD_MAC = "bad_mac"
    BAD_IP = "bad_ip"
    BAD_NETWORK = "bad_network"
    BAD_ROW = "bad_row"
    CUT_OFF = "cut_off"
    """The file ends or is damaged here; the rows before it were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about one row."""

    line: int
    """The line in a text or XML (from 1), the place of the host in JSON (from 1), 0 for what is around the hosts."""
    reason: Reason
    value: str = ""
    """What is written there, at most 80 characters."""


@dataclass(slots=True, kw_only=True)
class Host:
    """What one row says. Addresses are normalized."""

    line: int
    mac: str | None = None
    ips: list[str] = field(default_factory=list)
    names: list[Told] = field(default_factory=list)
    vendor: str | None = None
    model: str | None = None
    serial: str | None = None
    firmware: str | None = None
    device_type: str | None = None
    place: str | None = None
    presence: Presence = Presence.SEEN
    seen_at: datetime | None = None
    link: Link | None = None
    uplink: str | None = None
    """The hardware address of what it is connected to."""
    extra: dict[str, Json] = field(default_factory=dict)

    def add_name(self, text: object, origin: Origin) -> None:
        """Add a name; words that only say that there is none are left out, host names lose their domain."""
        name = clean(text)
        if name is None or name.casefold() in _NO_NAMES or normalize_ip(name) or normalize_mac(name):
            return
        if origin in _SHORTENED and _HOST_NAME.fullmatch(name):
            name = name.partition(".")[0]
        told = Told(name, origin)
        if told not in self.names:
            self.names.append(told)


@dataclass(slots=True, kw_only=True)
class Reading:
    """What a format's reader brings."""

    hosts: list[Host] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    networks: tuple[str, ...] = ()
    """The networks that the file says were looked through to the end."""
    site: str | None = None
    names_conflicts: bool = False
    """Whether two hardware addresses at one IP address are a conflict here: only if all answered in one scan."""
    notes: list[Note] = field(default_factory=list)

    def add(self, host: Host) -> None:
        """Add a host. Raises ScanTooManyHostsError."""
        if len(self.hosts) >= MAX_HOSTS:
            raise ScanTooManyHostsError(MAX_HOSTS)
        self.hosts.append(host)

    def complain(self, line: int, reason: Reason, value: object = "") -> None:
        """Add a problem, up to MAX_PROBLEMS."""
        if len(self.problems) >= MAX_PROBLEMS:
            return
        self.problems.append(Problem(line=line, reason=reason, value=(clean(value) or "")[:80]))

    def mac_of(self, line: int, text: object) -> str | None:
        """Return a hardware address; None for none, for one that no device has, and (a problem) for what is none."""
        written = clean(text)
        if written is None:
            return None
        mac = normalize_mac(written)
        if mac is None and len(re.sub(r"[^0-9A-Fa-f]", "", written)) != 12:  # noqa: PLR2004 - its digits
            self.complain(line, Reason.BAD_MAC, written)
        return mac

    def ip_of(self, line: int, text: object) -> str | None:
        """Return an IP address; None for none, and (a problem) for what no device could have."""
        written = clean(text)
        if written is None:
            return None
        address = normalize_ip(written)
        if address is None:
            self.complain(line, Reason.BAD_IP, written)
        return address


def clean(text: object) -> str | None:
    """Return a value as one line of at most 255 characters that can be stored; None for what is no text or is empty."""
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    return " ".join(_CONTROLS.sub(" ", str(text)).split())[:_LONGEST] or None


def observations_of(hosts: Iterable[Host], site: str) -> tuple[Observation, ...]:
    """Return one observation per device: rows with one hardware address are one, what was said last counts.

    Addresses and host names are in the scope of `site`.
    """
    return tuple(_observation(host, site) for host in _merged(hosts))


def conflicts_of(hosts: Iterable[Host]) -> tuple[Conflict, ...]:
    """Return the IP addresses that several hardware addresses have answered for."""
    macs: dict[str, dict[str, None]] = {}
    for host in hosts:
        for address in host.ips if host.mac and host.presence is Presence.SEEN else ():
            macs.setdefault(address, {})[host.mac or ""] = None
    found = sorted((address for address, several in macs.items() if len(several) > 1), key=order_of)
    return tuple(Conflict(address=address, macs=tuple(sorted(macs[address]))) for address in found)


def _merged(hosts: Iterable[Host]) -> list[Host]:
    """Return the hosts, each once."""
    merged: dict[str, Host] = {}
    without: list[Host] = []
    owners: dict[str, Host] = {}
    for host in hosts:
        if host.mac is None:
            without.append(host)
            continue
        known = merged.setdefault(host.mac, host)
        if known is not host:
            _absorb(known, host)
        owners.update(dict.fromkeys(host.ips, known))
    for host in without:
        known = next((owners[address] for address in host.ips if address in owners), host)
        if known is host:
            merged[f"ip {host.ips[0]}"] = host
            owners.update(dict.fromkeys(host.ips, host))
        else:
            _absorb(known, host)
    return list(merged.values())


def _absorb(known: Host, later: Host) -> None:
    """Add what a later row says of the same host."""
    known.ips = list(dict.fromkeys(known.ips + later.ips))[:_MOST]
    known.names = list(dict.fromkeys(known.names + later.names))[:_MOST]
    for name in ("vendor", "model", "serial", "firmware", "device_type", "place", "seen_at", "link", "uplink"):
        if (value := getattr(later, name)) is not None:
            setattr(known, name, value)
    known.presence = later.presence
    known.extra |= later.extra


def _observation(host: Host, site: str) -> Observation:
    """Return what a host says as an observation."""
    identities = [Identity(IdentityKind.MAC, host.mac)] if host.mac else []
    if host.vendor and host.serial and (serial := serial_identity(host.vendor, host.serial)):
        identities.append(serial)
    identities += [Identity(IdentityKind.ADDRESS, address, site) for address in sorted(host.ips, key=order_of)]
    labels = dict.fromkeys(told.value.casefold() for told in host.names if told.origin in _SHORTENED)
    identities += [Identity(IdentityKind.HOST_NAME, label, site) for label in labels]
    return Observation(
        identities=tuple(identities),
        names=tuple(host.names),
        manufacturer=Told(host.vendor, Origin.VENDOR) if host.vendor else None,
        model=Told(host.model, Origin.SCAN) if host.model else None,
        serial_number=Told(host.serial, Origin.SCAN) if host.serial else None,
        firmware=Told(host.firmware, Origin.SCAN) if host.firmware else None,
        device_type=host.device_type,
        place=(host.place,) if host.place else (),
        presence=host.presence,
        seen_at=host.seen_at,
        parent=Identity(IdentityKind.MAC, host.uplink) if host.uplink and host.uplink != host.mac else None,
        link=host.link,
        extra=host.extra,
    )
