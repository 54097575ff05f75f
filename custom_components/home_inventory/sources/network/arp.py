"""Asking everybody in an Ethernet who has an address (ARP, RFC 826). Needs the right to open raw sockets.

It is the best scan: no cache is in between, nobody can choose not to answer, and two devices with one address
are both heard.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from itertools import batched
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_mac
from .answers import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from ipaddress import IPv4Address

    from .adapters import Adapter

_ROUNDS: Final = 2
"""A packet may get lost, above all in a wireless network."""
_AT_A_TIME: Final = 32
_PAUSE_S: Final = 0.01
"""With 32 packets in 10 ms not even slow switches and access points lose any."""
_WAIT_S: Final = 1.0
"""After each round; devices that save power answer late."""
_ETHERTYPE: Final = 0x0806
_ETHERNET: Final = struct.Struct("!6s6sH")
_PACKET: Final = struct.Struct("!HHBBH6s4s6s4s")
"""Kinds and lengths of both addresses, operation, then sender and target, hardware address first."""
_FOR_IPV4: Final = (1, 0x0800, 6, 4)
_REQUEST, _REPLY = 1, 2
_EVERYBODY: Final = b"\xff" * 6
_OUTGOING: Final = 4
"""PACKET_OUTGOING of linux/if_packet.h: what this machine itself sends is heard, too."""
_BUFFER: Final = 1 << 20


def sweep(adapter: Adapter, targets: Sequence[IPv4Address]) -> list[Answer]:
    """Return who answers for the targets: each pair of address and hardware address once, as last heard.

    Takes about 2.2 s for a /24 and blocks. Raises PermissionError without the right (CAP_NET_RAW),
    OSError if the interface is down.
    """
    wanted = {target.packed: str(target) for target in targets}
    heard: dict[tuple[str, str], float] = {}
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETHERTYPE)) as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        wire.bind((adapter.name, _ETHERTYPE))
        wire.settimeout(0)
        for _round in range(_ROUNDS):
            for some in batched(targets, _AT_A_TIME, strict=False):
                for target in some:
                    _ask(wire, adapter, target)
                _listen(wire, _PAUSE_S, wanted, heard)
            _listen(wire, _WAIT_S, wanted, heard)
    return [Answer(address, mac, at) for (address, mac), at in heard.items()]


def _ask(wire: socket.socket, adapter: Adapter, target: IPv4Address) -> None:
    """Ask for one address. A full queue is waited for: a target that was not asked would seem to be away."""
    frame = _ETHERNET.pack(_EVERYBODY, adapter.mac, _ETHERTYPE) + _PACKET.pack(
        *_FOR_IPV4, _REQUEST, adapter.mac, adapter.address.packed, bytes(6), target.packed
    )
    try:
        wire.send(frame)
    except BlockingIOError:
        select.select([], [wire], [], _WAIT_S)
        wire.send(frame)


def _listen(wire: socket.socket, seconds: float, wanted: dict[bytes, str], heard: dict[tuple[str, str], float]) -> None:
    """Note for some time who speaks for one of the addresses that are wanted."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and select.select([wire], [], [], left)[0]:
        try:
            frame, (_interface, _protocol, direction, _kind, _sender) = wire.recvfrom(256)
        except BlockingIOError:
            continue
        if direction != _OUTGOING and (pair := _speaker(frame, wanted)) is not None:
            heard[pair] = time.time()


def _speaker(frame: bytes, wanted: dict[bytes, str]) -> tuple[str, str] | None:
    """Return address and hardware address of who sent a packet; None if it is of no interest.

    Who asks for others speaks for its own address as well. An address of zeros is asked with by who has none yet.
    """
    if len(frame) < _ETHERNET.size + _PACKET.size:
        return None
    *kinds, operation, mac, address, _target_mac, _target = _PACKET.unpack_from(frame, _ETHERNET.size)
    if tuple(kinds) != _FOR_IPV4 or operation not in {_REQUEST, _REPLY} or address not in wanted:
        return None
    normal = normalize_mac(mac.hex())
    return None if normal is None else (wanted[address], normal)
