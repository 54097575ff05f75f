"""The stock of an item, as it is and as a row of a file says it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from .imports import ImportSeveralPlacesError, Placed
from .models import Stock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .imports import Row, StockChange
    from .models import Item

type _PlaceIds = Mapping[tuple[str, ...], str]
type _Key = tuple[str | None, Any, str | None]
_PLACED: Final = frozenset(("location_id", "lot", "best_before"))


def stock_of(row: Row, place_ids: _PlaceIds, item_id: str, new_id: Callable[[], str]) -> tuple[Stock, ...]:
    """Return the stock of a new item. A thing that nothing is said of is there once; one that is known to be gone, not at all."""
    if row.stock is None:
        quantity = Decimal(1) if row.placed.quantity is None else row.placed.quantity
        placed: tuple[Placed, ...] = (replace(row.placed, quantity=quantity),)
    else:
        placed = row.stock or (Placed(place=row.placed.place, quantity=Decimal(0)),)
    return tuple(
        Stock(id=new_id(), item_id=item_id, location_id=key[0], best_before=key[1], lot=key[2], quantity=quantity)
        for key, quantity in _added_up(placed, place_ids).items()
    )


def part_of(row: Row, item: Item, place_ids: _PlaceIds, new_id: Callable[[], str]) -> tuple[StockChange, ...]:
    """Return how the one entry changes that a row means; what it does not say stays. Raises ImportSeveralPlacesError."""
    placed = row.placed
    said: dict[str, Any] = {"location_id": place_ids[placed.place]} if placed.place else {}
    for name in ("quantity", "lot", "best_before"):
        if (value := getattr(placed, name)) is not None:
            said[name] = value
    if not said:
        return ()
    if not item.stock:
        fields = {"location_id": None, **said, "quantity": placed.quantity or Decimal(0)}
        return ((None, Stock(id=new_id(), item_id=item.id, **fields)),)
    entries = [
        entry for entry in item.stock if all(getattr(entry, name) == said[name] for name in _PLACED & said.keys())
    ]
    if len(item.stock) == 1:
        entries = list(item.stock)
    if said == {"quantity": item.quantity} and entries:
        return ()
    if len(entries) != 1:
        raise ImportSeveralPlacesError(item=item.name)
    after = replace(entries[0], **said)
    return () if after == entries[0] else ((entries[0], after),)


def all_of(row: Row, item: Item, place_ids: _PlaceIds, new_id: Callable[[], str]) -> tuple[StockChange, ...]:
    """Return how the whole stock becomes what a row says: what is elsewhere by now is moved, what it does not name goes."""
    wanted = _added_up(row.stock or (), place_ids)
    if list(wanted) == [(None, None, None)]:
        return _in_all(item, wanted[None, None, None])
    left = {_key_of(entry): entry for entry in item.stock}
    changes: list[StockChange] = []
    for key, quantity in wanted.items():
        if (before := left.pop(key, None)) is not None and before.quantity != quantity:
            changes.append((before, replace(before, quantity=quantity)))
    if not wanted:  # an item keeps one entry, so that it is still known where it belongs
        return tuple((entry, replace(entry, quantity=Decimal(0))) for entry in left.values() if entry.quantity)
    rest = list(left.values())
    known = {_key_of(entry) for entry in item.stock}
    for key, quantity in wanted.items():
        if key not in known:
            moved = rest.pop(0) if rest else None
            fields: dict[str, Any] = {"location_id": key[0], "best_before": key[1], "lot": key[2], "quantity": quantity}
            changes.append((moved, Stock(id=moved.id if moved else new_id(), item_id=item.id, **fields)))
    return (*((entry, None) for entry in rest), *changes)


def _in_all(item: Item, quantity: Decimal) -> tuple[StockChange, ...]:
    """Return how the stock changes when only the sum of it is known. Raises ImportSeveralPlacesError when it differs at several places."""
    if sum(entry.quantity for entry in item.stock) == quantity:
        return ()
    if len(item.stock) != 1:
        raise ImportSeveralPlacesError(item=item.name)
    return ((item.stock[0], replace(item.stock[0], quantity=quantity)),)


def _added_up(placed: tuple[Placed, ...], place_ids: _PlaceIds) -> dict[_Key, Decimal]:
    """Return how much is where; what is said twice of one place and lot is added up."""
    quantities: dict[_Key, Decimal] = {}
    for each in placed:
        key = (place_ids[each.place] if each.place else None, each.best_before, each.lot)
        quantities[key] = quantities.get(key, Decimal(0)) + (each.quantity or Decimal(0))
    return quantities


def _key_of(entry: Stock) -> _Key:
    """Return what tells a stock entry from the others of its item."""
    return entry.location_id, entry.best_before, entry.lot
