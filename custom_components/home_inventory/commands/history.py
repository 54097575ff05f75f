"""Commands about what happened, and about the inventory as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.loader import async_get_loaded_integration
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..domain.activity import HistoryFilter
from ..domain.actor import Source
from ..domain.errors import InvalidValueError
from ..domain.fields import REFERENCE, Choices, Day, Reader, Text
from ..domain.filters import Range, moments
from ..domain.models import LocationKind, Noun, Operation
from ..domain.quantities import COUNTABLE_UNITS, MEASURED_UNITS
from ..views import View, batch_view
from .base import PAGING, Call, Command

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


async def _list(call: Call) -> View:
    """Return a page of batches."""
    page = await call.inventory.history.async_list(await async_wanted_history(call), **call.paging())
    batches = [batch_view(call.inventory, batch) for batch in page.entries]
    return {"batches": batches, "total": page.total, "more": page.more}


async def async_wanted_history(call: Call) -> HistoryFilter:
    """Return which batches are wanted. Raises InventoryError for an unknown record, or days the wrong way round."""
    values, zone = call.values, dt_util.get_default_time_zone()
    days: Range[date] = Range(values.get("from"), values.get("until"))
    if days.is_reversed:
        raise InvalidValueError("until", "it comes before from")
    return HistoryFilter(
        record_id=await _record_id(call),
        batch_id=values.get("batch"),
        user_id=values.get("user"),
        sources=values.get("sources") or (),
        kinds=values.get("kinds") or (),
        operations=values.get("operations") or (),
        moments=None if days == Range() else moments(days, zone),
        before=values.get("before"),
    )


async def _people(call: Call) -> View:
    """Return the ids of the users who have changed something. Their names are not told to everybody."""
    return {"people": await call.inventory.history.async_list_people()}


async def _record_id(call: Call) -> str | None:
    """Return the id of the record whose history is wanted; one that was deleted is still known by its id."""
    values, inventory = call.values, call.inventory
    reference = values.get("item") or values.get("location") or values.get("device")
    if reference is None or (await inventory.history.async_list(HistoryFilter(record_id=reference), limit=1)).entries:
        return reference
    if values.get("item") is not None:
        return (await inventory.items.async_get(reference)).id
    if values.get("location") is None:
        return (await inventory.devices.async_resolve(reference)).id
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


HISTORY_FILTERS: Final[Mapping[str, Reader]] = {
    "item": REFERENCE,
    "location": REFERENCE,
    "device": REFERENCE,
    "batch": REFERENCE,
    "user": Text(36),
    "sources": Choices(Source),
    "kinds": Choices(Noun),
    "operations": Choices(Operation),
    "from": Day(),
    "until": Day(),
    "before": Text(26),
}
HISTORY_COMMANDS: Final = (
    Command(name="change/list", run=_list, fields={**HISTORY_FILTERS, **PAGING}),
    Command(name="change/people", run=_people, fields={}),
    Command(name="change/undo", action="undo", run=_undo, fields={"batch": REFERENCE}),
    Command(name="info", run=_info, fields={}),
)
