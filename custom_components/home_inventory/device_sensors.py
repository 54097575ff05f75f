"""Sensors about devices: how many each site has, and when each source last ran well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .device_coordinator import DevicesCoordinator
from .entity import site_device
from .source_entity import SourceEntity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .domain.device_figures import DeviceFigures
    from .domain.models import Location
    from .domain.sync import SourceInfo
    from .inventory import Inventory


@dataclass(frozen=True, kw_only=True)
class DeviceSensorDescription(SensorEntityDescription):
    """A sensor of the devices of a site."""

    value_fn: Callable[[DeviceFigures], int]


DEVICE_SENSORS: Final = (
    DeviceSensorDescription(
        key="devices",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda figures: figures.total,
    ),
    DeviceSensorDescription(
        key="devices_offline",
        state_class=SensorStateClass.MEASUREMENT,
        value_fn=lambda figures: figures.offline,
    ),
    DeviceSensorDescription(
        key="devices_missing",
        state_class=SensorStateClass.MEASUREMENT,
        entity_registry_enabled_default=False,
        value_fn=lambda figures: figures.missing,
    ),
)


class DeviceSensor(CoordinatorEntity[DevicesCoordinator], SensorEntity):
    """A figure of the devices of a site."""

    entity_description: DeviceSensorDescription
    _attr_has_entity_name = True

    def __init__(self, coordinator: DevicesCoordinator, site: Location, description: DeviceSensorDescription) -> None:
        """Take the site and what to show of it."""
        super().__init__(coordinator)
        self.entity_description = description
        self._site_id = site.id
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{site.id}_{description.key}"
        self._attr_device_info = site_device(site)

    @property
    @override
    def available(self) -> bool:
        """Return whether it can be known."""
        return self.coordinator.is_available

    @property
    @override
    def native_value(self) -> int:
        """Return the figure."""
        return self.entity_description.value_fn(self.coordinator.of_site(self._site_id))


class LastSyncSensor(SourceEntity, SensorEntity):
    """When the last run of a source that went well was done."""

    _attr_device_class = SensorDeviceClass.TIMESTAMP
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, inventory: Inventory, source: SourceInfo) -> None:
        """Take the source."""
        super().__init__(inventory, source, "last_sync")

    @property
    @override
    def native_value(self) -> datetime | None:
        """Return when that was."""
        good = self._status.last_good
        return None if good is None else good.finished_at
