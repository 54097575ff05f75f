"""Buttons: running a source now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.components.button import ButtonEntity
from homeassistant.core import Context, HomeAssistant

from .actors import async_actor
from .domain.actor import Source
from .domain.sync import SourceKind
from .errors import translated_errors
from .source_entity import SourceEntity
from .source_roster import async_add_for_sources

if TYPE_CHECKING:
    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

    from .domain.sync import SourceInfo
    from .inventory import Inventory, InventoryConfigEntry

PARALLEL_UPDATES: Final = 0
"""Several sources may run at the same time; each of them says itself when it is running already."""


async def async_setup_entry(
    hass: HomeAssistant, entry: InventoryConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the buttons of all sources that can be asked, and of those that come."""
    inventory = entry.runtime_data
    async_add_for_sources(
        entry,
        async_add_entities,
        lambda source: [SyncButton(inventory, source)] if source.kind is not SourceKind.SCAN else [],
    )


class SyncButton(SourceEntity, ButtonEntity):
    """Runs a source now, in the name of whoever has pressed it."""

    def __init__(self, inventory: Inventory, source: SourceInfo) -> None:
        """Take the source."""
        super().__init__(inventory, source, "sync")

    @override
    async def async_press(self) -> None:
        """Wait until it has run, or say why it could not."""
        actor = await async_actor(self.hass, self._context or Context(), Source.ACTION)
        with translated_errors():
            await self._sources.async_sync(actor, self._status.source.id)
