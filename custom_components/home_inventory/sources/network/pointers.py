"""Asking a network's router for the names of addresses (DNS, RFC 1035; names of addresses: 3.5)."""

from __future__ import annotations

import asyncio
import secrets
import struct
from itertools import batched
from typing import TYPE_CHECKING, Final, cast, override

from ...domain.addresses import normalize_ip

if TYPE_CHECKING:
    from collections.abc import Sequence

_PORT: Final = 53
_AT_A_TIME: Final = 64
_TIMEOUT_S: Final = 1.0
_TRIES: Final = 2
_HEADER: Final = struct.Struct("!6H")
"""Number, flags, then how many questions, answers, authorities and additions."""
_RECORD: Final = struct.Struct("!HHIH")
"""Type, class, seconds to live, length."""
_POINTER, _INTERNET = 12, 1
_IS_ANSWER: Final = 0x8000
_ERROR_BITS: Final = 0x000F
_COMPRESSED: Final = 0xC0
_MOST_JUMPS: Final = 16


async def async_look_up(server: str, addresses: Sequence[str], *, port: int = _PORT) -> dict[str, str]:
    """Return the names that a server has for IPv4 addresses, with domain, without the last dot.

    What it has no name for is left out. Nothing fails for lack of a server: if none of the first 64 addresses
    is answered in 2 s, not even with "unknown", the others are not asked.
    """
    try:
        transport, asking = await asyncio.get_running_loop().create_datagram_endpoint(
            _Asking, remote_addr=(server, port)
        )
    except OSError:
        return {}
    try:
        for some in batched(addresses, _AT_A_TIME, strict=False):
            if not await asking.async_ask(some):
                break
    finally:
        transport.close()
    return asking.names


class _Asking(asyncio.DatagramProtocol):
    """Questions that are under way."""

    def __init__(self) -> None:
        """Start without questions."""
        self.names: dict[str, str] = {}
        self._open: dict[int, str] = {}
        self._done = asyncio.Event()
        self._transport: asyncio.DatagramTransport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if (read := _read(data)) is None:
            return
        number, question, name = read
        if question != _question(self._open.get(number, "")):
            return  # nobody asked that
        address = self._open.pop(number)
        if name:
            self.names[address] = name
        if not self._open:
            self._done.set()

    @override
    def error_received(self, exc: Exception) -> None:
        """Wait for nothing if there is no server."""
        self._open.clear()
        self._done.set()

    async def async_ask(self, addresses: Sequence[str]) -> bool:
        """Ask for some addresses, twice if need be, and return whether there was any answer."""
        self._open = {}
        while len(self._open) < len(addresses):
            self._open.setdefault(secrets.randbelow(1 << 16), addresses[len(self._open)])
        for _try in range(_TRIES):
            self._done.clear()
            for number, address in list(self._open.items()):
                if self._transport is not None:
                    self._transport.sendto(
                        _HEADER.pack(number, 0, 1, 0, 0, 0)
                        + _question(address)
                        + struct.pack("!HH", _POINTER, _INTERNET)
                    )
            try:
                async with asyncio.timeout(_TIMEOUT_S):
                    await self._done.wait()
            except TimeoutError:
                continue
            return True
        return len(self._open) < len(addresses)


def _question(address: str) -> bytes:
    """Return the name that an address has in the DNS, as it is sent; empty for no address."""
    if normalize_ip(address) is None:
        return b""
    labels = (*reversed(address.split(".")), "in-addr", "arpa")
    return b"".join(bytes([len(label)]) + label.encode() for label in labels) + b"\0"


def _read(packet: bytes) -> tuple[int, bytes, str] | None:
    """Return number, question as it was sent and the name in an answer, "" if it has none; None for what is no answer."""
    try:
        number, flags, questions, answers, _authorities, _additions = _HEADER.unpack_from(packet)
        if not flags & _IS_ANSWER or questions != 1:
            return None
        _asked, offset = _name(packet, _HEADER.size)
        question = packet[_HEADER.size : offset].lower()
        offset += 4
        for _ in range(0 if flags & _ERROR_BITS else answers):
            _owner, offset = _name(packet, offset)
            kind, _class, _seconds, length = _RECORD.unpack_from(packet, offset)
            offset += _RECORD.size
            if kind == _POINTER:
                return number, question, _name(packet, offset)[0]
            offset += length
    except struct.error, IndexError, ValueError:
        return None
    return number, question, ""


def _name(packet: bytes, offset: int) -> tuple[str, int]:
    """Return the name at a place in a packet and the place after it. Raises ValueError, IndexError if it is broken."""
    labels: list[str] = []
    after: int | None = None
    jumps = 0
    while (length := packet[offset]) != 0:
        if length & _COMPRESSED == _COMPRESSED:
            after = offset + 2 if after is None else after
            offset = (length & ~_COMPRESSED) << 8 | packet[offset + 1]
            jumps += 1
            if jumps > _MOST_JUMPS:
                raise ValueError("a name that never ends")
            continue
        labels.append(packet[offset + 1 : offset + 1 + length].decode("utf-8", "replace"))
        offset += 1 + length
    return ".".join(labels), offset + 1 if after is None else after
