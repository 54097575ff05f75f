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

    from .inventory import Inventory

LONGEST: Final = 3600
"""Seconds after which changes go on although no end of the backup was told."""
_RUNNING: HassKey[CALLBACK_TYPE] = HassKey("home_inventory_backup")
"""There while a backup runs: how to call off what happens after the longest time."""


async def async_pre_backup(hass: HomeAssistant) -> None:
    """Let changes wait: the recorder locks SQLite's file, and the journal must not move under the archive."""
    _note_end(hass)

    @callback
    def go_on(_now: datetime) -> None:
        hass.data.pop(_RUNNING, None)
        LOGGER.warning("No end of the backup was told for an hour; changes go on")
        _release(hass)

    hass.data[_RUNNING] = async_call_later(hass, LONGEST, HassJob(go_on, cancel_on_shutdown=True))
    if (inventory := async_find_inventory(hass)) is not None:
        await _async_hold(inventory)


async def async_post_backup(hass: HomeAssistant) -> None:
    """Let changes go on."""
    _note_end(hass)
    try:
        _release(hass)
    except Exception:  # noqa: BLE001 - nothing may
        LOGGER.exception("Could not go on after the backup")


async def async_catch_up(hass: HomeAssistant, inventory: Inventory) -> None:
    """Make way for a backup that began before the inventory was loaded."""
    if _RUNNING in hass.data:
        await _async_hold(inventory)


async def _async_hold(inventory: Inventory) -> None:
    """Let changes wait."""
    if inventory.store.is_held:
        return
    try:
        await inventory.store.async_hold()
    except Exception:  # noqa: BLE001 - nothing may
        LOGGER.exception("Could not make way for the backup; it goes on all the same")


@callback
def _note_end(hass: HomeAssistant) -> None:
    """Note that no backup runs."""
    if (cancel := hass.data.pop(_RUNNING, None)) is not None:
        cancel()


@callback
def _release(hass: HomeAssistant) -> None:
    """Let changes go on, if they wait."""
    if (inventory := async_find_inventory(hass)) is not None and inventory.store.is_held:
        inventory.store.release()
