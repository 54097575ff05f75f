"""What a batch did to the stock of items: what went where, and how things stood before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .models import Noun, Operation
from .quantities import is_low

if TYPE_CHECKING:
    from .models import Batch, Change, Item

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """An item, or a part of it, that was taken from one place to another; None is "no place yet"."""

    item_id: str
    from_id: str | None
    to_id: str | None
    change: Change
    """The line of history that tells it best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How an item stood before a batch, as far as somebody may be waiting for it."""

    in_use: bool
    low_stock: bool
    warranty_until: date | None
    """None for a lifetime warranty too: it never ends."""


def movements(batch: Batch) -> list[Movement]:
    """Return what a batch moved. What was only added or used up has not moved."""
    by_item: defaultdict[str, list[Change]] = defaultdict(list)
    for change in batch.changes:
        if change.kind is Noun.STOCK and change.item_id:
            by_item[change.item_id].append(change)
    return [movement for item_id, changes in by_item.items() for movement in _of_item(item_id, changes)]


def _of_item(item_id: str, changes: list[Change]) -> list[Movement]:
    """Return where an item went: entries that changed their place, and what is less here and more there."""
    found: dict[tuple[str | None, str | None], Change] = {}
    difference: defaultdict[str | None, Decimal] = defaultdict(Decimal)
    for change in changes:
        before, after = change.before, change.after
        if before and after and before["location_id"] != after["location_id"]:
            found.setdefault((_place(before), _place(after)), change)
            continue
        if before:
            difference[_place(before)] -= _quantity(before)
        if after:
            difference[_place(after)] += _quantity(after)
    for origin in (place for place, by in difference.items() if by < 0):
        for target in (place for place, by in difference.items() if by > 0):
            found.setdefault((origin, target), changes[-1])
    return [
        Movement(item_id=item_id, from_id=origin, to_id=target, change=change)
        for (origin, target), change in found.items()
    ]


def before_batch(item: Item, batch: Batch) -> Before | None:
    """Return how an item stood before a batch; None if there was no such item."""
    was: dict[str, Any] = {}
    quantity = item.quantity
    for change in batch.changes:
        if change.kind is Noun.ITEM and change.id == item.id:
            if change.operation is Operation.CREATE:
                return None
            was |= change.before or {}
        elif change.kind is Noun.STOCK and change.item_id == item.id:
            quantity += _quantity(change.before) - _quantity(change.after)
    minimum = was.get("minimum_quantity", item.minimum_quantity)
    until = was.get("warranty_until", item.warranty_until)
    in_use = was.get("archived_at", item.archived_at) is None
    lifetime = bool(was.get("lifetime_warranty", item.lifetime_warranty))
    return Before(
        in_use=in_use,
        low_stock=in_use and is_low(quantity, None if minimum is None else Decimal(minimum)),
        warranty_until=None if lifetime or until is None else _day(until),
    )


def fell_low(item: Item, batch: Batch) -> bool:
    """Return whether a batch has made an item run low that did not before."""
    if item.archived_at is not None or not item.low_stock:
        return False
    before = before_batch(item, batch)
    return before is None or not before.low_stock


def _place(values: dict[str, Any]) -> str | None:
    location_id: str | None = values["location_id"]
    return location_id


def _quantity(values: dict[str, Any] | None) -> Decimal:
    return Decimal(values["quantity"]) if values else _NOTHING


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value
