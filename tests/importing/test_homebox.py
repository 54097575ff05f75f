"""Coming from Homebox with a whole collection: items, places, tags, own fields, and what was done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64, zipped
from .homebox_files import CSV, ENTITIES, collection
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
