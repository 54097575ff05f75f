"""When to remind: once Home Assistant has started, and at every midnight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.core import HassJob, callback
from homeassistant.helpers.event import async_call_later, async_track_time_change
from homeassistant.helpers.start import async_at_started

from .const import LOGGER
from .domain.errors import InventoryError
from .pacing import Retry

if TYPE_CHECKING:
    from datetime import datetime

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from .domain.models import Notice
    from .inventory import InventoryConfigEntry

SETTLE: Final = 5.0
"""Seconds without a new listener after which all automations count as attached."""


@callback
def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Remind as long as the entry is loaded."""
    clock = _Clock(hass, entry)
    inventory = entry.runtime_data
    inventory.reminders.on_listener = clock.async_wait

    @callback
    def apply(notice: Notice) -> None:
        if inventory.reminders.is_listened_to:
            inventory.reminders.apply(notice, inventory.today)

    entry.async_on_unload(inventory.async_subscribe(apply))
    entry.async_on_unload(clock.async_close)
    entry.async_on_unload(async_track_time_change(hass, clock.async_on_midnight, hour=0, minute=0, second=0))
    entry.async_on_unload(async_at_started(hass, clock.async_on_started))


class _Clock:
    """Waits until the automations are there before it reminds for the first time."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Wait for Home Assistant's start."""
        self._hass = hass
        self._entry = entry
        self._is_started = False
        self._has_settled = False
        self._job = HassJob(self._on_settled, "home_inventory reminders", cancel_on_shutdown=True)
        self._cancel: CALLBACK_TYPE | None = None
        self._retry = Retry(hass, self._remind)

    @callback
    def async_on_started(self, _hass: HomeAssistant) -> None:
        """Wait for automations from now on."""
        self._is_started = True
        self.async_wait()

    @callback
    def async_wait(self) -> None:
        """Wait a little longer: somebody has come."""
        if self._is_started and not self._has_settled:
            self.async_stop()
            self._cancel = async_call_later(self._hass, SETTLE, self._job)

    @callback
    def async_stop(self) -> None:
        """Wait no longer."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    @callback
    def async_close(self) -> None:
        """Remind no more."""
        self.async_stop()
        self._retry.stop()

    @callback
    def async_on_midnight(self, _now: datetime) -> None:
        """Remind of what a new day brings; before the first time, everyone is still waited for."""
        if self._has_settled:
            self._remind()

    @callback
    def _on_settled(self, _now: datetime) -> None:
        """Remind for the first time."""
        self._cancel = None
        self._has_settled = True
        self._remind()

    @callback
    def _remind(self) -> None:
        self._entry.async_create_task(self._hass, self._async_remind(), "home_inventory reminders")

    async def _async_remind(self) -> None:
        """Remind; what fails is caught up as soon as the database answers."""
        inventory = self._entry.runtime_data
        try:
            await inventory.reminders.async_remind(inventory.today)
        except (InventoryError, RuntimeError) as err:
            if (
                not self._hass.is_running
            ):  # it stops and the store has closed; what was not told is told after the next start
                return
            if not self._retry.is_failing:
                LOGGER.warning("Could not look for warranties that need attention, will try again: %s", err)
            self._retry.failed()
        else:
            self._retry.succeeded()
