"""Questions about how things stand: warranty, where it was last, what is running low."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.util import dt as dt_util

from ..domain.activity import HistoryFilter
from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter, Noun
from .language import Kind
from .questions import unknown_item
from .reply import Reply, Turn, said, turn_of
from .speech import Speech

if TYPE_CHECKING:
    from datetime import date

    from ..domain.models import Item
    from .heard import Heard
    from .resolve import Finder

_MOST_SPOKEN: Final = 3
_MOST_LISTED: Final = 7
_MOST_BATCHES: Final = 20
"""How far back in the history of a thing its last place is looked for."""


async def async_warranty(finder: Finder, heard: Heard) -> Reply:
    """Answer "when does the warranty of the drill expire" and "is it still under warranty"."""
    speech = Speech(finder.inventory, heard.answer_in)
    items = await finder.async_items(heard.item, heard.language)
    if not items.is_sure:
        return unknown_item(speech, heard, items)
    today = finder.inventory.today
    answers = [_warranty(speech, item, today, heard.kind is Kind.COVERED) for item in items.entries[:_MOST_SPOKEN]]
    return said(turn_of(items.sureness), " ".join(answers))


async def async_last_place(finder: Finder, heard: Heard) -> Reply:
    """Answer "where did I last put my drill": where it is and since when, or where it was until it was gone."""
    speech = Speech(finder.inventory, heard.answer_in)
    items = await finder.async_items(heard.item, heard.language)
    if not items.is_sure:
        return unknown_item(speech, heard, items)
    answers = [await _async_last(finder, speech, item) for item in items.entries[:_MOST_SPOKEN]]
    return said(turn_of(items.sureness), " ".join(answers))


async def async_low(finder: Finder, heard: Heard) -> Reply:
    """Answer "what are we running out of": what is below its minimum."""
    speech = Speech(finder.inventory, heard.answer_in)
    page = await finder.inventory.items.async_list(ItemFilter(low_stock=True), sort=ItemSort.NAME, limit=_MOST_LISTED)
    if not page.total:
        return said(Turn.FIRST, speech.say("nothing_low"))
    names = [
        speech.say_name("low_entry", found.item, left=speech.number(found.item.quantity)) for found in page.entries
    ]
    more = page.total - len(names)
    if more > 0:
        return said(Turn.FIRST, speech.say("low_more", names=", ".join(names), count=str(more)))
    return said(Turn.FIRST, speech.say("low", names=speech.listed(names)))


def _warranty(speech: Speech, item: Item, today: date, is_yes_or_no: bool) -> str:  # noqa: FBT001
    """Return how it stands with the warranty of an item."""
    words: dict[str, str] = {"item": speech.name(item)}
    if item.lifetime_warranty:
        return speech.say("covered_for_life" if is_yes_or_no else "warranty_for_life", words)
    if item.warranty_until is None:
        return speech.say("warranty_unknown", words)
    words["date"] = speech.day(item.warranty_until)
    if item.warranty_until < today:
        return speech.say("not_covered" if is_yes_or_no else "warranty_over", words)
    return speech.say("covered" if is_yes_or_no else "warranty", words)


async def _async_last(finder: Finder, speech: Speech, item: Item) -> str:
    """Return where an item was put last, and when; for what is gone, where it was before."""
    page = await finder.inventory.history.async_list(HistoryFilter(record_id=item.id), limit=_MOST_BATCHES)
    here = {entry.location_id for entry in item.stock if entry.quantity}
    words = {"item": speech.name(item), "is": speech.verb(item)}
    for batch in page.entries:
        for change in batch.changes:
            if change.kind is not Noun.STOCK or change.item_id != item.id:
                continue
            was, became = ((values or {}).get("location_id") for values in (change.before, change.after))
            place = became if became and became in here else None if here - {None} else was
            if place is None or (was == became and place in here):
                continue
            words["date"] = speech.day(dt_util.as_local(batch.at).date())
            key = "last_here" if place in here else "last_there"
            return speech.say(key, words, place=speech.place(str(place)))
    place = item.location_ids[0] if item.location_ids else None
    return speech.say("no_place", words) if place is None else speech.say("found", words, place=speech.place(place))
