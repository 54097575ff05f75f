"""The main job on a real Home Assistant with its recorder database, on every version that we serve."""

import asyncio
from collections.abc import Callable

import pytest

from .hass_client import CommandError, HassClient
from .hass_config import DOMAIN, link_integration
from .hass_process import HassProcess, Version


async def _set_up(process: HassProcess) -> HassClient:
    process.config.mkdir(parents=True)
    link_integration(process.config)
    client = await process.start()
    entry = await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    assert entry["state"] == "loaded"
    return client


async def test_a_thing_is_added_found_moved_and_put_back(
    new_hass: Callable[..., HassProcess], version: Version
) -> None:
    client = await _set_up(new_hass(version))
    async with client.subscription("home_inventory/subscribe") as notices:
        shelf = await client.call("home_inventory/location/add", name="Shelf 2", parent="Kitchen")
        added = await client.call("home_inventory/item/add", name="Cordless drill", location="Kitchen / Shelf 2")
        assert added["item"]["locations"][0]["path"] == shelf["location"]["path"] == "Home / Kitchen / Shelf 2"
        assert len(added["item"]["code"]) == 4

        found = await client.call("home_inventory/item/list", query="drill")
        assert [item["id"] for item in found["items"]] == [added["item"]["id"]]

        moved = await client.call("home_inventory/item/move", item=added["item"]["code"], to="Bedroom")
        assert moved["item"]["locations"][0]["path"] == "Home / Bedroom"

        undone = await client.call("home_inventory/change/undo", batch=moved["batch"])
        assert undone["undone"] == moved["batch"]
        item = (await client.call("home_inventory/item/get", item="cordless drill"))["item"]
        assert item["locations"][0]["path"] == "Home / Kitchen / Shelf 2"

        batches = [(await notices.get())["batch"] for _ in range(4)]
    assert batches == [shelf["batch"], added["batch"], moved["batch"], undone["batch"]]


async def test_actions_answer_with_data_and_refusals_say_why(
    new_hass: Callable[..., HassProcess], version: Version
) -> None:
    client = await _set_up(new_hass(version))
    added = await client.action("home_inventory.add_item", name="AA batteries", quantity=8, location="Kitchen")
    assert added["item"]["quantity"] == 8
    assert (await client.action("home_inventory.search_items", query="batteries"))["total"] == 1

    with pytest.raises(CommandError) as refusal:
        await client.action("home_inventory.move_item", item="AA batteries", to="The moon")
    assert refusal.value.translation_key == "location_not_found"
    with pytest.raises(CommandError) as refusal:
        await client.call("home_inventory/item/adjust", item="AA batteries", by=-9)
    assert refusal.value.code == "not_enough_stock"


async def test_everything_is_there_again_after_a_restart(
    new_hass: Callable[..., HassProcess], version: Version
) -> None:
    process = new_hass(version)
    client = await _set_up(process)
    added = await client.call("home_inventory/item/add", name="Passport", location="Bedroom", notes="Blue folder")

    client = await process.restart()
    kept = await client.call("home_inventory/item/get", item="Passport")
    assert kept["item"] == added["item"]
    await _until_indexed(client)
    assert (await client.call("home_inventory/item/list", query="pasport"))["total"] == 1
    assert (await client.get("/api/states/sensor.home_items"))["state"] == "1"


async def _until_indexed(client: HassClient) -> None:
    """Wait until the search knows everything, which it says."""
    async with asyncio.timeout(60):
        while (await client.call("home_inventory/info"))["indexing"]:
            await asyncio.sleep(0.2)
