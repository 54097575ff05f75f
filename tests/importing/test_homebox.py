"""Coming from Homebox with a whole collection: items, places, tags, own fields, and what was done with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.files import FILE_LIMIT

from .files import in_base64, zipped
from .homebox_files import CSV, ENTITIES, PHOTO, collection
from .once import check_taken_in_once

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _items(kit: InventoryTestKit) -> dict[str, dict[str, Any]]:
    """Return every item in use by its name."""
    found = await kit.ws("item/list", limit=1000)
    return {item["name"]: item for item in found["items"]}


async def test_a_collection_comes_over_whole(kit: InventoryTestKit) -> None:
    """Locations with what is said of them, tags in tags, parts of a whole, fields of every kind."""
    done = await kit.action("import_items", data=in_base64(collection()))
    items = await _items(kit)
    drill, bits = items["Drill"], items["Drill bits"]

    assert (done["format"], done["kind"], done["counts"]["rows"], done["counts"]["new"]) == ("homebox", "zip", 5, 3)
    assert done["places"] == ["Home / Garage", "Home / Garage / Shelf 2"]
    assert (drill["manufacturer"], drill["model"], drill["serial_number"], drill["vendor"]) == (
        "Bosch",
        "GSR 18",
        "SN-1",
        "Hardware store",
    )
    assert (drill["purchase_price"], drill["purchase_date"], drill["warranty_until"]) == (
        149.9,
        "2024-02-29",
        "2027-02-28",
    )
    assert sorted(each["path"] for each in drill["categories"]) == ["Lent, often", "Tools / Power tools"]
    assert drill["custom"] == {
        "Homebox reference": "a1", "Asset id": "001-001", "Insured": True, "Watts": "750", "Case": True, "Colour": "green",
        "Tested": "2024-03-01", "Maintenance": "2025-01-02 New brushes, 12.5",
    }  # fmt: skip
    assert await kit.places_of("Drill bits") == {"Home / Garage / Shelf 2": 12}
    assert (bits["lifetime_warranty"], bits["custom"]) == (True, {"Homebox reference": "i2", "Part of": "Drill"})
    lamp = (await kit.ws("item/get", item="Old lamp"))["item"]
    assert (lamp["archived"], lamp["custom"]["Sold to"], lamp["custom"]["Sold date"]) == (True, "Anna", "2023-06-01")
    assert (await kit.ws("location/get", location="Garage"))["location"]["description"] == "Cold"


async def test_photos_papers_and_links_come_along(kit: InventoryTestKit) -> None:
    """The picture that stands for the thing first; what is not there is told, and so is what belongs to a place."""
    look = await kit.ws("import/preview", data=in_base64(collection()))
    await kit.ws("import/apply", token=look["token"])
    found = (await kit.ws("item/get", item="Drill"))["attachments"]

    assert [(each["kind"], each["title"], each["media_type"]) for each in found] == [
        ("photo", "drill", "image/png"),
        ("receipt", "", "application/pdf"),
        ("link", "Spare parts", None),
    ]
    assert not any(each["missing"] for each in found)
    assert (look["answer"]["counts"]["attachments"], look["answer"]["files"]) == (3, ["notes.txt"])
    assert [(each["name"], each["code"]) for each in look["answer"]["remarks"]] == [
        ("Garage", "import_not_carried"),
        ("Drill", "import_file_missing"),
    ]


async def test_photos_come_behind_those_that_are_there(kit: InventoryTestKit) -> None:
    """Each content once, at most a hundred; one undo takes off what has come."""
    await kit.ws("import/apply", data=in_base64(collection({"attachments": None})))
    photo = kit.inventory.files.put(PHOTO).digest
    await kit.ws("attachment/add", item="Drill", file=photo, title="Mine")
    many = [{"id": f"y{n}", "type": "photo", "title": f"{n}", "entity_attachments": "i1"} for n in range(101)]
    content = collection({"attachments": many}, {f"attachments/y{n}": b"%d" % n for n in range(101)})

    done = await kit.ws("import/apply", data=in_base64(content))
    titles = [each["title"] for each in (await kit.ws("item/get", item="Drill"))["attachments"]]
    await kit.ws("change/undo", batch=done["batch"])

    assert (titles[:2], len(titles)) == (["Mine", "0"], 100)
    assert (done["entries"][0]["fields"], done["remarks"][0]["placeholders"]) == (
        ["attachments"],
        {"count": "2", "limit": "100"},
    )
    assert [each["title"] for each in (await kit.ws("item/get", item="Drill"))["attachments"]] == ["Mine"]


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"attachments/x1": b""}, ["import_file_missing"]),
        ({"attachments/x1": b"a" * (FILE_LIMIT + 1)}, ["import_file_too_large"]),
        ({"attachments/x1": b"<svg/>"}, []),
    ],
    ids=["empty", "large", "no picture"],
)
async def test_the_thing_comes_even_if_its_photo_does_not(
    kit: InventoryTestKit, files: dict[str, bytes], codes: list[str]
) -> None:
    """And it is told why; what is no picture comes as a paper."""
    photo = {"id": "x1", "type": "photo", "title": "x" * 300, "entity_attachments": "i1"}
    content = collection({"attachments": [photo]}, files)

    done = await kit.ws("import/apply", data=in_base64(content))
    found = (await kit.ws("item/get", item="Drill"))["attachments"]

    assert [each["code"] for each in done["remarks"]] == codes
    assert [each["kind"] for each in found] == ["other"] * (1 - len(codes))


async def test_files_that_the_disk_refuses_change_nothing(kit: InventoryTestKit) -> None:
    """Neither thing nor photo: it can be done again."""
    before = await kit.tables()
    kit.inventory.files.incoming = Path("/proc/nowhere")

    assert (await kit.refused("import/apply", data=in_base64(collection()))).code == "file_not_kept"
    assert await kit.tables() == before


async def test_locations_have_rows_of_their_own_in_its_newest_table(kit: InventoryTestKit) -> None:
    """They are no things; what came with the archive is recognised by its reference."""
    await kit.ws("import/apply", data=in_base64(collection()))
    done = await kit.ws("import/apply", content=CSV)

    assert (done["format"], done["counts"]["new"], done["counts"]["rows"], done["counts"]["places"]) == (
        "homebox",
        0,
        3,
        0,
    )
    assert sorted(await _items(kit)) == ["Drill", "Drill bits"]


@pytest.mark.parametrize("content", [collection(), CSV.encode()], ids=["collection", "csv"])
async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit, content: bytes) -> None:
    """The archive and the table."""
    await check_taken_in_once(kit, data=in_base64(content))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": None}, "required_value"),
        ({"quantity": 1e300}, "value_out_of_range"),
        ({"quantity": "many"}, "invalid_value"),
        ({"purchase_date": "0202-09-30T00:00:00Z"}, "import_date"),
        ({"name": "x" * 300}, "value_too_long"),
    ],
)
async def test_a_bad_record_is_named_and_the_others_come(
    kit: InventoryTestKit, changes: dict[str, Any], code: str
) -> None:
    """With its number in the list."""
    entities = [{**ENTITIES[3], "name": "Good", "entity_children": "nowhere"}, {**ENTITIES[2], **changes}, None, "x"]

    done = await kit.ws("import/apply", data=in_base64(collection({"entities": entities, "tags": 3})), partial=True)

    assert [(each["line"], each["code"]) for each in done["rejected"]] == [(2, code)]
    assert list(await _items(kit)) == ["Good"]


async def test_locations_that_are_in_themselves_end_somewhere(kit: InventoryTestKit) -> None:
    """Nobody waits for ever."""
    entities = [{**ENTITIES[0], "entity_children": "l2"}, ENTITIES[1], ENTITIES[2]]

    done = await kit.ws("import/preview", data=in_base64(collection({"entities": entities})))

    assert done["answer"]["counts"]["new"] == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (collection({"manifest": {"schemaVersion": 2}}), "import_unreadable"),
        (collection({"manifest": [1]}), "import_unreadable"),
        (collection({"entities": []}), "import_empty"),
        (collection()[:900], "import_unreadable"),
        (
            zipped({"manifest.json": b"{}", "entities.json": b'[{"name": "Dri', "entity_types.json": b"[]"}),
            "import_unreadable",
        ),
    ],
    ids=["newer", "list", "empty", "half", "cut"],
)
async def test_what_is_no_whole_collection_changes_nothing(kit: InventoryTestKit, content: bytes, code: str) -> None:
    """Refused with what is wrong."""
    before = await kit.tables()

    assert (await kit.refused("import/apply", data=in_base64(content))).code == code
    assert await kit.tables() == before
