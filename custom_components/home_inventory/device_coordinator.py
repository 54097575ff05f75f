"""What the sensors of sites show of devices: read once after runs and changes, for all of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator, UpdateFailed
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN, LOGGER
from .coordinator import async_get_coordinator
from .domain.device_figures import DeviceFigures
from .domain.errors import InventoryError
from .domain.store_errors import StoreUnavailableError
from .pacing import PacedReader, Retry

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .coordinator import FiguresCoordinator
    from .domain.models import Notice
    from .inventory import InventoryConfigEntry


class DevicesCoordinator(DataUpdateCoordinator[dict[str, DeviceFigures]]):
    """Reads how devices are doing when a run has ended or something has changed, never by the clock.

    That the database is away is found out by the coordinator of the figures, which looks at every error; this one follows it.
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
        return self.last_update_success

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
        """Look whether the database went or came back."""
        if self._figures.last_update_success != self.last_update_success:
            self._reader.request()

    @override
    async def _async_update_data(self) -> dict[str, DeviceFigures]:
        """Return what there is to show."""
        inventory = self.config_entry.runtime_data
        try:
            return await inventory.figures.async_devices_by_site(
                inventory.syncs.run_context(), home_id=inventory.home_id
            )
        except (InventoryError, RuntimeError) as err:  # RuntimeError: the recorder's executor takes no more
            if self.hass.is_stopping:  # the store has closed, which is no news
                return self.data
            failed = err if isinstance(err, InventoryError) else StoreUnavailableError()
            raise UpdateFailed(
                translation_domain=DOMAIN, translation_key=failed.code, translation_placeholders=failed.placeholders
            ) from err

    @callback
    @override
    def _async_refresh_finished(self) -> None:
        """Try again after a failure."""
        if self.last_update_success:
            self._retry.succeeded()
        else:
            self._retry.failed()


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
