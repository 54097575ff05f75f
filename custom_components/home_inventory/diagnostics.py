"""Diagnostics: numbers only. What a household owns, where and for how much is nobody's business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.helpers.recorder import get_instance

from .const import CONF_PLACES_FROM_AREAS, CONF_WARNING_DAYS

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .inventory import InventoryConfigEntry


async def async_get_config_entry_diagnostics(hass: HomeAssistant, entry: InventoryConfigEntry) -> dict[str, Any]:
    """Return what helps to find a fault and tells nothing about the household."""
    inventory = entry.runtime_data
    kinds: dict[str, int] = {}
    for location in inventory.locations.in_use():
        kinds[location.kind.value] = kinds.get(location.kind.value, 0) + 1
    return {
        "entry": {
            "version": entry.version,
            CONF_PLACES_FROM_AREAS: entry.data.get(CONF_PLACES_FROM_AREAS),
            CONF_WARNING_DAYS: inventory.warning_days,
        },
        "store": {
            "database": str(get_instance(hass).dialect_name),
            "generation": inventory.store.meta.generation,
            "is_indexing": inventory.is_indexing,
        },
        "counts": await inventory.figures.async_counts(),
        "locations_by_kind": kinds,
        "promoted_items": len(await inventory.items.async_list_promoted()),
    }
