"""What devices are called, put together from whoever has a name for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_ip, normalize_mac
from ...domain.observations import PRECEDENCE, Origin, Told
from ...domain.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .answers import Answer

_MADE_OF_ADDRESS: Final = re.compile(r"(?:[a-z]+[-.]?)?\d{1,3}([-.])\d{1,3}\1\d{1,3}\1\d{1,3}")
"""As "192-168-1-20" or "ip-10-0-0-5": what a router says of devices that it has no name for."""
_NO_NAMES: Final = frozenset({"", "localhost", "unknown", "*", "none", "null"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name that something in Home Assistant has for a device: DHCP, mDNS, SSDP, a tracker."""

    name: str
    origin: Origin
    mac: str | None = None
    """In any form; where there is one it alone counts, as the address may be another device's by now."""
    address: str | None = None


def names_by_mac(
    answers: Iterable[Answer], known: Iterable[KnownName], pointers: Mapping[str, str]
) -> dict[str, tuple[Told, ...]]:
    """Return the names of each hardware address that answered, the one that counts most first.

    `pointers` are names by IP address, as the DNS has them. An address that several devices answer for gives no name.
    """
    answers = list(answers)
    macs_at: dict[str, set[str]] = {}
    for answer in answers:
        macs_at.setdefault(answer.address, set()).add(answer.mac)
    told: dict[str, set[Told]] = {}
    from_dns = (KnownName(name=name, origin=Origin.PTR, address=address) for address, name in pointers.items())
    for entry in (*known, *from_dns):
        name = _host_name(entry.name, entry.origin)
        mac = _mac_of(entry, macs_at)
        if name is not None and mac is not None:
            told.setdefault(mac, set()).add(Told(name, entry.origin))
    heard = {answer.mac for answer in answers}
    return {
        mac: tuple(sorted(several, key=lambda one: (PRECEDENCE[one.origin], one.value)))
        for mac, several in told.items()
        if mac in heard
    }


def _mac_of(entry: KnownName, macs_at: Mapping[str, set[str]]) -> str | None:
    """Return whose name it is; None if that isn't certain."""
    if entry.mac is not None:
        return normalize_mac(entry.mac)
    macs = macs_at.get(normalize_ip(entry.address or "") or "", set())
    return next(iter(macs)) if len(macs) == 1 else None


def _host_name(name: str, origin: Origin) -> str | None:
    """Return a name as people know it: without the domain, unless it is no host's name but a text."""
    short = one_line(name).rstrip(".")
    if origin in {Origin.PTR, Origin.DHCP, Origin.MDNS} and not _MADE_OF_ADDRESS.match(short):
        short = short.partition(".")[0]
    return None if short.casefold() in _NO_NAMES or _MADE_OF_ADDRESS.match(short.casefold()) else short
