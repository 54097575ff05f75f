"""How much of a thing is where: moving, splitting, merging, using up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def pantry(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with milk of three ages on one shelf and some more in the cellar."""
    await kit.given_location("Kitchen")
    await kit.given_location("Cellar")
    milk = await kit.given_item("Milk", location="Kitchen", quantity=2, best_before="2026-12-24", lot="B")
    for quantity, lot, best_before in ((3, "A", "2026-12-01"), (4, None, None)):
        other = await kit.given_item(
            "More milk", location="Kitchen", quantity=quantity, lot=lot, best_before=best_before
        )
        await merge(kit, other, milk)
    return kit


async def merge(kit: InventoryTestKit, source: str, target: str) -> None:
    """Make the stock of one item that of another: lots come in with a purchase, for which there is no command yet."""
    await kit.run_sql(
        "UPDATE home_inventory_stock SET item_id = :target WHERE item_id = :source", source=source, target=target
    )
    await kit.ws("item/remove", item=source, permanently=True)


async def lots(kit: InventoryTestKit, item: str = "Milk") -> dict[tuple[str | None, str | None], float]:
    """Return the quantities of an item by place and best-before date."""
    return {(lot["path"], lot["best_before"]): lot["quantity"] for lot in (await kit.item(item))["locations"]}


A, B = "2026-12-01", "2026-12-24"
K, C = "Home / Kitchen", "Home / Cellar"


@pytest.mark.parametrize(
    ("by", "left"),
    [
        (-1, {A: 2, B: 2, None: 4}),
        (-4, {A: 0, B: 1, None: 4}),
        (-6, {A: 0, B: 0, None: 3}),
        (-9, {A: 0, B: 0, None: 0}),
        (2, {A: 3, B: 2, None: 6}),
    ],
)
async def test_what_expires_first_is_used_first(
    pantry: InventoryTestKit, by: int, left: dict[str | None, float]
) -> None:
    """What keeps for ever is used last, and what is put back keeps for ever."""
    await pantry.ws("item/adjust", item="Milk", by=by)

    assert await lots(pantry) == {(K, best_before): quantity for best_before, quantity in left.items()}


@pytest.mark.parametrize(
    ("values", "left"),
    [
        ({"quantity": 1}, {(K, A): 2, (K, B): 2, (K, None): 4, (C, A): 1}),
        ({"quantity": 4}, {(C, A): 3, (K, B): 1, (K, None): 4, (C, B): 1}),
        ({"quantity": 9}, {(C, A): 3, (C, B): 2, (C, None): 4}),
        ({}, {(C, A): 3, (C, B): 2, (C, None): 4}),
        ({"quantity": 0}, {(K, A): 3, (K, B): 2, (K, None): 4}),
        ({"quantity": 2, "from": "Kitchen"}, {(K, A): 1, (K, B): 2, (K, None): 4, (C, A): 2}),
    ],
)
async def test_lots_keep_their_dates_when_they_move(
    pantry: InventoryTestKit, values: dict[str, Any], left: dict[tuple[str, str | None], float]
) -> None:
    """Whole or in part; what expires first goes first."""
    await pantry.ws("item/move", item="Milk", to="Cellar", **values)

    assert await lots(pantry) == left


async def test_lots_of_one_date_meet_again(pantry: InventoryTestKit) -> None:
    """Moved there and back, everything is as it was."""
    before = await lots(pantry)
    await pantry.ws("item/move", item="Milk", to="Cellar", quantity=4)
    await pantry.ws("item/move", item="Milk", to="Kitchen")

    assert await lots(pantry) == before


async def test_moving_to_where_it_is_changes_nothing(kit: InventoryTestKit) -> None:
    """No batch, nothing to undo."""
    await kit.given_item("Drill", location="Home", quantity=2)

    moved = [await kit.ws("item/move", item="Drill", to="Home", **part) for part in ({}, {"quantity": 1})]

    assert [answer["batch"] for answer in moved] == [None, None]


async def test_an_item_without_a_place_is_put_somewhere(kit: InventoryTestKit) -> None:
    """The move has no origin."""
    await kit.given_item("Drill", quantity=3)
    await kit.ws("item/move", item="Drill", to="Home", quantity=1)
    part = await kit.places_of("Drill")
    await kit.ws("item/move", item="Drill", to="Home")

    assert (part, await kit.places_of("Drill")) == ({None: 2, "Home": 1}, {"Home": 3})


