"""Lists and figures: which items fit a filter, and what they add up to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import case, exists, func, select

from ..domain.item_sort import ItemSort
from ..domain.models import Item, Page
from .records import load_items
from .schema import ItemRow, LocationRow, StockRow
from .wanted import select_items, total_quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from ..domain.models import ItemFilter

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""


def _filled(column: Any, *, down: bool = False) -> Callable[[], tuple[Any, ...]]:
    """Return an order by a column in which what is empty comes last, whichever way."""
    return lambda: (column.is_(None), column.desc() if down else column, ItemRow.id)


_ORDERS: Final[Mapping[ItemSort, Callable[[], tuple[Any, ...]]]] = {
    ItemSort.NAME: lambda: (ItemRow.name_key, ItemRow.id),
    ItemSort.NAME_DOWN: lambda: (ItemRow.name_key.desc(), ItemRow.id.desc()),
    ItemSort.CREATED: lambda: (ItemRow.id,),
    ItemSort.CREATED_DOWN: lambda: (ItemRow.id.desc(),),
    ItemSort.UPDATED: lambda: (ItemRow.updated_at, ItemRow.id),
    ItemSort.UPDATED_DOWN: lambda: (ItemRow.updated_at.desc(), ItemRow.id.desc()),
    ItemSort.QUANTITY: lambda: (total_quantity().desc(), ItemRow.name_key, ItemRow.id),
    ItemSort.QUANTITY_UP: lambda: (total_quantity(), ItemRow.name_key, ItemRow.id),
    ItemSort.WARRANTY: _filled(ItemRow.warranty_until),
    ItemSort.WARRANTY_DOWN: _filled(ItemRow.warranty_until, down=True),
    ItemSort.VALUE: _filled(ItemRow.purchase_price, down=True),
    ItemSort.VALUE_UP: _filled(ItemRow.purchase_price),
    ItemSort.PURCHASED: _filled(ItemRow.purchase_date),
    ItemSort.PURCHASED_DOWN: _filled(ItemRow.purchase_date, down=True),
    ItemSort.CODE: lambda: (ItemRow.code,),
    ItemSort.CODE_DOWN: lambda: (ItemRow.code.desc(),),
    ItemSort.MANUFACTURER: _filled(ItemRow.manufacturer),
    ItemSort.MANUFACTURER_DOWN: _filled(ItemRow.manufacturer, down=True),
    ItemSort.MODEL: _filled(ItemRow.model),
    ItemSort.MODEL_DOWN: _filled(ItemRow.model, down=True),
}


def list_items(session: Session, wanted: ItemFilter, *, sort: ItemSort, limit: int, offset: int) -> Page[Item]:
    """Return a page of the items that fit a filter."""
    statement = select_items(session, wanted)
    total = _count_at(session, wanted.location_ids) if wanted.is_place_alone else _count(session, statement)
    found = session.scalars(statement.order_by(*_ORDERS[sort]()).limit(limit).offset(offset)).all()
    return Page(tuple(load_items(session, found).values()), total)


def _count(session: Session, statement: Select[Any]) -> int:
    """Return how many rows a statement finds."""
    return session.scalar(select(func.count()).select_from(statement.subquery())) or 0


def _count_at(session: Session, location_ids: Collection[str] | None) -> int:
    """Return how many items in use are at some places.

    Asked item by item, the database looks at every item of the home. What is archived is little: it is subtracted.
    """
    here = StockRow.location_id.in_(location_ids or ())
    put_down = session.scalar(select(func.count(StockRow.item_id.distinct())).where(here)) or 0
    has_gone = select(ItemRow.id).where(
        ItemRow.archived_at.is_not(None), exists().where(StockRow.item_id == ItemRow.id, here)
    )
    return put_down - _count(session, has_gone)


def list_after(session: Session, last_id: str, limit: int) -> list[Item]:
    """Return the items, archived ones too, that come after one in the order of their ids."""
    after = select(ItemRow.id).where(ItemRow.id > last_id).order_by(ItemRow.id).limit(limit)
    return list(load_items(session, session.scalars(after).all()).values())


def load(session: Session, item_ids: Sequence[str]) -> list[Item]:
    """Return the items with these ids, in this order; unknown ids are left out."""
    return list(load_items(session, item_ids).values())


def keep_fitting(session: Session, item_ids: Sequence[str], wanted: ItemFilter) -> list[str]:
    """Return those of the given items that fit a filter, in the order given.

    They come from the search index, which has looked at their state, places, categories and labels.
    """
    if not wanted.is_sifted:
        return list(item_ids)
    fitting: set[str] = set()
    statement = select_items(session, replace(wanted, location_ids=None, category_ids=None, label_ids=()))
    for start in range(0, len(item_ids), _CHUNK):
        fitting.update(session.scalars(statement.where(ItemRow.id.in_(item_ids[start : start + _CHUNK]))))
    return [item_id for item_id in item_ids if item_id in fitting]


def sort_items(session: Session, item_ids: Sequence[str], sort: ItemSort) -> list[str]:
    """Return the given items in an order of the database's."""
    if len(item_ids) <= _CHUNK:
        return list(session.scalars(select(ItemRow.id).where(ItemRow.id.in_(item_ids)).order_by(*_ORDERS[sort]())))
    wanted = set(item_ids)
    return [found for found in session.scalars(select(ItemRow.id).order_by(*_ORDERS[sort]())) if found in wanted]


