"""The search index of devices: made anew at each start, and searched beside that of items, as the one of places is."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..db import found_devices
from ..search.hit import Hit
from ..search.loading import PlainMaker
from ..sparing import sparing_the_loop
from .device_documents import addresses_in, addresses_of, beginning_of_address, device_document, marks_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from ..db.database import Database
    from ..domain.devices import Device, Sighting
    from ..domain.findings import Traits
    from ..domain.models import Notice
    from ..search.asked import AskedWord
    from ..search.loading import Index, Maker
    from .finder import Run

_CHUNK: Final = 500
_BEGUN: Final = 0.9
"""The score of a device of whose address the beginning was typed."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a device beside the index."""

    device: Device
    words: frozenset[str]
    """Those of all texts that it is found by."""
    marks: frozenset[str]
    addresses: frozenset[str]
    seen_at: Mapping[str, tuple[str, ...]]
    """The addresses by source."""


class DeviceFinder:
    """Finds devices by words, meaning and addresses.

    What has changed is only noted, and read from the database before the next search: an address is in no notice, nor are
    the names of an item that a device is.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self._index: Index = PlainMaker().new()
        self._maker: Maker | None = None
        self._lock = threading.Lock()
        self._reading = asyncio.Lock()
        self._stale: set[str] = set()
        """The ids of devices that are other than the index knows."""
        self._meanwhile: set[str] | None = None
        """Those that have become so since another index was begun."""
        self._kept: dict[str, _Kept] = {}
        self._by_item: dict[str, set[str]] = {}
        self._by_address: dict[str, set[str]] = {}

    def __len__(self) -> int:
        """Return how many devices are known, ignored ones not counted."""
        return len(self._kept)

    async def async_build(self, maker: Maker, database: Database, run: Run) -> None:
        """Index the devices that there are, unless that is done. Raises what the database raises.

        `run` runs something in a thread.
        """
        if self._maker is maker:
            return
        index = maker.new()
        with self._lock:
            self._meanwhile = set()
        try:
            last = ""
            with sparing_the_loop():
                while page := await database.async_read(found_devices.list_after, last, _CHUNK):
                    await run(self._put, index, page)
                    last = page[-1].device.id
            self._index, self._maker = index, maker
        finally:
            with self._lock:
                self._stale |= self._meanwhile or set()
                self._meanwhile = None

    def apply(self, notice: Notice) -> None:
        """Take down which devices a commit has changed, themselves or the item that they are; in any thread."""
        with self._lock:
            linked = (device_id for item_id in notice.items for device_id in self._by_item.get(item_id, ()))
            self._note({*notice.devices, *linked})

    def note_sightings(self, sightings: Iterable[Sighting]) -> None:
        """Take down which devices a run has seen at other addresses than before; in any thread."""
        with self._lock:
            self._note({seen.device_id for seen in sightings if self._is_news(seen)})

    async def async_refresh(self, database: Database) -> None:
        """Put into the index what has changed. Raises what the database raises."""
        if not self._stale:
            return
        async with self._reading:
            with self._lock:
                ids, self._stale = self._stale, set()
            try:
                with sparing_the_loop():  # after the first run of a HomeSeer, there are thousands
                    found = await database.async_read(found_devices.load, sorted(ids))
                    await asyncio.to_thread(self._replace, ids, found)
            except BaseException:
                with self._lock:
                    self._stale |= ids
                raise

    def search(
        self,
        query: str,
        expand: Callable[[str], Mapping[str, float]],
        *,
        within: Sequence[Collection[str]],
        most_hits: int,
    ) -> list[Hit]:
        """Return the devices that fit a question, those first whose address it names; in a thread."""
        asked, is_all = addresses_in(query)
        exact = self._at(asked, within)
        named = [Hit(device_id, 1.0) for device_id in exact]
        if named and is_all:
            return named
        if not named and (beginning := beginning_of_address(query)) is not None:
            with self._lock:
                begun = [address for address in self._by_address if address.startswith(beginning)]
            named = [Hit(device_id, _BEGUN) for device_id in self._at(begun, within)]
            return named[:most_hits]
        near = self._index.search(query, expand, within=within, most_hits=most_hits)
        return named + [hit for hit in near if hit.id not in exact]

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question; in a thread."""
        return self._index.words_of(query)

    def get(self, device_id: str) -> Device | None:
        """Return a device as the index knows it."""
        kept = self._kept.get(device_id)
        return None if kept is None else kept.device

    def words_in(self, device_id: str) -> frozenset[str]:
        """Return the words of all texts that a device is found by."""
        kept = self._kept.get(device_id)
        return frozenset() if kept is None else kept.words

    def item_of(self, device_id: str) -> str | None:
        """Return the id of the item that a device is."""
        device = self.get(device_id)
        return None if device is None else device.item_id

    def of_item(self, item_id: str) -> frozenset[str]:
        """Return the ids of the devices that are an item."""
        return frozenset(self._by_item.get(item_id, ()))

    def _at(self, addresses: Iterable[str], within: Sequence[Collection[str]]) -> list[str]:
        """Return the ids of the devices that have one of these addresses, and a mark of each group."""
        groups = [frozenset(group) for group in within]
        with self._lock:
            found = {device_id for address in addresses for device_id in self._by_address.get(address, ())}
            return sorted(
                device_id for device_id in found if all(self._kept[device_id].marks & each for each in groups)
            )

    def _note(self, ids: set[str]) -> None:
        """Note devices that have to be read again."""
        self._stale |= ids
        if self._meanwhile is not None:
            self._meanwhile |= ids

    def _is_news(self, seen: Sighting) -> bool:
        """Return whether a device was seen elsewhere than it is known to be."""
        kept = self._kept.get(seen.device_id)
        return kept is None or kept.seen_at.get(seen.source_id, ()) != seen.addresses

    def _replace(self, ids: Iterable[str], found: Sequence[Traits]) -> None:
        """Put what was read into the index, and forget what is not there any more."""
        gone = set(ids) - {traits.device.id for traits in found if not traits.device.ignored}
        for device_id in gone:
            self._index.discard(device_id)
            with self._lock:
                self._forget(device_id)
        self._put(self._index, found)

    def _put(self, index: Index, found: Sequence[Traits]) -> None:
        """Index devices. People have said of ignored ones that they want to hear nothing of them."""
        wanted = [traits for traits in found if not traits.device.ignored]
        index.put_all(map(device_document, wanted), ())
        for traits in wanted:
            with self._lock:  # each for itself: the event loop asks for it too
                self._forget(traits.device.id)
                self._keep(traits)

    def _keep(self, traits: Traits) -> None:
        """Keep what is needed beside the index."""
        device_id, item_id = traits.device.id, traits.device.item_id
        kept = _Kept(traits.device, words_of(traits), marks_of(traits), addresses_of(traits), dict(traits.addresses))
        self._kept[device_id] = kept
        if item_id is not None:
            self._by_item.setdefault(item_id, set()).add(device_id)
        for address in kept.addresses:
            self._by_address.setdefault(address, set()).add(device_id)

    def _forget(self, device_id: str) -> None:
        """Forget what was kept of a device."""
        if (kept := self._kept.pop(device_id, None)) is None:
            return
        known = [(self._by_address, address) for address in kept.addresses]
        for table, key in (
            *known,
            *([(self._by_item, kept.device.item_id)] if kept.device.item_id is not None else ()),
        ):
            table[key].discard(device_id)
            if not table[key]:
                del table[key]
