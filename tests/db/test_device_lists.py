"""Finding devices: filters, addresses, and how they are doing."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from typing import Any

import pytest

from custom_components.home_inventory.db import device_edits, device_lists, device_rows, devices
from custom_components.home_inventory.domain.device_errors import DeviceNotFoundError
from custom_components.home_inventory.domain.device_filters import AtSite, DeviceFilter
from custom_components.home_inventory.domain.devices import DeviceField, Status
from custom_components.home_inventory.domain.observations import Identity, IdentityKind
from tests.db.test_devices import FULL
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, TV, lan, ref
from tests.kit import InventoryTestKit

SPEAKER = "Stue-høyttaler"


@pytest.fixture
async def home(kit: InventoryTestKit) -> DeviceTestKit:
    """Return a household with devices at two sites; one of the cabin has gone a while ago."""
    made = DeviceTestKit(kit)
    await made.run(lan(LAMP, "192.168.1.9", "lamp", "Lamp", "cabin"), source="far")
    await made.run(FULL, lan(PLUG, "192.168.1.10", "plug", "100% Plug"), after=timedelta(minutes=1))
    await made.run(ref("7", "Fan"), source="hs", after=timedelta(minutes=1))
    await made.run(lan(TV, "192.168.1.9"), source="far", complete=False, after=timedelta(minutes=1))
    return made


WANTED: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["100% Plug", "Fan", "Lamp", SPEAKER]),
    ({"source_ids": frozenset({"hs"})}, ["Fan"]),
    ({"source_ids": frozenset({"far"})}, ["Lamp", SPEAKER]),
    ({"site": AtSite(source_ids=frozenset({"far"}))}, ["Lamp", SPEAKER]),
    ({"site": AtSite()}, []),
    ({"types": frozenset({"SPEAKER"})}, [SPEAKER]),
    ({"kinds": frozenset({IdentityKind.HOMESEER, IdentityKind.SERIAL})}, ["Fan", SPEAKER]),
    ({"is_linked": True}, []),
    ({"is_ignored": True}, []),
    ({"is_archived": True}, []),
    ({"text": "stue-hoyttaler"}, []),
    ({"text": "HØYTTALER muller"}, [SPEAKER]),
    ({"text": "日本"}, [SPEAKER]),
    ({"text": "100%"}, ["100% Plug"]),
    ({"text": "1_0"}, []),
    ({"text": PLUG[:8]}, ["100% Plug", "Lamp", SPEAKER]),
    ({"text": PLUG.upper().replace(":", "-")}, ["100% Plug"]),
    ({"text": "192.168.1.10"}, ["100% Plug"]),
    ({"text": "192.168.1.9"}, ["Lamp", SPEAKER]),
    ({"text": "sn-1", "source_ids": frozenset({"lan"})}, [SPEAKER]),
    ({"statuses": frozenset({Status.ONLINE})}, ["100% Plug", "Lamp", SPEAKER]),
    ({"statuses": frozenset({Status.UNKNOWN})}, ["Fan"]),
]


async def test_devices_are_found(home: DeviceTestKit) -> None:
    """In the order of their names."""
    assert [(wanted, await home.names(**wanted)) for wanted, _ in WANTED] == WANTED


async def test_devices_are_found_by_place_and_item(home: DeviceTestKit) -> None:
    """Those that are archived or ignored are left out unless they are asked for."""
    garage, item = await home.kit.given_location("Garage"), await home.kit.given_item("Coffee machine")
    plug, lamp, fan = [await home.id_of(name) for name in ("100% Plug", "Lamp", "Fan")]
    await home.do(device_edits.set_field, plug, DeviceField.LOCATION, garage)
    await home.do(device_edits.link_item, plug, item)
    await home.do(device_edits.mark_device, lamp, ignored=True)
    await home.do(device_edits.remove_device, fan)

    found = {
        "place": await home.names(location_ids=frozenset({garage})),
        "site": await home.names(site=AtSite(location_ids=frozenset({garage}), source_ids=frozenset({"far"}))),
        "item": await home.names(item_ids=frozenset({item})),
        "linked": await home.names(is_linked=True),
        "ignored": await home.names(is_ignored=True),
        "archived": await home.names(is_archived=True),
        "all": await home.names(is_archived=None, is_ignored=None),
    }

    assert found == {
        "place": ["100% Plug"],
        "site": ["100% Plug", SPEAKER],
        "item": ["100% Plug"],
        "linked": ["100% Plug"],
        "ignored": ["Lamp"],
        "archived": ["Fan"],
        "all": ["100% Plug", "Fan", "Lamp", SPEAKER],
    }


async def test_a_list_comes_in_pages(home: DeviceTestKit) -> None:
    """With or without a status, which the database doesn't know."""
    for wanted in (DeviceFilter(), DeviceFilter(statuses=frozenset(Status))):
        page = await home.ask(device_lists.list_devices, wanted, home.run_of("lan"), limit=2, offset=1)

        assert ([known.device.name for known in page.entries], page.total) == (["Fan", "Lamp"], 4)


