"""Undoing brings back exactly what was, or refuses and changes nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.auth.const import GROUP_ID_USER
from homeassistant.core import Context

from tests.kit import CommandError
from tests.pictures import a_picture

if TYPE_CHECKING:
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit

FRONT = hashlib.sha256(a_picture("front")).hexdigest()
ADMIN_ONLY = {"permanently": True}


BATCHES: list[tuple[str, dict[str, Any]]] = [
    ("item/add", {"name": "Saw"}),
    ("item/add", {"name": "Saw", "location": "Attic", "categories": ["Tools / Hand tools", "Sharp"], "quantity": 3}),
    ("item/add", {"name": "Saw", "location": "Shelf / 2", "barcodes": ["3"], "custom": {"teeth": 40}, "lot": "x"}),
    ("item/update", {"item": "Drill", "name": "Hammer drill", "promoted": True, "notes": None}),
    ("item/update", {"item": "Drill", "categories": ["Gifts"], "barcodes": ["2", "1"], "custom": None}),
    ("item/add", {"name": "Saw", "aliases": ["Cutter", "the long one"]}),
    ("item/update", {"item": "Drill", "aliases": ["Borer", "Hole maker"]}),
    ("item/update", {"item": "Drill", "categories": None, "purchase_date": None, "purchase_price": 99}),
    ("item/update", {"item": "Rag", "minimum_quantity": 4, "unit": "pack", "lifetime_warranty": True}),
    ("item/move", {"item": "Drill", "to": "Attic"}),
    ("item/move", {"item": "Rag", "to": "Attic"}),
    ("item/move", {"item": "Milk", "to": "Garage"}),
    ("item/move", {"item": "Milk", "from": "Attic", "to": "Empty box", "quantity": 1}),
    ("item/move", {"item": "Milk", "from": "Attic", "to": "Garage", "quantity": 3}),
    ("item/move", {"item": "Tape", "to": "Shelf / 2"}),
    ("item/adjust", {"item": "Tape", "by": -2}),
    ("item/adjust", {"item": "Rag", "to": 40}),
    ("item/adjust", {"item": "Milk", "by": -3, "location": "Attic"}),
    ("item/adjust", {"item": "Milk", "by": 1, "location": "Empty box"}),
    ("item/lend", {"item": "Drill", "borrower": "Cleo", "due_on": "2027-01-01", "note": "By bike"}),
    ("item/lend", {"item": "Milk", "borrower": "Cleo", "quantity": 2}),
    ("item/return", {"item": "Bench"}),
    ("item/return", {"item": "Bench", "quantity": 1}),
    ("attachment/add", {"item": "Drill", "file": FRONT}),
    ("item/remove", {"item": "Bench", **ADMIN_ONLY}),
    ("item/remove", {"item": "Drill"}),
    ("item/remove", {"item": "Drill", **ADMIN_ONLY}),
    ("item/remove", {"item": "Milk", **ADMIN_ONLY}),
    ("item/remove", {"item": "Old saw", **ADMIN_ONLY}),
    ("item/restore", {"item": "Old saw"}),
    ("items/move", {"wanted": {}, "to": "Attic"}),
    ("items/move", {"wanted": {"location": "Attic"}, "to": "Garage"}),
    ("items/update", {"wanted": {}, "fields": {"manufacturer": "Bosch", "purchase_price": 3, "categories": ["A / B"]}}),
    ("items/update", {"wanted": {}, "add_categories": ["Tools", "Gifts"], "remove_categories": ["Power tools"]}),
    ("items/remove", {"wanted": {}, "skip_refused": True}),
    ("items/remove", {"wanted": {}, **ADMIN_ONLY}),
    ("items/remove", {"wanted": {"archived": True}, **ADMIN_ONLY}),
    ("items/restore", {"wanted": {"archived": True}}),
    ("location/add", {"name": "Cellar", "parent": "Home", "kind": "room", "description": "Wet"}),
    ("location/add", {"name": "3", "parent": "Shelf", "kind": "slot"}),
    ("location/add_slots", {"location": "Shelf", "count": 5}),
    ("location/add_slots", {"location": "Empty box", "count": 2}),
    ("location/update", {"location": "Garage", "name": "Workshop", "capacity": None, "description": "Warm"}),
    ("location/update", {"location": "Empty box", "kind": "furniture", "capacity": 2}),
    ("location/move", {"location": "Shelf", "to": "Attic"}),
    ("location/move", {"location": "Attic", "to": None}),
    ("location/remove", {"location": "Empty box"}),
    ("location/remove", {"location": "Empty box", **ADMIN_ONLY}),
    ("location/remove", {"location": "Old box", **ADMIN_ONLY}),
    ("location/remove", {"location": "Garage", "move_contents_to": "Attic"}),
    ("location/remove", {"location": "Garage", "move_contents_to": "Attic", **ADMIN_ONLY}),
    ("location/remove", {"location": "Shelf", "move_contents_to": "Attic"}),
    ("location/remove", {"location": "Shelf", "move_contents_to": "Attic", **ADMIN_ONLY}),
    ("location/remove", {"location": "Attic", "move_contents_to": "Home"}),
    ("location/restore", {"location": "Old box"}),
    ("category/add", {"name": "Gifts", "parent": "Tools"}),
    ("category/update", {"category": "Power tools", "name": "Machines"}),
    ("category/update", {"category": "Power tools", "parent": None}),
    ("category/merge", {"category": "Power tools", "into": "Unused"}),
    ("category/remove", {"category": "Unused"}),
]


@pytest.mark.parametrize(("command", "values"), BATCHES)
async def test_undoing_brings_back_what_was_and_undoing_that_brings_it_forth_again(
    furnished: InventoryTestKit, command: str, values: dict[str, Any]
) -> None:
    """Whole records are compared; history and codes only grow."""
    before, rows_before = await furnished.everything(), await furnished.tables("batches", "changes", "codes")

    done = await furnished.ws(command, **values)
    after = await furnished.everything()
    undone = await furnished.ws("change/undo")
    rows_undone = await furnished.tables("batches", "changes", "codes")
    back = await furnished.everything()
    redone = await furnished.ws("change/undo", batch=undone["batch"])
    forth = await furnished.everything()

    assert before != after
    assert back == before
    assert forth == after
    assert {name: len(rows) for name, rows in rows_undone.items()} == {
        name: len(rows) for name, rows in rows_before.items()
    }
    assert undone["undone"] == done["batch"]
    assert redone["changes"] == undone["changes"]


async def test_another_field_does_not_stand_in_the_way(furnished: InventoryTestKit) -> None:
    """What was changed since otherwise is kept."""
    first = (await furnished.ws("item/update", item="Rag", notes="Red"))["batch"]
    await furnished.ws("item/update", item="Rag", description="For wiping")
    await furnished.ws("item/adjust", item="Rag", by=1)

    await furnished.ws("change/undo", batch=first)

    rag = await furnished.item("Rag")
    assert (rag["notes"], rag["description"], rag["quantity"]) == (None, "For wiping", 2)


async def test_a_batch_is_undone_once(kit: InventoryTestKit) -> None:
    """The history says which batch undid it."""
    added = (await kit.ws("item/add", name="Saw"))["batch"]
    undone = await kit.ws("change/undo", batch=added)

    error = await kit.refused("change/undo", batch=added)
    batches = (await kit.ws("change/list"))["batches"]

    assert error.code == "already_undone"
    assert [(batch["undoes"], batch["undone_by"]) for batch in batches[:2]] == [
        (added, None),
        (None, undone["batch"]),
    ]


async def test_undoing_again_and_again_goes_back_step_by_step(kit: InventoryTestKit) -> None:
    """Until there is nothing left that this user has done."""
    for name in ("Saw", "Rag"):
        await kit.given_item(name)

    left = [await kit.names() for _ in range(2) if await kit.ws("change/undo")]

    assert left == [["Saw"], []]
    assert (await kit.refused("change/undo")).code == "nothing_to_undo"


async def test_an_unknown_batch_is_not_undone(kit: InventoryTestKit) -> None:
    """The error names it."""
    error = await kit.refused("change/undo", batch="01K9ZT5V3N8Q2M7W4X6Y1B0C2D")

    assert (error.code, error.placeholders["reference"]) == ("batch_not_found", "01K9ZT5V3N8Q2M7W4X6Y1B0C2D")


async def test_everyone_undoes_what_they_did_themselves(kit: InventoryTestKit, hass_read_only_user: MockUser) -> None:
    """Neither what the system did nor what another user did is taken by default."""
    hass_read_only_user.groups = [await kit.hass.auth.async_get_group(GROUP_ID_USER)]
    hass_read_only_user.invalidate_cache()
    await kit.given_item("Saw")
    await kit.action("add_item", Context(user_id=hass_read_only_user.id), name="Rag")
    await kit.action("add_item", name="Nail")

    await kit.ws("change/undo")
    after_mine = await kit.names()
    await kit.action("undo", context=Context(user_id=hass_read_only_user.id))
    after_theirs = await kit.names()
    await kit.action("undo")

    assert (after_mine, after_theirs, await kit.names()) == (["Nail", "Rag"], ["Nail"], [])


async def test_the_only_site_stays_whatever_is_undone(kit: InventoryTestKit) -> None:
    """The entities of the home hang on it."""
    made = (await kit.ws("change/list"))["batches"][-1]["batch"]
    await kit.given_location("Cabin", parent=None, kind="room")
    other = (await kit.ws("location/update", location="Cabin", kind="site"))["batch"]
    await kit.ws("location/remove", location="Home")
    restored = (await kit.ws("location/restore", location="Home"))["batch"]
    await kit.ws("location/remove", location="Cabin")

    errors = [await kit.refused("change/undo", batch=batch) for batch in (made, restored)]
    await kit.ws("location/restore", location="Cabin")
    await kit.ws("location/remove", location="Home")
    errors.append(await kit.refused("change/undo", batch=other))

    assert {error.code for error in errors} == {"last_site"}


async def test_undoing_needs_room(furnished: InventoryTestKit) -> None:
    """What came into the place since is not pushed out."""
    moved = (await furnished.ws("item/move", item="Tape", to="Attic"))["batch"]
    await furnished.ws_at_once("item/add", [{"name": f"Nail {number}", "location": "Shelf"} for number in range(3)])

    with pytest.raises(CommandError, match="location_full"):
        await furnished.ws("change/undo", batch=moved)
