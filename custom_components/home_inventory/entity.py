"""What the entities share: the devices they belong to, and being there only while the database is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .const import DOMAIN
from .coordinator import FiguresCoordinator

if TYPE_CHECKING:
    from .domain.models import Item, Location
    from .inventory import Inventory

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


class NoticeEntity(CoordinatorEntity[FiguresCoordinator]):
    """An entity that learns from notices what it shows, and from the coordinator whether the database is there."""

    _was_available = True

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the coordinator from what it says now."""
        await super().async_added_to_hass()
        self._was_available = self.available

    @callback
    @override
    def _handle_coordinator_update(self) -> None:
        """Show that the database went or came back; what else was read is not about this entity."""
        if self.available != self._was_available:
            self._was_available = self.available
            self.async_write_ha_state()


class HomeEntity(CoordinatorEntity[FiguresCoordinator]):
    """An entity about the whole inventory; it belongs to the home's device."""

    _attr_has_entity_name = True

    def __init__(self, coordinator: FiguresCoordinator, key: str) -> None:
        """Take what the entity is called."""
        super().__init__(coordinator)
        entry = coordinator.config_entry
        self._inventory: Inventory = entry.runtime_data
        self._attr_translation_key = key
        self._attr_unique_id = f"{entry.entry_id}_{key}"
        home = self._inventory.locations.get(self._inventory.home_id)
        if home is not None:
            self._attr_device_info = site_device(home)
