"""From the names that somebody said to items and places, and how sure that is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..domain.errors import UnresolvedReferenceError
from ..domain.models import ItemFilter, LocationKind
from ..domain.text import name_key
from ..search.names import Fit, Sureness, alike, fit, heads, main_part
from ..search.spelling import edits
from ..search.stems import stem
from ..search.text import fold
from .words import as_written, key_words, spelled_code, strip_name, take_origins, take_quantity, take_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..domain.models import Item, Location
    from ..inventory import Inventory
    from .book import Book
    from .language import Language

_MOST_HITS: Final = 30
_MOST_UNSURE: Final = 3
_SURE_SCORE: Final = 0.7
_AHEAD: Final = 0.15
"""What the index finds with this score, and so much better than all else, is meant even if it is called otherwise."""
_LEAST_SCORE: Final = 0.5
"""What fits worse is not worth asking about: another word for a thing has 0.5 and more, for most that are not there the
best has 0.2 to 0.4."""
_CHANCE_EDITS: Final = 2
_NEAR_SCORE: Final = 0.75
"""Which part of the best score others need to be asked about too."""
_CLOSE: Final = 0.2
"""Names whose scores differ by less may both be meant."""
_ALIAS: Final = 0.75
"""What an alias scores beside a name: so much less that what is called so is meant, and the other not asked about."""
_SLOT_WORDS: Final = ("slot", "fach", "case", "hueco", "vak", "scomparto")


@dataclass(frozen=True, slots=True)
class Resolved[T]:
    """What a name may mean, the likeliest first."""

    sureness: Sureness
    entries: tuple[T, ...] = ()
    nearby: int = 0
    """How many of the entries, the first ones, are around the speaker, when there are several."""

    @property
    def is_sure(self) -> bool:
        """Return whether it is one of the entries, without a doubt that matters."""
        return self.sureness >= Sureness.GOOD

    @property
    def only(self) -> T | None:
        """Return the one that is meant; None when it is unknown, unsure, or when there are several."""
        return self.entries[0] if self.is_sure and len(self.entries) == 1 else None

    @property
    def nearest(self) -> T | None:
        """Return the one that is meant, or of several the only one around the speaker."""
        return self.entries[0] if self.is_sure and (len(self.entries) == 1 or self.nearby == 1) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds what one speaker means."""

    inventory: Inventory
    book: Book
    near: frozenset[str] = frozenset()
    """The ids of the places around the speaker."""
    picks: Mapping[str, str] = field(default_factory=dict)
    """The ids of what names have turned out to mean, by their key."""

    async def async_items(self, text: str, language: Language) -> Resolved[Item]:
        """Return the items that a spoken name means, those around the speaker first."""
        inventory = self.inventory
        if picked := self.picks.get(name_key(text)):
            return Resolved(Sureness.EXACT, (await inventory.items.async_get(picked),))
        if (code := spelled_code(text)) and (item := await _async_named(inventory, code)):
            return Resolved(Sureness.EXACT, (item,))
        name = as_written(strip_name(text, language), language)
        found = await _async_search(inventory, self.book, name, language)
        unit, bare = take_unit(name, language)
        if unit and not found.is_sure:
            found = await _async_search(inventory, self.book, bare, language)
        return self._nearest_first(found, lambda item: item.location_ids)

    async def async_places(self, text: str, language: Language) -> Resolved[Location]:
        """Return the places that a spoken name means: "box seven", "the red box in the garage"."""
        inventory = self.inventory
        if (picked := self.picks.get(name_key(text))) and (place := inventory.locations.get(picked)):
            return Resolved(Sureness.EXACT, (place,))
        said = key_words(as_written(strip_name(text, language), language))
        places = inventory.locations.in_use()
        graded = await asyncio.to_thread(
            lambda: [(place, _fit_place(inventory, said, place, language)) for place in places]
        )
        return self._nearest_first(_best(graded), lambda place: (place.id,))

    async def async_origin(self, text: str, language: Language) -> tuple[str, str | None, Resolved[Location] | None]:
        """Return the things, where they are taken from in words, and the places that may be: "two batteries from the kitchen".

        A word of origin may also belong to the name of a thing or a place: the way that makes most sense is taken.
        """
        ways = take_origins(text, language)
        found = [(things, origin, await self.async_places(origin, language)) for things, origin in ways]
        best = max(found, key=lambda way: way[2].sureness, default=None)
        if best is None:
            return text, None, None
        if not best[2].is_sure:
            whole = await self.async_items(take_quantity(text, language)[1], language)
            if whole.is_sure:  # "glass of water" comes from nowhere
                return text, None, None
        return best

    def _nearest_first[T](self, found: Resolved[T], where: Callable[[T], Iterable[str]]) -> Resolved[T]:
        """Return the same with those first that are around the speaker, and how many these are."""
        if not self.near or len(found.entries) < 2:  # noqa: PLR2004
            return found
        around = [entry for entry in found.entries if not self.near.isdisjoint(where(entry))]
        others = [entry for entry in found.entries if self.near.isdisjoint(where(entry))]
        return Resolved(found.sureness, (*around, *others), len(around))


