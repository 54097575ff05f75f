"""Telling somebody how the store is doing, whenever it is doing differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_call_later

from .activity import SIGNAL_BACK, SIGNAL_LOADED, async_find_inventory
from .domain.errors import InventoryError
from .inventory import SIGNAL_STORE
from .views import store_view

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable
    from datetime import datetime

    from . import store_shapes
    from .inventory import Inventory

_EVERY: Final = 1.0
"""Seconds between two looks at how many wait while a backup holds them."""


class StoreWatch:
    """Looks for one subscriber, also across reloads of the integration."""

    def __init__(self, hass: HomeAssistant, tell: Callable[[store_shapes.StoreInfo], None]) -> None:
        """Take who is told."""
        self._hass = hass
        self._tell = tell
        self._told: store_shapes.StoreInfo | None = None
        self._task: Task[None] | None = None
        self._is_outdated = False
        self._is_stopped = False
        self._cancel_next: CALLBACK_TYPE | None = None
        self._disconnect = (
            async_dispatcher_connect(hass, SIGNAL_STORE, self.look),
            async_dispatcher_connect(hass, SIGNAL_LOADED, self._on_there),
            async_dispatcher_connect(hass, SIGNAL_BACK, self._on_there),
        )

    @callback
    def stop(self) -> None:
        """Tell no more."""
        self._is_stopped = True
        for disconnect in self._disconnect:
            disconnect()
        if self._cancel_next is not None:
            self._cancel_next()

    @callback
    def look(self) -> None:
        """Look now, or once more after the look that is under way."""
        self._is_outdated = True
        if self._task is None or self._task.done():
            self._task = self._hass.async_create_background_task(self._async_look(), "home_inventory store watch")

    @callback
    def _on_there(self, _inventory: Inventory) -> None:
        self.look()

    async def _async_look(self) -> None:
        """Tell what has become different."""
        while self._is_outdated and not self._is_stopped:
            self._is_outdated = False
            if (inventory := async_find_inventory(self._hass)) is None:
                return  # looked for again when it is back
            try:
                info = store_view(await inventory.store.async_status())
            except InventoryError:
                info = None  # the database is away: told when it is back
            if info is not None and info != self._told and not self._is_stopped:
                self._told = info
                self._tell(info)
            if inventory.store.is_held:
                self._look_later()

    @callback
    def _look_later(self) -> None:
        """Look again while changes wait: nobody says how many they are."""

        @callback
        def again(_now: datetime) -> None:
            self._cancel_next = None
            self.look()

        if self._cancel_next is None and not self._is_stopped:
            self._cancel_next = async_call_later(self._hass, _EVERY, HassJob(again, cancel_on_shutdown=True))
