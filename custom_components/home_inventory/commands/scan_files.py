"""Where the content of a file comes from: the call itself, a file that Home Assistant may read, or one that was sent to it."""

from __future__ import annotations

import binascii
from base64 import b64decode
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.components.file_upload import process_uploaded_file

from ..domain.errors import InvalidValueError, RequiredValueError
from ..domain.scan_file_errors import ScanFileError, ScanFileRefusedError
from ..sources.scans.errors import ScanTooLargeError
from ..sources.scans.reading import MAX_MEGABYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, BinaryIO

    from homeassistant.core import HomeAssistant

    from ..domain.errors import InventoryError

_SCAN_WAYS: Final = ("content", "data", "path")


async def async_read_content[T](
    hass: HomeAssistant,
    values: Mapping[str, Any],
    ways: tuple[str, ...] = _SCAN_WAYS,
    too_large: Callable[[], InventoryError] = lambda: ScanTooLargeError(MAX_MEGABYTES),
    most_bytes: int = MAX_MEGABYTES * 1_000_000,
    of_any_size: Callable[[BinaryIO], T | None] = lambda _: None,
) -> bytes | T:
    """Return a file as bytes, given in one of the ways, or what `of_any_size` makes of one that it knows.

    `content` is its text, `data` the same in base64, `path` a file in the configuration folder, `upload` the id of one that was
    sent to Home Assistant.

    Raises RequiredValueError unless exactly one is given; InvalidValueError, ScanFileError, ScanFileRefusedError, `too_large`.
    """
    # A file without anything in it was given all the same, unless something else was.
    given = [name for name in ways if values.get(name)] or [
        name for name in ("content", "data") if values.get(name) == "" and name in ways
    ]
    if len(given) != 1:
        raise RequiredValueError(field=" / ".join(ways))

    def read() -> bytes | T:
        value = values[given[0]]
        if given[0] in ("content", "data"):
            content = _encode(value) if given[0] == "content" else _decode(value)
            made = of_any_size(BytesIO(content))
            return content if made is None else made
        with _upload(hass, value) if given[0] == "upload" else nullcontext(_allowed(hass, value)) as path:
            return _read_file(path, value, too_large, most_bytes, of_any_size)

    return await hass.async_add_executor_job(read)


@contextmanager
def _upload(hass: HomeAssistant, name: str) -> Iterator[Path]:
    """Give where a file is that was sent to Home Assistant; it is gone afterwards."""
    try:
        with process_uploaded_file(hass, name) as path:
            yield path
    except ValueError, OSError:
        raise ScanFileError(name) from None


def _allowed(hass: HomeAssistant, name: str) -> Path:
    """Return where a file is that Home Assistant allows to be read: in a folder in `allowlist_external_dirs`, `www` and media among them."""
    path = Path(hass.config.path(name))
    if not hass.config.is_allowed_path(str(path)):
        raise ScanFileRefusedError(name)
    return path


def _encode(text: str) -> bytes:
    """Return a text as a file would hold it."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise InvalidValueError("content", "half characters are not allowed") from None


def _decode(text: str) -> bytes:
    """Return what stands in base64."""
    try:
        return b64decode(text, validate=True)
    except binascii.Error, ValueError:
        raise InvalidValueError("data", "base64 expected") from None


def _read_file[T](
    path: Path,
    name: str,
    too_large: Callable[[], InventoryError],
    most_bytes: int,
    of_any_size: Callable[[BinaryIO], T | None],
) -> bytes | T:
    """Return what is in a file, or what is made of one that may have any size."""
    try:
        if not path.is_file():  # nobody may ever write to a pipe
            raise ScanFileError(name)
        with path.open("rb") as file:
            if (made := of_any_size(file)) is not None:
                return made
        if path.stat().st_size > most_bytes:
            raise too_large()
        return path.read_bytes()
    except OSError, ValueError:
        raise ScanFileError(name) from None
