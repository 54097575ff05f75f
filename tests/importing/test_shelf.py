"""Coming from Shelf: its own fields, what is counted, and who has what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .once import check_taken_in_once
from .shelf_files import LIST, READY

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


async def test_an_export_comes_over_whole(kit: InventoryTestKit) -> None:
    """Fields that mean something here go where they belong, the others stay fields of the household's own."""
    done = await kit.action("import_items", content=READY)
    cpu = (await _items(kit))["Processor"]

    assert (done["format"], done["counts"]["new"], done["places"]) == (
        "shelf",
        3,
        ["Home / Office", "Home / Office / left", "Home / Cellar"],
    )
    assert sorted(each["path"] for each in cpu["categories"]) == ["CPUs, old", "High priority", "small"]
    assert (cpu["serial_number"], cpu["manufacturer"], cpu["model"], cpu["purchase_date"]) == (
        "WQE2",
        "amd",
        "Fast 9",
        "2024-02-22",
    )
    assert (cpu["purchase_price"], cpu["quantity"], cpu["description"]) == (1100.5, 1, "Spare")
    assert cpu["barcodes"] == ["AMD001", "AMD002", "9780201379624"]
    assert cpu["custom"] == {
        "Shelf reference": "cm1", "Kit": "Home PC", "Custodian": "John", "warranty cost": "299.99", "Rack": "-40",
        "Insured": "Yes", "Price": "No",
    }  # fmt: skip


async def test_what_is_tracked_by_quantity_is_counted(kit: InventoryTestKit) -> None:
    """With its unit and its minimum; a minimum of none is none."""
    done = await kit.ws("import/apply", content=READY)
    items = await _items(kit)
    pens, rack = items["Pens"], items["Rack"]

    assert (pens["quantity"], pens["unit"], pens["minimum_quantity"], pens["custom"]["Use"]) == (
        500,
        "boxes",
        50,
        "Used up",
    )
    assert (rack["quantity"], rack["minimum_quantity"], rack["categories"]) == (8, None, [])
    assert rack["custom"] == {"Shelf reference": "cm3", "Custodian": "Thea", "Use": "Brought back"}
    assert [each["message"] for each in done["remarks"]] == ["Left out: bookable"] * 3


async def test_the_list_that_people_look_at_is_understood_too(kit: InventoryTestKit) -> None:
    """With dollars, and quantities that stand beside their units."""
    done = await kit.ws("import/apply", content=LIST)
    items = await _items(kit)

    assert (
        done["format"],
        items["Processor"]["purchase_price"],
        sorted(each["path"] for each in items["Processor"]["categories"]),
    ) == (
        "shelf",
        1100.5,
        ["old", "small"],
    )
    assert (items["Pens"]["quantity"], items["Pens"]["unit"], items["Pens"]["minimum_quantity"]) == (500, "boxes", 50)
    assert items["Processor"]["custom"] == {"Shelf asset ID": "SAM-0001", "Status": "AVAILABLE", "Rack": "7"}


@pytest.mark.parametrize("content", [READY, LIST])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: str) -> None:
    """Whatever form it has."""
    await check_taken_in_once(kit, content=content)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",,QUANTITY_TRACKED,1,2,", "required_value"),
        ("Pens,,QUANTITY_TRACKED,many,2,", "invalid_value"),
        ("Pens,,QUANTITY_TRACKED,1e999,2,", "invalid_value"),
        ("Pens,,INDIVIDUAL,,NULL,", "invalid_value"),
        ("Pens,,INDIVIDUAL,,2,2024-02-31", "import_date"),
        (f"Pens,{'x' * 300},INDIVIDUAL,,2,", "value_too_long"),
    ],
)
async def test_a_bad_row_is_named_and_the_others_come(kit: InventoryTestKit, row: str, code: str) -> None:
    """Words for numbers, days that never were, names without end."""
    content = f'title,location,type,quantity,valuation,"cf:purchase date,type:date"\nGood,,,,,\n{row}\n'

    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(3, code)]
    assert list(await _items(kit)) == ["Good"]


async def test_half_a_file_is_refused(kit: InventoryTestKit) -> None:
    """One that ends in the middle of a list."""
    assert (await kit.refused("import/apply", content=READY[: READY.index("AMD002")])).code == "import_unreadable"
