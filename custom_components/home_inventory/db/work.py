"""One use case at work: a transaction, and the lines of history that it writes along with the rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import batched
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session
from ulid_transform import ulid_at_time, ulid_now, ulid_to_timestamp

from ..domain.models import Batch, Category, Change, Item, Location, Notice, Noun, Operation
from .device_rows import load_devices
from .records import load_items, load_stock, to_category, to_location
from .schema import BatchRow, CategoryRow, ChangeRow, LocationRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sqlalchemy import Connection

    from ..domain.actor import Actor
    from ..domain.models import Json
    from .codes import CodePool

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""
_LAST: Final = select(
    select(func.max(ChangeRow.__table__.c.sequence)).scalar_subquery(),
    select(func.max(BatchRow.__table__.c.id)).scalar_subquery(),
)
_INSERT_BATCH: Final = insert(BatchRow.__table__)  # type: ignore[arg-type]
_INSERT_CHANGE: Final = insert(ChangeRow.__table__)  # type: ignore[arg-type]


class Work:
    """What a use case gets to work with. It changes rows and calls `record` for each record that it changed."""

    def __init__(self, connection: Connection, actor: Actor, now: datetime, codes: CodePool) -> None:
        """Start a batch in a transaction, which whoever has begun it commits."""
        self.connection = connection
        self.codes = codes
        self.known: dict[str, Item] = {}
        """Items as they are now but for their stock, so that they need not be read again."""
        self.added: dict[str, Item] = {}
        """Items that were just added, with their stock."""
        self.actor = actor
        self.now = now
        self.undoes: str | None = None
        self.reminded_on: date | None = None
        """Set when the store's own row was changed."""
        self.when_written: list[Callable[[str], None]] = []
        """Told the id of the batch once it is written, before the commit."""
        self._session: Session | None = None
        self._changes: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Return the work."""
        return self

    def __exit__(self, *_exc: object) -> None:
        """Forget the rows that were read."""
        if self._session is not None:
            self._session.close()

    @property
    def session(self) -> Session:
        """Return a session in the transaction; what needs none is faster without."""
        if self._session is None:
            self._session = Session(self.connection, expire_on_commit=False)
        return self._session

    def record(
        self,
        kind: Noun,
        operation: Operation,
        record_id: str,
        *,
        title: str,
        before: dict[str, Json] | None = None,
        after: dict[str, Json] | None = None,
        item_id: str | None = None,
    ) -> None:
        """Write one line of history; an update that changes nothing is none."""
        if operation is Operation.UPDATE and before == after:
            return
        if kind in (Noun.STOCK, Noun.LOAN, Noun.ATTACHMENT):
            self.added.pop(item_id or "", None)
        if kind in (Noun.LOAN, Noun.ATTACHMENT):
            self.known.pop(item_id or "", None)
        self._changes.append(
            {
                "kind": kind,
                "operation": operation,
                "record_id": record_id,
                "subject_id": item_id or record_id,
                "title": title,
                "before": before,
                "after": after,
            }
        )

    def finish(self) -> Notice | None:
        """Write the batch and its history; return what is told after the commit, None when nothing has changed."""
        if self._session is not None:
            self._session.flush()  # nobody commits the session, and the history goes around its unit of work
        if not self._changes:
            return None
        connection, actor = self.connection, self.actor
        last_sequence, last_batch = connection.execute(_LAST).one()
        batch_id = _new_batch_id(last_batch)
        for sequence, change in enumerate(self._changes, (last_sequence or 0) + 1):
            change |= {"sequence": sequence, "batch_id": batch_id}
        span = {"first_sequence": (last_sequence or 0) + 1, "last_sequence": (last_sequence or 0) + len(self._changes)}
        batch: dict[str, Any] = {
            "id": batch_id,
            "at": self.now,
            "source": actor.source,
            "user_id": actor.user_id,
        }
        batch |= {"context_id": actor.context_id, "undoes": self.undoes}
        connection.execute(_INSERT_BATCH, batch | span)
        changes: list[Change] = []
        for some in batched(self._changes, _CHUNK, strict=False):  # each statement makes copies of all that it is given
            connection.execute(_INSERT_CHANGE, list(some))
            changes.extend(map(_to_change, some))
        self._changes.clear()
        for tell in self.when_written:
            tell(batch_id)
        return self._notice(Batch(**batch, changes=tuple(changes)))

    def _notice(self, batch: Batch) -> Notice:
        """Return the batch together with the changed records as they are now."""
        touched: dict[Noun, dict[str, None]] = {noun: {} for noun in Noun}
        for change in batch.changes:
            touched[change.kind][change.id] = None
            if change.item_id:
                touched[Noun.ITEM][change.item_id] = None
        items = self._items(list(touched[Noun.ITEM]))
        return Notice(
            actor=self.actor,
            batch=batch,
            items={item_id: items.get(item_id) for item_id in touched[Noun.ITEM]},
            locations={record_id: self._location(record_id) for record_id in touched[Noun.LOCATION]},
            categories={record_id: self._category(record_id) for record_id in touched[Noun.CATEGORY]},
            devices={**dict.fromkeys(touched[Noun.DEVICE]), **load_devices(self.session, list(touched[Noun.DEVICE]))},
        )

    def _items(self, item_ids: list[str]) -> dict[str, Item]:
        """Return items as they are now."""
        items: dict[str, Item] = dict(self.added)
        item_ids = [item_id for item_id in item_ids if item_id not in items]
        known = [item_id for item_id in item_ids if item_id in self.known]
        unknown = [item_id for item_id in item_ids if item_id not in self.known]
        for start in range(0, len(unknown), _CHUNK):
            items |= load_items(self.session, unknown[start : start + _CHUNK])
        for start in range(0, len(known), _CHUNK):
            stock = load_stock(self.session, known[start : start + _CHUNK])
            items |= {item_id: replace(self.known[item_id], stock=tuple(entries)) for item_id, entries in stock.items()}
        return items

    def _location(self, location_id: str) -> Location | None:
        """Return a location as it is now."""
        row = self.session.get(LocationRow, location_id)
        return None if row is None else to_location(row)

    def _category(self, category_id: str) -> Category | None:
        """Return a category as it is now."""
        row = self.session.get(CategoryRow, category_id)
        return None if row is None else to_category(row)


def _new_batch_id(last: str | None) -> str:
    """Return an id that sorts after those of all batches, even if the clock stands still or was put back."""
    new = ulid_now()
    return new if last is None or new > last else ulid_at_time((ulid_to_timestamp(last) + 1) / 1000)


def _to_change(values: dict[str, Any]) -> Change:
    """Return the change that was just written."""
    is_about_item = values["kind"].is_of_item
    kept = {name: value for name, value in values.items() if name not in ("batch_id", "record_id", "subject_id")}
    return Change(id=values["record_id"], item_id=values["subject_id"] if is_about_item else None, **kept)
