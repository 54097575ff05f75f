"""Undoing brings back exactly what was, or refuses and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.auth.const import GROUP_ID_USER
from homeassistant.core import Context

from tests.kit import CommandError

if TYPE_CHECKING:
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit

ADMIN_ONLY = {"permanently": True}


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a bit of everything."""
    await kit.given_location("Garage", description="Cold", capacity=10)
    await kit.given_location("Shelf", parent="Garage", kind="furniture", capacity=3)
    await kit.given_location("1", parent="Shelf", kind="slot")
    await kit.given_location("2", parent="Shelf", kind="slot")
    await kit.given_location("Attic")
    await kit.given_location("Empty box", parent="Attic", kind="box")
    await kit.given_location("Old box", parent="Attic", kind="box")
    await kit.ws("location/remove", location="Old box")
    await kit.ws("category/add", name="Unused")
    await kit.given_item(
        "Drill",
        location="Garage",
        categories=["Tools / Power tools"],
        barcodes=["1", "2"],
        custom={"volts": 18},
        purchase_date="2026-03-14",
        purchase_price=129.9,
        warranty_until="2029-03-14",
        notes="Lent",
    )
    await kit.given_item("Tape", location="Shelf / 1", quantity=2)
    await kit.given_item("Milk", location="Attic", quantity=5, best_before="2026-12-01", lot="A")
    await kit.ws("item/move", item="Milk", to="Garage", quantity=2)
    await kit.given_item("Rag")
    await kit.given_item("Old saw", location="Attic", categories=["Tools"])
    await kit.ws("item/remove", item="Old saw")
    return kit


BATCHES: list[tuple[str, dict[str, Any]]] = [
    ("item/add", {"name": "Saw"}),
    ("item/add", {"name": "Saw", "location": "Attic", "categories": ["Tools / Hand tools", "Sharp"], "quantity": 3}),
    ("item/add", {"name": "Saw", "location": "Shelf / 2", "barcodes": ["3"], "custom": {"teeth": 40}, "lot": "x"}),
    ("item/update", {"item": "Drill", "name": "Hammer drill", "promoted": True, "notes": None}),
    ("item/update", {"item": "Drill", "categories": ["Gifts"], "barcodes": ["2", "1"], "custom": None}),
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
    ("item/remove", {"item": "Drill"}),
    ("item/remove", {"item": "Drill", **ADMIN_ONLY}),
    ("item/remove", {"item": "Milk", **ADMIN_ONLY}),
    ("item/remove", {"item": "Old saw", **ADMIN_ONLY}),
    ("item/restore", {"item": "Old saw"}),
    ("location/add", {"name": "Cellar", "parent": "Home", "kind": "room", "description": "Wet"}),
    ("location/add", {"name": "3", "parent": "Shelf", "kind": "slot"}),
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
    ("category/remove", {"category": "Unused"}),
]


@pytest.mark.parametrize(("command", "values"), BATCHES)
async def test_undoing_brings_back_what_was_and_undoing_that_brings_it_forth_again(
    household: InventoryTestKit, command: str, values: dict[str, Any]
) -> None:
    """Whole records are compared; history and codes only grow."""
    before, rows_before = await household.everything(), await household.tables("batches", "changes", "codes")

    done = await household.ws(command, **values)
    after = await household.everything()
    undone = await household.ws("change/undo")
    rows_undone = await household.tables("batches", "changes", "codes")
    back = await household.everything()
    redone = await household.ws("change/undo", batch=undone["batch"])
    forth = await household.everything()

    assert before != after
    assert back == before
    assert forth == after
    assert {name: len(rows) for name, rows in rows_undone.items()} == {
        name: len(rows) for name, rows in rows_before.items()
    }
    assert undone["undone"] == done["batch"]
    assert redone["changes"] == undone["changes"]


