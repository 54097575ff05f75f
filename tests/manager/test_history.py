"""History: what is told about what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import Context
from ulid_transform import ulid_at_time

from custom_components.home_inventory.db import work

if TYPE_CHECKING:
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit


def brief(change: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return what a change says about some fields."""
    return {
        "what": f"{change['operation']} {change['kind']}",
        "before": change["before"] and {name: change["before"].get(name) for name in names},
        "after": change["after"] and {name: change["after"].get(name) for name in names},
    }


async def test_a_change_says_what_changed_from_what_to_what(kit: InventoryTestKit) -> None:
    """Fields that did not change are not named; numbers are texts, as they are kept."""
    await kit.given_item("Drill", purchase_price=129.9, notes="Lent")

    await kit.ws("item/update", item="Drill", purchase_price=99, notes=None, name="Hammer drill", model=None)

    change = (await kit.changes(item="Hammer drill"))[-1]
    drill = await kit.item("Hammer drill")
    assert change | {"sequence": 0} == {
        "sequence": 0,
        "kind": "item",
        "operation": "update",
        "id": drill["id"],
        "item_id": drill["id"],
        "title": "Hammer drill",
        "before": {"purchase_price": "129.9", "notes": "Lent", "name": "Drill"},
        "after": {"purchase_price": "99", "notes": None, "name": "Hammer drill"},
    }


async def test_a_new_item_is_told_with_everything_that_was_given(kit: InventoryTestKit) -> None:
    """What was left out is left out."""
    await kit.given_item("Drill", location="Home", quantity=2, warranty_until="2029-03-14", barcodes=["1"], lot="A")

    item, stock = (await kit.changes(item="Drill"))[-2:]

    assert (item["operation"], item["before"], "notes" in item["after"]) == ("create", None, False)
    assert item["after"]["warranty_until"] == "2029-03-14"
    assert item["after"]["barcodes"] == ["1"]
    assert brief(stock, "location", "quantity", "lot", "best_before") == {
        "what": "create stock",
        "before": None,
        "after": {"location": "Home", "quantity": "2", "lot": "A", "best_before": None},
    }


async def test_movements_say_from_where_to_where(kit: InventoryTestKit) -> None:
    """A whole move is one change; a part is taken from one entry and added to another."""
    await kit.given_location("Garage")
    await kit.given_item("Rag", location="Home", quantity=3)
    await kit.ws("item/move", item="Rag", to="Garage")
    await kit.ws("item/move", item="Rag", to="Home", quantity=1)
    await kit.ws("item/adjust", item="Rag", location="Garage", by=-2)

    whole, taken, put, used = [brief(change, "location", "quantity") for change in (await kit.changes(item="Rag"))[2:]]

    garage = "Home / Garage"
    assert whole == {
        "what": "update stock",
        "before": {"location": "Home", "quantity": "3"},
        "after": {"location": garage, "quantity": "3"},
    }
    assert (taken["before"], taken["after"]) == (
        {"location": garage, "quantity": "3"},
        {"location": garage, "quantity": "2"},
    )
    assert put == {"what": "create stock", "before": None, "after": {"location": "Home", "quantity": "1"}}
    assert (used["before"]["quantity"], used["after"]["quantity"]) == ("2", "0")


async def test_every_use_case_leaves_its_line(kit: InventoryTestKit) -> None:
    """In the order in which it happened."""
    await kit.given_location("Garage")
    await kit.given_item("Drill", categories=["Tools"])
    await kit.ws("item/remove", item="Drill")
    await kit.ws("item/restore", item="Drill")
    await kit.ws("item/remove", item="Drill", permanently=True)
    await kit.ws("location/update", location="Garage", name="Workshop")
    await kit.ws("location/remove", location="Workshop")
    await kit.ws("location/restore", location="Workshop")
    await kit.ws("category/update", category="Tools", name="Machines")
    await kit.ws("category/remove", category="Machines")
    await kit.ws("change/undo")

    lines = [f"{change['operation']} {change['kind']} {change['title']}" for change in await kit.changes()]

    assert lines == [
        *("create location Home", "create location Garage"),
        *("create category Tools", "create item Drill", "create stock Drill"),
        *("archive item Drill", "restore item Drill", "delete stock Drill", "delete item Drill"),
        *("update location Workshop", "archive location Workshop", "restore location Workshop"),
        *("update category Machines", "delete category Machines", "create category Machines"),
    ]


