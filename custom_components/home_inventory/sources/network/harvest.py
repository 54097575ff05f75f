"""All of a network's scan in one: who is there, and what it is called."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.addresses import parse_network
from .adapters import find_router
from .names import names_by_mac
from .pointers import async_look_up
from .scan import async_scan, to_harvest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from ipaddress import IPv4Network

    from ...domain.observations import Harvest
    from .names import KnownName


async def async_harvest(network: str, *, site: str, known: Callable[[], Iterable[KnownName]]) -> Harvest:
    """Scan a network, as "192.168.1.0/24", and return what is there with its names.

    `known` is asked on the event loop after the scan, as DHCP and mDNS have heard most by then. The network's router
    is asked for names, if this machine knows one; without them nothing fails. Raises as `async_scan`.
    """
    scan = await async_scan(network)
    names = list(known())
    router = await asyncio.to_thread(_router_of, parse_network(network))
    addresses = sorted({answer.address for answer in scan.answers})
    pointers = {} if router is None else await async_look_up(router, addresses)
    harvest = await asyncio.to_thread(
        lambda: to_harvest(scan, names_by_mac(scan.answers, names, pointers), site=site)
    )  # 13 ms for a /24
    return replace(harvest, gateway=router)


def _router_of(network: IPv4Network) -> str | None:
    try:
        router = find_router(network)
    except OSError:
        return None
    return None if router is None else str(router)
