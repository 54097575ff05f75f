"""Asking a Grocy for the objects that its files would hold. The key is sent to the host that was named, and to nobody else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

import aiohttp

from .errors import (
    ImportServerCertificateError,
    ImportServerElsewhereError,
    ImportServerForeignError,
    ImportServerKeyError,
    ImportServerUnreachableError,
    ImportTooLargeError,
)
from .limits import MAX_MEGABYTES

if TYPE_CHECKING:
    from .documents import Document

NEEDED: Final = ("products", "stock")
OBJECTS: Final = (
    *NEEDED,
    *("product_groups", "quantity_units", "locations", "shopping_locations", "product_barcodes", "userfields"),
    *("shopping_list", "batteries", "equipment", "recipes", "chores", "tasks"),
)
_HEADER: Final = "GROCY-API-KEY"
TIMEOUT: Final = 30.0
"""Seconds for one answer."""
_REDIRECTS: Final = 3
_CHUNK: Final = 1 << 16
_OK: Final = 200
_NOT_KNOWN: Final = frozenset((400, 404, 405))
"""How versions answer that have no such objects."""
_MOVED: Final = frozenset((301, 302, 303, 307, 308))
_REFUSED: Final = frozenset((401, 403))


class GrocyServer:
    """Asks one Grocy. All methods raise an error of `errors.py`, which never holds the key."""

    def __init__(self, session: aiohttp.ClientSession, url: str, key: str) -> None:
        """Take a session that stays open, the address as people see it in their browser, and the key."""
        parts = urlsplit(url)
        path = parts.path.rstrip("/").removesuffix("/api").rstrip("/")
        self._base = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{path}/api/"
        self._name = parts.netloc.rpartition("@")[2]
        self._session = session
        self._headers = {_HEADER: key, "Accept": "application/json"}
        self._timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        self._left = MAX_MEGABYTES * 1_000_000

    async def async_fetch(self) -> Document:
        """Return the lists of objects by their names; those that an older version does not have are left out."""
        about = await self._ask("system/info")
        if not isinstance(about, dict) or "grocy_version" not in about:
            raise ImportServerForeignError(self._name)
        found: dict[str, Any] = {}
        for name in OBJECTS:
            answer = await self._ask(f"objects/{name}", or_none=name not in NEEDED)
            if isinstance(answer, list):
                found[name] = answer
            elif answer is not None or name in NEEDED:
                raise ImportServerForeignError(self._name)
        return found

    async def _ask(self, path: str, *, or_none: bool = False) -> Any:
        """Return what stands in an answer; None for what is not known there, if that may be."""
        try:
            status, body = await self._fetch(urljoin(self._base, path))
        except TimeoutError:
            raise ImportServerUnreachableError(self._name) from None
        except aiohttp.ClientSSLError:
            raise ImportServerCertificateError(self._name) from None
        except aiohttp.ClientResponseError:
            raise ImportServerForeignError(self._name) from None
        except aiohttp.ClientError, OSError, ValueError:
            raise ImportServerUnreachableError(self._name) from None
        if status in _REFUSED:
            raise ImportServerKeyError(self._name)
        if or_none and status in _NOT_KNOWN:
            return None
        if status != _OK:
            raise ImportServerForeignError(self._name)
        try:
            return json.loads(body, parse_constant=str)
        except ValueError, RecursionError:
            raise ImportServerForeignError(self._name) from None

    async def _fetch(self, url: str) -> tuple[int, bytes]:
        """Return the status and body of an answer; goes where it is sent as long as that is the same host."""
        for _ in range(_REDIRECTS + 1):
            async with self._session.get(
                url, headers=self._headers, timeout=self._timeout, allow_redirects=False
            ) as response:
                if response.status not in _MOVED:
                    return response.status, await self._read(response.content)
                url = self._next(url, response.headers.get("Location", ""))
        raise ImportServerForeignError(self._name)

    def _next(self, url: str, location: str) -> str:
        """Return where an answer sends us: to the same server, or to its protected door."""
        there, here = urlsplit(urljoin(url, location)), urlsplit(url)
        is_same = (there.scheme, there.port) == (here.scheme, here.port)
        if there.hostname != here.hostname or not (is_same or (here.scheme, there.scheme) == ("http", "https")):
            raise ImportServerElsewhereError(self._name)
        return there.geturl()

    async def _read(self, content: aiohttp.StreamReader) -> bytes:
        """Return a body. All of them together are no larger than a file may be."""
        body = bytearray()
        async for chunk in content.iter_chunked(_CHUNK):
            self._left -= len(chunk)
            if self._left < 0:
                raise ImportTooLargeError(MAX_MEGABYTES)
            body += chunk
        return bytes(body)
