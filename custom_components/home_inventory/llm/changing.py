"""Tools that change something. Everything they do can be taken back by the last of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, override

import probatio

from ..const import DOMAIN
from ..domain.errors import (
    AlreadyUndoneError,
    InvalidValueError,
    InventoryError,
    ItemNotFoundError,
    NothingToUndoError,
    ValueOutOfRangeError,
)
from ..domain.quantities import QUANTITY_LIMIT
from ..domain.text import name_key
from .briefs import brief_item, told_changes
from .recent import async_recent
from .tool import ADDS, CHANGES, ITEM_HELP, LOCATION_HELP, Asked, InventoryTool

if TYPE_CHECKING:
    from ..views import View

_QUANTITY: Final = probatio.Coerce(float)


class _Way(StrEnum):
    """How a stock changes."""

    TAKE_OUT = "take_out"
    PUT_IN = "put_in"
    SET = "set"


class AddItemTool(InventoryTool):
    """Adds things."""

    name = f"{DOMAIN}__add_item"
    title = "Add an item"
    description = (
        "Put something new into the inventory. If there is already an item of exactly this name, its stock is increased "
        "instead, and its description stays as it is. The location must exist."
    )
    annotations = ADDS
    parameters = probatio.Schema(
        {
            probatio.Required("name", description="What it is, without a quantity"): str,
            probatio.Optional("location", description=f"{LOCATION_HELP}. Where it is put"): str,
            probatio.Optional("quantity", description="How many or how much; 1 if left out"): _QUANTITY,
            probatio.Optional("unit", description='For example "pack", "kg" or "m"; left out for single pieces'): str,
            probatio.Optional("description", description="Anything else that was said about it"): str,
        }
    )

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Add to the stock of the item of this name, or a new item."""
        values = asked.values
        if (known := await _async_item_named(asked, values["name"])) is None:
            done = await asked.async_run("item/add", **values)
            return _done(asked, done) | {"new": True}
        if "unit" in values and name_key(values["unit"]) != name_key(known["unit"] or ""):
            raise InvalidValueError("unit", f"{known['name']} is counted in {known['unit'] or 'pieces'}")
        _require_quantity(values.get("quantity", 1))
        change: dict[str, Any] = {"item": known["id"], "by": values.get("quantity", 1)}
        if "location" in values:
            change["location"] = values["location"]
        return _done(asked, await asked.async_run("item/adjust", **change)) | {"new": False}


class AdjustStockTool(InventoryTool):
    """Counts things up and down."""

    name = f"{DOMAIN}__adjust_stock"
    title = "Adjust how much there is"
    description = (
        "Record that some of an item was used up or taken out, that more of it was put in, or how much there is. "
        "The item is named by its code or exact name: find it first."
    )
    annotations = CHANGES
    parameters = probatio.Schema(
        {
            probatio.Required("item", description=ITEM_HELP): str,
            probatio.Required("action", description="set: the quantity is what there is now"): probatio.In(
                [way.value for way in _Way]
            ),
            probatio.Required("quantity", description="How many or how much"): _QUANTITY,
            probatio.Optional("location", description=f"{LOCATION_HELP}. Needed for what is at several places"): str,
        }
    )

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Adjust."""
        values = dict(asked.values)
        way, quantity = _Way(values.pop("action")), values.pop("quantity")
        _require_quantity(quantity)
        change = {"to": quantity} if way is _Way.SET else {"by": -quantity if way is _Way.TAKE_OUT else quantity}
        return _done(asked, await asked.async_run("item/adjust", **values, **change))


class MoveItemTool(InventoryTool):
    """Moves things."""

    name = f"{DOMAIN}__move_item"
    title = "Move an item"
    description = (
        "Record that an item is somewhere else now. The item is named by its code or exact name: find it first. "
        "The location must exist."
    )
    annotations = CHANGES
    parameters = probatio.Schema(
        {
            probatio.Required("item", description=ITEM_HELP): str,
            probatio.Required("to", description=f"{LOCATION_HELP}. Where it is now"): str,
            probatio.Optional("quantity", description="How many of them; all of them if left out"): _QUANTITY,
            probatio.Optional(
                "from", description=f"{LOCATION_HELP}. Needed for a part of what is at several places"
            ): str,
        }
    )

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Move."""
        return _done(asked, await asked.async_run("item/move", **asked.values))


class UndoTool(InventoryTool):
    """Takes back."""

    name = f"{DOMAIN}__undo"
    title = "Undo the last change"
    description = (
        "Take back the last change that this user has made through these tools; called again, the one before. Changes by "
        "others or in the panel are never touched. Returns what was undone: tell the user."
    )
    annotations = CHANGES

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Undo; a change that can't be undone now may be later, when what stands in the way is gone."""
        recent = async_recent(asked.hass)
        if (batch_id := recent.take(asked.speaker)) is None:
            raise NothingToUndoError
        try:
            await asked.async_run("change/undo", batch=batch_id)
        except AlreadyUndoneError:
            raise
        except InventoryError:
            recent.note(asked.speaker, batch_id)
            raise
        batch = (await asked.async_run("change/list", batch=batch_id, limit=1))["batches"][0]
        answer: View = {"undone": told_changes(batch)}
        item_id = next((change["item_id"] for change in batch["changes"] if change["item_id"]), None)
        if item_id is not None and (item := await _async_item(asked, item_id)) is not None:
            answer["item"] = brief_item(item)
        return answer


def _done(asked: Asked, done: View) -> View:
    """Return the item as it is now, and keep what was done so that it can be undone."""
    async_recent(asked.hass).note(asked.speaker, done["batch"])
    return {"item": brief_item(done["item"])}


def _require_quantity(quantity: float) -> None:
    """Raise ValueOutOfRangeError for less than nothing: the way says whether it becomes more or less."""
    if quantity < 0:
        raise ValueOutOfRangeError(field="quantity", minimum=0, maximum=QUANTITY_LIMIT)


async def _async_item_named(asked: Asked, name: str) -> View | None:
    """Return the item in use that has this name."""
    item = await _async_item(asked, name)
    return None if item is None or item["archived"] or item["code"] == name.upper() else item


async def _async_item(asked: Asked, reference: str) -> View | None:
    """Return an item, if there is one."""
    try:
        item: View = (await asked.async_run("item/get", item=reference))["item"]
    except ItemNotFoundError:
        return None
    return item
