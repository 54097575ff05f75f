"""This machine's own places in networks: by which interface, address and hardware address it is in one."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Final

from .netlink import attributes, dump

if TYPE_CHECKING:
    from ipaddress import IPv4Network

_GET_LINKS, _GET_ADDRESSES, _GET_ROUTES = 18, 22, 26
_LINK: Final = struct.Struct("=BxHiII")
"""Family, type, interface, flags, change (struct ifinfomsg)."""
_ADDRESS: Final = struct.Struct("=BBBBi")
"""Family, length of the prefix, flags, scope, interface (struct ifaddrmsg)."""
_ROUTE: Final = struct.Struct("=B11x")
"""The family, then what is of no interest here (struct rtmsg)."""
_ROUTE_TARGET, _ROUTE_GATEWAY = 1, 5
_LINK_HARDWARE: Final = 1
_ADDRESS_LOCAL: Final = 2
_NAME: Final = 3
"""The same number for links and addresses; for addresses it is a label, so links are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """One interface of this machine with its address in a network."""

    name: str
    index: int
    mac: bytes
    """Six octets."""
    address: IPv4Address


def find_adapter(network: IPv4Network) -> Adapter | None:
    """Return what this machine is in the network with; None if it isn't in it. Blocks; raises OSError."""
    own = [
        (index, address)
        for index, address, length in _addresses()
        if address in network and length <= network.prefixlen
    ]
    links = _links()
    for index, address in own:
        if index in links:
            name, mac = links[index]
            return Adapter(name=name, index=index, mac=mac, address=address)
    return None


def _addresses() -> list[tuple[int, IPv4Address, int]]:
    """Return interface, address and length of the prefix of each IPv4 address of this machine."""
    found = []
    for message in dump(_GET_ADDRESSES, _ADDRESS.pack(socket.AF_INET, 0, 0, 0, 0)):
        _family, length, _flags, _scope, index = _ADDRESS.unpack_from(message)
        local = attributes(message, _ADDRESS.size).get(_ADDRESS_LOCAL)
        if local is not None:
            found.append((index, IPv4Address(local), length))
    return found


def _links() -> dict[int, tuple[str, bytes]]:
    """Return name and hardware address of each interface that has one as Ethernet has."""
    found = {}
    for message in dump(_GET_LINKS, _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)):
        _family, _type, index, _flags, _change = _LINK.unpack_from(message)
        values = attributes(message, _LINK.size)
        mac = values.get(_LINK_HARDWARE, b"")
        if len(mac) == 6 and any(mac):  # noqa: PLR2004 - the loopback has zeros, a tunnel has none
            found[index] = values[_NAME].rstrip(b"\0").decode(), mac
    return found


def find_router(network: IPv4Network) -> IPv4Address | None:
    """Return the router that leads out of the network, as far as this machine knows. Blocks; raises OSError."""
    for message in dump(_GET_ROUTES, _ROUTE.pack(socket.AF_INET)):
        values = attributes(message, _ROUTE.size)
        if _ROUTE_GATEWAY in values and _ROUTE_TARGET not in values:
            router = IPv4Address(values[_ROUTE_GATEWAY])
            if router in network:
                return router
    return None
