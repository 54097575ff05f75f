"""What a batch did to the stock of items, and what it was about in a word."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from custom_components.home_inventory.domain.headlines import HeadlineType, classify
from custom_components.home_inventory.domain.models import Batch, Change, Item, Noun, Operation, Stock
from custom_components.home_inventory.domain.movements import Before, before_batch, fell_low, movements

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ITEM = Item(
    id="rag",
    code="ABCD",
    name="Rag",
    created_at=NOW,
    updated_at=NOW,
    minimum_quantity=Decimal(4),
    warranty_until=date(2027, 1, 1),
    stock=(Stock(id="s", item_id="rag", location_id="garage", quantity=Decimal(3)),),
)


def stock(before: tuple[str | None, str] | None, after: tuple[str | None, str] | None) -> Change:
    """Return a change of stock, from and to (place, quantity)."""
    values = [entry and {"location_id": entry[0], "quantity": entry[1]} for entry in (before, after)]
    return change(Noun.STOCK, Operation.UPDATE, before=values[0], after=values[1])


def change(kind: Noun, operation: Operation, record_id: str = "rag", **values: Any) -> Change:
    """Return a change that belongs to the rag."""
    return Change(sequence=1, kind=kind, operation=operation, id=record_id, title="Rag", item_id="rag", **values)


def batch(*changes: Change, undoes: str | None = None) -> Batch:
    """Return a batch."""
    return Batch(id="b", at=NOW, source="websocket", changes=changes, undoes=undoes)


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ([stock(("garage", "3"), ("attic", "3"))], ("garage", "attic")),
        ([stock(("garage", "0"), ("attic", "0"))], ("garage", "attic")),
        ([stock((None, "1"), ("attic", "1"))], (None, "attic")),
        ([stock(("garage", "3"), ("garage", "2")), stock(None, ("attic", "1"))], ("garage", "attic")),
        ([stock(("garage", "3"), None), stock(("attic", "1"), ("attic", "4"))], ("garage", "attic")),
        ([stock(("garage", "3"), ("garage", "2"))], None),
        ([stock(None, ("garage", "2"))], None),
        ([stock(("garage", "3"), None)], None),
        ([change(Noun.ITEM, Operation.UPDATE, before={}, after={})], None),
    ],
)
def test_what_was_taken_here_and_put_there_has_moved(
    changes: list[Change], way: tuple[str | None, str | None] | None
) -> None:
    """What was only added or used up has not."""
    found = [(movement.from_id, movement.to_id) for movement in movements(batch(*changes))]

    assert found == ([way] if way else [])


CREATED = change(Noun.ITEM, Operation.CREATE, after={"name": "Rag"})


@pytest.mark.parametrize(
    ("changes", "before"),
    [
        ([], Before(in_use=True, low_stock=True, warranty_until=date(2027, 1, 1))),
        (
            [stock(("garage", "5"), ("garage", "3"))],
            Before(in_use=True, low_stock=False, warranty_until=date(2027, 1, 1)),
        ),
        (
            [change(Noun.ITEM, Operation.UPDATE, before={"minimum_quantity": "2", "warranty_until": "2026-12-01"})],
            Before(in_use=True, low_stock=False, warranty_until=date(2026, 12, 1)),
        ),
        (
            [change(Noun.ITEM, Operation.UPDATE, before={"minimum_quantity": None, "lifetime_warranty": True})],
            Before(in_use=True, low_stock=False, warranty_until=None),
        ),
        (
            [change(Noun.ITEM, Operation.RESTORE, before={"archived_at": "2026-01-01T00:00:00+00:00"})],
            Before(in_use=False, low_stock=False, warranty_until=date(2027, 1, 1)),
        ),
        ([CREATED], None),
    ],
)
def test_a_batch_tells_how_an_item_stood_before(changes: list[Change], before: Before | None) -> None:
    """None if it was not there."""
    assert before_batch(ITEM, batch(*changes)) == before


@pytest.mark.parametrize(
    ("item", "changes", "fell"),
    [
        (ITEM, [stock(("garage", "4"), ("garage", "3"))], True),
        (ITEM, [stock(("garage", "3"), ("attic", "3"))], False),
        (ITEM, [CREATED], True),
        (ITEM, [change(Noun.ITEM, Operation.UPDATE, before={"minimum_quantity": "1"})], True),
        (replace(ITEM, minimum_quantity=Decimal(3)), [stock(("garage", "4"), ("garage", "3"))], False),
        (replace(ITEM, archived_at=NOW), [stock(("garage", "4"), ("garage", "3"))], False),
    ],
)
def test_an_item_runs_low_once(item: Item, changes: list[Change], fell: bool) -> None:
    """When it comes below its minimum, not while it stays there."""
    assert fell_low(item, batch(*changes)) is fell


MOVED = stock(("garage", "3"), ("attic", "3"))
USED = stock(("garage", "3"), ("garage", "2"))


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ([change(Noun.CATEGORY, Operation.CREATE), CREATED, stock(None, ("garage", "1"))], HeadlineType.ITEM_ADDED),
        ([change(Noun.ITEM, Operation.UPDATE)], HeadlineType.ITEM_UPDATED),
        ([MOVED], HeadlineType.ITEM_MOVED),
        ([USED], HeadlineType.QUANTITY_CHANGED),
        ([change(Noun.ITEM, Operation.ARCHIVE)], HeadlineType.ITEM_ARCHIVED),
        ([change(Noun.ITEM, Operation.RESTORE)], HeadlineType.ITEM_RESTORED),
        ([stock(("garage", "3"), None), change(Noun.ITEM, Operation.DELETE)], HeadlineType.ITEM_DELETED),
        ([MOVED, change(Noun.LOCATION, Operation.ARCHIVE, "garage")], HeadlineType.LOCATION_CHANGED),
        ([change(Noun.CATEGORY, Operation.UPDATE, "tools")], HeadlineType.CATEGORY_CHANGED),
    ],
)
def test_a_batch_is_about_one_thing(changes: list[Change], headline: HeadlineType) -> None:
    """What matters most in it; undoing it is news of its own."""
    assert classify(batch(*changes)).type is headline
    assert classify(batch(*changes, undoes="a")).type is HeadlineType.UNDONE


def test_a_place_that_moves_says_from_where_to_where() -> None:
    """By the places around it."""
    moved = change(
        Noun.LOCATION, Operation.UPDATE, "shelf", before={"parent_id": "garage"}, after={"parent_id": "attic"}
    )

    headline = classify(batch(moved))

    assert (headline.is_move, headline.from_id, headline.to_id) == (True, "garage", "attic")
