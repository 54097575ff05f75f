"""What the system's health page says about the inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.recorder import get_instance

from .activity import async_find_inventory

if TYPE_CHECKING:
    from homeassistant.components.system_health import SystemHealthRegistration


@callback
def async_register(hass: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Say who knows."""
    register.async_register_info(_async_info, "/home-inventory")


async def _async_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return how much there is, and where it is kept."""
    if (inventory := async_find_inventory(hass)) is None:
        return {"loaded": False}
    counts = await inventory.figures.async_counts()
    database = str(get_instance(hass).dialect_name)
    return {"loaded": True, "items": counts["items"], "locations": counts["locations"], "database": database}
