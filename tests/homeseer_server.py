"""A HomeSeer on 127.0.0.1 that speaks as HS3 and HS4 were recorded to, and can be in every kind of trouble.

    async with HomeSeerServer([root(10, "Lamp", features=[11]), feature(11, "Lamp - Dimmer", root=10)]) as server:
        client = HomeSeerClient(session, server.url, offload)

Its devices are written here, in the recorded shapes; nothing is anybody's house.
"""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterable

type Ref = dict[str, Any]
"""One element of `Devices`, as HomeSeer writes it."""

NEVER = "/Date(-62135596800000)/"
NEVER_IN_NEW_YORK = "/Date(-62135578800000)/"
"""The same moment, moved to local time, as some boxes write it."""
DEVICE, FEATURE = 512, 513
UNKNOWN_REQUEST = b"error\r\n"


class Trouble(StrEnum):
    """What a server may do instead of answering."""

    PAGE = "a page for people"
    EMPTY = "nothing"
    HALF = "half of the body, as if that were all"
    CUT_OFF = "half of the body, then the connection ends"
    ERROR_TEXT = "the word error"
    ERROR_RESPONSE = "an error in JSON"
    LIST = "JSON that is no object"
    NO_DEVICES_KEY = "an object of something else"
    STATUS_500 = "a server error"
    REDIRECT = "another address"
    HANGS = "no answer in time"


def ref_of(ref: int, name: str, **more: Any) -> Ref:
    """Return what every version writes of a ref; HS4's keys are added by the server."""
    return {
        "ref": ref,
        "name": name,
        "location": "Kitchen",
        "location2": "Ground floor",
        "value": 0,
        "status": "Off",
        "device_type_string": "",
        "last_change": "/Date(1600003444765)/",
        "relationship": 0,
        "hide_from_view": False,
        "associated_devices": [],
        "device_type": {
            "Device_API": 4,
            "Device_API_Description": "Plug-In API",
            "Device_Type": 0,
            "Device_Type_Description": "Plug-In Type 0",
            "Device_SubType": 0,
            "Device_SubType_Description": "",
        },
        **more,
    }


def root(ref: int, name: str, features: Iterable[int] = (), **more: Any) -> Ref:
    """Return a device with features."""
    return ref_of(ref, name, **{"relationship": 2, "associated_devices": [*features], **more})


def feature(ref: int, name: str, root: int, **more: Any) -> Ref:
    """Return a feature of a device."""
    return ref_of(ref, name, **{"relationship": 4, "associated_devices": [root], **more})


def many(count: int) -> list[Ref]:
    """Return that many refs: a device with three features, again and again."""
    refs = []
    for first in range(1, count + 1, 4):
        parts = range(first + 1, min(first + 4, count + 1))
        refs.append(root(first, f"Device {first}", parts, device_type_string="Z-Wave Switch Multilevel Root Device"))
        refs += [
            feature(ref, f"Device {first} - Part {ref}", first, device_type_string="Z-Wave Battery") for ref in parts
        ]
    return refs