async def test_a_part_of_an_item_at_several_places_needs_an_origin(pantry: InventoryTestKit) -> None:
    """The error names the places."""
    await pantry.ws("item/move", item="Milk", to="Cellar", quantity=4)

    moving = await pantry.refused("item/move", item="Milk", to="Home", quantity=1)
    using = await pantry.refused("item/adjust", item="Milk", by=-1)
    await pantry.ws("item/adjust", item="Milk", location="Cellar", to=0)

    assert (moving.code, using.code) == ("location_required", "location_required")
    assert moving.placeholders["item"] == "Milk"
    assert set(moving.placeholders["candidates"].split(", ")) == {"Kitchen", "Cellar"}
    assert await lots(pantry) == {(C, A): 0, (C, B): 0, (K, B): 1, (K, None): 4}


async def test_the_whole_item_moves_from_everywhere(pantry: InventoryTestKit) -> None:
    """Or, with an origin, all that is there."""
    await pantry.ws("item/move", item="Milk", to="Cellar", quantity=4)
    await pantry.ws("item/move", item="Milk", to="Home", **{"from": "Cellar"})
    from_one = await lots(pantry)
    await pantry.ws("item/move", item="Milk", to="Home")

    assert from_one == {("Home", A): 3, ("Home", B): 1, (K, B): 1, (K, None): 4}
    assert await lots(pantry) == {("Home", A): 3, ("Home", B): 2, ("Home", None): 4}


NOT_ENOUGH: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("item/adjust", {"by": -4}, {"available": "3", "wanted": "4"}),
    ("item/adjust", {"by": -1, "location": "Cellar"}, {"available": "0", "wanted": "1"}),
    ("item/move", {"to": "Cellar", "quantity": 4}, {"available": "3", "wanted": "4"}),
    ("item/move", {"to": "Home", "quantity": 1, "from": "Cellar"}, {"available": "0", "wanted": "1"}),
    ("item/move", {"to": "Home", "from": "Cellar"}, {"available": "0", "wanted": "1"}),
]


async def test_there_is_never_less_than_nothing(kit: InventoryTestKit) -> None:
    """The error says how much there is."""
    await kit.given_location("Cellar")
    await kit.given_item("Rag", location="Home", quantity=3)
    before = await kit.tables()

    errors = [await kit.refused(command, item="Rag", **values) for command, values, _ in NOT_ENOUGH]

    assert {error.code for error in errors} == {"not_enough_stock"}
    assert [error.placeholders for error in errors] == [{"item": "Rag", **expected} for *_, expected in NOT_ENOUGH]
    assert await kit.tables() == before


@pytest.mark.parametrize("values", [{}, {"by": 1, "to": 2}, {"by": None, "to": None}])
async def test_a_quantity_changes_by_something_or_to_something(kit: InventoryTestKit, values: dict[str, Any]) -> None:
    """Exactly one of them."""
    await kit.given_item("Rag")

    error = await kit.refused("item/adjust", item="Rag", **values)

    assert (error.code, error.placeholders) == ("required_value", {"field": "by / to"})


@pytest.mark.parametrize(
    ("command", "values"),
    [("item/adjust", {"by": 0.5}), ("item/adjust", {"to": 2.5}), ("item/move", {"to": "Home", "quantity": 0.5})],
)
async def test_half_a_piece_is_neither_used_nor_moved(
    kit: InventoryTestKit, command: str, values: dict[str, Any]
) -> None:
    """The error names the unit."""
    await kit.given_item("Rag", quantity=3, unit="pack")

    error = await kit.refused(command, item="Rag", **values)

    assert (error.code, error.placeholders["unit"]) == ("fractional_quantity", "pack")


async def test_what_is_measured_adds_up_exactly(kit: InventoryTestKit) -> None:
    """A tenth ten times is one."""
    await kit.given_item("Flour", quantity=0, unit="kg", location="Home")
    await kit.ws_at_once("item/adjust", [{"item": "Flour", "by": 0.1}] * 10)
    await kit.ws("item/adjust", item="Flour", by="0.005")

    assert (await kit.item("Flour"))["quantity"] == 1.005


async def test_setting_a_quantity_counts_all_lots_at_a_place(pantry: InventoryTestKit) -> None:
    """Setting it to what it is changes nothing."""
    same = await pantry.ws("item/adjust", item="Milk", to=9)
    less = await pantry.ws("item/adjust", item="Milk", to=5)
    more = await pantry.ws("item/adjust", item="Milk", to=100)
    elsewhere = await pantry.ws("item/adjust", item="Milk", to=7, location="Cellar")

    assert same["batch"] is None
    assert (less["item"]["quantity"], more["item"]["quantity"], elsewhere["item"]["quantity"]) == (5, 100, 107)


async def test_stock_is_low_below_its_minimum(kit: InventoryTestKit) -> None:
    """Counted over all places."""
    await kit.given_location("Cellar")
    await kit.given_item("Battery", quantity=3, location="Home", minimum_quantity=4)
    low = (await kit.item("Battery"))["low_stock"]
    await kit.ws("item/adjust", item="Battery", by=1, location="Cellar")

    assert (low, (await kit.item("Battery"))["low_stock"]) == (True, False)
