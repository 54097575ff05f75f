"""Files on their way: one is sent as the panel sends it, others are fetched under a link."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import IO, TYPE_CHECKING, Final
from urllib.parse import urlsplit

from . import __version__
from .errors import RefusedError, TokenRefusedError, UnreachableError
from .network import address_of, certificates, token_of, unreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .settings import Settings

_CHUNK: Final = 1 << 20
_PATIENCE: Final = 300.0
"""Seconds; Home Assistant writes one file after the other."""


def upload(settings: Settings, file: IO[bytes], size: int, sent: Callable[[int], None]) -> str:
    """Send a file of a size in bytes and return its id; `sent` hears how many bytes have gone.

    Raises UnreachableError, TokenRefusedError and RefusedError.
    """
    boundary = secrets.token_hex(16)
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="import"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode()
    tail = f"\r\n--{boundary}--\r\n".encode()
    headers = {
        "Authorization": f"Bearer {token_of(settings)}",
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Content-Length": str(len(head) + size + len(tail)),
    }

    def body() -> Iterator[bytes]:
        yield head
        while chunk := file.read(_CHUNK):
            yield chunk
            sent(len(chunk))
        yield tail

    with _answer(settings, "POST", "/api/file_upload", headers, body()) as response:
        if response.status == HTTPStatus.UNAUTHORIZED:
            raise TokenRefusedError(f"{settings.url} does not know this token.")
        if response.status != HTTPStatus.OK:
            raise RefusedError(
                {"code": "upload", "message": f"The file was not taken: {response.status} {response.reason}."}
            )
        return str(json.loads(response.read())["file_id"])


def download(settings: Settings, path: str, write: Callable[[bytes], object]) -> int:
    """Fetch what is behind a signed path and hand it on in pieces; return how many bytes it were.

    Raises UnreachableError when it breaks off, and RefusedError when there is nothing behind the link.
    """
    with _answer(settings, "GET", path, {}) as response:
        if response.status != HTTPStatus.OK:
            raise RefusedError(
                {"code": "download", "message": f"The file can't be fetched: {response.status} {response.reason}."}
            )
        total = 0
        while chunk := response.read(_CHUNK):
            try:
                write(chunk)
            except OSError as err:
                raise RefusedError(
                    {"code": "not_written", "message": f"The file can't be written: {err.strerror or err}."}
                ) from None
            total += len(chunk)
        if response.length:
            raise UnreachableError(f"{settings.url} broke off while the file was fetched.")
        return total


def download_to(settings: Settings, path: str, target: Path) -> int:
    """Fetch a file; whoever looks at the target sees what was there before, or all of it. Returns its size in bytes."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with fresh.open("xb") as file:
            size = download(settings, path, file.write)
        fresh.replace(target)
    except OSError as err:
        raise RefusedError(
            {"code": "not_written", "message": f"{target} can't be written: {err.strerror or err}."}
        ) from None
    finally:
        fresh.unlink(missing_ok=True)
    return size


@contextmanager
def _answer(
    settings: Settings, method: str, path: str, headers: dict[str, str], body: Iterator[bytes] | None = None
) -> Iterator[HTTPResponse]:
    """Ask over HTTP."""
    parts = urlsplit(address_of(settings))
    context, wait = certificates(settings), max(settings.timeout, _PATIENCE)
    connection: HTTPConnection = (
        HTTPConnection(parts.hostname or "", parts.port, timeout=wait)
        if context is None
        else HTTPSConnection(parts.hostname or "", parts.port, timeout=wait, context=context)
    )
    agent = {"User-Agent": f"home-inventory-cli/{__version__}"}
    try:
        connection.request(method, parts.path + path, body=body, headers={**agent, **headers})
        yield connection.getresponse()
    except (OSError, HTTPException) as err:
        raise unreachable(settings, err) from None
    finally:
        connection.close()
