"""The history of a store that is filled from a complete export: the one that came with it, or that it was filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select
from ulid_transform import ulid_at_time

from ..domain.complete_errors import CompleteInvalidError
from ..domain.complete_records import read_batch, read_change, read_line
from ..domain.models import Operation
from .schema import BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

    from ..domain.actor import Actor
    from ..domain.complete import Line
    from ..domain.models import Batch, Change, Json, Noun

_TOGETHER: Final = 1000


class HistoryRows:
    """Inserts batches and changes, some together."""

    def __init__(self, connection: Connection) -> None:
        """Begin with none."""
        self._connection = connection
        self._changes: list[dict[str, Any]] = []
        self._batches: list[dict[str, Any]] = []
        self._last_batch = ""
        self._last_sequence = 0
        """Of the last change that was inserted."""
        self._announced = 0
        """Of the last change that a batch has."""
        self._count = 0
        """How many changes all batches have."""

    def add_batches(self, lines: Iterable[Line]) -> None:
        """Add what was done. Raises CompleteInvalidError for what can't follow what was before."""
        for line in lines:
            self._add_batch(line.number, *read_line(line, read_batch))

    def add_changes(self, lines: Iterable[Line]) -> None:
        """Add the changes that were done. Raises CompleteInvalidError for what can't follow what was before."""
        for line in lines:
            self._add_change(line.number, *read_line(line, read_change))

    def _add_batch(self, line: int, batch: Batch, first: int, last: int) -> None:
        if batch.id <= self._last_batch or first <= self._announced:
            raise CompleteInvalidError(line, batch.id)
        self._last_batch, self._announced = batch.id, last
        self._count += last - first + 1
        about = {name: getattr(batch, name) for name in ("id", "at", "source", "user_id", "context_id", "undoes")}
        self._batches.append(about | {"first_sequence": first, "last_sequence": last})
        self._flush_some()

    def _add_change(self, line: int, batch_id: str, change: Change) -> None:
        if change.sequence <= self._last_sequence:
            raise CompleteInvalidError(line, str(change.sequence))
        self._last_sequence = change.sequence
        self._changes.append(
            {
                "sequence": change.sequence,
                "batch_id": batch_id,
                "kind": change.kind,
                "operation": change.operation,
                "record_id": change.id,
                "subject_id": change.item_id or change.id,
                "title": change.title,
                "before": change.before,
                "after": change.after,
            }
        )
        self._flush_some()

    def finish(self, line: int) -> int:
        """Insert the rest; return how many batches there are. Raises CompleteInvalidError unless each change is in its batch."""
        self._flush()
        inside = ChangeRow.sequence.between(BatchRow.first_sequence, BatchRow.last_sequence)
        joined = select(func.count()).join_from(ChangeRow, BatchRow, (BatchRow.id == ChangeRow.batch_id) & inside)
        for counted in (select(func.count()).select_from(ChangeRow), joined):
            if self._connection.execute(counted).scalar() != self._count:
                raise CompleteInvalidError(line, "history")
        return self._connection.execute(select(func.count()).select_from(BatchRow)).scalar() or 0

    def _flush_some(self) -> None:
        if max(len(self._batches), len(self._changes)) >= _TOGETHER:
            self._flush()

    def _flush(self) -> None:
        for row, values in ((BatchRow, self._batches), (ChangeRow, self._changes)):
            if values:
                self._connection.execute(insert(row.__table__), values)  # type: ignore[arg-type]
                values.clear()


class FillingRows:
    """Inserts one batch that says that everything was added at once."""

    def __init__(self, connection: Connection, actor: Actor, now: datetime) -> None:
        """Take who fills the store."""
        self._connection = connection
        self._actor = actor
        self._now = now
        self._id = ulid_at_time(now.timestamp())
        self._changes: list[dict[str, Any]] = []
        self._last_sequence = 0

    def add(self, kind: Noun, record_id: str, title: str, after: dict[str, Json], item_id: str | None = None) -> None:
        """Add that a record was added."""
        self._last_sequence += 1
        self._changes.append(
            {
                "sequence": self._last_sequence,
                "batch_id": self._id,
                "kind": kind,
                "operation": Operation.CREATE,
                "record_id": record_id,
                "subject_id": item_id or record_id,
                "title": title,
                "before": None,
                "after": after,
            }
        )
        if len(self._changes) >= _TOGETHER:
            self._flush()

    def finish(self) -> None:
        """Insert the rest, and the batch."""
        self._flush()
        batch = {"id": self._id, "at": self._now, "source": self._actor.source, "user_id": self._actor.user_id}
        batch |= {"context_id": self._actor.context_id, "undoes": None}
        batch |= {"first_sequence": 1, "last_sequence": self._last_sequence}
        self._connection.execute(insert(BatchRow.__table__), batch)  # type: ignore[arg-type]

    def _flush(self) -> None:
        if self._changes:
            self._connection.execute(insert(ChangeRow.__table__), self._changes)  # type: ignore[arg-type]
            self._changes.clear()
