"""What the entities show: read anew after changes and at midnight, and whether it can be read at all."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, override

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.event import async_track_time_change
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator, UpdateFailed
from homeassistant.util.hass_dict import HassKey

from .activity import SIGNAL_BACK
from .const import DOMAIN, LOGGER
from .domain.errors import InventoryError
from .domain.site_figures import SiteFigures
from .domain.store_errors import StoreUnavailableError
from .pacing import PacedReader, Retry

if TYPE_CHECKING:
    from datetime import datetime

    from homeassistant.core import HomeAssistant

    from .domain.models import Item, Notice
    from .inventory import InventoryConfigEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What was read: the figures of each site, and whose warranty, lot and loan end first from today on."""

    today: date
    sites: dict[str, SiteFigures] = field(default_factory=dict)
    warranties: tuple[Item, ...] = ()
    lots: tuple[Item, ...] = ()
    loans: tuple[Item, ...] = ()


class FiguresCoordinator(DataUpdateCoordinator[Overview]):
    """Reads when something has changed, and knows for all entities whether the database can be read.

    Nothing is asked again and again while all is well. A read that fails is tried again until it succeeds, and any error
    of the database, whoever ran into it, the recorder included, makes it look.
    """

    config_entry: InventoryConfigEntry

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Read nothing yet."""
        super().__init__(
            hass, LOGGER, config_entry=entry, name=f"{DOMAIN} figures", update_interval=None, always_update=False
        )
        self.data = Overview(today=entry.runtime_data.today)
        self._reader = PacedReader(hass, entry, self._async_read)
        self._retry = Retry(hass, self._reader.request)
        self._first = asyncio.Lock()
        self._has_begun = False

    @callback
    def async_start(self) -> None:
        """Follow the inventory."""
        entry = self.config_entry
        entry.async_on_unload(entry.runtime_data.async_subscribe(self._on_notice))
        entry.async_on_unload(async_track_time_change(self.hass, self._on_midnight, hour=0, minute=0, second=0))
        entry.async_on_unload(self._retry.stop)
        entry.async_on_unload(self._reader.stop)

    async def async_ready(self) -> None:
        """Read for the first time, whoever of those that share it asks first."""
        async with self._first:
            if self._has_begun:
                return
            self._has_begun = True
            await self.async_refresh()
            with suppress(InventoryError, RuntimeError):
                self.config_entry.async_on_unload(
                    await self.config_entry.runtime_data.figures.async_watch_errors(self._on_error)
                )

    def of_site(self, site_id: str) -> SiteFigures:
        """Return the figures of a site; one without anything has none."""
        return self.data.sites.get(site_id, _NONE)

    async def _async_read(self) -> bool:
        """Read; return whether that was possible."""
        await self.async_refresh()
        return self.last_update_success

    @callback
    def _on_notice(self, notice: Notice) -> None:
        """Read anew what may have changed."""
        if notice.items or notice.locations:
            self._reader.request()

    @callback
    def _on_midnight(self, _now: datetime) -> None:
        """Read anew what depends on the day."""
        self._reader.request()

    def _on_error(self) -> None:
        """Look whether the database is still there; called in the thread where something went wrong."""
        with suppress(RuntimeError):  # the event loop is closed
            self.hass.loop.call_soon_threadsafe(self._look)

    @callback
    def _look(self) -> None:
        """Read, unless that is going on: an outage that is known is not news."""
        if self.last_update_success and not self._reader.is_reading:
            self._reader.request()

    @override
    async def _async_update_data(self) -> Overview:
        """Return what there is to show."""
        inventory = self.config_entry.runtime_data
        today = inventory.today
        try:
            sites = await inventory.figures.async_by_site(
                home_id=inventory.home_id, currency=inventory.currency, today=today, days=inventory.warning_days
            )
            warranties, lots = await inventory.figures.async_next_deadlines(today)
            loans = await inventory.loans.async_list_due(today, date.max, limit=1)
        except (InventoryError, RuntimeError) as err:  # RuntimeError: the recorder's executor takes no more
            is_loaded = self.config_entry.state is ConfigEntryState.LOADED
            if is_loaded and not self.hass.is_running:  # it stops and the store has closed, which is no news
                return self.data
            failed = err if isinstance(err, InventoryError) else StoreUnavailableError()
            raise UpdateFailed(
                translation_domain=DOMAIN, translation_key=failed.code, translation_placeholders=failed.placeholders
            ) from err
        return Overview(sites=sites, warranties=tuple(warranties), lots=tuple(lots), loans=tuple(loans), today=today)

    @callback
    @override
    def _async_refresh_finished(self) -> None:
        """Try again after a failure; after the last one tell those who have missed something."""
        if not self.last_update_success:
            self._retry.failed()
        elif self._retry.is_failing:
            self._retry.succeeded()
            async_dispatcher_send(self.hass, SIGNAL_BACK, self.config_entry.runtime_data)


async def async_get_coordinator(hass: HomeAssistant, entry: InventoryConfigEntry) -> FiguresCoordinator:
    """Return the coordinator that the platforms of an entry share, after its first read."""
    if (coordinator := hass.data.get(_COORDINATOR)) is None:
        coordinator = hass.data[_COORDINATOR] = FiguresCoordinator(hass, entry)
        coordinator.async_start()

        @callback
        def forget() -> None:
            hass.data.pop(_COORDINATOR)

        entry.async_on_unload(forget)
    await coordinator.async_ready()
    return coordinator


_COORDINATOR: Final[HassKey[FiguresCoordinator]] = HassKey(f"{DOMAIN}_figures")
_NONE: Final = SiteFigures()
