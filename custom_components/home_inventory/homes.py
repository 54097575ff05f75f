"""The home: its site in the place tree, and places made from Home Assistant's areas and floors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.const import CONF_NAME
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr

from .const import CONF_PLACES_FROM_AREAS
from .domain.actor import SYSTEM
from .domain.errors import NameTakenError
from .domain.fields import NAME
from .domain.models import LocationKind
from .domain.text import name_key

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .inventory import Inventory, InventoryConfigEntry


async def async_ensure_home(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Make the home's site, and places in it if that was asked for; an inventory that was kept has them already."""
    inventory = entry.runtime_data
    if inventory.locations.sites():
        return
    name = entry.data.get(CONF_NAME) or entry.title
    await inventory.locations.async_add(SYSTEM, {"name": name}, kind=LocationKind.SITE)
    if entry.data.get(CONF_PLACES_FROM_AREAS):
        await async_places_from_areas(hass, inventory)


async def async_rename_home(inventory: Inventory, name: str) -> None:
    """Give the home's site another name."""
    await inventory.locations.async_update(SYSTEM, inventory.home_id, {"name": name})


async def async_places_from_areas(hass: HomeAssistant, inventory: Inventory) -> None:
    """Make a place for every floor and area of Home Assistant that has none yet."""
    by_floor: dict[str | None, str] = {None: inventory.home_id}
    known_areas = {location.area_id: location.id for location in inventory.locations.in_use()}
    for location in inventory.locations.in_use():
        if location.floor_id is not None:
            by_floor[location.floor_id] = location.id
    for floor in fr.async_get(hass).async_list_floors():
        if floor.floor_id not in by_floor:
            values = {"name": floor.name, "floor_id": floor.floor_id}
            by_floor[floor.floor_id] = await _async_add(inventory, values, inventory.home_id, LocationKind.FLOOR)
    for area in ar.async_get(hass).async_list_areas():
        if area.id not in known_areas:
            parent = by_floor.get(area.floor_id, inventory.home_id)
            await _async_add(inventory, {"name": area.name, "area_id": area.id}, parent, LocationKind.ROOM)


async def _async_add(inventory: Inventory, values: dict[str, Any], parent: str, kind: LocationKind) -> str:
    """Add a place; one of that name that is there already is linked instead."""
    name = values["name"][: NAME.limit]
    try:
        done = await inventory.locations.async_add(SYSTEM, {**values, "name": name}, parent=parent, kind=kind)
    except NameTakenError:
        twin = next(
            place
            for place in inventory.locations.in_use()
            if place.parent_id == parent and name_key(place.name) == name_key(name)
        )
        link = {key: value for key, value in values.items() if key != "name"}
        done = await inventory.locations.async_update(SYSTEM, twin.id, link)
    return done.value.location.id
