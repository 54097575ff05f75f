"""Devices of a complete export: known again by id, else by what no other device has, else they are added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.devices import DeviceField
from ..domain.errors import InventoryError, LocationNotFoundError
from ..domain.imports import Rejected
from . import devices
from .device_rows import find_owners, load_devices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.complete import Taken
    from ..domain.devices import Device
    from .merge_trees import MergedPlaces
    from .work import Work

_SETTLED: Final = (
    "identities",
    "item_id",
    "parent_id",
    "link",
    "components",
    "sleeps",
    "ignored",
    "archived_at",
    "refused",
)
"""What else of a device may differ."""


class MergedDevices:
    """Takes in devices, all at once: they refer to each other."""

    def __init__(self, work: Work, taken: Taken, places: MergedPlaces) -> None:
        """Take where the places of the file are here."""
        self._work = work
        self._taken = taken
        self._places = places
        self._ids: dict[str, str] = {}

    def take(self, read: Sequence[tuple[int, Device]]) -> None:
        """Take in the devices of the file."""
        here = load_devices(self._work.session)
        self._ids = {device.id: self._id_here(device, here) for _, device in read}
        for line, device in read:
            own = here.get(self._ids[device.id])
            told = self._told(device)
            if own is None:
                after = replace(told, created_at=device.created_at)
            elif own.id == device.id:
                after = replace(told, missing_since=own.missing_since, updated_at=own.updated_at)
            else:
                after = _with_settled(own, told)
            try:
                self._change(line, own, devices.without_lost(self._work, after))
            except InventoryError as err:
                self._taken.rejected.append(Rejected.of(line, device.name, err))

    def _change(self, line: int, own: Device | None, after: Device) -> None:
        """Write a device as it is to be. Raises DeviceExistsError."""
        if own is not None and after == own:
            self._taken.unchanged += 1
            return
        devices.change(self._work, [(own, after)])
        names = () if own is None else tuple(name for name in _SETTLED if getattr(own, name) != getattr(after, name))
        facts = (
            () if own is None else tuple(name for name in DeviceField if own.facts.get(name) != after.facts.get(name))
        )
        self._taken.note(line, after.id, after.name, (*facts, *names))

    def _id_here(self, device: Device, here: dict[str, Device]) -> str:
        """Return the id of the device that is the same one; its own when there is none."""
        if device.id in here:
            return device.id
        strong = [identity for identity in device.identities if identity.is_strong]
        owners = find_owners(self._work.session, strong)
        return next((owners[identity][0] for identity in strong if owners.get(identity)), device.id)

    def _told(self, device: Device) -> Device:
        """Return a device with the ids that are meant here."""
        facts = dict(device.facts)
        if device.location_id is not None:
            try:
                place = self._places.id_of(device.location_id)
                facts[DeviceField.LOCATION] = replace(facts[DeviceField.LOCATION], value=place)
            except LocationNotFoundError:
                del facts[DeviceField.LOCATION]
        parent_id = device.parent_id and self._ids.get(device.parent_id, device.parent_id)
        refused = tuple(self._ids.get(other, other) for other in device.refused)
        return replace(device, facts=facts, parent_id=parent_id, refused=refused)


def _with_settled(own: Device, told: Device) -> Device:
    """Return our device with what people have said of it elsewhere, where nobody has said anything here."""
    said = {
        name: fact
        for name, fact in told.facts.items()
        if fact.is_locked and not (name in own.facts and own.facts[name].is_locked)
    }
    values: dict[str, Any] = {"facts": {**own.facts, **said}, "item_id": own.item_id or told.item_id}
    return replace(own, **values, sleeps=own.sleeps or told.sleeps, ignored=own.ignored or told.ignored)
