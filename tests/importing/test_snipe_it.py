"""Coming from Snipe-IT: things with their tags, what is counted, what it is made of, and where all of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .snipe_it_files import ACCESSORIES, ASSETS, COMPONENTS, CONSUMABLES, LOCATIONS, REPORT

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


def _told(rows: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """Return what is told of rows, with their lines."""
    return [(row["line"], row["message"]) for row in rows]


async def test_assets_come_over_whole(kit: InventoryTestKit) -> None:
    """Money, days, warranties in months; who has what; a row with a day that never was is refused, the others come."""
    done = await kit.action("import_items", content=ASSETS, partial=True)
    items = await _items(kit)
    digger, laptop = items["Excavator"], items["Laptop"]

    assert (done["format"], done["counts"]["new"]) == ("snipe_it", 4)
    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(6, "import_date")]
    assert [each["path"] for each in digger["categories"]] == ["Roofing, Siding"]
    assert (digger["purchase_date"], digger["purchase_price"], digger["warranty_until"]) == (
        "2023-01-23",
        12300.71,
        "2025-01-23",
    )
    assert (digger["manufacturer"], digger["model"], digger["serial_number"]) == ("Berge", 'Digger 13"', "12345678")
    assert (digger["vendor"], digger["notes"], digger["locations"][0]["path"]) == (
        "Kunde Inc",
        "With bucket",
        "Home / Yard",
    )
    assert digger["custom"] == {
        "Snipe-IT asset tag": "BLD-1", "Company": "Acme", "Order number": "4861125177", "Model notes": "Heavy",
        "Model number": "9929FR08W85", "End of life": "2028-10-27", "Status": "Ready to Deploy",
        "MAC Address": "00:11:22:33:44:55",
    }  # fmt: skip
    assert (laptop["purchase_date"], laptop["warranty_until"], laptop["locations"][0]["path"]) == (
        "2023-02-28",
        "2024-02-28",
        "Home / Office",
    )
    assert {name: laptop["custom"][name] for name in laptop["custom"] if name.startswith("Checked")} == {
        "Checked out to": "Anna Berg", "Checked out to (user name)": "anna", "Checked out to (e-mail)": "anna@example.org",
    }  # fmt: skip
    assert items["Old drill"]["custom"]["Length of warranty"] == "6 months"


async def test_what_has_no_name_is_called_as_its_model(kit: InventoryTestKit) -> None:
    """It is where it was checked out to, and gone if its status says so."""
    await kit.ws("import/apply", content=ASSETS, partial=True)

    book = (await kit.ws("item/get", item="Book 14"))["item"]
    assert (book["archived"], book["purchase_price"], book["warranty_until"]) == (True, None, "2025-11-14")
    assert (book["locations"][0]["path"], book["custom"]["Default location"]) == ("Home / Yard", "Office")


async def test_what_excel_has_mangled_is_told(kit: InventoryTestKit) -> None:
    """Powers of ten, digits that became zeros, and zeros that are gone."""
    assets = await kit.ws("import/preview", content=ASSETS)
    consumables = await kit.ws("import/preview", content=CONSUMABLES)

    assert [(each["line"], each["placeholders"]) for each in assets["answer"]["remarks"]] == [
        (3, {"field": "Order Number", "value": "3.27190E+11"}), (5, {"field": "Serial", "value": "456789"}),
    ]  # fmt: skip
    assert [each["placeholders"]["value"] for each in consumables["answer"]["remarks"]] == ["3533069599460000000"]


async def test_the_custom_report_tells_of_the_same_things(kit: InventoryTestKit) -> None:
    """By its tag; addresses belong to places and are left out, which is told."""
    await kit.ws("import/apply", content=ASSETS, partial=True)
    done = await kit.ws("import/apply", content=REPORT)
    digger = (await _items(kit))["Excavator"]

    assert (done["format"], done["counts"]["new"], done["counts"]["updated"]) == ("snipe_it", 0, 1)
    assert (digger["custom"]["Checked out to"], digger["custom"]["Default location"]) == ("Anna Berg", "Office")
    assert (digger["custom"]["Status"], digger["purchase_price"]) == ("Deployed (deployed)", 12300.71)
    assert _told(done["remarks"]) == [
        (2, "Left out: Current Value, Diff, Address, City, State, Country, Zip, Created At, Updated at, URL"),
    ]  # fmt: skip


async def test_what_is_counted_comes_with_its_quantities(kit: InventoryTestKit) -> None:
    """Consumables, accessories, components; no minimum is none."""
    for content in (CONSUMABLES, ACCESSORIES, COMPONENTS):
        done = await kit.ws("import/apply", content=content)
        assert done["format"] == "snipe_it"
    items = await _items(kit)

    assert {name: (item["quantity"], item["minimum_quantity"], item["model"]) for name, item in items.items()} == {
        "Ink": (50, 10, "3533069599460000000"), "Paper": (54, None, None), "Mouse": (12, 4, "3.01043E+13"),
        "Graphics card": (10, None, None),
    }  # fmt: skip
    assert (items["Ink"]["purchase_date"], items["Ink"]["custom"]["Item number"]) == ("2022-11-05", "6381")
    assert (items["Graphics card"]["serial_number"], items["Graphics card"]["purchase_price"]) == ("123456789", 500)


async def test_locations_become_places(kit: InventoryTestKit) -> None:
    """Inside each other, with their addresses; who manages them has no place here; one that is in itself ends there."""
    done = await kit.ws("import/apply", content=LOCATIONS, partial=True)
    await kit.ws("import/apply", content=COMPONENTS)
    office = (await kit.ws("location/get", location="Office"))["location"]

    assert (done["format"], done["counts"]["rows"], done["counts"]["places"]) == ("snipe_it", 5, 6)
    assert (office["path"], office["description"]) == ("Home / Campus / Office", "8 Court, Floor 2, T8S Birend, AB, CA")
    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(7, "value_too_long")]
    assert _told(done["remarks"])[0] == (
        2, "Not carried over: manager: Danika Mostyn; manager username: dmostyn; currency: CAD",
    )  # fmt: skip
    assert _told(done["remarks"])[-1] == (8, "Not carried over: 2 Road, Town, CA")
    assert await kit.places_of("Graphics card") == {"Home / Campus / Yard": 10}


@pytest.mark.parametrize("content", [ASSETS, REPORT, CONSUMABLES, ACCESSORIES, COMPONENTS, LOCATIONS])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: str) -> None:
    """Whatever list it is."""
    before = await kit.everything()
    first = await kit.ws("import/apply", content=content, partial=True)
    after = await kit.tables()

    again = await kit.ws("import/apply", content=content, partial=True)

    assert (again["batch"], again["counts"]["unchanged"]) == (None, first["counts"]["new"])
    assert await kit.tables() == after
    await kit.ws("change/undo", batch=first["batch"])
    assert await kit.everything() == before


@pytest.mark.parametrize(
    ("tag", "row", "code"),
    [
        ("X", "X,Laptops,99999999999999999999999,,", "value_out_of_range"),
        ("X", "X,Laptops,many,,", "invalid_value"),
        ("X", f"{'x' * 300},Laptops,1,,", "value_too_long"),
        ("X", ",,1,,", "required_value"),
        ("X", "X,Laptops,1,2023-02-30,", "import_date"),
    ],
)
async def test_a_bad_row_is_named_and_the_others_come(kit: InventoryTestKit, tag: str, row: str, code: str) -> None:
    """Huge numbers, words for numbers, names without end, nothing at all."""
    content = f"Item Name,Category,Quantity,Purchase Date,Company,Order Number,Purchase Cost\nGood,,1,,,,\n{row},1\n"

    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(3, code)]
    assert list(await _items(kit)) == ["Good"]


async def test_half_a_file_is_refused(kit: InventoryTestKit) -> None:
    """A list that ends in the middle of a name."""
    error = await kit.refused("import/apply", content=ASSETS[: ASSETS.index("Digger") + 4])

    assert error.code == "import_unreadable"
