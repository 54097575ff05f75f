"""Lists that go out as tables, and come back as they were."""

from __future__ import annotations

import base64
import io
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from custom_components.home_inventory.domain.list_columns import Listed, keys_of
from tests.commands.sourced import SourcedHome
from tests.domain.matching_kit import lan
from tests.exporting.household import FORMULA, exported, given_odd_things, rows_of, sheet_of
from tests.pictures import a_pdf

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

NOTHING_NEW = {"new": 0, "updated": 0, "rejected": 0}


def _in_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


async def test_a_list_is_what_is_asked_for(kit: InventoryTestKit) -> None:
    """Filter, question, order of items and of columns."""
    await kit.given_item("Drill", location=await kit.given_location("Garage"))
    await kit.given_item("Saw", location="Garage")
    await kit.given_item("Cup", location=await kit.given_location("Kitchen"))

    table = await exported(
        kit, filter={"location": "Garage", "sort": "-name"}, columns=["name", "location", "quantity"]
    )
    found = await exported(kit, filter={"query": "drill"}, columns=["name"], headings="keys", mark=False)

    assert table.decode("utf-8-sig").splitlines() == [
        "Name,Place,Quantity", "Saw,Home / Garage,1", "Drill,Home / Garage,1",
    ]  # fmt: skip
    assert found == b"name\r\nDrill\r\n"


@pytest.mark.parametrize(
    "order",
    [
        {},
        {"delimiter": "semicolon", "language": "de"},
        {"delimiter": "tab", "headings": "keys", "mark": False},
        {"language": "it", "filter": {"archived": True}},
        {"format": "xlsx", "language": "fr"},
        {"format": "xlsx", "headings": "keys"},
    ],
)
@pytest.mark.parametrize("columns", [[], ["all"]])
async def test_a_list_that_comes_back_changes_nothing(
    kit: InventoryTestKit, order: dict[str, Any], columns: list[str]
) -> None:
    """Whatever is between the cells, whatever language stands above them."""
    await given_odd_things(kit)
    before = await kit.tables()

    content = await exported(kit, columns=columns, **order)
    done = await kit.action("import_items", data=_in_base64(content))

    assert done["format"] == "home_inventory"
    assert {name: done["counts"][name] for name in NOTHING_NEW} == NOTHING_NEW, done
    assert done["counts"]["rows"] == done["counts"]["unchanged"] > 0
    assert await kit.tables() == before


async def test_what_was_changed_in_a_spreadsheet_is_taken_over(kit: InventoryTestKit) -> None:
    """The code says which item is meant, also when its name is another one now."""
    await given_odd_things(kit)
    content = await exported(kit, columns=["all"])
    edited = content.decode("utf-8-sig").replace("Beans", "Baked beans").replace("(2027-01-31 #A\\;1): 3", "")

    done = await kit.action("import_items", content=edited)

    assert (done["counts"]["updated"], done["counts"]["new"]) == (1, 0)
    assert (await kit.item("Baked beans"))["quantity"] == 3


async def test_no_spreadsheet_runs_what_somebody_has_typed(kit: InventoryTestKit) -> None:
    """A guard in tables of text; text and nothing else in workbooks."""
    await given_odd_things(kit)

    table = rows_of(await exported(kit, columns=["all"], headings="keys", filter={"query": "cmd calc"}))[0]
    sheet = sheet_of(await exported(kit, format="xlsx", columns=["name", "serial_number", "custom.-x"]))
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value)[:1] in "=+-@"]

    assert table["name"] == f"'{FORMULA}"
    assert (table["description"], table["manufacturer"], table["serial_number"]) == (
        "'-5 degrees\nand more", "'+Plus", "'@007",
    )  # fmt: skip
    assert (table["notes"], table["custom.-x"], table["custom.Watts"]) == ("''=quoted already", "'=1", "750")
    assert {cell.value for cell in cells} == {FORMULA, "@007", "=1", "-x"}
    assert {cell.data_type for cell in cells} == {"s"}


