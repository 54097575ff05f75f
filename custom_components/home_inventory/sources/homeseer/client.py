"""A thin client for HomeSeer's JSON interface: one request at a time, and an error of its own for each thing that can go wrong."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

import aiohttp

from ...domain.errors import InvalidValueError
from ...domain.source_errors import Flaw, SourceAnswerError, SourceLoginError, SourceUnreachableError, Unreachable
from .parsing import (
    AnswerFlawError,
    parse_device_info,
    parse_locations,
    parse_session_config,
    parse_status,
    parse_version,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .models import DeviceInfo, Locations, SessionConfig, StatusBody, Version

TIMEOUT: Final = 30.0
"""Seconds for one request: some small HomeSeer boxes take ten for a long list."""
LARGEST_BODY: Final = 64 * 1024 * 1024
"""A ref takes 600 to 800 bytes, so this is more than any HomeSeer has; it keeps a wrong server from filling the memory."""
_PAGES: Final = (".htm", ".html", ".asp", ".aspx")
"""Pages of HomeSeer's own: people copy the address of the one that they look at."""
_SMALL: Final = 64 * 1024
"""Bodies up to this many bytes are read on the event loop: about a millisecond."""
_CHUNK: Final = 256 * 1024


class Offload(Protocol):
    """Runs a function in a thread, as `hass.async_add_executor_job` does."""

    def __call__[T](self, job: Callable[[], T], /) -> Awaitable[T]:
        """Return what the function returns, or raise what it raises."""


def base_url_of(text: str) -> str:
    """Return the address of a HomeSeer as "http://192.168.1.5:8888", however people write it. Raises InvalidValueError.

    A name and password in it are refused: they belong into fields that are kept secret.
    """
    written = text.strip()
    try:
        parts = urlsplit(written if "://" in written else f"http://{written}")
        port = parts.port
    except ValueError:
        raise InvalidValueError("base_url", "no address") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(letter.isspace() for letter in written):
        raise InvalidValueError("base_url", "no address")
    if parts.username is not None or parts.password is not None:
        raise InvalidValueError("base_url", "has a login in it")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    path = parts.path.rstrip("/")
    above, _, last = path.rpartition("/")
    if last.casefold() == "json" or last.casefold().endswith(_PAGES):
        path = above
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{path}"


def _basic(name: str, password: str) -> str:
    """Return the header of a login (RFC 7617, in UTF-8)."""
    return f"Basic {b64encode(f'{name}:{password}'.encode()).decode()}"


class HomeSeerClient:
    """Asks one HomeSeer. All methods raise SourceLoginError, SourceUnreachableError or SourceAnswerError."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        base_url: str,
        offload: Offload,
        *,
        login: tuple[str, str] | None = None,
        verify_ssl: bool = True,
        timeout: float = TIMEOUT,
    ) -> None:
        """Take a session that stays open, an address (see `base_url_of`), and a name and password if there are any."""
        self._session = session
        self._url = f"{base_url_of(base_url)}/JSON"
        self._offload = offload
        # As a header: what is in a query stands in the logs of every server on the way.
        self._headers = {} if login is None else {"Authorization": _basic(*login)}
        self._ssl = verify_ssl
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        # HomeSeer's web server suffers when it is asked for several things at once.
        self._turn = asyncio.Lock()
        self.host: Final = urlsplit(self._url).netloc
        """What errors call this HomeSeer: host and port."""

    async def async_version(self) -> Version:
        """Return which HomeSeer it is: the cheapest test of address and login."""
        return await self._ask("hsversion", parse_version)

    async def async_session_config(self) -> SessionConfig:
        """Return which of the two locations is the outer one, and what people call them."""
        return await self._ask("getsessionconfig", parse_session_config)

    async def async_locations(self) -> Locations:
        """Return all names of places, also those that plug-ins make up."""
        return await self._ask("getlocations", parse_locations)

    async def async_status(self) -> StatusBody:
        """Return every ref."""
        return await self._ask("getstatus", parse_status)

    async def async_device_info(self) -> DeviceInfo:
        """Return what tells whether refs came or went; Flaw.ERROR_TEXT from a HomeSeer that can't."""
        return await self._ask("getdeviceinfo", parse_device_info)

    async def _ask[T](self, request: str, parse: Callable[[bytes], T]) -> T:
        """Ask and read the answer."""
        async with self._turn:
            body = await self._fetch(request)
        job = partial(parse, body)
        try:
            return job() if len(body) <= _SMALL else await self._offload(job)
        except AnswerFlawError as err:
            raise SourceAnswerError(self.host, err.flaw) from None

    async def _fetch(self, request: str) -> bytes:
        """Return the body of an answer. The text of aiohttp's errors is left out: it may quote what was sent."""
        try:
            # A redirect leads to a page for people, or takes the login to another host.
            async with self._session.get(
                self._url,
                params={"request": request},
                headers=self._headers,
                ssl=self._ssl,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                self._check(response.status)
                return await self._read(response.content)
        except TimeoutError:
            raise SourceUnreachableError(self.host, Unreachable.TIMEOUT) from None
        except aiohttp.ClientSSLError:
            raise SourceUnreachableError(self.host, Unreachable.CERTIFICATE) from None
        except aiohttp.ClientPayloadError:
            raise SourceAnswerError(self.host, Flaw.CUT_OFF) from None
        except aiohttp.ClientResponseError:
            raise SourceAnswerError(self.host, Flaw.SHAPE) from None
        except aiohttp.ClientError, OSError:
            raise SourceUnreachableError(self.host, Unreachable.REFUSED) from None

    def _check(self, status: int) -> None:
        """Refuse every answer but a good one."""
        if status in {401, 403}:
            raise SourceLoginError(self.host)
        if status != 200:  # noqa: PLR2004 - HTTP's "OK"
            raise SourceAnswerError(self.host, Flaw.STATUS)

    async def _read(self, content: aiohttp.StreamReader) -> bytes:
        """Return a body, unless it is larger than any list of devices."""
        body = bytearray()
        async for chunk in content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > LARGEST_BODY:
                raise SourceAnswerError(self.host, Flaw.TOO_LARGE)
        return bytes(body)
