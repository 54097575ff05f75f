"""From the names that somebody said to items and places, and how sure that is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..domain.errors import UnresolvedReferenceError
from ..domain.models import ItemFilter, LocationKind
from ..domain.text import name_key
from ..search.names import Fit, Sureness, fit, heads, main_part
from ..search.words import stem
from .words import key_words, spelled_code, strip_name, take_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.models import Item, Location
    from ..inventory import Inventory
    from .language import Language

_MOST_HITS: Final = 30
_MOST_UNSURE: Final = 3
_HIGH_SCORE: Final = 0.85
_AHEAD: Final = 0.15
_SLOT_WORDS: Final = ("slot", "fach")


@dataclass(frozen=True, slots=True)
class Resolved[T]:
    """What a name may mean, the likeliest first."""

    sureness: Sureness
    entries: tuple[T, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Return whether it is one of the entries, without a doubt that matters."""
        return self.sureness >= Sureness.GOOD

    @property
    def only(self) -> T | None:
        """Return the one that is meant; None when it is unknown, unsure, or when there are several."""
        return self.entries[0] if self.is_sure and len(self.entries) == 1 else None


async def async_find_items(inventory: Inventory, text: str, language: Language) -> Resolved[Item]:
    """Return the items that a spoken name means."""
    if (code := spelled_code(text)) and (item := await _async_named(inventory, code)):
        return Resolved(Sureness.EXACT, (item,))
    name = strip_name(text, language)
    found = await _async_search(inventory, name)
    unit, bare = take_unit(name, language)
    return await _async_search(inventory, bare) if unit and not found.is_sure else found


async def async_find_places(inventory: Inventory, text: str, language: Language) -> Resolved[Location]:
    """Return the places that a spoken name means: "box seven", "the red box in the garage"."""
    said = key_words(strip_name(text, language))
    places = inventory.locations.in_use()
    graded = await asyncio.to_thread(lambda: [(place, _fit_place(inventory, said, place)) for place in places])
    return _best(graded)


async def _async_search(inventory: Inventory, name: str) -> Resolved[Item]:
    """Return the items that a name without articles means."""
    said = key_words(name)
    page = await inventory.items.async_list(ItemFilter(), query=" ".join(said), limit=_MOST_HITS)
    graded = [(hit.item, _fit_item(said, hit.item)) for hit in page.entries]
    best = _best(graded)
    if best.sureness < Sureness.EXACT and (item := await _async_named(inventory, name)):
        return Resolved(Sureness.EXACT, (item,))
    if best.is_sure or not page.entries:
        return best
    scores = [hit.score or 0.0 for hit in page.entries]
    is_ahead = scores[0] >= _HIGH_SCORE and (len(scores) == 1 or scores[1] <= scores[0] - _AHEAD)
    if len(said) > 1 and is_ahead:
        return Resolved(Sureness.GOOD, (page.entries[0].item,))
    if best.entries or len(said) == 1:
        return best
    fair = [hit.item for hit in page.entries if _is_mentioned(said, hit.item)]
    return Resolved(Sureness.UNSURE if fair else Sureness.NONE, tuple(fair[:_MOST_UNSURE]))


async def _async_named(inventory: Inventory, reference: str) -> Item | None:
    """Return the item in use that has exactly this name or spelled code."""
    try:
        item = await inventory.items.async_get(reference)
    except UnresolvedReferenceError:
        return None
    is_meant = name_key(item.name) == name_key(reference) or spelled_code(reference) == item.code
    return item if is_meant and item.archived_at is None else None


def _fit_item(said: Sequence[str], item: Item) -> Fit:
    """Return how well a name fits an item; its maker and model may be said instead of the thing."""
    maker = [word for text in (item.manufacturer, item.model) if text for word in key_words(text)]
    return fit(said, key_words(item.name), _heads(item.name) | set(maker), maker)


def _is_mentioned(said: Sequence[str], item: Item) -> bool:
    """Return whether everything that was said stands somewhere with an item, if only in its description."""
    texts = (item.name, item.description, item.notes, item.manufacturer, item.model)
    written = {stem(word) for text in texts if text for word in key_words(text)}
    return written.issuperset(stem(word) for word in said)


def _fit_place(inventory: Inventory, said: Sequence[str], place: Location) -> Fit:
    """Return how well a name fits a place; the places around it may be said with it."""
    around = [word for outer in inventory.locations.ancestors(place.id)[:-1] for word in key_words(outer.name)]
    if place.kind is LocationKind.SLOT:
        around.extend(_SLOT_WORDS)
    return fit(said, key_words(place.name), _heads(place.name), around)


def _heads(name: str) -> set[str]:
    """Return the words of a name that say what it is."""
    main = main_part(name)
    return heads(main, key_words(main))


def _best[T](graded: Sequence[tuple[T, Fit]]) -> Resolved[T]:
    """Return those that fit best: all exact ones, else all good ones, else a few that may be meant."""
    top = max((found.sureness for _, found in graded), default=Sureness.NONE)
    if top is Sureness.NONE:
        return Resolved(top)
    kept = sorted(((entry, found) for entry, found in graded if found.sureness is top), key=lambda pair: -pair[1].score)
    if top is Sureness.GOOD:
        kept = [pair for pair in kept if pair[1].score > kept[0][1].score - _AHEAD]
    entries = tuple(entry for entry, _ in kept)
    return Resolved(top, entries[:_MOST_UNSURE] if top is Sureness.UNSURE else entries)
