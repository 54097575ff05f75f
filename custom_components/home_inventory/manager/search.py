"""One search for everything: items and places, the best first, with what made them fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..db import found
from ..domain.findings import Facets, Findable
from ..domain.models import ItemFilter
from ..search.asked import together
from ..search.highlight import Highlighter, put_right
from .base import Manager
from .catalog import MOST_HITS
from .items import Found
from .locations import place_order, place_with_counts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..domain.models import Item, Location
    from ..search.asked import AskedWord
    from ..search.highlight import Marks
    from ..search.hit import Hit
    from .locations import Place

_MOST_FACETS: Final = 10
_BEST: Final = 5
"""So many of the best answers to a corrected question are looked at for how its words are spelt."""
_BETWEEN_ALIASES: Final = ", "
"""The other names of an item are marked as one text: whoever shows them joins them so."""
_SURE_PLACE: Final = 0.5
"""A place that is only near by its meaning has to be so near: the names of places say little."""


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
    """Something that was found: an item or a place, and where the words stand that made it fit."""

    found: Found | Place
    score: float | None
    """How well it fits, from 0 to 1; None if there were no words."""
    highlights: Mapping[str, Marks]


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

    @property
    def best(self) -> float:
        """Return the score of the best."""
        return max((hit.score for hit in (*self.items[:1], *self.places[:1])), default=0.0)


class SearchManager(Manager):
    """Finding whatever there is."""

    async def async_search(self, asked: Search) -> Answer:
        """Return a part of what fits, items and places mixed, the best first; without words items by name, then places."""
        part = found.Part(
            limit=asked.limit, offset=asked.offset, facets=_MOST_FACETS if asked.facets else 0, most=MOST_HITS
        )
        if not asked.words:
            return await self._async_list(asked, part)
        hits = await self._catalog.async_run(self._find, asked, asked.words)
        ranked = sorted((*hits.items, *hits.places), key=lambda hit: (-hit.score, hit.id))
        item_ids = {hit.id for hit in hits.items}
        shown = await self._database.async_read(
            found.show_hits, {hit.id: hit.id in item_ids for hit in ranked}, asked.wanted, part
        )
        results = await self._catalog.async_run(self._results, asked, hits, shown)
        return Answer(
            results=results,
            totals=_totals(asked, shown.total, len(hits.places)),
            did_you_mean=await self._async_did_you_mean(asked, hits, shown.total),
            facets=shown.facets,
        )

    async def _async_list(self, asked: Search, part: found.Part) -> Answer:
        """Return all that fits a filter."""
        places = sorted(self._places(asked), key=lambda place: place_order(self._catalog.locations, place))
        wanted = asked.wanted if Findable.ITEM in asked.kinds else None
        shown = await self._database.async_read(found.show_all, [place.id for place in places], wanted, part)
        results = self._results(asked, _Hits([], [], []), shown)
        return Answer(results=results, totals=_totals(asked, shown.total, len(places)), facets=shown.facets)

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
        places = {place.id: place for place in self._places(asked)}
        near = self._catalog.search_places(words) if places else []
        marker = Highlighter(words, looked_at)
        named = [
            hit
            for hit in near
            if hit.id in places and (hit.score >= _SURE_PLACE or _place_marks(marker, places[hit.id]))
        ]
        return _Hits(items, named, looked_at)

    def _results(self, asked: Search, hits: _Hits, shown: found.Shown) -> tuple[Result, ...]:
        """Return the part that is shown, marked; in a thread if there are words."""
        marker = Highlighter(asked.words, hits.words)
        scores = {hit.id: hit.score for hit in (*hits.items, *hits.places)}
        results = []
        for record_id in shown.ids:
            score = scores.get(record_id)
            if (item := shown.items.get(record_id)) is not None:
                results.append(Result(found=Found(item, score), score=score, highlights=_item_marks(marker, item)))
            elif (location := self._catalog.locations.get(record_id)) is not None:
                place = place_with_counts(self._catalog.locations, location, shown.counts)
                results.append(Result(found=place, score=score, highlights=_place_marks(marker, location)))
        return tuple(results)

    async def _async_did_you_mean(self, asked: Search, hits: _Hits, total: int) -> str | None:
        """Return the question with its misspelt words put right, if that finds more or what fits better."""
        words = put_right(asked.words, hits.words)
        if words == asked.words:
            return None
        better = await self._catalog.async_run(self._find, asked, words)
        item_ids = [hit.id for hit in better.items[:MOST_HITS]]
        count, names = await self._database.async_read(found.names_of_best, item_ids, asked.wanted, _BEST)
        places = (self._catalog.locations.get(hit.id) for hit in better.places[:_BEST])
        names += [place.name for place in places if place is not None]
        found_before, found_now = total + len(hits.places), count + len(better.places)
        if not found_now or (found_before and (better.best, found_now) < (hits.best, found_before)):
            return None
        return put_right(asked.text, hits.words, names)


def _totals(asked: Search, items: int, places: int) -> dict[Findable, int]:
    """Return how much was found of what was looked for."""
    counts = {Findable.ITEM: items, Findable.LOCATION: places}
    return {kind: counts[kind] if kind in asked.kinds else 0 for kind in Findable}


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
