"""Tells how long Home Assistant's event loop was blocked: a call every five milliseconds notes how late it came."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from homeassistant.components import websocket_api

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.typing import ConfigType

DOMAIN = "loop_watch"
PERIOD = 0.005


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

    @websocket_api.websocket_command({"type": "loop_watch/read"})
    def ws_read(_hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        """Return the longest block in milliseconds since the last reading."""
        connection.send_result(msg["id"], {"longest_ms": watch.longest * 1000})
        watch.longest = 0.0

    websocket_api.async_register_command(hass, ws_read)
    return True
