"""The records as they are after any number of changes, worked out from the journal alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import orjson

from ..domain.models import Noun, Operation
from .entries import START, LineKind, Mark, first_sequence, mark_of, read_header
from .reader import SegmentReader, is_whole, read_snapshot, with_reminded_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .entries import Body, Meta
    from .folder import Folder, SnapshotFile
    from .reader import Damage

_STAMPED: Final = {Noun.ITEM, Noun.LOCATION, Noun.DEVICE}
"""What has a field that says when it was last changed."""


def pack(record: Mapping[str, Any]) -> bytes:
    """Return a record in the one form in which equal records are equal: sorted, without what is empty.

    Bytes and no dictionary: the garbage collector does not look at a hundred thousand of them.
    """
    packed = orjson.dumps(clean(record), option=orjson.OPT_SORT_KEYS)
    return bytes(memoryview(packed))  # orjson's own sits in a much larger block, which it keeps from being used again


def clean(record: Mapping[str, Any]) -> Body:
    """Return a record without what is empty."""
    return {name: value for name, value in record.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Return whether a field might as well be left out; a zero may not."""
    return value is None or value is False or value in ([], {})


@dataclass(slots=True)
class State:
    """Everything but the history: records by noun and id, and the codes that were given out."""

    meta: Meta | None = None
    mark: Mark = START
    records: dict[Noun, dict[str, bytes]] = field(default_factory=lambda: {noun: {} for noun in Noun})
    codes: dict[str, str] = field(default_factory=dict)
    """To whom each code was given, and when, in one text."""
    batches: int = 0
    stray_changes: int = 0
    """Changes of records that are not there, because of damage before them."""
    lost_sequences: int = 0
    """How many changes could not be read."""

    def put(self, kind: Noun, record: Body) -> None:
        """Take in a record as it is."""
        self.records[kind][record["id"]] = pack(record)
        if (code := record.get("code")) is not None:
            self.codes.setdefault(code, f"{record['id']} {record['created_at']}")

    def apply(self, body: Body) -> None:
        """Take in a batch."""
        if (gap := first_sequence(body) - self.mark.sequence - 1) > 0:
            self.lost_sequences += gap
        for change in body["changes"]:
            self._apply(change, body["at"])
        self.mark = mark_of(body)
        self.batches += 1

    def note_codes(self, body: Body) -> None:
        """Take in the codes that a batch gave out, whatever became of their owners."""
        for change in body["changes"]:
            after = change.get("after", {})
            if change["operation"] == Operation.CREATE and (code := after.get("code")) is not None:
                self.codes.setdefault(code, f"{change['id']} {after.get('created_at', body['at'])}")

    def forget(self) -> None:
        """Give the memory back bit by bit: all at once, no other thread would get a turn until it is done."""
        stores: list[dict[str, Any]] = [*self.records.values(), self.codes]
        for kept in stores:
            while kept:
                kept.popitem()

    def _apply(self, change: Body, at: str) -> None:
        """Take in one change."""
        kind, record_id = Noun(change["kind"]), change["id"]
        records = self.records[kind]
        after = change.get("after", {})
        if change["operation"] == Operation.DELETE:
            if records.pop(record_id, None) is None:
                self.stray_changes += 1
            return
        if change["operation"] == Operation.CREATE:
            record = {"id": record_id, **after}
            if kind.is_of_item and kind is not Noun.ITEM:
                record["item_id"] = change["item_id"]
            elif kind in (Noun.ITEM, Noun.DEVICE):
                record["updated_at"] = at  # also of one that was deleted and is back
        elif (known := records.get(record_id)) is None:
            self.stray_changes += 1
            return
        else:
            changed = change.get("before", {}).keys() | after.keys()
            record = orjson.loads(known) | {name: after.get(name) for name in changed}
            if kind in _STAMPED:
                record["updated_at"] = at
        records[record_id] = pack(record)


def replay(folder: Folder, damages: list[Damage], until: int | None = None) -> State:
    """Return the records as the journal has them, at its end or at a change; what can't be read is noted."""
    state = State()
    for body in read_all(folder, damages):
        kind = body["kind"]
        if kind == LineKind.BATCH:
            if until is not None and body["sequence"] > until:
                break
            state.note_codes(body)
            if body["sequence"] > state.mark.sequence:
                state.apply(body)
            else:
                state.batches += 1  # the history that a snapshot includes
        elif kind == LineKind.HEADER:
            _take_header(state, body)
        elif kind == LineKind.META and state.meta is not None:
            state.meta = with_reminded_on(state.meta, body)
        elif kind == LineKind.CODE:
            state.codes.setdefault(body["code"], f"{body['owner_id']} {body['given_at']}")
        elif "record" in body:
            state.put(Noun(kind), body["record"])
    return state


def read_all(folder: Folder, damages: list[Damage]) -> Iterator[Body]:
    """Yield the lines of the best snapshot and of every segment behind it, each batch once."""
    snapshot = best_snapshot(folder)
    last = 0
    if snapshot is not None:
        for body in read_snapshot(snapshot.path, damages):
            if body["kind"] == LineKind.HEADER:
                last = body["sequence"]
            yield body
    for segment in folder.segments():
        for body in SegmentReader(segment, damages):
            if body["kind"] == LineKind.BATCH:
                if body["sequence"] <= last:
                    continue
                last = body["sequence"]
            yield body


def best_snapshot(folder: Folder) -> SnapshotFile | None:
    """Return the newest snapshot that is whole; when none is, the newest, for what can be read of it."""
    snapshots = folder.snapshots()
    return next(
        (snapshot for snapshot in reversed(snapshots) if is_whole(snapshot)), snapshots[-1] if snapshots else None
    )


def _take_header(state: State, body: Body) -> None:
    """Take in what a header says: the newest generation's word counts."""
    meta, mark = read_header(body)
    if state.meta is None or meta.generation >= state.meta.generation:
        state.meta = meta
    if body["holds"] == "snapshot":
        state.mark = mark  # what follows are the records as they were then
