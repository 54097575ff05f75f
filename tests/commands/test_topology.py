"""The map of all devices as the panel asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from custom_components.home_inventory.domain.observations import Identity, IdentityKind, Link
from tests.domain.matching_kit import LAMP, PLUG, TV, lan, ref

if TYPE_CHECKING:
    from .conftest import CountStatements
    from .sourced import SourcedHome


async def test_devices_hang_on_what_they_are_connected_to(home: SourcedHome) -> None:
    """On a switch, on their network, or on the source that knows them."""
    switch = lan(TV, "192.168.1.2", name="Switch", site=home.site)
    plug = replace(
        lan(PLUG, "192.168.1.5", name="Plug", site=home.site), parent=Identity(IdentityKind.MAC, TV), link=Link.WIFI
    )
    homeseer = home.add_homeseer("http://127.0.0.1:1")
    await home.bring(switch, plug)
    await home.bring(ref("7", "Hall light"), source=homeseer)

    answer = await home.kit.ws("topology/get")

    names = {node["id"]: node["name"] for node in answer["nodes"]}
    assert {(names[edge["lower"]], names[edge["upper"]], edge["tie"]) for edge in answer["edges"]} == {
        ("Switch", "192.168.1.0/24", "network"),
        ("Plug", "Switch", "uplink"),
        ("Hall light", "HomeSeer at home", "source"),
    }
    assert [
        (node["kind"], node["name"], node.get("medium"), node.get("status"), node.get("address"))
        for node in answer["nodes"]
    ] == [
        ("network", "192.168.1.0/24", None, None, None),
        ("source", "HomeSeer at home", None, None, None),
        ("device", "Hall light", "other", "unknown", None),
        ("device", "Plug", "wifi", "online", "192.168.1.5"),
        ("device", "Switch", "network", "online", "192.168.1.2"),
    ]


async def test_places_come_with_what_is_around_them(home: SourcedHome) -> None:
    """For a filter by place; places without devices are left out."""
    await home.kit.given_location("Garage")
    hall = await home.kit.given_location("Hall")
    await home.bring(lan(LAMP, name="Lamp", site=home.site))
    await home.kit.ws("device/update", device="Lamp", location=hall)

    answer = await home.kit.ws("topology/get")

    assert [(place["name"], place["parent_id"]) for place in answer["places"]] == [("Home", None), ("Hall", home.site)]
    assert [node["location_id"] for node in answer["nodes"]] == [home.site, hall]


async def test_what_is_ignored_or_removed_is_not_on_the_map(home: SourcedHome) -> None:
    """What hung on it hangs on the network."""
    lamp = replace(lan(LAMP, "192.168.1.8", name="Lamp", site=home.site), parent=Identity(IdentityKind.MAC, PLUG))
    await home.bring(lan(PLUG, name="Plug", site=home.site), lan(TV, name="TV", site=home.site), lamp)
    await home.kit.ws("device/update", device="Plug", ignored=True)
    await home.kit.ws("device/remove", device="TV")

    answer = await home.kit.ws("topology/get")

    assert [node["name"] for node in answer["nodes"]] == ["192.168.1.0/24", "Lamp"]
    assert [(edge["upper"], edge["tie"]) for edge in answer["edges"]] == [(home.lan, "network")]


async def test_a_map_of_many_asks_no_more_than_one_of_few(home: SourcedHome, count_statements: CountStatements) -> None:
    """A statement for each table and three for the router of each network, for a thousand devices too."""
    await home.bring(lan(LAMP, "192.168.1.8", name="Lamp", site=home.site))
    few = await count_statements(lambda: home.kit.ws("topology/get"))
    many = [lan(f"00:17:88:00:{high:02x}:{low:02x}", site=home.site) for high in range(1, 5) for low in range(250)]
    await home.bring(lan(LAMP, "192.168.1.8", name="Lamp", site=home.site), *many)

    answer = await home.kit.ws("topology/get")

    assert len(answer["nodes"]) == 1002
    assert (await count_statements(lambda: home.kit.ws("topology/get")), few) == (6, 6)
