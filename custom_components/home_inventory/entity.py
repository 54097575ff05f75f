"""What the entities share: the devices they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity

from .const import DOMAIN

if TYPE_CHECKING:
    from .domain.models import Item, Location
    from .inventory import Inventory, InventoryConfigEntry

_PANEL: Final = "homeassistant://home-inventory"


def site_device(site: Location) -> DeviceInfo:
    """Return the device of a site."""
    return DeviceInfo(
        identifiers={(DOMAIN, site.id)},
        name=site.name,
        entry_type=DeviceEntryType.SERVICE,
        configuration_url=f"{_PANEL}/items",
    )


def item_device(item: Item) -> DeviceInfo:
    """Return the device of an item that was promoted."""
    return DeviceInfo(
        identifiers={(DOMAIN, item.id)},
        name=item.name,
        manufacturer=item.manufacturer,
        model=item.model,
        serial_number=item.serial_number,
        configuration_url=f"{_PANEL}/items/{item.id}",
    )


class HomeEntity(Entity):
    """An entity about the whole inventory; it belongs to the home's device."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, entry: InventoryConfigEntry, key: str) -> None:
        """Take what the entity is called."""
        self._inventory: Inventory = entry.runtime_data
        self._attr_translation_key = key
        self._attr_unique_id = f"{entry.entry_id}_{key}"
        home = self._inventory.locations.get(self._inventory.home_id)
        if home is not None:
            self._attr_device_info = site_device(home)
