"""Doing something at once, but not more often than once in a while; and again after it has failed."""

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
_REST: Final = 20
"""Times that reading has taken before it is done again: it never takes more than a twentieth of the time."""
_LONGEST_REST: Final = 30.0
"""Seconds of rest at most: one read that had to wait for others must not stop the figures for minutes."""
_FIRST_WAIT: Final = 2.0
_LONGEST_WAIT: Final = 30.0
"""Seconds between two tries of what fails; each wait is twice as long as the one before."""


class Pacer:
    """Acts on the first request at once; what is requested during the pause after it is one act at its end."""

    def __init__(self, hass: HomeAssistant, act: Callable[[], None]) -> None:
        """Take what to do."""
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
        self._cancel = async_call_later(self._hass, PAUSE, self._job)
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
    """Reads in the background what requests are about: at once, then after a rest that depends on what it has cost."""

    def __init__(
        self, hass: HomeAssistant, entry: InventoryConfigEntry, read: Callable[[], Coroutine[None, None, bool]]
    ) -> None:
        """Take what reads, and returns whether it could."""
        self._hass, self._entry, self._read = hass, entry, read
        self._job = HassJob(self._end_rest, "home_inventory rest", cancel_on_shutdown=True)
        self._cancel: CALLBACK_TYPE | None = None
        self._task: asyncio.Task[None] | None = None
        self._requested = False

    @property
    def is_reading(self) -> bool:
        """Return whether a read is on its way."""
        return self._task is not None and not self._task.done()

    @callback
    def request(self) -> None:
        """Read now, or after the rest."""
        if self.is_reading or self._cancel is not None:
            self._requested = True
            return
        self._requested = False
        self._task = self._entry.async_create_task(self._hass, self._async_read())

    @callback
    def stop(self) -> None:
        """Read no more, also what is being read: what it would lead to is not wanted any longer."""
        self._requested = False
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        if self._task is not None:
            self._task.cancel()

    async def _async_read(self) -> None:
        """Read, and rest in proportion to what it took; waiting in vain is no reason to rest."""
        started = time.monotonic()
        rest = PAUSE
        if await self._read():
            rest = min(max(PAUSE, _REST * (time.monotonic() - started)), _LONGEST_REST)
        self._cancel = async_call_later(self._hass, rest, self._job)

    @callback
    def _end_rest(self, _now: datetime) -> None:
        """Read again, if that was requested meanwhile."""
        self._cancel = None
        if self._requested:
            self.request()


class Retry:
    """Acts again after something has failed: two seconds later, then four, up to half a minute, until it succeeds."""

    def __init__(self, hass: HomeAssistant, act: Callable[[], None]) -> None:
        """Take what to do again."""
        self._hass = hass
        self._act = act
        self._job = HassJob(self._end_wait, "home_inventory retry", cancel_on_shutdown=True)
        self._cancel: CALLBACK_TYPE | None = None
        self._wait = _FIRST_WAIT
        self.is_failing = False
        """Whether it has failed the last time."""

    @callback
    def failed(self) -> None:
        """Act again later; what waits already is put off."""
        self.stop()
        self.is_failing = True
        self._cancel = async_call_later(self._hass, self._wait, self._job)
        self._wait = min(2 * self._wait, _LONGEST_WAIT)

    @callback
    def succeeded(self) -> None:
        """Wait no longer, and begin with short waits the next time."""
        self.stop()
        self.is_failing = False
        self._wait = _FIRST_WAIT

    @callback
    def stop(self) -> None:
        """Wait no longer."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    @callback
    def _end_wait(self, _now: datetime) -> None:
        """Act."""
        self._cancel = None
        self._act()
