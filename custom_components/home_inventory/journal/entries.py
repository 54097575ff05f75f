"""What stands in the lines of the journal: docs/journal-format.md in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ..domain.models import Batch, Change

FORMAT: Final = 1
"""Counts up when an older program could misread a file."""
SCHEMA: Final = "0001"
"""The revision of the tables whose fields the records have. Raised together with a migration that renames any."""

type Body = dict[str, Any]


class LineKind(StrEnum):
    """What a line is about."""

    HEADER = "header"
    BATCH = "batch"
    META = "meta"
    OPENED = "opened"
    CLOSED = "closed"
    LOCATION = "location"
    CATEGORY = "category"
    ITEM = "item"
    STOCK = "stock"
    DEVICE = "device"
    CODE = "code"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is kept about the store as a whole."""

    store_id: str
    generation: int
    created_at: datetime
    reminded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the history: its last batch and that batch's last sequence; 0 and None before the first."""

    sequence: int = 0
    batch_id: str | None = None
    at: datetime | None = None


START: Final = Mark()


def header(meta: Meta, mark: Mark, now: datetime, *, is_snapshot: bool) -> Body:
    """Return the first line of a file: whose it is, and up to which change a snapshot goes, or after which it begins."""
    return _line(meta.store_id, mark.sequence, LineKind.HEADER) | {
        "holds": "snapshot" if is_snapshot else "changes",
        "format": FORMAT,
        "schema": SCHEMA,
        "generation": meta.generation,
        "created_at": meta.created_at.isoformat(),
        "reminded_on": None if meta.reminded_on is None else meta.reminded_on.isoformat(),
        "last_batch": mark.batch_id,
        "last_at": None if mark.at is None else mark.at.isoformat(),
        "written_at": now.isoformat(),
    }


def read_header(body: Body) -> tuple[Meta, Mark]:
    """Return what a header says."""
    meta = Meta(
        store_id=body["store"],
        generation=body["generation"],
        created_at=datetime.fromisoformat(body["created_at"]),
        reminded_on=_day(body["reminded_on"]),
    )
    last_at = body["last_at"]
    return meta, Mark(
        body["sequence"], body["last_batch"], None if last_at is None else datetime.fromisoformat(last_at)
    )


def batch_line(store_id: str, batch: Batch) -> Body:
    """Return a batch as its line; `sequence` is that of its last change."""
    line = _line(store_id, batch.changes[-1].sequence, LineKind.BATCH)
    about = {"id": batch.id, "at": batch.at.astimezone(UTC).isoformat(), "source": batch.source}
    for name in ("user_id", "context_id", "undoes"):
        if (value := getattr(batch, name)) is not None:
            about[name] = value
    return line | about | {"changes": [_change(change) for change in batch.changes]}


def meta_line(store_id: str, sequence: int, reminded_on: date) -> Body:
    """Return a line for what changed about the store itself."""
    return _line(store_id, sequence, LineKind.META) | {"reminded_on": reminded_on.isoformat()}


def read_reminded_on(body: Body) -> date | None:
    """Return what a meta line says."""
    return _day(body["reminded_on"])


def moment_line(store_id: str, sequence: int, kind: LineKind, now: datetime) -> Body:
    """Return a line that says when the store was opened or closed."""
    return _line(store_id, sequence, kind) | {"at": now.isoformat()}


def record_line(store_id: str, sequence: int, kind: str, record: Body) -> Body:
    """Return a line of a snapshot for one record as it is."""
    return _line(store_id, sequence, kind) | {"record": record}


def code_line(store_id: str, sequence: int, code: str, owner_id: str, given_at: datetime) -> Body:
    """Return a line of a snapshot for a code whose owner is gone: it is never given out again."""
    about = {"code": code, "owner_id": owner_id, "given_at": given_at.isoformat()}
    return _line(store_id, sequence, LineKind.CODE) | about


def end_line(store_id: str, sequence: int, counts: dict[str, int]) -> Body:
    """Return the last line of a snapshot: how many lines of each kind came before it."""
    return _line(store_id, sequence, LineKind.END) | {"counts": counts}


def mark_of(body: Body) -> Mark:
    """Return the point in history that a batch's line reaches."""
    return Mark(body["sequence"], body["id"], datetime.fromisoformat(body["at"]))


def first_sequence(body: Body) -> int:
    """Return the sequence of the first change in a batch's line."""
    return int(body["sequence"]) - len(body["changes"]) + 1


def _line(store_id: str, sequence: int, kind: str) -> Body:
    """Return what every line has."""
    return {"store": store_id, "sequence": sequence, "kind": kind}


def _change(change: Change) -> Body:
    """Return a change; its sequence follows from its place in the batch."""
    body: Body = {"kind": change.kind, "operation": change.operation, "id": change.id, "title": change.title}
    for name in ("item_id", "before", "after"):
        if (value := getattr(change, name)) is not None:
            body[name] = value
    return body


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
