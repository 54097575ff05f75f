"""Undoing a batch: its changes are inverted from last to first, if nothing later stands in the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import batched, groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select

from ..domain.errors import AlreadyUndoneError, UndoConflictError, UnresolvedReferenceError
from ..domain.models import Change, Noun, Operation, Stock
from . import attachments, categories, devices, items, loans, locations, rooms, stock, surroundings
from .history import get_batch
from .records import LOCATION_COLUMNS, from_json, load_items, to_json, to_location, to_stock
from .schema import AttachmentRow, CategoryRow, ItemCategoryRow, LoanRow, LocationRow, StockRow
from .undo_additions import added_items, take_back
from .undo_checks import EMPTY, changed_fields, item_json
from .undo_items import undo_together

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..domain.models import Json
    from .work import Work

_TOGETHER: Final = 500
_INVERSE: Final = {
    Operation.CREATE: Operation.DELETE,
    Operation.DELETE: Operation.CREATE,
    Operation.ARCHIVE: Operation.RESTORE,
    Operation.RESTORE: Operation.ARCHIVE,
    Operation.UPDATE: Operation.UPDATE,
}


def undo(work: Work, batch_id: str) -> int:
    """Undo a batch; return how many changes were inverted.

    Raises AlreadyUndoneError, UndoConflictError when a record is no longer as the batch left it, and
    AdminRequiredError when it would delete again what an administrator had deleted.
    """
    batch = get_batch(work.session, batch_id)
    if batch.undone_by is not None:
        raise AlreadyUndoneError(batch=batch_id)
    if batch.undoes is not None and any(_is_revival(change) for change in batch.changes):
        work.actor.require_admin()  # what was deleted for good came back, and would be deleted for good again
    work.undoes = batch_id
    added = added_items(batch.changes)
    take_back(work, added)
    newest_first = batch.changes[::-1]
    for change in newest_first:
        if change.item_id in added:
            _record_inverse(work, change)
    left = [change for change in newest_first if change.item_id not in added]
    for is_of_item, run in groupby(left, key=lambda change: change.kind.is_of_item):
        _invert_run(work, list(run), is_of_item=is_of_item)
    work.session.flush()
    touched = dict.fromkeys(change.item_id for change in left if change.item_id)
    for some in batched(touched, _TOGETHER, strict=False):
        for item in load_items(work.session, some).values():
            items.check_item(item)  # what was changed since may not go together with what is back
    return len(batch.changes)


def _is_revival(change: Change) -> bool:
    """Return whether something that only an administrator deletes is there again by this."""
    return change.operation is Operation.CREATE and change.kind in (Noun.ITEM, Noun.LOCATION)


def _invert_run(work: Work, run: Sequence[Change], *, is_of_item: bool) -> None:
    """Invert changes that follow each other: those of items together as far as that can be, all others one by one."""
    together = undo_together(work, run) if is_of_item else []
    for change in together:
        _record_inverse(work, change)
    done = {change.item_id for change in together}
    for change in run:
        if change.item_id is None or change.item_id not in done:
            _invert(work, change)


def _invert(work: Work, change: Change) -> None:
    """Check that a record is as the change left it, and bring it back to what it was before."""
    current = _READERS[change.kind](work, change.id)
    before, changed = change.before or {}, changed_fields(change, current)
    try:
        _WRITERS[change.kind](work, change, from_json({name: before.get(name) for name in changed}) if before else {})
    except UnresolvedReferenceError as err:  # a place or category that it hung on is gone for good
        raise UndoConflictError(title=change.title) from err
    _record_inverse(work, change)


def _record_inverse(work: Work, change: Change) -> None:
    """Write the line of history of a change that was inverted."""
    work.record(
        change.kind,
        _INVERSE[change.operation],
        change.id,
        title=change.title,
        before=change.after,
        after=change.before,
        item_id=change.item_id,
    )


def _read_item(work: Work, item_id: str) -> dict[str, Json] | None:
    work.session.flush()
    if (item := load_items(work.session, [item_id]).get(item_id)) is None:
        return None
    return item_json(item)


def _read_stock(work: Work, entry_id: str) -> dict[str, Json] | None:
    found = select(StockRow).where(StockRow.id == entry_id).execution_options(populate_existing=True)
    row = work.session.scalar(found)
    return None if row is None else stock.as_json(to_stock(row))


def _read_location(work: Work, location_id: str) -> dict[str, Json] | None:
    row = work.session.get(LocationRow, location_id)
    return None if row is None else {name: to_json(getattr(to_location(row), name)) for name in LOCATION_COLUMNS}


def _read_category(work: Work, category_id: str) -> dict[str, Json] | None:
    row = work.session.get(CategoryRow, category_id)
    return None if row is None else {"id": row.id, "name": row.name, "parent_id": row.parent_id}


def _write_item(work: Work, change: Change, before: dict[str, Any]) -> None:
    categories.require_categories(work, before.get("category_ids", ()))
    if change.operation is Operation.CREATE:
        tied = (select(row.id).where(row.item_id == change.id).limit(1) for row in (StockRow, LoanRow, AttachmentRow))
        in_use = any(work.session.scalar(statement) is not None for statement in tied)
        if in_use or devices.is_item_linked(work.session, change.id):
            raise UndoConflictError(title=change.title)
        items.erase_items(work.session, [change.id])
    elif change.operation is Operation.DELETE:
        items.revive_item(work, before)
    else:
        values = {name: EMPTY.get(name) if value is None else value for name, value in before.items()}
        items.write_fields(work, change.id, values)
        if change.operation is Operation.ARCHIVE:
            work.session.flush()
            stock.check_room_for(work, items.get_item(work.session, change.id))


def _write_stock(work: Work, change: Change, before: dict[str, Any]) -> None:
    if change.operation is Operation.CREATE:
        work.session.execute(delete(StockRow).where(StockRow.id == change.id))
        return
    if change.operation is Operation.DELETE:
        entry = Stock(id=change.id, item_id=change.item_id or "", **before)
        _check_room(work, entry, change)
        stock.insert_entry(work, entry)
        return
    entry = replace(to_stock(work.session.get_one(StockRow, change.id)), **before)
    if "location_id" in before:
        _check_room(work, entry, change)
    stock.write_entry(work, entry)


def _check_room(work: Work, entry: Stock, change: Change) -> None:
    """Refuse to put an item back to where there is some of it again, or where there is no room any more.

    An item that is archived takes no room.
    """
    key = stock.place_key(entry.location_id, entry.best_before, entry.lot)
    same = select(StockRow.id).where(StockRow.item_id == entry.item_id, StockRow.place_key == key)
    if work.session.scalar(same.where(StockRow.id != entry.id)) is not None:
        raise UndoConflictError(title=change.title)
    if items.get_item(work.session, entry.item_id).archived_at is None:
        rooms.check_room(work, entry.location_id, entry.item_id)
    elif entry.location_id is not None:
        rooms.get_row(work.session, entry.location_id)


def _write_location(work: Work, change: Change, before: dict[str, Any]) -> None:
    if change.operation is Operation.CREATE:
        row = work.session.get_one(LocationRow, change.id)
        if surroundings.is_used(work.session, row):
            raise UndoConflictError(title=change.title)
        surroundings.check_last_site(work.session, row)
        work.session.delete(row)
        work.session.flush()
    elif change.operation is Operation.DELETE:
        locations.revive_location(work, before)
    else:
        locations.revert_location(work, change.id, before)


def _write_category(work: Work, change: Change, before: dict[str, Any]) -> None:
    if change.operation is Operation.CREATE:
        used = select(ItemCategoryRow.item_id).where(ItemCategoryRow.category_id == change.id).limit(1)
        below = select(CategoryRow.id).where(CategoryRow.parent_id == change.id).limit(1)
        if work.session.scalar(used) is not None or work.session.scalar(below) is not None:
            raise UndoConflictError(title=change.title)
        categories.delete_category(work, change.id)
    elif change.operation is Operation.DELETE:
        categories.insert_category(work, before)
    else:
        categories.write_category(work, change.id, before)


def _write_device(work: Work, change: Change, before: dict[str, Any]) -> None:
    devices.revert(work, change, before.keys())


_READERS: Final[Mapping[Noun, Callable[[Work, str], dict[str, Json] | None]]] = {
    Noun.ITEM: _read_item,
    Noun.STOCK: _read_stock,
    Noun.LOAN: loans.read_json,
    Noun.ATTACHMENT: attachments.read_json,
    Noun.LOCATION: _read_location,
    Noun.CATEGORY: _read_category,
    Noun.DEVICE: devices.read_json,
}
_WRITERS: Final[Mapping[Noun, Callable[[Work, Change, dict[str, Any]], None]]] = {
    Noun.ITEM: _write_item,
    Noun.STOCK: _write_stock,
    Noun.LOAN: loans.revert,
    Noun.ATTACHMENT: attachments.revert,
    Noun.LOCATION: _write_location,
    Noun.CATEGORY: _write_category,
    Noun.DEVICE: _write_device,
}
