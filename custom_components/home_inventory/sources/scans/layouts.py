"""Tables of hosts, as CSV or JSON: which program's they are, and what their columns mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_ip, normalize_mac
from ...domain.observations import Origin, Presence
from .lines import NEIGHBOUR_STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Column(StrEnum):
    """What a column of a table holds. Several columns may hold the same."""

    IP = "ip"
    MAC = "mac"
    NAME = "name"
    """What people call it."""
    HOST_NAME = "host_name"
    """What it calls itself, or what the name server calls it."""
    VENDOR = "vendor"
    MODEL = "model"
    SERIAL = "serial"
    FIRMWARE = "firmware"
    TYPE = "device_type"
    PLACE = "place"
    STATE = "state"
    LAST_SEEN = "last_seen"
    UPLINK = "uplink"
    """The hardware address of what it is connected to: a switch, an access point."""
    WIRED = "wired"
    WIRELESS = "wireless"


_STATES: Final[dict[str, Presence]] = {
    **dict.fromkeys(("up", "1", "true", "yes", "online", "on", "active", "connected"), Presence.SEEN),
    **dict.fromkeys(("down", "0", "false", "no", "offline", "off", "inactive", "disconnected"), Presence.ABSENT),
}
_WINDOWS_STATES: Final[dict[str, Presence]] = {
    # MSFT_NetNeighbor: 0 unreachable, 1 incomplete, 2 probe, 3 delay, 4 stale, 5 reachable, 6 permanent.
    "2": Presence.LISTED,
    "3": Presence.LISTED,
    "4": Presence.LISTED,
    "5": Presence.SEEN,
    **{state: presence for state, presence in NEIGHBOUR_STATES.items() if state != "permanent"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The table of one program."""

    format: str
    marks: frozenset[str] = frozenset()
    """Columns by which it is known, in lower case."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    """By the name of the column, in lower case."""
    host_names: Origin = Origin.DHCP
    """Where the names in its `HOST_NAME` columns come from."""
    states: Mapping[str, Presence] = field(default_factory=lambda: _STATES)
    drops_other_states: bool = False
    """Whether a row in none of these states is no host."""
    default: Presence = Presence.LISTED
    """What a row says without a state."""
    needs_mac: bool = False
    """Whether a row without a usable hardware address is no host (the broadcast address, the internet)."""


LAYOUTS: Final = (
    Layout(
        format="ip_neigh",
        marks=frozenset({"dst", "dev"}),
        columns={"dst": Column.IP, "lladdr": Column.MAC, "state": Column.STATE},
        states=NEIGHBOUR_STATES,
        drops_other_states=True,
        needs_mac=True,
    ),
    Layout(
        format="get_net_neighbor",
        marks=frozenset({"ipaddress", "linklayeraddress"}),
        columns={"ipaddress": Column.IP, "linklayeraddress": Column.MAC, "state": Column.STATE},
        # Permanent rows are multicast groups and the machine's own.
        states=_WINDOWS_STATES,
        drops_other_states=True,
        needs_mac=True,
    ),
    Layout(
        format="netalertx",
        marks=frozenset({"devmac", "devname"}),
        columns={
            "devmac": Column.MAC,
            "devname": Column.NAME,
            "devfqdn": Column.HOST_NAME,
            "devtype": Column.TYPE,
            "devvendor": Column.VENDOR,
            "devlastip": Column.IP,
            "devprimaryipv4": Column.IP,
            "devprimaryipv6": Column.IP,
            "devlocation": Column.PLACE,
            "devlastconnection": Column.LAST_SEEN,
            "devpresentlastscan": Column.STATE,
            "devparentmac": Column.UPLINK,
        },
        host_names=Origin.PTR,
        needs_mac=True,
    ),
    Layout(
        format="watchyourlan",
        marks=frozenset({"mac", "hw", "iface"}),
        columns={
            "mac": Column.MAC,
            "ip": Column.IP,
            "name": Column.NAME,
            "dns": Column.HOST_NAME,
            "hw": Column.VENDOR,
            "date": Column.LAST_SEEN,
            "now": Column.STATE,
        },
        host_names=Origin.PTR,
        needs_mac=True,
    ),
    Layout(
        format="unifi",
        marks=frozenset({"mac", "oui"}),
        # A client that has been disconnected for long is in the list with its last time only.
        columns={
            "mac": Column.MAC,
            "ip": Column.IP,
            "last_ip": Column.IP,
            "name": Column.NAME,
            "hostname": Column.HOST_NAME,
            "oui": Column.VENDOR,
            "last_seen": Column.LAST_SEEN,
            "is_wired": Column.WIRED,
            "ap_mac": Column.UPLINK,
            "sw_mac": Column.UPLINK,
        },
        default=Presence.SEEN,
        needs_mac=True,
    ),
    Layout(
        format="omada",
        marks=frozenset({"mac", "wireless", "active"}),
        columns={
            "mac": Column.MAC,
            "ip": Column.IP,
            "name": Column.NAME,
            "hostname": Column.HOST_NAME,
            "vendor": Column.VENDOR,
            "devicetype": Column.TYPE,
            "lastseen": Column.LAST_SEEN,
            "active": Column.STATE,
            "wireless": Column.WIRELESS,
            "apmac": Column.UPLINK,
            "switchmac": Column.UPLINK,
            "gatewaymac": Column.UPLINK,
        },
        needs_mac=True,
    ),
)

_GUESSES: Final[Mapping[Column, str]] = {
    Column.IP: "ip ipaddress ipaddr address ipv4 ipv4address ipv6 ipv6address lastip ipadresse ips",
    Column.MAC: "mac macaddress macaddr hwaddress hwaddr hardwareaddress physicaladdress ethernet lladdr macadresse fysiskadresse",
    Column.NAME: "name devicename alias customname friendlyname label navn enhetsnavn clientname device",
    Column.HOST_NAME: "hostname host dns dnsname fqdn netbios netbiosname vertsnavn computername",
    Column.VENDOR: "vendor manufacturer maker oui brand company produsent leverandør",
    Column.MODEL: "model modell productname",
    Column.SERIAL: "serial serialnumber serienummer",
    Column.FIRMWARE: "firmware firmwareversion",
    Column.TYPE: "type devicetype category enhetstype",
    Column.PLACE: "location place room zone area plassering rom",
    Column.UPLINK: "uplink uplinkmac parentmac switchmac apmac",
    Column.STATE: "state status online active up present tilstand",
    Column.LAST_SEEN: "lastseen lastconnection lastonline lastchange seen sistsett date timestamp",
}
_MEANINGS: Final = {word: column for column, words in _GUESSES.items() for word in words.split()}


def known_layout(names: Iterable[str]) -> Layout | None:
    """Return the layout of the program that writes these columns, if it is known."""
    folded = {name.strip().casefold() for name in names}
    return next((layout for layout in LAYOUTS if layout.marks <= folded), None)


def guessed_layout(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Layout:
    """Return what the columns of an unknown program probably mean: by their names, addresses also by what is in them."""
    columns: dict[str, Column] = {}
    for name in names:
        if meaning := _MEANINGS.get(re.sub(r"[\W_]", "", name.casefold())):
            columns.setdefault(name.strip().casefold(), meaning)
    for wanted, reads in ((Column.MAC, normalize_mac), (Column.IP, normalize_ip)):
        if wanted in columns.values():
            continue
        for place, name in enumerate(names):
            cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
            if cells and sum(1 for cell in cells if reads(cell)) * 2 > len(cells):
                columns[name.strip().casefold()] = wanted
                break
    return Layout(format="table", columns=columns, host_names=Origin.SCAN)


def mapped_layout(mapping: Mapping[str, Column]) -> Layout:
    """Return the layout that a person has chosen: what the columns mean, by their names."""
    return Layout(
        format="table",
        columns={name.strip().casefold(): column for name, column in mapping.items()},
        host_names=Origin.SCAN,
    )
