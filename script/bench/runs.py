"""One household of one size: what each kind of work costs in it."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .plain import PlainStore, timed
from .searching import QUERIES, Load, add_and_find, find, measure_load
from .seed import seed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.real.hass_process import HassProcess

FLOOD = 60_000
BUSY_SECONDS = 12.0
LEAST_ADDS = 100
BEHIND = 100
"""Events that the recorder has not written yet."""


@dataclass
class Figures:
    """What was measured; durations in seconds."""

    size: int
    adds: int
    latencies: dict[str, list[float]] = field(default_factory=dict)
    plain: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    plain_cpu: dict[str, float] = field(default_factory=dict)
    blocks: dict[str, float] = field(default_factory=dict)
    """The longest block of the event loop in milliseconds, by what was going on."""
    notice_bytes: list[int] = field(default_factory=list)
    idle_memory: int = 0
    memory: int = 0
    rebuild_seconds: float = 0.0
    snapshot_seconds: float = 0.0
    snapshot_bytes: int = 0
    setup_seconds: float = 0.0
    first_index_seconds: float = 0.0
    """From the set-up on, everything read from the database."""
    index_seconds: float = 0.0
    """The same with the index in its file."""
    searched: list[float] = field(default_factory=list)
    """What the index itself took, in its thread."""
    visible: list[float] = field(default_factory=list)
    """From the acknowledgement of a change to the answer that has it."""
    unseen: int = 0
    load: Load = field(default_factory=Load)
    parallel_seconds: float = 0.0
    parallel_total: float = 0.0


async def measure(hass: HassProcess, size: int, adds: int) -> Figures:
    """Fill a household, start Home Assistant on it and run everything."""
    figures = Figures(size=size, adds=adds)
    await prepare(hass, size, figures)
    await _measure_adds(hass, figures)
    await _measure_adds_without_journal(hass, figures)
    await _measure_reads(hass, figures)
    await _measure_searching(hass, figures)
    await _measure_parallel(hass, figures)
    await measure_busy(hass, figures)
    await hass.stop()
    await asyncio.to_thread(_measure_plain, hass.config / "home-assistant_v2.db", figures)
    return figures


async def prepare(hass: HassProcess, size: int, figures: Figures) -> None:
    """Set the integration up once, fill its journal while Home Assistant is down, and let the store be rebuilt from it."""
    client = await hass.start()
    await asyncio.sleep(5)
    figures.idle_memory = hass.memory()
    await client.set_up("home_inventory", name="Home", places_from_areas=False)
    (entry,) = await client.call("config_entries/get", domain="home_inventory")
    await _enable(hass, entry["entry_id"], on=False)
    await hass.stop()
    await asyncio.to_thread(seed, hass.config / "home_inventory" / "journal", size)
    for path in hass.config.glob("home-assistant_v2.db*"):
        path.unlink()
    await hass.start()
    await asyncio.sleep(5)  # what Home Assistant has to do after a start is over
    await _measure_rebuild(hass, entry["entry_id"], figures)
    await _measure_setup(hass, entry["entry_id"], figures)


async def _measure_rebuild(hass: HassProcess, entry_id: str, figures: Figures) -> None:
    """Set up on a database that has nothing: everything comes from the journal."""
    await hass.client.call("loop_watch/read")
    before, cpu = time.perf_counter(), hass.cpu_seconds()
    await _enable(hass, entry_id, on=True)
    figures.rebuild_seconds = time.perf_counter() - before
    figures.cpu["rebuild"] = hass.cpu_seconds() - cpu
    figures.blocks["rebuild"] = await _longest_block(hass)
    before = time.perf_counter()
    await _until_indexed(hass)
    figures.first_index_seconds = time.perf_counter() - before
    figures.blocks["first index"] = await _longest_block(hass)


async def _measure_setup(hass: HassProcess, entry_id: str, figures: Figures) -> None:
    """Set up on a store that is as it should be."""
    await _enable(hass, entry_id, on=False)
    await hass.client.call("loop_watch/read")
    before = time.perf_counter()
    await _enable(hass, entry_id, on=True)
    figures.setup_seconds = time.perf_counter() - before
    await _until_indexed(hass)
    figures.index_seconds = time.perf_counter() - before
    figures.blocks["set-up with the index in its file"] = await _longest_block(hass)
    await hass.restart()
    await _until_indexed(hass)
    await find(hass.client, "cordless drill")
    await asyncio.sleep(5)  # as long as for what it is compared with
    figures.memory = hass.memory()
    before = time.perf_counter()
    await hass.client.action("home_inventory.create_snapshot")
    figures.snapshot_seconds = time.perf_counter() - before
    figures.blocks["snapshot"] = await _longest_block(hass)
    files = (hass.config / "home_inventory" / "journal").iterdir()
    figures.snapshot_bytes = max(path.stat().st_size for path in files if path.name.startswith("snapshot"))


async def _enable(hass: HassProcess, entry_id: str, *, on: bool) -> None:
    """Enable or disable the integration; answered when it is set up."""
    await hass.client.call("config_entries/disable", entry_id=entry_id, disabled_by=None if on else "user")


async def _until_indexed(hass: HassProcess) -> None:
    while (await hass.client.call("home_inventory/info"))["indexing"]:
        await asyncio.sleep(0.1)


async def _measure_adds(hass: HassProcess, figures: Figures) -> None:
    """Add items one by one while a second subscription counts the bytes of each notice."""
    client = hass.client
    async with client.subscription("home_inventory/subscribe") as notices:
        await _run(
            hass,
            figures,
            "add",
            figures.adds,
            lambda number: client.call("home_inventory/item/add", name=f"Fresh {number}", location="Box 1-1"),
        )
        await asyncio.sleep(0.5)
        while not notices.empty():
            figures.notice_bytes.append(len(json.dumps(notices.get_nowait(), separators=(",", ":"))))


async def _measure_adds_without_journal(hass: HassProcess, figures: Figures) -> None:
    """Add as many without the journal, to see what it costs."""
    client = hass.client
    await client.call("loop_watch/journal", on=False)
    await _run(
        hass,
        figures,
        "add without journal",
        figures.adds,
        lambda number: client.call("home_inventory/item/add", name=f"Bare {number}", location="Box 1-2"),
    )
    await client.call("loop_watch/journal", on=True)


async def _measure_reads(hass: HassProcess, figures: Figures) -> None:
    """List pages and search."""
    client = hass.client
    await _run(
        hass,
        figures,
        "list page",
        100,
        lambda number: client.call("home_inventory/item/list", offset=50 * number % max(figures.size // 2, 50)),
    )
    await client.call("loop_watch/searches")
    await _run(hass, figures, "search", 200, lambda number: find(client, QUERIES[number % len(QUERIES)]))
    figures.searched = (await client.call("loop_watch/searches"))["seconds"]
    await _run(
        hass,
        figures,
        "move",
        100,
        lambda number: client.call("home_inventory/item/move", item=f"Fresh {number}", to="Box 2-2"),
    )


async def _measure_searching(hass: HassProcess, figures: Figures) -> None:
    """Search right after each change, then at the same time as others write."""
    for number in range(100):
        seconds, is_there = await add_and_find(hass.client, number)
        figures.visible.append(seconds)
        figures.unseen += not is_there
    await _longest_block(hass)
    figures.load = await measure_load(hass.client)
    figures.blocks["searches and writes"] = await _longest_block(hass)


async def _measure_parallel(hass: HassProcess, figures: Figures) -> None:
    """Send 100 times +1 for one item at the same time."""
    client = hass.client
    item = (await client.call("home_inventory/item/add", name="Counter", quantity=0))["item"]["id"]
    await client.call("loop_watch/read")
    before = time.perf_counter()
    await asyncio.gather(*(client.call("home_inventory/item/adjust", item=item, by=1) for _ in range(100)))
    figures.parallel_seconds = time.perf_counter() - before
    figures.blocks["100 parallel +1"] = await _longest_block(hass)
    figures.parallel_total = (await client.call("home_inventory/item/get", item=item))["item"]["quantity"]


async def measure_busy(hass: HassProcess, figures: Figures) -> None:
    """Add while the recorder has its hands full: a flood of state changes, then a purge that packs the whole file anew."""
    client = hass.client
    flood = asyncio.create_task(client.call("loop_watch/flood", states=FLOOD))
    await _add_while(hass, figures, "add in a flood", lambda: _is_behind(hass))
    await flood
    purge = {"keep_days": 0, "repack": True}
    await client.call("call_service", domain="recorder", service="purge", service_data=purge)
    end = time.perf_counter() + BUSY_SECONDS
    await _add_while(hass, figures, "add in a purge", lambda: _is_before(end))


async def _is_behind(hass: HassProcess) -> bool:
    """Return whether the recorder has not written everything yet."""
    return bool((await hass.client.call("recorder/info"))["backlog"] > BEHIND)


async def _is_before(end: float) -> bool:
    return time.perf_counter() < end


async def _add_while(hass: HassProcess, figures: Figures, name: str, is_busy: Callable[[], Awaitable[bool]]) -> None:
    """Add items while the recorder is busy; each answer is waited for."""
    durations: list[float] = []
    while len(durations) < LEAST_ADDS or await is_busy():
        before = time.perf_counter()
        await hass.client.call("home_inventory/item/add", name=f"{name} {len(durations)}", location="Box 1-3")
        durations.append(time.perf_counter() - before)
    figures.latencies[name] = durations


async def _run(
    hass: HassProcess, figures: Figures, name: str, times: int, call: Callable[[int], Awaitable[Any]]
) -> None:
    """Do something several times, one after the other."""
    await hass.client.call("loop_watch/read")
    durations, cpu = [], hass.cpu_seconds()
    for number in range(times):
        before = time.perf_counter()
        await call(number)
        durations.append(time.perf_counter() - before)
    figures.latencies[name] = durations
    figures.cpu[name] = hass.cpu_seconds() - cpu
    figures.blocks[name] = await _longest_block(hass)


async def _longest_block(hass: HassProcess) -> float:
    """Return the longest block of the event loop since the last reading, in milliseconds."""
    return float((await hass.client.call("loop_watch/read"))["longest_ms"])


def _measure_plain(database: Path, figures: Figures) -> None:
    """Do the same in plain SQL, on the same database, Home Assistant being down."""
    store = PlainStore(database)
    for name, work, times in (
        ("add", store.add, figures.adds),
        ("list page", store.page, 100),
        ("search", store.search, 200),
        ("+1", store.increase, 100),
    ):
        figures.plain[name], figures.plain_cpu[name] = timed(work, times)
    store.close()
