"""Letting time pass in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_homeassistant_custom_component.common import async_fire_time_changed

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant


async def settle(hass: HomeAssistant) -> None:
    """Wait until everything that was started has been done."""
    await hass.async_block_till_done(wait_background_tasks=False)


async def let_pass(hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: float | timedelta) -> None:
    """Let some time pass."""
    await settle(hass)
    freezer.tick(time)
    async_fire_time_changed(hass)
    await settle(hass)


async def go_to(hass: HomeAssistant, freezer: FrozenDateTimeFactory, moment: datetime) -> None:
    """Let time pass until a moment."""
    await settle(hass)
    freezer.move_to(moment)
    async_fire_time_changed(hass)
    await settle(hass)
