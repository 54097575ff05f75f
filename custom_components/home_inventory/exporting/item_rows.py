"""The cells of items and of what is lent."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from ..domain.cell_text import Entry, join_entries, join_list, join_ready
from ..domain.list_columns import CUSTOM_PREFIX
from ..domain.loans import borrowers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from ..domain.loans import Loan
    from ..domain.models import Item
    from .around import Around
    from .tables import Cell

    type _Reads[T] = Callable[[T, Around], Cell]


def item_reader(key: str) -> _Reads[Item]:
    """Return what reads a cell of an item."""
    if key.startswith(CUSTOM_PREFIX):
        name = key.removeprefix(CUSTOM_PREFIX)
        return lambda item, _: _own(item.custom.get(name))
    return _OF_ITEM.get(key) or _field(key)


def loan_reader(key: str) -> _Reads[tuple[Item, Loan]]:
    """Return what reads a cell of a loan."""
    return _OF_LOAN[key]


def _field(key: str) -> _Reads[Any]:
    """Return what reads a field as it is."""
    read = attrgetter(key)
    return lambda record, _: read(record)


def _own(value: Any) -> Cell:
    """Return a field of the household's own; what is more than a plain value stands there as JSON."""
    return value if value is None or isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)


def _location(item: Item, around: Around) -> str | None:
    """Return where an item is; of several places and lots, how much is in each."""
    if len(item.stock) <= 1:
        return around.place(item.stock[0].location_id) if item.stock else None
    return join_entries(
        Entry(
            path=around.names_of(entry.location_id),
            quantity=format(entry.quantity.normalize(), "f"),
            day=None if entry.best_before is None else entry.best_before.isoformat(),
            lot=entry.lot,
        )
        for entry in item.stock
    )


def _of_only_entry(name: str) -> _Reads[Item]:
    """Return what reads a field of the only stock entry: of several ones it stands with their places."""
    return lambda item, _: getattr(item.stock[0], name) if len(item.stock) == 1 else None


def _value(item: Item, _: Around) -> Decimal | None:
    """Return what all of an item was bought for, in its currency."""
    return None if item.purchase_price is None else item.purchase_price * item.quantity


_OF_ITEM: Final[Mapping[str, _Reads[Item]]] = {
    "location": _location,
    "lot": _of_only_entry("lot"),
    "best_before": _of_only_entry("best_before"),
    "categories": lambda item, around: join_ready(map(around.category, item.category_ids)),
    "labels": lambda item, around: join_list(around.name(label_id) or "" for label_id in item.label_ids),
    "aliases": lambda item, _: join_list(item.aliases),
    "barcodes": lambda item, _: join_list(item.barcodes),
    "value": _value,
    "borrowers": lambda item, _: borrowers(item.loans),
    "archived": lambda item, _: item.archived_at is not None,
    "created_at": lambda item, around: around.moment(item.created_at),
    "updated_at": lambda item, around: around.moment(item.updated_at),
}
_OF_LOAN: Final[Mapping[str, _Reads[tuple[Item, Loan]]]] = {
    "item_code": lambda lent, _: lent[0].code,
    "item_name": lambda lent, _: lent[0].name,
    "borrower": lambda lent, _: lent[1].borrower,
    "quantity": lambda lent, _: lent[0].quantity if lent[1].quantity is None else lent[1].quantity,
    "unit": lambda lent, _: lent[0].unit,
    "lent_on": lambda lent, _: lent[1].lent_on,
    "due_on": lambda lent, _: lent[1].due_on,
    "overdue": lambda lent, around: lent[1].is_overdue(around.today),
    "note": lambda lent, _: lent[1].note,
    "location": lambda lent, around: _location(lent[0], around),
    "id": lambda lent, _: lent[1].id,
}
