"""Devices that are items."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.domain.matching_kit import LAMP, PLUG, TV, lan

from .sourced import speaker

if TYPE_CHECKING:
    from .sourced import SourcedHome


async def test_adopting_makes_an_item_of_a_device(home: SourcedHome) -> None:
    """With all that the device knows, in one batch that is undone as one."""
    hall = await home.kit.given_location("Hall")
    await home.kit.ws("category/add", name="Speakers")
    await home.bring(speaker(home.site, ("Flur",)), places={("Flur",): hall})
    before = await home.device("Sonos")

    done = await home.kit.ws("device/adopt", device="Sonos")

    item = done["item"]
    assert (item["name"], item["manufacturer"], item["model"], item["serial_number"], item["quantity"]) == (
        "Sonos",
        "Sonos",
        "One",
        "SN-4711",
        1,
    )
    assert [place["path"] for place in item["locations"]] == ["Home / Hall"]
    assert [category["path"] for category in item["categories"]] == ["Speakers"]
    assert done["device"]["item"] == {"id": item["id"], "name": "Sonos", "code": item["code"]}
    assert (await home.kit.refused("device/adopt", device="Sonos")).code == "device_adopted"

    await home.kit.ws("change/undo", batch=done["batch"])

    assert await home.kit.names() == []
    assert await home.device("Sonos") == before


async def test_a_device_is_adopted_once_however_often_somebody_clicks(home: SourcedHome) -> None:
    await home.bring(speaker(home.site, ("Flur",)))
    done = await asyncio.gather(
        *(home.kit.action("adopt_device", device="Sonos") for _ in range(3)), return_exceptions=True
    )

    assert [getattr(one, "translation_key", "done") for one in done].count("device_adopted") == 2
    assert await home.kit.names() == ["Sonos"]


async def test_adopting_takes_what_people_say_instead(home: SourcedHome) -> None:
    """Also as an action."""
    await home.kit.given_location("Hall")
    await home.bring(speaker(home.site))

    done = await home.kit.action(
        "adopt_device", device=TV, name="Radio", location="Hall", purchase_price=219, warranty_until="2028-01-31"
    )

    item = done["item"]
    assert (item["name"], item["purchase_price"], item["currency"]) == ("Radio", 219, home.kit.inventory.currency)
    assert (item["warranty_until"], item["locations"][0]["path"]) == ("2028-01-31", "Home / Hall")


async def test_a_device_may_be_an_item_that_is_there(home: SourcedHome) -> None:
    """Those that fit are offered, the likeliest first, and the one that was chosen is linked."""
    await home.bring(speaker(home.site))
    named = await home.kit.given_item("sonos")
    same = await home.kit.given_item("Radio", manufacturer="SONOS", model="one")
    serial = await home.kit.given_item("Box", serial_number="sn-4711")
    await home.kit.given_item("Sonos Two", manufacturer="Sonos", model="Two")
    archived = await home.kit.given_item("Sonos", serial_number="SN-4711")
    await home.kit.ws("item/remove", item=archived)

    matches = (await home.kit.ws("device/get", device=TV))["matches"]
    linked = await home.kit.ws("device/adopt", device=TV, item="Box")

    assert [item["id"] for item in matches] == [serial, same, named]
    assert (linked["item"]["id"], linked["device"]["item"]["name"]) == (serial, "Box")
    assert [item["id"] for item in (await home.kit.ws("device/get", device=TV))["matches"]] == [same, named]
    assert (await home.kit.refused("device/adopt", device=TV, item="Box", name="Other")).code == "invalid_value"
    assert (await home.kit.ws("device/unlink", device=TV))["device"]["item"] is None
    assert (await home.kit.item("Box"))["id"] == serial


@pytest.mark.parametrize(
    ("kind", "categories", "fits"),
    [
        ("Motion Sensor", ["Sensors"], ["Sensors"]),
        ("Motion sensor", ["Motion sensor", "Sensors"], ["Motion sensor"]),
        ("Switch", ["Switches"], ["Switches"]),
        ("Sensor Hub", ["Sensors"], []),
        ("Lamp", ["A / Lamps", "B / Lamps"], []),
    ],
)
async def test_the_category_follows_the_type(
    home: SourcedHome, kind: str, categories: list[str], fits: list[str]
) -> None:
    """If there is one, and only one."""
    for path in categories:
        await home.kit.given_item(path, categories=[path])
    await home.bring(lan(LAMP, name="Thing", site=home.site))
    await home.kit.ws("device/update", device="Thing", device_type=kind)

    item = (await home.kit.ws("device/adopt", device="Thing"))["item"]

    assert [category["path"] for category in item["categories"]] == fits


async def test_the_devices_of_an_item_are_listed(home: SourcedHome) -> None:
    """An item may be several devices."""
    await home.bring(
        lan(PLUG, "192.168.1.10", name="Plug", site=home.site),
        lan(LAMP, "192.168.1.11", name="Lamp", site=home.site),
        lan(TV, "192.168.1.12", name="TV", site=home.site),
    )
    item = await home.kit.given_item("Lights")
    for name in ("Plug", "Lamp"):
        await home.kit.ws("device/adopt", device=name, item=item)

    assert await home.names(item=item) == ["Lamp", "Plug"]
    assert (await home.kit.refused("device/list", item="Nothing like it")).code == "item_not_found"
