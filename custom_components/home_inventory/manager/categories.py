"""Categories: the tree that items hang in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..db import categories, category_merges
from ..domain.errors import CategoryAmbiguousError, CategoryNotFoundError, RequiredValueError
from ..domain.models import Category, Done, Page
from ..domain.text import name_key
from .base import Manager, batch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A category together with its path and how many items hang directly on it."""

    category: Category
    path: str
    item_count: int


class CategoryManager(Manager):
    """Adding, renaming, moving and deleting categories."""

    def path(self, category_id: str) -> str | None:
        """Return "Tools / Power tools", or None."""
        return self._catalog.categories.path(category_id)

    def name(self, category_id: str) -> str | None:
        """Return what a category is called, or None."""
        category = self._catalog.categories.get(category_id)
        return None if category is None else category.name

    def resolve(self, reference: str) -> Category:
        """Return the category that an id, path or exact name means."""
        tree = self._catalog.categories
        found = tree.find(reference)
        if not found:
            raise CategoryNotFoundError(reference, tree.similar(reference))
        if len(found) > 1:
            raise CategoryAmbiguousError(reference, (tree.path(node.id) or node.name for node in found))
        return found[0]

    def inside(self, references: tuple[str, ...]) -> frozenset[str]:
        """Return the ids of categories and everything inside them."""
        tree = self._catalog.categories
        return frozenset(inner for reference in references for inner in tree.inside(self.resolve(reference).id))

    async def async_list(self, *, limit: int = 50, offset: int = 0) -> Page[Branch]:
        """Return a page of categories by their path."""
        tree = self._catalog.categories
        by_path = sorted(tree, key=lambda category: [name_key(node.name) for node in tree.ancestors(category.id)])
        counts = await self._database.async_read(categories.count_items)
        page = by_path[offset : offset + limit]
        return Page(tuple(self._branch(category, counts) for category in page), len(by_path))

    async def async_add(self, actor: Actor, name: str, *, parent: str | None = None) -> Done[Branch]:
        """Add a category."""
        actor.require_write()
        parent_id = None if parent is None else self.resolve(parent).id
        category_id, notice = await self._async_write(actor, categories.add_category, name, parent_id)
        return Done(self._branch(self.resolve(category_id), {}), batch_of(notice))

    async def async_update(self, actor: Actor, reference: str, values: Mapping[str, Any]) -> Done[Branch]:
        """Rename a category, or move it: `values` has its new name, its new parent or both."""
        actor.require_write()
        if "name" in values and values["name"] is None:
            raise RequiredValueError(field="name")
        new = {name: value for name, value in values.items() if name == "name"}
        if "parent" in values:
            new["parent_id"] = None if values["parent"] is None else self.resolve(values["parent"]).id
        category = self.resolve(reference)
        _, notice = await self._async_write(actor, categories.update_category, category.id, new)
        counts = await self._database.async_read(categories.count_items)
        return Done(self._branch(self.resolve(category.id), counts), batch_of(notice))

    async def async_merge(self, actor: Actor, reference: str, into: str) -> Done[Branch]:
        """Give all that hangs on a category to another one and delete it; return the other one."""
        actor.require_write()
        gone, stays = self.resolve(reference), self.resolve(into)
        _, notice = await self._async_write(actor, category_merges.merge_categories, gone.id, stays.id)
        counts = await self._database.async_read(categories.count_items)
        return Done(self._branch(self.resolve(stays.id), counts), batch_of(notice))

    async def async_remove(self, actor: Actor, reference: str) -> Done[Branch]:
        """Delete a category that nothing hangs on; undo brings it back."""
        actor.require_write()
        branch = self._branch(self.resolve(reference), {})
        _, notice = await self._async_write(actor, categories.remove_category, branch.category.id)
        return Done(branch, batch_of(notice))

    def _branch(self, category: Category, counts: Mapping[str, int]) -> Branch:
        """Return a category with its path and count."""
        path: Any = self.path(category.id)
        return Branch(category=category, path=path or category.name, item_count=counts.get(category.id, 0))