CHANGED_SINCE: dict[str, tuple[tuple[str, dict[str, Any]], tuple[str, dict[str, Any]], str]] = {
    "the same field": (
        ("item/update", {"item": "Rag", "notes": "Red"}),
        ("item/update", {"item": "Rag", "notes": "Blue"}),
        "Rag",
    ),
    "a new item was changed": (
        ("item/add", {"name": "Saw"}),
        ("item/update", {"item": "Saw", "notes": "Sharp"}),
        "Saw",
    ),
    "a new item was moved": (
        ("item/add", {"name": "Saw", "location": "Attic"}),
        ("item/move", {"item": "Saw", "to": "Garage"}),
        "Saw",
    ),
    "a new item is somewhere else too": (
        ("item/add", {"name": "Saw", "location": "Attic"}),
        ("item/adjust", {"item": "Saw", "location": "Garage", "by": 1}),
        "Saw",
    ),
    "there is some again where it was": (
        ("item/move", {"item": "Drill", "to": "Attic"}),
        ("item/adjust", {"item": "Drill", "location": "Garage", "by": 1}),
        "Drill",
    ),
    "the same quantity": (
        ("item/adjust", {"item": "Rag", "by": 4}),
        ("item/adjust", {"item": "Rag", "by": 1}),
        "Rag",
    ),
    "the item is gone for good": (
        ("item/remove", {"item": "Rag"}),
        ("item/remove", {"item": "Rag", **ADMIN_ONLY}),
        "Rag",
    ),
    "a new category is used": (
        ("category/add", {"name": "Sharp"}),
        ("item/update", {"item": "Drill", "categories": ["Sharp"]}),
        "Sharp",
    ),
    "a new category has another inside": (
        ("category/add", {"name": "Sharp"}),
        ("category/add", {"name": "Knives", "parent": "Sharp"}),
        "Sharp",
    ),
    "a new place is used": (
        ("location/add", {"name": "Cellar"}),
        ("item/move", {"item": "Rag", "to": "Cellar"}),
        "Cellar",
    ),
    "a new place was changed": (
        ("location/add", {"name": "Cellar"}),
        ("location/update", {"location": "Cellar", "description": "Wet"}),
        "Cellar",
    ),
    "a place was moved on": (
        ("location/move", {"location": "Shelf", "to": "Attic"}),
        ("location/move", {"location": "Shelf", "to": "Home"}),
        "Shelf",
    ),
    "the category of a deleted item is gone": (
        ("item/remove", {"item": "Drill", **ADMIN_ONLY}),
        ("category/remove", {"category": "Power tools"}),
        "Drill",
    ),
    "a former category is gone": (
        ("item/update", {"item": "Drill", "categories": []}),
        ("category/remove", {"category": "Power tools"}),
        "Drill",
    ),
    "the former place of an item is gone": (
        ("item/move", {"item": "Milk", "from": "Garage", "to": "Empty box", "quantity": 2}),
        ("location/remove", {"location": "Garage", "move_contents_to": "Attic", **ADMIN_ONLY}),
        "Milk",
    ),
    "the former place of a place is gone": (
        ("location/move", {"location": "Shelf", "to": "Attic"}),
        ("location/remove", {"location": "Garage", "move_contents_to": "Attic", **ADMIN_ONLY}),
        "Shelf",
    ),
    "the place around a deleted place is gone": (
        ("location/remove", {"location": "Empty box", **ADMIN_ONLY}),
        ("location/remove", {"location": "Attic", "move_contents_to": "Home", **ADMIN_ONLY}),
        "Empty box",
    ),
}


@pytest.mark.parametrize(("first", "second", "title"), CHANGED_SINCE.values(), ids=CHANGED_SINCE)
async def test_what_was_changed_since_is_not_undone(
    household: InventoryTestKit, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], title: str
) -> None:
    """The error names what stands in the way, and nothing is changed."""
    batch = (await household.ws(first[0], **first[1]))["batch"]
    await household.ws(second[0], **second[1])
    before = await household.tables()

    error = await household.refused("change/undo", batch=batch)

    assert (error.code, error.placeholders) == ("undo_conflict", {"title": title})
    assert await household.tables() == before