async def test_a_workbook_has_days_and_numbers(kit: InventoryTestKit) -> None:
    """And its head stays in sight, its columns are wide enough and can be sifted."""
    await given_odd_things(kit)
    columns = ["name", "purchase_date", "purchase_price", "value", "quantity", "lifetime_warranty", "created_at"]

    sheet = sheet_of(await exported(kit, format="xlsx", columns=columns))
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == FORMULA)

    assert row[1:6] == (datetime(2024, 2, 29), 1234.5, 3086.25, 2.5, False)  # noqa: DTZ001 - as workbooks have them
    assert isinstance(row[6], datetime)
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Items", "A2", "A1:G5")
    assert sheet.column_dimensions["A"].width == 32
    assert sheet["C2"].number_format == "#,##0.00"


async def test_where_numbers_have_commas_cells_have_semicolons_between_them(kit: InventoryTestKit) -> None:
    """As spreadsheets there expect it."""
    await given_odd_things(kit)

    content = await exported(kit, delimiter="semicolon", language="de", columns=["name", "quantity", "location"])
    rows = {row["Name"]: row for row in rows_of(content, ";")}

    assert rows[f"'{FORMULA}"]["Menge"] == "2,5"
    assert rows["Milk"]["Ort"] == (
        "Home / Cellar: 3 (2027-01-31 #A\\;1); Home / Garage / Nuts \\/ Bolts\\; Box\\: 3: 1 (2027-01-31 #A\\;1)"
    )


@pytest.mark.parametrize("listed", [listed for listed in Listed if listed is not Listed.DEVICES])
async def test_every_list_has_all_of_its_columns(kit: InventoryTestKit, listed: Listed) -> None:
    """Items, places, devices, what is lent, and the activity."""
    await given_odd_things(kit)
    await kit.ws("item/lend", item="Beans", borrower="Anna", quantity=2, due_on="2020-01-01", lent_on="2019-12-01")
    known = (await kit.ws("export/columns", what=listed))["columns"]

    content = [
        await exported(kit, what=listed, columns=["all"], headings="keys", format=kind) for kind in ("csv", "xlsx")
    ]
    heads = [list(rows_of(content[0])[0]), [cell.value for cell in next(sheet_of(content[1]).iter_rows())]]

    assert heads[0] == heads[1]
    assert [key.replace("home_inventory_code", "code") for key in heads[0]] == [column["key"] for column in known]
    assert set(keys_of(listed)) <= {column["key"] for column in known}
    assert all(column["title"] for column in known)


async def test_what_is_lent_is_a_list(kit: InventoryTestKit) -> None:
    """Each loan in a row of its own."""
    await given_odd_things(kit)
    await kit.ws("item/lend", item="Beans", borrower="Anna", quantity=2, due_on="2020-01-01", lent_on="2019-12-01")
    await kit.ws("item/lend", item="Beans", borrower="Ben", quantity=1)

    rows = rows_of(await exported(kit, what="loans", headings="keys"))

    assert [(row["item_name"], row["borrower"], row["quantity"], row["overdue"]) for row in rows] == [
        ("Beans", "Anna", "2", "true"), ("Beans", "Ben", "1", "false"),
    ]  # fmt: skip


async def test_the_activity_is_a_list(kit: InventoryTestKit) -> None:
    """Each line of history in a row, the newest first; who it was is told to admins by name."""
    await kit.given_item("Drill")
    await kit.ws("item/update", item="Drill", name="Hammer drill")

    rows = rows_of(await exported(kit, what="history", filter={"item": "Hammer drill"}, headings="keys"))

    assert (rows[0]["operation"], rows[0]["name"]) == ("update", "Hammer drill")
    assert '"name": "Hammer drill"' in rows[0]["after"]
    assert rows[0]["person"] == "Mock User"


