"""What runs of sources find out about devices, told to Home Assistant: on its bus, to the logbook and to automations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import callback

from .const import EVENT_DEVICE_ALERT
from .domain.devices import DeviceField
from .domain.observations import IdentityKind
from .domain.sync import DeviceAlertKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homeassistant.core import HomeAssistant

    from .domain.devices import Device
    from .domain.sync import DeviceAlert
    from .inventory import Inventory, InventoryConfigEntry

_MOST: Final = 50
"""Devices that one alert names: a network where addresses are made up all the time must not fill the recorder."""


@callback
def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Tell the bus of every alert from now on. The sources have to be there already."""
    inventory = entry.runtime_data

    @callback
    def tell(alert: DeviceAlert) -> None:
        hass.bus.async_fire_internal(EVENT_DEVICE_ALERT, alert_data(inventory, alert))

    entry.async_on_unload(inventory.sources.async_listen_alerts(tell))


def alert_data(inventory: Inventory, alert: DeviceAlert) -> dict[str, Any]:
    """Return what an automation gets to know: the devices it is about (at most 50), the first one in short, where, and who says so.

    `device_id` and `name` are those of the first device; None when nobody has seen a device with these hardware addresses.
    """
    devices = [_device_payload(inventory, device) for device in alert.devices[:_MOST]]
    first = devices[0] if devices else {"device_id": None, "name": None}
    data = {
        "kind": alert.kind.value,
        "device_id": first["device_id"],
        "name": first["name"],
        "devices": devices,
        "count": len(alert.devices),
        "site_id": alert.source.site_id,
        "site": inventory.locations.name(alert.source.site_id or ""),
        "source_id": alert.source.id,
        "source": alert.source.title or alert.source.kind.value,
        "at": alert.at.isoformat(),
    }
    if alert.kind is DeviceAlertKind.CONFLICT:
        data |= {"address": alert.address, "macs": list(alert.macs)}
    return data


def _device_payload(inventory: Inventory, device: Device) -> dict[str, Any]:
    """Return which device it is."""
    return {
        "device_id": device.id,
        "name": device.name,
        "manufacturer": device.value(DeviceField.MANUFACTURER),
        "model": device.value(DeviceField.MODEL),
        "location": inventory.locations.path(device.location_id),
        "macs": list(macs_of(device)),
        "item_id": device.item_id,
    }


def describe_alert(data: Mapping[str, Any]) -> str:
    """Return what the data of an alert says, in words."""
    names = ", ".join(device["name"] for device in data["devices"])
    match DeviceAlertKind(data["kind"]):
        case DeviceAlertKind.NEW:
            return f"found a new device: {names}"
        case DeviceAlertKind.NEW_RANDOM:
            return f"found new devices with made-up hardware addresses: {names}"
        case DeviceAlertKind.MISSING:
            return f"misses {names}"
        case DeviceAlertKind.BACK:
            return f"found {names} again"
        case DeviceAlertKind.CONFLICT:
            return f"heard several devices answer to {data['address']}: {', '.join(data['macs'])}"


def macs_of(device: Device) -> tuple[str, ...]:
    """Return the hardware addresses of a device."""
    return tuple(identity.value for identity in device.identities if identity.kind is IdentityKind.MAC)