async def test_the_sequence_of_changes_has_no_gap(kit: InventoryTestKit) -> None:
    """Whatever was refused in between."""
    await kit.given_item("Drill", categories=["Tools"])
    await kit.refused("item/adjust", item="Drill", by=-5)
    await kit.ws_at_once("item/adjust", [{"item": "Drill", "by": 1}] * 20)
    await kit.refused("item/add", name="Saw", quantity=0.5)
    await kit.ws("item/remove", item="Drill")

    sequences = [change["sequence"] for change in await kit.changes()]

    assert sequences == list(range(1, len(sequences) + 1))


@pytest.mark.parametrize("second", [1.0, -1000.0])
async def test_batches_keep_their_order_whatever_the_clock_does(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, second: float
) -> None:
    """It may stand still or be put back; the newest still comes first and is undone first."""
    await kit.given_item("Rag")
    at = kit.entry.created_at.timestamp() + second
    monkeypatch.setattr(work, "ulid_now", lambda: ulid_at_time(at))
    for _ in range(8):
        await kit.ws("item/adjust", item="Rag", by=1)

    page = await kit.ws("change/list")
    await kit.ws("change/undo")

    newest = [batch["changes"][0]["sequence"] for batch in page["batches"]]
    assert newest == sorted(newest, reverse=True)
    assert (await kit.item("Rag"))["quantity"] == 8


async def test_history_is_narrowed_to_a_record(kit: InventoryTestKit) -> None:
    """An item, a place or a batch; whole batches are shown."""
    await kit.given_location("Garage")
    drill = await kit.given_item("Drill", location="Garage", categories=["Tools"])
    batch = (await kit.ws("item/add", name="Saw"))["batch"]
    await kit.ws("location/update", location="Garage", description="Cold")
    await kit.ws("item/remove", item=drill, permanently=True)

    by_drill = await kit.ws("change/list", item=drill)
    by_garage = await kit.ws("change/list", location="Garage")
    by_batch = await kit.ws("change/list", batch=batch)
    unknown = await kit.refused("change/list", item="Moon")

    assert [len(entry["changes"]) for entry in by_drill["batches"]] == [2, 3]
    assert [entry["changes"][0]["operation"] for entry in by_garage["batches"]] == ["update", "create"]
    assert [entry["batch"] for entry in by_batch["batches"]] == [batch]
    assert (by_drill["total"], by_garage["total"], by_batch["total"]) == (2, 2, 1)
    assert (await kit.ws("change/list", batch="01K9ZT5V3N8Q2M7W4X6Y1B0C2D"))["total"] == 0
    assert unknown.code == "item_not_found"


async def test_a_place_that_is_gone_still_has_its_history(kit: InventoryTestKit) -> None:
    """By its id."""
    garage = await kit.given_location("Garage")
    await kit.ws("location/remove", location=garage, permanently=True)

    assert (await kit.ws("change/list", location=garage))["total"] == 2


async def test_history_has_pages(kit: InventoryTestKit) -> None:
    """Newest first."""
    await kit.ws_at_once("item/add", [{"name": f"Nail {number}"} for number in range(5)])

    page = await kit.ws("change/list", limit=2, offset=1)

    assert [batch["changes"][0]["title"] for batch in page["batches"]] == ["Nail 3", "Nail 2"]
    assert page["total"] == 6


async def test_a_page_may_be_as_long_as_it_gets(kit: InventoryTestKit) -> None:
    """More batches than SQLite takes conditions in one statement, each with its own changes, none left out."""
    await kit.ws_at_once("item/add", [{"name": f"Nail {number}"} for number in range(1000)])

    page = await kit.ws("change/list", limit=1000)

    assert [batch["changes"][0]["title"] for batch in page["batches"]] == [f"Nail {n}" for n in range(999, -1, -1)]
    assert {len(batch["changes"]) for batch in page["batches"]} == {2}


async def test_history_knows_who_did_it_and_how(kit: InventoryTestKit, hass_admin_user: MockUser) -> None:
    """A person at the panel, a person's action, or an automation."""
    await kit.given_item("Drill")
    await kit.action("add_item", Context(user_id=hass_admin_user.id), name="Saw")
    await kit.action("add_item", name="Rag")

    batches = (await kit.ws("change/list"))["batches"]

    assert [(batch["source"], batch["user_id"]) for batch in batches] == [
        ("automation", None),
        ("action", hass_admin_user.id),
        ("websocket", hass_admin_user.id),
        ("system", None),
    ]
