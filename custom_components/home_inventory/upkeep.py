"""Snapshots in quiet moments, and an orderly end."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from homeassistant.const import EVENT_HOMEASSISTANT_STOP
from homeassistant.core import Event, callback
from homeassistant.helpers.event import async_track_time_change, async_track_time_interval
from homeassistant.util import dt as dt_util

from .const import LOGGER
from .domain.errors import InventoryError

if TYPE_CHECKING:
    from datetime import datetime

    from homeassistant.core import HomeAssistant

    from .domain.models import Notice
    from .inventory import InventoryConfigEntry

EVERY: Final = timedelta(minutes=5)
QUIET: Final = 60.0
"""Seconds without a change before a snapshot is written."""


@callback
def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Look after the journal from now on."""
    upkeep = _Upkeep(hass, entry)
    # Home Assistant does not unload entries when it stops; the recorder closes the database soon after this.
    entry.async_on_unload(hass.bus.async_listen(EVENT_HOMEASSISTANT_STOP, upkeep.async_on_stop))
    entry.async_on_unload(entry.runtime_data.async_subscribe(upkeep.on_notice))
    entry.async_on_unload(
        async_track_time_interval(
            hass, upkeep.async_look, EVERY, name="home_inventory snapshots", cancel_on_shutdown=True
        )
    )
    entry.async_on_unload(async_track_time_change(hass, upkeep.async_clear_up, hour=3, minute=41, second=0))


class _Upkeep:
    """Knows when it was last busy, and whether it has complained."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        self._hass = hass
        self._entry = entry
        self._busy_at = time.monotonic() - QUIET
        self._has_failed = False

    @callback
    def on_notice(self, _notice: Notice) -> None:
        """Note that something is going on."""
        self._busy_at = time.monotonic()

    async def async_on_stop(self, _event: Event) -> None:
        """Finish what is being written and say that nothing follows."""
        await self._entry.runtime_data.async_close()

    async def async_look(self, _now: datetime) -> None:
        """Write a snapshot if it is time and nobody is busy."""
        if time.monotonic() - self._busy_at < QUIET:
            return
        try:
            await self._entry.runtime_data.store.async_snapshot_if_due()
        except (InventoryError, OSError, RuntimeError) as err:  # RuntimeError: the executor takes no more
            if not self._hass.is_running:  # it stops and the store has closed
                return
            if not self._has_failed:
                LOGGER.warning("Could not write a snapshot of the inventory: %s", err)
            self._has_failed = True
        else:
            self._has_failed = False

    async def async_clear_up(self, _now: datetime) -> None:
        """Delete the files that nobody needs any more; not while a backup is made, which fails when a file vanishes."""
        inventory = self._entry.runtime_data
        if inventory.store.is_held:
            return
        try:
            gone = await inventory.attachments.async_clear_up(dt_util.utcnow())
        except (InventoryError, OSError, RuntimeError) as err:
            if not self._hass.is_running:
                return
            LOGGER.warning("Could not clear up the files of attachments: %s", err)
        else:
            LOGGER.debug("%s files of attachments that nobody needed are gone", gone)
