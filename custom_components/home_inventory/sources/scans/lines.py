"""Formats of one host per line: arp-scan, `ip neigh` and dnsmasq's leases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...domain.observations import Origin, Presence
from .hosts import Host, Reading, Reason, clean

if TYPE_CHECKING:
    from datetime import tzinfo

NEIGHBOUR_STATES: Final[dict[str, Presence]] = {
    "reachable": Presence.SEEN,
    "stale": Presence.LISTED,
    "delay": Presence.LISTED,
    "probe": Presence.LISTED,
    "permanent": Presence.LISTED,
}
"""States of Linux' neighbour table (ip-neighbour(8)). Of the others (failed, incomplete, none, noarp) nobody is there:
the kernel keeps an unplugged host for a while, so only "reachable" is a sighting."""

_IPV4: Final = r"\d{1,3}(?:\.\d{1,3}){3}"
_MAC: Final = r"(?:[0-9A-Fa-f]{1,2}[:-]){5}[0-9A-Fa-f]{1,2}"
_ARP_SCAN: Final = re.compile(rf"(?P<ip>{_IPV4})\s+(?P<mac>{_MAC})(?:\s+(?P<vendor>.*))?")
_NEIGHBOUR: Final = re.compile(rf"(?P<ip>[0-9A-Fa-f:.]+) dev \S+(?:.*? lladdr (?P<mac>{_MAC}))?(?P<rest>.*)")
_LEASE: Final = re.compile(rf"\d+ (?:[0-9A-Fa-f]{{2}}-)?(?P<mac>{_MAC}) (?P<ip>{_IPV4}) (?P<name>\S+)(?: \S+)?")
_LEASE6: Final = re.compile(r"duid \S+|\d+ T?\d+ [0-9A-Fa-f:]+ \S+ \S+")


def is_arp_scan(text: str) -> bool:
    """Return whether a text is the output of arp-scan."""
    lines = [line.strip() for line in text[:4000].splitlines()]
    return any("arp-scan" in line for line in lines) or any(_ARP_SCAN.fullmatch(line) for line in lines)


def is_neighbours(text: str) -> bool:
    """Return whether a text is the output of `ip neigh`."""
    return any(_NEIGHBOUR.fullmatch(line.strip()) for line in text[:4000].splitlines())


def is_leases(text: str) -> bool:
    """Return whether a text is a file of dnsmasq's leases."""
    return any(_LEASE.fullmatch(line.strip()) for line in text[:4000].splitlines())


def read_arp_scan(text: str, _zone: tzinfo | None = None) -> Reading:
    """Return the hosts of arp-scan's output (1.9, 1.10; tabs or blanks).

    It never says which network it has gone through, so nothing is absent. Several rows for one address, marked
    "(DUP: 2)", are different devices.
    """
    reading = Reading(names_conflicts=True)
    for number, line in enumerate(text.splitlines(), 1):
        row = _ARP_SCAN.fullmatch(line.strip())
        if row is None:
            # Around the hosts it says what it does in sentences; those begin with a word.
            if line[:1].isdigit() and "packets received" not in line:
                reading.complain(number, Reason.BAD_ROW, line)
            continue
        vendor = re.sub(r"\s*\(DUP: \d+\)", "", row["vendor"] or "")
        host = _host(reading, number, row["ip"], row["mac"])
        if host is not None:
            host.vendor = None if vendor.startswith("(Unknown") else clean(vendor)
    if "arp-scan" in text and "Ending arp-scan" not in text:
        reading.complain(len(text.splitlines()), Reason.CUT_OFF)
    return reading


def read_neighbours(text: str, _zone: tzinfo | None = None) -> Reading:
    """Return the neighbours of `ip neigh`'s output that have a hardware address."""
    reading = Reading()
    for number, line in enumerate(text.splitlines(), 1):
        row = _NEIGHBOUR.fullmatch(line.strip())
        if row is None:
            if line.strip():
                reading.complain(number, Reason.BAD_ROW, line)
            continue
        states = row["rest"].casefold().split()
        presence = NEIGHBOUR_STATES.get(states[-1]) if states else None
        if row["mac"] and presence and (host := _host(reading, number, row["ip"], row["mac"])):
            host.presence = presence
    return reading


def read_leases(text: str, _zone: tzinfo | None = None) -> Reading:
    """Return the devices with a lease: whether they are there now it does not say. IPv6 leases have no hardware address."""
    reading = Reading()
    for number, line in enumerate(text.splitlines(), 1):
        row = _LEASE.fullmatch(line.strip())
        if row is None:
            if line.strip() and not _LEASE6.fullmatch(line.strip()):
                reading.complain(number, Reason.BAD_ROW, line)
            continue
        if host := _host(reading, number, row["ip"], row["mac"]):
            host.presence = Presence.LISTED
            host.add_name(row["name"], Origin.DHCP)
    return reading


def _host(reading: Reading, line: int, ip: str, mac: str) -> Host | None:
    """Add a host with a hardware address; a row with one that no device has (broadcast, multicast) is none."""
    known = reading.mac_of(line, mac)
    address = reading.ip_of(line, ip) if known else None
    if known is None or address is None:
        return None
    host = Host(line=line, mac=known, ips=[address])
    reading.add(host)
    return host
