"""The shapes that faces give out: JSON for websocket, actions and LLM tools. docs/api.md describes them."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from . import loan_shapes, shapes, store_shapes
from .domain.models import Noun

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from .domain.loans import Borrower, Loan
    from .domain.models import Batch, Change, Item, Json, Notice, Stock
    from .domain.recovery import Recovery, StoreStatus
    from .inventory import Inventory
    from .manager.categories import Branch
    from .manager.codes import Named
    from .manager.items import Found
    from .manager.locations import Place
    from .manager.store import Snapshot
    from .queries import Chip

type View = dict[str, Any]
"""The answer of a command: shapes by their name."""

MOST_CHANGES_IN_NOTICE: Final = 12
"""Keeps a notice below 2 KB."""


@overload
def number(value: Decimal) -> float: ...
@overload
def number(value: None) -> None: ...
def number(value: Decimal | None) -> float | None:
    """Return a decimal as a JSON number, without a point where it is whole."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def item_view(inventory: Inventory, item: Item) -> shapes.Item:
    """Return an item as docs/api.md describes it."""
    return shapes.Item(
        id=item.id,
        code=item.code,
        name=item.name,
        description=item.description,
        quantity=number(item.quantity),
        unit=item.unit,
        minimum_quantity=number(item.minimum_quantity),
        low_stock=item.low_stock,
        locations=[_stock_view(inventory, entry) for entry in item.stock],
        lent_quantity=number(item.lent_quantity),
        loans=[_loan_view(loan, inventory.today) for loan in item.loans],
        photo=None if item.picture is None else item.picture.id,
        categories=[
            shapes.CategoryPath(id=category_id, path=inventory.categories.path(category_id))
            for category_id in item.category_ids
        ],
        labels=list(item.label_ids),
        manufacturer=item.manufacturer,
        model=item.model,
        serial_number=item.serial_number,
        aliases=list(item.aliases),
        barcodes=list(item.barcodes),
        purchase_date=_maybe(date.isoformat, item.purchase_date),
        purchase_price=number(item.purchase_price),
        currency=item.currency,
        vendor=item.vendor,
        vendor_url=item.vendor_url,
        warranty_until=_maybe(date.isoformat, item.warranty_until),
        lifetime_warranty=item.lifetime_warranty,
        warranty_notes=item.warranty_notes,
        notes=item.notes,
        custom=dict(item.custom),
        promoted=item.promoted,
        archived=item.archived_at is not None,
        created_at=item.created_at.isoformat(),
        updated_at=item.updated_at.isoformat(),
    )


def found_view(inventory: Inventory, found: Found) -> shapes.FoundItem:
    """Return an item of a list; with its score if it was searched for."""
    return shapes.FoundItem(**item_view(inventory, found.item), score=found.score)


def chip_view(chip: Chip) -> shapes.Chip:
    """Return a part of a question that was understood."""
    return shapes.Chip(
        kind=chip.kind,
        key=chip.key,
        placeholders=dict(chip.placeholders),
        text=chip.text,
        start=chip.start,
        end=chip.end,
    )


def place_view(place: Place) -> shapes.Location:
    """Return a location as docs/api.md describes it."""
    location = place.location
    return shapes.Location(
        id=location.id,
        code=location.code,
        name=location.name,
        path=place.path,
        parent_id=location.parent_id,
        kind=location.kind,
        capacity=location.capacity,
        area_id=location.area_id,
        floor_id=location.floor_id,
        description=location.description,
        item_count=place.item_count,
        child_count=place.child_count,
        archived=location.archived_at is not None,
        created_at=location.created_at.isoformat(),
        updated_at=location.updated_at.isoformat(),
    )


def named_view(inventory: Inventory, named: Named) -> shapes.NamedThing:
    """Return what a label, a barcode or a name stands for, as docs/api.md describes it."""
    return shapes.NamedThing(
        kind=_kind_of(named),
        item=_maybe(partial(item_view, inventory), named.item),
        location=_maybe(place_view, named.place),
        items=[item_view(inventory, item) for item in named.items],
        code=named.scanned.code,
        barcode=named.scanned.barcode,
    )


def _kind_of(named: Named) -> Literal["item", "location", "items", "barcode", "unknown"]:
    """Return what to do first with what was found."""
    if named.item is not None:
        return "item"
    if named.place is not None:
        return "location"
    if named.items:
        return "items"
    return "barcode" if named.scanned.is_barcode else "unknown"


def branch_view(branch: Branch) -> shapes.Category:
    """Return a category as docs/api.md describes it."""
    category = branch.category
    return shapes.Category(
        id=category.id,
        name=category.name,
        path=branch.path,
        parent_id=category.parent_id,
        item_count=branch.item_count,
    )


