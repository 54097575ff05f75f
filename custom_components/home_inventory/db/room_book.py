"""Whether many things fit at once: what was let in counts for those that come after it, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ..domain.errors import ArchivedError, LocationFullError, LocationNotFoundError, SlotTakenError
from ..domain.models import LocationKind
from .rooms import items_in, select_room
from .schema import ItemRow, LocationRow, StockRow

if TYPE_CHECKING:
    from sqlalchemy import Row

    from ..domain.models import Item
    from .work import Work


class RoomBook:
    """The rooms of the places that things are brought to; each is looked up once, however many things come."""

    def __init__(self, work: Work) -> None:
        """Take the transaction."""
        self._work = work
        self._rows: dict[str, Row[Any] | None] = {}
        self._inside: dict[str, tuple[set[str], int]] = {}
        self._in_slots: dict[str, dict[str, str]] = {}

    def take(self, location_id: str | None, item: Item) -> None:
        """Let an item in, or raise: its place is gone, archived, full, or a slot that is taken."""
        if location_id is None:
            return
        row = self._row(location_id)
        if row is None:
            raise LocationNotFoundError(location_id)
        if row.archived_at is not None:
            raise ArchivedError(name=row.name)
        if row.kind == LocationKind.SLOT:
            self._take_slot(row, item)
        elif row.capacity is not None:
            self._take_room(row, item.id)

    def _take_slot(self, row: Row[Any], item: Item) -> None:
        """Take a slot, and what it takes of the room of its box."""
        holders = self._holders(row.id)
        other = next((name for holder, name in holders.items() if holder != item.id), None)
        if other is not None:
            raise SlotTakenError(slot=row.name, item=other)
        box = self._row(row.parent_id)
        if box is not None and box.capacity is not None:
            self._take_room(box, item.id)
        holders[item.id] = item.name

    def _take_room(self, row: Row[Any], item_id: str) -> None:
        """Take room in a place that does not hold everything."""
        if row.id not in self._inside:
            self._inside[row.id] = self._count(row.id)
        items, places = self._inside[row.id]
        if item_id not in items and len(items) + places >= row.capacity:
            raise LocationFullError(location=row.name, capacity=row.capacity)
        items.add(item_id)

    def _row(self, location_id: str) -> Row[Any] | None:
        if location_id not in self._rows:
            self._rows[location_id] = self._work.connection.execute(select_room(), {"id": location_id}).first()
        return self._rows[location_id]

    def _holders(self, slot_id: str) -> dict[str, str]:
        """Return the names of the items in use that are in a slot, by their ids."""
        if slot_id not in self._in_slots:
            held = select(ItemRow.id, ItemRow.name).join(StockRow, StockRow.item_id == ItemRow.id)
            held = held.where(StockRow.location_id == slot_id, ItemRow.archived_at.is_(None))
            self._in_slots[slot_id] = dict(self._work.connection.execute(held).tuples().all())
        return self._in_slots[slot_id]

    def _count(self, location_id: str) -> tuple[set[str], int]:
        """Return which items are directly in a place or in its slots, and how many places that are no slots."""
        connection = self._work.connection
        places = select(func.count()).where(
            LocationRow.parent_id == location_id,
            LocationRow.kind != LocationKind.SLOT,
            LocationRow.archived_at.is_(None),
        )
        return set(connection.scalars(items_in(location_id))), connection.scalar(places) or 0