async def test_places_have_their_paths(kit: InventoryTestKit) -> None:
    """And how much is in them."""
    await given_odd_things(kit)

    rows = rows_of(await exported(kit, what="locations", filter={"location": "Garage"}, headings="keys"))

    assert [(row["path"], row["kind"], row["item_count"]) for row in rows] == [
        ("Home / Garage", "room", "1"), ("Home / Garage / Nuts \\/ Bolts\\; Box\\: 3", "furniture", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ({"filter": {"query": "unicorn dust", "location": "Moon"}}, "location_not_found"),
        ({"filter": {"vendor": "Nobody"}}, "export_nothing"),
        ({"what": "loans"}, "export_nothing"),
        ({"what": "devices"}, "export_nothing"),
        ({"what": "locations", "filter": {"archived": True}}, "export_nothing"),
        ({"what": "history", "filter": {"from": "2001-01-01", "until": "2001-01-02"}}, "export_nothing"),
        ({"columns": ["colour"]}, "export_unknown_column"),
        ({"what": "locations", "columns": ["custom.x"]}, "export_unknown_column"),
        ({"what": "locations", "filter": {"vendor": "x"}}, "invalid_value"),
        ({"format": "pdf"}, "invalid_value"),
        ({"filter": []}, "invalid_value"),
        ({"history": True}, "invalid_value"),
    ],
)
async def test_what_can_not_be_exported_says_why(kit: InventoryTestKit, order: dict[str, Any], code: str) -> None:
    """And leaves no file behind."""
    await kit.given_item("Drill")

    assert (await kit.refused("export/make", **order)).code == code


async def test_columns_of_the_household_are_offered(kit: InventoryTestKit) -> None:
    """In the language that is asked for; a name that is taken keeps its prefix."""
    await given_odd_things(kit)

    columns = {each["key"]: each for each in (await kit.ws("export/columns", language="de"))["columns"]}

    assert columns["purchase_price"] == {"key": "purchase_price", "title": "Kaufpreis", "usual": True}
    assert columns["custom.Watts"]["title"] == "Watts"
    assert columns["custom.Name"]["title"] == "custom.Name"


async def test_the_archive_holds_everything(kit: InventoryTestKit) -> None:
    """What comes back whole, the lists that people look at, and what is what in the language of the home."""
    await given_odd_things(kit)
    kit.hass.config.language = "de"

    archive = ZipFile(io.BytesIO(await exported(kit, format="zip")))
    items = rows_of(archive.read("items.csv"))

    assert sorted(archive.namelist()) == ["README.txt", "inventory.json", "items.csv", "locations.csv"]
    assert {row["Name"] for row in items} >= {"Milk", "Old radio", f"'{FORMULA}"}
    assert json.loads(archive.read("inventory.json"))["home_inventory"]["history"] is True
    assert "alles aus dem Inventar" in archive.read("README.txt").decode("utf-8-sig")
    assert archive.testzip() is None


async def test_everything_as_one_file(kit: InventoryTestKit) -> None:
    """With what has happened, or without."""
    await kit.given_item("Drill")

    whole = json.loads(await exported(kit, format="json"))
    bare = json.loads(await exported(kit, format="json", history=False))

    assert ("batches" in whole, "batches" in bare) == (True, False)
    assert [item["name"] for item in bare["items"]] == ["Drill"]


async def test_devices_are_a_list(kit: InventoryTestKit) -> None:
    """With their addresses, and the item that each of them is."""
    home = SourcedHome(kit)
    await home.bring(lan("00:17:88:00:00:02", host="lamp", name="Lamp", site=""))
    await kit.ws("device/adopt", device="Lamp")

    rows = rows_of(await exported(kit, what="devices", columns=["all"], headings="keys", filter={"linked": True}))

    assert [(row["name"], row["macs"], row["item_name"], row["archived"]) for row in rows] == [
        ("Lamp", "00:17:88:00:00:02", "Lamp", "false"),
    ]  # fmt: skip


async def test_the_archive_holds_the_files_of_items(kit: InventoryTestKit) -> None:
    """By the code of the item and the title, whatever that is; the whole of it comes back without changing anything."""
    await kit.given_item("Drill")
    paper = kit.inventory.files.put(a_pdf()).digest
    await kit.ws("attachment/add", item="Drill", file=paper, kind="receipt", title="../R: 1")
    code = (await kit.item("Drill"))["code"]

    content = await exported(kit, format="zip")
    archive = ZipFile(io.BytesIO(content))
    seen = await kit.ws("import/preview", data=_in_base64(content))

    assert archive.read(f"files/{code}-R 1.pdf") == a_pdf()
    assert seen["answer"]["counts"]["new"] == seen["answer"]["counts"]["updated"] == 0
