"""What sources of devices cost: a big HomeSeer and a big registry in a real Home Assistant, and a network of real hosts."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from custom_components.home_inventory.sources.network.harvest import async_harvest
from tests.homeseer_server import HomeSeerServer, many
from tests.netlab import NETWORK, netlab, why_impossible
from tests.real.hass_config import DOMAIN

if TYPE_CHECKING:
    from tests.real.hass_client import HassClient
    from tests.real.hass_process import HassProcess

    type Row = tuple[str, str, str]
    """What was done, how long it took, and how long the event loop stood still in it."""

REFS = 2_600
REGISTERED = 2_000
HOSTS = 200
AGAIN = 20
"""Runs with nothing new, after as many that fill what is kept between runs."""
_FLOW = "/api/config/config_entries/subentries/flow"


async def measure_devices(hass: HassProcess) -> list[Row]:
    """Return the rows of the table; starts Home Assistant."""
    client = await hass.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await asyncio.sleep(5)  # what Home Assistant has to do after a start is over
    rows = await _measure_homeseer(hass)
    rows += await _measure_registry(client)
    await hass.stop()
    return rows + await asyncio.to_thread(_measure_scans)


async def _measure_homeseer(hass: HassProcess) -> list[Row]:
    """Add a HomeSeer with many refs, let it be read, and again without anything new."""
    client = hass.client
    (entry,) = await client.call("config_entries/get", domain=DOMAIN)
    site = (await client.call(f"{DOMAIN}/location/list"))["locations"][0]["id"]
    async with HomeSeerServer(many(REFS)) as server:
        form = await client.post(_FLOW, {"handler": [entry["entry_id"], "homeseer"]})
        connection = {"url": server.url, "verify_ssl": True}
        options = {"site": site, "minutes": 1440, "features_are_devices": True, "includes_hidden": True}
        for answer in (connection, options, {}):
            await client.post(f"{_FLOW}/{form['flow_id']}", answer)
        (source,) = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])
        first = await _sync(client, source["subentry_id"])
        for _ in range(AGAIN):
            await _sync(client, source["subentry_id"])
        before = hass.memory()
        runs = [await _sync(client, source["subentry_id"]) for _ in range(AGAIN)]
        grown = (hass.memory() - before) / 2**20
    longest = max(run[0] for run in runs), max(run[1] for run in runs)
    return [
        _row(f"HomeSeer, {REFS:,} refs, each a device: first run", *first),
        _row(f"the same with nothing new, the longest of {AGAIN}", *longest),
        (f"memory that these {AGAIN} have added", f"{grown:+.1f} MB", ""),
    ]


async def _measure_registry(client: HassClient) -> list[Row]:
    """Fill Home Assistant's registry and read it."""
    await client.call("loop_watch/register", devices=REGISTERED)
    first = await _sync(client, "hass")
    again = await _sync(client, "hass")
    return [
        _row(f"Home Assistant's registry, {REGISTERED:,} devices: first run", *first),
        _row("the same with nothing new", *again),
    ]


async def _sync(client: HassClient, source: str) -> tuple[float, float]:
    """Run a source; return the seconds it took and how long the event loop stood still, in milliseconds."""
    await client.call("loop_watch/read")
    before = time.perf_counter()
    await client.action(f"{DOMAIN}.sync_source", source=source, confirmed=True)
    seconds = time.perf_counter() - before
    return seconds, float((await client.call("loop_watch/read"))["longest_ms"])


def _measure_scans() -> list[Row]:
    """Scan a network of real hosts with names, with raw sockets and as a plain user."""
    if (reason := why_impossible()) is not None:
        return [(f"network of {HOSTS} hosts", f"not measured: {reason}", "")]
    rows = []
    for as_plain_user, how in ((False, "by ARP"), (True, "as a plain user")):
        with netlab(HOSTS) as lab, lab.names({host.address: f"Host-{host.address}.lan" for host in lab.hosts}):
            found = lab.run(lambda: asyncio.run(_scan()), as_plain_user=as_plain_user)
        rows.append(_row(f"a /24 with {HOSTS} hosts and their names, {how}", *found))
    return rows


async def _scan() -> tuple[float, float]:
    """Scan on a loop of its own that is watched."""
    longest, last = 0.0, time.perf_counter()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(0.005)
            longest, last = max(longest, time.perf_counter() - last - 0.005), time.perf_counter()

    watching = asyncio.create_task(watch())
    before = time.perf_counter()
    harvest: Any = await async_harvest(str(NETWORK), site="home", known=list)
    seconds = time.perf_counter() - before
    watching.cancel()
    assert len(harvest.observations) > HOSTS  # noqa: S101 - a scan that finds nothing is no measurement
    return seconds, longest * 1000


def _row(what: str, seconds: float, block: float) -> Row:
    return what, f"{seconds:.2f} s", f"{block:.1f} ms"
