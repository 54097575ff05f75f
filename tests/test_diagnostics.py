"""Diagnostics and system health."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import get_system_health_info

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.diagnostics import async_get_config_entry_diagnostics

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


async def test_diagnostics_count_and_name_nothing(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Secret vault")
    await kit.given_item("Gold bar", location="Secret vault", serial_number="AU-79", purchase_price=91000)
    found = await async_get_config_entry_diagnostics(hass, kit.entry)
    assert found["counts"] == {"items": 1, "locations": 2, "categories": 0}
    assert found["locations_by_kind"] == {"site": 1, "room": 1}
    text = json.dumps(found)
    assert [word for word in ("vault", "Gold", "AU-79", "91000") if word in text] == []


async def test_system_health_says_how_much_there_is(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done(wait_background_tasks=False)
    await kit.given_item("Drill")
    info = await get_system_health_info(hass, DOMAIN)
    assert info == {"loaded": True, "items": 1, "locations": 1, "database": "sqlite"}


async def test_system_health_says_when_it_is_not_running(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await async_setup_component(hass, "system_health", {})
    await hass.config_entries.async_unload(kit.entry.entry_id)
    assert await get_system_health_info(hass, DOMAIN) == {"loaded": False}
