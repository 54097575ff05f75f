"""A home far away: what a window and Home Assistant say to each other over the websocket takes a while in either direction.

A test that passes only where answers are there at once fails here, and so does a page that jumps when they come.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, WebSocketRoute

SECONDS = float(os.environ.get("LATE", "0"))
"""How long every message is on its way."""


async def keep_late(context: BrowserContext) -> None:
    """Let all messages of a window's pages arrive later, if that was asked for."""
    if SECONDS:
        await context.route_web_socket("**/api/websocket", _connect)


def _connect(window: WebSocketRoute) -> None:
    loop = asyncio.get_running_loop()
    server = window.connect_to_server()
    # All are late by as much: they arrive in the order in which they were sent.
    window.on_message(lambda message: loop.call_later(SECONDS, server.send, message))
    server.on_message(lambda message: loop.call_later(SECONDS, window.send, message))
