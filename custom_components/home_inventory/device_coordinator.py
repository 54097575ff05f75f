"""What the sensors of sites show of devices: read once after runs and changes, for all of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN, LOGGER
from .coordinator import async_get_coordinator
from .domain.device_figures import DeviceFigures
from .domain.errors import InventoryError
from .pacing import PacedReader, Retry

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .coordinator import FiguresCoordinator
    from .domain.models import Notice
    from .inventory import InventoryConfigEntry


class DevicesCoordinator(DataUpdateCoordinator[dict[str, DeviceFigures]]):
    """Reads how devices are doing when a run has ended or something has changed, never by the clock.

    That the database is away is found out, and told, by the coordinator of the figures, which looks at every error: this one
    follows it, and reads again what it has missed.
    """

    config_entry: InventoryConfigEntry

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry, figures: FiguresCoordinator) -> None:
        """Read nothing yet."""
        super().__init__(
            hass, LOGGER, config_entry=entry, name=f"{DOMAIN} devices", update_interval=None, always_update=False
        )
        self.data = {}
        self._figures = figures
        self._reader = PacedReader(hass, entry, self._async_read)
        self._retry = Retry(hass, self._reader.request)
        self._first = asyncio.Lock()
        self._has_begun = False
        self._has_data = False
        self._was_available = False
        self._is_behind = False
        """Whether the last read has failed."""

    @property
    def is_available(self) -> bool:
        """Return whether there is something to show, and the database is there."""
        return self._has_data and self._figures.last_update_success

    @callback
    def async_start(self) -> None:
        """Follow the inventory, its sources, and whether the database is there."""
        entry = self.config_entry
        entry.async_on_unload(entry.runtime_data.async_subscribe(self._on_notice))
        entry.async_on_unload(entry.runtime_data.sources.async_listen(self._on_source))
        entry.async_on_unload(self._figures.async_add_listener(self._on_figures))
        entry.async_on_unload(self._retry.stop)
        entry.async_on_unload(self._reader.stop)

    async def async_ready(self) -> None:
        """Read for the first time, whoever of those that share it asks first."""
        async with self._first:
            if not self._has_begun:
                self._has_begun = True
                await self.async_refresh()

    def of_site(self, site_id: str) -> DeviceFigures:
        """Return the figures of a site; one without devices has none."""
        return self.data.get(site_id, _NONE)

    async def _async_read(self) -> bool:
        """Read; return whether that was possible."""
        await self.async_refresh()
        return not self._is_behind

    @callback
    def _on_notice(self, notice: Notice) -> None:
        """Read anew what may have changed: places too, which say at which site a device is."""
        if notice.devices or notice.locations:
            self._reader.request()

    @callback
    def _on_source(self, source_id: str) -> None:
        """Read anew after a run, also one that changed nothing: how a device is doing depends on when it was looked for."""
        statuses = self.config_entry.runtime_data.sources.statuses()
        if source_id not in {status.source.id for status in statuses if status.is_running}:
            self._reader.request()

    @callback
    def _on_figures(self) -> None:
        """Go and come back with the figures; after an outage, read what was missed."""
        if self._figures.last_update_success and self._is_behind:
            self._reader.request()
        self._show_availability()

    @callback
    def _show_availability(self) -> None:
        """Tell the entities that they went or came back: with the same figures as before, nobody else does."""
        if self.is_available != self._was_available:
            self._was_available = self.is_available
            self.async_update_listeners()

    @override
    async def _async_update_data(self) -> dict[str, DeviceFigures]:
        """Return what there is to show: what there was, while it can't be read."""
        inventory = self.config_entry.runtime_data
        try:
            data = await inventory.figures.async_devices_by_site(
                inventory.syncs.run_context(), home_id=inventory.home_id
            )
        except InventoryError, RuntimeError:  # RuntimeError: the recorder's executor takes no more
            self._is_behind = True
            return self.data
        self._is_behind, self._has_data = False, True
        return data

    @callback
    @override
    def _async_refresh_finished(self) -> None:
        """Try again after a failure."""
        self._show_availability()
        if self._is_behind:
            self._retry.failed()
        else:
            self._retry.succeeded()


async def async_get_devices_coordinator(hass: HomeAssistant, entry: InventoryConfigEntry) -> DevicesCoordinator:
    """Return the coordinator that all sites of an entry share, after its first read."""
    if (coordinator := hass.data.get(_COORDINATOR)) is None:
        figures = await async_get_coordinator(hass, entry)
        coordinator = hass.data[_COORDINATOR] = DevicesCoordinator(hass, entry, figures)
        coordinator.async_start()

        @callback
        def forget() -> None:
            hass.data.pop(_COORDINATOR)

        entry.async_on_unload(forget)
    await coordinator.async_ready()
    return coordinator


_COORDINATOR: Final[HassKey[DevicesCoordinator]] = HassKey(f"{DOMAIN}_devices")
_NONE: Final = DeviceFigures()
