"""Stock: how much of an item is where."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update
from ulid_transform import ulid_now

from ..domain.errors import ArchivedError, ItemNotFoundError, LocationRequiredError, NotEnoughStockError
from ..domain.loan_errors import StockLentError
from ..domain.loans import borrowers, counted
from ..domain.models import Item, Noun, Operation, Stock
from ..domain.quantities import check_quantity
from . import rooms
from .records import STOCK_COLUMNS, load_items, stock_columns, to_json
from .schema import ItemRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..domain.models import Json
    from .work import Work


_INSERT: Final = insert(StockRow.__table__)  # type: ignore[arg-type]


def place_key(location_id: str | None, best_before: date | None, lot: str | None) -> str:
    """Return what is unique for one stock entry of an item."""
    return f"{location_id or ''}/{best_before or ''}/{lot or ''}"


def as_json(entry: Stock) -> dict[str, Json]:
    """Return a stock entry as a change keeps it."""
    return {name: to_json(getattr(entry, name)) for name in STOCK_COLUMNS if name not in ("id", "item_id")}


def from_columns(values: Sequence[Any]) -> Stock:
    """Return the stock entry that a row of `stock_columns` holds."""
    return Stock(**dict(zip(STOCK_COLUMNS, values, strict=True)))


def place(
    work: Work,
    item_id: str,
    title: str,
    *,
    quantity: Decimal,
    location_id: str | None = None,
    best_before: date | None = None,
    lot: str | None = None,
) -> None:
    """Put a quantity at a location: onto what is there already, or as a new entry."""
    key = place_key(location_id, best_before, lot)
    found = work.session.execute(
        select(*stock_columns()).where(StockRow.item_id == item_id, StockRow.place_key == key)
    ).first()
    if found is not None:
        add_quantity(work, from_columns(found), quantity, title)
        return
    entry = Stock(
        id=ulid_now(),
        item_id=item_id,
        location_id=location_id,
        quantity=quantity,
        lot=lot,
        best_before=best_before,
    )
    add_entry(work, entry, title)


def add_entry(work: Work, entry: Stock, title: str) -> None:
    """Put a quantity where the item has nothing yet."""
    rooms.check_room(work, entry.location_id, entry.item_id)
    insert_entry(work, entry)
    work.record(Noun.STOCK, Operation.CREATE, entry.id, title=title, after=as_json(entry), item_id=entry.item_id)


def insert_entry(work: Work, entry: Stock) -> None:
    """Insert a stock entry's row."""
    values = {name: getattr(entry, name) for name in STOCK_COLUMNS}
    values["place_key"] = place_key(entry.location_id, entry.best_before, entry.lot)
    work.connection.execute(_INSERT, values)


