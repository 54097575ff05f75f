"""A drawer full of parts comes over from Part-DB, in whatever level and form it was exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64
from .once import check_taken_in_once
from .part_db_files import IMPORT_CSV, as_csv, as_json, part

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _item(kit: InventoryTestKit, name: str) -> dict[str, Any]:
    """Return an item in full."""
    return (await kit.ws("item/get", item=name))["item"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("content", [as_json(), as_csv()], ids=["json", "csv"])
async def test_a_full_export_comes_over_whole(kit: InventoryTestKit, content: bytes) -> None:
    """Both lots in their places, the price of one, parameters as own fields, and what is left behind by name."""
    done = await kit.action("import_items", data=in_base64(content))
    found = await _item(kit, "BC547")

    assert (done["format"], done["counts"]["new"], done["rejected"]) == ("part_db", 1, [])
    assert {(each["path"], each["quantity"], each["best_before"], each["lot"]) for each in found["locations"]} == {
        ("Home / Room 1 / Shelf 1 / Box 2", 30, None, "Bag A"), ("Home / Room 1 / Box 3", 5, "2028-05-01", None),
    }  # fmt: skip
    assert (found["description"], found["notes"], found["model"]) == ("NPN transistor", "Old stock", "BC547B")
    assert (found["manufacturer"], found["vendor"], found["vendor_url"]) == (
        "Brand B",
        "Shop One",
        "https://shop.example/S-1",
    )
    assert (found["purchase_price"], found["minimum_quantity"], found["barcodes"]) == (0.25, 20, ["4006381333931"])
    assert sorted(each["path"] for each in found["categories"]) == ["Transistors / NPN", "transistor"]
    assert found["custom"] == {
        "Part-DB reference": "T-0007", "IPN": "T-0007", "Footprint": "THT->TO-92", "Mass (g)": "0.2", "Order number": "S-1",
        "Manufacturing status": "active", "Manufacturer page": "https://brand.example/bc547", "KiCad symbol": "Device:Q_NPN",
        "Gain": "200 (110 ... 800)",
    }  # fmt: skip
    assert [each["placeholders"]["what"] for each in done["remarks"]] == [
        "supplier Shop Two, spn X-9", "comment of a lot: Bent legs", "attachment Data sheet",
    ]  # fmt: skip


async def test_what_it_takes_in_itself_comes_over_too(kit: InventoryTestKit) -> None:
    """With decimal commas, metres of wire, and an amount that nobody knows."""
    done = await kit.action("import_items", content=IMPORT_CSV)
    resistor, wire = await _item(kit, "Resistor; 10k"), await _item(kit, "Hookup wire")

    assert (done["format"], done["counts"]["new"]) == ("part_db", 3)
    assert [(each["path"], each["quantity"]) for each in resistor["locations"]] == [("Home / Lab / Drawer 4", 250)]
    assert (resistor["purchase_price"], resistor["custom"]["Exact price"], resistor["unit"]) == (None, "0.0031", None)
    assert resistor["custom"]["Favorite"] is True
    assert sorted(each["path"] for each in resistor["categories"]) == ["Passive / Resistors", "Resistor", "SMD"]
    assert (wire["unit"], wire["quantity"], wire["purchase_price"]) == ("m", 12.5, 1.49)
    assert (await _item(kit, "Mystery chip"))["quantity"] == 1
    assert [each["name"] for each in done["remarks"]] == ["Mystery chip"]


@pytest.mark.parametrize("content", [as_json(), as_csv(), IMPORT_CSV.encode()], ids=["json", "csv", "own"])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: bytes) -> None:
    """One batch the first time, none the second."""
    await check_taken_in_once(kit, data=in_base64(content))


async def test_a_simple_export_leaves_the_lots_where_they_are(kit: InventoryTestKit) -> None:
    """It only says how much there is in all, and that is known."""
    simple = {"name": "BC547", "ipn": "T-0007", "description": "NPN transistor", "total_instock": 35.0}
    await kit.ws("import/apply", data=in_base64(as_json()))

    done = await kit.ws("import/apply", data=in_base64(as_json(simple)))
    counted = await kit.refused("import/apply", data=in_base64(as_json({**simple, "total_instock": 30.0})))

    assert (done["counts"]["unchanged"], counted.code) == (1, "import_rejected")
    assert len((await _item(kit, "BC547"))["locations"]) == 2


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"name": None}, ["required_value"]),
        ({"name": "B\x00C"}, ["invalid_value"]),
        ({"minamount": 1e300}, ["value_out_of_range"]),
        ({"partLots": [{"amount": "lots", "storage_location": "Box"}]}, ["invalid_value"]),
        ({"partLots": "none", "orderdetails": {"a": 1}, "category": [1, 2], "parameters": None}, []),
        ({"comment": "x" * 30_000}, ["value_too_long"]),
    ],
    ids=range(6),
)
async def test_a_broken_part_is_named_and_the_others_come(
    kit: InventoryTestKit, changes: dict[str, Any], codes: list[str]
) -> None:
    """With its number."""
    content = as_json(part(**changes), part(name="Good", ipn="G-1", id=8))

    done = await kit.ws("import/apply", data=in_base64(content), partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(1, code) for code in codes]
    assert (await _item(kit, "Good"))["quantity"] == 35
    half = await kit.refused("import/apply", data=in_base64(content[:400]))
    assert half.code == "import_unreadable"


async def test_what_nobody_reads_is_told(kit: InventoryTestKit) -> None:
    """But not what says nothing, nor what Part-DB keeps for itself."""
    done = await kit.action(
        "import_items",
        content="id,name,ipn,mpn,supplier,spn,amount,eda_info.value,eda_info.visibility,eda_info.exclude_from_bom,built_project,lastModified\n"
        "7,BC547,T-1,BC547B,Shop,S-1,5,BC547,1,0,Amplifier,2026-01-01\n",
    )

    assert [each["message"] for each in done["remarks"]] == ["Left out: eda_info.visibility, built_project"]
    assert (await _item(kit, "BC547"))["custom"]["KiCad value"] == "BC547"
