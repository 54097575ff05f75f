"""What a location has to fit: its parent, its neighbours, what is inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ..domain.errors import ArchivedError, LastSiteError, LocationCycleError, NameTakenError, SlotInvalidError
from ..domain.models import Location, LocationKind
from ..domain.text import name_key
from . import rooms
from .devices import is_anything_at
from .schema import LocationRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def check_place(session: Session, values: Mapping[str, Any]) -> None:
    """Check a location against its surroundings: parent in use, name free among its neighbours, slots in boxes."""
    parent = None if values["parent_id"] is None else rooms.get_row(session, values["parent_id"])
    if parent is not None:
        require_in_use(parent)
        if parent.kind == LocationKind.SLOT:
            raise SlotInvalidError(slot=parent.name)
    if values["kind"] == LocationKind.SLOT:
        _check_slot(parent, values["name"])
    twin = select(LocationRow.name).where(
        LocationRow.parent_id == values["parent_id"],
        LocationRow.name_key == name_key(values["name"])[:255],
        LocationRow.id != values["id"],
        LocationRow.archived_at.is_(None),
    )
    if (taken := session.scalar(twin.limit(1))) is not None:
        raise NameTakenError(name=taken)


def _check_slot(parent: LocationRow | None, name: str) -> None:
    """A slot is in a box or a piece of furniture; its name is its number, from 1 to the capacity."""
    is_numbered = name.isascii() and name.isdigit() and int(name) > 0
    if parent is None or parent.kind not in (LocationKind.BOX, LocationKind.FURNITURE) or not is_numbered:
        raise SlotInvalidError(slot=name)
    if parent.capacity is not None and int(name) > parent.capacity:
        raise SlotInvalidError(slot=name)


def check_move(session: Session, location: Location, parent_id: str | None) -> None:
    """Refuse cycles and full parents."""
    if parent_id is None:
        return
    parent = rooms.get_row(session, parent_id)
    if is_inside(session, parent, location.id):
        raise LocationCycleError(location=location.name, parent=parent.name)
    if location.kind != LocationKind.SLOT:
        rooms.check_capacity_for_location(session, parent_id)


def check_kind(session: Session, old: Location, new: Mapping[str, Any]) -> None:
    """Refuse a kind that what is inside does not allow, and the last site becoming something else."""
    if "kind" not in new:
        return
    inside = select(LocationRow.kind).where(LocationRow.parent_id == old.id, LocationRow.archived_at.is_(None))
    kinds = set(session.scalars(inside))
    holds_slots = LocationKind.SLOT in kinds and new["kind"] not in (LocationKind.BOX, LocationKind.FURNITURE)
    if holds_slots or (new["kind"] == LocationKind.SLOT and (kinds or rooms.things_in(session, old.id) > 1)):
        raise SlotInvalidError(slot=old.name)
    check_last_site(session, rooms.get_row(session, old.id))


def check_last_site(session: Session, row: LocationRow) -> None:
    """Refuse to lose the only site: the entities of the home hang on it."""
    if row.kind != LocationKind.SITE or row.archived_at is not None:
        return
    others = select(func.count()).where(
        LocationRow.kind == LocationKind.SITE, LocationRow.archived_at.is_(None), LocationRow.id != row.id
    )
    if not session.scalar(others):
        raise LastSiteError(location=row.name)


def is_inside(session: Session, row: LocationRow, outer_id: str) -> bool:
    """Return whether a location is another one or inside it."""
    node: LocationRow | None = row
    while node is not None:
        if node.id == outer_id:
            return True
        node = session.get(LocationRow, node.parent_id) if node.parent_id else None
    return False


def is_used(session: Session, row: LocationRow) -> bool:
    """Return whether anything hangs on a location, archived or not."""
    locations = select(LocationRow.id).where(LocationRow.parent_id == row.id).limit(1)
    entries = select(StockRow.id).where(StockRow.location_id == row.id).limit(1)
    is_taken = session.scalar(locations) is not None or session.scalar(entries) is not None
    return is_taken or is_anything_at(session, row.id)


def require_in_use(row: LocationRow) -> None:
    """Refuse to change what is archived."""
    if row.archived_at is not None:
        raise ArchivedError(name=row.name)
