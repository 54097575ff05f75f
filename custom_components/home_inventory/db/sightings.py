"""When sources have seen devices, and at which addresses. Written with the plan of a run, in no history."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select

from ..domain.devices import Sighting
from .schema import DeviceRow, SightingRow
from .traces import forget_traces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select
    from sqlalchemy.orm import Session

_CHUNK: Final = 1000
_SIGHTINGS: Final[Any] = SightingRow.__table__


def load_sightings(session: Session, device_ids: Sequence[str] | None = None) -> dict[tuple[str, str], Sighting]:
    """Return sightings by device and source: those of some devices, or of all that there are."""
    return {(sighting.device_id, sighting.source_id): sighting for sighting in _read(session, device_ids)}


def write_sightings(connection: Connection, sightings: Iterable[Sighting]) -> None:
    """Write sightings in place of those of the same devices and sources."""
    by_source: dict[str, dict[str, Sighting]] = {}
    for sighting in sightings:
        by_source.setdefault(sighting.source_id, {})[sighting.device_id] = sighting
    for source_id, by_device in by_source.items():
        for portion in batched(by_device, _CHUNK, strict=False):
            old = (_SIGHTINGS.c.source_id == source_id) & _SIGHTINGS.c.device_id.in_(portion)
            connection.execute(delete(_SIGHTINGS).where(old))
            connection.execute(insert(_SIGHTINGS), [_row(by_device[device_id]) for device_id in portion])


def forget_gone(connection: Connection, before: datetime) -> None:
    """Delete what was last looked for before a moment, and is of devices that are gone: nobody undoes that any more."""
    old = (_SIGHTINGS.c.last_run < before) & _SIGHTINGS.c.device_id.not_in(select(DeviceRow.id))
    gone = list(connection.execute(select(_SIGHTINGS.c.device_id).distinct().where(old)).scalars())
    if gone:
        connection.execute(delete(_SIGHTINGS).where(old))
        forget_traces(connection, gone)


def select_addressed(like: str) -> Select[tuple[str]]:
    """Return a statement for the ids of devices that were seen at an address with a text in it."""
    return select(SightingRow.device_id).where(SightingRow.addresses.contains(like, autoescape=True))


def _read(session: Session, device_ids: Sequence[str] | None) -> Iterator[Sighting]:
    """Yield the sightings of some devices, be they there or not, or of all that are there."""
    if device_ids is None:
        there = select(_SIGHTINGS).join(DeviceRow, DeviceRow.id == _SIGHTINGS.c.device_id)
        yield from map(_sighting, session.connection().execute(there))
        return
    for portion in batched(dict.fromkeys(device_ids), _CHUNK, strict=False):
        wanted = select(_SIGHTINGS).where(_SIGHTINGS.c.device_id.in_(portion))
        yield from map(_sighting, session.connection().execute(wanted))


def _sighting(row: Row[Any]) -> Sighting:
    return Sighting(
        device_id=row.device_id,
        source_id=row.source_id,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        last_run=row.last_run,
        addresses=tuple(row.addresses.split()),
        missed=row.missed,
    )


def _row(sighting: Sighting) -> dict[str, Any]:
    return {
        "device_id": sighting.device_id,
        "source_id": sighting.source_id,
        "first_seen": sighting.first_seen,
        "last_seen": sighting.last_seen,
        "last_run": sighting.last_run,
        "addresses": " ".join(("", *sighting.addresses, "")),
        "missed": sighting.missed,
    }
