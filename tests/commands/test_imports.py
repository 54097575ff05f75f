"""Taking in what people have kept elsewhere: nothing lost, nothing twice, and all of it taken back with one undo."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

from tests.importing.files import (
    GERMAN,
    HOMEBOX,
    HOMEBOX_TAGS,
    in_base64,
    with_entities,
    with_lying_size,
    workbook,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


async def test_homebox_comes_over_whole(kit: InventoryTestKit) -> None:
    """Places, categories, prices, dates of all three forms, the household's own fields; a year 202 is refused with its line."""
    done = await kit.action("import_items", content=HOMEBOX, partial=True)
    items = await _items(kit)
    drill, bits = items["Drill"], items["Drill bits"]

    assert (done["format"], done["kind"]) == ("homebox", "csv")
    assert done["counts"] == {
        "rows": 4, "new": 3, "updated": 0, "unchanged": 0, "rejected": 1, "remarks": 3, "places": 3,
        "described": 0, "categories": 2, "attachments": 0,
    }  # fmt: skip
    assert [(each["name"], each["message"]) for each in done["remarks"]] == [
        ("Drill", "Left out: HB.url"), ("Drill bits", "Left out: HB.url"), ("Old lamp", "Left out: HB.url"),
    ]  # fmt: skip
    assert [(each["line"], each["name"], each["code"]) for each in done["rejected"]] == [(5, "Dimmer", "import_date")]
    assert done["places"] == ["Home / Garage", "Home / Garage / Shelf 2", "Home / Attic"]
    assert drill["locations"][0]["path"] == bits["locations"][0]["path"] == "Home / Garage / Shelf 2"
    assert sorted(each["path"] for each in drill["categories"]) == ["Power tools", "Tools"]
    assert (drill["purchase_date"], drill["warranty_until"]) == ("2024-02-29", "2027-02-28")
    assert (drill["purchase_price"], drill["currency"], bits["purchase_price"]) == (149.9, "EUR", None)
    assert drill["custom"] == {
        "Homebox reference": "a1", "Asset id": "000-001", "Insured": True, "Watts": "750",
    }  # fmt: skip
    assert (bits["quantity"], bits["lifetime_warranty"], bits["custom"]["Part of"]) == (12, True, "Drill")
    lamp = (await kit.ws("item/get", item="Old lamp"))["item"]
    assert (lamp["archived"], lamp["purchase_date"]) == (True, "2019-01-15")
    assert lamp["custom"]["Sold time"] == "2023/06/01"


@pytest.mark.parametrize("content", [HOMEBOX, HOMEBOX_TAGS, GERMAN])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: str) -> None:
    """One batch the first time, none the second."""
    before = await kit.everything()
    first = await kit.ws("import/apply", content=content, partial=True)
    after = await kit.tables()

    again = await kit.ws("import/apply", content=content, partial=True)

    assert (again["batch"], again["counts"]["new"], again["counts"]["updated"]) == (None, 0, 0)
    assert again["counts"]["unchanged"] == first["counts"]["new"]
    assert await kit.tables() == after
    await kit.ws("change/undo", batch=first["batch"])
    assert await kit.everything() == before


async def test_what_was_changed_elsewhere_is_changed_here(kit: InventoryTestKit) -> None:
    """By its reference, though its name is another now; what a cell does not say stays, and so does what was added here."""
    await kit.ws("import/apply", content=HOMEBOX, partial=True)
    await kit.ws("item/update", item="Drill", unit="box", aliases=["Borer"])
    changed = "HB.import_ref,HB.location,HB.name,HB.quantity,HB.notes\na1,Attic,Big drill,2,\n"

    look = await kit.ws("import/preview", content=changed)
    done = await kit.ws("import/apply", token=look["token"])
    drill = (await _items(kit))["Big drill"]

    assert look["answer"] == done | {"batch": None}
    assert (done["entries"][0]["kind"], set(done["entries"][0]["fields"])) == (
        "updated",
        {"name", "location", "quantity"},
    )
    assert (drill["locations"][0]["path"], drill["quantity"], drill["notes"]) == ("Home / Attic", 2, "Bring back")
    assert (drill["aliases"], drill["unit"]) == (["Borer"], "box")
    changes = (await kit.ws("change/list", limit=1))["batches"][0]
    assert changes["batch"] == done["batch"]
    error = await kit.refused("import/apply", token=look["token"])
    assert error.code == "import_expired"


