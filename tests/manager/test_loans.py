"""A household lends things, and gets them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.util import dt as dt_util

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def lender(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household that has five chairs and a drill."""
    await kit.given_location("Garage")
    await kit.given_item("Chair", location="Garage", quantity=5)
    await kit.given_item("Drill", location="Garage")
    return kit


async def loans_of(kit: InventoryTestKit, item: str) -> list[tuple[str, float | None]]:
    """Return who has how much of an item."""
    return [(loan["borrower"], loan["quantity"]) for loan in (await kit.item(item))["loans"]]


async def found(kit: InventoryTestKit, **filters: Any) -> list[str]:
    """Return the names of the items that fit filters."""
    return [item["name"] for item in (await kit.ws("item/list", **filters))["items"]]


async def test_what_is_lent_is_still_owned(lender: InventoryTestKit) -> None:
    """It says who has it, since when and until when."""
    done = await lender.ws("item/lend", item="Drill", borrower="Anna", due_on="2027-01-06", note="With both batteries")

    drill = await lender.item("Drill")
    loan = drill["loans"][0]
    assert done["item"] == drill
    assert (drill["quantity"], drill["lent_quantity"]) == (1, 1)
    assert {name: loan[name] for name in loan.keys() - {"id"}} == {
        "borrower": "Anna",
        "quantity": None,
        "lent_on": dt_util.now().date().isoformat(),
        "due_on": "2027-01-06",
        "overdue": False,
        "note": "With both batteries",
    }


async def test_several_people_have_some(lender: InventoryTestKit) -> None:
    """Whoever comes last gets what is left."""
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2)
    await lender.ws("item/lend", item="Chair", borrower="Ben", quantity=1)
    await lender.ws("item/lend", item="Chair", borrower="Cleo")

    assert await loans_of(lender, "Chair") == [("Anna", 2), ("Ben", 1), ("Cleo", 2)]
    assert (await lender.item("Chair"))["lent_quantity"] == 5


@pytest.mark.parametrize(
    ("values", "code", "placeholders"),
    [
        ({"item": "Chair", "quantity": 6}, "not_enough_stock", {"item": "Chair", "available": "3", "wanted": "6"}),
        ({"item": "Chair", "quantity": 0.5}, "fractional_quantity", {"unit": "pieces", "quantity": "0.5"}),
        ({"item": "Chair", "quantity": 0}, "value_out_of_range", None),
        ({"item": "Drill"}, "already_lent", {"item": "Drill", "borrowers": "Anna"}),
        ({"item": "Void"}, "not_enough_stock", {"item": "Void", "available": "0", "wanted": "1"}),
        ({"item": "Old saw"}, "archived", {"name": "Old saw"}),
        ({"item": "Chair", "lent_on": "2026-11-02", "due_on": "2026-11-01"}, "due_before_lent", None),
        ({"item": "Chair", "borrower": " "}, "required_value", {"field": "borrower"}),
    ],
)
async def test_never_more_is_lent_than_there_is(
    lender: InventoryTestKit, values: dict[str, Any], code: str, placeholders: dict[str, str] | None
) -> None:
    """The error says what is wrong, and nothing changes."""
    await lender.given_item("Void", quantity=0)
    await lender.given_item("Old saw")
    await lender.ws("item/remove", item="Old saw")
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2)
    await lender.ws("item/lend", item="Drill", borrower="Anna")
    before = await lender.tables()

    error = await lender.refused("item/lend", **{"borrower": "Ben", **values})

    assert (error.code, error.placeholders if placeholders else None) == (code, placeholders)
    assert await lender.tables() == before


async def test_what_is_returned_is_lent_no_more(lender: InventoryTestKit) -> None:
    """All of it, or a part; what went first comes back first."""
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=1, lent_on="2026-01-01")
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2, lent_on="2026-02-01")
    await lender.ws("item/lend", item="Drill", borrower="Anna")

    await lender.ws("item/return", item="Drill")
    await lender.ws("item/return", item="Chair", borrower="ANNA", quantity=2)

    assert await loans_of(lender, "Drill") == []
    assert await loans_of(lender, "Chair") == [("Anna", 1)]


async def test_of_the_whole_some_may_come_back(lender: InventoryTestKit) -> None:
    """Then it is known how many are still away."""
    await lender.ws("item/lend", item="Chair", borrower="Anna")

    await lender.ws("item/return", item="Chair", quantity=2)

    assert await loans_of(lender, "Chair") == [("Anna", 3)]


