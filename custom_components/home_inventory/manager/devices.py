"""Devices: what people settle about them, and making items of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..db import device_edits, device_rows, items
from ..domain.device_errors import DeviceAdoptedError
from ..domain.devices import DeviceField
from ..domain.models import Done
from ..domain.text import name_key
from .base import batch_of
from .device_lookup import DeviceLookup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from ..db.work import Work
    from ..domain.actor import Actor
    from ..domain.devices import Device
    from ..domain.models import Item, Notice
    from ..domain.observations import Identity
    from ..domain.shown_devices import ShownDevice

_LONGEST: Final = 255
_TAKEN_OVER: Final = {
    "manufacturer": DeviceField.MANUFACTURER,
    "model": DeviceField.MODEL,
    "serial_number": DeviceField.SERIAL_NUMBER,
}
"""What an item takes over from the device that it is."""


class DeviceManager(DeviceLookup):
    """Naming, placing, linking, merging, taking apart and removing devices."""

    async def async_update(
        self, actor: Actor, reference: str, facts: Mapping[DeviceField, str | None], marks: Mapping[str, bool]
    ) -> Done[ShownDevice]:
        """Settle fields of a device, a place by its reference; None lets its sources say it again. `marks` are `sleeps` and `ignored`."""
        actor.require_write()
        device = await self.async_resolve(reference)
        values = dict(facts)
        if DeviceField.LOCATION in values:
            values[DeviceField.LOCATION] = self.resolve_location_id(values[DeviceField.LOCATION])
        return await self._async_change(actor, device.id, _update, values, marks)

    async def async_adopt(
        self,
        actor: Actor,
        reference: str,
        values: Mapping[str, Any],
        *,
        quantity: Decimal,
        location: str | None = None,
    ) -> tuple[Item, Done[ShownDevice]]:
        """Make an item of a device, as one batch. `values` are fields of Item; what they leave open the device says.

        Raises DeviceAdoptedError if it is one already.
        """
        actor.require_write()
        device = await self.async_resolve(reference)
        said = {name: _plain(device.value(field)) for name, field in _TAKEN_OVER.items()}
        row = {
            "name": _plain(device.name),
            **{name: value for name, value in said.items() if value},
            "category_ids": self._fitting_category(device),
            **values,
        }
        placed = {
            "quantity": quantity,
            "location_id": self._place_of(device) if location is None else self.resolve_location(location).id,
            "lot": None,
            "best_before": None,
        }
        item_id, notice = await self._async_write(actor, _adopt, device.id, row, placed)
        return await self._async_adopted(item_id, device.id, notice)

    async def async_link(self, actor: Actor, reference: str, item_id: str) -> tuple[Item, Done[ShownDevice]]:
        """Say which item a device is, instead of whichever it was."""
        actor.require_write()
        device = await self.async_resolve(reference)
        _, notice = await self._async_write(actor, device_edits.link_item, device.id, item_id)
        return await self._async_adopted(item_id, device.id, notice)

    async def async_unlink(self, actor: Actor, reference: str) -> Done[ShownDevice]:
        """Say that a device is no item; the item stays."""
        actor.require_write()
        device = await self.async_resolve(reference)
        return await self._async_change(actor, device.id, _unlink)

    async def async_merge(self, actor: Actor, keep: str, gone: str) -> Done[ShownDevice]:
        """Make two devices one; return the one that was kept. Raises CannotMergeError."""
        actor.require_write()
        kept, other = await self.async_resolve(keep), await self.async_resolve(gone)
        _, notice = await self._async_write(actor, device_edits.merge_devices, kept.id, other.id)
        return await self._async_done(kept.id, notice)

    async def async_split(self, actor: Actor, batch_id: str) -> Done[ShownDevice]:
        """Make two devices again of what a batch has made one; return the one that is back.

        Raises BatchNotFoundError, NotMergedError, AlreadyUndoneError or DeviceExistsError.
        """
        device_id, notice = await self._async_write(actor, device_edits.split_merged, batch_id)
        return await self._async_done(device_id, notice)

    async def async_split_off(self, actor: Actor, reference: str, identities: Sequence[Identity]) -> Done[ShownDevice]:
        """Make a device of its own of what another is wrongly known by; return it. Raises NoIdentityError."""
        actor.require_write()
        device = await self.async_resolve(reference)
        device_id, notice = await self._async_write(actor, device_edits.split_off, device.id, identities)
        return await self._async_done(device_id, notice)

    async def async_refuse(self, actor: Actor, first: str, second: str, *, refused: bool = True) -> Done[ShownDevice]:
        """Say that two devices are not one, or take that back; return the first."""
        actor.require_write()
        one, other = await self.async_resolve(first), await self.async_resolve(second)
        _, notice = await self._async_write(actor, device_edits.refuse, one.id, other.id, refused=refused)
        return await self._async_done(one.id, notice)

    async def async_remove(self, actor: Actor, reference: str, *, permanently: bool = False) -> Done[ShownDevice]:
        """Archive a device, or delete it for good, which asks for an admin; return it as it was last."""
        actor.require_write()
        if permanently:
            actor.require_admin()
        before = await self.async_show((await self.async_resolve(reference)).id)
        _, notice = await self._async_write(actor, device_edits.remove_device, before.id, permanently=permanently)
        return Done(before, batch_of(notice)) if permanently else await self._async_done(before.id, notice)

    async def async_restore(self, actor: Actor, reference: str) -> Done[ShownDevice]:
        """Bring an archived device back."""
        actor.require_write()
        device = await self.async_resolve(reference)
        return await self._async_change(actor, device.id, device_edits.restore_device)

    async def _async_change(
        self, actor: Actor, device_id: str, use_case: Callable[..., None], *args: object
    ) -> Done[ShownDevice]:
        """Run a use case on one device and return the device as it is then."""
        _, notice = await self._async_write(actor, use_case, device_id, *args)
        return await self._async_done(device_id, notice)

    async def _async_done(self, device_id: str, notice: Notice | None) -> Done[ShownDevice]:
        """Return a device as it is after a use case."""
        return Done(await self.async_show(device_id), batch_of(notice))

    async def _async_adopted(
        self, item_id: str, device_id: str, notice: Notice | None
    ) -> tuple[Item, Done[ShownDevice]]:
        """Return the item and the device that are one now."""
        item = await self._database.async_read(items.get_item, item_id)
        return item, await self._async_done(device_id, notice)

    def _place_of(self, device: Device) -> str | None:
        """Return the place of a device, if it is one in use."""
        place = self._catalog.locations.get(device.location_id)
        return place.id if place is not None and place.archived_at is None else None

    def _fitting_category(self, device: Device) -> tuple[str, ...]:
        """Return the category that is called as the type of a device, or as the end of it; "Motion sensor" is among the "Sensors"."""
        words = name_key(device.value(DeviceField.TYPE) or "").split()
        by_key: dict[str, list[str]] = {}
        for category in self._catalog.categories:
            by_key.setdefault(name_key(category.name), []).append(category.id)
        for first in range(len(words)):
            kind = " ".join(words[first:])
            found = [each for key in (kind, f"{kind}s", f"{kind}es") for each in by_key.get(key, ())]
            if found:
                return tuple(found) if len(found) == 1 else ()
        return ()


def _update(work: Work, device_id: str, facts: Mapping[DeviceField, str | None], marks: Mapping[str, bool]) -> None:
    """Settle or clear fields of a device, as one batch."""
    for field, value in facts.items():
        if value is None:
            device_edits.clear_field(work, device_id, field)
        else:
            device_edits.set_field(work, device_id, field, value)
    device_edits.mark_device(work, device_id, **marks)


def _unlink(work: Work, device_id: str) -> None:
    """Say that a device is no item."""
    device_edits.link_item(work, device_id, None)


def _adopt(work: Work, device_id: str, values: Mapping[str, Any], placed: Mapping[str, Any]) -> str:
    """Add an item and say that a device is it, as one batch; return the id of the item."""
    device = device_rows.get_device(work.session, device_id)
    if device.item_id is not None:
        # Somebody else was faster, or the same person clicked twice.
        raise DeviceAdoptedError(device.name, items.get_item(work.session, device.item_id).name)
    item_id = items.add_item(work, values, placed)
    device_edits.link_item(work, device_id, item_id)
    return item_id


def _plain(text: str | None) -> str | None:
    """Return what a source says as a field of an item takes it: without control characters, and not too long."""
    if text is None:
        return None
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:_LONGEST] or None
