"""What keeps a network from being scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.errors import InventoryError

if TYPE_CHECKING:
    from ipaddress import IPv4Network


class NetworkNotLocalError(InventoryError):
    """This machine has no address in the network: behind a router no hardware addresses can be seen."""

    code = "network_not_local"

    def __init__(self, network: IPv4Network) -> None:
        """Name the network."""
        super().__init__(network=network)


class NetworkScanError(InventoryError):
    """The network can't be scanned now."""

    code = "network_scan_failed"

    def __init__(self, network: IPv4Network, reason: str) -> None:
        """Name the network and what the system says."""
        super().__init__(network=network, reason=reason)
