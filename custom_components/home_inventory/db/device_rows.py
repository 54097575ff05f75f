"""The rows of devices, with what they are known by: reading and writing them, in portions."""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from ..domain.device_errors import DeviceNotFoundError
from .device_records import DEVICE_COLUMNS, device_row, digest_of, identity_rows, read_values, refusal_rows
from .schema import DeviceRow, IdentityRow, ItemRow, LocationRow, RefusalRow
from .traces import hand_back, leave_behind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from ..domain.devices import Device
    from ..domain.observations import Identity

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""
_DEVICES: Final[Any] = DeviceRow.__table__
_COLUMNS: Final = tuple(_DEVICES.c[name] for name in DEVICE_COLUMNS)
_UPDATED: Final = tuple(column.name for column in _DEVICES.columns if column.name not in ("id", "created_at"))
_UPDATE: Final = (
    update(_DEVICES)
    .where(_DEVICES.c.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in _UPDATED})
)


def load_devices(session: Session, device_ids: Sequence[str] | None = None) -> dict[str, Device]:
    """Return devices by id, in the order of the ids given; unknown ids are left out. Without ids all of them, the oldest first."""
    run = session.connection().execute
    if device_ids is None:
        rows = run(select(*_COLUMNS).order_by(_DEVICES.c.id)).mappings()
        return {row["id"]: read_values(dict(row)) for row in rows}
    found = {
        row["id"]: read_values(dict(row))
        for portion in batched(dict.fromkeys(device_ids), _CHUNK, strict=False)
        for row in run(select(*_COLUMNS).where(_DEVICES.c.id.in_(portion))).mappings()
    }
    return {device_id: found[device_id] for device_id in device_ids if device_id in found}


def list_after(session: Session, last_id: str, limit: int) -> list[Device]:
    """Return the devices, archived ones too, that come after one in the order of their ids."""
    wanted = select(*_COLUMNS).where(_DEVICES.c.id > last_id).order_by(_DEVICES.c.id).limit(limit)
    return [read_values(dict(row)) for row in session.connection().execute(wanted).mappings()]


def get_device(session: Session, device_id: str) -> Device:
    """Return a device or raise DeviceNotFoundError."""
    if (device := load_devices(session, [device_id]).get(device_id)) is None:
        raise DeviceNotFoundError(device_id)
    return device


def find_owners(session: Session, identities: Iterable[Identity]) -> dict[Identity, tuple[str, ...]]:
    """Return the ids of the devices that are known by each of these, the oldest first; of a strong one there is one."""
    by_digest = {digest_of(identity): identity for identity in identities}
    found: dict[Identity, tuple[str, ...]] = {}
    for portion in batched(by_digest, _CHUNK, strict=False):
        wanted = select(IdentityRow.digest, IdentityRow.device_id).where(IdentityRow.digest.in_(portion))
        for digest, device_id in session.execute(wanted.order_by(IdentityRow.device_id)):
            identity = by_digest[digest]
            found[identity] = (*found.get(identity, ()), device_id)
    return found


def find_clash(
    session: Session, devices: Mapping[str, Device], gone: Collection[str] = ()
) -> tuple[Identity, str] | None:
    """Return a strong identity that devices would share with another one, and that other's id.

    `devices` are as they are to be; those that are `gone` have none any more.
    """
    owners: dict[Identity, str] = {}
    for device in devices.values():
        for identity in device.identities:
            if identity.is_strong and owners.setdefault(identity, device.id) != device.id:
                return identity, owners[identity]
    for identity, others in find_owners(session, owners).items():
        for other in others:
            if other not in devices and other not in gone:
                return identity, other
    return None


def insert_devices(connection: Connection, devices: Sequence[Device]) -> None:
    """Insert devices."""
    for portion in batched(devices, _CHUNK, strict=False):
        connection.execute(insert(_DEVICES), [device_row(device) for device in portion])
    _insert_keys(connection, devices)
    hand_back(connection, [device.id for device in devices])


def update_devices(connection: Connection, pairs: Sequence[tuple[Device, Device]]) -> None:
    """Write devices as they are to be; each comes with what it was."""
    for portion in batched((after for _, after in pairs), _CHUNK, strict=False):
        rows = [device_row(device) for device in portion]
        connection.execute(
            _UPDATE, [{"of_id": row["id"], **{f"new_{name}": row[name] for name in _UPDATED}} for row in rows]
        )
    rekeyed = [
        after for before, after in pairs if (before.identities, before.refused) != (after.identities, after.refused)
    ]
    _delete_keys(connection, [device.id for device in rekeyed])
    _insert_keys(connection, rekeyed)


def delete_devices(connection: Connection, device_ids: Sequence[str]) -> None:
    """Delete devices; when they were seen stays, in case they come back."""
    leave_behind(connection, device_ids)
    _delete_keys(connection, device_ids)
    for portion in batched(device_ids, _CHUNK, strict=False):
        connection.execute(delete(DeviceRow).where(DeviceRow.id.in_(portion)))


def missing_items(connection: Connection, devices: Iterable[Device]) -> set[str]:
    """Return the ids of items that devices are said to be, and that are gone."""
    named = {device.item_id for device in devices if device.item_id}
    return named - _there(connection, ItemRow.__table__.c.id, named)


def missing_locations(connection: Connection, devices: Iterable[Device]) -> set[str]:
    """Return the ids of places that devices are said to be at, and that are gone."""
    named = {device.location_id for device in devices if device.location_id}
    return named - _there(connection, LocationRow.__table__.c.id, named)


def _there(connection: Connection, column: Any, ids: Collection[str]) -> set[str]:
    """Return which ids a table has."""
    found: set[str] = set()
    for portion in batched(ids, _CHUNK, strict=False):
        found.update(connection.execute(select(column).where(column.in_(portion))).scalars())
    return found


def _insert_keys(connection: Connection, devices: Iterable[Device]) -> None:
    """Insert what devices are known by, and what they are not."""
    for portion in batched(devices, _CHUNK, strict=False):
        for table, rows in (
            (IdentityRow.__table__, [row for device in portion for row in identity_rows(device)]),
            (RefusalRow.__table__, [row for device in portion for row in refusal_rows(device)]),
        ):
            if rows:
                connection.execute(insert(table), rows)  # type: ignore[arg-type]


def _delete_keys(connection: Connection, device_ids: Sequence[str]) -> None:
    for portion in batched(device_ids, _CHUNK, strict=False):
        connection.execute(delete(IdentityRow).where(IdentityRow.device_id.in_(portion)))
        connection.execute(delete(RefusalRow).where(RefusalRow.first_id.in_(portion)))
