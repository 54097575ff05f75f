"""The kernel's neighbour table: which hardware address it has for which IP address, and since when it is sure.

The table keeps what is long gone: a host that was unplugged a minute ago is listed with its hardware address
for eight more seconds of asking. So every entry says when it was last confirmed, and callers must look at that.
"""

from __future__ import annotations

import os
import socket
import struct
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from ...domain.addresses import normalize_mac
from .netlink import attributes, dump

_GET_NEIGHBOURS: Final = 30
_BODY: Final = struct.Struct("=BxxxiHBB")
"""Family, interface, state, flags, type (struct ndmsg)."""
_DESTINATION, _HARDWARE, _CACHE = 1, 2, 3
_AGES: Final = struct.Struct("=III")
"""Clock ticks since it was confirmed, used and updated (struct nda_cacheinfo)."""
_LENGTH_OF_MAC: Final = 6
_INCOMPLETE, _REACHABLE, _DELAY, _PROBE = 0x01, 0x02, 0x08, 0x10
_UNDER_WAY: Final = _INCOMPLETE | _DELAY | _PROBE
_FAILED, _NO_ARP = 0x20, 0x40


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """One entry of the table."""

    address: str
    """IPv4 or IPv6, as it is usually written."""
    mac: str | None
    """Normalized; None if the kernel has none, or none that a device could have."""
    interface: int
    """The number of the interface it is behind."""
    state: int
    """NUD_… bits of linux/neighbour.h."""
    confirmed_s: float
    """Seconds since it was certain that the address answers."""

    @property
    def is_under_way(self) -> bool:
        """Return whether the kernel is still asking."""
        return bool(self.state & _UNDER_WAY)

    @property
    def is_lost(self) -> bool:
        """Return whether the kernel has no answer, or is not asking such addresses at all (multicast)."""
        return bool(self.state & (_FAILED | _INCOMPLETE | _NO_ARP))

    def is_there(self, since_s: float) -> bool:
        """Return whether it answered in the last seconds, or the kernel has no doubt for now.

        The kernel doesn't ask again for what it has no doubt about (15 to 45 s after an answer by default).
        Such an entry counts, with the time of that answer.
        """
        if self.mac is None or self.is_lost:
            return False
        return bool(self.state & _REACHABLE) or self.confirmed_s <= since_s


def list_neighbours(interface: int, *, ipv6: bool = False) -> list[Neighbour]:
    """Return the table's IPv4 or IPv6 entries of one interface. Needs no rights; blocks; raises OSError."""
    family = socket.AF_INET6 if ipv6 else socket.AF_INET
    found = (_read(message) for message in dump(_GET_NEIGHBOURS, _BODY.pack(family, 0, 0, 0, 0)))
    return [entry for entry in found if entry is not None and entry.interface == interface]


def _read(message: bytes) -> Neighbour | None:
    """Return one entry; None for a message that is none."""
    if len(message) < _BODY.size:
        return None
    _family, interface, state, _flags, _type = _BODY.unpack_from(message)
    values = attributes(message, _BODY.size)
    if len(values.get(_DESTINATION, b"")) not in {4, 16}:
        return None
    hardware = values.get(_HARDWARE, b"")
    cache = values.get(_CACHE, b"")
    ticks = _AGES.unpack_from(cache)[0] if len(cache) >= _AGES.size else 0xFFFFFFFF
    return Neighbour(
        address=str(ip_address(values[_DESTINATION])),
        mac=normalize_mac(hardware.hex()) if len(hardware) == _LENGTH_OF_MAC else None,
        interface=interface,
        state=state,
        confirmed_s=ticks / os.sysconf("SC_CLK_TCK"),
    )
