"""Our own format, version 1: docs/scan-format.md and contrib/home_inventory_scan.schema.json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...domain.addresses import parse_network
from ...domain.errors import InventoryError
from ...domain.observations import Link, Origin, Presence
from .errors import ScanUnreadableError, ScanVersionError
from .hosts import Host, Reading, Reason, clean
from .times import parse_time

if TYPE_CHECKING:
    from datetime import tzinfo

    from ...domain.models import Json

FORMAT: Final = "home-inventory-scan"
VERSION: Final = 1
_PRESENCES: Final = {"up": Presence.SEEN, "down": Presence.ABSENT, "unknown": Presence.LISTED}
_ORIGINS: Final = {
    # A file must not say that the person here has said it: that would lock the name.
    "user": Origin.CONTROLLER,
    "controller": Origin.CONTROLLER,
    "dhcp": Origin.DHCP,
    "dns": Origin.PTR,
    "mdns": Origin.MDNS,
    "ssdp": Origin.SSDP,
}
_READ: Final = frozenset(
    ("ip", "ips", "mac", "also_macs", "hostname", "names", "vendor", "model", "serial", "state", "last_seen", "extra")
)
_MOST_ADDRESSES: Final = 256
_EXTRA_LIMIT: Final = 50
_EXTRA_DEPTH: Final = 4
_LARGEST: Final = 2**53
"""As far as every JSON reader counts exactly."""


def read_own(data: dict[str, Json], zone: tzinfo) -> Reading:
    """Return the hosts of a file. What is wrong with one host leaves out that host or value only.

    Raises ScanVersionError for a later version, ScanUnreadableError if `hosts` is none.
    """
    version, hosts = data.get("version"), data.get("hosts")
    if version != VERSION or isinstance(version, bool):
        raise ScanVersionError(version, VERSION)
    if isinstance(hosts, dict):
        # ConvertTo-Json of Windows PowerShell writes a list of one as the one.
        hosts = [hosts]
    if not isinstance(hosts, list):
        raise ScanUnreadableError(FORMAT, 0)
    reading = Reading(site=clean(data.get("site")), names_conflicts=True)
    for place, row in enumerate(hosts, 1):
        if isinstance(row, dict):
            _read_host(reading, place, row, zone)
        else:
            reading.complain(place, Reason.BAD_ROW, row)
    if data.get("complete") is True:
        reading.networks = _networks(reading, data.get("networks"))
    return reading


def _read_host(reading: Reading, place: int, row: dict[str, Json], zone: tzinfo) -> None:
    """Add a host, and one more for each other device that answered for its address."""
    host = Host(line=place, mac=reading.mac_of(place, row.get("mac")))
    several = row.get("ips")
    for text in (row.get("ip"), *(several[:_MOST_ADDRESSES] if isinstance(several, list) else [several])):
        if (address := reading.ip_of(place, text)) and address not in host.ips:
            host.ips.append(address)
    host.presence = _PRESENCES.get(str(row.get("state", "up")), Presence.LISTED)
    host.seen_at = parse_time(row.get("last_seen"), zone)
    host.vendor, host.model, host.serial = (clean(row.get(key)) for key in ("vendor", "model", "serial"))
    host.link = Link.WIFI if clean(row.get("ssid")) else None
    _read_names(host, row)
    extra = row.get("extra")
    more: dict[str, Json] = {key: value for key, value in row.items() if key not in _READ and value is not None}
    if isinstance(extra, dict):
        more |= extra
    host.extra = _kept_all(more, _EXTRA_DEPTH)
    if not host.mac and not host.ips:
        reading.complain(place, Reason.NO_ADDRESS)
        return
    reading.add(host)
    others = row.get("also_macs")
    for text in others[:_MOST_ADDRESSES] if isinstance(others, list) else [others]:
        if other := reading.mac_of(place, text):
            # The IPv4 address is what both answered for; the other addresses are the first one's.
            reading.add(Host(line=place, mac=other, ips=host.ips[:1], presence=host.presence, seen_at=host.seen_at))


def _read_names(host: Host, row: dict[str, Json]) -> None:
    """Take the names, those with a source first."""
    names = row.get("names")
    for name in names[:_MOST_ADDRESSES] if isinstance(names, list) else [names]:
        if isinstance(name, dict):
            host.add_name(name.get("value"), _ORIGINS.get(str(name.get("source")), Origin.SCAN))
    known = {told.value.casefold() for told in host.names}
    host_name = clean(row.get("hostname"))
    if host_name and host_name.partition(".")[0].casefold() not in known:
        host.add_name(host_name, Origin.PTR)


def _networks(reading: Reading, rows: Json) -> tuple[str, ...]:
    """Return the networks that were looked through. One that can't be is left out: nothing in it is absent then."""
    found: dict[str, None] = {}
    for row in rows if isinstance(rows, list) else [rows]:
        text = clean(row.get("cidr")) if isinstance(row, dict) else None
        if text is None:
            continue
        try:
            found[str(parse_network(text))] = None
        except InventoryError:
            reading.complain(0, Reason.BAD_NETWORK, text)
    return tuple(found)


def _kept_all(values: dict[str, Json], depth: int) -> dict[str, Json]:
    """Return what is kept to be looked at, without what a database refuses (NUL, halves of characters)."""
    named = ((clean(key), value) for key, value in list(values.items())[:_EXTRA_LIMIT])
    return {key: _kept(value, depth) for key, value in named if key}


def _kept(value: Json, depth: int) -> Json:
    """Return one value as it is kept."""
    if isinstance(value, dict | list):
        if not depth:
            return None
        if isinstance(value, dict):
            return _kept_all(value, depth - 1)
        return [_kept(part, depth - 1) for part in value[:_EXTRA_LIMIT]]
    if value is None or isinstance(value, bool) or (isinstance(value, int | float) and abs(value) < _LARGEST):
        return value
    return clean(value)
