"""Many items at once: moved, changed, archived, restored and deleted as one batch, which one undo takes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ..db import categories, item_sets
from ..db.item_sets import Chosen, Links, Outcome, RefusedError
from ..domain.errors import CategoryNotFoundError, SelectionChangedError, TooManyItemsError
from ..domain.models import Done
from .base import Manager, batch_of, split_categories

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..db.work import Work
    from ..domain.actor import Actor
    from ..domain.models import ItemFilter

MOST_ITEMS: Final = 5000
"""More would hold up everybody else's changes for longer than a person waits."""

__all__ = ["Choice", "ItemSetManager", "Links", "Outcome", "Tags"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which items are meant: named by their ids, or all that fit a filter but some."""

    item_ids: tuple[str, ...] = ()
    wanted: ItemFilter | None = None
    but: frozenset[str] = frozenset()
    count: int | None = None
    """How many fit the filter, as somebody has seen and confirmed it."""
    skip_refused: bool = False
    """Do it with those that can, instead of with none if one can't."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Labels, by their ids, and categories, by their names, that items get and lose."""

    labels: Links = field(default_factory=Links)
    add_categories: tuple[str, ...] = ()
    remove_categories: tuple[str, ...] = ()


class ItemSetManager(Manager):
    """Doing something with many items: with all of them or, unless asked otherwise, with none."""

    async def async_move(self, actor: Actor, choice: Choice, to: str) -> Done[Outcome]:
        """Move all there is of items to a place."""
        actor.require_write()
        use_case = partial(item_sets.move_items, to_id=self.resolve_location(to).id)
        return await self._async_do(actor, choice, use_case)

    async def async_update(
        self,
        actor: Actor,
        choice: Choice,
        values: Mapping[str, Any],
        tags: Tags,
        category_names: tuple[str, ...] | None = None,
    ) -> Done[Outcome]:
        """Give items the same values; `category_names` instead of the categories that they have."""
        actor.require_write()
        instead = None if category_names is None else split_categories(self._catalog, category_names)
        more = split_categories(self._catalog, tags.add_categories)
        fewer = frozenset(self._find_category(name) for name in tags.remove_categories)
        use_case = partial(_update, values=values, labels=tags.labels, instead=instead, more=more, fewer=fewer)
        return await self._async_do(actor, choice, use_case)

    async def async_remove(self, actor: Actor, choice: Choice, *, permanently: bool = False) -> Done[Outcome]:
        """Archive items, or delete them for good, which asks for an admin."""
        actor.require_write()
        if permanently:
            actor.require_admin()
        return await self._async_do(actor, choice, item_sets.delete_items if permanently else item_sets.archive_items)

    async def async_restore(self, actor: Actor, choice: Choice) -> Done[Outcome]:
        """Bring archived items back."""
        actor.require_write()
        return await self._async_do(actor, choice, item_sets.restore_items)

    async def _async_do(
        self, actor: Actor, choice: Choice, use_case: Callable[[Work, Chosen], Outcome]
    ) -> Done[Outcome]:
        """Run a use case on what was chosen."""
        chosen = Chosen(await self._async_ids(choice), choice.skip_refused)
        try:
            outcome, notice = await self._async_write(actor, use_case, chosen)
        except RefusedError as err:
            return Done(err.outcome, None)
        return Done(outcome, batch_of(notice))

    async def _async_ids(self, choice: Choice) -> list[str]:
        """Return the ids of what was chosen. Raises TooManyItemsError or SelectionChangedError."""
        found = list(choice.item_ids)
        if choice.wanted is not None:
            found = await self._database.async_read(item_sets.list_ids, choice.wanted, MOST_ITEMS + len(choice.but) + 1)
            if choice.count is not None and len(found) != choice.count and len(found) <= MOST_ITEMS:
                raise SelectionChangedError(count=len(found), expected=choice.count)
        kept = [item_id for item_id in found if item_id not in choice.but]
        if len(kept) > MOST_ITEMS:
            raise TooManyItemsError(limit=MOST_ITEMS)
        return kept

    def _find_category(self, name: str) -> str:
        """Return the id of a category that is there."""
        new, known = split_categories(self._catalog, (name,))
        if new:
            raise CategoryNotFoundError(name)
        return known[0]


def _update(
    work: Work,
    chosen: Chosen,
    *,
    values: Mapping[str, Any],
    labels: Links,
    instead: tuple[tuple[str, ...], tuple[str, ...]] | None,
    more: tuple[tuple[str, ...], tuple[str, ...]],
    fewer: frozenset[str],
) -> Outcome:
    """Change items and make the categories that they need, as one batch."""
    if instead is not None:
        values = {**values, "category_ids": categories.ids_of(work, *instead)}
    links = {"label_ids": labels} if labels != Links() else {}
    if any(more) or fewer:
        links["category_ids"] = Links(add=frozenset(categories.ids_of(work, *more)), remove=fewer)
    return item_sets.update_items(work, chosen, values, links)
