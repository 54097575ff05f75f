"""One search for everything: items, places and devices, the best first, with what made them fit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ..db import found
from ..db.found_devices import DevicePart
from ..domain.device_filters import DeviceFilter
from ..domain.devices import DeviceField
from ..domain.findings import Facets, Findable
from ..domain.models import ItemFilter
from ..search.asked import together
from ..search.highlight import Highlighter, put_right
from ..search.text import tokens
from .base import Manager
from .catalog import MOST_HITS
from .device_documents import texts_of
from .items import Found
from .locations import place_order, place_with_counts
from .same_thing import pair

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..db.database import Database
    from ..domain.devices import Device
    from ..domain.models import Item, Location
    from ..domain.shown_devices import ShownDevice
    from ..search.asked import AskedWord
    from ..search.highlight import Marks
    from ..search.hit import Hit
    from .catalog import Catalog
    from .locations import Place
    from .syncs import SyncManager

_MOST_FACETS: Final = 10
_BEST: Final = 5
"""So many of the best answers to a corrected question are looked at for how its words are spelt."""
_BETWEEN_ALIASES: Final = ", "
"""The other names of an item are marked as one text: whoever shows them joins them so."""
_SURE: Final = 0.5
"""A place or device that is only near by its meaning has to be so near: the names of places say little, those of devices less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched for."""

    text: str
    """The question as it was asked."""
    words: str
    """What is left of it to be searched for; with none, all that fits the filter is listed."""
    wanted: ItemFilter
    kinds: Collection[Findable]
    facets: bool = False
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Something that was found: an item, a place or a device, and where the words stand that made it fit."""

    found: Found | Place | ShownDevice
    score: float | None
    """How well it fits, from 0 to 1; None if there were no words."""
    highlights: Mapping[str, Marks]
    device: ShownDevice | None = None
    """The device that a found item is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A part of what was found."""

    results: tuple[Result, ...]
    totals: Mapping[Findable, int]
    did_you_mean: str | None = None
    facets: Facets | None = None


@dataclass(frozen=True, slots=True)
class _Hits:
    """What the words of a question have found."""

    items: list[Hit]
    places: list[Hit]
    words: list[AskedWord]
    devices: list[Hit] = field(default_factory=list)
    instead: Mapping[str, str] = field(default_factory=dict)
    """The items that stand for found devices, by the ids of the devices."""

    @property
    def best(self) -> float:
        """Return the score of the best."""
        return max((hit.score for hits in (self.items, self.places, self.devices) for hit in hits[:1]), default=0.0)

    @property
    def ranked(self) -> dict[str, Findable]:
        """Return what each is that was found, the best first."""
        kinds = {
            Findable.ITEM: self.items,
            Findable.LOCATION: self.places,
            Findable.DEVICE: self.devices,
        }
        hits = sorted(((-hit.score, hit.id, kind) for kind, found in kinds.items() for hit in found))
        return {record_id: kind for _, record_id, kind in hits}


