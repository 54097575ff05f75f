"""From a filter to the statement that selects what fits it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, bindparam, exists, func, not_, or_, select

from ..domain.text import name_key
from .schema import ItemCategoryRow, ItemLabelRow, ItemRow, LoanRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from ..domain.filters import Range
    from ..domain.models import ItemFilter

type _Name = InstrumentedAttribute[str | None]


def select_items(session: Session, wanted: ItemFilter) -> Select[Any]:
    """Return the ids of the items that fit a filter."""
    conditions = [
        *_by_group(wanted),
        *_by_warranty(wanted),
        *_by_amount(wanted),
        *_by_name(session, wanted),
        *_by_loan(wanted),
    ]
    return select(ItemRow.id).where(*conditions)


def total_quantity() -> Any:
    """Return the quantity of an item at all places, as a column."""
    total = select(func.coalesce(func.sum(StockRow.quantity), 0)).where(StockRow.item_id == ItemRow.id)
    return total.correlate(ItemRow).scalar_subquery()


def is_low() -> ColumnElement[bool]:
    """Return whether there is less of an item than its minimum."""
    return and_(ItemRow.minimum_quantity.is_not(None), total_quantity() < ItemRow.minimum_quantity)


def list_makers_and_vendors(session: Session) -> tuple[list[str], list[str]]:
    """Return every maker and every vendor that an item names, each spelling once. Looks at all items, once for both."""
    rows = session.execute(select(ItemRow.manufacturer, ItemRow.vendor).distinct()).all()
    makers, vendors = (dict.fromkeys(name for row in rows if (name := row[place])) for place in range(2))
    return list(makers), list(vendors)


def list_names(session: Session, column: _Name) -> list[str]:
    """Return every name that stands in a column of the items, each spelling once."""
    names = select(column).where(column.is_not(None)).distinct()
    return [name for name in session.scalars(names) if name]


def _by_group(wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about state, place, categories and labels.

    What is at a place is looked up once: asked item by item, a database that knows nothing of its tables yet goes through
    all that is there each time.
    """
    yield ItemRow.archived_at.is_not(None) if wanted.archived else ItemRow.archived_at.is_(None)
    if wanted.promoted is not None:
        yield ItemRow.promoted.is_(wanted.promoted)
    if wanted.location_ids is not None:
        yield ItemRow.id.in_(select(StockRow.item_id).where(StockRow.location_id.in_(wanted.location_ids)))
    if wanted.unplaced:
        yield or_(_has_stock(StockRow.location_id.is_(None)), not_(_has_stock()))
    if wanted.category_ids is not None:
        in_categories = select(ItemCategoryRow.item_id).where(ItemCategoryRow.category_id.in_(wanted.category_ids))
        yield ItemRow.id.in_(in_categories)
    if wanted.item_ids is not None:
        # Written into the statement: there may be more than the values that a statement takes. Ids are letters and digits.
        ids: Any = bindparam("item_ids", sorted(wanted.item_ids), expanding=True, literal_execute=True)
        yield ItemRow.id.in_(ids)
    for label_id in wanted.label_ids:
        yield ItemRow.id.in_(select(ItemLabelRow.item_id).where(ItemLabelRow.label_id == label_id))


def _by_warranty(wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about the warranty; one for life has no end."""
    is_limited = ItemRow.lifetime_warranty.is_(False)
    if wanted.no_warranty:
        yield and_(is_limited, ItemRow.warranty_until.is_(None))
    if wanted.covered_on is not None:
        yield or_(ItemRow.lifetime_warranty.is_(True), ItemRow.warranty_until >= wanted.covered_on)
    if wanted.warranty is not None:
        yield and_(is_limited, ItemRow.warranty_until.is_not(None), *_within(ItemRow.warranty_until, wanted.warranty))


def _by_amount(wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about stock, price and dates."""
    if wanted.low_stock:
        yield is_low()
    if wanted.quantity is not None:
        yield from _between(total_quantity(), wanted.quantity)
    if wanted.best_before is not None:
        days = _within(StockRow.best_before, wanted.best_before)
        yield _has_stock(StockRow.quantity > Decimal(0), StockRow.best_before.is_not(None), *days)
    if wanted.price is not None:
        yield ItemRow.purchase_price.is_not(None)
        yield from _between(ItemRow.purchase_price, wanted.price)
        if wanted.currency is not None:
            yield or_(ItemRow.currency == wanted.currency, ItemRow.currency.is_(None))
    if wanted.purchase_date is not None:
        yield and_(ItemRow.purchase_date.is_not(None), *_within(ItemRow.purchase_date, wanted.purchase_date))
    if wanted.added is not None:
        if wanted.added.low is not None:
            yield ItemRow.created_at >= wanted.added.low
        if wanted.added.high is not None:
            yield ItemRow.created_at < wanted.added.high


def _by_name(session: Session, wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about maker and vendor.

    No database compares as `name_key` does, and such names have no key of their own: the spellings are looked up first.
    """
    for column, name in ((ItemRow.manufacturer, wanted.manufacturer), (ItemRow.vendor, wanted.vendor)):
        if name is not None:
            key = name_key(name)
            yield column.in_([known for known in list_names(session, column) if name_key(known) == key])


def _by_loan(wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about loans; there are few of them, so that they are looked up once."""
    if wanted.lent is not None:
        is_lent = ItemRow.id.in_(select(LoanRow.item_id))
        yield is_lent if wanted.lent else not_(is_lent)
    if wanted.borrower is not None:
        yield ItemRow.id.in_(select(LoanRow.item_id).where(LoanRow.borrower_key == name_key(wanted.borrower)[:255]))
    if wanted.overdue_on is not None:
        yield ItemRow.id.in_(select(LoanRow.item_id).where(LoanRow.due_on < wanted.overdue_on))


def _has_stock(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return whether there is an entry of stock of which all of this is true."""
    return exists().where(StockRow.item_id == ItemRow.id, *conditions)


def _within(column: Any, days: Range[Any]) -> Iterator[ColumnElement[bool]]:
    """Return whether a column is in a range whose ends belong to it."""
    if days.low is not None:
        yield column >= days.low
    if days.high is not None:
        yield column <= days.high


def _between(column: Any, numbers: Range[Any]) -> Iterator[ColumnElement[bool]]:
    """Return whether a column is in a range whose ends do not belong to it."""
    if numbers.low is not None:
        yield column > numbers.low
    if numbers.high is not None:
        yield column < numbers.high