class HomeSeerServer:
    """One HomeSeer; everything about it may be changed while it runs."""

    def __init__(self, refs: Iterable[Ref] = (), *, generation: int = 4, login: tuple[str, str] | None = None) -> None:
        """Take the refs that it lists, 3 or 4, and the name and password that it wants, if any."""
        self.refs = list(refs)
        self.generation = generation
        self.login = login
        self.config: dict[str, Any] = {"isLocation1First": False, "useLocation2": True}
        self.unknown_requests: set[str] = set() if generation == 4 else {"getdeviceinfo"}
        self.trouble: Trouble | None = None
        self.delay = 0.0
        self.asked: list[str] = []
        """The requests so far."""
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self._now = 0
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        """Listen on a free port, after `stop` on the same one again."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        await self.stop()

    async def start(self) -> None:
        """Begin to listen."""
        app = web.Application()
        app.router.add_get("/{path:(?i:json)}", self._answer)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Be switched off: nobody listens any more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """Return where it is."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def version(self) -> str:
        """Return what it calls itself."""
        return "4.2.22.4" if self.generation == 4 else "3.0.0.548"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            name = request.query.get("request", "").casefold()
            self.asked.append(name)
            self.headers.append(dict(request.headers))
            await asyncio.sleep(3600 if self.trouble is Trouble.HANGS else self.delay)
            if not self._may_in(request):
                return web.Response(
                    status=401, text="Unauthorized", headers={"WWW-Authenticate": 'Basic realm="HomeSeer"'}
                )
            return await self._trouble_of(request, self.body(name))
        finally:
            self._now -= 1

    def _may_in(self, request: web.Request) -> bool:
        if self.login is None:
            return True
        wanted = b64encode(":".join(self.login).encode()).decode()
        return request.headers.get("Authorization") == f"Basic {wanted}"

    async def _trouble_of(self, request: web.Request, body: bytes) -> web.StreamResponse:
        """Answer, or do what is wrong with this server."""
        page = "<!DOCTYPE html><html><body>HomeSeer Web Control</body></html>"
        half = body[: len(body) // 2]
        match self.trouble:
            case Trouble.PAGE:
                return web.Response(text=page, content_type="text/html")
            case Trouble.STATUS_500:
                return web.Response(status=500, text=page, content_type="text/html")
            case Trouble.REDIRECT:
                return web.Response(status=302, headers={"Location": "/login.html"})
            case Trouble.CUT_OFF:
                response = web.StreamResponse(headers={"Content-Type": "application/json"})
                response.content_length = len(body)
                await response.prepare(request)
                await response.write(half)
                if request.transport is not None:
                    request.transport.close()
                return response
        instead = {
            Trouble.EMPTY: b"",
            Trouble.HALF: half,
            Trouble.ERROR_TEXT: UNKNOWN_REQUEST,
            Trouble.ERROR_RESPONSE: b'{"Response":"Error, not allowed"}',
            Trouble.LIST: b"[1, 2]",
            Trouble.NO_DEVICES_KEY: b'{"Name":"HomeSeer Devices"}',
        }
        return web.Response(
            body=body if self.trouble is None else instead[self.trouble], content_type="application/json"
        )

    def body(self, name: str) -> bytes:
        """Return what it answers when it is well."""
        if name in self.unknown_requests:
            return UNKNOWN_REQUEST
        match name:
            case "getstatus":
                answer: dict[str, Any] = {"Name": "HomeSeer Devices", "Version": "1.0"}
                if self.generation == 4:
                    answer |= {"Version": "1.1", "TempFormatF": False}
                answer["Devices"] = [self._written(ref) for ref in self.refs]
            case "hsversion":
                answer = {"Response": self.version}
            case "getsessionconfig":
                answer = {"hsVersion": self.version, "location1Label": "Room", "location2Label": "Floor", **self.config}
            case "getlocations":
                answer = {
                    key + number: [
                        "All",
                        *dict.fromkeys(ref["location" + number.replace("1", "")] for ref in self.refs),
                    ]
                    for key, number in (("location", "1"), ("location", "2"))
                }
            case "getdeviceinfo":
                answer = {"Name": "HomeSeer Devices", "Version": "1.0", "Count": len(self.refs)}
                answer |= {"TimeLastDeviceAdded": "/Date(1600003444765)/", "TimeLastDeviceRemoved": NEVER}
            case _:
                return UNKNOWN_REQUEST
        # HomeSeer escapes slashes, as .NET's serializer does.
        return json.dumps(answer, ensure_ascii=False).replace("/", "\\/").encode("utf-8", "surrogatepass")

    def _written(self, ref: Ref) -> Ref:
        """Return a ref in the shape of this version."""
        if self.generation == 3:
            return {**ref, "device_image": ""}
        kind = {"Device_API": FEATURE if ref.get("relationship") == 4 else DEVICE}
        if isinstance(ref.get("value"), int):
            ref = {**ref, "value": float(ref["value"])}
        if isinstance(ref.get("device_type"), dict):
            ref = {**ref, "device_type": {**ref["device_type"], **kind}}
        return {"interface_name": "Z-Wave", **ref, "device_type_values": None, "misc": 4864, "UserNote": ""}