def batch_view(inventory: Inventory, batch: Batch) -> shapes.Batch:
    """Return a batch as docs/api.md describes it."""
    return shapes.Batch(
        batch=batch.id,
        at=batch.at.isoformat(),
        user_id=batch.user_id,
        source=batch.source,
        undoes=batch.undoes,
        undone_by=batch.undone_by,
        changes=[_change_view(inventory, change) for change in batch.changes],
    )


def notice_view(notice: Notice) -> shapes.Notice:
    """Return what subscribers are told: which records, never what is in them."""
    batch = notice.batch
    records = {(change.kind, change.id): change for change in batch.changes}
    named = [
        shapes.NoticeChange(kind=change.kind, operation=change.operation, id=change.id, item_id=change.item_id)
        for change in list(records.values())[:MOST_CHANGES_IN_NOTICE]
    ]
    return shapes.Notice(
        batch=batch.id,
        sequence=batch.changes[-1].sequence,
        user_id=batch.user_id,
        source=batch.source,
        count=len(batch.changes),
        changes=named,
        truncated=len(records) > len(named),
    )


def replaced_view() -> shapes.Notice:
    """Return what subscribers are told when everything is another inventory: it may be about any record."""
    return shapes.Notice(batch="", sequence=0, user_id=None, source="system", count=0, changes=[], truncated=True)


def store_view(status: StoreStatus) -> store_shapes.StoreInfo:
    """Return how the store is doing as docs/api.md describes it."""
    return store_shapes.StoreInfo(
        store_id=status.store_id,
        generation=status.generation,
        sequence=status.sequence,
        database=status.database,
        database_bytes=status.database_bytes,
        journal_bytes=status.journal_bytes,
        snapshots=status.snapshots,
        snapshot_at=_maybe(datetime.isoformat, status.snapshot_at),
        backup_since=_maybe(datetime.isoformat, status.backup_since),
        waiting=status.waiting if status.backup_since else 0,  # else their turn comes at once
        recovery=_maybe(_recovery_view, status.recovery),
    )


def snapshot_view(snapshot: Snapshot) -> store_shapes.Snapshot:
    """Return a snapshot as docs/api.md describes it."""
    return store_shapes.Snapshot(path=snapshot.path, bytes=snapshot.bytes, sequence=snapshot.sequence)


def _recovery_view(recovery: Recovery) -> store_shapes.StoreRecovery:
    """Return what had to be done to the store."""
    return store_shapes.StoreRecovery(
        kind=recovery.kind,
        at=recovery.at.isoformat(),
        items=recovery.items,
        locations=recovery.locations,
        changes=recovery.changes,
        unreadable=recovery.unreadable,
        kept_in=recovery.kept_in,
    )


def _maybe[T, R](convert: Callable[[T], R], value: T | None) -> R | None:
    """Return a value in another form, None staying None."""
    return None if value is None else convert(value)


def _stock_view(inventory: Inventory, entry: Stock) -> shapes.StockEntry:
    """Return where a part of an item is."""
    return shapes.StockEntry(
        id=entry.location_id,
        path=inventory.locations.path(entry.location_id),
        quantity=number(entry.quantity),
        best_before=_maybe(date.isoformat, entry.best_before),
        lot=entry.lot,
    )


def _loan_view(loan: Loan, today: date) -> loan_shapes.Loan:
    """Return who has what of an item."""
    return loan_shapes.Loan(
        id=loan.id,
        borrower=loan.borrower,
        quantity=number(loan.quantity),
        lent_on=loan.lent_on.isoformat(),
        due_on=_maybe(date.isoformat, loan.due_on),
        overdue=loan.is_overdue(today),
        note=loan.note,
    )


def borrower_view(borrower: Borrower) -> loan_shapes.Borrower:
    """Return somebody who has something."""
    return loan_shapes.Borrower(name=borrower.name, items=borrower.items)


def _change_view(inventory: Inventory, change: Change) -> shapes.Change:
    """Return one line of history; places are named as they are called today."""
    return shapes.Change(
        sequence=change.sequence,
        kind=change.kind,
        operation=change.operation,
        id=change.id,
        item_id=change.item_id,
        title=change.title,
        before=_with_paths(inventory, change.kind, change.before),
        after=_with_paths(inventory, change.kind, change.after),
    )


def _with_paths(inventory: Inventory, kind: Noun, values: dict[str, Json] | None) -> View | None:
    """Add the path of the place that a change names by its id."""
    key = {Noun.STOCK: "location_id", Noun.LOCATION: "parent_id"}.get(kind)
    if values is None or key not in values:
        return values
    location_id = values[key]
    return values | {"location": inventory.locations.path(location_id if isinstance(location_id, str) else None)}
