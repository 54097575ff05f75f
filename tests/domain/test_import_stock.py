"""The stock of an item, and what a file says of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

import pytest

from custom_components.home_inventory.domain.import_stock import all_of, stock_of
from custom_components.home_inventory.domain.imports import Placed, Row
from custom_components.home_inventory.domain.models import Item, Stock

PLACES = {("Cellar",): "cellar", ("Kitchen",): "kitchen"}
JUNE, JULY = date(2027, 6, 1), date(2027, 7, 1)


def milk(*stock: Stock) -> Item:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Item(id="milk", code="MILK", name="Milk", created_at=now, updated_at=now, stock=stock)


def there_is(quantity: int, place: str | None, best_before: date | None = None, *, name: str = "a") -> Stock:
    return Stock(id=name, item_id="milk", location_id=place, quantity=Decimal(quantity), best_before=best_before)


def said(quantity: int, *place: str, best_before: date | None = None) -> Placed:
    return Placed(place=place, quantity=Decimal(quantity), best_before=best_before)


def changes(item: Item, *stock: Placed) -> list[tuple[str | None, tuple[int, str | None, date | None] | None]]:
    """Return which entry becomes what."""
    numbers = count(1)
    found = all_of(Row(line=2, name="Milk", stock=stock), item, PLACES, lambda: f"new{next(numbers)}")
    return [
        (
            before and before.id,
            after and (int(after.quantity), after.location_id, after.best_before),
        )
        for before, after in found
    ]


def test_lots_of_a_new_item_are_kept_apart() -> None:
    row = Row(line=2, name="Milk", stock=(said(2, "Cellar", best_before=JUNE), said(3, "Cellar", best_before=JULY)))

    entries = stock_of(row, PLACES, "milk", iter("abc").__next__)

    assert [(entry.quantity, entry.best_before) for entry in entries] == [(2, JUNE), (3, JULY)]


def test_the_same_lot_said_twice_is_added_up() -> None:
    row = Row(line=2, name="Milk", stock=(said(2, "Cellar"), said(3, "Cellar")))

    assert [entry.quantity for entry in stock_of(row, PLACES, "milk", iter("abc").__next__)] == [5]


def test_what_is_as_it_was_is_left_alone() -> None:
    item = milk(there_is(2, "cellar", JUNE), there_is(1, "kitchen", name="b"))

    assert changes(item, said(1, "Kitchen"), said(2, "Cellar", best_before=JUNE)) == []


def test_a_lot_that_was_used_up_goes_and_another_gets_less() -> None:
    item = milk(there_is(2, "cellar", JUNE), there_is(6, "cellar", JULY, name="b"))

    assert changes(item, said(5, "Cellar", best_before=JULY)) == [("a", None), ("b", (5, "cellar", JULY))]


def test_what_is_elsewhere_by_now_is_moved() -> None:
    assert changes(milk(there_is(2, "cellar")), said(2, "Kitchen")) == [("a", (2, "kitchen", None))]


def test_a_new_lot_comes_besides() -> None:
    item = milk(there_is(2, "cellar", JUNE))

    assert changes(item, said(2, "Cellar", best_before=JUNE), said(4, "Cellar", best_before=JULY)) == [
        (None, (4, "cellar", JULY))
    ]


@pytest.mark.parametrize(("quantity", "expected"), [(2, [("a", (0, "cellar", None))]), (0, [])])
def test_what_is_used_up_keeps_its_place(quantity: int, expected: object) -> None:
    assert changes(milk(there_is(quantity, "cellar"))) == expected
