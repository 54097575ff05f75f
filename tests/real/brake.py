"""A home that answers late: what a window asks for is held back on its way until the brake is let go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from playwright.async_api import Page, WebSocketRoute


class Brake:
    """Stands between a page and Home Assistant, and passes on everything in its order, or nothing."""

    def __init__(self) -> None:
        """Let everything through."""
        self._is_off = asyncio.Event()
        self._is_off.set()
        self._workers: list[asyncio.Task[None]] = []  # the loop alone would forget them

    @classmethod
    async def on(cls, page: Page) -> Self:
        """Put a brake into the connections that a page will open."""
        brake = cls()
        await page.route_web_socket("**/api/websocket", brake._connect)
        return brake

    def pull(self) -> None:
        """Hold back what is said from now on. What Home Assistant says goes through."""
        self._is_off.clear()

    def let_go(self) -> None:
        """Pass on what was held back, and all that follows."""
        self._is_off.set()

    def _connect(self, window: WebSocketRoute) -> None:
        server = window.connect_to_server()
        said: asyncio.Queue[str | bytes] = asyncio.Queue()  # Home Assistant wants them in the order of their numbers

        async def pass_on() -> None:
            while True:
                message = await said.get()
                await self._is_off.wait()
                server.send(message)

        self._workers.append(asyncio.ensure_future(pass_on()))
        window.on_message(said.put_nowait)
