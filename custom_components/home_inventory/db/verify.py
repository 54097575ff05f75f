"""Comparing what the database holds with what the journal would bring back."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.models import Noun
from ..journal.entries import LineKind, batch_line
from ..journal.replay import pack, read_all, replay
from . import dump
from .schema import CodeRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from ..journal.folder import Folder
    from ..journal.reader import Damage
    from ..journal.replay import State


_CHUNK: Final = 500


def differences(engine: Engine, folder: Folder, *, is_moving: bool = False) -> list[str]:
    """Return what is not the same in both, in words; nothing if all is well.

    While changes go on the journal may be ahead: it is read up to where the database is.
    """
    damages: list[Damage] = []
    with Session(engine) as session:
        connection = dump.one_moment(session)
        meta, mark = dump.read_meta(connection), dump.read_mark(connection)
        state = replay(folder, damages, mark.sequence if is_moving else None)
        found = [f"{damage.file}: {damage.lines} lines can't be read" for damage in damages]
        if mark != state.mark or (meta != state.meta and not is_moving):
            found.append(f"store: {meta} {mark} != {state.meta} {state.mark}")
        found += _records(session, state)
        found += _codes(session, state)
        found += _history(session, folder, state)
    return found


def _records(session: Session, state: State) -> Iterator[str]:
    """Yield the records that differ."""
    left = {noun: dict(records) for noun, records in state.records.items()}
    for kind, record in dump.records(session):
        ours, theirs = pack(record), left[kind].pop(record["id"], b"nothing")
        if ours != theirs:
            yield f"{kind} {record['id']}: {ours.decode()} != {theirs.decode()}"
    for noun in Noun:
        yield from (f"{noun} {record_id}: nothing != {record.decode()}" for record_id, record in left[noun].items())


def _codes(session: Session, state: State) -> Iterator[str]:
    """Yield the codes that differ."""
    left = dict(state.codes)
    # In portions: to fetch a hundred thousand rows at once would stop the other threads as long as it takes.
    for row in session.scalars(select(CodeRow).execution_options(yield_per=_CHUNK)):
        ours, theirs = f"{row.owner_id} {row.given_at.isoformat()}", left.pop(row.code, None)
        if ours != theirs:
            yield f"code {row.code}: {ours} != {theirs}"
    yield from (f"code {code}: None != {given}" for code, given in left.items())


def _history(session: Session, folder: Folder, state: State) -> Iterator[str]:
    """Yield the first batch that differs."""
    assert state.meta is not None or not state.batches  # noqa: S101 - a journal with changes says whose they are
    ours = (batch_line(state.meta.store_id, batch) for batch in dump.batches_after(session, 0) if state.meta)
    theirs = (
        body
        for body in read_all(folder, [])
        if body["kind"] == LineKind.BATCH and body["sequence"] <= state.mark.sequence
    )
    for one, other in zip_longest(ours, theirs):
        kept = None if other is None else {name: value for name, value in other.items() if name != "_end"}
        if one != kept:
            yield f"history: {one} != {kept}"
            return
