"""Home Assistant's device registry as a source of devices.

The firmware is the registry's. How full a battery is, is not there: it is the state of an entity of the device, of the device class
"battery", and changes without the registry's knowing; `batteries.py` reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.helpers import device_registry as dr

from .const import DOMAIN
from .sources.hass_devices import RegistryDevice, harvest_of
from .sparing import sparing_the_loop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.device_registry import ChildDeviceEntry, DeviceEntry

    from .domain.observations import Harvest


async def async_harvest_registry(hass: HomeAssistant) -> Harvest:
    """Return what the registry says of all devices but services and our own. A place is the id of an area.

    The event loop only takes down what there is, which for 2,000 devices is done in a millisecond; entries of the registry never
    change, new ones take their place, so that a thread can look at them.
    """
    registry = dr.async_get(hass)
    domains = {entry.entry_id: entry.domain for entry in hass.config_entries.async_entries()}
    with sparing_the_loop():
        return await hass.async_add_executor_job(_harvest, [*registry.devices], [*registry.child_devices], domains)


def _harvest(devices: Iterable[DeviceEntry], parts: Iterable[ChildDeviceEntry], domains: Mapping[str, str]) -> Harvest:
    """Return what entries say; `domains` has the integration of each config entry."""
    mains = [_device(device, domains.get(device.config_entry_id, "")) for device in devices]
    return harvest_of(
        [*mains, *(_part(part, domains.get(part.config_entry_id, "")) for part in parts)], own_domain=DOMAIN
    )


def _device(device: DeviceEntry, domain: str) -> RegistryDevice:
    """Return what we take of a device."""
    return RegistryDevice(
        id=device.id,
        domain=domain,
        name=_text(device.name),
        name_by_user=_text(device.name_by_user),
        manufacturer=_text(device.manufacturer),
        model=_text(device.model or device.model_id),
        serial_number=_text(device.serial_number),
        sw_version=_text(device.sw_version),
        connections=frozenset(device.connections),
        # Its effective area too: only parts have one from elsewhere.
        area_id=device.area_id,
        via_id=device.via_device_id,
        former_id=device.composite_device_id,
        is_service=device.entry_type is dr.DeviceEntryType.SERVICE,
    )


def _part(device: ChildDeviceEntry, domain: str) -> RegistryDevice:
    """Return what there is of a part of a device."""
    return RegistryDevice(
        id=device.id,
        domain=domain,
        name=_text(device.name),
        name_by_user=_text(device.name_by_user),
        parent_id=device.parent_device_id,
    )


def _text(value: object) -> str | None:
    """Return a text of the registry: what old versions have stored may be a number."""
    return None if value is None else str(value)
