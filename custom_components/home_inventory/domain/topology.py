"""What hangs on what: every device below the one it is connected to, else below its network, else below its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Final

from .addresses import order_of
from .observations import IdentityKind, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from ipaddress import IPv4Network, IPv6Network

    from .devices import Sighting, Status
    from .sync import SourceInfo


class Medium(StrEnum):
    """How a device is connected, as far as that is known."""

    ETHERNET = "ethernet"
    WIFI = "wifi"
    NETWORK = "network"
    """It is in a network; whether by cable or by radio, nobody says."""
    ZWAVE = "zwave"
    ZIGBEE = "zigbee"
    BLUETOOTH = "bluetooth"
    THREAD = "thread"
    OTHER = "other"


class Tie(StrEnum):
    """Why a line is drawn between two."""

    UPLINK = "uplink"
    """A source says that the one hangs on the other."""
    NETWORK = "network"
    """It was last seen at an address of that network; it hangs on the router that leads out of it, if that is known."""
    SOURCE = "source"
    """That source has seen it, and nothing else is known of where it hangs."""


class NodeKind(StrEnum):
    """What is drawn."""

    DEVICE = "device"
    NETWORK = "network"
    SOURCE = "source"


_NETWORKED: Final = frozenset({IdentityKind.MAC, IdentityKind.ADDRESS, IdentityKind.HOST_NAME})
_TYPED: Final[Mapping[str, Medium]] = {
    "z-wave": Medium.ZWAVE,
    "zwave": Medium.ZWAVE,
    "zigbee": Medium.ZIGBEE,
    "bluetooth": Medium.BLUETOOTH,
    "thread": Medium.THREAD,
    "wi-fi": Medium.WIFI,
    "wifi": Medium.WIFI,
    "ethernet": Medium.ETHERNET,
}
"""What types of devices begin with, in the words of their sources, as "Z-Wave Switch Multilevel"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopologyDevice:
    """A device, as far as a map of all of them shows it."""

    id: str
    name: str
    status: Status
    type: str | None = None
    """What kind of device it is, as names are compared."""
    link: Link | None = None
    kinds: frozenset[IdentityKind] = frozenset()
    """By what it is known."""
    location_id: str | None = None
    parent_id: str | None = None
    sightings: tuple[Sighting, ...] = ()

    @property
    def medium(self) -> Medium:
        """Return how it is connected: what a source says of that, else what its type says, else what it is known by."""
        if self.link not in (None, Link.OTHER):
            return Medium(self.link)
        typed = (medium for word, medium in _TYPED.items() if (self.type or "").startswith(word))
        known = Medium.NETWORK if self.link is None and self.kinds & _NETWORKED else Medium.OTHER
        return next(typed, known)

    @property
    def latest(self) -> Sighting | None:
        """Return when it was there the last time, of several sources the one that knows an address."""
        return max(
            self.sightings, key=lambda seen: (bool(seen.addresses), seen.last_seen, seen.source_id), default=None
        )

    @property
    def address(self) -> str | None:
        """Return where it was last seen."""
        return min(self.latest.addresses, key=order_of, default=None) if self.latest else None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a device up to what it hangs on."""

    lower: str
    upper: str
    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Topology:
    """Devices, the sources that something hangs on, and the lines between them. Nothing hangs on itself in the end."""

    devices: tuple[TopologyDevice, ...]
    sources: tuple[SourceInfo, ...]
    edges: tuple[Edge, ...]
    routers: frozenset[str] = frozenset()
    """The ids of devices that lead out of a network."""


def connect(
    devices: Sequence[TopologyDevice], sources: Collection[SourceInfo], gateways: Mapping[str, str | None]
) -> Topology:
    """Return what hangs on what; `gateways` are the addresses of the routers of networks, by the ids of their sources.

    Networks are always among the sources; all others only if something hangs on them.
    """
    parents = _without_circles({device.id: device.parent_id for device in devices})
    by_id = {source.id: source for source in sources}
    networks = [(ip_network(source.network), source) for source in sources if source.network]
    edges = [edge for device in devices if (edge := _edge(device, parents[device.id], by_id, networks)) is not None]
    routers = _routers(devices, edges, gateways)
    edges = [_behind(edge, routers) for edge in edges]
    used = {edge.upper for edge in edges}
    return Topology(
        devices=tuple(devices),
        sources=tuple(source for source in sources if source.network or source.id in used),
        edges=tuple(edges),
        routers=frozenset(routers.values()),
    )


def _routers(
    devices: Iterable[TopologyDevice], edges: Iterable[Edge], gateways: Mapping[str, str | None]
) -> dict[str, str]:
    """Return the router of each network by its id. One that hangs on another device is none."""
    networks = {edge.lower: edge.upper for edge in edges if edge.tie is Tie.NETWORK}
    found = ((networks.get(device.id), device) for device in devices if device.address is not None)
    return {network: device.id for network, device in found if network and gateways.get(network) == device.address}


def _behind(edge: Edge, routers: Mapping[str, str]) -> Edge:
    """Return the line up from what is in a network to its router, which itself hangs on the network."""
    router = routers.get(edge.upper) if edge.tie is Tie.NETWORK else None
    return edge if router in (None, edge.lower) else Edge(edge.lower, str(router), Tie.NETWORK)


def _edge(
    device: TopologyDevice,
    parent_id: str | None,
    sources: Mapping[str, SourceInfo],
    networks: Iterable[tuple[IPv4Network | IPv6Network, SourceInfo]],
) -> Edge | None:
    """Return the line up from a device; None if no source knows it any more."""
    if parent_id is not None:
        return Edge(device.id, parent_id, Tie.UPLINK)
    seen = device.latest
    source = None if seen is None else sources.get(seen.source_id)
    if source is None:
        return None
    address = None if device.address is None else ip_address(device.address)
    for network, looked_through in networks:
        is_here = looked_through.id == source.id or looked_through.site_id == source.site_id
        if is_here and address is not None and address in network:
            return Edge(device.id, looked_through.id, Tie.NETWORK)
    return Edge(device.id, source.id, Tie.SOURCE)


def _without_circles(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return parents that are there, and let nothing hang on itself: of a circle the one with the least id hangs on none."""
    found = {node: parent if parent in parents else None for node, parent in parents.items()}
    done: set[str] = set()
    for start in found:
        line: dict[str, None] = {}
        node: str | None = start
        while node is not None and node not in done and node not in line:
            line[node] = None
            node = found[node]
        if node is not None and node in line:
            circle = list(line)[list(line).index(node) :]
            found[min(circle)] = None
        done.update(line)
    return found
