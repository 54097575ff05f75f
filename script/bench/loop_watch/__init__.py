"""Tells how long Home Assistant's event loop was blocked: a call every five milliseconds notes how late it came."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from homeassistant.components import websocket_api
from homeassistant.helpers import device_registry as dr

from custom_components.home_inventory.journal.journal import Journal
from custom_components.home_inventory.manager.finder import Finder

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.typing import ConfigType

DOMAIN = "loop_watch"
_REAL = {name: getattr(Journal, name) for name in ("_write", "sync")}
_REAL_SEARCH = Finder.search
PERIOD = 0.005


def _note_searches() -> list[float]:
    """Return a list that gets what each search in the index takes, in seconds, in the thread that does it."""
    seconds: list[float] = []

    def search(finder: Finder, *args: Any, **kwargs: Any) -> Any:
        before = time.perf_counter()
        try:
            return _REAL_SEARCH(finder, *args, **kwargs)
        finally:
            seconds.append(time.perf_counter() - before)

    Finder.search = search  # type: ignore[method-assign]
    return seconds


class _Watch:
    """Calls itself, and keeps the longest delay."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._loop = hass.loop
        self._expected = time.perf_counter()
        self.longest = 0.0

    def tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._expected)
        self._expected = now + PERIOD
        self._loop.call_later(PERIOD, self.tick)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Start watching."""
    watch = _Watch(hass)
    watch.tick()
    searched = _note_searches()

    @websocket_api.websocket_command({"type": "loop_watch/searches"})
    def ws_searches(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Return what each search has taken since the last reading."""
        connection.send_result(msg["id"], {"seconds": list(searched)})
        searched.clear()

    @websocket_api.websocket_command({"type": "loop_watch/read"})
    def ws_read(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Return the longest block in milliseconds since the last reading."""
        connection.send_result(msg["id"], {"longest_ms": watch.longest * 1000})
        watch.longest = 0.0

    @websocket_api.websocket_command({"type": "loop_watch/journal", "on": bool})
    def ws_journal(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Let the inventory go without its journal, or with it again: only to see what it costs."""
        for name, real in _REAL.items():
            setattr(Journal, name, real if msg["on"] else lambda *_args: None)
        connection.send_result(msg["id"])

    @websocket_api.websocket_command({"type": "loop_watch/flood", "states": int})
    @websocket_api.async_response
    async def ws_flood(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Change states as fast as it goes, all for the recorder to write; answered when the last has changed."""
        for number in range(msg["states"]):
            hass.states.async_set(f"sensor.flood_{number % 100}", str(number), {"number": number})
            if number % 100 == 0:
                await asyncio.sleep(0)
        connection.send_result(msg["id"])

    @websocket_api.websocket_command({"type": "loop_watch/register", "devices": int})
    def ws_register(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Put devices into the registry, as an integration with many does."""
        entry = next(entry for entry in hass.config_entries.async_entries() if entry.domain != "home_inventory")
        for number in range(msg["devices"]):
            dr.async_get(hass).async_get_or_create(
                config_entry_id=entry.entry_id,
                identifiers={(DOMAIN, str(number))},
                connections={(dr.CONNECTION_NETWORK_MAC, f"00:17:88:00:{number // 256:02x}:{number % 256:02x}")},
                name=f"Registered {number}",
                manufacturer="Signify",
                model="Lamp",
            )
        connection.send_result(msg["id"])

    websocket_api.async_register_command(hass, ws_register)
    websocket_api.async_register_command(hass, ws_flood)
    websocket_api.async_register_command(hass, ws_read)
    websocket_api.async_register_command(hass, ws_searches)
    websocket_api.async_register_command(hass, ws_journal)
    return True
