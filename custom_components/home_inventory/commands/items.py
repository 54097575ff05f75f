"""Commands about items."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from ..attachment_views import attachment_views
from ..domain.fields import (
    ITEM_DETAILS,
    NAME,
    QUANTITY,
    QUANTITY_CHANGE,
    REFERENCE,
    Choice,
    Day,
    Flag,
    Reader,
    Text,
)
from ..domain.item_sort import ItemSort
from ..registries import resolve_labels
from ..views import View, chip_view, found_view, item_view
from .base import PAGING, Call, Command
from .filters import FILTERS, GROUPS, QUESTION, async_wanted
from .set_fields import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.models import Done, Item

_ITEM: Final[Mapping[str, Reader]] = {"item": REFERENCE}
_LIST: Final[Mapping[str, Reader]] = {**QUESTION, **FILTERS, "sort": Choice(ItemSort), **PAGING}


async def _list(call: Call) -> View:
    """Return a page of items."""
    values, inventory = call.values, call.inventory
    wanted, understood = await async_wanted(call)
    sort = values.get("sort") or ItemSort.RELEVANCE
    page = await inventory.items.async_list(wanted, query=understood.words or None, sort=sort, **call.paging())
    return {
        "items": [found_view(inventory, found) for found in page.entries],
        "total": page.total,
        "query": values.get("query"),
        "words": understood.words,
        "chips": [chip_view(chip) for chip in understood.chips],
        "indexing": inventory.is_indexing,
    }


async def _get(call: Call) -> View:
    """Return one item."""
    item = await call.inventory.items.async_get(call.values["item"])
    missing = await call.inventory.attachments.async_missing(item)
    return {"item": item_view(call.inventory, item), "attachments": attachment_views(item, missing)}


async def _similar(call: Call) -> View:
    """Return what is like an item."""
    found = await call.inventory.items.async_similar(call.values["item"])
    return {"items": [found_view(call.inventory, each) for each in found]}


async def _add(call: Call) -> View:
    """Add an item."""
    values = {name: value for name, value in call.values.items() if value is not None}
    quantity = values.pop("quantity", Decimal(1))
    placed = {name: values.pop(name, None) for name in ("location", "lot", "best_before")}
    category_names = values.pop("categories", ())
    if "purchase_price" in values:
        values.setdefault("currency", call.inventory.currency)
    done = await call.inventory.items.async_add(
        call.actor, _with_labels(call, values), quantity=quantity, category_names=category_names, **placed
    )
    return _done(call, done)


async def _update(call: Call) -> View:
    """Change fields of an item."""
    values = _with_labels(call, dict(call.values))
    reference, category_names = values.pop("item"), values.pop("categories", None)
    version = values.pop("version", None)
    if values.get("purchase_price") is not None:
        values.setdefault("currency", await _known_currency(call, reference))
    items = call.inventory.items
    return _done(call, await items.async_update(call.actor, reference, values, category_names, version=version))


async def _move(call: Call) -> View:
    """Move an item or a quantity of it."""
    values = call.values
    done = await call.inventory.items.async_move(
        call.actor, values["item"], values["to"], quantity=values.get("quantity"), source=values.get("from")
    )
    return _done(call, done)


async def _adjust(call: Call) -> View:
    """Change how much there is."""
    values = dict(call.values)
    return _done(call, await call.inventory.items.async_adjust(call.actor, values.pop("item"), **values))


async def _remove(call: Call) -> View:
    """Archive or delete an item."""
    permanently = bool(call.values.get("permanently"))
    return _done(
        call,
        await call.inventory.items.async_remove(call.actor, call.values["item"], permanently=permanently),
    )


async def _restore(call: Call) -> View:
    """Bring an item back."""
    return _done(call, await call.inventory.items.async_restore(call.actor, call.values["item"]))


async def _known_currency(call: Call, reference: str) -> str:
    """Return the currency that an item's price is in already, else the home's."""
    item = await call.inventory.items.async_get(reference)
    return item.currency or call.inventory.currency


def _with_labels(call: Call, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with labels as the ids that are kept."""
    if "labels" in values:
        values["label_ids"] = resolve_labels(call.hass, values.pop("labels"))
    return values


def _done(call: Call, done: Done[Item]) -> View:
    """Return the item and the batch that changed it."""
    return {"item": item_view(call.inventory, done.value), "batch": done.batch_id}


ITEM_COMMANDS: Final = (
    Command(name="item/list", action="search_items", run=_list, fields=_LIST),
    Command(name="item/get", action="get_item", run=_get, fields=_ITEM, required=("item",)),
    Command(name="item/similar", run=_similar, fields=_ITEM, required=("item",)),
    Command(
        name="item/add",
        action="add_item",
        run=_add,
        fields={
            "name": NAME,
            "location": REFERENCE,
            "quantity": QUANTITY,
            **ITEM_DETAILS,
            **GROUPS,
            "best_before": Day(),
            "lot": Text(64),
        },
        required=("name",),
    ),
    Command(
        name="item/update",
        action="update_item",
        run=_update,
        fields={**_ITEM, "name": NAME, **ITEM_DETAILS, **GROUPS, "promoted": Flag(), "version": Moment()},
        required=("item",),
    ),
    Command(
        name="item/move",
        action="move_item",
        run=_move,
        fields={**_ITEM, "to": REFERENCE, "quantity": QUANTITY, "from": REFERENCE},
        required=("item", "to"),
    ),
    Command(
        name="item/adjust",
        action="adjust_quantity",
        run=_adjust,
        fields={**_ITEM, "by": QUANTITY_CHANGE, "to": QUANTITY, "location": REFERENCE},
        required=("item",),
    ),
    Command(
        name="item/remove",
        action="remove_item",
        run=_remove,
        fields={**_ITEM, "permanently": Flag()},
        required=("item",),
    ),
    Command(name="item/restore", action="restore_item", run=_restore, fields=_ITEM, required=("item",)),
)
