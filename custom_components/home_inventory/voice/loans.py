"""Loans by voice: who has it, what somebody has, lending it and taking it back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter
from ..domain.text import name_key
from ..queries.until import split_until
from ..search.names import Sureness, alike
from .questions import unknown_item
from .reply import Reply, Turn, said, turn_of
from .requests import which_item
from .speech import Speech
from .taking import Takings
from .words import capitalized, key_words, strip_name, take_quantity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..domain.loans import Loan
    from ..domain.models import Item
    from .heard import Heard
    from .resolve import Finder

_MOST_SPOKEN: Final = 3
_MOST_LISTED: Final = 7


async def async_who(finder: Finder, heard: Heard) -> Reply:
    """Answer "who has my drill": whoever it is lent to; if nobody has it, where it is.

    "Who has won" is about no thing: those have an article.
    """
    speech = Speech(finder.inventory, heard.answer_in)
    items = await finder.async_items(heard.item, heard.language)
    is_thing = items.sureness is Sureness.EXACT or strip_name(heard.item, heard.language) != heard.item.strip(" ?!.")
    if not is_thing or items.sureness is Sureness.UNSURE:
        return Reply(Turn.LAST, None)
    if not items.is_sure:
        return unknown_item(speech, heard, items)
    answers = [_who_has(speech, item) for item in items.entries[:_MOST_SPOKEN]]
    return said(turn_of(items.sureness), " ".join(answers))


async def async_lent(finder: Finder, heard: Heard) -> Reply:
    """Answer "what have I lent to Anna", and "what have I lent" with who has it."""
    speech, inventory = Speech(finder.inventory, heard.answer_in), finder.inventory
    if not heard.place:
        page = await inventory.items.async_list(ItemFilter(lent=True), sort=ItemSort.NAME, limit=_MOST_LISTED)
        entries = [
            speech.say_name("lent_entry", found.item, borrower=_names(speech, found.item.loans))
            for found in page.entries
        ]
        key = "lent_all" if entries else "nothing_lent"
        return said(Turn.FIRST, speech.say(key, names=_listed(speech, entries, page.total)))
    known = [borrower.name for borrower in await inventory.loans.async_list_borrowers()]
    spoken = strip_name(heard.place, heard.language)
    name = _meant(heard.place, spoken, known)
    if name is None:
        return said(Turn.AFTER_HOME, speech.say("nothing_lent_to", borrower=capitalized(spoken)))
    page = await inventory.items.async_list(ItemFilter(borrower=name), sort=ItemSort.NAME, limit=_MOST_LISTED)
    entries = [speech.entry(found.item, _lent_to(found.item, name)) for found in page.entries]
    return said(Turn.FIRST, speech.say("borrower_has", borrower=name, names=_listed(speech, entries, page.total)))


class Lendings(Takings):
    """What one speaker lends and gets back."""

    async def async_lend(self) -> Reply:
        """Lend an item, or some of it, to whoever was named; until a day, which may stand behind either of them."""
        today, code = self.inventory.today, self.heard.language.code
        item, of_item = split_until(self.heard.item, code, today)
        borrower, of_borrower = split_until(self.heard.place, code, today)
        lending = replace(self, heard=replace(self.heard, item=item, place=borrower))
        return await lending.async_lend_until(of_borrower or of_item)

    async def async_lend_until(self, due_on: date | None) -> Reply:
        """Lend what was named to whoever was named, until a day if there is one."""
        language, speech = self.heard.language, self.speech
        quantity, thing, has_number = take_quantity(self.heard.item, language)
        items = await self.finder.async_items(thing, language)
        if not items.is_sure:
            return unknown_item(speech, self.heard, items, thing)
        if (item := items.nearest) is None:
            return which_item(speech, thing, items, turn_of(items.sureness))
        some = quantity if has_number else None
        return Reply(turn_of(items.sureness), lambda: self._async_do_lend(item, some, due_on))

    async def async_return(self) -> Reply:
        """Take back what somebody has had. What is no thing of ours, or lent to nobody, is for others to say."""
        language, speech = self.heard.language, self.speech
        quantity, thing, has_number = take_quantity(self.heard.item, language)
        items = await self.finder.async_items(thing, language)
        if not items.is_sure:
            return unknown_item(speech, self.heard, items, thing)
        lent = [item for item in items.entries if item.loans] or list(items.entries)
        if len(lent) > 1:
            return which_item(speech, thing, items, turn_of(items.sureness))
        return Reply(turn_of(items.sureness), lambda: self._async_do_return(lent[0], quantity if has_number else None))

    async def _async_do_lend(self, item: Item, quantity: Decimal | None, due_on: date | None) -> str:
        """Lend, and say so."""
        borrowers = await self.inventory.loans.async_list_borrowers()
        spoken = strip_name(self.heard.place, self.heard.language)
        keys = {name_key(spoken), name_key(self.heard.place)}
        known = next((borrower.name for borrower in borrowers if name_key(borrower.name) in keys), None)
        name = known or capitalized(spoken)
        done = await self.inventory.loans.async_lend(
            self.actor, item.id, name, lent_on=self.inventory.today, due_on=due_on, quantity=quantity
        )
        self.memory.remember(done.batch_id)
        answer = self._done("lent", item, quantity, name)
        return f"{answer} {self.speech.say('due_back', date=self.speech.day(due_on))}" if due_on else answer

    async def _async_do_return(self, item: Item, quantity: Decimal | None) -> str:
        """Take back, and say so."""
        spoken = strip_name(self.heard.place, self.heard.language)
        known = [loan.borrower for loan in item.loans]
        name = _meant(self.heard.place, spoken, known) if spoken else None
        done = await self.inventory.loans.async_return(
            self.actor, item.id, borrower=name or capitalized(spoken) or None, quantity=quantity
        )
        self.memory.remember(done.batch_id)
        return self._done("returned", item, quantity, name or "")

    def _done(self, key: str, item: Item, quantity: Decimal | None, borrower: str) -> str:
        """Return what is said about what was done, of the whole item or of some of it."""
        speech = self.speech
        words = {"item": speech.name(item), "is": speech.lent_verb(item, said=self.heard.many), "borrower": borrower}
        if quantity is None:
            return speech.say(key, words)
        return speech.say(f"{key}_part", words | _amounts(speech, item, quantity))


def _who_has(speech: Speech, item: Item) -> str:
    """Return who has an item; if nobody has, where it is."""
    words = {"item": speech.name(item), "is": speech.lent_verb(item), "it_is": speech.it_is(item)}
    if not item.loans:
        place = item.location_ids[0] if item.location_ids else None
        return speech.say("nobody_has", words, place=speech.place(place))
    if len(item.loans) == 1 and item.lent_quantity == item.quantity:
        loan = item.loans[0]
        return speech.say("who_has", words, borrower=loan.borrower, date=speech.day(loan.lent_on))
    parts = [
        speech.say_name("who_part", item, amount=speech.number(_quantity(item, loan)), borrower=loan.borrower)
        for loan in item.loans
    ]
    return speech.say("who_has_parts", words | {"parts": speech.listed(parts)})


def _amounts(speech: Speech, item: Item, quantity: Decimal) -> dict[str, str]:
    """Return how much of an item it is, as answers name it."""
    return {"items": speech.names(item, quantity), "amount": speech.amount(item, quantity)}


def _quantity(item: Item, loan: Loan) -> Decimal:
    """Return how much a loan is of."""
    return item.quantity if loan.quantity is None else loan.quantity


def _lent_to(item: Item, borrower: str) -> Decimal:
    """Return how much of an item somebody has."""
    key = name_key(borrower)
    return sum((_quantity(item, loan) for loan in item.loans if name_key(loan.borrower) == key), Decimal(0))


def _names(speech: Speech, loans: Iterable[Loan]) -> str:
    """Return the names of those who have something."""
    return speech.listed(list(dict.fromkeys(loan.borrower for loan in loans)))


def _listed(speech: Speech, entries: list[str], total: int) -> str:
    """Return the entries of a list, and how many there are besides."""
    more = total - len(entries)
    return speech.listed([*entries, f"+{more}"] if more > 0 else entries)


def _meant(said_name: str, spoken: str, known: Iterable[str]) -> str | None:
    """Return which of some people is meant by a name that may have been misheard; None if it is none of them."""
    names = list(dict.fromkeys(known))
    for name in names:
        if name_key(name) in (name_key(said_name), name_key(spoken)):
            return name
    words = key_words(spoken)
    near = [name for name in names if _sounds_like(words, key_words(name))]
    return near[0] if len(near) == 1 else None


def _sounds_like(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Return whether every word of a name was heard, or one like it."""
    return bool(words) and len(words) == len(name) and all(map(alike, words, name, strict=True))
