"""Between rows and what they mean: reading rows into domain models, and models into the JSON of a change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from ..domain.attachments import Attachment, AttachmentKind
from ..domain.loans import Loan
from ..domain.models import Category, Change, Item, Location, LocationKind, Noun, Operation, Stock
from .schema import (
    AliasRow,
    AttachmentRow,
    BarcodeRow,
    CategoryRow,
    ItemCategoryRow,
    ItemLabelRow,
    ItemRow,
    LoanRow,
    LocationRow,
    StockRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

    from ..domain.models import Json
    from .schema import Base, ChangeRow

_LINKED: Final = {"aliases", "barcodes", "category_ids", "label_ids", "stock", "loans", "attachments"}
_DATES: Final = {"purchase_date", "warranty_until", "best_before", "lent_on", "due_on"}
_MOMENTS: Final = {"archived_at", "created_at", "missing_since", "updated_at"}
_DECIMALS: Final = {"quantity", "minimum_quantity", "purchase_price"}
_LISTS: Final = {"aliases", "barcodes", "category_ids", "label_ids"}
ITEM_COLUMNS: Final = tuple(field.name for field in fields(Item) if field.name not in _LINKED)
LOCATION_COLUMNS: Final = tuple(field.name for field in fields(Location))
STOCK_COLUMNS: Final = tuple(field.name for field in fields(Stock))
LOAN_COLUMNS: Final = tuple(field.name for field in fields(Loan))
ATTACHMENT_COLUMNS: Final = tuple(field.name for field in fields(Attachment))


def to_json(value: object) -> Json:
    """Return a value as a change keeps it: dates in ISO 8601, decimals as text, so that nothing is rounded."""
    match value:
        case date() | datetime():
            return value.isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case tuple() | list():
            return [to_json(entry) for entry in value]
        case _:
            return value  # type: ignore[return-value]


def from_json(values: Mapping[str, Json]) -> dict[str, Any]:
    """Return what a change kept as the values that rows take."""
    return {name: _value(name, value) for name, value in values.items()}


def _value(name: str, value: Any) -> Any:
    """Return one value as its row takes it."""
    if name in _LISTS:
        return tuple(value or ())
    if value is None:
        return None
    if name in _DATES:
        return date.fromisoformat(value)
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    return Decimal(value) if name in _DECIMALS else value


def stock_columns() -> Any:
    """Return the columns of a stock entry in the order of its fields."""
    return [getattr(StockRow, name) for name in STOCK_COLUMNS]


def to_location(row: LocationRow) -> Location:
    """Return the location that a row holds."""
    values = {name: getattr(row, name) for name in LOCATION_COLUMNS}
    return Location(**values | {"kind": LocationKind(row.kind)})


def to_category(row: CategoryRow) -> Category:
    """Return the category that a row holds."""
    return Category(id=row.id, name=row.name, parent_id=row.parent_id)


def to_stock(row: StockRow) -> Stock:
    """Return the stock entry that a row holds."""
    return Stock(**{name: getattr(row, name) for name in STOCK_COLUMNS})


def to_attachment(row: Row[Any]) -> Attachment:
    """Return the attachment that a row of its columns holds."""
    values = dict(zip(ATTACHMENT_COLUMNS, row, strict=True))
    return Attachment(**values | {"kind": AttachmentKind(row.kind)})


def to_change(row: ChangeRow | Row[Any]) -> Change:
    """Return the change that a row holds, read as an object or as plain columns."""
    return Change(
        sequence=row.sequence,
        kind=Noun(row.kind),
        operation=Operation(row.operation),
        id=row.record_id,
        title=row.title,
        item_id=row.subject_id if Noun(row.kind).is_of_item else None,
        before=row.before,
        after=row.after,
    )


def load_items(session: Session, item_ids: Sequence[str]) -> dict[str, Item]:
    """Return the items with these ids, in this order, with all that hangs on them; unknown ids are left out."""
    wanted = {"ids": list(item_ids)}
    run = session.connection().execute
    rows = {row.id: row for row in run(_SELECT_ITEMS, wanted)}
    aliases, barcodes, categories, labels = (_grouped(run(statement, wanted)) for statement in _SELECT_LINKS)
    stock, loans = load_stock(session, item_ids), _load_loans(session, item_ids)
    attachments = _load_attachments(session, item_ids)
    return {
        item_id: Item(
            **dict(zip(ITEM_COLUMNS, rows[item_id], strict=True)),
            aliases=tuple(aliases[item_id]),
            barcodes=tuple(barcodes[item_id]),
            category_ids=tuple(categories[item_id]),
            label_ids=tuple(labels[item_id]),
            stock=tuple(stock[item_id]),
            loans=tuple(loans[item_id]),
            attachments=tuple(attachments[item_id]),
        )
        for item_id in item_ids
        if item_id in rows
    }


def load_stock(session: Session, item_ids: Sequence[str]) -> Mapping[str, list[Stock]]:
    """Return where the items are, what was put down first coming first."""
    found: defaultdict[str, list[Stock]] = defaultdict(list)
    for row in session.connection().execute(_SELECT_STOCK, {"ids": list(item_ids)}):
        found[row.item_id].append(Stock(**dict(zip(STOCK_COLUMNS, row, strict=True))))
    return found


def _load_loans(session: Session, item_ids: Sequence[str]) -> Mapping[str, list[Loan]]:
    """Return who has something of the items, who got it first coming first."""
    found: defaultdict[str, list[Loan]] = defaultdict(list)
    for row in session.connection().execute(_SELECT_LOANS, {"ids": list(item_ids)}):
        found[row.item_id].append(Loan(**dict(zip(LOAN_COLUMNS, row, strict=True))))
    return found


def _load_attachments(session: Session, item_ids: Sequence[str]) -> Mapping[str, list[Attachment]]:
    """Return the photos, papers and links of the items, in order."""
    found: defaultdict[str, list[Attachment]] = defaultdict(list)
    for row in session.connection().execute(_SELECT_ATTACHMENTS, {"ids": list(item_ids)}):
        found[row.item_id].append(to_attachment(row))
    return found


def _grouped(pairs: Iterable[Any]) -> defaultdict[str, list[str]]:
    """Return the second values by the first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _select(row: type[Base], columns: Sequence[str], key: str, *order: str) -> Select[Any]:
    """Return a statement for rows of several ids. Built once: building it costs more than running it."""
    table = row.__table__.c
    statement = select(*(table[name] for name in columns)).where(table[key].in_(bindparam("ids", expanding=True)))
    return statement.order_by(*(table[name] for name in order))


_SELECT_ITEMS: Final = _select(ItemRow, ITEM_COLUMNS, "id")
_SELECT_STOCK: Final = _select(StockRow, STOCK_COLUMNS, "item_id", "item_id", "id")
_SELECT_LOANS: Final = _select(LoanRow, LOAN_COLUMNS, "item_id", "item_id", "id")
_SELECT_ATTACHMENTS: Final = _select(AttachmentRow, ATTACHMENT_COLUMNS, "item_id", "item_id", "position", "id")
_SELECT_LINKS: Final = (
    _select(AliasRow, ("item_id", "alias"), "item_id", "item_id", "position"),
    _select(BarcodeRow, ("item_id", "barcode"), "item_id", "item_id", "position"),
    _select(ItemCategoryRow, ("item_id", "category_id"), "item_id", "item_id", "category_id"),
    _select(ItemLabelRow, ("item_id", "label_id"), "item_id", "item_id", "label_id"),
)
