"""What a scan hears: an address, the hardware address behind it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv4Network


@dataclass(frozen=True, slots=True)
class Answer:
    """One hardware address that answered for one IPv4 address."""

    address: str
    mac: str
    """Normalized."""
    heard_at: float
    """When it last answered, in seconds since 1970."""


def targets_in(network: IPv4Network, own: IPv4Address) -> list[IPv4Address]:
    """Return the addresses to ask: never the network's own, the broadcast address or ours.

    Some devices answer for the broadcast address, and their address then seems to change at each scan.
    """
    return [address for address in network.hosts() if address != own]