async def test_a_table_of_ones_own_is_understood_in_german(kit: InventoryTestKit) -> None:
    """Columns by their names, numbers and dates as they are written there; half a saw is refused with its line."""
    look = await kit.ws("import/preview", content=GERMAN)
    targets = {column["name"]: column["target"] for column in look["columns"]}

    assert targets == {
        "Bezeichnung": "name", "Lagerort": "location", "Menge": "quantity", "Preis": "purchase_price",
        "Kaufdatum": "purchase_date", "Hersteller": "manufacturer", "Regalfarbe": "custom",
    }  # fmt: skip
    assert look["columns"][1]["examples"] == ["Keller > Regal", "Keller"]
    assert [each["code"] for each in look["answer"]["rejected"]] == ["fractional_quantity"]
    assert (await kit.refused("import/apply", token=look["token"])).code == "import_rejected"
    assert await _items(kit) == {}
    await kit.ws("import/apply", token=look["token"], partial=True)
    saw = (await _items(kit))["Säge"]
    assert (saw["quantity"], saw["purchase_price"], saw["purchase_date"]) == (2, 1249.5, "2023-12-24")
    assert (saw["locations"][0]["path"], saw["custom"]) == ("Home / Keller / Regal", {"Regalfarbe": "grün"})


async def test_what_was_said_about_columns_is_remembered(kit: InventoryTestKit) -> None:
    """For the next file with the same columns, in whatever order."""
    first = await kit.ws("import/preview", content="Ding,Wo genau\nHammer,Keller\n")
    mapping = {"Ding": "name", "Wo genau": "location"}
    await kit.ws("import/apply", token=first["token"], mapping=mapping)

    again = await kit.ws("import/preview", content="Wo genau,Ding\nKeller,Zange\n")

    assert {column["name"]: column["target"] for column in first["columns"]} == {"Ding": "name", "Wo genau": "custom"}
    assert {column["name"]: column["target"] for column in again["columns"]} == mapping


async def test_without_a_column_of_names_people_have_to_say_which(kit: InventoryTestKit) -> None:
    """The look says what there is; doing it is refused."""
    look = await kit.ws("import/preview", content="A,B\nHammer,1\n")

    assert (look["answer"], look["rows"]) == (None, 1)
    assert (await kit.refused("import/apply", token=look["token"])).code == "import_name_missing"
    done = await kit.ws("import/apply", token=look["token"], mapping={"A": "name", "B": "quantity"})
    assert done["counts"]["new"] == 1


TABLE = "Name,Place,Count\r\nSäge,Keller,2\r\n"


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-be"),
        TABLE.encode("cp1252"),
        TABLE.replace("\r\n", "\r").encode(),
        TABLE.replace("\r\n", "\n").replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        b"sep=;\r\n" + TABLE.replace(",", ";").encode(),
        b'[{"name": "S\xc3\xa4ge", "place": "Keller", "count": 2}]',
        b'{"version": 1, "things": [{"Name": "S\xc3\xa4ge", "Place": "Keller", "Count": 2.0}]}',
        workbook(["Name", "Place", "Count", "Purchase date"], ["Säge", "Keller", 2, datetime(2024, 2, 29)]),  # noqa: DTZ001
        workbook(
            ["Our things"], ["", "Counted in March"], ["Name", "", "Place", "Count", ""], ["Säge", "", "Keller", 2]
        ),
        b'Inventory of the house\n\nName,Place,Count\n"=""S\xc3\xa4ge""",Keller,2\n',
        zipped({"export/items.csv": TABLE.encode(), "export/saw.jpg": b"\xff\xd8\xff"}),
    ],
    ids=[
        "bom",
        "utf-16",
        "utf-16-be",
        "cp1252",
        "cr",
        "semicolon",
        "tab",
        "sep",
        "list",
        "lists",
        "xlsx",
        "title",
        "titled csv",
        "zip",
    ],
)
async def test_a_file_is_known_by_what_is_in_it(kit: InventoryTestKit, content: bytes) -> None:
    """Whatever the encoding, the ends of its lines, what is between its cells, and what it is packed in."""
    done = await kit.ws("import/apply", data=in_base64(content))

    assert done["counts"]["new"] == 1
    assert await kit.places_of("Säge") == {"Home / Keller": 2}


