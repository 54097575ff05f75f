"""Doing something at once, but not more often than once in a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from homeassistant.core import HassJob, callback
from homeassistant.helpers.event import async_call_later

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine
    from datetime import datetime

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from .inventory import InventoryConfigEntry

PAUSE: Final = 1.0
"""Seconds between two state writes of one entity."""
_REST: Final = 10
"""Times that reading has taken before it is done again: it never takes more than a tenth of the time."""


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


class PacedReader:
    """Reads in the background what requests are about: at once, then at most once a second, or less if it is much."""

    def __init__(
        self, hass: HomeAssistant, entry: InventoryConfigEntry, read: Callable[[], Coroutine[None, None, None]]
    ) -> None:
        """Take what reads."""
        self._hass, self._entry, self._read = hass, entry, read
        self._pacer = Pacer(hass, self._start)
        self._task: asyncio.Task[None] | None = None
        self.request = self._pacer.request

    @callback
    def stop(self) -> None:
        """Read no more, also what is being read: what it would lead to is not wanted any longer."""
        self._pacer.stop()
        if self._task is not None:
            self._task.cancel()

    @callback
    def _start(self) -> None:
        """Read; while that lasts, ask again later."""
        if self._task is not None and not self._task.done():
            self._pacer.request()
            return
        self._task = self._entry.async_create_task(self._hass, self._async_read())

    async def _async_read(self) -> None:
        """Read, and rest in proportion to what it took."""
        started = time.monotonic()
        await self._read()
        self._pacer.pause = max(PAUSE, _REST * (time.monotonic() - started))
