"""Whether something fits: capacities and slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from ..domain.errors import ArchivedError, LocationFullError, LocationNotFoundError, SlotTakenError
from ..domain.models import LocationKind
from .schema import ItemRow, LocationRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

    from .work import Work

_LOCATIONS: Final = LocationRow.__table__.c
_SELECT_ROOM: Final = select(
    *(_LOCATIONS.id, _LOCATIONS.name, _LOCATIONS.kind, _LOCATIONS.capacity, _LOCATIONS.archived_at),
    _LOCATIONS.parent_id,
).where(_LOCATIONS.id == bindparam("id"))


def check_room(work: Work, location_id: str | None, item_id: str) -> None:
    """Raise when an item can't be put at a location: it is archived, full, or a slot that is taken."""
    if location_id is None:
        return
    row = work.connection.execute(_SELECT_ROOM, {"id": location_id}).first()
    if row is None:
        raise LocationNotFoundError(location_id)
    if row.archived_at is not None:
        raise ArchivedError(name=row.name)
    if row.kind == LocationKind.SLOT:
        _check_slot(work.session, row, item_id)
    elif row.capacity is not None:
        _check_capacity(work.session, row, item_id)


def select_room() -> Select[Any]:
    """Return the statement for what of a place decides whether something fits; it takes `id`."""
    return _SELECT_ROOM


def get_row(session: Session, location_id: str) -> LocationRow:
    """Return a location's row or raise LocationNotFoundError."""
    if (row := session.get(LocationRow, location_id)) is None:
        raise LocationNotFoundError(location_id)
    return row


def location_names(session: Session, location_ids: Iterable[str]) -> list[str]:
    """Return the names of locations."""
    return list(session.scalars(select(LocationRow.name).where(LocationRow.id.in_(list(location_ids)))))


def things_in(session: Session, location_id: str) -> int:
    """Return how many things are directly in a location: items there or in its slots, and locations that are no slots."""
    items = session.scalar(select(func.count()).select_from(items_in(location_id).subquery())) or 0
    locations = select(func.count()).where(
        LocationRow.parent_id == location_id,
        LocationRow.kind != LocationKind.SLOT,
        LocationRow.archived_at.is_(None),
    )
    return items + (session.scalar(locations) or 0)


def check_capacity_for_location(session: Session, parent_id: str | None) -> None:
    """Raise when one location more does not fit."""
    if parent_id is None:
        return
    row = get_row(session, parent_id)
    if row.capacity is not None and things_in(session, row.id) >= row.capacity:
        raise LocationFullError(location=row.name, capacity=row.capacity)


def _check_slot(session: Session, row: Row[Any], item_id: str) -> None:
    """Raise when the slot holds another item, or what it is in is full without it."""
    other = session.scalar(
        select(ItemRow.name)
        .join(StockRow, StockRow.item_id == ItemRow.id)
        .where(StockRow.location_id == row.id, ItemRow.id != item_id, ItemRow.archived_at.is_(None))
        .limit(1)
    )
    if other is not None:
        raise SlotTakenError(slot=row.name, item=other)
    box = session.connection().execute(_SELECT_ROOM, {"id": row.parent_id}).first()
    if box is not None and box.capacity is not None:
        _check_capacity(session, box, item_id)


def _check_capacity(session: Session, row: Row[Any], item_id: str) -> None:
    """Raise when the location is full, unless the item is in it already."""
    if things_in(session, row.id) < row.capacity:
        return
    if session.scalar(items_in(row.id).where(StockRow.item_id == item_id).limit(1)) is None:
        raise LocationFullError(location=row.name, capacity=row.capacity)


def items_in(location_id: str) -> Select[tuple[str]]:
    """Return the items in use that are directly in a location or in its slots."""
    slots = select(LocationRow.id).where(LocationRow.parent_id == location_id, LocationRow.kind == LocationKind.SLOT)
    return (
        select(StockRow.item_id)
        .join(ItemRow, ItemRow.id == StockRow.item_id)
        .where(
            (StockRow.location_id == location_id) | StockRow.location_id.in_(slots),
            ItemRow.archived_at.is_(None),
        )
        .distinct()
    )
