"""Figures of the sites, read anew after changes and at midnight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator, UpdateFailed

from .const import DOMAIN, LOGGER
from .domain.errors import StoreUnavailableError
from .domain.models import SiteFigures
from .pacing import PacedReader

if TYPE_CHECKING:
    from datetime import datetime

    from homeassistant.core import HomeAssistant

    from .domain.models import Notice
    from .inventory import InventoryConfigEntry


class FiguresCoordinator(DataUpdateCoordinator[dict[str, SiteFigures]]):
    """Reads the figures when something has changed: at once, then at most once a second."""

    config_entry: InventoryConfigEntry

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Read nothing yet."""
        super().__init__(
            hass, LOGGER, config_entry=entry, name=f"{DOMAIN} figures", update_interval=None, always_update=False
        )
        self._reader = PacedReader(hass, entry, self.async_refresh)

    @callback
    def async_start(self) -> None:
        """Follow the inventory."""
        entry = self.config_entry
        entry.async_on_unload(entry.runtime_data.async_subscribe(self._on_notice))
        entry.async_on_unload(async_track_time_change(self.hass, self._on_midnight, hour=0, minute=0, second=0))
        entry.async_on_unload(self._reader.stop)

    def of_site(self, site_id: str) -> SiteFigures:
        """Return the figures of a site; one without anything has none."""
        return (self.data or {}).get(site_id, _NONE)

    @callback
    def _on_notice(self, notice: Notice) -> None:
        """Read anew what may have changed."""
        if notice.items or notice.locations:
            self._reader.request()

    @callback
    def _on_midnight(self, _now: datetime) -> None:
        """Read anew what depends on the day."""
        self._reader.request()

    @override
    async def _async_update_data(self) -> dict[str, SiteFigures]:
        """Return the figures by site."""
        inventory = self.config_entry.runtime_data
        try:
            return await inventory.figures.async_by_site(
                home_id=inventory.home_id,
                currency=inventory.currency,
                today=inventory.today,
                days=inventory.warning_days,
            )
        except (StoreUnavailableError, RuntimeError) as err:  # RuntimeError: the recorder's executor takes no more
            raise UpdateFailed(translation_domain=DOMAIN, translation_key="store_unavailable") from err


_NONE: Final = SiteFigures()