async def test_what_else_is_in_an_archive_is_listed(kit: InventoryTestKit) -> None:
    """Pictures are not taken in, and nobody has to find out later."""
    content = zipped({"items.csv": HOMEBOX.encode(), "attachments/a1/drill.jpg": b"\xff\xd8\xff"})

    look = await kit.ws("import/preview", data=in_base64(content))

    assert (look["kind"], look["format"], look["answer"]["files"]) == ("zip", "homebox", ["attachments/a1/drill.jpg"])


def bomb() -> bytes:
    """Return 200 kB that grow to 210 MB."""
    return zipped({"bomb.csv": b"Name\n" + b"0" * 210_000_000})


def lying_bomb() -> bytes:
    """Return one that says of itself that it is small."""
    return with_lying_size(bomb())


XLSX = workbook(["Name"], ["Hammer"])
HOSTILE = [
    (b"", "import_empty"),
    (b"Name\n", "import_empty"),
    (b"%PDF-1.7 not a table", "import_format_unknown"),
    (b"<html><table>", "import_format_unknown"),
    (b"Name\nHam\x00mer\n", "import_format_unknown"),
    (zipped({"a.zip": b"PK"}), "import_format_unknown"),
    (zipped({"../../configuration.yaml": b"x", "items.csv": b"Name\nHammer\n"}), "import_unsafe"),
    (zipped({"/etc/items.csv": b"Name\nHammer\n"}), "import_unsafe"),
    (with_entities(XLSX), "import_unsafe"),
    (bomb, "import_too_large"),
    (lying_bomb, "import_unreadable"),
    (b"Name,Notes\nHammer," + b"x" * 10_000_000, "import_too_many_rows"),
    (b'Name,Notes\nHammer,"half a ce', "import_unreadable"),
    (XLSX[: len(XLSX) // 2], "import_unreadable"),
    (b'[{"name": "Ham', "import_unreadable"),
    (b"[" * 100_000, "import_unreadable"),
    (b"Name\n" + b"Hammer\n" * 100_001, "import_too_many_rows"),
]


@pytest.mark.parametrize(("content", "code"), HOSTILE, ids=[f"{code}-{n}" for n, (_, code) in enumerate(HOSTILE)])
async def test_a_hostile_file_changes_nothing(
    kit: InventoryTestKit, tmp_path: Path, content: bytes | Callable[[], bytes], code: str
) -> None:
    """It is refused with what is wrong."""
    (tmp_path / "items.csv").write_bytes(content() if callable(content) else content)
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}
    given = {"path": str(tmp_path / "items.csv")}
    before = await kit.tables()

    codes = {(await kit.refused(name, **given)).code for name in ("import/preview", "import/apply")}

    assert codes == {code}
    assert await kit.tables() == before


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Hammer,many,,,", "invalid_value"),
        ("Hammer,-1,,,", "value_out_of_range"),
        ("Hammer,1,31.02.2024,,", "import_date"),
        ("Hammer,1,2024-03-01,2023-03-01,", "warranty_before_purchase"),
        (",1,,,", "required_value"),
        (f"{'x' * 300},1,,,", "value_too_long"),
        ("Hammer,1,,,QQQQ", "item_not_found"),
    ],
)
async def test_a_bad_row_is_named_and_the_others_come(kit: InventoryTestKit, row: str, code: str) -> None:
    """With its line; all or nothing, unless what is good was asked for."""
    content = f"Name,Quantity,Purchase date,Warranty,Code\nSaw,1,,,\n{row}\n"

    assert (await kit.refused("import/apply", content=content)).code == "import_rejected"
    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(3, code)]
    assert list(await _items(kit)) == ["Saw"]


