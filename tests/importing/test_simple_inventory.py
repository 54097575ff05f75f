"""Coming from Simple Inventory: what it exports, what it answers, and what it has stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64, zipped
from .once import check_taken_in_once
from .simple_inventory_files import ALL, CSV, EXPORT, ITEMS, MILK, STORE, WRAPPED

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


@pytest.mark.parametrize("content", [EXPORT, WRAPPED], ids=["file", "answer"])
async def test_an_inventory_comes_over_whole(kit: InventoryTestKit, content: str) -> None:
    """It is a place; thresholds, days and what is wanted come along."""
    done = await kit.action("import_items", content=content)
    items = await _items(kit)
    milk = items["Milk"]

    assert (done["format"], done["counts"]["rows"], done["counts"]["new"]) == ("simple_inventory", 3, 2)
    assert done["places"] == ["Home / Kitchen", "Home / Kitchen / Fridge"]
    assert (milk["quantity"], milk["unit"], milk["minimum_quantity"], milk["purchase_price"]) == (2, "l", 1, 1.29)
    assert (milk["description"], milk["locations"][0]["best_before"]) == ("Whole", "2026-12-24")
    assert sorted(each["path"] for each in milk["categories"]) == ["Cold", "Dairy"]
    assert milk["barcodes"] == ["4006381333931", "0012"]
    assert milk["custom"] == {
        "Simple Inventory reference": "5f0c", "Days of warning before it expires": "7", "Desired quantity": "4.0",
        "Put on the to-do list by itself": True, "To-do list": "todo.shopping", "Also at": "Cellar, left",
    }  # fmt: skip
    assert (items["Salt"]["quantity"], items["Salt"]["custom"]) == (0, {"Simple Inventory reference": "5f0d"})
    assert (await kit.ws("location/get", location="Kitchen"))["location"]["description"] == "All we eat"


async def test_all_inventories_at_once_are_places(kit: InventoryTestKit) -> None:
    """As its action answers them; packed together they are the same."""
    await kit.ws("import/apply", content=ALL)
    packed = zipped({"kitchen.json": EXPORT.encode(), "all.json": ALL.encode()})
    look = await kit.ws("import/preview", data=in_base64(packed))

    assert await kit.places_of("Milk") == {"Home / Kitchen / Fridge": 2}
    assert await kit.places_of("Soap") == {"Home / Bath": 0}
    assert (look["format"], look["kind"]) == ("simple_inventory", "zip")


async def test_the_store_of_old_versions_is_understood(kit: InventoryTestKit) -> None:
    """There items have no numbers: they are known by their inventory and name."""
    await kit.ws("import/apply", content=STORE)
    items = await _items(kit)

    assert items["Milk"]["custom"] == {"Simple Inventory reference": "01J/Milk"}
    assert await kit.places_of("Milk") == {"Home / Kitchen / Fridge": 2}
    assert (await kit.places_of("Soap"), items["Soap"]["minimum_quantity"]) == ({"Home / 01K": 3}, 1)


async def test_its_table_says_the_same(kit: InventoryTestKit) -> None:
    """But for the name of the inventory; of several places it does not say how much is where."""
    done = await kit.ws("import/apply", content=CSV)
    milk = (await _items(kit))["Milk"]

    assert done["format"] == "simple_inventory"
    assert await kit.places_of("Milk") == {"Home / Fridge": 2}
    assert (milk["minimum_quantity"], milk["barcodes"], milk["custom"]["Also at"]) == (
        1,
        ["4006381333931", "0012"],
        "Cellar",
    )
    assert sorted(each["path"] for each in milk["categories"]) == ["Cold", "Dairy"]


@pytest.mark.parametrize("content", [EXPORT, ALL, ITEMS, STORE, CSV], ids=["export", "all", "items", "store", "csv"])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: str) -> None:
    """Whatever it comes as."""
    await check_taken_in_once(kit, content=content)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": None}, "required_value"),
        ({"name": ["x"]}, "required_value"),
        ({"quantity": "lots"}, "invalid_value"),
        ({"quantity": 1e300}, "value_out_of_range"),
        ({"expiry_date": "2026-02-31"}, "import_date"),
        ({"name": "x" * 300}, "value_too_long"),
        ({"barcodes": ["1" * 300]}, "value_too_long"),
    ],
)
async def test_a_bad_item_is_named_and_the_others_come(
    kit: InventoryTestKit, changes: dict[str, Any], code: str
) -> None:
    """Edited by hand, or cut off."""
    content = json.dumps(
        {"inventory": {"name": "Kitchen"}, "items": [{**MILK, "name": "Good", "id": "1"}, {**MILK, **changes}, None, 3]}
    )

    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(2, code)]
    assert list(await _items(kit)) == ["Good"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (EXPORT[:200], "import_unreadable"),
        ('{"inventory": {"name": "Kitchen"}, "items": null}', "import_name_missing"),
        ('{"key": "simple_inventory.storage", "data": {"inventories": [1]}}', "import_empty"),
        (CSV[: CSV.index("Cellar")], "import_unreadable"),
    ],
)
async def test_what_is_half_a_file_changes_nothing(kit: InventoryTestKit, content: str, code: str) -> None:
    """It is refused, or there is nothing in it."""
    before = await kit.tables()

    error = await kit.refused("import/apply", content=content, mapping={"x": "name"})

    assert error.code in (code, "invalid_value")
    assert await kit.tables() == before
