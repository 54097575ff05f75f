"""Between rows and what they mean: reading rows into domain models, and models into the JSON of a change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from ..domain.models import Category, Item, Location, LocationKind, Stock
from .schema import BarcodeRow, CategoryRow, ItemCategoryRow, ItemLabelRow, ItemRow, LocationRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.models import Json

_LINKED: Final = {"barcodes", "category_ids", "label_ids", "stock"}
ITEM_COLUMNS: Final = tuple(field.name for field in fields(Item) if field.name not in _LINKED)
LOCATION_COLUMNS: Final = tuple(field.name for field in fields(Location))
STOCK_COLUMNS: Final = tuple(field.name for field in fields(Stock))


def to_json(value: object) -> Json:
    """Return a value as a change keeps it: dates in ISO 8601, decimals as text, so that nothing is rounded."""
    match value:
        case date() | datetime():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case tuple() | list():
            return [to_json(entry) for entry in value]
        case _:
            return value  # type: ignore[return-value]


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


def load_items(session: Session, item_ids: Sequence[str]) -> dict[str, Item]:
    """Return the items with these ids, in this order, with all that hangs on them; unknown ids are left out."""
    columns = [getattr(ItemRow, name) for name in ITEM_COLUMNS]
    rows = {row.id: row for row in session.execute(select(*columns).where(ItemRow.id.in_(item_ids)))}
    barcodes = _grouped(
        session.execute(
            select(BarcodeRow.item_id, BarcodeRow.barcode)
            .where(BarcodeRow.item_id.in_(item_ids))
            .order_by(BarcodeRow.item_id, BarcodeRow.position)
        )
    )
    categories = _grouped(
        session.execute(
            select(ItemCategoryRow.item_id, ItemCategoryRow.category_id)
            .where(ItemCategoryRow.item_id.in_(item_ids))
            .order_by(ItemCategoryRow.item_id, ItemCategoryRow.category_id)
        )
    )
    labels = _grouped(
        session.execute(
            select(ItemLabelRow.item_id, ItemLabelRow.label_id)
            .where(ItemLabelRow.item_id.in_(item_ids))
            .order_by(ItemLabelRow.item_id, ItemLabelRow.label_id)
        )
    )
    stock = load_stock(session, item_ids)
    return {
        item_id: Item(
            **dict(zip(ITEM_COLUMNS, rows[item_id], strict=True)),
            barcodes=tuple(barcodes[item_id]),
            category_ids=tuple(categories[item_id]),
            label_ids=tuple(labels[item_id]),
            stock=tuple(stock[item_id]),
        )
        for item_id in item_ids
        if item_id in rows
    }


def load_stock(session: Session, item_ids: Sequence[str]) -> Mapping[str, list[Stock]]:
    """Return where the items are, what was put down first coming first."""
    found: defaultdict[str, list[Stock]] = defaultdict(list)
    wanted = (
        select(*stock_columns()).where(StockRow.item_id.in_(item_ids)).order_by(StockRow.item_id, StockRow.id)
    )
    for row in session.execute(wanted):
        found[row.item_id].append(Stock(**dict(zip(STOCK_COLUMNS, row, strict=True))))
    return found


def _grouped(pairs: Iterable[Any]) -> defaultdict[str, list[str]]:
    """Return the second values by the first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
