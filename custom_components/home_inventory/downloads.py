"""Files that are made to be fetched: exports and reports. Each waits for a while under a link that needs no signing in."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict
from urllib.parse import quote

from aiohttp import web
from homeassistant.components.http import KEY_HASS, HomeAssistantView
from homeassistant.components.http.auth import async_sign_path

from .addresses import own_address
from .commands.base import NotLoadedError, get_inventory
from .const import DOMAIN
from .sparing import sparing_the_loop

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp.web import Request
    from homeassistant.core import HomeAssistant

DOWNLOAD_PATH: Final = f"/api/{DOMAIN}/download"
LIFETIME: Final = timedelta(hours=1)
_MOST_WAITING: Final = 20


class DownloadLink(TypedDict):
    """Where a file is fetched: `url` is null when the home does not know its own address; `size` is in bytes."""

    name: str
    path: str
    url: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was made."""

    token: str
    name: str
    """What it is called when it is kept."""
    media_type: str
    file: Path
    size: int
    until: float


class Downloads:
    """The files that wait; the oldest are forgotten first, and all of them when the inventory is closed."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Make no folder yet."""
        self._hass = hass
        self._files: dict[str, Download] = {}
        self._folder: Path | None = None
        self._one_at_a_time = asyncio.Lock()

    async def async_make(self, name: str, media_type: str, write: Callable[[Path], None]) -> DownloadLink:
        """Let a file be written, in a thread, and return where it is fetched. Raises what writing raises."""
        token = secrets.token_urlsafe(16)
        async with self._one_at_a_time:
            with sparing_the_loop():
                made = await self._hass.async_add_executor_job(self._make, token, name, media_type, write)
        self._files[token] = made
        path = async_sign_path(self._hass, f"{DOWNLOAD_PATH}/{token}/{quote(name)}", LIFETIME)
        address = own_address(self._hass)
        return DownloadLink(name=name, path=path, url=address and f"{address}{path}", size=made.size)

    def get(self, token: str) -> Download | None:
        """Return a file, or None when it has been forgotten."""
        found = self._files.get(token)
        return found if found is not None and found.until > time.monotonic() else None

    async def async_close(self) -> None:
        """Forget everything."""
        self._files.clear()
        folder, self._folder = self._folder, None
        if folder is not None:
            await self._hass.async_add_executor_job(shutil.rmtree, folder, True)  # noqa: FBT003 - ignore_errors

    def _make(self, token: str, name: str, media_type: str, write: Callable[[Path], None]) -> Download:
        """Write a file."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=f"{DOMAIN}-"))
        self._forget_old()
        file = self._folder / token
        try:
            write(file)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        until = time.monotonic() + LIFETIME.total_seconds()
        return Download(token, name, media_type, file, file.stat().st_size, until)

    def _forget_old(self) -> None:
        """Remove the files whose time is over, and the oldest when there are many."""
        now, spare = time.monotonic(), len(self._files) - _MOST_WAITING
        for position, old in enumerate(list(self._files.values())):
            if position <= spare or old.until <= now:
                del self._files[old.token]
                old.file.unlink(missing_ok=True)


class DownloadView(HomeAssistantView):
    """Answers with a file that was made."""

    url = f"{DOWNLOAD_PATH}/{{token}}/{{name}}"
    name = f"api:{DOMAIN}:download"

    async def get(self, request: Request, token: str, name: str) -> web.StreamResponse:
        """Return the file."""
        try:
            found = get_inventory(request.app[KEY_HASS]).downloads.get(token)
        except NotLoadedError:
            found = None
        if found is None or found.name != name:
            return self.json_message("This file has been forgotten: make it anew.", HTTPStatus.NOT_FOUND)
        headers = {
            "Content-Type": found.media_type,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
            "Cache-Control": "no-store",
        }
        return web.FileResponse(found.file, headers=headers)
