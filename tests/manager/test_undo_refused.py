"""What is not undone: later changes or a rule stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.kit import CommandError, InventoryTestKit

ADMIN_ONLY = {"permanently": True}

type Command = tuple[str, dict[str, Any]]


async def undo_behind(home: InventoryTestKit, first: Command, second: Command) -> CommandError:
    """Undo the first of two commands after the second; return the error, which has changed nothing."""
    batch = (await home.ws(first[0], **first[1]))["batch"]
    await home.ws(second[0], **second[1])
    before = await home.tables()
    error = await home.refused("change/undo", batch=batch)
    assert await home.tables() == before
    return error


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
    furnished: InventoryTestKit, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], title: str
) -> None:
    """The error names what stands in the way, and nothing is changed."""
    error = await undo_behind(furnished, first, second)

    assert (error.code, error.placeholders) == ("undo_conflict", {"title": title})


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
    furnished: InventoryTestKit, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], code: str
) -> None:
    """What is back has to go together with what was done since; the error says what does not."""
    error = await undo_behind(furnished, first, second)

    assert error.code == code
