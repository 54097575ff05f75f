"""Talks to a Home Assistant as its own front end does: REST to sign in, then one websocket."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import aiohttp

type Json = dict[str, Any]

TIMEOUT = 310  # longer than a change waits while the recorder has the database locked


class CommandError(Exception):
    """A websocket command was answered with an error."""

    def __init__(self, error: Json) -> None:
        """Keep what Home Assistant answered."""
        super().__init__(f"{error.get('code')}: {error.get('message')}")
        self.code: str = error.get("code", "")
        self.error = error
        self.translation_key: str | None = error.get("translation_key")
        self.placeholders: Json = error.get("translation_placeholders") or {}


class HassClient:
    """A signed-in user: REST calls, and websocket commands by their type."""

    def __init__(self, url: str) -> None:
        """Prepare to talk to the Home Assistant at this address."""
        self.url = url
        self.tokens: Json = {}
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reader: asyncio.Task[None] | None = None
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._events: dict[int, asyncio.Queue[Any]] = {}

    async def __aenter__(self) -> Self:
        """Be usable in a with statement."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close everything."""
        await self.close()

    @property
    def client_id(self) -> str:
        """The name under which Home Assistant gives out the tokens: its own address."""
        return f"{self.url}/"

    async def close(self) -> None:
        """Close the websocket and the connections."""
        await self.disconnect()
        await self._session.close()

    # Signing in

    async def create_owner(self, user: str, password: str, name: str) -> None:
        """Do the step of onboarding that makes the first user, and sign in as that one."""
        answer = await self.post(
            "/api/onboarding/users",
            {
                "client_id": self.client_id,
                "name": name,
                "username": user,
                "password": password,
                "language": "en",
            },
        )
        await self._exchange(answer["auth_code"])

    async def sign_in(self, user: str, password: str) -> None:
        """Sign in through the login form."""
        form = await self.post(
            "/auth/login_flow",
            {"client_id": self.client_id, "handler": ["homeassistant", None], "redirect_uri": self.client_id},
        )
        answer = await self.post(
            f"/auth/login_flow/{form['flow_id']}",
            {"client_id": self.client_id, "username": user, "password": password},
        )
        if answer["type"] != "create_entry":
            message = f"Home Assistant does not let {user} in: {answer.get('errors')}"
            raise PermissionError(message)
        await self._exchange(answer["result"])

    async def _exchange(self, code: str) -> None:
        form = {"grant_type": "authorization_code", "code": code, "client_id": self.client_id}
        async with self._session.post(f"{self.url}/auth/token", data=form) as response:
            response.raise_for_status()
            self.tokens = await response.json()
        self.tokens["expires"] = int((time.time() + self.tokens["expires_in"]) * 1000)

    # REST

    async def get(self, path: str) -> Any:
        """Get a JSON document."""
        return await self._request("GET", path)

    async def post(self, path: str, data: Json) -> Any:
        """Post a JSON document."""
        return await self._request("POST", path, data)

    async def delete(self, path: str) -> Any:
        """Delete something."""
        return await self._request("DELETE", path)

    async def _request(self, method: str, path: str, data: Json | None = None) -> Any:
        token = self.tokens.get("access_token")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self._session.request(method, self.url + path, json=data, headers=headers) as response:
            if not response.ok:
                message = f"{method} {path}: {response.status} {await response.text()}"
                raise RuntimeError(message)
            return await response.json()

    async def set_up(self, domain: str, /, **fields: Any) -> Json:
        """Go through the config flow of an integration, which asks one form; returns the entry."""
        flow = "/api/config/config_entries/flow"
        form = await self.post(flow, {"handler": domain, "show_advanced_options": False})
        answer = await self.post(f"{flow}/{form['flow_id']}", fields)
        if answer["type"] != "create_entry":
            message = f"The config flow of {domain} ended with {answer}"
            raise RuntimeError(message)
        entry: Json = answer["result"]
        return entry

    # Websocket

    async def connect(self) -> None:
        """Open the websocket and sign in on it."""
        self._socket = await self._session.ws_connect(f"{self.url}/api/websocket", max_msg_size=0)
        await self._socket.receive_json()
        await self._socket.send_json({"type": "auth", "access_token": self.tokens["access_token"]})
        answer = await self._socket.receive_json()
        if answer["type"] != "auth_ok":
            message = f"The websocket does not accept the token: {answer}"
            raise PermissionError(message)
        self._reader = asyncio.create_task(self._read())

    async def disconnect(self) -> None:
        """Close the websocket; what still waits for an answer gets a ConnectionError."""
        if self._socket is not None:
            await self._socket.close()
        if self._reader is not None:
            await self._reader
        self._socket = self._reader = None

    async def call(self, command: str, /, **fields: Any) -> Any:
        """Send a websocket command and return its result."""
        _, answer = await self._send(command, fields)
        return await asyncio.wait_for(answer, TIMEOUT)

    async def action(self, name: str, /, **data: Any) -> Any:
        """Run an action such as home_inventory.add_item and return its response."""
        domain, _, service = name.partition(".")
        answer = await self.call(
            "call_service", domain=domain, service=service, service_data=data, return_response=True
        )
        return answer["response"]

    @asynccontextmanager
    async def subscription(self, command: str, /, **fields: Any) -> AsyncIterator[asyncio.Queue[Any]]:
        """Subscribe and hand out a queue of the events, for as long as the with statement lasts."""
        number, answer = await self._send(command, fields)
        events = self._events[number] = asyncio.Queue[Any]()
        await asyncio.wait_for(answer, TIMEOUT)
        try:
            yield events
        finally:
            del self._events[number]
            if self._socket is not None and not self._socket.closed:
                await self.call("unsubscribe_events", subscription=number)

    async def _send(self, command: str, fields: Json) -> tuple[int, asyncio.Future[Any]]:
        if self._socket is None:
            message = "The websocket is not connected"
            raise ConnectionError(message)
        number = next(self._ids)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            await self._socket.send_json({"id": number, "type": command, **fields})
        except BaseException:
            del self._answers[number]
            raise
        return number, answer

    async def _read(self) -> None:
        socket = self._socket
        if socket is None:
            return
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                break
            content = message.json()
            for part in content if isinstance(content, list) else [content]:
                self._take(part)
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError("Home Assistant closed the websocket"))
                answer.exception()
        self._answers.clear()

    def _take(self, message: Json) -> None:
        if message["type"] == "event":
            if events := self._events.get(message["id"]):
                events.put_nowait(message["event"])
        elif (answer := self._answers.pop(message["id"], None)) is None or answer.done():
            return
        elif message.get("success", True):
            answer.set_result(message.get("result"))
        else:
            answer.set_exception(CommandError(message["error"]))
