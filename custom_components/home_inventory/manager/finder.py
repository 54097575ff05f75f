"""The search index of a household: built in the background, kept current by notices, kept in a file over restarts."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ..db import history, item_words, lists
from ..search.loading import PlainMaker, load_maker
from ..sparing import set_apart, sparing_the_loop
from .device_finder import DeviceFinder
from .documents import item_document
from .incoming import Incoming
from .place_finder import PlaceFinder
from .spare_memory import give_back_memory

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from ..db.database import Database
    from ..domain.item_words import ItemWords
    from ..domain.models import Item, Location, Notice
    from ..search.asked import AskedWord
    from ..search.hit import Hit
    from ..search.loading import Index, Lacking, Maker

    type Stamp = dict[str, str | int]
    type Run = Callable[..., Awaitable[None]]
    """Runs something in a thread."""

_CHUNK: Final = 500
_WORTH_SETTING_APART: Final = 5_000
"""An index of fewer things is looked through by the garbage collector fast enough."""
_WORTH_WRITING: Final = 500
"""Fewer things are read from the database as fast as from a file."""
_SOON: Final = 0.2
"""Seconds in which the maker is there if it is in memory: then nothing else is worth beginning."""
_MOST_MEANWHILE: Final = 5_000
"""So many things go into the plain index of a start: more would hold up the one that it waits for."""
_MOST_CHANGED: Final = 20_000
"""With more changes since the index was written, it is made anew."""


class Finder:
    """Finds by words and meaning; never asked for what the database knows better."""

    def __init__(self, language: str) -> None:
        """Start with nothing; take the language of the household."""
        self._language = language
        self.is_indexing = True
        self.lacking: Lacking | None = None
        """What search has to do without; known when it has been built."""
        self.places = PlaceFinder()
        self.devices = DeviceFinder()
        self._maker: Maker | None = None
        self._index: Index = PlainMaker().new()
        self._building: Index | None = None
        self._incoming = Incoming(self._indexes)
        self._fresh: set[str] = set()
        """What notices have brought while the index was being built."""
        self._settling: asyncio.Future[None] | None = None
        self._running: asyncio.Future[Any] | None = None
        self._loading: asyncio.Future[Any] | None = None
        self._sequence = 0
        """Up to which change the index is, at least."""
        self._written: Stamp | None = None

    async def async_build(
        self, database: Database, path: Path, stamp: Stamp, locations: Callable[[], Iterable[Location]]
    ) -> None:
        """Take the index from its file, or read everything into a new one; raises what the database raises.

        Searching goes on meanwhile, in what there was or in what has been read so far. `stamp` says of what, and up to
        which change, an index is that begins now; `locations` returns the places that there are when it is asked.
        """
        self._fresh = set()
        loading = self._loading = asyncio.get_running_loop().run_in_executor(None, load_maker, self._language)
        await self._async_go_by_words(database, locations, loading)
        maker, self.lacking = await asyncio.shield(loading)
        self._maker = maker
        self._sequence = int(stamp["sequence"])
        await self.places.async_build(maker, locations, self._async_run)
        await self.devices.async_build(maker, database, self._async_run)
        kept = await self._async_run(maker.read, path, stamp)
        if kept is None or not await self._async_catch_up(database, *kept):
            with sparing_the_loop():
                await self._async_read_all(database, maker)
        await self._async_run(give_back_memory)
        self._finish()

    async def async_stop(self) -> None:
        """Wait until no thread works on the index any more: Home Assistant complains of those that outlive it."""
        jobs = (self._loading, self._running, self._settling)
        while running := [job for job in jobs if job is not None and not job.done()]:
            await asyncio.wait(running)

    def forget(self) -> None:
        """Let go of what was indexed, when the entry is unloaded.

        The objects of an entry refer to each other, so they stay until the garbage collector comes, or for good if it was
        told to leave them alone: the index of a large home takes 20 MB and more.
        """
        self._index, self._building = PlainMaker().new(), None

    async def async_write(self, path: Path, stamp: Stamp) -> None:
        """Write the index down for the next start. Raises OSError."""
        now = stamp | {"sequence": self._sequence}
        await self._async_run(self._incoming.put)
        is_worth_it = len(self._index) >= _WORTH_WRITING
        if is_worth_it and not self.is_indexing and self._maker is not None and now != self._written:
            await self._async_run(self._maker.write, self._index, path, now)  # two at a time would spoil the file
            self._written = now

    def apply(self, notice: Notice) -> None:
        """Take down what a commit has changed, in the thread that has made it."""
        if self._building is not None:  # before that, whatever is committed is yet to be read
            self._fresh.update(notice.items)
        self._incoming.add(notice.items)
        self.places.apply(notice.locations)
        self.devices.apply(notice)
        self._sequence = max(self._sequence, notice.batch.changes[-1].sequence)

    def index_changes(self) -> None:
        """Put into the index what was taken down; in a thread, when there is nothing better to do."""
        self._incoming.put()

    def search(
        self,
        query: str,
        expand: Callable[[str], Mapping[str, float]],
        *,
        within: Sequence[Collection[str]],
        most_hits: int | None,
    ) -> list[Hit]:
        """Return what fits a question; in a thread."""
        self._incoming.put()
        return self._index.search(query, expand, within=within, most_hits=most_hits)

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question; in a thread."""
        self._incoming.put()
        return self._index.words_of(query)

    def _indexes(self) -> list[Index]:
        """Return the index that is searched and the one that is being built; often the same."""
        building = self._building
        return [self._index] if building is None or building is self._index else [self._index, building]

    async def _async_go_by_words(
        self, database: Database, locations: Callable[[], Iterable[Location]], loading: asyncio.Future[Any]
    ) -> None:
        """Let plain words find something while the meanings are read, which takes seconds after a start."""
        done, _ = await asyncio.wait((loading,), timeout=_SOON)
        if done or len(self._index):
            return
        words_alone = PlainMaker()
        await self.places.async_build(words_alone, locations, self._async_run, is_last=False)
        await self.devices.async_build(words_alone, database, self._async_run)
        words = self._building = self._index
        try:
            async for page in _pages(database):
                await self._async_run(self._put_all, words, page)
                if loading.done() or len(self._index) >= _MOST_MEANWHILE:
                    break
        finally:
            self._building, self._fresh = None, set()

    async def _async_catch_up(self, database: Database, after: int, index: Index) -> bool:
        """Bring an index from a file up to date; return whether that was worth it."""
        changed = await database.async_read(history.list_changed_items, after, _MOST_CHANGED + 1)
        if len(changed) > _MOST_CHANGED:
            return False
        self._building = index
        for start in range(0, len(changed), _CHUNK):
            ids = changed[start : start + _CHUNK]
            found = await database.async_read(lists.load, ids)
            await self._async_run(self._put_all, index, found)
            for gone in set(ids) - {item.id for item in found} - self._fresh:
                index.discard(gone)
        return True

    async def _async_read_all(self, database: Database, maker: Maker) -> None:
        """Read all items into a new index; it is searched as soon as it knows as many as the one before."""
        building = self._building = maker.new()
        async for page in _pages(database):
            await self._async_run(self._put_all, building, page)
            if len(building) >= len(self._index):
                self._index = building

    def _put_all(self, index: Index, items: Iterable[Item | ItemWords]) -> None:
        """Index items; what a notice has brought meanwhile is newer and stays. In a thread, which may outlive the building."""
        index.put_all(map(item_document, items), self._fresh)

    def _finish(self) -> None:
        """Search in the index that was built."""
        assert self._building is not None  # noqa: S101 - called at the end of building
        self._index, self._building = self._building, None
        self._fresh = set()
        self.is_indexing = False
        if len(self._index) >= _WORTH_SETTING_APART:
            set_apart()
        self.settle_if_wanted()

    def settle_if_wanted(self) -> None:
        """Settle in the background, on the event loop's order."""
        if self._index.wants_settling and (self._settling is None or self._settling.done()):
            self._settling = asyncio.get_running_loop().run_in_executor(None, self._index.settle)

    async def _async_run[**P, T](self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run something in a thread; it is gone through with even if nobody waits for it any more."""
        job = asyncio.get_running_loop().run_in_executor(None, partial(func, *args, **kwargs))
        self._running = job
        return await asyncio.shield(job)


async def _pages(database: Database) -> AsyncIterator[Sequence[ItemWords]]:
    """Read what all items are found by, a page at a time."""
    last = ""
    while page := await database.async_read(item_words.list_words_after, last, _CHUNK):
        yield page
        last = page[-1].id