class SearchManager(Manager):
    """Finding whatever there is."""

    def __init__(self, database: Database, catalog: Catalog, syncs: SyncManager) -> None:
        """Take besides who knows what the statuses of devices depend on."""
        super().__init__(database, catalog)
        self._syncs = syncs

    async def async_search(self, asked: Search) -> Answer:
        """Return a part of what fits, all kinds mixed, the best first; without words items by name, then places, then devices.

        An item and a device that is said to be it are one answer: the item, with the device beside it, unless the device
        fits far better.
        """
        await self._catalog.finder.devices.async_refresh(self._database)
        if not asked.words:
            return await self._async_list(asked)
        hits = await self._catalog.async_run(self._find, asked, asked.words)
        part = self._part(asked, hits.instead)
        shown = await self._database.async_read(found.show_hits, hits.ranked, asked.wanted, part)
        return Answer(
            results=await self._catalog.async_run(self._results, asked, hits, shown),
            totals=_totals(asked, shown),
            did_you_mean=await self._async_did_you_mean(asked, hits, sum(shown.totals.values())),
            facets=shown.facets,
        )

    async def _async_list(self, asked: Search) -> Answer:
        """Return all that fits a filter."""
        places = sorted(self._places(asked), key=lambda place: place_order(self._catalog.locations, place))
        wanted = asked.wanted if Findable.ITEM in asked.kinds else None
        devices = self._devices_wanted(asked)
        shown = await self._database.async_read(
            found.show_all, [place.id for place in places], wanted, devices, self._part(asked)
        )
        results = self._results(asked, _Hits([], [], []), shown)
        return Answer(results=results, totals=_totals(asked, shown), facets=shown.facets)

    def _part(self, asked: Search, instead: Mapping[str, str] | None = None) -> found.Part:
        """Return which part is shown; where there are no devices, nothing is asked about any."""
        finder = self._catalog.finder.devices
        devices = DevicePart(
            run=self._syncs.run_context(),
            statuses=asked.wanted.device_statuses,
            instead=instead or {},
            of_item=finder.of_item,
        )
        return found.Part(
            limit=asked.limit,
            offset=asked.offset,
            facets=_MOST_FACETS if asked.facets else 0,
            most=MOST_HITS,
            devices=devices if len(finder) else None,
        )

    def _devices_wanted(self, asked: Search) -> DeviceFilter | None:
        """Return which devices may be told: none if something is asked that only items have."""
        wanted = asked.wanted
        narrowed = ItemFilter(
            location_ids=wanted.location_ids,
            archived=wanted.archived,
            device_statuses=wanted.device_statuses,
            item_ids=wanted.item_ids,
        )
        if Findable.DEVICE not in asked.kinds or wanted != narrowed or not len(self._catalog.finder.devices):
            return None
        return DeviceFilter(
            location_ids=wanted.location_ids, statuses=wanted.device_statuses, is_archived=wanted.archived
        )

    def _places(self, asked: Search) -> list[Location]:
        """Return the places that may be told: none if something is asked that only items have."""
        wanted = asked.wanted
        narrowed = ItemFilter(location_ids=wanted.location_ids, archived=wanted.archived)
        if Findable.LOCATION not in asked.kinds or wanted != narrowed:
            return []
        return [
            place
            for place in tuple(self._catalog.locations)
            if (place.archived_at is not None) == wanted.archived
            and (wanted.location_ids is None or place.id in wanted.location_ids)
        ]

    def _find(self, asked: Search, words: str) -> _Hits:
        """Return what words find; in a thread."""
        items = self._catalog.search(words, asked.wanted) if Findable.ITEM in asked.kinds else []
        finder = self._catalog.finder
        looked_at = together(finder.words_of(words), finder.places.words_of(words))
        with_devices = self._devices_wanted(asked) is not None
        if with_devices:
            looked_at = together(looked_at, finder.devices.words_of(words))
        marker = Highlighter(words, looked_at)
        hits = _Hits(items, self._find_places(asked, words, marker), looked_at)
        if not with_devices:
            return hits
        devices = self._catalog.search_devices(words, asked.wanted)
        meant = frozenset(term for asked_for in looked_at for term in asked_for.terms)
        named = [hit for hit in devices if hit.score >= _SURE or self._says(meant, hit.id)]
        paired = pair(items, named, finder.devices.item_of)
        return replace(hits, items=paired.items, devices=paired.devices, instead=paired.instead)

    def _find_places(self, asked: Search, words: str, marker: Highlighter) -> list[Hit]:
        """Return the places that words find."""
        places = {place.id: place for place in self._places(asked)}
        near = self._catalog.search_places(words) if places else []
        return [
            hit for hit in near if hit.id in places and (hit.score >= _SURE or _place_marks(marker, places[hit.id]))
        ]

    def _results(self, asked: Search, hits: _Hits, shown: found.Shown) -> tuple[Result, ...]:
        """Return the part that is shown, marked; in a thread if there are words."""
        marker = Highlighter(asked.words, hits.words)
        scores = {hit.id: hit.score for hit in (*hits.items, *hits.places, *hits.devices)}
        results = []
        for record_id in shown.ids:
            score = scores.get(record_id)
            if (item := shown.items.get(record_id)) is not None:
                device = shown.devices_of_items.get(record_id)
                marks = _item_marks(marker, item)
                results.append(Result(found=Found(item, score), score=score, highlights=marks, device=device))
            elif (location := self._catalog.locations.get(record_id)) is not None:
                place = place_with_counts(self._catalog.locations, location, shown.counts)
                results.append(Result(found=place, score=score, highlights=_place_marks(marker, location)))
            elif (device := shown.devices.get(record_id)) is not None:
                marks = {"name": [], **self._device_marks(marker, device.known.device)}
                results.append(Result(found=device, score=score, highlights=marks))
        return tuple(results)

    def _says(self, meant: frozenset[str], device_id: str) -> bool:
        """Return whether a word that may be meant stands in what a device is known by, or in where it is."""
        finder = self._catalog.finder.devices
        if not meant.isdisjoint(finder.words_in(device_id)):
            return True
        device = finder.get(device_id)
        path = None if device is None else self._catalog.locations.path(device.location_id)
        return path is not None and not meant.isdisjoint(tokens(path))

    def _device_marks(self, marker: Highlighter, device: Device) -> dict[str, Marks]:
        """Return where in a device's texts the words stand that made it fit; nothing if nowhere."""
        texts = texts_of(device)
        marks = marker.marks({**texts, "path": self._catalog.locations.path(device.location_id)})
        return {**marks, **marker.key_marks({"serial_number": device.value(DeviceField.SERIAL_NUMBER)})}

    async def _async_did_you_mean(self, asked: Search, hits: _Hits, total: int) -> str | None:
        """Return the question with its misspelt words put right, if that finds more or what fits better."""
        words = put_right(asked.words, hits.words)
        if words == asked.words:
            return None
        better = await self._catalog.async_run(self._find, asked, words)
        item_ids = [hit.id for hit in better.items[:MOST_HITS]]
        count, names = await self._database.async_read(found.names_of_best, item_ids, asked.wanted, _BEST)
        places = (self._catalog.locations.get(hit.id) for hit in better.places[:_BEST])
        devices = (self._catalog.finder.devices.get(hit.id) for hit in better.devices[:_BEST])
        names += [each.name for each in (*places, *devices) if each is not None]
        found_now = count + len(better.places) + sum(hit.id not in better.instead for hit in better.devices)
        if not found_now or (total and (better.best, found_now) < (hits.best, total)):
            return None
        return put_right(asked.text, hits.words, names)


def _totals(asked: Search, shown: found.Shown) -> dict[Findable, int]:
    """Return how much was found of what was looked for."""
    return {kind: shown.totals[kind] if kind in asked.kinds else 0 for kind in Findable}


def _item_marks(marker: Highlighter, item: Item) -> dict[str, Marks]:
    """Return where in an item's texts the words stand that made it fit."""
    texts = ("name", "description", "manufacturer", "model", "vendor", "notes", "warranty_notes")
    values = {field: getattr(item, field) for field in texts} | {"aliases": _BETWEEN_ALIASES.join(item.aliases)}
    marks = marker.marks(values)
    return {"name": [], **marks, **marker.key_marks({"code": item.code, "serial_number": item.serial_number})}


def _place_marks(marker: Highlighter, place: Location) -> dict[str, Marks]:
    """Return where in a place's texts the words stand that made it fit; nothing if nowhere."""
    marks = marker.marks({"name": place.name, "description": place.description})
    return {**marks, **marker.key_marks({"code": place.code})}
