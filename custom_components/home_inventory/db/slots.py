"""The numbered slots of a box, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.models import LocationKind
from . import locations, rooms, surroundings
from .schema import LocationRow

if TYPE_CHECKING:
    from .work import Work


def add_slots(work: Work, location_id: str, count: int) -> None:
    """Give a box the slots from 1 to `count` that it lacks; its capacity grows to as many if it is smaller, or unknown."""
    row = rooms.get_row(work.session, location_id)
    surroundings.require_in_use(row)
    if row.capacity is None or row.capacity < count:
        locations.update_location(work, location_id, {"capacity": count})
    inside = select(LocationRow.name).where(LocationRow.parent_id == location_id, LocationRow.archived_at.is_(None))
    known = set(work.session.scalars(inside))
    for number in range(1, count + 1):
        if str(number) not in known:
            values = {"name": str(number), "kind": LocationKind.SLOT, "parent_id": location_id}
            locations.add_location(work, values)