@pytest.mark.parametrize(
    ("values", "code", "placeholders"),
    [
        ({"item": "Drill"}, "not_lent", {"item": "Drill"}),
        ({"item": "Chair"}, "loan_ambiguous", {"item": "Chair", "borrowers": "Anna, Ben"}),
        (
            {"item": "Chair", "borrower": "Cleo"},
            "loan_not_found",
            {"item": "Chair", "borrower": "Cleo", "borrowers": "Anna, Ben"},
        ),
        ({"item": "Chair", "borrower": "Ben", "quantity": 3}, "returned_too_much", {"lent": "1", "wanted": "3"}),
    ],
)
async def test_nobody_returns_what_they_do_not_have(
    lender: InventoryTestKit, values: dict[str, Any], code: str, placeholders: dict[str, str]
) -> None:
    """The error names who has it."""
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2)
    await lender.ws("item/lend", item="Chair", borrower="Ben", quantity=1)
    before = await lender.tables()

    error = await lender.refused("item/return", **values)

    assert (error.code, placeholders.items() <= error.placeholders.items()) == (code, True)
    assert await lender.tables() == before


async def test_what_is_away_can_neither_be_archived_nor_used_up(lender: InventoryTestKit) -> None:
    """Both say who has it; what is not lent may be used up."""
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2)
    archived = await lender.refused("item/remove", item="Chair")
    taken = await lender.refused("item/adjust", item="Chair", by=-4)
    await lender.ws("item/adjust", item="Chair", by=-3)

    assert (archived.code, archived.placeholders) == ("item_lent", {"item": "Chair", "borrowers": "Anna"})
    assert (taken.code, taken.placeholders) == ("stock_lent", {"item": "Chair", "lent": "2", "borrowers": "Anna"})
    assert (await lender.item("Chair"))["quantity"] == 2


async def test_what_never_came_back_can_be_deleted_with_its_loan(lender: InventoryTestKit) -> None:
    """Undoing brings back both."""
    await lender.ws("item/lend", item="Drill", borrower="Anna")
    await lender.ws("item/remove", item="Drill", permanently=True)
    gone = (await lender.ws("borrower/list"))["borrowers"]
    await lender.ws("change/undo")

    assert gone == []
    assert await loans_of(lender, "Drill") == [("Anna", None)]


async def test_undoing_keeps_the_rules_of_loans(lender: InventoryTestKit) -> None:
    """Neither are there fewer than are lent, nor is something lent twice, nor is what is lent archived or gone."""
    more = (await lender.ws("item/adjust", item="Chair", by=2))["batch"]
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=6)
    added = (await lender.ws("item/add", name="Saw"))["batch"]
    await lender.ws("item/remove", item="Saw")
    restored = (await lender.ws("item/restore", item="Saw"))["batch"]
    await lender.ws("item/lend", item="Saw", borrower="Anna")
    returned = (await lender.ws("item/return", item="Saw"))["batch"]
    await lender.ws("item/lend", item="Saw", borrower="Ben")

    codes = [(await lender.refused("change/undo", batch=batch)).code for batch in (more, added, restored, returned)]

    assert codes == ["undo_conflict"] * 4
    assert await loans_of(lender, "Saw") == [("Ben", None)]


async def test_loans_are_found_by_who_has_them(lender: InventoryTestKit) -> None:
    """However the name is written; the facets of the search name them, too."""
    await lender.ws("item/lend", item="Chair", borrower="Anna", quantity=2, lent_on="2020-01-01", due_on="2020-01-02")
    await lender.ws("item/lend", item="Drill", borrower="ANNA")
    await lender.given_item("Rag")

    answers = [await found(lender, borrower="anna"), await found(lender, lent=True), await found(lender, lent=False)]
    overdue = await found(lender, overdue=True)
    words = await found(lender, query="chair", borrower="Anna")
    facets = (await lender.ws("search", facets=True))["facets"]["borrower"]
    borrowers = (await lender.ws("borrower/list"))["borrowers"]

    assert answers == [["Chair", "Drill"], ["Chair", "Drill"], ["Rag"]]
    assert (overdue, words) == (["Chair"], ["Chair"])
    assert facets == [{"id": "ANNA", "name": "ANNA", "count": 2}]
    assert borrowers == [{"name": "ANNA", "items": 2}]


async def test_the_history_tells_of_loans(lender: InventoryTestKit) -> None:
    """Also of those that have ended."""
    await lender.ws("item/lend", item="Drill", borrower="Anna")
    await lender.ws("item/return", item="Drill")

    history = (await lender.ws("change/list", item="Drill"))["batches"]

    lines = [(change["kind"], change["operation"]) for batch in history for change in batch["changes"]]
    assert lines[:2] == [("loan", "delete"), ("loan", "create")]
    assert history[0]["changes"][0]["before"]["borrower"] == "Anna"


async def test_actions_lend_and_take_back(lender: InventoryTestKit) -> None:
    """With the item as their response."""
    lent = await lender.action("lend_item", item="Chair", borrower="Anna", quantity=2)
    back = await lender.action("return_item", item="Chair", borrower="Anna")

    assert (lent["item"]["lent_quantity"], back["item"]["loans"]) == (2, [])
