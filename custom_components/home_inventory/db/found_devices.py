"""Devices in the search: what the index is told of them, and what is shown of those that were found."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import or_, select

from ..domain.findings import Traits
from . import device_rows
from .device_lists import load_statuses, select_devices
from .device_lookup import show_devices
from .schema import AliasRow, DeviceRow, ItemRow
from .sightings import load_sightings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from ..domain.device_filters import DeviceFilter
    from ..domain.devices import Device, Status
    from ..domain.matching import Run
    from ..domain.shown_devices import ShownDevice

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePart:
    """What a search has to know to tell of devices."""

    run: Run
    """What statuses depend on."""
    statuses: frozenset[Status] | None = None
    instead: Mapping[str, str] = field(default_factory=dict)
    """The items that stand for found devices, by the ids of the devices: where the item fits, the device is left out."""
    of_item: Callable[[str], Collection[str]] = frozenset
    """Returns the ids of the devices that an item is."""


def list_after(session: Session, last_id: str, limit: int) -> list[Traits]:
    """Return what the devices are found by that come after one in the order of their ids, archived and ignored ones too."""
    return _traits(session, device_rows.list_after(session, last_id, limit))


def load(session: Session, device_ids: Sequence[str]) -> list[Traits]:
    """Return what devices are found by; unknown ids are left out."""
    return _traits(session, list(device_rows.load_devices(session, device_ids).values()))


def keep_fitting_devices(
    session: Session, device_ids: Sequence[str], part: DevicePart, items: Collection[str]
) -> list[str]:
    """Return those of the given devices that are to be told, in the order given. `items` are those that fit."""
    told = [device_id for device_id in device_ids if part.instead.get(device_id) not in items]
    if part.statuses is None or not told:
        return told
    statuses = load_statuses(session, part.run)
    return [device_id for device_id in told if statuses.get(device_id) in part.statuses]


def list_alone(session: Session, wanted: DeviceFilter, items: Select[Any] | None, run: Run) -> list[str]:
    """Return the ids of the devices that fit a filter, by name, but for those that are one of the items that `items` selects."""
    statement = select_devices(wanted)
    if items is not None:
        statement = statement.where(or_(DeviceRow.item_id.is_(None), DeviceRow.item_id.not_in(items)))
    found = list(session.scalars(statement.order_by(DeviceRow.name_key, DeviceRow.id)))
    if wanted.statuses is None or not found:
        return found
    statuses = load_statuses(session, run)
    return [device_id for device_id in found if statuses.get(device_id) in wanted.statuses]


def show(
    session: Session, device_ids: Sequence[str], item_ids: Iterable[str], part: DevicePart
) -> tuple[dict[str, ShownDevice], dict[str, ShownDevice]]:
    """Return devices that are shown, by their ids, and those that shown items are, by the ids of the items."""
    linked = [device_id for item_id in item_ids for device_id in sorted(part.of_item(item_id))]
    if not device_ids and not linked:
        return {}, {}
    shown = show_devices(session, [*device_ids, *linked], part.run)
    of_items: dict[str, ShownDevice] = {}
    for device_id in linked:
        device = shown.get(device_id)
        if device is not None and device.item is not None and device.known.device.archived_at is None:
            of_items.setdefault(device.item.id, device)
    return {device_id: shown[device_id] for device_id in device_ids if device_id in shown}, of_items


def _traits(session: Session, devices: Sequence[Device]) -> list[Traits]:
    """Return what devices are found by."""
    called = _names_of_items(session, {device.item_id for device in devices if device.item_id})
    seen: dict[str, dict[str, tuple[str, ...]]] = {device.id: {} for device in devices}
    for sighting in load_sightings(session, list(seen)).values():
        seen[sighting.device_id][sighting.source_id] = sighting.addresses
    return [
        Traits(device=device, addresses=seen[device.id], called=called.get(device.item_id or "", ()))
        for device in devices
    ]


def _names_of_items(session: Session, item_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what items are called, by their ids: the name, then the other names."""
    found: dict[str, tuple[str, ...]] = {}
    for portion in batched(sorted(item_ids), _CHUNK, strict=False):
        names = select(ItemRow.id, ItemRow.name).where(ItemRow.id.in_(portion))
        found |= {item_id: (name,) for item_id, name in session.execute(names)}
        aliases = select(AliasRow.item_id, AliasRow.alias).where(AliasRow.item_id.in_(portion))
        for item_id, alias in session.execute(aliases.order_by(AliasRow.item_id, AliasRow.position)):
            found[item_id] = (*found.get(item_id, ()), alias)
    return found