def add_quantity(work: Work, entry: Stock, by: Decimal, title: str) -> None:
    """Add to a stock entry, or take from it, in one statement that never goes below zero."""
    changed = work.session.execute(
        update(StockRow)
        .where(StockRow.id == entry.id, StockRow.quantity + by >= Decimal(0))
        .values(quantity=StockRow.quantity + by)
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount == 0:  # type: ignore[attr-defined]
        raise NotEnoughStockError(item=title, available=entry.quantity, wanted=-by)
    after = work.session.scalar(select(StockRow.quantity).where(StockRow.id == entry.id)) or Decimal(0)
    record_update(work, replace(entry, quantity=after - by), replace(entry, quantity=after), title)


def remove_entry(work: Work, entry: Stock, title: str) -> None:
    """Delete a stock entry."""
    work.session.execute(delete(StockRow).where(StockRow.id == entry.id))
    work.record(Noun.STOCK, Operation.DELETE, entry.id, title=title, before=as_json(entry), item_id=entry.item_id)


def adjust(
    work: Work,
    item_id: str,
    *,
    by: Decimal | None = None,
    to: Decimal | None = None,
    location_id: str | None = None,
) -> None:
    """Change how much there is, by an amount or to an amount.

    Taking uses up what is best before the earliest date first. An item without stock at the location gets an entry there.
    """
    item = get_item_in_use(work, item_id)
    check_quantity(to if by is None else by, item.unit)  # type: ignore[arg-type]
    entries = _entries_at(work, item, location_id)
    available = sum((entry.quantity for entry in entries), Decimal(0))
    difference = to - available if by is None else by  # type: ignore[operator]
    if difference > 0 or (difference == 0 and not entries):
        target = min(entries, key=lambda entry: entry.best_before is not None, default=None)
        if target is None:
            place(work, item.id, item.name, quantity=difference, location_id=location_id)
        else:
            add_quantity(work, target, difference, item.name)
    elif difference < 0:
        _take(work, item, entries, -difference)


def move(
    work: Work,
    item_id: str,
    to_id: str | None,
    *,
    quantity: Decimal | None = None,
    from_id: str | None = None,
) -> None:
    """Move an item, or a quantity of it, to another location."""
    item = get_item_in_use(work, item_id)
    entries = [entry for entry in item.stock if from_id is None or entry.location_id == from_id]
    if from_id is not None and not entries:
        raise NotEnoughStockError(item=item.name, available=0, wanted=quantity or 1)
    if quantity is None:
        for entry in entries:
            move_entry(work, entry, to_id, item.name)
        if not entries:
            place(work, item.id, item.name, quantity=Decimal(0), location_id=to_id)
        return
    check_quantity(quantity, item.unit)
    entries = _entries_at(work, item, from_id)
    if sum((entry.quantity for entry in entries), Decimal(0)) < quantity:
        available = sum((entry.quantity for entry in entries), Decimal(0))
        raise NotEnoughStockError(item=item.name, available=available, wanted=quantity)
    for entry, part in _portions(entries, quantity):
        _move_part(work, entry, part, to_id, item.name)


def move_entry(work: Work, entry: Stock, to_id: str | None, title: str) -> None:
    """Move a whole stock entry, onto what is there already if the lots are the same."""
    if entry.location_id == to_id:
        return
    key = place_key(to_id, entry.best_before, entry.lot)
    same = select(StockRow.id).where(StockRow.item_id == entry.item_id, StockRow.place_key == key)
    if work.session.scalar(same) is not None:
        remove_entry(work, entry, title)
        place(
            work,
            entry.item_id,
            title,
            quantity=entry.quantity,
            location_id=to_id,
            best_before=entry.best_before,
            lot=entry.lot,
        )
        return
    rooms.check_room(work, to_id, entry.item_id)
    moved = replace(entry, location_id=to_id)
    write_entry(work, moved)
    record_update(work, entry, moved, title)


def write_entry(work: Work, entry: Stock) -> None:
    """Write a stock entry's row as it should be."""
    values = {name: getattr(entry, name) for name in STOCK_COLUMNS if name not in ("id", "item_id")}
    values["place_key"] = place_key(entry.location_id, entry.best_before, entry.lot)
    work.session.execute(
        update(StockRow).where(StockRow.id == entry.id).values(values).execution_options(synchronize_session=False)
    )


def check_room_for(work: Work, item: Item) -> None:
    """Refuse to bring an item back to a place that is full by now."""
    for location_id in item.location_ids:
        rooms.check_room(work, location_id, item.id)


def _move_part(work: Work, entry: Stock, part: Decimal, to_id: str | None, title: str) -> None:
    """Move a part of a stock entry, or all of it when nothing would be left."""
    if part == entry.quantity:
        move_entry(work, entry, to_id, title)
    elif entry.location_id != to_id:
        add_quantity(work, entry, -part, title)
        place(
            work,
            entry.item_id,
            title,
            quantity=part,
            location_id=to_id,
            best_before=entry.best_before,
            lot=entry.lot,
        )


def _take(work: Work, item: Item, entries: list[Stock], quantity: Decimal) -> None:
    """Take a quantity out."""
    available = sum((entry.quantity for entry in entries), Decimal(0))
    if available < quantity:
        raise NotEnoughStockError(item=item.name, available=available, wanted=quantity)
    lent = counted(item.loans)
    if item.quantity - quantity < lent:
        raise StockLentError(item=item.name, lent=lent, borrowers=borrowers(item.loans))
    for entry, part in _portions(entries, quantity):
        add_quantity(work, entry, -part, item.name)


def _portions(entries: list[Stock], quantity: Decimal) -> list[tuple[Stock, Decimal]]:
    """Split a quantity over entries, what goes bad first coming first, and what keeps for ever last."""
    ordered = sorted(entries, key=lambda entry: (entry.best_before is None, entry.best_before))
    portions = []
    for entry in ordered:
        part = min(entry.quantity, quantity)
        if part > 0:
            portions.append((entry, part))
            quantity -= part
    return portions


def _entries_at(work: Work, item: Item, location_id: str | None) -> list[Stock]:
    """Return the entries at a location; without one, all of them if the item is at one place only."""
    if location_id is not None:
        return [entry for entry in item.stock if entry.location_id == location_id]
    if len({entry.location_id for entry in item.stock}) > 1:
        names = rooms.location_names(work.session, item.location_ids)
        raise LocationRequiredError(item=item.name, candidates=", ".join(names))
    return list(item.stock)


def get_item_in_use(work: Work, item_id: str) -> Item:
    """Return an item that is not archived, its row locked until the end of the transaction where the database can."""
    if work.connection.dialect.name != "sqlite":  # SQLite has locked the whole database already
        work.connection.execute(select(ItemRow.id).where(ItemRow.id == item_id).with_for_update())
    if (item := load_items(work.session, [item_id]).get(item_id)) is None:
        raise ItemNotFoundError(item_id)
    if item.archived_at is not None:
        raise ArchivedError(name=item.name)
    work.known[item_id] = item
    return item


def record_update(work: Work, before: Stock, after: Stock, title: str) -> None:
    """Write a stock entry's change into the history."""
    work.record(
        Noun.STOCK,
        Operation.UPDATE,
        before.id,
        title=title,
        before=as_json(before),
        after=as_json(after),
        item_id=before.item_id,
    )