RULES: dict[str, tuple[tuple[str, dict[str, Any]], tuple[str, dict[str, Any]], str]] = {
    "a category inside itself": (
        ("category/update", {"category": "Power tools", "parent": None}),
        ("category/update", {"category": "Tools", "parent": "Power tools"}),
        "category_cycle",
    ),
    "a place inside itself": (
        ("location/move", {"location": "Shelf", "to": "Home"}),
        ("location/move", {"location": "Garage", "to": "Shelf"}),
        "location_cycle",
    ),
    "two categories of one name after renaming": (
        ("category/update", {"category": "Unused", "name": "Spare"}),
        ("category/add", {"name": "unused"}),
        "name_taken",
    ),
    "two categories of one name after deleting": (
        ("category/remove", {"category": "Unused"}),
        ("category/add", {"name": "Unused"}),
        "name_taken",
    ),
    "two places of one name after deleting": (
        ("location/remove", {"location": "Empty box", **ADMIN_ONLY}),
        ("location/add", {"name": "empty box", "parent": "Attic"}),
        "name_taken",
    ),
    "two places of one name after archiving": (
        ("location/remove", {"location": "Empty box"}),
        ("location/add", {"name": "empty box", "parent": "Attic"}),
        "name_taken",
    ),
    "two places of one name after renaming": (
        ("location/update", {"location": "Attic", "name": "Loft"}),
        ("location/add", {"name": "Attic", "parent": "Home"}),
        "name_taken",
    ),
    "a place that is archived with things in it": (
        ("location/restore", {"location": "Old box"}),
        ("item/move", {"item": "Rag", "to": "Old box"}),
        "location_not_empty",
    ),
    "things in a place that is archived": (
        ("item/move", {"item": "Tape", "to": "Empty box"}),
        ("location/remove", {"location": "Shelf"}),
        "archived",
    ),
    "a warranty that ends before the purchase": (
        ("item/update", {"item": "Drill", "purchase_date": "2020-01-01"}),
        ("item/update", {"item": "Drill", "warranty_until": "2021-01-01"}),
        "warranty_before_purchase",
    ),
    "half a piece after changing the unit": (
        ("item/update", {"item": "Rag", "unit": "m"}),
        ("item/adjust", {"item": "Rag", "to": 1.5}),
        "fractional_quantity",
    ),
    "two items in one slot after moving": (
        ("item/move", {"item": "Tape", "to": "Attic"}),
        ("item/move", {"item": "Rag", "to": "Shelf / 1"}),
        "slot_taken",
    ),
    "two items in one slot after archiving": (
        ("item/remove", {"item": "Tape"}),
        ("item/move", {"item": "Rag", "to": "Shelf / 1"}),
        "slot_taken",
    ),
    "two items in one slot after deleting": (
        ("item/remove", {"item": "Tape", **ADMIN_ONLY}),
        ("item/move", {"item": "Rag", "to": "Shelf / 1"}),
        "slot_taken",
    ),
}


@pytest.mark.parametrize(("first", "second", "code"), RULES.values(), ids=RULES)
async def test_undoing_breaks_no_rule(
    household: InventoryTestKit, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], code: str
) -> None:
    """What is back has to go together with what was done since; the error says what does not."""
    batch = (await household.ws(first[0], **first[1]))["batch"]
    await household.ws(second[0], **second[1])
    before = await household.tables()

    error = await household.refused("change/undo", batch=batch)

    assert error.code == code
    assert await household.tables() == before


async def test_another_field_does_not_stand_in_the_way(household: InventoryTestKit) -> None:
    """What was changed since otherwise is kept."""
    first = (await household.ws("item/update", item="Rag", notes="Red"))["batch"]
    await household.ws("item/update", item="Rag", description="For wiping")
    await household.ws("item/adjust", item="Rag", by=1)

    await household.ws("change/undo", batch=first)

    rag = await household.item("Rag")
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


async def test_undoing_needs_room(household: InventoryTestKit) -> None:
    """What came into the place since is not pushed out."""
    moved = (await household.ws("item/move", item="Tape", to="Attic"))["batch"]
    await household.ws_at_once("item/add", [{"name": f"Nail {number}", "location": "Shelf"} for number in range(3)])

    with pytest.raises(CommandError, match="location_full"):
        await household.ws("change/undo", batch=moved)
