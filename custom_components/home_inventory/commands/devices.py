"""Commands about devices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from ..batteries import async_batteries
from ..device_views import FIELD_NAMES, conflict_view, detail_view, device_view, overview_view, suggestion_view
from ..domain.device_filters import NEW_FOR, DeviceFilter
from ..domain.devices import DeviceField, Status
from ..domain.errors import InvalidValueError
from ..domain.fields import ITEM_DETAILS, NAME, QUANTITY, REFERENCE, Choices, Flag, Reader, Text
from ..views import View, item_view
from .base import PAGING, Call, Command
from .device_fields import Identities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.models import Done
    from ..domain.shown_devices import ShownDevice

_DEVICE: Final[Mapping[str, Reader]] = {"device": REFERENCE}
_FACTS: Final[Mapping[str, Reader]] = {
    "name": NAME,
    "manufacturer": Text(255),
    "model": Text(255),
    "serial_number": Text(255),
    "firmware": Text(255),
    "device_type": Text(255),  # over the websocket `type` is the command
    "location": REFERENCE,
}
_OF_ITEM: Final = ("purchase_date", "purchase_price", "currency", "vendor", "warranty_until", "notes")
_FIELDS: Final[Mapping[str, DeviceField]] = {
    **{name: field for field, name in FIELD_NAMES.items() if name != "type"},
    "device_type": DeviceField.TYPE,
}


async def _list(call: Call) -> View:
    """Return a page of devices."""
    wanted, batteries = await async_wanted_devices(call), async_batteries(call.hass)
    page = await call.inventory.devices.async_list(wanted, **call.paging())
    devices = [device_view(call.inventory, shown, batteries) for shown in page.entries]
    return {"devices": devices, "total": page.total}


async def _get(call: Call) -> View:
    """Return one device and what is around it."""
    detail = await call.inventory.devices.async_get(call.values["device"])
    return detail_view(call.inventory, detail, async_batteries(call.hass))


async def _update(call: Call) -> View:
    """Settle fields of a device, or let its sources say them again."""
    values = call.values
    facts = {field: values[name] for name, field in _FIELDS.items() if name in values}
    marks: dict[str, bool] = {name: bool(values[name]) for name in ("sleeps", "ignored") if name in values}
    return _done(call, await call.inventory.devices.async_update(call.actor, values["device"], facts, marks))


async def _adopt(call: Call) -> View:
    """Make an item of a device, or say which one it is."""
    values = {name: value for name, value in call.values.items() if value is not None}
    reference, item, devices = values.pop("device"), values.pop("item", None), call.inventory.devices
    if item is not None:
        call.actor.require_write()
        if values:
            raise InvalidValueError(min(values), "only for a new item")
        item_id = (await call.inventory.items.async_get(item)).id
        adopted, done = await devices.async_link(call.actor, reference, item_id)
    else:
        quantity, location = values.pop("quantity", Decimal(1)), values.pop("location", None)
        if "purchase_price" in values:
            values.setdefault("currency", call.inventory.currency)
        adopted, done = await devices.async_adopt(call.actor, reference, values, quantity=quantity, location=location)
    return {"item": item_view(call.inventory, adopted), **_done(call, done)}


async def _unlink(call: Call) -> View:
    """Say that a device is no item."""
    return _done(call, await call.inventory.devices.async_unlink(call.actor, call.values["device"]))


async def _merge(call: Call) -> View:
    """Make two devices one."""
    values = call.values
    return _done(call, await call.inventory.devices.async_merge(call.actor, values["keep"], values["gone"]))


async def _split(call: Call) -> View:
    """Make two devices again of what was made one."""
    return _done(call, await call.inventory.devices.async_split(call.actor, call.values["batch"]))


async def _split_off(call: Call) -> View:
    """Make a device of its own of what another is wrongly known by."""
    values = call.values
    return _done(call, await call.inventory.devices.async_split_off(call.actor, values["device"], values["identities"]))


async def _refuse(call: Call) -> View:
    """Say that two devices are not one."""
    values = call.values
    refused = values.get("refused") is not False
    return _done(
        call,
        await call.inventory.devices.async_refuse(call.actor, values["first"], values["second"], refused=refused),
    )


async def _remove(call: Call) -> View:
    """Archive or delete a device."""
    permanently = bool(call.values.get("permanently"))
    return _done(
        call,
        await call.inventory.devices.async_remove(call.actor, call.values["device"], permanently=permanently),
    )


async def _restore(call: Call) -> View:
    """Bring a device back."""
    return _done(call, await call.inventory.devices.async_restore(call.actor, call.values["device"]))


async def _overview(call: Call) -> View:
    """Return how devices are doing, and what of that somebody should look at."""
    return overview_view(call.inventory, await call.inventory.devices.async_overview())


async def _suggestions(call: Call) -> View:
    """Return which devices may be one."""
    found = await call.inventory.devices.async_suggestions()
    return {"suggestions": [suggestion_view(call.inventory, each) for each in found]}


async def _conflicts(call: Call) -> View:
    """Return which addresses several devices answer to."""
    return {"conflicts": [conflict_view(conflict) for conflict in await call.inventory.devices.async_conflicts()]}


async def _types(call: Call) -> View:
    """Return what kinds of devices there are, the commonest first."""
    types = await call.inventory.devices.async_types()
    in_order = sorted(types.items(), key=lambda entry: (-entry[1], entry[0]))
    return {"types": [{"name": name, "count": count} for name, count in in_order]}


async def async_wanted_devices(call: Call) -> DeviceFilter:
    """Return which devices are wanted. Raises InventoryError for an unknown place, source or item."""
    wanted = _read_filter(call)
    if call.values.get("battery_low"):
        low = frozenset(device_id for device_id, battery in async_batteries(call.hass).items() if battery.is_low)
        wanted = replace(wanted, hass_ids=low)
    if (item := call.values.get("item")) is not None:
        wanted = replace(wanted, item_ids=frozenset({(await call.inventory.items.async_get(item)).id}))
    return wanted


def _read_filter(call: Call) -> DeviceFilter:
    """Return which devices are wanted, as far as their fields tell."""
    values, inventory = call.values, call.inventory
    location, site, source = values.get("location"), values.get("site"), values.get("source")
    kind = values.get("device_type")
    return DeviceFilter(
        site=None if site is None else inventory.devices.at_site(site, _sources_at(call, site)),
        location_ids=location and inventory.locations.inside(inventory.locations.resolve_location(location).id),
        source_ids=None if source is None else frozenset({inventory.sources.resolve(source).id}),
        statuses=frozenset(values.get("status") or ()) or None,
        types=None if kind is None else frozenset({kind}),
        text=values.get("text"),
        new_since=datetime.now(UTC) - NEW_FOR if values.get("new") else None,
        is_linked=False if values.get("new") else values.get("linked"),
        is_ignored=bool(values.get("ignored")),
        is_archived=bool(values.get("archived")),
    )


def _sources_at(call: Call, site: str) -> list[str]:
    """Return the ids of the sources of a site."""
    site_id = call.inventory.locations.resolve_location(site).id
    return [source.id for source in call.inventory.sources.infos() if source.site_id == site_id]


def _done(call: Call, done: Done[ShownDevice]) -> View:
    """Return the device and the batch that changed it."""
    return {"device": device_view(call.inventory, done.value), "batch": done.batch_id}


DEVICE_FILTERS: Final[Mapping[str, Reader]] = {
    "text": Text(255),
    "site": REFERENCE,
    "location": REFERENCE,
    "source": REFERENCE,
    "status": Choices(Status),
    "device_type": Text(255),
    "item": REFERENCE,
    "new": Flag(),
    "battery_low": Flag(),
    "linked": Flag(),
    "ignored": Flag(),
    "archived": Flag(),
}
_ADOPTED: Final[Mapping[str, Any]] = {
    "item": REFERENCE,
    "name": NAME,
    "location": REFERENCE,
    "quantity": QUANTITY,
    **{name: ITEM_DETAILS[name] for name in _OF_ITEM},
}

DEVICE_COMMANDS: Final = (
    Command(name="device/list", run=_list, fields={**DEVICE_FILTERS, **PAGING}),
    Command(name="device/get", run=_get, fields=_DEVICE, required=("device",)),
    Command(
        name="device/update",
        action="update_device",
        run=_update,
        fields={**_DEVICE, **_FACTS, "sleeps": Flag(), "ignored": Flag()},
        required=("device",),
    ),
    Command(
        name="device/adopt", action="adopt_device", run=_adopt, fields={**_DEVICE, **_ADOPTED}, required=("device",)
    ),
    Command(name="device/unlink", run=_unlink, fields=_DEVICE, required=("device",)),
    Command(
        name="device/merge",
        action="merge_devices",
        run=_merge,
        fields={"keep": REFERENCE, "gone": REFERENCE},
        required=("keep", "gone"),
    ),
    Command(name="device/split", action="split_device", run=_split, fields={"batch": REFERENCE}, required=("batch",)),
    Command(
        name="device/split_off",
        run=_split_off,
        fields={**_DEVICE, "identities": Identities()},
        required=("device", "identities"),
    ),
    Command(
        name="device/refuse",
        run=_refuse,
        fields={"first": REFERENCE, "second": REFERENCE, "refused": Flag()},
        required=("first", "second"),
    ),
    Command(name="device/remove", run=_remove, fields={**_DEVICE, "permanently": Flag()}, required=("device",)),
    Command(name="device/restore", run=_restore, fields=_DEVICE, required=("device",)),
    Command(name="device/overview", run=_overview, fields={}),
    Command(name="device/suggestions", run=_suggestions, fields={}),
    Command(name="device/conflicts", run=_conflicts, fields={}),
    Command(name="device/types", run=_types, fields={}),
)
