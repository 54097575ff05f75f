"""The shape of the map of all devices, as docs/api.md describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .domain.topology import NodeKind

if TYPE_CHECKING:
    from .domain.sync import SourceInfo
    from .domain.topology import Topology, TopologyDevice
    from .inventory import Inventory
    from .topology_shapes import TopologyAnswer, TopologyNode, TopologyPlace


def topology_view(inventory: Inventory, topology: Topology) -> TopologyAnswer:
    """Return nodes and edges, and of places those that devices are at with all that is around them."""
    return {
        "nodes": [
            *(_source_node(source) for source in topology.sources),
            *(_device_node(device, topology) for device in topology.devices),
        ],
        "edges": [{"lower": edge.lower, "upper": edge.upper, "tie": edge.tie} for edge in topology.edges],
        "places": _places(inventory, topology),
    }


def _source_node(source: SourceInfo) -> TopologyNode:
    return {
        "id": source.id,
        "kind": NodeKind.NETWORK if source.network else NodeKind.SOURCE,
        "name": source.network or source.title,
        "source_kind": source.kind,
        "location_id": source.site_id,
    }


def _device_node(device: TopologyDevice, topology: Topology) -> TopologyNode:
    return {
        "id": device.id,
        "kind": NodeKind.DEVICE,
        "name": device.name,
        "location_id": device.location_id,
        "status": device.status.value,
        "medium": device.medium,
        "address": device.address,
        "is_router": device.id in topology.routers,
    }


def _places(inventory: Inventory, topology: Topology) -> list[TopologyPlace]:
    """Return the places that something is at, each after what is around it."""
    ids = dict.fromkeys(device.location_id for device in topology.devices if device.location_id)
    places = {place.id: place for location_id in ids for place in inventory.locations.ancestors(location_id)}
    return [{"id": place.id, "name": place.name, "parent_id": place.parent_id} for place in places.values()]
