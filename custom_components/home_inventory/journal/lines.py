"""Lines of the journal: JSON objects that carry a checksum of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD: Final = b'{"checksum":"'
_BODY_AT: Final = len(_HEAD) + 8 + 2
"""Where the body goes on after its first brace: behind eight digits, a quotation mark and a comma."""


class DamagedLineError(ValueError):
    """A line is torn or was changed by something else."""


def encode(body: Mapping[str, Any]) -> bytes:
    """Return an object as a line, newline included.

    The checksum is CRC-32 (as in zlib) over the object's UTF-8 bytes as they are in the line, without the checksum.
    """
    text = orjson.dumps(body)
    return b'%s%08x",%s\n' % (_HEAD, crc32(text), text[1:])


def decode(line: bytes) -> dict[str, Any]:
    """Return the object in a line, which may end with a newline. Raises DamagedLineError."""
    body = b"{" + line[_BODY_AT:].rstrip(b"\r\n")
    if line[: len(_HEAD)] != _HEAD or line[_BODY_AT - 2 : _BODY_AT] != b'",':
        raise DamagedLineError
    try:
        checksum = int(line[len(_HEAD) : _BODY_AT - 2], 16)
        if checksum != crc32(body):
            raise DamagedLineError
        found: dict[str, Any] = orjson.loads(body)
    except ValueError as err:
        raise DamagedLineError from err
    return found
