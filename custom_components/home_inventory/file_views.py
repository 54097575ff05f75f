"""The files of attachments over HTTP: they come in bit by bit, and go out in a way that nothing in them is ever run."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from aiohttp import BodyPartReader, ClientError, web
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.core import Context

from .actors import user_actor
from .commands.base import NotLoadedError, get_inventory
from .const import DOMAIN
from .domain.actor import Source
from .domain.attachment_errors import (
    AttachmentNotFoundError,
    FileNotKeptError,
    FileTooLargeError,
    FileUnknownError,
    UploadBrokenError,
)
from .domain.errors import InvalidValueError, InventoryError, UnauthorizedError
from .domain.media_types import ANYTHING, PDF, TEXT, is_shown
from .files import FILE_LIMIT, MEGABYTE, SIZES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from aiohttp.web import Request

    from .domain.attachments import Attachment

FILES_PATH: Final = f"/api/{DOMAIN}/files"
_STATUSES: Final[Mapping[type[InventoryError], HTTPStatus]] = {
    UnauthorizedError: HTTPStatus.FORBIDDEN,
    NotLoadedError: HTTPStatus.SERVICE_UNAVAILABLE,
    AttachmentNotFoundError: HTTPStatus.NOT_FOUND,
    FileUnknownError: HTTPStatus.NOT_FOUND,
    FileTooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    FileNotKeptError: HTTPStatus.INSUFFICIENT_STORAGE,
}
_ENDINGS: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/heic": ".heic",
    PDF: ".pdf",
    TEXT: ".txt",
    "application/zip": ".zip",
}
_NOTHING_RUNS: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'"
_CLOSED: Final = "Content-Security-Policy"


class _View(HomeAssistantView):
    """Answers with errors as the websocket does, so that the panel translates them in the same way."""

    def refuse(self, err: InventoryError) -> web.Response:
        """Say what is wrong."""
        about = {
            "code": err.code,
            "message": str(err),
            "translation_domain": DOMAIN,
            "translation_key": err.code,
            "translation_placeholders": err.placeholders,
        }
        return self.json(about, _STATUSES.get(type(err), HTTPStatus.BAD_REQUEST))


class FileUploadView(_View):
    """Takes in a file, which is attached to an item afterwards."""

    url = FILES_PATH
    name = f"api:{DOMAIN}:files"

    async def post(self, request: Request) -> web.Response:
        """Keep the file of a form's first field; answer with its digest."""
        user = request[KEY_HASS_USER]
        actor = user_actor(user, Context(user_id=user.id), Source.WEBSOCKET)
        try:
            attachments = get_inventory(request.app[KEY_HASS]).attachments
            stored = await attachments.async_receive(actor, _portions(request))
        except InventoryError as err:
            return self.refuse(err)
        return self.json({"file": stored.digest, "size": stored.size, "media_type": stored.media_type})


async def _portions(request: Request) -> AsyncIterator[bytes]:
    """Yield a file about a megabyte at a time. Raises UploadBrokenError if it is none, or ends too early."""
    # Home Assistant takes 16 MB; the file itself is counted as it is written.
    request._client_max_size = FILE_LIMIT + MEGABYTE  # noqa: SLF001 - as Home Assistant's own upload does
    try:
        form = await request.multipart()
        part = await form.next()
        if not isinstance(part, BodyPartReader):
            raise UploadBrokenError
        gathered = bytearray()
        while chunk := await part.read_chunk(MEGABYTE):
            gathered += chunk
            if len(gathered) >= MEGABYTE:
                yield bytes(gathered)
                gathered.clear()
        if not part.at_eof():
            raise UploadBrokenError
        if gathered:
            yield bytes(gathered)
    except web.HTTPRequestEntityTooLarge:
        raise FileTooLargeError(limit=FILE_LIMIT // MEGABYTE) from None
    except (AssertionError, ValueError, LookupError, RuntimeError, ClientError, web.PayloadAccessError, OSError) as err:
        raise UploadBrokenError from err  # aiohttp says all of these of what is no form, or half of one


class FileView(_View):
    """Answers with the file of an attachment, or with a small picture of it."""

    url = f"{FILES_PATH}/{{attachment_id}}"
    name = f"api:{DOMAIN}:file"

    async def get(self, request: Request, attachment_id: str) -> web.StreamResponse:
        """Return the file; with `?size=`, a picture whose longest side has so many pixels."""
        try:
            size = _size(request.query.get("size"))
            attachments = get_inventory(request.app[KEY_HASS]).attachments
            attachment, path = await attachments.async_file(attachment_id[:64], size)
        except InventoryError as err:
            return self.refuse(err)
        return web.FileResponse(path, headers=_headers(attachment, is_small=size is not None))


def _size(written: str | None) -> int | None:
    """Return which small picture is wanted."""
    if written is None:
        return None
    if written not in map(str, SIZES):
        raise InvalidValueError("size", f"one of {', '.join(map(str, SIZES))} expected")
    return int(written)


def _headers(attachment: Attachment, *, is_small: bool) -> dict[str, str]:
    """Return what makes a file harmless: its type is that of its content, and what a browser might run is only saved."""
    media_type = "image/webp" if is_small else attachment.media_type or ANYTHING
    name = (attachment.title or attachment.kind) + _ENDINGS.get(media_type, "")
    headers = {
        "Content-Type": f"{TEXT}; charset=utf-8" if media_type == TEXT else media_type,
        "Content-Disposition": f"{'inline' if is_shown(media_type) else 'attachment'}; filename*=UTF-8''{quote(name, '')}",
        "Cache-Control": "private, max-age=31536000, immutable",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    # Browsers do not show a PDF in a sandbox; what it can do, it does in a process of its own.
    return headers | {_CLOSED: _NOTHING_RUNS if media_type == PDF else f"sandbox; {_NOTHING_RUNS}"}
