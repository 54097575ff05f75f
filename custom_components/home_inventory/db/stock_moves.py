"""Moving all there is of many items at once, in some statements for each thousand of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, update
from ulid_transform import ulid_now

from ..domain.models import Noun, Operation, Stock
from .records import STOCK_COLUMNS
from .schema import StockRow
from .stock import as_json, place_key, record_update

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..domain.models import Item
    from .work import Work

_TABLE: Final = StockRow.__table__
_INSERT: Final = insert(_TABLE)  # type: ignore[arg-type]
_UPDATE: Final = update(_TABLE).where(_TABLE.c.id == bindparam("row_id"))  # type: ignore[arg-type]
_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""


def move_all(work: Work, moving: Iterable[Item], to_id: str) -> None:
    """Move all there is of items to a place in which there is room for them; lots that meet there become one."""
    rows = _Rows()
    for item in moving:
        there = {_key(entry): entry for entry in item.stock if entry.location_id == to_id}
        for entry in item.stock:
            if entry.location_id == to_id:
                continue
            moved = replace(entry, location_id=to_id)
            if (same := there.get(_key(moved))) is None:
                record_update(work, entry, moved, item.name)
            else:
                rows.gone.append(entry.id)
                _record(work, Operation.DELETE, entry, item.name)
                moved = replace(same, quantity=same.quantity + entry.quantity)
                record_update(work, same, moved, item.name)
            rows.written.append(moved)
            there[_key(moved)] = moved
        if not item.stock:
            entry = Stock(id=ulid_now(), item_id=item.id, location_id=to_id, quantity=Decimal(0))
            rows.added.append(entry)
            _record(work, Operation.CREATE, entry, item.name)
    rows.write(work)


@dataclass(slots=True)
class _Rows:
    """What is written at the end. What goes, goes first: two lots of one kind can't be at a place."""

    gone: list[str] = field(default_factory=list)
    written: list[Stock] = field(default_factory=list)
    added: list[Stock] = field(default_factory=list)

    def write(self, work: Work) -> None:
        """Write the rows; of what was written twice the last counts."""
        for ids in batched(self.gone, _CHUNK, strict=False):
            work.connection.execute(delete(StockRow).where(StockRow.id.in_(ids)))
        if self.written:
            work.connection.execute(_UPDATE, [_values(entry) | {"row_id": entry.id} for entry in self.written])
        if self.added:
            added = [_values(entry) | {"id": entry.id, "item_id": entry.item_id} for entry in self.added]
            work.connection.execute(_INSERT, added)


def _record(work: Work, operation: Operation, entry: Stock, title: str) -> None:
    """Write into the history that there is a new entry, or one less."""
    told = {"after" if operation is Operation.CREATE else "before": as_json(entry)}
    work.record(Noun.STOCK, operation, entry.id, title=title, item_id=entry.item_id, **told)


def _key(entry: Stock) -> str:
    return place_key(entry.location_id, entry.best_before, entry.lot)


def _values(entry: Stock) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in STOCK_COLUMNS if name not in ("id", "item_id")}
    return values | {"place_key": _key(entry)}
