"""The cells of places, devices and lines of history."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..domain.addresses import order_of
from ..domain.cell_text import join_list
from ..domain.devices import DeviceField
from ..domain.observations import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..domain.models import Batch, Change, Json, Location
    from ..domain.shown_devices import ShownDevice
    from .around import Around
    from .tables import Cell

    type _Reads[T] = Callable[[T, Around], Cell]
    type _Counted = tuple[Location, int]
    type _Line = tuple[Batch, Change]


def location_reader(key: str) -> _Reads[_Counted]:
    """Return what reads a cell of a place, which comes with how many items are in it."""
    return _OF_LOCATION.get(key) or (lambda counted, _: getattr(counted[0], key))


def device_reader(key: str) -> _Reads[ShownDevice]:
    """Return what reads a cell of a device."""
    return _OF_DEVICE[key]


def history_reader(key: str) -> _Reads[_Line]:
    """Return what reads a cell of a line of history, which comes with its batch."""
    return _OF_LINE[key]


def _fact(field: DeviceField) -> _Reads[ShownDevice]:
    """Return what reads a field of a device."""
    return lambda shown, _: shown.known.device.value(field)


def _addresses(shown: ShownDevice) -> list[str]:
    """Return the addresses at which a device was last seen."""
    return sorted({each for seen in shown.known.sightings for each in seen.addresses}, key=order_of)


def _macs(shown: ShownDevice) -> list[str]:
    """Return the hardware addresses of a device."""
    return [each.value for each in shown.known.device.identities if each.kind is IdentityKind.MAC]


def _sources(shown: ShownDevice, around: Around) -> str:
    """Return the names of the sources that have seen a device."""
    return join_list(sorted(around.name(seen.source_id) or "" for seen in shown.known.sightings))


def _fields(values: Mapping[str, Json] | None) -> str | None:
    """Return the fields of a change as JSON."""
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)


def _last_seen(shown: ShownDevice, around: Around) -> Any:
    """Return when a device was last there."""
    return around.moment(max((seen.last_seen for seen in shown.known.sightings), default=None))


_OF_LOCATION: Final[Mapping[str, _Reads[_Counted]]] = {
    "path": lambda counted, around: around.place(counted[0].id),
    "kind": lambda counted, _: counted[0].kind.value,
    "item_count": lambda counted, _: counted[1],
    "area": lambda counted, around: around.name(counted[0].area_id or counted[0].floor_id),
    "archived": lambda counted, _: counted[0].archived_at is not None,
    "created_at": lambda counted, around: around.moment(counted[0].created_at),
    "updated_at": lambda counted, around: around.moment(counted[0].updated_at),
}
_OF_DEVICE: Final[Mapping[str, _Reads[ShownDevice]]] = {
    "name": lambda shown, _: shown.known.device.name,
    "device_type": _fact(DeviceField.TYPE),
    "manufacturer": _fact(DeviceField.MANUFACTURER),
    "model": _fact(DeviceField.MODEL),
    "serial_number": _fact(DeviceField.SERIAL_NUMBER),
    "firmware": _fact(DeviceField.FIRMWARE),
    "status": lambda shown, _: shown.known.status.value,
    "addresses": lambda shown, _: join_list(_addresses(shown)),
    "macs": lambda shown, _: join_list(_macs(shown)),
    "location": lambda shown, around: around.place(shown.known.device.location_id),
    "item_code": lambda shown, _: None if shown.item is None else shown.item.code,
    "item_name": lambda shown, _: None if shown.item is None else shown.item.name,
    "last_seen": _last_seen,
    "sources": _sources,
    "hangs_on": lambda shown, _: None if shown.parent is None else shown.parent.name,
    "sleeps": lambda shown, _: shown.known.device.sleeps,
    "ignored": lambda shown, _: shown.known.device.ignored,
    "archived": lambda shown, _: shown.known.device.archived_at is not None,
    "created_at": lambda shown, around: around.moment(shown.known.device.created_at),
    "updated_at": lambda shown, around: around.moment(shown.known.device.updated_at),
    "id": lambda shown, _: shown.id,
}
_OF_LINE: Final[Mapping[str, _Reads[_Line]]] = {
    "at": lambda line, around: around.moment(line[0].at),
    "person": lambda line, around: around.name(line[0].user_id),
    "source": lambda line, _: line[0].source,
    "kind": lambda line, _: line[1].kind.value,
    "operation": lambda line, _: line[1].operation.value,
    "name": lambda line, _: line[1].title,
    "before": lambda line, _: _fields(line[1].before),
    "after": lambda line, _: _fields(line[1].after),
    "undone": lambda line, _: line[0].undone_by is not None,
    "batch": lambda line, _: line[0].id,
    "id": lambda line, _: line[1].id,
}
