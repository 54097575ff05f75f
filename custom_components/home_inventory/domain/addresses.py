"""Hardware and network addresses: written in one way, and what can be told from them."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, ip_address, ip_network
from typing import TYPE_CHECKING, Final

from .errors import InvalidNetworkError

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

_HEX: Final = re.compile(r"[0-9a-f]{12}")
_SEPARATORS: Final = str.maketrans("", "", ":-. ")
_MULTICAST, _LOCAL = 0x01, 0x02
"""Bits of the first octet (IEEE 802-2014, 8.2)."""
_NOBODY: Final = frozenset({"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"})
_VIRTUAL_ROUTERS: Final = ("00:00:5e:00:01:", "00:00:5e:00:02:", "00:00:0c:07:ac:", "00:00:0c:9f:f")
"""VRRP (RFC 5798, 7.3) and HSRP: an address that several routers share is no device."""
_STABLE_LOCAL: Final = ("02:42:", "52:54:00:")
"""Docker and QEMU: made up, but once and for all."""
WIDEST_PREFIX: Final = 22
"""The kernel keeps no more than 1,024 neighbours; a larger network can't be looked through in one go."""


def normalize_mac(text: str) -> str | None:
    """Return a hardware address in the form "aa:bb:cc:dd:ee:ff"; None if the text is none that a device could have."""
    bare = text.strip().lower().translate(_SEPARATORS)
    if not _HEX.fullmatch(bare):
        return None
    mac = ":".join(bare[place : place + 2] for place in range(0, 12, 2))
    return None if mac in _NOBODY or int(bare[:2], 16) & _MULTICAST or mac.startswith(_VIRTUAL_ROUTERS) else mac


def is_random_mac(mac: str) -> bool:
    """Return whether a normalized hardware address was made up, as phones do for each network."""
    return bool(int(mac[:2], 16) & _LOCAL) and not mac.startswith(_STABLE_LOCAL)


def normalize_ip(text: str) -> str | None:
    """Return an IP address as it is usually written, without a zone; None if the text is none that a device could have."""
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return None if address.is_unspecified or address.is_multicast or address.is_loopback else str(address)


def parse_network(text: str) -> IPv4Network:
    """Return a network that may be looked through, as "192.168.1.0/24". Raises InvalidNetworkError."""
    try:
        network = ip_network(text.strip(), strict=False)
    except ValueError:
        raise InvalidNetworkError(text) from None
    if not isinstance(network, IPv4Network) or not network.is_private or not WIDEST_PREFIX <= network.prefixlen <= 30:  # noqa: PLR2004 - /31 has no hosts
        raise InvalidNetworkError(text)
    return network


def order_of(address: str) -> tuple[int, int]:
    """Return what sorts addresses as people do: IPv4 first, 192.168.1.9 before 192.168.1.10."""
    parsed: IPv4Address | IPv6Address = ip_address(address)
    return parsed.version, int(parsed)
