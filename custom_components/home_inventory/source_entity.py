"""What the entities of sources share: the device of the source, and hearing how it is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity

from .const import DOMAIN
from .domain.sync import SourceKind
from .domain.sync_errors import SourceNotFoundError

if TYPE_CHECKING:
    from .domain.sync import SourceInfo
    from .inventory import Inventory

UNTITLED: Final = {SourceKind.HASS: "home_assistant", SourceKind.SCAN: "scan_files"}
"""What nobody has given a title, by the key of its translated name."""
_PANEL: Final = "homeassistant://home-inventory/devices"


def source_device(inventory: Inventory, source: SourceInfo) -> DeviceInfo:
    """Return the device of a source: a service, as it is nothing that one could carry away."""
    identifiers = {(DOMAIN, source.id)}
    if (key := UNTITLED.get(source.kind)) is None:
        return DeviceInfo(
            identifiers=identifiers,
            name=source.title,
            entry_type=DeviceEntryType.SERVICE,
            configuration_url=_PANEL,
        )
    return DeviceInfo(
        identifiers=identifiers,
        translation_key=key,
        translation_placeholders={"site": inventory.locations.name(source.site_id or "") or "?"},
        entry_type=DeviceEntryType.SERVICE,
        configuration_url=_PANEL,
    )


class SourceEntity(Entity):
    """An entity about a source; what it shows is in memory, so it is there whenever the source is."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, inventory: Inventory, source: SourceInfo, key: str) -> None:
        """Take the source and what the entity is called."""
        self._sources = inventory.sources
        self._status = self._sources.status(source.id)
        self._attr_translation_key = key
        self._attr_unique_id = f"{source.id}_{key}"
        self._attr_device_info = source_device(inventory, source)

    @override
    async def async_added_to_hass(self) -> None:
        """Hear of runs from now on."""
        await super().async_added_to_hass()
        self.async_on_remove(self._sources.async_listen(self._on_source))

    @callback
    def _on_source(self, source_id: str) -> None:
        """Show how the source is doing now; one that has just gone takes the entity with it."""
        if source_id != self._status.source.id:
            return
        try:
            self._status = self._sources.status(source_id)
        except SourceNotFoundError:
            return
        self.async_write_ha_state()
