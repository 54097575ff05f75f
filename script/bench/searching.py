"""What searching costs: alone, right after a change, and while others search and write at the same time."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tests.real.hass_client import HassClient

QUERIES = (
    "drill",
    "red",
    "cordless drill",
    "batery aa",
    "usb cable white",
    "ikea wool blanket",
    "something in box 2-3",
    "small picture frame for the hall",
    "bulb 42",
    "pump green",
    "what can I cut bread with",
    "warm thing to sleep in when camping",
    "makita dril",
    "the black travel adapter from the old box",
    "spare printer papr",
    "wide bicycle pump that fits every wheel we have",
)
"""Of one to nine words, half of them misspelt, in a whole sentence or without any word of what is meant."""
SEARCHES_A_SECOND, WRITES_A_SECOND, SECONDS = 50, 20, 20


@dataclass
class Load:
    """What came of searching and writing at the same time."""

    searches: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    stale: int = 0
    """Answers that did not have what had been acknowledged before they were asked for."""


async def find(client: HassClient, query: str) -> list[str]:
    """Return the names of the items on the first page."""
    answer = await client.call("home_inventory/item/list", query=query)
    return [item["name"] for item in answer["items"]]


async def add_and_find(client: HassClient, number: int) -> tuple[float, bool]:
    """Add an item, find it; return the seconds from the acknowledgement to the answer, and whether it was there."""
    name = f"Zorbrax {number}"
    await client.call("home_inventory/item/add", name=name, location="Box 1-4")
    before = time.perf_counter()
    found = await find(client, name)
    return time.perf_counter() - before, name in found


async def measure_load(client: HassClient) -> Load:
    """Search and write at fixed rates, whatever the answers take; every write is looked for right after it."""
    load = Load()
    numbers = itertools.count()

    async def search() -> None:
        before = time.perf_counter()
        await find(client, QUERIES[next(numbers) % len(QUERIES)])
        load.searches.append(time.perf_counter() - before)

    async def write() -> None:
        name = f"Quibble {next(numbers)}"
        before = time.perf_counter()
        await client.call("home_inventory/item/add", name=name, location="Box 1-5")
        load.writes.append(time.perf_counter() - before)
        load.stale += name not in await find(client, name)

    async def at_rate(rate: int, work: Callable[[], Coroutine[None, None, None]]) -> None:
        began, running = time.perf_counter(), []
        for count in range(rate * SECONDS):
            await asyncio.sleep(max(0.0, began + count / rate - time.perf_counter()))
            running.append(asyncio.create_task(work()))
        await asyncio.gather(*running)

    # A write is followed by a search, so that many fewer come by themselves.
    await asyncio.gather(at_rate(SEARCHES_A_SECOND - WRITES_A_SECOND, search), at_rate(WRITES_A_SECOND, write))
    return load
