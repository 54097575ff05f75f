"""Commands about what happened, and about the inventory as a whole."""

from __future__ import annotations

from typing import Final

from homeassistant.loader import async_get_loaded_integration

from ..const import DOMAIN
from ..domain.fields import REFERENCE
from ..domain.models import LocationKind
from ..domain.quantities import COUNTABLE_UNITS, MEASURED_UNITS
from ..views import View, batch_view
from .base import PAGING, Call, Command


async def _list(call: Call) -> View:
    """Return a page of batches."""
    record_id = await _record_id(call)
    page = await call.inventory.history.async_list(
        record_id=record_id, batch_id=call.values.get("batch"), **call.paging()
    )
    return {"batches": [batch_view(call.inventory, batch) for batch in page.entries], "total": page.total}


async def _record_id(call: Call) -> str | None:
    """Return the id of the record whose history is wanted; one that was deleted is still known by its id."""
    values, inventory = call.values, call.inventory
    reference = values.get("item") or values.get("location")
    if reference is None or (await inventory.history.async_list(record_id=reference, limit=1)).total:
        return reference
    if values.get("item") is not None:
        return (await inventory.items.async_get(reference)).id
    return inventory.locations.resolve_location(reference).id


async def _undo(call: Call) -> View:
    """Undo a batch."""
    batch, undone, count = await call.inventory.history.async_undo(call.actor, call.values.get("batch"))
    return {"batch": batch, "undone": undone, "changes": count}


async def _info(call: Call) -> View:
    """Return what a face needs to know before it shows anything."""
    inventory = call.inventory
    units = [{"unit": unit, "countable": unit in COUNTABLE_UNITS} for unit in (*COUNTABLE_UNITS, *MEASURED_UNITS)]
    return {
        "version": str(async_get_loaded_integration(call.hass, DOMAIN).version),
        "name": inventory.name,
        "currency": inventory.currency,
        "warning_days": inventory.warning_days,
        "can_write": call.actor.can_write,
        "is_admin": call.actor.is_admin,
        "home_site_id": inventory.home_id,
        "kinds": [kind.value for kind in LocationKind],
        "units": units,
        "counts": await inventory.figures.async_counts(),
        "indexing": inventory.is_indexing,
    }


HISTORY_COMMANDS: Final = (
    Command(
        name="change/list",
        run=_list,
        fields={"item": REFERENCE, "location": REFERENCE, "batch": REFERENCE, **PAGING},
    ),
    Command(name="change/undo", action="undo", run=_undo, fields={"batch": REFERENCE}),
    Command(name="info", run=_info, fields={}),
)
