"""Finding the IPv6 addresses of devices that are known by their hardware address."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from .neighbours import list_neighbours

if TYPE_CHECKING:
    from .adapters import Adapter

_ALL_NODES: Final = "ff02::1"
_ECHO_REQUEST: Final = bytes([128, 0, 0, 0, 0, 1, 0, 1])
"""RFC 4443, 4.1; the kernel fills in the checksum."""


def wake(adapter: Adapter) -> None:
    """Ask all nodes for an echo: who answers tells its hardware address first. Does nothing where that isn't allowed."""
    for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW):
        with suppress(OSError), socket.socket(socket.AF_INET6, kind, socket.IPPROTO_ICMPV6) as asking:
            asking.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, adapter.index)
            asking.sendto(_ECHO_REQUEST, (_ALL_NODES, 0, 0, adapter.index))
            return


def addresses_by_mac(adapter: Adapter) -> dict[str, tuple[str, ...]]:
    """Return the IPv6 addresses in the neighbour table by hardware address.

    The table also has what was there once: take it only for devices that were heard. Blocks; raises OSError.
    """
    found: dict[str, list[str]] = {}
    for entry in list_neighbours(adapter.index, ipv6=True):
        if entry.mac is not None and not entry.is_lost:
            found.setdefault(entry.mac, []).append(entry.address)
    return {mac: tuple(sorted(addresses)) for mac, addresses in found.items()}
