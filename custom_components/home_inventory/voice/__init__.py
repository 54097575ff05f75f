"""Spoken questions and requests, answered by Assist's own agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assist import listen
from .heard import SENTENCES
from .listener import Listener

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from ..inventory import InventoryConfigEntry


def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Listen for sentences until the entry is unloaded."""
    listener = Listener(hass, entry.runtime_data)
    entry.async_on_unload(entry.runtime_data.async_subscribe(listener.book.hear))
    entry.async_on_unload(listen(hass, SENTENCES, listener.async_hear))
