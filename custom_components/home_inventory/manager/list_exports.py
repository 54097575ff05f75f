"""Lists that go out as tables: all that fits a filter, in an order, some rows at a time so that memory stays small."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from ..db import device_lookup, history, lists, locations
from ..domain.activity import HistoryFilter
from ..domain.device_filters import DeviceFilter
from ..domain.export_errors import NothingToExportError
from ..domain.item_sort import ItemSort
from ..domain.list_columns import CUSTOM_PREFIX, Listed
from ..domain.models import ItemFilter
from ..exporting.around import Around
from ..exporting.item_rows import item_reader, loan_reader
from ..exporting.other_rows import device_reader, history_reader, location_reader
from .base import Manager
from .locations import place_order

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from ..db.database import Database
    from ..domain.attachments import Attachment
    from ..exporting.tables import TableWriter
    from .catalog import Catalog
    from .syncs import SyncManager

_ROWS: Final = 1000
"""How many records are in memory at a time."""
_BATCHES: Final = 200
_MOST_DEVICES: Final = 100_000
_READERS: Final[Mapping[Listed, Callable[[str], Any]]] = {
    Listed.ITEMS: item_reader,
    Listed.LOCATIONS: location_reader,
    Listed.DEVICES: device_reader,
    Listed.LOANS: loan_reader,
    Listed.HISTORY: history_reader,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """What a list is of, and what of it is wanted."""

    listed: Listed
    items: ItemFilter = field(default_factory=ItemFilter)
    """For items and for what is lent of them."""
    words: str | None = None
    sort: ItemSort = ItemSort.NAME
    has_archived: bool = False
    """Whether items, places and devices that are archived follow those in use."""
    inside: frozenset[str] | None = None
    """For places: only these."""
    archived_places: bool = False
    devices: DeviceFilter = field(default_factory=DeviceFilter)
    history: HistoryFilter = field(default_factory=HistoryFilter)


class ListExportManager(Manager):
    """Reads whole lists. Whoever may read may have them."""

    def __init__(self, database: Database, catalog: Catalog, syncs: SyncManager) -> None:
        """Take besides who knows what the statuses of devices depend on."""
        super().__init__(database, catalog)
        self._syncs = syncs

    async def async_item_ids(self, query: ListQuery) -> list[str]:
        """Return the ids of the items that are wanted, in their order."""
        wanted = replace(query.items, lent=True) if query.listed is Listed.LOANS else query.items
        if query.words is None:
            sort = ItemSort.NAME if query.sort is ItemSort.RELEVANCE else query.sort
            found = await self._database.async_read(lists.list_ids, wanted, sort)
            if query.has_archived:
                found += await self._database.async_read(lists.list_ids, replace(wanted, archived=True), sort)
            return found
        hits = await self._catalog.async_run(self._catalog.search, query.words, wanted)
        return await self._database.async_read(lists.list_fitting_ids, [hit.id for hit in hits], wanted, query.sort)

    async def async_attachments(self) -> list[tuple[str, Attachment]]:
        """Return the attachments of all items that are files, each with the code of its item."""
        found: list[tuple[str, Attachment]] = []
        for some in batched(
            await self.async_item_ids(ListQuery(listed=Listed.ITEMS, has_archived=True)), _ROWS, strict=False
        ):
            for item in await self._database.async_read(lists.load, some):
                found += [(item.code, each) for each in item.attachments if each.digest is not None]
        return found

    async def async_custom_keys(self, item_ids: Sequence[str] | None = None) -> tuple[str, ...]:
        """Return the keys of the columns of the household's own: of some items, or of all in use."""
        names = await self._database.async_read(lists.list_custom_names, item_ids)
        return tuple(f"{CUSTOM_PREFIX}{name}" for name in names)

    async def async_write(
        self,
        query: ListQuery,
        keys: Sequence[str],
        around: Around,
        writer: TableWriter,
        item_ids: Sequence[str] | None = None,
    ) -> int:
        """Write the rows of a list; return how many there are. `item_ids` are what `async_item_ids` has returned.

        Raises OSError, and TooManyRowsError for a workbook.
        """
        reads = [_READERS[query.listed](key) for key in keys]
        count = 0

        def write(records: Sequence[Any]) -> None:
            writer.write([read(record, around) for read in reads] for record in records)

        async for records in self._async_records(query, item_ids):
            await asyncio.to_thread(write, records)
            count += len(records)
        return count

    def around(self, **others: Any) -> Around:
        """Return what rows name: the trees of the inventory, and `others` that it does not know."""
        return Around(places=self._catalog.locations, categories=self._catalog.categories, **others)

    def _async_records(self, query: ListQuery, item_ids: Sequence[str] | None) -> AsyncIterator[Sequence[Any]]:
        """Give the records of a list."""
        if query.listed is Listed.LOCATIONS:
            return self._async_places(query)
        if query.listed is Listed.DEVICES:
            return self._async_devices(query)
        if query.listed is Listed.HISTORY:
            return self._async_lines(query)
        return self._async_items(query, item_ids)

    async def _async_items(self, query: ListQuery, item_ids: Sequence[str] | None) -> AsyncIterator[Sequence[Any]]:
        """Give items, or their loans; what has gone since their ids were read is left out."""
        ids = await self.async_item_ids(query) if item_ids is None else item_ids
        if not ids:
            raise NothingToExportError
        for some in batched(ids, _ROWS, strict=False):
            items = await self._database.async_read(lists.load, some)
            yield [(item, loan) for item in items for loan in item.loans] if query.listed is Listed.LOANS else items

    async def _async_places(self, query: ListQuery) -> AsyncIterator[Sequence[Any]]:
        """Give places by their paths, with how many items are directly in each."""
        tree = self._catalog.locations
        wanted = [
            place
            for place in tree
            if (query.inside is None or place.id in query.inside)
            and (query.has_archived or (place.archived_at is not None) == query.archived_places)
        ]
        if not wanted:
            raise NothingToExportError
        counts = await self._database.async_read(locations.count_items)
        in_order = sorted(wanted, key=lambda place: place_order(tree, place))
        yield [(place, counts.get(place.id, 0)) for place in in_order]

    async def _async_devices(self, query: ListQuery) -> AsyncIterator[Sequence[Any]]:
        """Give devices by name: a home has hundreds."""
        wanted = replace(query.devices, is_archived=None, is_ignored=None) if query.has_archived else query.devices
        page = await self._database.async_read(
            device_lookup.list_shown, wanted, self._syncs.run_context(), limit=_MOST_DEVICES, offset=0
        )
        if not page.entries:
            raise NothingToExportError
        for some in batched(page.entries, _ROWS, strict=False):
            yield some

    async def _async_lines(self, query: ListQuery) -> AsyncIterator[Sequence[Any]]:
        """Give lines of history with their batches, the newest first."""
        wanted, more, is_empty = query.history, True, True
        while more:
            page = await self._database.async_read(history.list_batches, wanted, limit=_BATCHES, offset=0)
            more = page.more and bool(page.entries)
            if page.entries:
                wanted, is_empty = replace(wanted, before=page.entries[-1].id), False
                yield [(batch, change) for batch in page.entries for change in batch.changes]
        if is_empty:
            raise NothingToExportError
