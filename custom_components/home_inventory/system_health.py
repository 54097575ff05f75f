"""What the system's health page says about the inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.recorder import get_instance

from .activity import async_find_inventory
from .domain.errors import InventoryError

if TYPE_CHECKING:
    from homeassistant.components.system_health import SystemHealthRegistration

    from .inventory import Inventory

_UNAVAILABLE: Final = {"type": "failed", "error": "unavailable"}
"""How the page wants to be told that something does not work."""
_NONE: Final = "-"


@callback
def async_register(hass: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Say who knows."""
    register.async_register_info(_async_info, "/home-inventory")


async def _async_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return how much there is, where it is kept and how that is doing; nothing of what it is."""
    if (inventory := async_find_inventory(hass)) is None:
        return {"loaded": False}
    kept = {
        "loaded": True,
        "database": str(get_instance(hass).dialect_name),
        "generation": inventory.store.meta.generation,
        "sources": len(statuses := inventory.sources.statuses()),
        "sources_failing": sum(status.is_connected is False for status in statuses),
    }
    try:
        return kept | await _async_figures(inventory)
    except InventoryError:
        return kept | {"database": _UNAVAILABLE}


async def _async_figures(inventory: Inventory) -> dict[str, Any]:
    """Return what only an open database can tell."""
    counts = await inventory.figures.async_counts()
    status = await inventory.store.async_status()
    return {
        "items": counts["items"],
        "locations": counts["locations"],
        "devices": await inventory.figures.async_count_devices(),
        "database_size": _size(status.database_bytes),
        "journal_size": _size(status.journal_bytes),
        "newest_snapshot": status.snapshot_at or _NONE,
        "last_recovery": _NONE if status.recovery is None else status.recovery.kind.value,
    }


def _size(size: int | None) -> str:
    """Return a size as people write it."""
    return _NONE if size is None else f"{size / 1_000_000:.1f} MB"
