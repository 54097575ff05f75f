"""What hangs on what, without a household."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from custom_components.home_inventory.domain.devices import Sighting, Status
from custom_components.home_inventory.domain.observations import IdentityKind, Link
from custom_components.home_inventory.domain.sync import SourceInfo, SourceKind
from custom_components.home_inventory.domain.topology import Edge, Medium, Tie, TopologyDevice, connect

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
LAN = SourceInfo(id="lan", kind=SourceKind.NETWORK, title="LAN", site_id="home", network="192.168.1.0/24")
FAR = SourceInfo(id="far", kind=SourceKind.NETWORK, title="Cabin", site_id="cabin", network="192.168.1.0/24")
SCAN = SourceInfo(id="scan", kind=SourceKind.SCAN, title="", site_id="home")
HASS = SourceInfo(id="hass", kind=SourceKind.HASS, title="")


def device(name: str, *seen: tuple[str, str], parent: str | None = None) -> TopologyDevice:
    """Return a device that sources have seen at addresses; an empty one is none."""
    sightings = tuple(
        Sighting(
            device_id=name,
            source_id=source,
            first_seen=NOW,
            last_seen=NOW,
            last_run=NOW,
            addresses=tuple(address.split()),
        )
        for source, address in seen
    )
    return TopologyDevice(id=name, name=name, status=Status.ONLINE, parent_id=parent, sightings=sightings)


@pytest.mark.parametrize(
    ("link", "kind", "known_by", "medium"),
    [
        (Link.ETHERNET, "z-wave switch", IdentityKind.MAC, Medium.ETHERNET),
        (Link.WIFI, None, IdentityKind.MAC, Medium.WIFI),
        (None, "z-wave switch multilevel", IdentityKind.HOMESEER, Medium.ZWAVE),
        (Link.OTHER, "zigbee sensor", IdentityKind.HOMESEER, Medium.ZIGBEE),
        (None, "smart speaker", IdentityKind.MAC, Medium.NETWORK),
        (None, None, IdentityKind.ADDRESS, Medium.NETWORK),
        (Link.OTHER, None, IdentityKind.ADDRESS, Medium.OTHER),
        (None, "lamp", IdentityKind.HASS, Medium.OTHER),
    ],
)
def test_how_a_device_is_connected(link: Link | None, kind: str | None, known_by: IdentityKind, medium: Medium) -> None:
    """What a source says comes first, then what it is, then by what it is known."""
    found = TopologyDevice(id="d", name="d", status=Status.ONLINE, link=link, type=kind, kinds=frozenset({known_by}))
    assert found.medium is medium


@pytest.mark.parametrize(
    ("lamp", "upper", "tie"),
    [
        (device("lamp", ("lan", "192.168.1.9"), parent="hub"), "hub", Tie.UPLINK),
        (device("lamp", ("lan", "192.168.1.9"), parent="gone"), "lan", Tie.NETWORK),
        (device("lamp", ("scan", "10.0.0.1 192.168.1.9")), "scan", Tie.SOURCE),
        (device("lamp", ("scan", "192.168.1.9"), ("hass", "")), "lan", Tie.NETWORK),
        (device("lamp", ("far", "192.168.1.9")), "far", Tie.NETWORK),
        (device("lamp", ("hass", "")), "hass", Tie.SOURCE),
    ],
)
def test_where_a_device_hangs(lamp: TopologyDevice, upper: str, tie: Tie) -> None:
    """On what it is connected to, else on its network at its own site, else on its source."""
    found = connect([device("hub"), lamp], [LAN, FAR, SCAN, HASS], {})
    assert found.edges == (Edge("lamp", upper, tie),)


def test_a_device_of_no_source_hangs_on_nothing() -> None:
    """It was removed from there."""
    found = connect([device("lamp"), device("plug", ("gone", "192.168.1.4"))], [LAN, SCAN], {})
    assert (found.edges, found.sources) == ((), (LAN,))


def test_nothing_hangs_on_itself() -> None:
    """Two sources may say of two devices that each hangs on the other; of a circle the first lets go."""
    tail = device("tail", parent="b")
    circle = [device("a", parent="c"), device("b", parent="a"), device("c", parent="b"), tail]
    found = connect([*circle, device("own", parent="own")], [], {})
    assert [(edge.lower, edge.upper) for edge in found.edges] == [("b", "a"), ("c", "b"), ("tail", "b")]


def test_a_network_hangs_on_its_router() -> None:
    """That is: what is in it, but for what hangs on something else; and the router itself hangs on the network."""
    router, lamp = device("router", ("lan", "192.168.1.1")), device("lamp", ("lan", "192.168.1.9"))
    plug = device("plug", ("lan", "192.168.1.10"), parent="lamp")
    found = connect([router, lamp, plug], [LAN, FAR], {"lan": "192.168.1.1", "far": None})
    assert found.routers == {"router"}
    assert found.edges == (
        Edge("router", "lan", Tie.NETWORK),
        Edge("lamp", "router", Tie.NETWORK),
        Edge("plug", "lamp", Tie.UPLINK),
    )


def test_a_router_that_hangs_on_a_device_of_its_network_is_none() -> None:
    """Else the two would hang on each other."""
    switch = device("switch", ("lan", "192.168.1.2"))
    router = device("router", ("lan", "192.168.1.1"), parent="switch")
    found = connect([switch, router], [LAN], {"lan": "192.168.1.1"})
    assert (found.routers, found.edges[0]) == (frozenset(), Edge("switch", "lan", Tie.NETWORK))
