"""What tests of runs do to a household."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigSubentry

from custom_components.home_inventory.db import device_lists, devices
from custom_components.home_inventory.domain.actor import SYSTEM

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.devices import Device, Status
    from custom_components.home_inventory.domain.sync import SyncResult
    from custom_components.home_inventory.source_settings import SourceSettings
    from custom_components.home_inventory.syncing import SyncEngine
    from tests.kit import InventoryTestKit


class SyncedHome:
    """A household with sources."""

    def __init__(self, kit: InventoryTestKit) -> None:
        """Take the household."""
        self.kit = kit
        self.source_id = ""
        """The source that was added last."""

    @property
    def engine(self) -> SyncEngine:
        """What asks."""
        return self.kit.inventory.sources

    async def add(self, kind: str, settings: SourceSettings, title: str = "Source") -> str:
        """Add a source as its form does; return its id."""
        subentry = ConfigSubentry(
            data=MappingProxyType(settings.as_data()), subentry_type=kind, title=title, unique_id=None
        )
        self.kit.hass.config_entries.async_add_subentry(self.kit.entry, subentry)
        await self.kit.hass.async_block_till_done()
        self.source_id = subentry.subentry_id
        return self.source_id

    async def sync(self, *, dry_run: bool = False, confirmed: bool = False) -> SyncResult:
        """Ask the source that was added last."""
        return await self.engine.async_sync(SYSTEM, self.source_id, dry_run=dry_run, confirmed=confirmed)

    async def devices(self) -> dict[str, Device]:
        """Return all devices by their name."""
        state = await self.kit.inventory._database.async_read(devices.load_state)
        return {device.name: device for device in state.devices.values()}

    async def statuses(self) -> dict[str, Status]:
        """Return how all devices are doing, by their name."""
        run = self.kit.inventory.syncs.run_context()
        statuses = await self.kit.inventory._database.async_read(device_lists.load_statuses, run)
        return {name: statuses[device.id] for name, device in (await self.devices()).items()}
