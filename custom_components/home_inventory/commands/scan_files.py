"""Where the content of a scan file comes from: the call itself, or a file that Home Assistant may read."""

from __future__ import annotations

import binascii
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..domain.errors import InvalidValueError, RequiredValueError
from ..domain.scan_file_errors import ScanFileError, ScanFileRefusedError
from ..sources.scans.errors import ScanTooLargeError
from ..sources.scans.reading import MAX_MEGABYTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from homeassistant.core import HomeAssistant

_WAYS: Final = ("content", "data", "path")


async def async_read_content(hass: HomeAssistant, values: Mapping[str, Any]) -> bytes:
    """Return a scan file as bytes: `content` is its text, `data` the same in base64, `path` a file in the configuration folder.

    Raises RequiredValueError unless exactly one is given; InvalidValueError, ScanFileError, ScanFileRefusedError, ScanTooLargeError.
    """
    given = [name for name in _WAYS if values.get(name)]
    if len(given) != 1:
        raise RequiredValueError(field=" / ".join(_WAYS))
    read = {"content": _encode, "data": _decode, "path": lambda path: _read_file(hass, path)}[given[0]]
    return await hass.async_add_executor_job(read, values[given[0]])


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


def _read_file(hass: HomeAssistant, name: str) -> bytes:
    """Return a file that Home Assistant allows to be read: of a folder in `allowlist_external_dirs`, `www` and media among them."""
    path = Path(hass.config.path(name))
    if not hass.config.is_allowed_path(str(path)):
        raise ScanFileRefusedError(name)
    try:
        if not path.is_file():  # nobody may ever write to a pipe
            raise ScanFileError(name)
        if path.stat().st_size > MAX_MEGABYTES * 1_000_000:
            raise ScanTooLargeError(MAX_MEGABYTES)
        return path.read_bytes()
    except OSError, ValueError:
        raise ScanFileError(name) from None
