"""What thousands of records are changed by at once: files that are taken in, and undoing that. Home Assistant is killed in between."""

import asyncio
import itertools
import string
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from random import Random
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.exc import SQLAlchemyError

from custom_components.home_inventory.db.schema import (
    CategoryRow,
    ChangeRow,
    ItemCategoryRow,
    ItemRow,
    LocationRow,
    StockRow,
)
from custom_components.home_inventory.domain.complete import Section
from custom_components.home_inventory.exporting.complete import write_complete

from ..hass_client import CommandError
from ..hass_config import DOMAIN
from .home import Home
from .rounds import Result

KINDS = ("restore", "merge", "import", "undo")
"""In this order one home can go through all of them."""
ROWS = 5000
_PLACES = 40
_AT = "2026-01-02T03:04:05.678901+00:00"
_STAMPS = {"created_at": _AT, "updated_at": _AT}
_TABLES = (ItemRow, StockRow, ItemCategoryRow, LocationRow, CategoryRow)
_TOLD = ("item", "stock", "location", "category")
_COMMITS = 0.4
"""The share of rounds that end when the journal is written, just before and after the database commits."""

type Records = list[tuple[Section, dict[str, Any]]]
type Things = Counter[tuple[str, str, str]]
"""How often there is a thing with a name, a quantity and the name of its place."""


class BigRound:
    """Plays one round on a home that is running; it is left running, and what was begun is brought to its end."""

    def __init__(self, home: Home, kind: str, seed: int, rows: int = ROWS) -> None:
        """Take what is to happen."""
        self._home = home
        self._kind = kind
        self._rows = rows
        self._random = Random(seed)  # noqa: S311
        self._seed = seed
        self._result = Result(kind, "running", seed)

    async def run(self) -> Result:
        """Play it."""
        begun, home, result = time.monotonic(), self._home, self._result
        logged, recoveries = len(home.problems()), Counter(home.recoveries())
        try:
            await self._play()
        except (CommandError, RuntimeError, ConnectionError, TimeoutError, SQLAlchemyError, ValueError) as err:
            result.problems.append(f"{type(err).__name__} {err}")
        result.problems += home.problems()[logged:]
        result.recoveries = Counter(home.recoveries()) - recoveries
        result.seconds = time.monotonic() - begun
        return result

    async def _play(self) -> None:
        home, result = self._home, self._result
        if self._kind == "undo":
            await self._take_in("import")
        before, things = await self._content(), await self._things()
        wanted = await self._wanted(things)
        is_told = await self._kill_in_between()
        begun = time.monotonic()
        await home.start()
        if not await home.until_loaded():
            result.lost.append(f"not set up: {await home.entry()} {list(await home.issues())}")
            return
        result.recovered_in = time.monotonic() - begun
        is_done = await self._things() == wanted
        result.done += ", it was done" if is_done else ", nothing was done"
        if not is_done and await self._content() != before:
            result.differences.append("neither as before nor as afterwards")
        if is_told and not is_done:
            result.lost.append(f"{self._kind} was acknowledged")
        result.acknowledged = int(is_told)
        result.differences += await home.differences()
        if not is_done:
            await self._do()
            result.differences += [] if await self._things() == wanted else ["not as it should be afterwards"]
            result.differences += await home.differences()

    async def _kill_in_between(self) -> bool:
        """Begin, and pull the plug; return whether it was answered before."""
        home, result = self._home, self._result
        looked = await self._look()
        doing, begun = asyncio.create_task(self._do()), time.monotonic()
        if self._random.random() < _COMMITS:
            size = _size(home)
            while not doing.done() and abs(_size(home) - size) < 20 * self._rows:
                await asyncio.sleep(0.002)
            await asyncio.sleep(self._random.uniform(0, 0.2))
            result.done = "killed while it was committed"
        else:
            await asyncio.sleep(self._random.uniform(0, 2 * looked))
            result.done = "killed"
        result.done += f" after {time.monotonic() - begun:.2f} s"
        await home.process.kill()
        (answer,) = await asyncio.gather(doing, return_exceptions=True)
        if isinstance(answer, CommandError):
            result.problems.append(f"refused: {answer}")
        return not isinstance(answer, BaseException)

    async def _look(self) -> float:
        """Return how long a look at it takes, as people have one before; doing it takes about twice as long."""
        begun = time.monotonic()
        kind = "import" if self._kind == "undo" else self._kind
        await self._home.client.call(f"{DOMAIN}/import/preview", content=self._file(kind))
        return time.monotonic() - begun

    async def _do(self) -> None:
        """Do it."""
        if self._kind == "undo":
            await self._home.client.call(f"{DOMAIN}/change/undo")
        else:
            await self._take_in(self._kind)

    async def _take_in(self, kind: str) -> None:
        await self._home.client.call(f"{DOMAIN}/import/apply", content=self._file(kind))

    async def _wanted(self, things: Things) -> Things:
        """Return what there has to be afterwards."""
        if self._kind == "undo":
            return things - _of_table(self._names("import"))
        new = _of_table if self._kind == "import" else _of_records
        return new(self._names(self._kind)) + (Counter() if self._kind == "restore" else things)

    def _names(self, kind: str) -> list[str]:
        return [f"{kind} {self._seed} {number}" for number in range(self._rows)]

    def _file(self, kind: str) -> str:
        names = self._names(kind)
        if kind != "import":
            file = BytesIO()
            write_complete(file, _records(names, self._seed, is_merged=kind == "merge"), history=True)
            return file.getvalue().decode()
        lines = (f"{name},Home / Room {number % _PLACES},{number % 9 + 1},Tools" for number, name in enumerate(names))
        return "\n".join(("name,location,quantity,category", *lines))

    async def _things(self) -> Things:
        """Return what is where, as the files say it."""
        entries = select(ItemRow.name, StockRow.quantity, LocationRow.name).where(
            StockRow.item_id == ItemRow.id, StockRow.location_id == LocationRow.id
        )
        return Counter((name, str(int(quantity)), place) for name, quantity, place in await self._rows_of(entries))

    async def _content(self) -> list[list[tuple[Any, ...]]]:
        """Return all rows about things, places and categories, and their history."""
        told = select(ChangeRow.sequence, ChangeRow.batch_id).where(ChangeRow.kind.in_(_TOLD))
        return [
            sorted(await self._rows_of(each), key=repr) for each in (*(select(row.__table__) for row in _TABLES), told)
        ]

    async def _rows_of(self, statement: Any) -> list[tuple[Any, ...]]:
        def read() -> list[tuple[Any, ...]]:
            engine = create_engine(f"sqlite:///{self._home.database}")
            try:
                with engine.connect() as connection:
                    return [tuple(row) for row in connection.execute(statement)]
            finally:
                engine.dispose()

        return await asyncio.to_thread(read)


