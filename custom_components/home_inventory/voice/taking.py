"""Requests that make things less: some was used, or taken out of somewhere, or all is used up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..search.names import Sureness
from .language import Kind
from .questions import unknown_item, unknown_place
from .reply import Reply, Turn, said, turn_of
from .requests import Requests, which_item
from .words import take_quantity

if TYPE_CHECKING:
    from ..domain.models import Item, Location


class Takings(Requests):
    """What one speaker has taken."""

    async def async_take(self) -> Reply:
        """Take some of an item, or all of it when it is used up."""
        language, speech = self.heard.language, self.speech
        things, origin, places = await self.finder.async_origin(self.heard.item, language)
        quantity, thing, has_number = take_quantity(things, language)
        items = await self.finder.async_items(thing, language)
        if not items.is_sure:
            if not has_number or (places is not None and not places.is_sure):
                return Reply(Turn.LAST, None)  # "take a picture", "take two minutes off the timer"
            return unknown_item(speech, self.heard, items, thing)
        if origin is not None and places is not None and places.nearest is None:
            return unknown_place(speech, self.heard, origin, places)
        if (item := items.nearest) is None:
            return which_item(speech, thing, items, turn_of(items.sureness))
        place = places.nearest if places else None
        turn = turn_of(items.sureness, places.sureness if places else Sureness.EXACT)
        return self._reply(item, quantity, place, turn)

    def _reply(self, item: Item, quantity: Decimal | None, place: Location | None, turn: Turn) -> Reply:
        """Return what is done, now that it is clear what was taken."""
        if self.heard.kind is Kind.EMPTY:
            return Reply(turn, lambda: self._async_do_empty(item, place))
        if quantity is None:
            return said(turn, self.speech.say("how_many_taken", item=self.speech.name(item)))
        return Reply(turn, lambda: self._async_do_take(item, quantity, place))

    async def _async_do_take(self, item: Item, quantity: Decimal, place: Location | None) -> str:
        """Take some, and say how much is left."""
        location_id = place.id if place else self._usual_place(item, quantity)
        done = await self.inventory.items.async_adjust(self.actor, item.id, by=-quantity, location=location_id)
        self.memory.remember(done.batch_id)
        speech = self.speech
        words = {"items": speech.names(item, quantity), "amount": speech.amount(item, quantity)}
        return speech.say("taken", words, left=speech.number(done.value.quantity))

    async def _async_do_empty(self, item: Item, place: Location | None) -> str:
        """Take all of an item, and say so."""
        location_id = place.id if place else self._usual_place(item, Decimal(0))
        done = await self.inventory.items.async_adjust(self.actor, item.id, to=Decimal(0), location=location_id)
        self.memory.remember(done.batch_id)
        speech = self.speech
        words = {"items": speech.names(item, Decimal(0)), "amount": speech.amount(item, item.quantity)}
        return speech.say("taken", words, left=speech.number(done.value.quantity))

    def _usual_place(self, item: Item, quantity: Decimal) -> str | None:
        """Return where it is taken from when nobody has said it: around the speaker, if only one place there has enough."""
        around = {
            entry.location_id
            for entry in item.stock
            if entry.location_id in self.finder.near and entry.quantity >= max(quantity, Decimal(1))
        }
        return around.pop() if len(around) == 1 else None
