"""Coming from Sortly: folders and items of one sheet, and copies that share their ID."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64, workbook
from .once import check_taken_in_once
from .sortly_files import rows, sheet

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


async def test_a_sheet_comes_over_whole(kit: InventoryTestKit) -> None:
    """Folders become places; copies of one name are one thing in several places; tags become categories."""
    done = await kit.action("import_items", content=sheet())
    items = await _items(kit)
    drill = items["Drill"]

    assert (done["format"], done["counts"]["new"], done["counts"]["rejected"]) == ("sortly", 4, 0)
    assert done["places"] == ["Home / Garage", "Home / Garage / Shelf/3", "Home / Attic"]
    assert await kit.places_of("Drill") == {"Home / Garage / Shelf/3": 1, "Home / Attic": 2}
    assert (drill["purchase_price"], drill["purchase_date"], drill["serial_number"]) == (1149.99, "2025-08-28", "SN-9")
    assert (drill["notes"], drill["unit"], drill["minimum_quantity"]) == ("18V", None, None)
    assert (drill["vendor_url"], drill["barcodes"]) == (
        "https://example.org/drill", ["sy://o2/e_qrcode_us/S1A3", "4006381333931"],
    )  # fmt: skip
    assert sorted(each["path"] for each in drill["categories"]) == ["tools", "valuable"]
    assert drill["custom"] == {"Sortly ID": "S1A3", "Condition": "Used"}
    assert items["Drill (clone)"]["custom"] == {"Sortly ID": "S1A3 Drill (clone)"}
    assert (await kit.ws("location/get", location="Garage"))["location"]["description"] == "Cold in winter"


async def test_variants_keep_what_makes_them_different(kit: InventoryTestKit) -> None:
    """One that is used up still has its place; a day with a time is a day."""
    await kit.ws("import/apply", content=sheet())
    shirt = (await _items(kit))["Shirt"]

    assert shirt["custom"] == {
        "Sortly ID": "S1A4", "Variant": "Size: XL, Colour: red", "Variant of": "Clothes", "Ordered": True,
    }  # fmt: skip
    assert (shirt["quantity"], shirt["minimum_quantity"], shirt["unit"], shirt["purchase_date"]) == (
        0,
        2,
        "box",
        "2024-02-01",
    )
    assert await kit.places_of("Shirt") == {"Home / Attic": 0}


async def test_what_has_no_place_here_is_told(kit: InventoryTestKit) -> None:
    """Photos behind links, tags of folders, and what copies say of themselves."""
    done = await kit.ws("import/preview", content=sheet())

    assert [(each["line"], each["placeholders"]["what"]) for each in done["answer"]["remarks"]] == [
        (2, "Tags: outside"), (4, "https://lnk.example/1, https://lnk.example/2"), (5, "Condition: new"),
    ]  # fmt: skip


async def test_what_was_not_exported_is_not_missed(kit: InventoryTestKit) -> None:
    """Without quantities each is there once; without IDs all come as they are."""
    await kit.ws("import/apply", content=sheet(without="Quantity"))
    assert await kit.places_of("Drill") == {"Home / Garage / Shelf/3": 1, "Home / Attic": 1}

    done = await kit.ws("import/preview", content=sheet(without="SID"))
    assert (done["format"], done["answer"]["counts"]["rejected"]) == ("sortly", 0)


@pytest.mark.parametrize("data", [sheet().encode(), workbook(*rows())], ids=["csv", "xlsx"])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, data: bytes) -> None:
    """As CSV and as XLSX."""
    await check_taken_in_once(kit, data=in_base64(data))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Item,,S1,1,Garage,", "required_value"),
        ("Item,Saw,S1,lots,Garage,", "invalid_value"),
        ("Item,Saw,S1,1e400,Garage,", "invalid_value"),
        ("Item,Saw,S1,99999999999999999999,Garage,", "value_out_of_range"),
        (f"Item,Saw,{'S' * 300},1,Garage,", "value_too_long"),
        ("Item,Saw,S1,1,Garage,45/45/2025", "import_date"),
        ("Folder,,S1,,Garage,", "required_value"),
    ],
)
async def test_a_bad_row_is_named_and_the_others_come(kit: InventoryTestKit, row: str, code: str) -> None:
    """Folders as well as items."""
    content = f"Entry Type,Entry Name,SID,Quantity,Primary Folder,Purchase Date\nItem,Good,S0,1,Garage,\n{row}\n"

    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(3, code)]
    assert list(await _items(kit)) == ["Good"]


async def test_half_a_workbook_is_refused(kit: InventoryTestKit) -> None:
    """Nothing comes of it."""
    content = workbook(*rows())

    error = await kit.refused("import/apply", data=in_base64(content[: len(content) // 2]))

    assert error.code == "import_unreadable"
