"""Home Assistant's labels, areas and floors: we link to them, we keep none of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr
from homeassistant.helpers import label_registry as lr

from .domain.errors import AreaNotFoundError, LabelNotFoundError
from .domain.text import name_key

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant


def resolve_labels(hass: HomeAssistant, references: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of labels, sorted as they are kept. Raises LabelNotFoundError."""
    registry = lr.async_get(hass)
    by_name = {name_key(label.name): label.label_id for label in registry.async_list_labels()}
    found = set()
    for reference in references:
        label = registry.async_get_label(reference)
        label_id = label.label_id if label else by_name.get(name_key(reference))
        if label_id is None:
            raise LabelNotFoundError(reference, sorted(label.name for label in registry.async_list_labels()))
        found.add(label_id)
    return tuple(sorted(found))


def resolve_area(hass: HomeAssistant, reference: str | None) -> dict[str, str | None]:
    """Return `area_id` and `floor_id`, one of them set, for an area or floor. Raises AreaNotFoundError."""
    if reference is None:
        return {"area_id": None, "floor_id": None}
    areas, floors = ar.async_get(hass), fr.async_get(hass)
    if (area := areas.async_get_area(reference) or areas.async_get_area_by_name(reference)) is not None:
        return {"area_id": area.id, "floor_id": None}
    if (floor := floors.async_get_floor(reference) or floors.async_get_floor_by_name(reference)) is not None:
        return {"area_id": None, "floor_id": floor.floor_id}
    known = sorted(area.name for area in areas.async_list_areas())
    raise AreaNotFoundError(reference, known)
