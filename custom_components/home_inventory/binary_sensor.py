"""Binary sensors: whether sources can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.components.binary_sensor import BinarySensorDeviceClass, BinarySensorEntity
from homeassistant.const import EntityCategory

from .source_entity import SourceEntity
from .source_roster import async_add_for_sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

    from .domain.sync import SourceInfo
    from .inventory import Inventory, InventoryConfigEntry

PARALLEL_UPDATES: Final = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: InventoryConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the binary sensors of all sources, and of those that come."""
    inventory = entry.runtime_data
    async_add_for_sources(entry, async_add_entities, lambda source: [ConnectivitySensor(inventory, source)])


class ConnectivitySensor(SourceEntity, BinarySensorEntity):
    """Whether the last run of a source went well; unknown before the first."""

    _attr_device_class = BinarySensorDeviceClass.CONNECTIVITY
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, inventory: Inventory, source: SourceInfo) -> None:
        """Take the source."""
        super().__init__(inventory, source, "connectivity")

    @property
    @override
    def is_on(self) -> bool | None:
        """Return whether it went well."""
        return self._status.is_connected

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, str] | None:
        """Return the code of what went wrong, for automations; its text may name hosts, which are nobody's business here."""
        run = self._status.last_run
        return None if run is None or run.error is None else {"error": run.error}
