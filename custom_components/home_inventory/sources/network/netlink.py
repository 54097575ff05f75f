"""Asking the kernel for its tables over netlink (RFC 3549), as any user may.

Everything here blocks: it runs in a thread.
"""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER: Final = struct.Struct("=IHHII")
"""Length, type, flags, sequence number, port (struct nlmsghdr)."""
_ATTRIBUTE: Final = struct.Struct("=HH")
"""Length and type, then the value, padded to four octets (struct rtattr)."""
_REQUEST_DUMP: Final = 0x301
_ERROR, _DONE = 2, 3
_NUMBER: Final = 1
_TIMEOUT_S: Final = 5.0
_BUFFER: Final = 1 << 16
_TYPE_BITS: Final = 0x3FFF
"""The two highest bits of an attribute's type are flags."""


def dump(request: int, body: bytes) -> Iterator[bytes]:
    """Return the body of each message of a table.

    `request` is an RTM_GET… number, `body` the fixed part that the kernel expects with it.
    Raises OSError if the kernel refuses or doesn't answer.
    """
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as asking:
        asking.settimeout(_TIMEOUT_S)
        asking.bind((0, 0))
        asking.send(_HEADER.pack(_HEADER.size + len(body), request, _REQUEST_DUMP, _NUMBER, 0) + body)
        while True:
            for kind, message in _messages(asking.recv(_BUFFER)):
                if kind == _DONE:
                    return
                if kind == _ERROR:
                    code = struct.unpack_from("=i", message)[0]
                    raise OSError(-code, "netlink refused the request")
                yield message


def attributes(message: bytes, offset: int) -> dict[int, bytes]:
    """Return the attributes that follow the fixed part of a message, by number."""
    found = {}
    while offset + _ATTRIBUTE.size <= len(message):
        length, kind = _ATTRIBUTE.unpack_from(message, offset)
        if length < _ATTRIBUTE.size:
            break
        found[kind & _TYPE_BITS] = message[offset + _ATTRIBUTE.size : offset + length]
        offset += _padded(length)
    return found


def _messages(packet: bytes) -> Iterator[tuple[int, bytes]]:
    """Return type and body of each message in a packet."""
    offset = 0
    while offset + _HEADER.size <= len(packet):
        length, kind, _flags, _number, _port = _HEADER.unpack_from(packet, offset)
        if length < _HEADER.size:
            return
        yield kind, packet[offset + _HEADER.size : offset + length]
        offset += _padded(length)


def _padded(length: int) -> int:
    return (length + 3) & ~3
