"""What has to be answered at once: the place and category trees and the search index, kept in memory by notices."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..db import categories, locations
from ..domain.tree import Node, Tree
from ..search.stems import stem
from ..search.text import tokens
from .documents import mark_of, state_of
from .finder import Finder
from .makers import Makers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ..db.database import Database
    from ..domain.models import Category, ItemFilter, Location, Notice
    from ..search.hit import Hit

_AT_ONCE: Final = 2
"""Threads that search at the same time."""
MOST_HITS: Final = 1000
"""How many hits are looked at further; nobody reads on after so many."""
_LIKELY: Final = 0.3
"""The score that a suggestion has at least: the nearest of things that have nothing to do with a name help nobody."""
_AROUND_WORTH: Final = 0.8
"""How much the name of a place or category says beside a word of the name."""


class Catalog:
    """Trees by id and the search index; never asked for what the database knows better."""

    def __init__(self, language: str = "en") -> None:
        """Start empty; `async_load` fills it. The language is that of the household."""
        self.locations: Tree[Location] = Tree()
        self.categories: Tree[Category] = Tree()
        self.finder = Finder(language)
        self.makers = Makers()
        self._turns = asyncio.Semaphore(_AT_ONCE)

    @property
    def is_indexing(self) -> bool:
        """Return whether the search index is still being built."""
        return self.finder.is_indexing

    async def async_load(self, database: Database) -> None:
        """Read the trees."""
        self.locations = Tree(await database.async_read(locations.list_locations))
        self.categories = Tree(await database.async_read(categories.list_categories))

    async def async_build_index(self, database: Database, path: Path) -> None:
        """Make the search index, or take it from its file."""
        await self.finder.async_build(database, path, _stamp(database), lambda: tuple(self.locations))

    async def async_write_index(self, database: Database, path: Path) -> None:
        """Write the search index down for the next start. Raises OSError."""
        await self.finder.async_write(path, _stamp(database))

    def apply(self, notice: Notice) -> None:
        """Take over what a commit has changed in the trees; the finder has been told before."""
        for location_id, location in notice.locations.items():
            if location is None:
                self.locations.discard(location_id)
            else:
                self.locations.put(location)
        for category_id, category in notice.categories.items():
            if category is None:
                self.categories.discard(category_id)
            else:
                self.categories.put(category)
        self.makers.apply(notice)
        self.finder.settle_if_wanted()

    async def async_run[**P, T](self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run something in a thread that needs the index, when it is its turn.

        Many at once would each take longer than one after the other, and the event loop would have to queue up with them.
        """
        async with self._turns:
            return await asyncio.to_thread(func, *args, **kwargs)

    def search(self, query: str, wanted: ItemFilter) -> list[Hit]:
        """Return the items that fit a question; runs in any thread.

        At most `MOST_HITS`, unless they are still to be sifted by their stock, which the index does not know.
        """
        groups = [ids for ids in (wanted.location_ids, wanted.category_ids) if ids is not None]
        groups += [frozenset({label_id}) for label_id in wanted.label_ids]
        within = [
            {state_of(is_archived=wanted.archived)},
            *({mark_of(record_id) for record_id in ids} for ids in groups),
        ]
        most_hits = None if wanted.is_sifted else MOST_HITS
        return self.finder.search(query, self._expand, within=within, most_hits=most_hits)

    def search_places(self, query: str) -> list[Hit]:
        """Return the places that fit a question, archived ones too; runs in any thread."""
        return self.finder.places.search(query, MOST_HITS)

    def search_devices(self, query: str, wanted: ItemFilter) -> list[Hit]:
        """Return the devices that fit a question, where and in the state that is asked for; runs in any thread."""
        within = [{state_of(is_archived=wanted.archived)}]
        if wanted.location_ids is not None:
            within.append({mark_of(location_id) for location_id in wanted.location_ids})
        return self.finder.devices.search(query, self._expand, within=within, most_hits=MOST_HITS)

    def suggest(self, reference: str, count: int = 5) -> list[str]:
        """Return the ids of items that may have been meant; runs in any thread."""
        hits = self.finder.search(reference, lambda _word: {}, within=(), most_hits=count)
        return [hit.id for hit in hits if hit.score >= _LIKELY]

    def _expand(self, word: str) -> Mapping[str, float]:
        """Return the marks of the places and categories that a word names, with everything inside them."""
        root = stem(word)
        marks: dict[str, float] = {}
        for place in _named(self.locations, root):
            marks.update((mark_of(inner), _AROUND_WORTH) for inner in self.locations.inside(place))
        for category in _named(self.categories, root):
            marks.update((mark_of(inner), _AROUND_WORTH) for inner in self.categories.inside(category))
        return marks


def _stamp(database: Database) -> dict[str, str | int]:
    """Return of what, and up to which change, an index is that is made now."""
    meta = database.meta
    return {"store_id": meta.store_id, "generation": meta.generation, "sequence": database.sequence}


def _named[N: Node](tree: Tree[N], root: str) -> list[str]:
    """Return the ids of the nodes in whose name a word stands."""
    return [node.id for node in tuple(tree) if root in _roots(node.name)]


@lru_cache(maxsize=20_000)
def _roots(name: str) -> frozenset[str]:
    """Return the words of a name without their endings."""
    return frozenset(stem(word) for word in tokens(name))
