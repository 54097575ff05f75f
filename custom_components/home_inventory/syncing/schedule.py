"""When sources are asked by themselves."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from homeassistant.core import Event, HassJob, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.event import async_track_point_in_utc_time
from homeassistant.helpers.start import async_at_started
from homeassistant.util import dt as dt_util

from .fetching import REGISTRY_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from ..domain.sync import SourceInfo
    from ..inventory import InventoryConfigEntry

_JITTER: Final = 0.1
"""The share of an interval by which a run may be earlier or later, so that sources don't all come at once."""
_AFTER_START: Final = (20.0, 90.0)
"""Seconds after Home Assistant's start in which what is due is asked: first things first."""
_WHEN_CHOSEN: Final = timedelta(seconds=3)
"""How soon a source is asked that somebody has just added or changed: they want to see what it brings."""
_AFTER_CHANGE: Final = timedelta(seconds=10)
"""How long the registry is left alone after a change: integrations bring their devices one after the other."""


class Schedule:
    """Wakes sources up."""

    REGISTRY_INTERVAL: ClassVar = timedelta(hours=6)
    """Its changes are heard; this is for what was missed."""

    def __init__(self, hass: HomeAssistant, run: Callable[[str], Coroutine[None, None, None]]) -> None:
        """Take what runs a source."""
        self._hass, self._run = hass, run
        self._entry: InventoryConfigEntry | None = None
        self._infos: dict[str, SourceInfo] = {}
        self._due: dict[str, datetime] = {}
        self._timers: dict[str, CALLBACK_TYPE] = {}
        self._is_started = False

    @callback
    def async_start(self, entry: InventoryConfigEntry) -> None:
        """Ask by itself once Home Assistant has started."""
        self._entry = entry
        entry.async_on_unload(async_at_started(self._hass, self._on_started))
        entry.async_on_unload(self._hass.bus.async_listen(dr.EVENT_DEVICE_REGISTRY_UPDATED, self._on_registry))

    @callback
    def async_take(self, sources: Mapping[str, tuple[SourceInfo, datetime | None]]) -> None:
        """Take the sources that there are now, each with when it was asked last."""
        for source_id in self._timers.keys() - sources.keys():
            self._forget(source_id)
        for source_id, (info, last) in sources.items():
            is_known = self._infos.get(source_id) == info
            self._infos[source_id] = info
            if not is_known:
                self.async_plan(info, last)

    @callback
    def async_plan(self, info: SourceInfo, last: datetime | None) -> None:
        """Plan the next run of a source that ran at a time, or never."""
        if info.interval is None or info.id not in self._infos:
            return
        jitter = 1 + random.uniform(-_JITTER, _JITTER)  # noqa: S311 - not for secrets
        soon = dt_util.utcnow() + timedelta(seconds=random.uniform(*_AFTER_START))  # noqa: S311
        self._set(info.id, soon if last is None else max(last + info.interval * jitter, soon))

    @callback
    def async_hurry(self, source_id: str) -> None:
        """Ask a source at once; what was there before Home Assistant has started waits its turn."""
        if self._is_started and source_id in self._infos:
            self._set(source_id, dt_util.utcnow() + _WHEN_CHOSEN)

    def next_at(self, source_id: str) -> datetime | None:
        """Return when a source is asked next by itself."""
        return self._due.get(source_id)

    @callback
    def async_stop(self) -> None:
        """Ask no more."""
        for source_id in tuple(self._timers):
            self._forget(source_id)
        self._is_started = False

    @callback
    def _set(self, source_id: str, at: datetime) -> None:
        """Wake a source up at a time, and at no other."""
        self._forget_timer(source_id)
        self._due[source_id] = at
        if self._is_started:
            job = HassJob(self._on_due(source_id), f"home_inventory source {source_id}", cancel_on_shutdown=True)
            self._timers[source_id] = async_track_point_in_utc_time(self._hass, job, at)

    def _on_due(self, source_id: str) -> Callable[[datetime], None]:
        @callback
        def due(_now: datetime) -> None:
            self._timers.pop(source_id, None)
            self._due.pop(source_id, None)
            if self._entry is not None:
                self._entry.async_create_background_task(
                    self._hass, self._run(source_id), f"home_inventory source {source_id}"
                )

        return due

    @callback
    def _on_started(self, _hass: HomeAssistant) -> None:
        """Begin to wait for what is planned."""
        self._is_started = True
        for source_id, at in tuple(self._due.items()):
            self._set(source_id, at)

    @callback
    def _on_registry(self, _event: Event[dr.EventDeviceRegistryUpdatedData]) -> None:
        """Read the registry when it has come to rest."""
        if self._is_started and REGISTRY_ID in self._infos:
            self._set(REGISTRY_ID, dt_util.utcnow() + _AFTER_CHANGE)

    @callback
    def _forget_timer(self, source_id: str) -> None:
        if (cancel := self._timers.pop(source_id, None)) is not None:
            cancel()

    @callback
    def _forget(self, source_id: str) -> None:
        """Ask a source no more."""
        self._forget_timer(source_id)
        self._due.pop(source_id, None)
        self._infos.pop(source_id, None)