def in_use() -> ColumnElement[bool]:
    """Return whether an item is in use, put so that no index serves it.

    Nearly all are: an index of archived ones picks the whole table, and SQLite, which keeps no statistics here, prefers it
    to the index of the date that really narrows things down.
    """
    return case((ItemRow.archived_at.is_(None), 1), else_=0) == 1


def list_promoted(session: Session) -> list[Item]:
    """Return the items that have a device of their own."""
    wanted = select(ItemRow.id).where(ItemRow.promoted.is_(True), ItemRow.archived_at.is_(None)).order_by(ItemRow.id)
    return list(load_items(session, session.scalars(wanted).all()).values())


def list_warranties(session: Session, first: date, last: date, limit: int = 1000) -> list[Item]:
    """Return the items in use whose warranty ends from one day to another, both included; the earliest first."""
    wanted = (
        select(ItemRow.id)
        .where(in_use(), ItemRow.warranty_until.between(first, last))
        .where(ItemRow.lifetime_warranty.is_(False))
        .order_by(ItemRow.warranty_until, ItemRow.name_key, ItemRow.id)
        .limit(limit)
    )
    return list(load_items(session, session.scalars(wanted).all()).values())


def list_best_before(session: Session, first: date, last: date, limit: int = 1000) -> list[Item]:
    """Return the items in use of which a lot is best before a day of this time."""
    wanted = (
        select(StockRow.item_id)
        .join(ItemRow, ItemRow.id == StockRow.item_id)
        .where(in_use(), StockRow.best_before.between(first, last))
        .where(StockRow.quantity > Decimal(0))
        .order_by(StockRow.best_before, StockRow.item_id)
        .limit(limit)
    )
    return list(load_items(session, list(dict.fromkeys(session.scalars(wanted)))).values())


def count_records(session: Session) -> dict[str, int]:
    """Return how many items and locations in use there are."""
    rows: dict[str, type[ItemRow | LocationRow]] = {"items": ItemRow, "locations": LocationRow}
    return {
        name: session.scalar(select(func.count()).select_from(row).where(row.archived_at.is_(None))) or 0
        for name, row in rows.items()
    }


def list_fitting(
    session: Session, item_ids: Sequence[str], wanted: ItemFilter, *, sort: ItemSort, limit: int, offset: int
) -> tuple[list[Item], int]:
    """Return a page of those of the given items that fit a filter, and how many fit."""
    fitting = keep_fitting(session, item_ids, wanted)
    if sort is not ItemSort.RELEVANCE:
        fitting = sort_items(session, fitting, sort)
    return list(load_items(session, fitting[offset : offset + limit]).values()), len(fitting)


def list_ids(session: Session, wanted: ItemFilter, sort: ItemSort) -> list[str]:
    """Return the ids of all items that fit a filter, in an order."""
    return list(session.scalars(select_items(session, wanted).order_by(*_ORDERS[sort]())))


def list_fitting_ids(session: Session, item_ids: Sequence[str], wanted: ItemFilter, sort: ItemSort) -> list[str]:
    """Return the ids of those of the given items that fit a filter, in an order; by relevance in the one given."""
    fitting = keep_fitting(session, item_ids, wanted)
    return fitting if sort is ItemSort.RELEVANCE else sort_items(session, fitting, sort)


def list_custom_names(session: Session, item_ids: Sequence[str] | None = None) -> list[str]:
    """Return the names of the fields of the household's own that some items have, or that any item in use has."""
    names: set[str] = set()
    if item_ids is None:
        for custom in session.scalars(select(ItemRow.custom).where(ItemRow.archived_at.is_(None))):
            names.update(custom or ())
    for start in range(0, len(item_ids or ()), _CHUNK):
        chosen = ItemRow.id.in_((item_ids or ())[start : start + _CHUNK])
        for custom in session.scalars(select(ItemRow.custom).where(chosen)):
            names.update(custom or ())
    return sorted(names, key=lambda name: (name.casefold(), name))