async def test_a_device_is_shown_with_when_it_was_seen(home: DeviceTestKit) -> None:
    """By each source, the last one first."""
    speaker = await home.id_of(SPEAKER)

    known = await home.ask(device_lists.get_known, speaker, home.run_of("lan"))
    seen = await home.ask(device_lists.list_sightings, speaker)

    assert (known.device.name, known.status) == (SPEAKER, Status.ONLINE)
    assert [sighting.source_id for sighting in seen] == ["far", "lan"]
    with pytest.raises(DeviceNotFoundError):
        await home.ask(device_lists.get_known, "nothing", home.run_of("lan"))


async def test_what_is_not_found_any_more_is_offline_and_then_missing(home: DeviceTestKit) -> None:
    """That it is missing is a change, that it is offline is none."""
    for _ in range(3):
        await home.run(lan(PLUG, "192.168.1.10"), after=timedelta(minutes=20))
    assert await home.names(statuses=frozenset({Status.OFFLINE})) == []  # another source has seen it last
    far = AtSite(source_ids=frozenset({"far"}))
    for _ in range(2):
        await home.run(lan(TV, "192.168.1.9"), source="far", after=timedelta(minutes=20))
    assert await home.names(statuses=frozenset({Status.OFFLINE}), site=far) == ["Lamp"]

    _, notice = await home.run(lan(TV, "192.168.1.9"), source="far", after=timedelta(days=8))

    assert await home.names(statuses=frozenset({Status.MISSING})) == ["Lamp"]
    assert [change.title for change in notice.batch.changes] == ["Lamp"] if notice else False


async def test_the_addresses_of_a_network_are_those_of_its_site(home: DeviceTestKit) -> None:
    """The same network is at both; in the order of their numbers."""
    network = ip_network("192.168.1.0/24")

    here = await home.ask(device_lists.list_addresses, network, ["lan"])
    everywhere = await home.ask(device_lists.list_addresses, network)

    names = {device.id: device.name for device in (await home.all()).values()}
    assert [(use.address, names[use.device_id]) for use in here] == [
        ("192.168.1.9", SPEAKER),
        ("192.168.1.10", "100% Plug"),
    ]
    assert [(use.address, use.source_id) for use in everywhere] == [
        ("192.168.1.9", "far"),
        ("192.168.1.9", "lan"),
        ("192.168.1.9", "far"),
        ("192.168.1.10", "lan"),
    ]
    assert await home.ask(device_lists.list_addresses, ip_network("192.168.1.12/30"), ["lan"]) == ()


async def test_devices_are_looked_up_by_what_they_are_known_by(home: DeviceTestKit) -> None:
    """However long that is."""
    long = FULL.identities[2]
    asked = [long, Identity(long.kind, long.value[:-1]), Identity(IdentityKind.MAC, PLUG)]

    found = await home.ask(device_rows.find_owners, asked)

    assert found == {long: (await home.id_of(SPEAKER),), asked[2]: (await home.id_of("100% Plug"),)}
    assert await home.ask(device_lists.list_types) == {"speaker": 1}
    assert (await home.ask(devices.load_state)).devices.keys() >= {owner for (owner,) in found.values()}


async def test_what_came_lately_but_not_with_a_first_run_is_new(kit: InventoryTestKit) -> None:
    """A source that was just added brings what was there before."""
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"))
    await home.run(lan(PLUG, "192.168.1.10"), lan(TV, "192.168.1.11", "tv", "TV"))
    came = home.now
    await home.run(lan(LAMP, "192.168.1.9", "lamp", "Lamp", "cabin"), source="far")

    assert await home.names(new_since=came - timedelta(hours=1)) == ["TV"]
    assert await home.names(new_since=came) == []