async def test_a_full_box_takes_no_more(kit: InventoryTestKit) -> None:
    """What still fits goes in; a slot takes one thing."""
    await kit.given_location("Box", kind="box", capacity=2)
    content = "Name,Place\n" + "".join(f"Thing {number},Box\n" for number in range(3))

    done = await kit.ws("import/apply", content=content, partial=True)

    assert [(each["name"], each["code"]) for each in done["rejected"]] == [("Thing 2", "location_full")]
    assert done["counts"]["new"] == 2


async def test_things_are_recognised_without_a_reference(kit: InventoryTestKit) -> None:
    """By serial number, else by name and place; in another place it is another thing."""
    await kit.given_location("Attic")
    await kit.given_item("Lamp", location="Attic")
    await kit.given_item("Drill", serial_number="SN-1")
    content = "Name,Place,Serial number,Notes\nlamp,Attic,,Old\nLamp,Cellar,,\nDrill,Attic,SN-1,\nDrill,Attic,SN-2,\n"

    counts = (await kit.ws("import/apply", content=content))["counts"]

    assert (counts["new"], counts["updated"]) == (2, 2)


async def test_only_who_looked_may_go_on(kit: InventoryTestKit, hass_read_only_access_token: str) -> None:
    """A reader may not even look, and the file of somebody else is theirs."""
    reader = kit.signed_in(hass_read_only_access_token)
    look = await kit.ws("import/preview", content=TABLE)

    assert (await reader.refused("import/preview", content=TABLE)).code == "unauthorized"
    assert (await reader.refused("import/apply", token=look["token"])).code == "unauthorized"
    assert (await kit.refused("import/preview", token="01JD0000000000000000000000")).code == "import_expired"


async def test_a_file_in_the_configuration_folder(kit: InventoryTestKit, tmp_path: Path) -> None:
    """Where Home Assistant lets it be read; dry runs change nothing."""
    file = tmp_path / "things.csv"
    file.write_text(TABLE)
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}
    before = await kit.tables()

    look = await kit.action("import_items", path=str(file), dry_run=True)

    assert (look["batch"], look["counts"]["new"]) == (None, 1)
    assert await kit.tables() == before
    assert (await kit.refused("import/apply", path="/etc/passwd")).code == "scan_file_refused"
    assert (await kit.refused("import/apply", upload="nothing")).code == "scan_file_not_found"


async def test_many_rows_take_few_statements(kit: InventoryTestKit) -> None:
    """Two thousand things with a place, a price and two categories each: some statements for each thousand, not for each."""
    rows = "".join(f"Thing {number},Room {number % 20},{number}.5,a;b {number % 7}\n" for number in range(2000))
    counted: list[str] = []
    engine = get_instance(kit.hass).engine
    event.listen(engine, "before_cursor_execute", lambda *about: counted.append(about[2]))

    done = await kit.ws("import/apply", content=f"Name,Place,Price,Tags\n{rows}")

    assert done["counts"]["new"] == 2000
    assert len(counted) < 400
    counted.clear()
    await kit.ws("change/undo", batch=done["batch"])
    assert len(counted) < 500


async def test_who_looks_on_is_told_how_far_it_has_come(kit: InventoryTestKit) -> None:
    """Each user of the own imports: what is read, compared and written."""
    watcher = await kit.new_client()
    await watcher.send_json_auto_id({"type": "home_inventory/import/watch"})
    assert (await watcher.receive_json())["success"]
    content = "Name,Price\n" + "".join(f"Thing {number},{number}\n" for number in range(3000))

    await kit.ws("import/apply", content=content)
    steps = [(await watcher.receive_json())["event"] for _ in range(2)]

    assert steps[0] == {"phase": "reading", "done": 0, "total": 3000}
    assert steps[1]["total"] == 3000
    assert steps[1]["phase"] in ("reading", "comparing", "writing")


async def test_a_category_that_is_named_twice_counts_once(kit: InventoryTestKit) -> None:
    """In other letters, or by its path and by its name."""
    await kit.ws("import/apply", content="Name,Category,Tags\nBC547,Transistors->NPN,NPN;npn;Transistors\n")

    item = (await kit.ws("item/get", item="BC547"))["item"]
    assert sorted(each["path"] for each in item["categories"]) == ["Transistors", "Transistors / NPN"]
