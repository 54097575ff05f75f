"""Commands about networks: which addresses are used, and which are free."""

from __future__ import annotations

from ipaddress import IPv4Network
from itertools import islice
from typing import TYPE_CHECKING, Final

from ..device_views import address_view, named
from ..domain.errors import InvalidValueError
from ..domain.fields import REFERENCE
from ..domain.sync import SourceKind
from ..source_views import run_view, site_view
from .base import PAGING, Call, Command

if TYPE_CHECKING:
    from ..domain.shown_devices import AddressRow
    from ..domain.sync import SourceInfo
    from ..views import View

_MOST_FREE: Final = 20


async def _list(call: Call) -> View:
    """Return the networks that are looked through."""
    found = [
        (source, IPv4Network(source.network))
        for source in call.inventory.sources.infos()
        if source.kind is SourceKind.NETWORK and source.network
    ]
    return {"networks": [await _network_view(call, source, network) for source, network in found]}


async def _addresses(call: Call) -> View:
    """Return who has which address of a network, and the first that nobody has."""
    source = call.inventory.sources.resolve(call.values["source"])
    if source.network is None:
        raise InvalidValueError("source", "a network expected")
    network, paging = IPv4Network(source.network), call.paging()
    rows = await _rows(call, source, network)
    conflicts = await call.inventory.devices.async_conflicts()
    disputed = {conflict.address for conflict in conflicts if conflict.source_id == source.id}
    taken = {row.address for row in rows}
    free = (str(address) for address in network.hosts() if str(address) not in taken)
    page = rows[paging["offset"] : paging["offset"] + paging["limit"]]
    return {
        "addresses": [address_view(row, is_conflict=row.address in disputed) for row in page],
        "free": list(islice(free, _MOST_FREE)),
        "total": len(rows),
    }


async def _network_view(call: Call, source: SourceInfo, network: IPv4Network) -> View:
    """Return a network with how full it is."""
    rows = await _rows(call, source, network)
    size, used = network.num_addresses - 2, len(rows)
    gateway = await call.inventory.devices.async_gateway(source.id)
    last = call.inventory.sources.status(source.id).last_run
    return {
        "source_id": source.id,
        "network": str(network),
        "site": site_view(call.inventory, source),
        "gateway": gateway
        and {
            "address": gateway,
            "device": next((named(row.device) for row in rows if row.address == gateway), None),
        },
        "size": size,
        "used": used,
        "free": max(size - used, 0),
        "last_run": None if last is None else run_view(last),
    }


async def _rows(call: Call, source: SourceInfo, network: IPv4Network) -> tuple[AddressRow, ...]:
    """Return who has which address, as the sources of the same site have seen it: the same network is at many sites."""
    infos = call.inventory.sources.infos()
    same = [each.id for each in infos if each.id == source.id or (source.site_id and each.site_id == source.site_id)]
    return await call.inventory.devices.async_network(network, same)


NETWORK_COMMANDS: Final = (
    Command(name="network/list", run=_list, fields={}),
    Command(name="network/addresses", run=_addresses, fields={"source": REFERENCE, **PAGING}, required=("source",)),
)