def _size(home: Home) -> int:
    """Return the bytes of the journal, and of the one that is to take its place."""
    folders = home.journal.parent.glob("journal*")
    return sum(path.stat().st_size for folder in folders for path in folder.iterdir())


def _of_table(names: list[str]) -> Things:
    return Counter((name, str(number % 9 + 1), f"Room {number % _PLACES}") for number, name in enumerate(names))


def _of_records(names: list[str]) -> Things:
    return Counter((name, "2", f"Room {number % _PLACES}") for number, name in enumerate(names))


def _records(names: list[str], seed: int, *, is_merged: bool) -> Records:
    """Return an export of a home with rooms; those that are merged have ids of their own."""
    ids = (f"01JGJ{seed % 10**6:06}{'M' if is_merged else 'R'}{number:014}" for number in itertools.count())
    codes = _codes()
    home = next(ids)
    records: Records = [
        (Section.LOCATIONS, {"id": home, "code": next(codes), "name": "Home", "kind": "site", **_STAMPS})
    ]
    rooms = [next(ids) for _ in range(_PLACES)]
    for number, room in enumerate(rooms):
        values = {"id": room, "code": next(codes), "name": f"Room {number}", "kind": "room", "parent_id": home}
        records.append((Section.LOCATIONS, values | _STAMPS))
    items: Records = []
    for number, name in enumerate(names):
        stock = {"id": next(ids), "location_id": rooms[number % _PLACES], "quantity": "2"}
        values = {"id": next(ids), "code": next(codes), "name": name, "stock": [stock]}
        items.append((Section.ITEMS, values | _STAMPS))
    return records + items + list(_history(next(ids), items))


def _history(batch: str, items: Records) -> Iterator[tuple[Section, dict[str, Any]]]:
    """Yield that the items were added."""
    span = {"first_sequence": 1, "last_sequence": len(items)}
    yield Section.BATCHES, {"id": batch, "at": _AT, "source": "websocket", **span}
    for sequence, (_, item) in enumerate(items, 1):
        after = {name: item[name] for name in ("id", "code", "name", *_STAMPS)}
        about = {"kind": "item", "operation": "create", "id": item["id"], "title": item["name"], "after": after}
        yield Section.CHANGES, {"sequence": sequence, "batch_id": batch, **about}


def _codes() -> Iterator[str]:
    """Yield four letters again and again, no two the same."""
    return map("".join, itertools.product(string.ascii_uppercase, repeat=4))
