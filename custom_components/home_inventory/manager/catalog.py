"""What has to be answered at once: the place and category trees and the search index, kept in memory by notices."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..db import categories, lists, locations
from ..domain.tree import Node, Tree
from ..search.index import Hit, SearchIndex
from ..search.words import stem, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..db.database import Database
    from ..domain.models import Category, Item, ItemFilter, Location, Notice

_CHUNK: Final = 500
MOST_HITS: Final = 1000
"""How many hits are looked at further; nobody reads on after so many."""
_SLICE: Final = 25
"""How many items are indexed before the event loop gets its turn; one takes some 50 microseconds."""

_NAME, _KEYWORD, _DETAIL, _PROSE, _AROUND = 15, 12, 8, 4, 6
_AROUND_WORTH: Final = 0.8
"""How much a word says by where it stands: name; code, numbers; maker, model; free text; place and category."""


class Catalog:
    """Trees by id and the search index; never asked for what the database knows better."""

    def __init__(self) -> None:
        """Start empty; `async_load` fills it."""
        self.locations: Tree[Location] = Tree()
        self.categories: Tree[Category] = Tree()
        self.index = SearchIndex()
        self.is_indexing = True
        self._building: SearchIndex | None = None
        self._fresh: set[str] = set()
        """What notices have brought while the index was being built."""
        self._names: dict[str, str] = {}

    async def async_load(self, database: Database) -> None:
        """Read the trees."""
        self.locations = Tree(await database.async_read(locations.list_locations))
        self.categories = Tree(await database.async_read(categories.list_categories))

    async def async_build_index(self, database: Database) -> None:
        """Read all items into a new index. Searching goes on in the old one, or in what has been read so far."""
        self._building = SearchIndex()
        self._fresh = set()
        if not len(self.index):
            self.index = self._building
        last = ""
        while page := await database.async_read(lists.list_after, last, _CHUNK):
            await self._async_index(page)
            last = page[-1].id
        self.index = self._building
        self._building = None
        self.is_indexing = False

    @property
    def wants_new_index(self) -> bool:
        """Return whether the index is mostly about what was replaced since."""
        return self._building is None and self.index.is_wasteful

    async def _async_index(self, items: list[Item]) -> None:
        """Index items in small portions; what a notice has brought meanwhile is newer and stays."""
        for start in range(0, len(items), _SLICE):
            for item in items[start : start + _SLICE]:
                if item.id not in self._fresh:
                    self._put(item)
            await asyncio.sleep(0)

    def apply(self, notice: Notice) -> None:
        """Take over what a commit has changed."""
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
        for item_id, item in notice.items.items():
            if self._building is not None:
                self._fresh.add(item_id)
            if item is None:
                for index in self._indexes():
                    index.discard(item_id)
                self._names.pop(item_id, None)
            else:
                self._put(item)

    def _indexes(self) -> set[SearchIndex]:
        """Return the index that is searched and the one that is being built; often the same."""
        return {self.index} if self._building is None else {self.index, self._building}

    def search(self, query: str, wanted: ItemFilter) -> list[Hit]:
        """Return the items that fit a question, archived ones too; runs in any thread.

        At most `MOST_HITS`, unless they are still to be sifted by their stock, which the index does not know.
        """
        groups = [ids for ids in (wanted.location_ids, wanted.category_ids) if ids is not None]
        groups += [frozenset({label_id}) for label_id in wanted.label_ids]
        within = [{f"@{mark}" for mark in ids} for ids in groups]
        most_hits = None if wanted.low_stock or wanted.archived else MOST_HITS
        return self.index.search(query, self._expand, within=within, most_hits=most_hits)

    def suggest(self, reference: str, count: int = 5) -> list[str]:
        """Return names of items that may have been meant."""
        return [self._names[item_id] for item_id in self.index.suggest(reference, count) if item_id in self._names]

    def _put(self, item: Item) -> None:
        """Index one item."""
        self._names[item.id] = item.name
        texts: dict[str, int] = {}
        for weight, entries in (
            (_PROSE, (item.description, item.notes, item.warranty_notes, item.vendor)),
            (_PROSE, (f"{name} {value}" for name, value in item.custom.items())),
            (_DETAIL, (item.manufacturer, item.model)),
            (_KEYWORD, (item.code, item.serial_number, *item.barcodes)),
            (_NAME, (item.name, item.name.replace("-", ""))),  # "Akku-Bohrmaschine" is also written in one word
        ):
            texts.update((text, weight) for text in entries if text)
        around = (*item.location_ids, *item.category_ids, *item.label_ids)
        marks = {f"@{mark}": _AROUND for mark in around}
        for index in self._indexes():
            index.put(item.id, texts, marks)

    def _expand(self, word: str) -> Mapping[str, float]:
        """Return the marks of the places and categories that a word names, with everything inside them."""
        marks: dict[str, float] = {}
        root = stem(word)
        for place in _named(self.locations, root):
            marks.update((f"@{inner}", _AROUND_WORTH) for inner in self.locations.inside(place))
        for category in _named(self.categories, root):
            marks.update((f"@{inner}", _AROUND_WORTH) for inner in self.categories.inside(category))
        return marks


def _named[N: Node](tree: Tree[N], root: str) -> list[str]:
    """Return the ids of the nodes in whose name a word stands."""
    return [node.id for node in tuple(tree) if root in _roots(node.name)]


@lru_cache(maxsize=20_000)
def _roots(name: str) -> frozenset[str]:
    """Return the words of a name without their endings."""
    return frozenset(stem(word) for word in words(name))
