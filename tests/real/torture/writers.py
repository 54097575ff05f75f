"""Eight people who write at the same time and remember what they were told."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from ..hass_client import CommandError, HassClient
from ..hass_config import DOMAIN
from .ledger import Ledger, State, Thing

WRITERS = 8
PLACES = ("Kitchen", "Garage", "Attic")
SLOW = 1.0
"""Seconds from which on a call has waited for something to be mended."""


@dataclass
class Writers:
    """Write until they are cut off or told to stop."""

    client: HassClient
    ledger: Ledger
    seed: int
    prefix: str
    damaged_at: float = 0.0
    """When the damage was done: calls that fail or take long after it show how long it is felt."""
    felt_until: float = 0.0
    done_at: float = 0.0
    """When something was acknowledged last."""
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _is_over: bool = False

    def start(self) -> None:
        """Begin to write."""
        things = [self.ledger.things[number::WRITERS][-5:] for number in range(WRITERS)]
        self._tasks = [
            asyncio.create_task(self._write(number, Random(f"{self.seed}/{number}"), list(mine)))  # noqa: S311
            for number, mine in enumerate(things)
        ]

    async def stop(self) -> None:
        """Let everyone finish what they are at."""
        self._is_over = True
        await asyncio.gather(*self._tasks)

    def damage(self) -> None:
        """Note that something was damaged."""
        self.damaged_at = self.felt_until = time.monotonic()

    @property
    def recovered_in(self) -> float:
        """How long the damage was felt."""
        return self.felt_until - self.damaged_at

    @property
    def is_well(self) -> bool:
        """Whether writing goes on, and nobody has felt anything for a while."""
        now = time.monotonic()
        return self.done_at > self.felt_until + 1.5 and now - self.done_at < SLOW and now > self.damaged_at + 3

    async def _write(self, number: int, random: Random, mine: list[Thing]) -> None:
        """Do one thing after the other."""
        count = 0
        while not self._is_over:
            count += 1
            begun = time.monotonic()
            try:
                await self._do_something(f"{self.prefix}-{number}-{count}", random, mine)
            except ConnectionError:
                return
            except (CommandError, TimeoutError) as err:
                self.ledger.errors.append(f"{type(err).__name__} {err}")
                self.felt_until = time.monotonic()
                await asyncio.sleep(0.1)
            else:
                self.done_at = time.monotonic()
                if self.done_at - begun > SLOW:
                    self.felt_until = self.done_at

    async def _do_something(self, name: str, random: Random, mine: list[Thing]) -> None:
        what = random.choice(("add", "count", "adjust", "move", "rename", "undo"))
        thing = random.choice(mine[-20:]) if mine else None
        if what == "count":
            await self._count()
        elif what == "add" or thing is None or thing.state is None:
            mine.append(await self._add(name, random.choice(PLACES)))
        elif what == "adjust":
            await self._change(thing, "adjust", lambda state: state._replace(quantity=state.quantity + 1), by=1)
        elif what == "rename":
            await self._change(thing, "update", lambda state: state._replace(name=name), name=name)
        else:
            to = random.choice([place for place in PLACES if place != thing.state.place])
            before = thing.state
            batch = await self._change(thing, "move", lambda state: state._replace(place=to), to=to)
            if what == "undo":
                await self._undo(thing, before, batch)

    async def _add(self, name: str, place: str) -> Thing:
        self.ledger.unanswered.add(name)
        answer = await self.client.call(f"{DOMAIN}/item/add", name=name, location=place, notes="x" * 200)
        self.ledger.unanswered.discard(name)
        self.ledger.acknowledge(answer)
        thing = Thing(answer["item"]["id"], {State(name, place, 1)})
        self.ledger.things.append(thing)
        return thing

    async def _count(self) -> None:
        self.ledger.maybe_counted += 1
        self.ledger.acknowledge(await self.client.call(f"{DOMAIN}/item/adjust", item="Counter", by=1))
        self.ledger.maybe_counted -= 1
        self.ledger.counted += 1

    async def _change(self, thing: Thing, verb: str, change: Callable[[State], State], **fields: str | int) -> str:
        after = {change(state) for state in thing.possible}
        thing.possible |= after
        answer = await self.client.call(f"{DOMAIN}/item/{verb}", item=thing.id, **fields)
        self.ledger.acknowledge(answer)
        thing.possible = after
        return str(answer["batch"])

    async def _undo(self, thing: Thing, before: State, batch: str) -> None:
        thing.possible.add(before)
        self.ledger.acknowledge(await self.client.call(f"{DOMAIN}/change/undo", batch=batch))
        thing.possible = {before}
