"""A Grocy on 127.0.0.1 that speaks as version 4.6 does, and can be in every kind of trouble.

async with GrocyServer(pantry(), key="secret") as server:
    await kit.ws("import/preview", url=server.url, key="secret")
"""

from __future__ import annotations

import asyncio
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = "<!DOCTYPE html><html><body>Grocy - login</body></html>"


class Trouble(StrEnum):
    """What a server may do instead of answering."""

    PAGE = "a page for people"
    LOGIN_PAGE = "sends to a page for people"
    ELSEWHERE = "sends to another host"
    OTHER_PORT = "sends to another port"
    ROUND = "sends round in circles"
    HALF = "half of the body, then the connection ends"
    STATUS_500 = "a server error"
    OTHER_JSON = "another program's JSON"
    ENDLESS = "an answer that never ends"
    HANGS = "no answer in time"


class GrocyServer:
    """One Grocy; everything about it may be changed while it runs."""

    def __init__(self, objects: Mapping[str, Any], *, key: str, folder: str = "") -> None:
        """Take its objects, the key that it wants, and the folder of the web server in which it is."""
        self.objects = objects
        self.trouble: Trouble | None = None
        self.asked: list[str] = []
        self._key = key
        self._folder = folder
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_get(f"{self._folder}/api/{{path:.*}}", self._answer)
        app.router.add_get(f"{self._folder}/login", lambda _: web.Response(text=PAGE, content_type="text/html"))
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}{self._folder}"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        self.asked.append(path)
        if self.trouble is not None:
            return await self._trouble(request)
        if request.headers.get("GROCY-API-KEY") != self._key:
            return web.Response(status=401)
        if path == "system/info":
            version = {"Version": "4.6.0", "ReleaseDate": "2026-03-06"}
            return web.json_response({"grocy_version": version, "php_version": "8.3.6", "sqlite_version": "3.45.1"})
        name = path.removeprefix("objects/")
        if name not in self.objects:
            message = {"error_message": "Entity does not exist or is not exposed"}
            return web.json_response(message, status=400)
        return web.json_response(self.objects[name])

    async def _trouble(self, request: web.Request) -> web.StreamResponse:
        """Do what is wrong with this server."""
        targets = {
            Trouble.LOGIN_PAGE: f"{self._folder}/login",
            Trouble.ELSEWHERE: "http://localhost:1/api/system/info",
            Trouble.OTHER_PORT: "http://127.0.0.1:1/api/system/info",
            Trouble.ROUND: request.path,
        }
        match self.trouble:
            case Trouble.PAGE:
                return web.Response(text=PAGE, content_type="text/html")
            case Trouble.STATUS_500:
                return web.Response(status=500, text=PAGE, content_type="text/html")
            case Trouble.OTHER_JSON:
                return web.json_response({"version": "1.0"})
            case Trouble.HANGS:
                await asyncio.sleep(3600)
            case Trouble.HALF | Trouble.ENDLESS:
                return await self._stream(request)
        return web.Response(status=302, headers={"Location": targets[Trouble(self.trouble or "")]})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Answer without an end that anybody waits for."""
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        if self.trouble is Trouble.HALF:
            response.content_length = 1000
            await response.prepare(request)
            await response.write(json.dumps({"grocy_version": {}}).encode()[:10])
            if request.transport is not None:
                request.transport.close()
            return response
        await response.prepare(request)
        while True:
            await response.write(b" " * 1_000_000)
