"""All devices in use as a map shows them, in as many statements as there are tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.devices import Device
from ..domain.matching import status_of
from ..domain.observations import IdentityKind, Link
from ..domain.topology import TopologyDevice
from .schema import DeviceRow, IdentityRow
from .sightings import load_sightings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ..domain.devices import Sighting
    from ..domain.matching import Run


def load_topology(session: Session, run: Run) -> tuple[TopologyDevice, ...]:
    """Return the devices in use that are not ignored, by name. `run` says what their statuses depend on."""
    seen: dict[str, list[Sighting]] = {}
    for sighting in load_sightings(session).values():
        seen.setdefault(sighting.device_id, []).append(sighting)
    kinds: dict[str, set[IdentityKind]] = {}
    for device_id, kind in session.execute(select(IdentityRow.device_id, IdentityRow.kind).distinct()):
        kinds.setdefault(device_id, set()).add(IdentityKind(kind))
    wanted = (
        select(
            *(DeviceRow.id, DeviceRow.name, DeviceRow.type_key, DeviceRow.link, DeviceRow.location_id),
            *(DeviceRow.parent_id, DeviceRow.sleeps),
        )
        .where(DeviceRow.archived_at.is_(None), DeviceRow.ignored.is_(False))
        .order_by(DeviceRow.name_key, DeviceRow.id)
    )
    return tuple(
        TopologyDevice(
            id=row.id,
            name=row.name,
            # Nothing else of a device matters for how it is doing.
            status=status_of(
                Device(id=row.id, created_at=run.at, updated_at=run.at, identities=(), sleeps=row.sleeps),
                seen.get(row.id, ()),
                run,
            ),
            type=row.type_key,
            link=None if row.link is None else Link(row.link),
            kinds=frozenset(kinds.get(row.id, ())),
            location_id=row.location_id,
            parent_id=row.parent_id,
            sightings=tuple(seen.get(row.id, ())),
        )
        for row in session.execute(wanted)
    )