async def _async_search(inventory: Inventory, book: Book, name: str, language: Language) -> Resolved[Item]:
    """Return the items that a name without articles means."""
    said = key_words(name)
    asked = " ".join(key_words(fold(name)))  # the index knows letters, not how they are spoken
    page = await inventory.items.async_list(ItemFilter(), query=asked, limit=_MOST_HITS)
    graded = [(hit.item, _fit_item(said, hit.item, language)) for hit in page.entries]
    best = _best(graded)
    if best.sureness < Sureness.EXACT and (item := await _async_named(inventory, name)):
        return Resolved(Sureness.EXACT, (item,))
    if not best.is_sure or not any(found.is_heard for _, found in graded if found.sureness is best.sureness):
        # Heard so badly that no word of it is in the index, or that the index takes it for another name.
        items = await book.async_items()
        graded = await asyncio.to_thread(lambda: [(item, _fit_item(said, item, language)) for item in items]) or graded
        best = _best(graded)
    if best.is_sure:
        return best
    # A code that is meant is spelled; "lamp" may be one by chance.
    hits = [(hit.item, hit.score or 0.0) for hit in page.entries if hit.item.code.lower() not in said]
    return _by_score(said, hits, graded)


def _by_score(
    said: Sequence[str], hits: Sequence[tuple[Item, float]], graded: Sequence[tuple[Item, Fit]]
) -> Resolved[Item]:
    """Return what is meant, or may be, by what is the name of nothing: another word for a thing, or half of its name."""
    scores = [score for _, score in hits] or [0.0]
    parts = {item.id for item, found in graded if found.sureness is Sureness.UNSURE}
    is_ahead = scores[0] >= _SURE_SCORE and (len(scores) == 1 or scores[1] <= scores[0] - _AHEAD)
    if is_ahead and (len(said) > 1 or hits[0][0].id not in parts):  # "heating" alone is not the "Heating oil"
        return Resolved(Sureness.GOOD, (hits[0][0],))
    worth = {item.id: (item, score) for item, score in hits if not _is_chance(said, item)}
    for item, found in graded:
        if found.score > worth.get(item.id, (item, 0.0))[1]:
            worth[item.id] = item, found.score
    least = max(_LEAST_SCORE, _NEAR_SCORE * max((score for _, score in worth.values()), default=0.0))
    fair = sorted((pair for pair in worth.values() if pair[1] >= least), key=lambda pair: -pair[1])
    entries = [item for item, _ in fair] or [item for item, _ in hits if len(said) > 1 and _is_mentioned(said, item)]
    return Resolved(Sureness.UNSURE if entries else Sureness.NONE, tuple(entries[:_MOST_UNSURE]))


def _is_chance(said: Sequence[str], item: Item) -> bool:
    """Return whether a word only has letters in common with one of a name that nobody would hear for it: "Peter", "Timer"."""
    words = [word for name in (item.name, *item.aliases) for word in key_words(name)]
    return len(said) == 1 and any(
        0 < edits(said[0], word, _CHANCE_EDITS) <= _CHANCE_EDITS and not alike(said[0], word) for word in words
    )


async def _async_named(inventory: Inventory, reference: str) -> Item | None:
    """Return the item in use that has exactly this name or spelled code."""
    try:
        item = await inventory.items.async_get(reference)
    except UnresolvedReferenceError:
        return None
    is_named = name_key(reference) in map(name_key, (item.name, *item.aliases))
    is_meant = is_named or spelled_code(reference) == item.code
    return item if is_meant and item.archived_at is None else None


def _fit_item(said: Sequence[str], item: Item, language: Language) -> Fit:
    """Return how well a name fits an item by what it goes by; its maker and model may be said instead of the thing."""
    maker = [word for text in (item.manufacturer, item.model) if text for word in key_words(text)]
    named = fit(said, key_words(item.name), _heads(item.name, language) | set(maker), maker)
    also = (fit(said, key_words(alias), _heads(alias, language) | set(maker), maker) for alias in item.aliases)
    return max([named, *(Fit(found.sureness, found.score * _ALIAS) for found in also)])


def _is_mentioned(said: Sequence[str], item: Item) -> bool:
    """Return whether everything that was said stands somewhere with an item, if only in its description."""
    texts = (item.name, *item.aliases, item.description, item.notes, item.manufacturer, item.model)
    written = {stem(word) for text in texts if text for word in key_words(text)}
    return written.issuperset(stem(word) for word in said)


def _fit_place(inventory: Inventory, said: Sequence[str], place: Location, language: Language) -> Fit:
    """Return how well a name fits a place; the places around it may be said with it."""
    around = [word for outer in inventory.locations.ancestors(place.id)[:-1] for word in key_words(outer.name)]
    if place.kind is LocationKind.SLOT:
        around.extend(_SLOT_WORDS)
    return fit(said, key_words(place.name), _heads(place.name, language), around)


def _heads(name: str, language: Language) -> set[str]:
    """Return the words of a name that say what it is."""
    main = main_part(name)
    return heads(main, key_words(main), first=language.heads_first)


def _best[T: (Item, Location)](graded: Sequence[tuple[T, Fit]]) -> Resolved[T]:
    """Return those that fit best: all exact ones, by name before by alias, else all good ones, else a few that may be meant."""
    top = max((found.sureness for _, found in graded), default=Sureness.NONE)
    if top is Sureness.NONE:
        return Resolved(top)
    kept = [(entry, found) for entry, found in graded if found.sureness is top]
    kept.sort(key=lambda pair: (-pair[1].score, pair[0].name))  # the same order whenever one asks
    if top >= Sureness.GOOD:
        kept = [pair for pair in kept if pair[1].score > kept[0][1].score - _CLOSE]
    entries = tuple(entry for entry, _ in kept)
    return Resolved(top, entries[:_MOST_UNSURE] if top is Sureness.UNSURE else entries)
