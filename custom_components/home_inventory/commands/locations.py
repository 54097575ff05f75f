"""Commands about locations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..domain.fields import NAME, REFERENCE, Choice, Flag, Reader, Text, Whole
from ..domain.models import LocationKind
from ..registries import resolve_area
from ..views import View, place_view
from .base import PAGING, Call, Command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.models import Done
    from ..manager.locations import Place

_LOCATION: Final[Mapping[str, Reader]] = {"location": REFERENCE}
_MOST_SLOTS: Final = 200
"""How many slots are made at once: the largest sorting boxes have about a hundred."""
_DETAILS: Final[Mapping[str, Reader]] = {
    "name": NAME,
    "kind": Choice(LocationKind),
    "capacity": Whole(1, 100_000),
    "area": REFERENCE,
    "description": Text(4000, multiline=True),
}


async def _list(call: Call) -> View:
    """Return a page of locations."""
    page = await call.inventory.locations.async_list(
        parent=call.values.get("parent"), archived=bool(call.values.get("archived")), **call.paging()
    )
    return {"locations": [place_view(place) for place in page.entries], "total": page.total}


async def _get(call: Call) -> View:
    """Return one location and what is around it."""
    place = await call.inventory.locations.async_get(call.values["location"])
    around = call.inventory.locations.ancestors(place.location.id)[:-1]
    return {
        "location": place_view(place),
        "ancestors": [{"id": node.id, "name": node.name} for node in around],
    }


async def _add(call: Call) -> View:
    """Add a location."""
    values = _with_area(call, dict(call.values))
    parent, kind = values.pop("parent", None), values.pop("kind", None)
    return _done(await call.inventory.locations.async_add(call.actor, values, parent=parent, kind=kind))


async def _update(call: Call) -> View:
    """Change fields of a location."""
    values = _with_area(call, dict(call.values))
    return _done(await call.inventory.locations.async_update(call.actor, values.pop("location"), values))


async def _move(call: Call) -> View:
    """Move a location with everything inside."""
    values = call.values
    return _done(await call.inventory.locations.async_move(call.actor, values["location"], values.get("to")))


async def _add_slots(call: Call) -> View:
    """Number the slots of a box."""
    values = call.values
    return _done(await call.inventory.locations.async_add_slots(call.actor, values["location"], values["count"]))


async def _remove(call: Call) -> View:
    """Archive or delete a location."""
    done = await call.inventory.locations.async_remove(
        call.actor,
        call.values["location"],
        move_contents_to=call.values.get("move_contents_to"),
        permanently=bool(call.values.get("permanently")),
    )
    return _done(done)


async def _restore(call: Call) -> View:
    """Bring a location back."""
    return _done(await call.inventory.locations.async_restore(call.actor, call.values["location"]))


def _with_area(call: Call, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the area or floor as the ids that are kept."""
    if "area" in values:
        values |= resolve_area(call.hass, values.pop("area"))
    return values


def _done(done: Done[Place]) -> View:
    """Return the location and the batch that changed it."""
    return {"location": place_view(done.value), "batch": done.batch_id}


LOCATION_COMMANDS: Final = (
    Command(name="location/list", run=_list, fields={"parent": REFERENCE, "archived": Flag(), **PAGING}),
    Command(name="location/get", run=_get, fields=_LOCATION, required=("location",)),
    Command(
        name="location/add",
        action="add_location",
        run=_add,
        fields={"parent": REFERENCE, **_DETAILS},
        required=("name",),
    ),
    Command(
        name="location/update",
        action="update_location",
        run=_update,
        fields={**_LOCATION, **_DETAILS},
        required=("location",),
    ),
    Command(
        name="location/move",
        action="move_location",
        run=_move,
        fields={**_LOCATION, "to": REFERENCE},
        required=("location",),
    ),
    Command(
        name="location/add_slots",
        run=_add_slots,
        fields={**_LOCATION, "count": Whole(1, _MOST_SLOTS)},
        required=("location", "count"),
    ),
    Command(
        name="location/remove",
        action="remove_location",
        run=_remove,
        fields={**_LOCATION, "move_contents_to": REFERENCE, "permanently": Flag()},
        required=("location",),
    ),
    Command(name="location/restore", run=_restore, fields=_LOCATION, required=("location",)),
)
