"""Making way for Home Assistant's backups, and going on after them. Nothing here may fail somebody's backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later
from homeassistant.util.hass_dict import HassKey

from .activity import async_find_inventory
from .const import LOGGER

if TYPE_CHECKING:
    from datetime import datetime

LONGEST: Final = 3600
"""Seconds after which changes go on although no end of the backup was told."""
_SAFETY: HassKey[CALLBACK_TYPE] = HassKey("home_inventory_backup_safety")


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Let changes wait: the recorder locks SQLite's file, and the journal must not move under the archive."""
    if (inventory := async_find_inventory(hass)) is None or inventory.store.is_held:
        return

    @callback
    def go_on(_now: datetime) -> None:
        hass.data.pop(_SAFETY, None)
        LOGGER.warning("No end of the backup was told for an hour; changes go on")
        inventory.store.release()

    hass.data[_SAFETY] = async_call_later(hass, LONGEST, HassJob(go_on, cancel_on_shutdown=True))
    try:
        await inventory.store.async_hold()
    except Exception:  # noqa: BLE001 - nothing may
        LOGGER.exception("Could not make way for the backup; it goes on all the same")


async def async_post_backup(hass: HomeAssistant) -> None:
    """Let changes go on."""
    if (cancel := hass.data.pop(_SAFETY, None)) is not None:
        cancel()
    if (inventory := async_find_inventory(hass)) is not None and inventory.store.is_held:
        inventory.store.release()
