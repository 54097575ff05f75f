"""Items: what a household can do with a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ..db import categories, items, lists, stock, versions
from ..domain.errors import ItemAmbiguousError, ItemNotFoundError, RequiredValueError
from ..domain.item_sort import ItemSort
from ..domain.models import Done, Item, ItemFilter, Page
from .base import Manager, batch_of, split_categories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from ..db.work import Work
    from ..domain.actor import Actor
    from ..domain.models import Notice


_ALIKE: Final = 0.3
"""What fits worse than this is not like a thing, it only shares a word with it."""
_CLOSE: Final = 0.5
"""What has this part of the best one's score fits well."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item in a list; the score says how well it fits the question, if there was one."""

    item: Item
    score: float | None = None


class ItemManager(Manager):
    """Adding, changing, moving, counting, archiving and finding items."""

    async def async_get(self, reference: str) -> Item:
        """Return the item that an id, code or exact name means.

        Raises ItemNotFoundError or ItemAmbiguousError with the names of items that may be meant.
        """
        found = await self._database.async_read(items.find_items, reference)
        if not found:
            raise ItemNotFoundError(reference, await self._async_suggest(reference))
        if len(found) > 1:
            raise ItemAmbiguousError(reference, [self._describe(item) for item in found])
        return found[0]

    async def async_list(
        self,
        wanted: ItemFilter,
        *,
        query: str | None = None,
        sort: ItemSort = ItemSort.RELEVANCE,
        limit: int = 50,
        offset: int = 0,
    ) -> Page[Found]:
        """Return a page of the items that fit a filter, and a question if there is one."""
        if query is None:
            order = ItemSort.NAME if sort is ItemSort.RELEVANCE else sort
            page = await self._database.async_read(lists.list_items, wanted, sort=order, limit=limit, offset=offset)
            return Page(tuple(Found(item) for item in page.entries), page.total)
        hits = await self._catalog.async_run(self._catalog.search, query, wanted)
        if sort is not ItemSort.RELEVANCE and hits:  # elsewhere than at the end, what fits badly hides what fits
            hits = [hit for hit in hits if hit.score >= _CLOSE * hits[0].score]
        scores = {hit.id: hit.score for hit in hits}
        found, total = await self._database.async_read(
            lists.list_fitting, list(scores), wanted, sort=sort, limit=limit, offset=offset
        )
        return Page(tuple(Found(item, scores[item.id]) for item in found), total)

    async def async_similar(self, reference: str, limit: int = 6) -> list[Found]:
        """Return the items in use that are most like one, by what they are called and what is near in meaning."""
        item = await self.async_get(reference)
        query = " ".join(filter(None, (item.name, item.manufacturer)))
        page = await self.async_list(ItemFilter(), query=query, limit=limit + 1)
        others = [found for found in page.entries if found.item.id != item.id and (found.score or 0) >= _ALIKE]
        return others[:limit]

    async def async_list_promoted(self) -> list[Item]:
        """Return the items that have a device of their own."""
        return await self._database.async_read(lists.list_promoted)

    async def async_list_warranties(self, first: date, last: date, *, limit: int = 1000) -> list[Item]:
        """Return the items whose warranty ends from one day to another, both included; the earliest first."""
        return await self._database.async_read(lists.list_warranties, first, last, limit)

    async def async_list_best_before(self, first: date, last: date, *, limit: int = 1000) -> list[Item]:
        """Return the items of which a lot is best before a day of this time; the earliest first."""
        return await self._database.async_read(lists.list_best_before, first, last, limit)

    async def async_add(
        self,
        actor: Actor,
        values: Mapping[str, Any],
        *,
        quantity: Decimal,
        location: str | None = None,
        category_names: tuple[str, ...] = (),
        lot: str | None = None,
        best_before: date | None = None,
    ) -> Done[Item]:
        """Add an item. `values` are fields of Item; a category that does not exist yet is made."""
        placed = {
            "quantity": quantity,
            "location_id": self.resolve_location_id(location),
            "lot": lot,
            "best_before": best_before,
        }
        new_paths, known = split_categories(self._catalog, category_names)
        item_id, notice = await self._async_write(actor, _add_item, values, placed, new_paths, known)
        return await self.async_done(item_id, notice)

    async def async_update(
        self,
        actor: Actor,
        reference: str,
        values: Mapping[str, Any],
        category_names: tuple[str, ...] | None = None,
        *,
        version: datetime | None = None,
    ) -> Done[Item]:
        """Change fields of an item.

        With the version that somebody has read (its `updated_at`), a field that another has changed since is not
        written over: raises ItemChangedError.
        """
        actor.require_write()
        if "name" in values and values["name"] is None:
            raise RequiredValueError(field="name")
        item = await self.async_get(reference)
        categories_wanted = None if category_names is None else split_categories(self._catalog, category_names)
        _, notice = await self._async_write(actor, _update_item, item.id, values, categories_wanted, version)
        return await self.async_done(item.id, notice)

    async def async_move(
        self,
        actor: Actor,
        reference: str,
        to: str,
        *,
        quantity: Decimal | None = None,
        source: str | None = None,
    ) -> Done[Item]:
        """Move an item, or a quantity of it, to another location."""
        actor.require_write()
        item = await self.async_get(reference)
        to_id, from_id = self.resolve_location(to).id, self.resolve_location_id(source)
        _, notice = await self._async_write(actor, stock.move, item.id, to_id, quantity=quantity, from_id=from_id)
        return await self.async_done(item.id, notice)

    async def async_adjust(
        self,
        actor: Actor,
        reference: str,
        *,
        by: Decimal | None = None,
        to: Decimal | None = None,
        location: str | None = None,
    ) -> Done[Item]:
        """Change how much there is of an item: exactly one of `by` and `to` is given."""
        actor.require_write()
        if (by is None) == (to is None):
            raise RequiredValueError(field="by / to")
        item = await self.async_get(reference)
        location_id = self.resolve_location_id(location)
        _, notice = await self._async_write(actor, stock.adjust, item.id, by=by, to=to, location_id=location_id)
        return await self.async_done(item.id, notice)

    async def async_remove(self, actor: Actor, reference: str, *, permanently: bool = False) -> Done[Item]:
        """Archive an item, or delete it for good, which asks for an admin; return it as it was last."""
        actor.require_write()
        if permanently:
            actor.require_admin()
        item = await self.async_get(reference)
        if permanently:
            _, notice = await self._async_write(actor, items.delete_item, item.id)
            return Done(item, batch_of(notice))
        _, notice = await self._async_write(actor, items.archive_item, item.id)
        return await self.async_done(item.id, notice)

    async def async_restore(self, actor: Actor, reference: str) -> Done[Item]:
        """Bring an archived item back."""
        actor.require_write()
        item = await self.async_get(reference)
        _, notice = await self._async_write(actor, items.restore_item, item.id)
        return await self.async_done(item.id, notice)

    async def _async_suggest(self, reference: str) -> list[str]:
        """Return the names of items that may have been meant, the likeliest first."""
        ids = await self._catalog.async_run(self._catalog.suggest, reference)
        return [item.name for item in await self._database.async_read(lists.load, ids)]

    async def async_done(self, item_id: str, notice: Notice | None) -> Done[Item]:
        """Return the item as it is after a use case; a use case that changed nothing has told nothing."""
        item = notice.items.get(item_id) if notice else None
        if item is None:
            item = await self._database.async_read(items.get_item, item_id)
        return Done(item, batch_of(notice))

    def _describe(self, item: Item) -> str:
        """Return a name that tells an item from others of the same name."""
        places = " + ".join(self._catalog.locations.path(place) or "" for place in item.location_ids)
        return f"{item.name} ({item.code}{', ' if places else ''}{places})"


def _add_item(
    work: Work,
    values: Mapping[str, Any],
    placed: Mapping[str, Any],
    new_paths: tuple[str, ...],
    known: tuple[str, ...],
) -> str:
    """Add an item and the categories it needs, as one batch."""
    category_ids = categories.ids_of(work, new_paths, known)
    return items.add_item(work, {**values, "category_ids": category_ids}, placed)


def _update_item(
    work: Work,
    item_id: str,
    values: Mapping[str, Any],
    categories_wanted: tuple[tuple[str, ...], tuple[str, ...]] | None,
    version: datetime | None,
) -> None:
    """Change an item and make the categories it needs, as one batch."""
    if categories_wanted is not None:
        values = {**values, "category_ids": categories.ids_of(work, *categories_wanted)}
    if version is not None:
        versions.require_unchanged(work, items.get_item(work.session, item_id), values, version)
    items.update_item(work, item_id, values)
