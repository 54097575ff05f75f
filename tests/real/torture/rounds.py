"""One round: something bad happens while eight people write, and everything has to be there afterwards."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from sqlalchemy.exc import SQLAlchemyError

from ..hass_client import CommandError
from . import damage
from .home import Home
from .writers import Writers

RECOVERY_LIMIT = 90.0
_COMPARES_STOPPED = 0.1
"""The share of rounds whose files are also compared after an orderly stop."""


@dataclass
class Result:
    """What came of a round."""

    kind: str
    when: str
    seed: int
    done: str = ""
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    errors: int = 0
    recoveries: Counter[str] = field(default_factory=Counter)
    recovered_in: float | None = None
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost, doubled or left in disorder."""
        return not (self.lost or self.doubled or self.differences or self.problems)


class Round:
    """Plays one round on a home that is running, and leaves it running."""

    def __init__(self, home: Home, kind: str, when: str, seed: int) -> None:
        """Take what is to happen."""
        self._home = home
        self._random = Random(seed)  # noqa: S311
        self._seed = seed
        self._result = Result(kind, when, seed)

    async def run(self) -> Result:
        """Play it."""
        begun, home, result = time.monotonic(), self._home, self._result
        acknowledged, errors = home.ledger.acknowledged, len(home.ledger.errors)
        logged, recoveries = len(home.problems()), Counter(home.recoveries())
        try:
            await (self._kill() if result.kind == "kill" else self._damage())
            await self._look(acknowledged, errors)
        except (CommandError, RuntimeError, ConnectionError, TimeoutError, SQLAlchemyError, ValueError) as err:
            result.problems.append(f"{type(err).__name__} {err}")
        result.problems += home.problems()[logged:]
        result.recoveries = Counter(home.recoveries()) - recoveries
        result.seconds = time.monotonic() - begun
        return result

    async def _look(self, acknowledged: int, errors: int) -> None:
        home, result, ledger = self._home, self._result, self._home.ledger
        if not await home.until_loaded():
            result.lost.append(f"not set up: {await home.entry()} {list(await home.issues())}")
            return
        await home.check(is_noisy=result.kind == "noise")
        result.differences += await home.differences()
        if self._random.random() < _COMPARES_STOPPED:
            await home.process.stop()
            result.differences += await home.differences()
            await home.process.start()
        result.acknowledged = ledger.acknowledged - acknowledged
        result.errors = len(ledger.errors) - errors
        result.lost += ledger.lost
        result.doubled += ledger.doubled
        ledger.lost, ledger.doubled = [], []

    def _writers(self) -> Writers:
        return Writers(self._home.client, self._home.ledger, self._seed, f"Thing {self._seed}")

    async def _kill(self) -> None:
        writers = self._writers()
        writers.start()
        await asyncio.sleep(self._random.uniform(0.5, 3))
        await self._home.process.kill()
        await writers.stop()
        begun = time.monotonic()
        await self._home.start()
        self._result.done = f"killed, up after {time.monotonic() - begun:.1f} s"

    async def _damage(self) -> None:
        home = self._home
        if not home.older.exists() or self._random.random() < 0.3:
            await asyncio.to_thread(damage.copy, home.database, home.older)
        writers = self._writers()
        writers.start()
        await asyncio.sleep(self._random.uniform(0.5, 2))
        await (self._damage_at_rest(writers) if self._result.when == "rest" else self._damage_running(writers))

    async def _damage_at_rest(self, writers: Writers) -> None:
        home, result = self._home, self._result
        if is_killed := self._random.random() < 0.5:
            await home.process.kill()
            await writers.stop()
        else:
            await writers.stop()
            await home.process.stop()
        result.done = damage.do(result.kind, home.database, home.older, self._random)
        result.done += " after a kill" if is_killed else " after a stop"
        before = await self._content()
        begun = time.monotonic()
        result.done += await home.start()
        if "undecided" in (issues := await home.issues()):
            await self._answer(issues["undecided"]["translation_key"], before)
        await home.until_loaded()
        result.recovered_in = time.monotonic() - begun

    async def _answer(self, question: str, before: object) -> None:
        """Take the newer changes; nothing was touched before that."""
        result = self._result
        result.done += f", asked {question}"
        if result.kind != "older":
            result.problems.append(f"asked {question}")
        if await self._content() != before:
            result.problems.append("touched before it was answered")
        await self._home.choose("journal")

    async def _content(self) -> object:
        """Return what the journal's folder holds."""
        return {path.name: path.read_bytes() for path in self._home.journal.iterdir()}

    async def _damage_running(self, writers: Writers) -> None:
        home, result = self._home, self._result
        result.done = damage.do(result.kind, home.database, home.older, self._random)
        writers.damage()
        while not writers.is_well and time.monotonic() < writers.damaged_at + RECOVERY_LIMIT:
            await asyncio.sleep(0.1)
        if not writers.is_well:
            result.lost.append(f"did not recover: {home.ledger.errors[-3:]}")
        await writers.stop()
        result.recovered_in = writers.recovered_in
        # From outside one sees what is at the file's place, and not what Home Assistant has open.
        if self._random.random() < 0.5 and result.kind in ("truncate", "noise"):
            result.done += ", checked at once"
            await home.check(is_noisy=result.kind == "noise")
        if self._random.random() < 0.5:
            result.done += ", killed"
            await home.process.kill()
        else:
            await home.process.stop()
        result.done += await home.start()
        if "undecided" in (issues := await home.issues()):
            await self._answer(issues["undecided"]["translation_key"], await self._content())
