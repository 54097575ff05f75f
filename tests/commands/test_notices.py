"""Notices: everyone watching is told of every commit, briefly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from homeassistant.core import callback

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.models import Notice
    from tests.kit import InventoryTestKit


async def test_a_notice_names_what_was_changed(kit: InventoryTestKit) -> None:
    """Which records, never what is in them."""
    watcher = await kit.watch()
    added = await kit.ws("item/add", name="Drill", location="Home", notes="Secret")

    notice = await watcher.next()

    item = added["item"]["id"]
    change, stock = notice.pop("changes")
    info = await kit.ws("change/list", batch=added["batch"])
    assert notice == {
        "batch": added["batch"],
        "sequence": info["batches"][0]["changes"][-1]["sequence"],
        "user_id": info["batches"][0]["user_id"],
        "source": "websocket",
        "count": 2,
        "truncated": False,
    }
    assert change == {"kind": "item", "operation": "create", "id": item, "item_id": item}
    assert (stock["kind"], stock["operation"], stock["item_id"]) == ("stock", "create", item)


async def test_a_batch_that_changes_a_thousand_records_is_told_in_two_kilobytes(kit: InventoryTestKit) -> None:
    """Removing a place moves everything in it; the notice names a few and says that there are more."""
    await kit.given_location("Garage")
    await kit.given_location("Attic")
    await kit.ws_at_once("item/add", [{"name": f"Screw {n}", "location": "Garage"} for n in range(1000)])
    watcher = await kit.watch()

    await kit.ws("location/remove", location="Garage", move_contents_to="Attic")

    notice = await watcher.next()
    assert (notice["count"], len(notice["changes"]), notice["truncated"]) == (1001, 12, True)
    assert len(json.dumps(notice)) <= 2048
    assert len({change["id"] for change in notice["changes"]}) == 12
    assert (await kit.location("Attic"))["item_count"] == 1000
    assert await watcher.sees_nothing()


async def test_undoing_a_thousand_changes_is_one_notice_too(kit: InventoryTestKit) -> None:
    """And everything is back where it was."""
    await kit.given_location("Garage")
    await kit.ws_at_once("item/add", [{"name": f"Screw {n}", "location": "Garage"} for n in range(60)])
    await kit.ws("location/remove", location="Garage", move_contents_to="Home")
    watcher = await kit.watch()

    undone = await kit.ws("change/undo")

    notice = await watcher.next()
    assert (undone["changes"], notice["count"], notice["truncated"]) == (61, 61, True)
    assert (await kit.location("Garage"))["item_count"] == 60


async def test_a_notice_comes_after_the_commit(kit: InventoryTestKit) -> None:
    """Whoever asks then sees what was changed."""
    seen = []

    @callback  # what is none would be called in a thread, at some later time
    def hear(notice: Notice) -> None:
        seen.append([item.name for item in notice.items.values() if item])

    kit.inventory.async_subscribe(hear)
    watcher = await kit.watch()
    await kit.ws("item/add", name="Drill")

    notice = await watcher.next()

    assert (await kit.ws("change/list", batch=notice["batch"]))["total"] == 1
    assert seen == [["Drill"]]


async def test_each_commit_is_told_once_and_in_order(kit: InventoryTestKit) -> None:
    """Nothing is told of what was refused or changed nothing."""
    watcher = await kit.watch()
    await kit.given_item("Drill")
    await kit.refused("item/adjust", item="Drill", by=-5)
    await kit.ws("item/update", item="Drill", name="Drill")
    await kit.ws_at_once("item/adjust", [{"item": "Drill", "by": 1}] * 10)

    notices = [await watcher.next() for _ in range(11)]

    sequences = [notice["sequence"] for notice in notices]
    assert sequences == sorted(set(sequences))
    assert await watcher.sees_nothing()


async def test_who_has_unsubscribed_is_told_nothing(kit: InventoryTestKit) -> None:
    """Others still are."""
    going, staying = await kit.watch(), await kit.watch()
    await going.stop()

    added = await kit.ws("item/add", name="Drill")

    assert (await staying.next())["batch"] == added["batch"]
    assert await going.sees_nothing()


async def test_who_watches_goes_on_watching_after_a_reload(kit: InventoryTestKit) -> None:
    """As after changing the options."""
    watcher = await kit.watch()
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)

    added = await kit.ws("item/add", name="Drill")

    assert (await watcher.next())["batch"] == added["batch"]


async def test_a_reader_may_watch(kit: InventoryTestKit, hass_read_only_access_token: str) -> None:
    """Watching changes nothing."""
    watcher = await kit.signed_in(hass_read_only_access_token).watch()

    await kit.given_item("Drill")

    assert (await watcher.next())["count"] == 2
