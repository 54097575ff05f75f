"""Runs of sources: when they were, what came of them, and what they had seen. Written once, at their end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, select, update
from ulid_transform import ulid_now

from ..domain.device_errors import RunNotFoundError
from ..domain.models import Page
from ..domain.sync_runs import SyncRun
from .harvests import pack_harvest, unpack_harvest
from .schema import SyncRunRow
from .sightings import forget_gone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Row
    from sqlalchemy.orm import Session

    from ..domain.models import Json
    from ..domain.observations import Harvest, Identity
    from .work import Work

KEPT: Final = 200
"""How many runs of a source are kept. The first that went well is kept besides: what it brought was there before."""
_REMEMBERED: Final = timedelta(days=30)
"""How long it is remembered when something was seen that is gone: until then it may be brought back."""
_RUNS: Final[Any] = SyncRunRow.__table__
_ABOUT: Final = tuple(column for column in _RUNS.c if column.name != "seen")


def begin(source_id: str, started_at: datetime) -> SyncRun:
    """Return a run that begins. It is in no table before it ends."""
    return SyncRun(id=ulid_now(), source_id=source_id, started_at=started_at)


def finish(work: Work, run: SyncRun, harvest: Harvest, counts: Mapping[str, int]) -> SyncRun:
    """Write a run that went well, in the transaction of its plan; return it as written, but for its batch."""
    done = replace(
        run,
        finished_at=work.now,
        mode=harvest.mode,
        is_complete=harvest.is_complete,
        counts=dict(counts),
        notes=tuple(map(str, harvest.notes)),
    )
    packed = pack_harvest(harvest)
    _insert(work, done, None if packed == _last_seen(work.connection, run.source_id, run.id) else packed)
    work.when_written.append(lambda batch_id: _note_batch(work.connection, run.id, batch_id))
    return done


def fail(work: Work, run: SyncRun, error: str, placeholders: Mapping[str, str]) -> SyncRun:
    """Write a run that failed, with the code of its error and what its text names; return it as written."""
    done = replace(run, finished_at=work.now, error=error, placeholders=dict(placeholders))
    _insert(work, done, None)
    return done


def list_runs(session: Session, source_id: str | None = None, *, limit: int, offset: int = 0) -> Page[SyncRun]:
    """Return a page of runs, the newest first."""
    wanted = select(*_ABOUT)
    if source_id is not None:
        wanted = wanted.where(_RUNS.c.source_id == source_id)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    rows = session.execute(wanted.order_by(_RUNS.c.id.desc()).limit(limit).offset(offset))
    return Page(tuple(_run(row) for row in rows), total)


def get_run(session: Session, run_id: str) -> SyncRun:
    """Return a run or raise RunNotFoundError."""
    row = session.execute(select(*_ABOUT).where(_RUNS.c.id == run_id)).first()
    if row is None:
        raise RunNotFoundError(run_id)
    return _run(row)


def last_runs(session: Session, *, only_good: bool = False) -> dict[str, SyncRun]:
    """Return the newest run of each source, or the newest that went well."""
    newest = select(func.max(_RUNS.c.id)).group_by(_RUNS.c.source_id)
    if only_good:
        newest = newest.where(_RUNS.c.error.is_(None))
    return {row.source_id: _run(row) for row in session.execute(select(*_ABOUT).where(_RUNS.c.id.in_(newest)))}


def complete_runs(session: Session, source_id: str) -> tuple[datetime, ...]:
    """Return when a source was looked through completely, the first time first: between two of them nobody looked."""
    good = (_RUNS.c.source_id == source_id) & _RUNS.c.error.is_(None) & _RUNS.c.is_complete.is_(True)
    return tuple(session.scalars(select(_RUNS.c.started_at).where(good).order_by(_RUNS.c.id)))


def baselines(session: Session) -> dict[str, datetime]:
    """Return when each source ran well for the first time."""
    first = select(func.min(_RUNS.c.id)).where(_RUNS.c.error.is_(None)).group_by(_RUNS.c.source_id)
    found = session.execute(select(_RUNS.c.source_id, _RUNS.c.started_at).where(_RUNS.c.id.in_(first)))
    return dict(found.tuples().all())


def load_harvest(session: Session, run_id: str) -> Harvest:
    """Return what a run has seen, to compare it with another.

    Raises RunNotFoundError, also for a run that failed.
    """
    run = get_run(session, run_id)
    packed = None if run.error else _last_seen(session.connection(), run.source_id, run_id)
    if packed is None:
        raise RunNotFoundError(run_id)
    return unpack_harvest(packed)


def load_gateway(session: Session, source_id: str) -> str | None:
    """Return the router of the network that a source looks through, as its last good run saw it."""
    good = (_RUNS.c.source_id == source_id) & _RUNS.c.error.is_(None)
    last: str | None = session.scalar(select(func.max(_RUNS.c.id)).where(good))
    return None if last is None else load_harvest(session, last).gateway


def load_said(
    session: Session, source_ids: Iterable[str], identities: Collection[Identity]
) -> dict[str, Mapping[str, Json]]:
    """Return what sources say of a device in their own words, as their last good runs have it, by source."""
    said: dict[str, Mapping[str, Json]] = {}
    last = last_runs(session, only_good=True)
    known = set(identities)
    for source_id in source_ids:
        if source_id not in last:
            continue
        seen = load_harvest(session, last[source_id].id).observations
        mine = next((one for one in seen if not known.isdisjoint(one.identities) and one.extra), None)
        if mine is not None:
            said[source_id] = mine.extra
    return said


def _insert(work: Work, run: SyncRun, seen: bytes | None) -> None:
    """Write a run, and delete what is too old by now."""
    row = {column.name: getattr(run, column.name) for column in _ABOUT}
    values = {
        "mode": run.mode and run.mode[:64],
        "counts": dict(run.counts),
        "notes": list(run.notes),
        "placeholders": dict(run.placeholders),
    }
    # If the connection broke while it committed, it may be there already.
    work.connection.execute(delete(_RUNS).where(_RUNS.c.id == run.id))
    work.connection.execute(insert(_RUNS), row | values | {"seen": seen})
    _thin_out(work.connection, run.source_id)
    forget_gone(work.connection, work.now - _REMEMBERED)


def _note_batch(connection: Connection, run_id: str, batch_id: str) -> None:
    """Write down what a run has changed."""
    connection.execute(update(_RUNS).where(_RUNS.c.id == run_id).values(batch_id=batch_id))


def _last_seen(connection: Connection, source_id: str, run_id: str) -> bytes | None:
    """Return what a source had seen up to a run, packed: what is the same is kept once, with the first run that saw it."""
    seen = (_RUNS.c.source_id == source_id) & _RUNS.c.seen.is_not(None) & (_RUNS.c.id <= run_id)
    found: bytes | None = connection.scalar(select(_RUNS.c.seen).where(seen).order_by(_RUNS.c.id.desc()).limit(1))
    return found


def _thin_out(connection: Connection, source_id: str) -> None:
    """Delete all but the newest runs of a source; what the oldest of them has seen is kept with it."""
    mine = _RUNS.c.source_id == source_id
    newest = select(_RUNS.c.id).where(mine).order_by(_RUNS.c.id.desc())
    oldest: str | None = connection.scalar(newest.offset(KEPT - 1).limit(1))
    if oldest is None:
        return
    first: str | None = connection.scalar(select(func.min(_RUNS.c.id)).where(mine, _RUNS.c.error.is_(None)))
    old = mine & (_RUNS.c.id < oldest)
    if connection.scalar(select(_RUNS.c.id).where(old, _RUNS.c.id != (first or "")).limit(1)) is None:
        return
    if (seen := _last_seen(connection, source_id, oldest)) is not None:
        connection.execute(update(_RUNS).where(_RUNS.c.id == oldest).values(seen=seen))
    connection.execute(delete(_RUNS).where(old, _RUNS.c.id != (first or "")))
    if first is not None and first < oldest:
        connection.execute(update(_RUNS).where(_RUNS.c.id == first).values(seen=None))


def _run(row: Row[Any]) -> SyncRun:
    values = {column.name: getattr(row, column.name) for column in _ABOUT}
    return SyncRun(**values | {"notes": tuple(row.notes)})
