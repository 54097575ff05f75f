"""Label sheets: which things get a code label, and what is known of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..db import items, lists
from ..domain.code_labels import MOST_LABELS, CodeLabel
from ..domain.errors import ItemAmbiguousError, ItemNotFoundError, NothingToPrintError, TooManyLabelsError
from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter, LocationKind
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..db.database import Database
    from ..domain.code_labels import PrintOrder
    from ..domain.models import Item, Location
    from .catalog import Catalog

_MOST_WAITING: Final = 20
_TRAIL: Final = " \u203a "


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is to get a label; all of it together."""

    items: Sequence[str] = ()
    """References of items."""
    locations: Sequence[str] = ()
    """References of locations."""
    everything_in: str | None = None
    """A location: itself, all places in it, and the items in them."""
    wanted: ItemFilter | None = None
    words: str | None = None
    copies: int = 1


class LabelOrders:
    """The print orders that have not been fetched long ago; the oldest are forgotten first."""

    def __init__(self) -> None:
        """Start empty."""
        self._orders: dict[str, PrintOrder] = {}

    def put(self, order: PrintOrder) -> str:
        """Keep an order and return its name."""
        name = secrets.token_urlsafe(16)
        self._orders[name] = order
        while len(self._orders) > _MOST_WAITING:
            del self._orders[next(iter(self._orders))]
        return name

    def get(self, name: str) -> PrintOrder | None:
        """Return an order, or None when it has been forgotten."""
        return self._orders.get(name)


class LabelSheetManager(Manager):
    """Collecting what stands on code labels. Whoever may read may print."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Take the database and the indexes."""
        super().__init__(database, catalog)
        self.orders = LabelOrders()

    async def async_collect(self, chosen: Chosen) -> tuple[CodeLabel, ...]:
        """Return the labels of everything that was chosen: places first, then items, each once and then copied.

        Raises NothingToPrintError, TooManyLabelsError, or whatever a reference raises.
        """
        places = [self.resolve_location(reference) for reference in chosen.locations]
        found = await self._async_named(chosen.items)
        if chosen.everything_in is not None:
            inside = self._catalog.locations.inside(self.resolve_location(chosen.everything_in).id)
            places += self._in_use(inside)
            found += await self._async_fitting(ItemFilter(location_ids=frozenset(inside)), None)
        if chosen.wanted is not None:
            found += await self._async_fitting(chosen.wanted, chosen.words)
        labels = [self._place_label(place) for place in {place.id: place for place in places}.values()]
        labels += [self._item_label(item) for item in {item.id: item for item in found}.values()]
        if not labels:
            raise NothingToPrintError
        if len(labels) * chosen.copies > MOST_LABELS:
            raise TooManyLabelsError(labels=len(labels) * chosen.copies, limit=MOST_LABELS)
        return tuple(label for label in labels for _ in range(chosen.copies))

    async def _async_named(self, references: Sequence[str]) -> list[Item]:
        """Return the items that references mean; ids, which are what the panel sends, are read together."""
        if len(references) > MOST_LABELS:
            raise TooManyLabelsError(labels=len(references), limit=MOST_LABELS)
        known = {item.id: item for item in await self._database.async_read(lists.load, list(references))}
        return [known.get(reference) or await self._async_one(reference) for reference in references]

    async def _async_one(self, reference: str) -> Item:
        """Return the item that a code or a name means."""
        found = await self._database.async_read(items.find_items, reference)
        if not found:
            raise ItemNotFoundError(reference)
        if len(found) > 1:
            raise ItemAmbiguousError(reference, [f"{item.name} ({item.code})" for item in found])
        return found[0]

    async def _async_fitting(self, wanted: ItemFilter, words: str | None) -> list[Item]:
        """Return all items that fit a filter and words, by name; one more than may be printed says that it is too many."""
        if words is None:
            page = await self._database.async_read(
                lists.list_items, wanted, sort=ItemSort.NAME, limit=MOST_LABELS + 1, offset=0
            )
            return list(page.entries)
        hits = await self._catalog.async_run(self._catalog.search, words, wanted)
        found, _total = await self._database.async_read(
            lists.list_fitting,
            [hit.id for hit in hits],
            wanted,
            sort=ItemSort.RELEVANCE,
            limit=MOST_LABELS + 1,
            offset=0,
        )
        return found

    def _in_use(self, ids: set[str]) -> list[Location]:
        """Return places by their path; what is archived needs no label, and a slot is read off its box."""
        tree = self._catalog.locations
        places = [
            place
            for node_id in ids
            if (place := tree.get(node_id)) is not None
            and place.archived_at is None
            and place.kind is not LocationKind.SLOT
        ]
        return sorted(places, key=lambda place: tree.path(place.id) or place.name)

    def _item_label(self, item: Item) -> CodeLabel:
        """Return the label of an item; of several places the first."""
        where = item.location_ids
        return CodeLabel(code=item.code, name=item.name, place=self._trail(where[0]) if where else None)

    def _place_label(self, place: Location) -> CodeLabel:
        """Return the label of a place; what is around it says where."""
        return CodeLabel(code=place.code, name=place.name, place=self._trail(place.parent_id))

    def _trail(self, location_id: str | None) -> str | None:
        """Return where a place is, from the outside in, without the only site: everything is there."""
        nodes = self._catalog.locations.ancestors(location_id)
        sites = sum(node.kind is LocationKind.SITE and node.archived_at is None for node in self._catalog.locations)
        named = [node.name for node in nodes if node.kind is not LocationKind.SITE or sites > 1]
        return _TRAIL.join(named) or None
