"""Putting answers into words. What a language says is in its data; how sentences are put together is here."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ..domain.models import LocationKind
from .nouns import Name, article_of, declined, with_article
from .reply import Option
from .words import capitalized, key_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from ..domain.errors import InventoryError
    from ..domain.models import Item, Location
    from ..domain.shown_devices import ShownDevice
    from ..inventory import Inventory
    from .language import Language

_OUTER: Final = (LocationKind.ORGANIZATION, LocationKind.SITE)


class Speech:
    """Speaks one language about one inventory."""

    def __init__(self, inventory: Inventory, language: Language) -> None:
        """Take both."""
        self._inventory = inventory
        self._language = language

    def say(self, key: str, parts: Mapping[str, str] | None = None, **more: str) -> str:
        """Return a sentence of the language, with a capital at its beginning."""
        return capitalized(self._language.texts[key].format_map({**(parts or {}), **more}).strip())

    def say_name(self, key: str, item: Item, **parts: str) -> str:
        """Return an item as it is named within a sentence."""
        return self._language.texts[key].format_map({"item": self.name(item), **parts})

    def it_is(self, item: Item) -> str:
        """Return "it is" or "they are"."""
        return self._language.texts["they_are" if self.is_many(item) else "it_is"]

    def error(self, err: InventoryError) -> str:
        """Return what is said about a refusal."""
        text = self._language.errors.get(err.code)
        return self.say("error") if text is None else capitalized(text.format_map(defaultdict(str, err.placeholders)))

    def name(self, item: Item) -> Name:
        """Return an item's name as it is said in the middle of a sentence."""
        return with_article(self._lowered(item.name), self._language)

    def counted(self, item: Item, *, said: bool = False) -> tuple[Name, str]:
        """Return an item's name and "is" or "are", in the plural for several of it; `said` is how the question did."""
        name = self.names(item, item.quantity) if item.quantity > 1 else self._lowered(item.name)
        is_many = name != self._lowered(item.name) or self.is_many(item, said=said)
        return with_article(name, self._language), self._language.texts["are" if is_many else "is"]

    def device_name(self, shown: ShownDevice) -> Name:
        """Return a device's name as it is said in the middle of a sentence: that of its item, if it is one."""
        name = shown.known.device.name if shown.item is None else shown.item.name
        return with_article(self._lowered(name), self._language)

    def names(self, item: Item, quantity: Decimal) -> str:
        """Return an item's name for a quantity: "light bulbs" for two of what is called "Light bulb"."""
        name = self._lowered(item.name)
        if quantity == 1 or item.unit is not None or self.is_many(item):
            return name
        for pattern, ending in self._language.plurals:
            if re.search(pattern, name):
                return re.sub(pattern, ending, name, count=1)
        return name

    def is_many(self, item: Item, *, said: bool = False) -> bool:
        """Return whether one speaks of an item in the plural; `said` is how the question did."""
        names = self._language.many_names
        if names and item.unit is None and re.search(names, item.name, re.IGNORECASE):
            return True
        # Where names don't show that they are plurals, and this one is not known as a singular, the question may know.
        shows = names and not self._language.articles
        return said and not shows and not article_of(item.name, self._language)

    def say_one(self) -> str:
        """Return "is", of one thing."""
        return self._language.texts["is"]

    def verb(self, item: Item, *, said: bool = False) -> str:
        """Return "is" or "are"."""
        return self._language.texts["are" if self.is_many(item, said=said) else "is"]

    def lent_verb(self, item: Item, *, said: bool = False) -> str:
        """Return "is" or "are", where a language says so of what is lent."""
        return self._language.texts["are_lent" if self.is_many(item, said=said) else "is_lent"]

    def amount(self, item: Item, quantity: Decimal, key: str = "amount") -> str:
        """Return "24 AA batteries", "3 boxes of screws" or "24 Stück"."""
        one, many = self._language.unit_names.get(item.unit or "", (item.unit or "", item.unit or ""))
        return self._language.texts[f"{key}_unit" if item.unit else key].format(
            quantity=self.number(quantity),
            item=self.name(item),
            items=self.names(item, quantity),
            unit=one if quantity == 1 else many,
        )

    def entry(self, item: Item, quantity: Decimal) -> str:
        """Return an item in a list of things: "hammer", "24 nails", "3 boxes of screws"."""
        if quantity == 1 and item.unit is None:
            return self.name(item)
        amount = self.amount(item, quantity)
        return amount if self.name(item) in amount or self.names(item, quantity) in amount else f"{amount} {item.name}"

    def number(self, quantity: Decimal) -> str:
        """Return a number as the language writes it."""
        return f"{quantity.normalize():f}".replace(".", self._language.decimal_point)

    def place(self, location_id: str | None) -> str:
        """Return where something is: "in the red box on shelf 2 in the garage"."""
        if location_id is None:
            return self._language.texts["nowhere"]
        line = self._inventory.locations.ancestors(location_id)
        is_told = len(self._inventory.locations.sites()) > 1
        told = [node for node in line if node.kind not in _OUTER or (is_told and node.kind is LocationKind.SITE)]
        if not told:
            return self._language.texts["at_home"].format(place=line[-1].name if line else location_id)
        phrases = [self.place_itself(node) for node in told]
        return self._language.between_places.join(phrases[::-1] if self._language.inside_out else phrases)

    def place_itself(self, location: Location) -> str:
        """Return a place without what is around it: "in the red box"."""
        language = self._language
        name = self.place_name(location)
        for pattern, phrase in language.place_phrases:
            if re.search(pattern, name.casefold()):
                return phrase.format(name=name, declined=declined(name, language))
        is_flat = location.kind is LocationKind.FLOOR or (
            bool(language.on_words) and re.search(language.on_words, location.name, re.IGNORECASE) is not None
        )
        pattern = language.place_on if is_flat else language.place_in
        return pattern.format(article=self._article(location), place=name)

    def the_place(self, location: Location) -> str:
        """Return a place's name with its article: "the red box"."""
        name = self.place_name(location)
        return (
            with_article(name, self._language).definite
            if self._language.articles
            else f"{self._article(location)}{name}"
        )

    def named_place(self, location: Location) -> Name:
        """Return a place's name, which knows its article."""
        return Name(self.place_name(location), self.the_place(location))

    def place_among(self, location: Location) -> str:
        """Return a place and what is around it, among others of that name: "the blue box in the attic"."""
        parent = self._inventory.locations.get(location.parent_id) if location.parent_id else None
        around = [self.place(parent.id)] if parent and parent.kind not in _OUTER else []
        return self._language.between_places.join([self.the_place(location), *around])

    def day(self, day: date) -> str:
        """Return a day as it is spoken: "14 March 2029"."""
        return self._language.date.format(day=day.day, month=self._language.months[day.month - 1], year=day.year)

    def item_option(self, item: Item) -> Option:
        """Return what an item can be told by, among others that may be meant."""
        lines = [self._inventory.locations.ancestors(place) for place in item.location_ids]
        names = (
            item.name,
            *item.aliases,
            item.manufacturer or "",
            item.model or "",
            *(node.name for line in lines for node in line[1:]),
        )
        return Option(item.id, tuple(dict.fromkeys(word for name in names for word in key_words(name))))

    def place_option(self, place: Location) -> Option:
        """Return what a place can be told by, among others that may be meant."""
        names = (node.name for node in reversed(self._inventory.locations.ancestors(place.id)[1:]))
        return Option(place.id, tuple(dict.fromkeys(word for name in names for word in key_words(name))))

    def part(self, item: Item, quantity: Decimal, location_id: str | None) -> str:
        """Return how much of an item is at one place."""
        amount = self.amount(item, quantity, "part_amount")
        return self._language.texts["part"].format(amount=amount, place=self.place(location_id))

    def listed(self, parts: Sequence[str], link: str = "and") -> str:
        """Return "a, b and c"."""
        if len(parts) < 2:  # noqa: PLR2004
            return "".join(parts)
        return ", ".join(parts[:-1]) + self._language.texts[link] + parts[-1]

    def _article(self, location: Location) -> str:
        """Return the article of a place, if it has one."""
        name = self.place_name(location)
        has_none = self._language.no_article and re.search(self._language.no_article, name)
        return "" if has_none else self._language.article

    def place_name(self, location: Location) -> str:
        """Return a place's name; a slot's is only a number."""
        if location.kind is LocationKind.SLOT:
            return self._language.texts["slot"].format(name=location.name)
        return self._lowered(location.name)

    def _lowered(self, name: str) -> str:
        """Return a name as it stands within a sentence; abbreviations and brands in capitals keep theirs."""
        first = re.split(r"\W", name, maxsplit=1)[0]
        if self._language.lowers_names and len(first) > 1 and first == first.capitalize():
            return name[:1].lower() + name[1:]
        return name
