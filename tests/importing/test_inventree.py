"""A workshop comes over from InvenTree: its records as one file, or its tables one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64
from .inventree_files import PARTS, PLACES, STOCK_NEW, STOCK_OLD, as_records, part, stock, workshop
from .once import check_taken_in_once

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _item(kit: InventoryTestKit, name: str) -> dict[str, Any]:
    """Return an item in full."""
    return (await kit.ws("item/get", item=name))["item"]  # type: ignore[no-any-return]


def _lots(item: dict[str, Any]) -> set[tuple[str, float, str | None, str | None]]:
    """Return where how much of an item is, until when and of which batch."""
    return {(each["path"], each["quantity"], each["best_before"], each["lot"]) for each in item["locations"]}


async def test_a_workshop_comes_over_whole(kit: InventoryTestKit) -> None:
    """Parts with their stock, suppliers, parameters and kits; what has a serial number is a thing of its own."""
    done = await kit.action("import_items", data=in_base64(as_records()))
    screw, lamp, glue = [await _item(kit, name) for name in ("Screw M3", "Lamp kit", "Old glue")]

    assert (done["format"], done["counts"]["new"], done["rejected"]) == ("inventree", 3, [])
    assert _lots(screw) == {
        ("Home / Workshop / Bin 7", 250, None, "B1"), ("Home / Workshop", 50, "2030-01-01", None),
    }  # fmt: skip
    assert (screw["manufacturer"], screw["model"], screw["vendor"]) == ("Brand A", "M3X10-A2", "Shop One")
    assert (screw["purchase_price"], screw["currency"], screw["minimum_quantity"]) == (0.04, "USD", 100)
    assert sorted(each["path"] for each in screw["categories"]) == ["Fasteners / Screws", "m3", "screw"]
    assert screw["custom"] == {
        "InvenTree reference": "part/1", "IPN": "SC-1", "Order number": "S-310", "Part of": "Lamp kit", "Length": "10 mm",
        "Exact price": "0.035",
    }  # fmt: skip
    assert (lamp["serial_number"], lamp["quantity"]) == ("1001", 1)
    assert lamp["custom"] == {"InvenTree reference": "stock/3", "Kit contains": "4 x Screw M3"}
    assert (glue["archived"], glue["unit"], _lots(glue)) == (True, "ml", {("Home / Workshop", 0, None, None)})
    assert [(each["name"], each["placeholders"]["what"]) for each in done["remarks"]] == [
        ("Screw M3", "attachment part_files/1/drawing.pdf"),
        ("Screw M3", "image part_images/screw.png"),
        ("Screw M3", "stock item 2: attention needed"),
        ("Screw M3", "stock item 5: lost"),
        ("Lamp kit", "stock item 4: at a customer"),
    ]


@pytest.mark.parametrize("content", [STOCK_OLD, STOCK_NEW], ids=["0.15", "1.0"])
async def test_tables_come_one_after_the_other(kit: InventoryTestKit, content: str) -> None:
    """Places, parts with what is there in all, then where that is; no part is there twice, and the lots stay."""
    places = await kit.ws("import/apply", content=PLACES)
    parts = await kit.ws("import/apply", content=PARTS)
    done = await kit.ws("import/apply", content=content)
    again = await kit.ws("import/apply", content=PARTS)
    screw = await _item(kit, "Screw M3")

    assert {each["format"] for each in (places, parts, done)} == {"inventree"}
    assert (places["counts"]["places"], parts["counts"]["new"]) == (2, 2)
    assert (done["counts"]["new"], done["counts"]["updated"], again["counts"]["unchanged"]) == (1, 1, 2)
    assert _lots(screw) == {
        ("Home / Workshop / Bin 7", 250, None, "B1"), ("Home / Workshop", 50, "2030-01-01", None),
    }  # fmt: skip
    assert (screw["purchase_price"], screw["custom"]["IPN"], screw["custom"]["Packaging"]) == (0.05, "SC-1", "bag")
    assert [each["placeholders"]["what"] for each in done["remarks"]][:1] == ["status Attention needed"]
    assert (await _item(kit, "Lamp kit"))["serial_number"] == "1001"


@pytest.mark.parametrize(
    "content", [as_records(), STOCK_NEW.encode(), PARTS.encode()], ids=["records", "stock", "parts"]
)
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: bytes) -> None:
    """One batch the first time, none the second."""
    await check_taken_in_once(kit, data=in_base64(content))


@pytest.mark.parametrize(
    ("records", "codes"),
    [
        ([part(9, "")], ["required_value"]),
        ([part(9, "Gl\x00ue")], ["invalid_value"]),
        ([part(9, "Glue", minimum_stock="99999999999")], ["value_out_of_range"]),
        ([part(9, "Glue"), stock(9, 9, "many")], ["invalid_value"]),
        ([part(9, "Glue"), stock(9, 9, "1", expiry_date="soon")], ["import_date"]),
        ([{"model": "part.part"}, {"model": ["x"], "fields": {}}, "text", part(9, "Fine", category=[1])], []),
        ([{"model": "stock.stocklocation", "pk": 4, "fields": {"name": "Loop", "parent": 4}}], []),
    ],
    ids=range(7),
)
async def test_broken_records_are_named_and_the_others_come(
    kit: InventoryTestKit, records: list[Any], codes: list[str]
) -> None:
    """However deep it is broken."""
    content = as_records(workshop() + records)

    done = await kit.ws("import/apply", data=in_base64(content), partial=True)

    assert [each["code"] for each in done["rejected"]] == codes
    assert (await _item(kit, "Screw M3"))["quantity"] == 300
    assert (await kit.refused("import/apply", data=in_base64(content[:3000]))).code == "import_unreadable"


async def test_stock_without_its_parts_is_refused(kit: InventoryTestKit) -> None:
    """It would be things without names."""
    before = await kit.tables()

    assert (
        await kit.refused("import/apply", data=in_base64(as_records([stock(1, 1, "5")])))
    ).code == "import_part_missing"
    assert await kit.tables() == before
