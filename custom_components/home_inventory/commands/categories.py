"""Commands about categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.fields import NAME, REFERENCE
from ..views import View, branch_view
from .base import PAGING, Call, Command

if TYPE_CHECKING:
    from ..domain.models import Done
    from ..manager.categories import Branch


async def _list(call: Call) -> View:
    """Return a page of categories."""
    page = await call.inventory.categories.async_list(**call.paging())
    return {"categories": [branch_view(branch) for branch in page.entries], "total": page.total}


async def _add(call: Call) -> View:
    """Add a category."""
    values = call.values
    return _done(await call.inventory.categories.async_add(call.actor, values["name"], parent=values.get("parent")))


async def _update(call: Call) -> View:
    """Rename or move a category."""
    values = dict(call.values)
    return _done(await call.inventory.categories.async_update(call.actor, values.pop("category"), values))


async def _remove(call: Call) -> View:
    """Delete a category that nothing hangs on."""
    return _done(await call.inventory.categories.async_remove(call.actor, call.values["category"]))


async def _merge(call: Call) -> View:
    """Give all that hangs on a category to another one, and delete it."""
    values = call.values
    return _done(await call.inventory.categories.async_merge(call.actor, values["category"], values["into"]))


def _done(done: Done[Branch]) -> View:
    """Return the category and the batch that changed it."""
    return {"category": branch_view(done.value), "batch": done.batch_id}


CATEGORY_COMMANDS: Final = (
    Command(name="category/list", run=_list, fields=PAGING),
    Command(name="category/add", run=_add, fields={"name": NAME, "parent": REFERENCE}, required=("name",)),
    Command(
        name="category/update",
        run=_update,
        fields={"category": REFERENCE, "name": NAME, "parent": REFERENCE},
        required=("category",),
    ),
    Command(
        name="category/merge",
        run=_merge,
        fields={"category": REFERENCE, "into": REFERENCE},
        required=("category", "into"),
    ),
    Command(name="category/remove", run=_remove, fields={"category": REFERENCE}, required=("category",)),
)
