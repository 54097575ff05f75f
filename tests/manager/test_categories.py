"""Categories: made on the fly, in a tree, gone only when nothing hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def paths(kit: InventoryTestKit, **values: str) -> list[str]:
    """Return the paths of all categories, or those of an item."""
    found = await kit.item(values["item"]) if values else await kit.ws("category/list")
    return sorted(category["path"] for category in found["categories"])


async def test_a_category_that_does_not_exist_is_made(kit: InventoryTestKit) -> None:
    """With everything around it, in the same batch as the item."""
    added = await kit.ws("item/add", name="Drill", categories=["Tools / Power tools / Drills", "Gifts", "gifts"])

    batch = (await kit.ws("change/list", batch=added["batch"]))["batches"][0]
    assert await paths(kit, item="Drill") == ["Gifts", "Tools / Power tools / Drills"]
    assert await paths(kit) == ["Gifts", "Tools", "Tools / Power tools", "Tools / Power tools / Drills"]
    assert [change["kind"] for change in batch["changes"]] == [*["category"] * 4, "item", "stock"]


async def test_a_category_that_exists_is_taken(kit: InventoryTestKit) -> None:
    """By its name wherever it is in the tree, by a path, or by its id."""
    await kit.given_item("Drill", categories=["Tools / Power tools"])
    category = (await kit.item("Drill"))["categories"][0]["id"]

    for name, categories in (("Saw", "power TOOLS"), ("Sander", ["tools/power tools"]), ("Router", [category])):
        await kit.given_item(name, categories=categories)

    assert await kit.names(categories=["Power tools"]) == ["Drill", "Router", "Sander", "Saw"]
    assert await paths(kit) == ["Tools", "Tools / Power tools"]


async def test_an_ambiguous_category_is_asked_about(kit: InventoryTestKit) -> None:
    """The candidates are paths."""
    await kit.given_item("Drill", categories=["Tools / Small", "Toys / Small"])

    errors = [
        await kit.refused("item/add", name="Saw", categories=["small"]),
        await kit.refused("item/list", categories=["Small"]),
    ]

    assert {error.code for error in errors} == {"category_ambiguous"}
    assert errors[0].placeholders == {"reference": "small", "candidates": "Tools / Small, Toys / Small"}


@pytest.mark.parametrize(
    ("name", "code"),
    [(" / ", "category_not_found"), ("x" * 256, "value_too_long"), ("Tools / " + "x" * 256, "value_too_long")],
)
async def test_a_category_needs_a_name_that_fits(kit: InventoryTestKit, name: str, code: str) -> None:
    """Each name of a path."""
    assert (await kit.refused("item/add", name="Drill", categories=[name])).code == code
    assert await paths(kit) == []


async def test_a_category_is_renamed_and_moved(kit: InventoryTestKit) -> None:
    """Everything that hangs on it follows."""
    await kit.given_item("Drill", categories=["Tools / Power tools"])
    await kit.ws("category/add", name="Workshop")

    moved = await kit.ws("category/update", category="Tools", parent="Workshop", name="Machines")
    inside = await paths(kit, item="Drill")
    await kit.ws("category/update", category="Machines", parent=None)
    same = await kit.ws("category/update", category="Machines", name="Machines")

    assert moved["category"]["path"] == "Workshop / Machines"
    assert inside == ["Workshop / Machines / Power tools"]
    assert await paths(kit, item="Drill") == ["Machines / Power tools"]
    assert same["batch"] is None


async def test_a_category_has_a_place_in_the_tree_and_a_name_of_its_own(kit: InventoryTestKit) -> None:
    """Not inside itself, not beside a namesake."""
    for name, parent in (("Tools", None), ("Power tools", "Tools"), ("Gifts", None)):
        await kit.ws("category/add", name=name, parent=parent)
    before = await kit.tables()

    errors = [
        await kit.refused("category/update", category="Tools", parent="Power tools"),
        await kit.refused("category/update", category="Tools", parent="Tools"),
        await kit.refused("category/update", category="Gifts", name="TOOLS"),
        await kit.refused("category/add", name="gífts"),
        await kit.refused("category/update", category="Gifts", name=None),
        await kit.refused("category/add", name="Toys", parent="Moon"),
    ]

    assert [error.code for error in errors] == [
        *("category_cycle", "category_cycle", "name_taken", "name_taken", "required_value", "category_not_found")
    ]
    assert await kit.tables() == before


async def test_a_category_in_use_stays(kit: InventoryTestKit) -> None:
    """Items never lose it silently, nor do categories inside it."""
    await kit.given_item("Drill", categories=["Tools / Power tools"])
    await kit.ws("item/remove", item="Drill")

    errors = [await kit.refused("category/remove", category=name) for name in ("Tools", "Power tools")]
    await kit.ws("item/remove", item="Drill", permanently=True)
    removed = [
        (await kit.ws("category/remove", category=name))["category"]["name"] for name in ("Power tools", "Tools")
    ]

    assert [(error.code, error.placeholders) for error in errors] == [
        ("category_in_use", {"category": "Tools", "items": "0"}),
        ("category_in_use", {"category": "Power tools", "items": "1"}),
    ]
    assert removed == ["Power tools", "Tools"]
    assert await paths(kit) == []


async def test_a_category_that_goes_at_the_same_moment_is_refused(kit: InventoryTestKit) -> None:
    """Whoever comes second is told so, and nothing is half done."""
    await kit.ws("category/add", name="Tools")
    client = await kit.client()
    for command in (
        {"type": "home_inventory/category/remove", "category": "Tools"},
        {"type": "home_inventory/item/add", "name": "Drill", "categories": ["Tools"]},
        {"type": "home_inventory/category/add", "name": "Saws", "parent": "Tools"},
    ):
        await client.send_json_auto_id(command)

    answers = [await client.receive_json() for _ in range(3)]

    assert [answer["success"] for answer in answers] == [True, False, False]
    assert {answer["error"]["code"] for answer in answers[1:]} == {"category_not_found"}
    assert await kit.names() == []


async def test_two_categories_become_one(kit: InventoryTestKit) -> None:
    """Their items and what is inside, namesakes among them and archived things too; one undo parts them again."""
    await kit.given_item("Drill", categories=["Machines / Drills", "Gifts"])
    await kit.given_item("Saw", categories=["Machines", "Tools"])
    await kit.given_item("Old drill", categories=["Tools / Drills"])
    await kit.given_item("Lathe", categories=["Machines / Lathes / Small"])
    await kit.ws("item/remove", item="Saw")
    before = await kit.everything()

    merged = await kit.ws("category/merge", category="Machines", into="Tools")

    assert merged["category"]["path"] == "Tools"
    assert await paths(kit) == ["Gifts", "Tools", "Tools / Drills", "Tools / Lathes", "Tools / Lathes / Small"]
    assert await paths(kit, item="Drill") == ["Gifts", "Tools / Drills"]
    assert await paths(kit, item="Saw") == ["Tools"]
    assert await paths(kit, item="Lathe") == ["Tools / Lathes / Small"]

    await kit.ws("change/undo", batch=merged["batch"])
    assert await kit.everything() == before


@pytest.mark.parametrize(
    ("category", "into", "code"),
    [
        ("Tools", "Tools", "category_cycle"),
        ("Tools", "Tools / Drills", "category_cycle"),
        ("Tools / Drills", "Tools", "name_taken"),
        ("Moon", "Tools", "category_not_found"),
        ("Tools", "Moon", "category_not_found"),
    ],
)
async def test_what_can_not_become_one_stays_two(kit: InventoryTestKit, category: str, into: str, code: str) -> None:
    """A category and one inside it, or when a namesake inside would stand where it stands."""
    await kit.given_item("Drill", categories=["Tools / Drills / Drills"])
    before = await kit.tables()

    assert (await kit.refused("category/merge", category=category, into=into)).code == code
    assert await kit.tables() == before


async def test_a_category_becomes_one_with_the_one_around_it(kit: InventoryTestKit) -> None:
    """What is inside comes up with it."""
    await kit.given_item("Drill", categories=["Tools / Power / Drills", "Tools / Power"])

    await kit.ws("category/merge", category="Power", into="Tools")

    assert await paths(kit, item="Drill") == ["Tools", "Tools / Drills"]
