"""Finding neighbours without any rights: send everybody a datagram, then read whom the kernel has found.

To send a datagram the kernel must know the hardware address, so it asks by ARP. What it knows already it asks for
at that address first, and believes for a while without asking: see `Neighbour.is_there`.
"""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from itertools import batched
from typing import TYPE_CHECKING, Final

from .answers import Answer
from .neighbours import list_neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence
    from ipaddress import IPv4Address

    from .adapters import Adapter

_PER_SOCKET: Final = 128
"""Datagrams that wait for an answer are charged to their socket: one socket takes 277 of them and then none."""
_CHUNK: Final = 256
"""The kernel keeps 1,024 neighbours (gc_thresh3), of all interfaces and namespaces together."""
_DISCARD: Final = 9
"""The port of a service that throws everything away (RFC 863)."""
_POLL_S: Final = 0.25
_LONGEST_S: Final = 9.5
"""The kernel waits 5 s before it doubts what it knows, then asks three times, one second apart."""
_AGAIN_S: Final = 3.5
"""Three questions to everybody, one second apart."""


@dataclass(slots=True)
class Poked:
    """What a sweep brought."""

    answers: dict[str, Answer] = field(default_factory=dict)
    """By address: the table has one hardware address for each, so a conflict can't be seen."""
    unsent: set[str] = field(default_factory=set)
    """Addresses that the kernel would not send to: the sweep says nothing of them."""


def sweep(adapter: Adapter, targets: Sequence[IPv4Address]) -> Poked:
    """Return who answers for the targets. Takes 3 to 13 s for each 256 of them and blocks. Raises OSError.

    What was not found is tried again: the kernel asks for a device whose hardware address has changed
    at the old one, and forgets that only after it got no answer.
    """
    poked = Poked()
    for chunk in batched(targets, _CHUNK, strict=False):
        _pass(adapter, chunk, poked, _LONGEST_S)
        unseen = [target for target in chunk if str(target) not in poked.answers]
        _pass(adapter, unseen, poked, _AGAIN_S)
    return poked


def _pass(adapter: Adapter, targets: Sequence[IPv4Address], poked: Poked, longest_s: float) -> None:
    """Poke the targets and take what the kernel finds until it has stopped asking."""
    started = time.monotonic()
    wanted = {str(target) for target in targets}
    poked.unsent -= wanted
    poked.unsent |= _poke(adapter, targets)
    is_under_way = True
    while is_under_way and time.monotonic() - started < longest_s:
        time.sleep(_POLL_S)
        is_under_way = _read(adapter, wanted, time.monotonic() - started, poked)


def _read(adapter: Adapter, wanted: set[str], age_s: float, poked: Poked) -> bool:
    """Take what is certain from the table and return whether the kernel is still asking for anything wanted."""
    is_under_way = False
    for entry in list_neighbours(adapter.index):
        if entry.address not in wanted:
            continue
        if entry.mac is not None and entry.is_there(age_s):
            poked.answers[entry.address] = Answer(entry.address, entry.mac, time.time() - entry.confirmed_s)
        elif entry.is_under_way:
            is_under_way = True
    return is_under_way


def _poke(adapter: Adapter, targets: Sequence[IPv4Address]) -> set[str]:
    """Send each target an empty datagram and return those that the kernel would not send to."""
    unsent = set()
    for some in batched(targets, _PER_SOCKET, strict=False):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
            sending.settimeout(0)
            sending.bind((str(adapter.address), 0))
            for target in some:
                try:
                    sending.sendto(b"", (str(target), _DISCARD))
                except OSError:
                    # Full buffers and a full table alike: the scan is not complete, which its result says.
                    unsent.add(str(target))
    return unsent
