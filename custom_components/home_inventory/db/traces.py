"""The traces of devices: by what each source has known them, and when. Written with the plan of a run, in no history."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, delete, exists, insert, select, update

from ..domain.observations import IdentityKind
from ..domain.traces import LONGEST_VALUE, Trace, follow, trace_of
from .schema import DeviceRow, SightingRow, TraceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row
    from sqlalchemy.orm import Session

    from ..domain.devices import Plan
    from ..domain.observations import Identity

_CHUNK: Final = 1000
_KEPT: Final = 100
"""How many ended traces a source keeps of a device: a phone that changes its address every day fills three months."""
_TRACES: Final[Any] = TraceRow.__table__
_KEY: Final = ("origin_id", "source_id", "kind", "value", "since")
_END: Final = (
    update(_TRACES)
    .where(and_(*(_TRACES.c[name] == bindparam(f"of_{name}") for name in _KEY)))
    .values(until=bindparam("new_until"))
)

type _ByDevice = dict[str, list[tuple[str, Trace]]]
"""The traces of each device, each with the device that it was seen of."""


def load_traces(session: Session, device_id: str) -> tuple[Trace, ...]:
    """Return by what sources have known a device, those that go on first, then those that ended last."""
    found = [trace for _, trace in _load(session.connection(), _TRACES.c.device_id == device_id).get(device_id, ())]
    ended = sorted(
        (trace for trace in found if trace.until is not None),
        key=lambda trace: (trace.until, trace.since, trace.value),
        reverse=True,
    )
    going_on = sorted(
        (trace for trace in found if trace.until is None), key=lambda trace: (trace.since, trace.value), reverse=True
    )
    return (*going_on, *ended)


def write_traces(connection: Connection, source_id: str, plan: Plan) -> None:
    """Write what a run adds to the traces of the devices that it saw. Before its sightings: they tell when each was there before."""
    now = {sighting.device_id: sighting.last_seen for sighting in plan.sightings}
    seen = {
        device_id: [trace_of(source_id, identity, now[device_id]) for identity in identities]
        for device_id, identities in plan.seen.items()
        if device_id in now
    }
    for portion in batched(seen, _CHUNK, strict=False):
        mine = and_(_TRACES.c.source_id == source_id, _TRACES.c.device_id.in_(portion))
        known = _load(connection, and_(mine, _TRACES.c.until.is_(None)))
        changed = {
            device_id: seen[device_id]
            for device_id in portion
            if follow([trace for _, trace in known.get(device_id, ())], seen[device_id], now[device_id])
        }
        if changed:
            _write(connection, source_id, changed)


def join_traces(connection: Connection, kept_id: str, gone_id: str) -> None:
    """Give the traces of a device that goes to the one it goes into; `hand_back` undoes it."""
    connection.execute(update(_TRACES).where(_TRACES.c.device_id == gone_id).values(device_id=kept_id))


def split_traces(connection: Connection, device_id: str, new_id: str, identities: Iterable[Identity]) -> None:
    """Give what a device was wrongly known by to the one that is made of it."""
    for identity in identities:
        mine = and_(_TRACES.c.device_id == device_id, _TRACES.c.kind == identity.kind)
        value = identity.value[:LONGEST_VALUE]
        connection.execute(update(_TRACES).where(mine, _TRACES.c.value == value).values(device_id=new_id))


def hand_back(connection: Connection, device_ids: Collection[str]) -> None:
    """Give devices that are there again what was seen of them, whoever has it now."""
    for portion in batched(device_ids, _CHUNK, strict=False):
        elsewhere = and_(_TRACES.c.origin_id.in_(portion), _TRACES.c.device_id != _TRACES.c.origin_id)
        connection.execute(update(_TRACES).where(elsewhere).values(device_id=_TRACES.c.origin_id))


def leave_behind(connection: Connection, device_ids: Collection[str]) -> None:
    """Give what devices have of others that are there back to these, before they go."""
    for portion in batched(device_ids, _CHUNK, strict=False):
        is_there = exists().where(DeviceRow.id == _TRACES.c.origin_id, DeviceRow.id.not_in(portion))
        connection.execute(
            update(_TRACES).where(_TRACES.c.device_id.in_(portion), is_there).values(device_id=_TRACES.c.origin_id)
        )


def forget_traces(connection: Connection, gone: Collection[str]) -> None:
    """Delete the traces of devices that are gone, unless a source still remembers when it saw them."""
    for portion in batched(gone, _CHUNK, strict=False):
        is_remembered = exists().where(SightingRow.device_id == _TRACES.c.device_id)
        connection.execute(delete(_TRACES).where(_TRACES.c.device_id.in_(portion), ~is_remembered))


def _write(connection: Connection, source_id: str, seen: Mapping[str, Sequence[Trace]]) -> None:
    """Write what changes about the traces of some devices."""
    known = _load(connection, and_(_TRACES.c.source_id == source_id, _TRACES.c.device_id.in_(seen)))
    before = _last_seen(connection, source_id, seen)
    begun: list[dict[str, Any]] = []
    altered: list[dict[str, Any]] = []
    old: list[dict[str, Any]] = []
    for device_id, traces in seen.items():
        mine = known.get(device_id, [])
        origins = {(trace.kind, trace.value, trace.since): origin for origin, trace in mine}
        steps = follow([trace for _, trace in mine], traces, before.get(device_id, traces[0].since))
        begun += [_row(device_id, device_id, trace) for trace in steps.begun]
        for trace in (*steps.ended, *steps.resumed):
            origin = origins[trace.kind, trace.value, trace.since]
            altered.append({**_key(origin, trace), "new_until": trace.until})
        old += [_key(origin, trace) for origin, trace in _too_many(mine)]
    if old:
        wanted = and_(*(_TRACES.c[name] == bindparam(f"of_{name}") for name in _KEY))
        connection.execute(delete(_TRACES).where(wanted), old)
    if altered:
        connection.execute(_END, altered)
    for portion in batched(begun, _CHUNK, strict=False):
        connection.execute(insert(_TRACES), list(portion))


def _too_many(mine: Iterable[tuple[str, Trace]]) -> list[tuple[str, Trace]]:
    """Return the oldest of the ended traces of a device, beyond those that are kept."""
    ended = [(trace.until, origin, trace) for origin, trace in mine if trace.until is not None]
    ended.sort(key=lambda each: each[0], reverse=True)
    return [(origin, trace) for _, origin, trace in ended[_KEPT:]]


def _load(connection: Connection, wanted: ColumnElement[bool]) -> _ByDevice:
    """Return traces by device."""
    found: _ByDevice = {}
    for row in connection.execute(select(_TRACES).where(wanted)):
        found.setdefault(row.device_id, []).append((row.origin_id, _trace(row)))
    return found


def _last_seen(connection: Connection, source_id: str, device_ids: Collection[str]) -> dict[str, datetime]:
    """Return when a source saw devices before this run."""
    wanted = select(SightingRow.device_id, SightingRow.last_seen).where(
        SightingRow.source_id == source_id, SightingRow.device_id.in_(device_ids)
    )
    return dict(connection.execute(wanted).tuples().all())


def _trace(row: Row[Any]) -> Trace:
    return Trace(
        source_id=row.source_id, kind=IdentityKind(row.kind), value=row.value, since=row.since, until=row.until
    )


def _row(device_id: str, origin_id: str, trace: Trace) -> dict[str, Any]:
    return {
        "origin_id": origin_id,
        "device_id": device_id,
        "source_id": trace.source_id,
        "kind": trace.kind.value,
        "value": trace.value,
        "since": trace.since,
        "until": trace.until,
    }


def _key(origin_id: str, trace: Trace) -> dict[str, Any]:
    row = _row(origin_id, origin_id, trace)
    return {f"of_{name}": row[name] for name in _KEY}
