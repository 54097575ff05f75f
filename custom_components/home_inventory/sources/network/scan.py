"""One scan of one network, from the question to what it says about devices."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_mac, order_of, parse_network
from ...domain.observations import Conflict, Harvest, Identity, IdentityKind, Note, NoteKind, Observation
from . import arp, ipv6, poke
from .adapters import find_adapter
from .answers import Answer, targets_in
from .errors import NetworkNotLocalError, NetworkScanError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from ipaddress import IPv4Address, IPv4Network

    from ...domain.observations import Told
    from .adapters import Adapter

_ONE_AT_A_TIME: Final = threading.Lock()
"""Scans share the kernel's table of neighbours. Held by threads: a task that is cancelled leaves its thread running."""
_NO_RAW_SOCKETS: Final = frozenset({errno.EPERM, errno.EACCES, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT})


class Mode(StrEnum):
    """How a network was scanned."""

    ARP = "arp"
    POKE = "poke"
    """Without rights: conflicts can't be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What one scan heard."""

    network: IPv4Network
    mode: Mode
    answers: tuple[Answer, ...]
    """This machine's own address is among them."""
    unsent: int = 0
    """Addresses that could not be asked."""
    others: int = 0
    """Answers of other machines than this one."""
    ipv6: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """IPv6 addresses by hardware address."""
    seconds: float = 0

    @property
    def is_complete(self) -> bool:
        """Return whether what did not answer is away. If nobody answers at all, it is this machine that is cut off."""
        return self.unsent == 0 and self.others > 0

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the addresses that several hardware addresses answered for."""
        macs: dict[str, set[str]] = {}
        for answer in self.answers:
            macs.setdefault(answer.address, set()).add(answer.mac)
        return tuple(
            Conflict(address=address, macs=tuple(sorted(several)))
            for address, several in sorted(macs.items(), key=lambda pair: order_of(pair[0]))
            if len(several) > 1
        )


async def async_scan(network: str) -> Scan:
    """Scan a network that a person has chosen, as "192.168.1.0/24", in a thread; scans wait for each other.

    Takes 2 to 5 s with raw sockets, 3 to 13 s for each 256 addresses without. Raises InvalidNetworkError,
    NetworkNotLocalError, NetworkScanError.
    """
    return await asyncio.to_thread(scan, parse_network(network))


def scan(network: IPv4Network) -> Scan:
    """Scan a network. Blocks; raises as `async_scan`."""
    if not hasattr(socket, "AF_PACKET"):
        raise NetworkScanError(network, "only Linux is supported")
    with _ONE_AT_A_TIME:
        started = time.monotonic()
        try:
            adapter = find_adapter(network)
            if adapter is None:
                raise NetworkNotLocalError(network)
            ipv6.wake(adapter)
            mode, answers, unsent = _sweep(adapter, targets_in(network, adapter.address))
            ipv6.wake(adapter)
            own = normalize_mac(adapter.mac.hex())
            return Scan(
                network=network,
                mode=mode,
                answers=(*answers, *([] if own is None else [Answer(str(adapter.address), own, time.time())])),
                unsent=unsent,
                others=len(answers),
                ipv6=ipv6.addresses_by_mac(adapter),
                seconds=time.monotonic() - started,
            )
        except OSError as error:
            raise NetworkScanError(network, error.strerror or type(error).__name__) from error


def _sweep(adapter: Adapter, targets: Sequence[IPv4Address]) -> tuple[Mode, list[Answer], int]:
    """Scan by ARP, or without rights if there are none: nothing but trying tells."""
    try:
        return Mode.ARP, arp.sweep(adapter, targets), 0
    except OSError as error:
        if error.errno not in _NO_RAW_SOCKETS:
            raise
    poked = poke.sweep(adapter, targets)
    return Mode.POKE, list(poked.answers.values()), len(poked.unsent)


def to_harvest(scan: Scan, names: Mapping[str, tuple[Told, ...]], *, site: str) -> Harvest:
    """Return what a scan says: one observation for each hardware address, with all IP addresses it answered for.

    `names` are by hardware address. Addresses and names count in the scope of the site.
    """
    addresses: dict[str, set[str]] = {}
    heard: dict[str, float] = {}
    for answer in scan.answers:
        addresses.setdefault(answer.mac, set()).add(answer.address)
        heard[answer.mac] = max(heard.get(answer.mac, 0), answer.heard_at)
    observations = tuple(
        Observation(
            identities=_identities(mac, {*ips, *scan.ipv6.get(mac, ())}, names.get(mac, ()), site),
            names=names.get(mac, ()),
            seen_at=datetime.fromtimestamp(heard[mac], UTC),
        )
        for mac, ips in sorted(addresses.items())
    )
    return Harvest(
        observations=observations,
        is_complete=scan.is_complete,
        networks=(str(scan.network),) if scan.is_complete else (),
        conflicts=scan.conflicts,
        mode=scan.mode,
        notes=(Note(NoteKind.UNASKED, scan.unsent),) if scan.unsent else (),
    )


def _identities(mac: str, ips: set[str], names: tuple[Told, ...], site: str) -> tuple[Identity, ...]:
    """Return what a device is known by, the most telling first."""
    return (
        Identity(IdentityKind.MAC, mac),
        *(Identity(IdentityKind.ADDRESS, ip, site) for ip in sorted(ips, key=order_of)),
        *(
            Identity(IdentityKind.HOST_NAME, name, site)
            for name in dict.fromkeys(told.value.casefold() for told in names)
        ),
    )
