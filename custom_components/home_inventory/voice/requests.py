"""Requests: move it there, add some, take that back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..search.names import Sureness
from .questions import unknown_item, unknown_place
from .reply import Question, Reply, Turn, said, turn_of
from .speech import Speech
from .words import capitalized, key_words, take_quantity, take_unit

if TYPE_CHECKING:
    from ..domain.actor import Actor
    from ..domain.models import Done, Item, Location
    from ..inventory import Inventory
    from .heard import Heard
    from .memory import Memory
    from .resolve import Finder, Resolved

_MOST_CANDIDATES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An item and a place that somebody may have meant."""

    item_name: str
    place_name: str
    items: Resolved[Item]
    places: Resolved[Location]
    quantity: Decimal | None
    has_number: bool
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """What one speaker asks for."""

    finder: Finder
    heard: Heard
    actor: Actor
    memory: Memory

    @property
    def inventory(self) -> Inventory:
        """Return the inventory that is asked."""
        return self.finder.inventory

    @property
    def speech(self) -> Speech:
        """Return how answers are put into words."""
        return Speech(self.inventory, self.heard.answer_in)

    def has_number(self) -> bool:
        """Return whether a number or "a box of" leads: two bulbs are put somewhere to be added, the drill to be moved."""
        quantity, name, has_number = take_quantity(self.heard.ways[0][0], self.heard.language)
        return has_number or (quantity is not None and take_unit(name, self.heard.language)[0] is not None)

    async def async_move(self) -> Reply:
        """Move an item, or some of it."""
        pairs = [await self._async_pair(*way) for way in self.heard.ways]
        pair = max(pairs, key=lambda pair: _certainty(pair.items.sureness, pair.places.sureness))
        item, place, speech = pair.items.nearest, pair.places.nearest, self.speech
        if item is not None and place is not None:
            return Reply(
                turn_of(pair.items.sureness, pair.places.sureness), lambda: self._async_do_move(pair, item, place)
            )
        if not pair.items.is_sure and not pair.places.is_sure:
            return Reply(Turn.LAST, None)
        if not pair.items.is_sure:
            return unknown_item(speech, self.heard, pair.items, pair.item_name)
        if place is None:
            return unknown_place(speech, self.heard, pair.place_name, pair.places)
        return which_item(speech, pair.item_name, pair.items, turn_of(pair.items.sureness, pair.places.sureness))

    async def async_add(self) -> Reply:
        """Add to the stock of an item of this name, or a new item."""
        pairs = [await self._async_pair(*way) for way in self.heard.ways]
        pair = max(pairs, key=lambda pair: (pair.places.sureness, pair.items.sureness))
        place, item = pair.places.nearest, self._same(pair)
        if place is None:
            if not pair.places.is_sure and item is None:
                return Reply(Turn.LAST, None)
            return unknown_place(self.speech, self.heard, pair.place_name, pair.places)
        if item is not None:
            turn = turn_of(pair.items.sureness, pair.places.sureness)
            return Reply(turn, lambda: self._async_do_adjust(pair, item, place))
        if pair.items.sureness is Sureness.EXACT and len(pair.items.entries) > 1:
            return which_item(self.speech, pair.item_name, pair.items, turn_of(pair.places.sureness))
        if pair.places.sureness < Sureness.EXACT:
            named = self.speech.the_place(place)
            asks = Question(pair.place_name, (self.speech.place_option(place),))
            return said(Turn.LAST, self.speech.say("place_unsure", candidates=named), asks)
        return Reply(Turn.AFTER_HOME, lambda: self._async_do_add(pair, place))

    async def async_undo(self) -> Reply:
        """Take back what this speaker has changed last."""
        if (batch_id := self.memory.last) is None:
            return said(Turn.LAST, self.heard.answer_in.errors["nothing_to_undo"])
        return Reply(Turn.FIRST, lambda: self._async_do_undo(batch_id))

    async def _async_pair(self, item_text: str, place_text: str) -> Pair:
        """Return what one way to split the request may mean."""
        language = self.heard.language
        things, origin, _ = await self.finder.async_origin(item_text, language)
        quantity, name, has_number = take_quantity(things, language)
        return Pair(
            item_name=name,
            place_name=place_text,
            items=await self.finder.async_items(name, language),
            places=await self.finder.async_places(place_text, language),
            quantity=quantity,
            has_number=has_number,
            origin=origin,
        )

    async def _async_do_move(self, pair: Pair, item: Item, place: Location) -> str:
        """Move, and say so."""
        speech, quantity = self.speech, pair.quantity if pair.has_number else None
        source = None
        if pair.origin is not None:
            origins = await self.finder.async_places(pair.origin, self.heard.language)
            if origins.nearest is None:
                unknown = unknown_place(speech, self.heard, pair.origin, origins)
                return await unknown.speak() if unknown.speak else ""
            source = origins.nearest.id
        done = await self.inventory.items.async_move(self.actor, item.id, place.id, quantity=quantity, source=source)
        self.memory.remember(done.batch_id)
        verb = speech.verb(item, said=self.heard.many)
        words = {"item": speech.name(item), "is": verb, "place": speech.place(place.id)}
        if quantity is None:
            return speech.say("moved", words)
        words |= {"items": speech.names(item, quantity), "amount": speech.amount(item, quantity)}
        return speech.say("moved_part", words)

    async def _async_do_adjust(self, pair: Pair, item: Item, place: Location) -> str:
        """Add to the stock at a place, and say so."""
        quantity = pair.quantity or Decimal(1)
        done = await self.inventory.items.async_adjust(self.actor, item.id, by=quantity, location=place.id)
        total = self.speech.number(done.value.quantity)
        return self._added(done, quantity, place, "stock_added", total)

    async def _async_do_add(self, pair: Pair, place: Location) -> str:
        """Add a new item, and say so."""
        quantity = pair.quantity or Decimal(1)
        unit, name = take_unit(pair.item_name, self.heard.language)
        if unit is not None and (await self.finder.async_items(name, self.heard.language)).sureness is (Sureness.EXACT):
            unit, name = None, pair.item_name  # that name is taken by something that is counted in another unit
        values = {"name": capitalized(name), "unit": unit}
        done = await self.inventory.items.async_add(self.actor, values, quantity=quantity, location=place.id)
        return self._added(done, quantity, place, "item_added")

    async def _async_do_undo(self, batch_id: str) -> str:
        """Take a batch back, and say so."""
        self.memory.forget()
        await self.inventory.history.async_undo(self.actor, batch_id)
        return self.speech.say("undone")

    def _added(self, done: Done[Item], quantity: Decimal, place: Location, key: str, total: str = "") -> str:
        """Remember what was added, and return what is said about it."""
        self.memory.remember(done.batch_id)
        speech, item = self.speech, done.value
        names = speech.names(item, quantity)
        amount = speech.amount(item, quantity)
        return speech.say(key, items=names, amount=amount, place=speech.place(place.id), total=total)

    def _same(self, pair: Pair) -> Item | None:
        """Return the item that already has this name and unit, give or take a typo."""
        item = pair.items.nearest
        if item is None or pair.items.sureness is Sureness.EXACT:
            return item
        unit, name = take_unit(pair.item_name, self.heard.language)
        named = {len(key_words(pair.item_name))} | ({len(key_words(name))} if unit and unit == item.unit else set())
        return item if any(len(key_words(known)) in named for known in (item.name, *item.aliases)) else None


def which_item(speech: Speech, name: str, items: Resolved[Item], turn: Turn) -> Reply:
    """Return the question which of several items is meant, and where they are."""
    told = items.entries[:_MOST_CANDIDATES]
    named = [
        speech.say_name("item_at", item, place=speech.place(item.location_ids[0] if item.location_ids else None))
        for item in told
    ]
    asks = Question(name, tuple(speech.item_option(item) for item in told))
    return said(turn, speech.say("which_item", candidates=speech.listed(named, "or")), asks)


def _certainty(item: Sureness, place: Sureness) -> tuple[Sureness, int]:
    """Return what ways to understand a request are compared by."""
    return min(item, place), item + place
