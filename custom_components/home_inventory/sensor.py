"""Sensors: what the sites add up to, items that have a device of their own, and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import PlatformNotReady
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .const import DOMAIN
from .coordinator import FiguresCoordinator, async_get_coordinator
from .device_coordinator import async_get_devices_coordinator
from .device_sensors import DEVICE_SENSORS, DeviceSensor, LastSyncSensor
from .domain.errors import InventoryError
from .entity import NoticeEntity, item_device, site_device
from .pacing import Pacer
from .roster import Roster
from .source_roster import SourceRoster, async_add_for_sources
from .views import number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
    from homeassistant.helpers.typing import StateType

    from .domain.models import Item, Location
    from .domain.site_figures import SiteFigures
    from .inventory import Inventory, InventoryConfigEntry

PARALLEL_UPDATES: Final = 0


@dataclass(frozen=True, kw_only=True)
class SiteSensorDescription(SensorEntityDescription):
    """A sensor of a site."""

    value_fn: Callable[[SiteFigures], StateType | date]
    attributes_fn: Callable[[SiteFigures], Mapping[str, str] | None] = lambda _figures: None
    unit_fn: Callable[[Inventory], str | None] = lambda _inventory: None


@dataclass(frozen=True, kw_only=True)
class ItemSensorDescription(SensorEntityDescription):
    """A sensor of an item."""

    value_fn: Callable[[Item], StateType | date]
    unit_fn: Callable[[Item], str | None] = lambda _item: None


SITE_SENSORS: Final = (
    SiteSensorDescription(
        key="items",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda figures: figures.items,
    ),
    SiteSensorDescription(
        key="total_value",
        device_class=SensorDeviceClass.MONETARY,
        state_class=SensorStateClass.TOTAL,
        suggested_display_precision=2,
        value_fn=lambda figures: number(figures.total_value),
        unit_fn=lambda inventory: inventory.currency,
    ),
    SiteSensorDescription(
        key="warranties_expiring",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda figures: figures.warranties_expiring,
    ),
    SiteSensorDescription(
        key="next_warranty_expiry",
        device_class=SensorDeviceClass.DATE,
        value_fn=lambda figures: figures.next_warranty_expiry,
        attributes_fn=lambda figures: {"item": figures.next_warranty_item} if figures.next_warranty_item else None,
    ),
    SiteSensorDescription(
        key="low_stock",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda figures: figures.low_stock,
    ),
)
ITEM_SENSORS: Final = (
    ItemSensorDescription(
        key="warranty_until",
        device_class=SensorDeviceClass.DATE,
        value_fn=lambda item: None if item.lifetime_warranty else item.warranty_until,
    ),
    ItemSensorDescription(
        key="quantity",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda item: number(item.quantity),
        unit_fn=lambda item: item.unit,
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: InventoryConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the sensors of all sites, promoted items and sources, and of those that come."""
    coordinator = await async_get_coordinator(hass, entry)
    devices = await async_get_devices_coordinator(hass, entry)
    inventory = entry.runtime_data
    try:
        promoted = await inventory.items.async_list_promoted()
    except InventoryError as err:  # without them, their devices would be taken for what is left over
        raise PlatformNotReady(
            translation_domain=DOMAIN, translation_key=err.code, translation_placeholders=err.placeholders
        ) from err

    @callback
    def add_site(site: Location) -> None:
        async_add_entities(SiteSensor(coordinator, site, description) for description in SITE_SENSORS)
        async_add_entities(DeviceSensor(devices, site, description) for description in DEVICE_SENSORS)

    @callback
    def add_item(item: Item) -> Callable[[Item], None]:
        sensors = [ItemSensor(coordinator, item, description) for description in ITEM_SENSORS]
        async_add_entities(sensors)

        @callback
        def tell(item: Item) -> None:
            for sensor in sensors:
                sensor.async_take(item)

        return tell

    roster = Roster(hass, entry, add_site=add_site, add_item=add_item)
    roster.async_start(promoted, [source.id for source in inventory.sources.infos()])
    SourceRoster(hass, entry).async_start()
    async_add_for_sources(entry, async_add_entities, lambda source: [LastSyncSensor(inventory, source)])


class SiteSensor(CoordinatorEntity[FiguresCoordinator], SensorEntity):
    """A figure of a site."""

    entity_description: SiteSensorDescription
    _attr_has_entity_name = True

    def __init__(self, coordinator: FiguresCoordinator, site: Location, description: SiteSensorDescription) -> None:
        """Take the site and what to show of it."""
        super().__init__(coordinator)
        self.entity_description = description
        self._site_id = site.id
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{site.id}_{description.key}"
        self._attr_device_info = site_device(site)
        self._attr_native_unit_of_measurement = description.unit_fn(coordinator.config_entry.runtime_data)

    @property
    @override
    def native_value(self) -> StateType | date:
        """Return the figure."""
        return self.entity_description.value_fn(self.coordinator.of_site(self._site_id))

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, str] | None:
        """Return what the figure is about, if it is about something."""
        return self.entity_description.attributes_fn(self.coordinator.of_site(self._site_id))


class ItemSensor(NoticeEntity, SensorEntity):
    """Something about an item that has a device of its own."""

    entity_description: ItemSensorDescription
    _attr_has_entity_name = True

    def __init__(self, coordinator: FiguresCoordinator, item: Item, description: ItemSensorDescription) -> None:
        """Take the item and what to show of it."""
        super().__init__(coordinator)
        self.entity_description = description
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{item.id}_{description.key}"
        self._attr_device_info = item_device(item)
        self._pacer: Pacer | None = None
        self._show(item)

    @override
    async def async_added_to_hass(self) -> None:
        """Write states from now on."""
        await super().async_added_to_hass()
        self._pacer = Pacer(self.hass, self.async_write_ha_state)
        self.async_on_remove(self._pacer.stop)

    @callback
    def async_take(self, item: Item) -> None:
        """Take the item as it is now."""
        before = (self.native_value, self.native_unit_of_measurement)
        self._show(item)
        if self._pacer is not None and (self.native_value, self.native_unit_of_measurement) != before:
            self._pacer.request()

    def _show(self, item: Item) -> None:
        """Show an item."""
        self._attr_native_value = self.entity_description.value_fn(item)
        self._attr_native_unit_of_measurement = self.entity_description.unit_fn(item)
