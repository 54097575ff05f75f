"""Spoken questions and requests, answered by Assist's own agent."""

from homeassistant.core import HomeAssistant

from ..inventory import InventoryConfigEntry


def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Listen for sentences until the entry is unloaded."""
