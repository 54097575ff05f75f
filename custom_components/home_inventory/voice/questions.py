"""Questions: where is it, what is in there, how many are there."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter, LocationKind
from ..search.names import Sureness
from .devices import async_where_device
from .language import Kind
from .reply import Question, Reply, Turn, said, turn_of
from .speech import Speech
from .words import strip_name

if TYPE_CHECKING:
    from ..domain.models import Item, Location
    from .heard import Heard
    from .resolve import Finder, Resolved

_MOST_SPOKEN: Final = 3
_MOST_LISTED: Final = 7
_FINDABLE: Final = (LocationKind.FURNITURE, LocationKind.BOX, LocationKind.SLOT)
"""Places that one may look for: nobody asks where the kitchen is."""


async def async_find(finder: Finder, heard: Heard) -> Reply:
    """Answer "where is my drill", also for boxes and shelves."""
    speech = Speech(finder.inventory, heard.answer_in)
    items = await finder.async_items(heard.item, heard.language)
    if items.sureness < Sureness.EXACT:
        places = await finder.async_places(heard.item, heard.language)
        found = [place for place in places.entries if place.kind in _FINDABLE]
        if places.is_sure and found and places.sureness > items.sureness:
            answers = [_where_place(speech, place) for place in found]
            return said(turn_of(places.sureness), _first(speech, answers))
    if not items.is_sure:
        return await async_where_device(finder, heard) or unknown_item(speech, heard, items)
    return said(turn_of(items.sureness), _first(speech, [_where(speech, item, heard) for item in items.entries]))


async def async_list_contents(finder: Finder, heard: Heard) -> Reply:
    """Answer "what is in the toolbox", with everything in the boxes inside it."""
    speech = Speech(finder.inventory, heard.answer_in)
    places = await finder.async_places(heard.place, heard.language)
    if (place := places.nearest) is None:
        return unknown_place(speech, heard, heard.place, places)
    inventory = finder.inventory
    inside = inventory.locations.inside(place.id)
    page = await inventory.items.async_list(ItemFilter(location_ids=inside), sort=ItemSort.NAME, limit=_MOST_LISTED + 1)
    amounts = [(item, _inside(item, inside)) for item in (found.item for found in page.entries)]
    names = [speech.entry(item, quantity) for item, quantity in amounts if quantity]
    where, turn = speech.place_itself(place), turn_of(places.sureness)
    if not names:
        return said(turn, speech.say("nothing_inside", place=where))
    if page.total <= _MOST_LISTED:
        return said(turn, speech.say("contents", place=where, names=speech.listed(names)))
    shown = names[: _MOST_LISTED - 1]
    count = str(page.total - len(shown))
    return said(turn, speech.say("contents_more", place=where, names=", ".join(shown), count=count))


async def async_count(finder: Finder, heard: Heard) -> Reply:
    """Answer "how many AA batteries do we have" and "do we have any"."""
    speech = Speech(finder.inventory, heard.answer_in)
    items = await finder.async_items(heard.item, heard.language)
    if not items.is_sure:
        return unknown_item(speech, heard, items)
    yes = "yes_" if heard.kind is Kind.HAVE else ""
    if (item := items.only) is not None:
        return said(turn_of(items.sureness), _how_many(speech, item, yes))
    there = [item for item in items.entries if item.quantity] or items.entries
    amounts = [speech.entry(item, item.quantity) for item in there[:_MOST_LISTED]]
    return said(turn_of(items.sureness), speech.say(f"{yes}count_several", amounts=speech.listed(amounts)))


def unknown_item(speech: Speech, heard: Heard, items: Resolved[Item], name: str | None = None) -> Reply:
    """Return what is said about an item that is not known, or not surely; nothing if it may be no belonging at all."""
    name = name or heard.item
    if not heard.is_about_ours(name, is_like_ours=bool(items.entries)):
        return Reply(Turn.LAST, None)
    if items.entries:
        names = [speech.say_name("the_item", item) for item in items.entries]
        asks = Question(name, tuple(speech.item_option(item) for item in items.entries))
        return said(Turn.LAST, speech.say("item_unsure", candidates=speech.listed(names, "or")), asks)
    return said(Turn.LAST, speech.say("item_unknown", item=strip_name(name, heard.language)))


def unknown_place(speech: Speech, heard: Heard, name: str, places: Resolved[Location]) -> Reply:
    """Return what is said about a place that is not known, not surely, or that there are several of."""
    if not places.entries:
        is_anybodys = heard.kind is Kind.PUT and not heard.is_about_ours(name)
        if heard.kind is Kind.CONTENTS or is_anybodys:  # "what is in the news", "set the alarm to seven" sound the same
            return Reply(Turn.LAST, None)
        return said(Turn.LAST, speech.say("place_unknown", place=strip_name(name, heard.language)))
    told = places.entries[:_MOST_SPOKEN]
    asks = Question(name, tuple(speech.place_option(place) for place in places.entries))
    if places.is_sure:
        named = list(dict.fromkeys(speech.place_among(place) for place in told))
        return said(turn_of(places.sureness), speech.say("which_place", candidates=speech.listed(named, "or")), asks)
    named = list(dict.fromkeys(speech.the_place(place) for place in told))
    return said(Turn.LAST, speech.say("place_unsure", candidates=speech.listed(named, "or")), asks)


def _first(speech: Speech, answers: list[str]) -> str:
    """Return the first few answers, and how many more there are."""
    more = len(answers) - _MOST_SPOKEN
    return " ".join(answers[:_MOST_SPOKEN]) + (" " + speech.say("more_found", count=str(more)) if more > 0 else "")


def _where(speech: Speech, item: Item, heard: Heard) -> str:
    """Return where an item is."""
    (name, verb), places = speech.counted(item, said=heard.many), _by_place(item)
    if not item.quantity:
        return _none_left(speech, item, "none_left")
    if len(places) > 1:
        parts = [speech.part(item, quantity, place) for place, quantity in places.items()]
        count = speech.number(Decimal(len(places)))
        return speech.say("found_in_parts", {"item": name, "is": verb, "count": count, "parts": speech.listed(parts)})
    place = next(iter(places))
    if place is None:
        return speech.say("no_place", {"item": name, "is": verb})
    return speech.say("found", {"item": name, "is": verb, "place": speech.place(place)})


def _where_place(speech: Speech, place: Location) -> str:
    """Return where a box or a shelf is."""
    return speech.say("place_found", item=speech.named_place(place), place=speech.place(place.parent_id))


def _how_many(speech: Speech, item: Item, yes: str) -> str:
    """Return how much there is of an item, and where."""
    if not item.quantity:
        return _none_left(speech, item, "no_none_left" if yes else "none_left")
    words = {"items": speech.names(item, item.quantity), "amount": speech.amount(item, item.quantity)}
    places = _by_place(item)
    if len(places) > 1:
        parts = [speech.part(item, quantity, place) for place, quantity in places.items()]
        return speech.say(f"{yes}count_parts", words | {"parts": speech.listed(parts)})
    place = next(iter(places))
    if place is None:
        return speech.say(f"{yes}count_only", words)
    return speech.say(f"{yes}count", words | {"place": speech.place(place)})


def _none_left(speech: Speech, item: Item, key: str) -> str:
    """Return that an item is used up, and where it is kept."""
    text = speech.say(key, items=speech.names(item, Decimal(0)))
    if not item.location_ids:
        return text
    it_is = speech.it_is(item)
    return f"{text} {speech.say('kept', it_is=it_is, place=speech.place(item.location_ids[0]))}"


def _by_place(item: Item) -> dict[str | None, Decimal]:
    """Return how much of an item is at each place, where there is any."""
    places: defaultdict[str | None, Decimal] = defaultdict(Decimal)
    for entry in item.stock:
        if entry.quantity:
            places[entry.location_id] += entry.quantity
    return dict(sorted(places.items(), key=lambda pair: -pair[1]))


def _inside(item: Item, location_ids: frozenset[str]) -> Decimal:
    """Return how much of an item is at some places."""
    return sum((entry.quantity for entry in item.stock if entry.location_id in location_ids), Decimal(0))
