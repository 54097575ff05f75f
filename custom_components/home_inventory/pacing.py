"""Doing something at once, but not more often than once in a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.core import HassJob, callback
from homeassistant.helpers.event import async_call_later

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

PAUSE: Final = 1.0
"""Seconds between two state writes of one entity."""


class Pacer:
    """Acts on the first request at once; what is requested during the pause after it is one act at its end."""

    def __init__(self, hass: HomeAssistant, act: Callable[[], None]) -> None:
        """Take what to do."""
        self.pause = PAUSE
        self._hass = hass
        self._act = act
        self._job = HassJob(self._end_pause, "home_inventory pause", cancel_on_shutdown=True)
        self._cancel: CALLBACK_TYPE | None = None
        self._requested = False

    @callback
    def request(self) -> None:
        """Act now, or at the end of the pause."""
        if self._cancel is not None:
            self._requested = True
            return
        self._requested = False
        self._cancel = async_call_later(self._hass, self.pause, self._job)
        self._act()

    @callback
    def stop(self) -> None:
        """Forget what was requested."""
        self._requested = False
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    @callback
    def _end_pause(self, _now: datetime) -> None:
        """Act again, if that was requested meanwhile."""
        self._cancel = None
        if self._requested:
            self.request()
