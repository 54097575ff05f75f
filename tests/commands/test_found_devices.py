"""Devices in the one search for everything."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.domain.observations import (
    Component,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Told,
)
from tests.domain.matching_kit import LAMP, PLUG, TV, lan

from .test_search import marked, named

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.kit import InventoryTestKit

    from .sourced import SourcedHome

PRINTER = "3c:2a:f4:12:34:56"


def printer(*addresses: str) -> Observation:
    """Return a printer in the network."""
    return Observation(
        identities=(
            Identity(IdentityKind.MAC, PRINTER),
            Identity(IdentityKind.HOST_NAME, "brw3c2af4", "home"),
            *(Identity(IdentityKind.ADDRESS, address, "home") for address in addresses),
        ),
        names=(Told("Brother upstairs", Origin.MDNS),),
        manufacturer=Told("Brother", Origin.SSDP),
        model=Told("HL-L2350DW", Origin.SSDP),
        serial_number=Told("E78283K9N123456", Origin.SSDP),
        device_type="Laser printer",
        components=(Component(key="1", name="Toner level", type="sensor"),),
    )


def sensor(ref: str) -> Observation:
    """Return a sensor that a HomeSeer knows."""
    return Observation(
        identities=(Identity(IdentityKind.HOMESEER, ref, "hs"),),
        names=(Told("Water leak", Origin.HOMESEER),),
        place=("Cellar",),
    )


async def answer_to(home: SourcedHome, query: str, **values: Any) -> dict[str, Any]:
    """Return what a question finds, all of it taken as words."""
    return await home.kit.ws("search", query=query, keep_as_words=[query], **values)


@pytest.fixture
async def network(home: SourcedHome) -> SourcedHome:
    """Return a household with some things, a printer, a lamp, a plug and a television."""
    await home.kit.given_location("Garage")
    await home.kit.given_item("Hand drill", location="Garage")
    await home.kit.given_item("Paper for the printer", location="Garage")
    await home.kit.until_indexed()
    await home.bring(
        printer("192.168.1.11"),
        lan(LAMP, "192.168.1.20", name="Desk lamp"),
        lan(PLUG, "192.168.1.110", name="Plug"),
        lan(TV, "192.168.11.1", name="Telly"),
    )
    return home


async def test_a_device_is_found_and_says_that_it_is_one(network: SourcedHome) -> None:
    """With what people want to know of it at once, and its words marked."""
    answer = await answer_to(network, "brother upstairs")

    assert named(answer)[0] == ("device", "Brother upstairs")
    found = answer["results"][0]
    device = await network.device(PRINTER)
    assert found["device"] == {
        "id": device["id"],
        "name": "Brother upstairs",
        "status": "online",
        "address": "192.168.1.11",
        "manufacturer": "Brother",
        "model": "HL-L2350DW",
        "type": "Laser printer",
        "location_id": None,
        "path": None,
        "item": None,
        "archived": False,
    }
    assert (found["id"], marked(found)) == (device["id"], ["Brother", "upstairs"])
    assert found["score"] > 0.5
    assert answer["totals"]["device"] == 1
    assert answer["total"] == sum(answer["totals"].values())


@pytest.mark.parametrize(
    "query",
    [
        "Brother upstairs",
        "brother",
        "HL-L2350DW",
        "laser printer",
        "brw3c2af4",
        "E78283K9N123456",
        "borther",
        "toner level",
    ],
)
async def test_whatever_is_known_of_it_finds_it(network: SourcedHome, query: str) -> None:
    """Names, maker, model, type, host name, serial number, parts; also misspelt."""
    answer = await answer_to(network, query, types=["device"])
    assert named(answer) == [("device", "Brother upstairs")]


@pytest.mark.parametrize(
    "query",
    [PRINTER, "3C-2A-F4-12-34-56", "3c2a.f412.3456", "3C2AF4123456", "192.168.1.11", "who has 192.168.1.11?"],
)
async def test_addresses_in_any_notation_are_exact_hits(network: SourcedHome, query: str) -> None:
    """Before everything else; 192.168.11.1 and 192.168.1.110 are other addresses."""
    answer = await answer_to(network, query)
    assert named(answer)[0] == ("device", "Brother upstairs")
    assert answer["results"][0]["score"] == 1.0
    assert [name for kind, name in named(answer) if kind == "device"] == ["Brother upstairs"]


@pytest.mark.parametrize(
    ("begun", "names"),
    [("192.168.1.", {"Brother upstairs", "Desk lamp", "Plug"}), ("3C-2A", {"Brother upstairs"}), ("10.0.0.", set())],
)
async def test_the_beginning_of_an_address_finds_all_that_begin_so(
    network: SourcedHome, begun: str, names: set[str]
) -> None:
    """While it is being typed."""
    assert {name for _, name in named(await answer_to(network, begun, types=["device"]))} == names


async def test_a_ref_finds_what_homeseer_knows(home: SourcedHome) -> None:
    """With its number, and where it was put."""
    cellar = await home.kit.given_location("Cellar")
    source = home.add_homeseer("http://homeseer.test")
    await home.kit.until_indexed()
    await home.bring(sensor("1204"), source=source, places={("Cellar",): cellar})
    for query in ("ref 1204", "1204", "leak", "leak in the cellar"):
        answer = await answer_to(home, query, types=["device"])
        assert [result["device"]["path"] for result in answer["results"]] == ["Home / Cellar"], query
    assert named(await home.kit.ws("search", query="leak in the cellar")) == [("device", "Water leak")]


async def test_things_that_have_nothing_to_do_with_it_stay_away(network: SourcedHome) -> None:
    """Names of devices are near to everything in meaning."""
    assert {kind for kind, _ in named(await answer_to(network, "hand drill"))} == {"item"}


async def test_what_people_settle_is_found_at_once(network: SourcedHome) -> None:
    """A new name, a place; and the old name still leads there."""
    ws = network.kit.ws
    await ws("device/update", device=PRINTER, name="Ink monster", location="Garage")
    found = (await answer_to(network, "ink monster"))["results"][0]["device"]
    assert (found["name"], found["path"]) == ("Ink monster", "Home / Garage")
    assert named(await answer_to(network, "brother upstairs", types=["device"])) == [("device", "Ink monster")]
    assert named(await ws("search", query="monster in the garage")) == [("device", "Ink monster")]
    assert named(await answer_to(network, "monster", location="Garage")) == [("device", "Ink monster")]
    await network.kit.given_location("Kitchen")
    assert named(await answer_to(network, "monster", location="Kitchen")) == []


async def test_a_new_address_is_known_after_the_next_run(network: SourcedHome) -> None:
    """Though nothing is written into the history."""
    await network.bring(printer("192.168.1.77"), lan(LAMP, "192.168.1.11", name="Desk lamp"), complete=False)
    assert named(await answer_to(network, "192.168.1.77"))[0] == ("device", "Brother upstairs")
    assert named(await answer_to(network, "192.168.1.11"))[0] == ("device", "Desk lamp")


async def test_what_is_gone_is_not_found(network: SourcedHome) -> None:
    """Archived ones only where they are asked for, ignored, merged and deleted ones nowhere; undone, they are back."""
    ws = network.kit.ws
    batch = (await ws("device/remove", device=LAMP))["batch"]
    assert named(await answer_to(network, "desk lamp", types=["device"])) == []
    assert named(await answer_to(network, "desk lamp", types=["device"], archived=True)) == [("device", "Desk lamp")]
    await ws("change/undo", batch=batch)
    assert named(await answer_to(network, "desk lamp", types=["device"])) == [("device", "Desk lamp")]

    await ws("device/update", device=PLUG, ignored=True)
    assert named(await answer_to(network, "192.168.1.110", types=["device"])) == []
    await ws("device/update", device=PLUG, ignored=False)

    merged = (await ws("device/merge", keep=PLUG, gone=LAMP))["batch"]
    assert named(await answer_to(network, "192.168.1.20", types=["device"])) == [("device", "Plug")]
    await ws("device/split", batch=merged)
    assert ("device", "Desk lamp") in named(await answer_to(network, "192.168.1.20", types=["device"]))

    await ws("device/remove", device=TV, permanently=True)
    assert named(await answer_to(network, "telly", types=["device"])) == []


async def test_an_item_and_its_device_are_one_answer(network: SourcedHome) -> None:
    """The item, with how its device is doing; the device alone where only it fits."""
    ws = network.kit.ws
    item = (await ws("device/adopt", device=PRINTER, name="Office printer", location="Garage"))["item"]
    await ws("item/update", item=item["id"], aliases=["Ink monster"])

    for query in ("office printer", "brother", "ink monster", "hl-l2350dw", "E78283K9N123456"):
        answer = await answer_to(network, query)
        best = answer["results"][0]
        assert (best["type"], best["id"]) == ("item", item["id"]), query
        assert best["device"]["name"] == "Brother upstairs"
        assert (best["device"]["status"], best["device"]["address"]) == ("online", "192.168.1.11")
        assert answer["totals"]["device"] == 0

    by_address = await answer_to(network, "192.168.1.11")
    assert by_address["results"][0]["device"]["item"] == {name: item[name] for name in ("id", "name", "code")}
    assert ("item", "Office printer") not in named(by_address)
    assert named(await answer_to(network, "ink monster", types=["device"])) == [("device", "Brother upstairs")]

    await ws("item/update", item=item["id"], name="Toner eater", aliases=[])
    assert named(await answer_to(network, "toner eater", types=["device"])) == [("device", "Brother upstairs")]
    assert named(await answer_to(network, "ink monster", types=["device"])) == []
    await ws("device/unlink", device=PRINTER)
    both = await answer_to(network, "brother")
    assert {kind for kind, _ in named(both)} == {"item", "device"}


async def test_an_item_without_a_device_says_so(network: SourcedHome) -> None:
    """Nothing is made up."""
    assert (await answer_to(network, "hand drill"))["results"][0]["device"] is None


async def test_a_filter_alone_lists_devices_behind_places(network: SourcedHome) -> None:
    """Those whose item is listed are left out; pages follow each other."""
    ws = network.kit.ws
    await ws("device/update", device=TV, location="Garage")
    await ws("device/adopt", device=PRINTER, name="Office printer", location="Garage")
    await ws("device/update", device=PRINTER, location="Garage")

    answer = await ws("search", query="in the garage")
    assert named(answer) == [
        ("item", "Hand drill"),
        ("item", "Office printer"),
        ("item", "Paper for the printer"),
        ("location", "Garage"),
        ("device", "Telly"),
    ]
    assert answer["totals"] == {"item": 3, "location": 1, "device": 1}
    assert answer["results"][1]["device"]["name"] == "Brother upstairs"
    pages = [await ws("search", query="in the garage", limit=2, offset=at) for at in (0, 2, 4)]
    assert [result["id"] for page in pages for result in page["results"]] == [
        found["id"] for found in answer["results"]
    ]
    by_maker = await ws("search", manufacturer="Brother")
    assert named(by_maker) == [("item", "Office printer")]


async def test_devices_are_there_after_a_restart(network: SourcedHome) -> None:
    """Read from the database, whatever file there is."""
    kit = network.kit
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await network.kit.until_indexed()
    assert named(await answer_to(network, "192.168.1.11"))[0] == ("device", "Brother upstairs")
    assert named(await answer_to(network, "brother"))[0] == ("device", "Brother upstairs")


async def test_a_household_without_devices_is_asked_nothing_about_them(
    household: InventoryTestKit, statements: list[str]
) -> None:
    """No statement more, and no second index looked through."""
    answer = await household.ws("search", query="drill")
    assert answer["totals"]["device"] == 0
    assert not [statement for statement in statements if "_devices" in statement or "_sightings" in statement]


async def test_what_was_misspelt_is_put_right_by_the_names_of_devices(network: SourcedHome) -> None:
    """Spelt as they spell it."""
    assert (await answer_to(network, "desk lapm"))["did_you_mean"] == "desk lamp"


def _found(answer: dict[str, Any]) -> set[tuple[str, str]]:
    return set(named(answer))


async def test_how_devices_are_doing_narrows_items_and_devices(
    network: SourcedHome, freezer: FrozenDateTimeFactory
) -> None:
    """By a field of lists and searches, and in the words of people."""
    ws, action = network.kit.ws, network.kit.action
    await ws("device/adopt", device=PRINTER, name="Office printer", location="Garage")
    await ws("device/adopt", device=LAMP, name="Desk lamp", location="Garage")
    await ws("device/update", device=PLUG, location="Garage")
    for _ in range(3):  # only the printer is there
        freezer.tick(timedelta(minutes=20))
        await network.bring(printer("192.168.1.11"), confirmed=True)

    async def items(**values: Any) -> list[str]:
        return [item["name"] for item in (await action("search_items", **values))["items"]]

    assert await items(device_status="offline") == ["Desk lamp"]
    assert await items(device_status=["offline", "online"]) == ["Desk lamp", "Office printer"]
    assert await items(device_status="missing") == []
    assert await items(query="lamp", device_status="online") == []
    assert await items(query="printers that are online") == ["Office printer"]

    answer = await action("search", query="offline devices in the garage")
    assert (answer["words"], [chip["key"] for chip in answer["chips"]]) == ("", ["device_status_offline", "location"])
    assert named(answer) == [("item", "Desk lamp"), ("device", "Plug")]
    assert answer["totals"] == {"item": 1, "location": 0, "device": 1}
    assert {result["device"]["status"] for result in answer["results"]} == {"offline"}
    for values, found in (
        ({"query": "which devices are online?"}, {"Office printer"}),
        ({"query": "offline devices"}, {"Desk lamp", "Plug", "Telly"}),
        ({"query": "missing devices"}, set()),
        ({"query": "telly", "device_status": "offline"}, {"Telly"}),
        ({"query": "telly", "device_status": "online"}, set()),
        ({"query": "lamp", "device_status": ["offline", "missing"]}, {"Desk lamp"}),
    ):
        assert {name for _, name in named(await action("search", **values))} == found, values


async def test_an_unknown_status_is_refused(network: SourcedHome) -> None:
    """By the name of the field."""
    refused = await network.kit.refused("search", query="x", device_status="broken")
    assert (refused.code, refused.placeholders["field"]) == ("invalid_value", "device_status")
