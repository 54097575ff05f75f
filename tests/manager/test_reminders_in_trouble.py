"""Reminders of warranties while the database fails, Home Assistant stops or its clock was wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from homeassistant.core import CoreState

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db import meta
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.store_errors import StoreUnavailableError
from tests.automations import given_automation
from tests.clock import let_pass

from .reminding import EXPIRING, in_days, midnight, reload_all, told

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit


pytestmark = pytest.mark.usefixtures("noon")


async def test_a_failing_database_is_caught_up_as_soon_as_it_answers(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    with patch("custom_components.home_inventory.db.reminders.list_ending", side_effect=StoreUnavailableError):
        await midnight(hass, freezer)
        await let_pass(hass, freezer, 2)
    assert caplog.text.count("Could not look for warranties that need attention") == 1
    assert told(calls) == []
    await let_pass(hass, freezer, 4)
    assert told(calls) == [("Drill", 30)]


@pytest.mark.parametrize("state", [CoreState.stopping, CoreState.final_write, CoreState.not_running])
async def test_a_store_that_closes_with_home_assistant_is_no_trouble(
    hass: HomeAssistant,
    kit: InventoryTestKit,
    freezer: FrozenDateTimeFactory,
    caplog: pytest.LogCaptureFixture,
    state: CoreState,
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    hass.set_state(state)
    with patch("custom_components.home_inventory.db.reminders.list_ending", side_effect=StoreUnavailableError) as asked:
        await midnight(hass, freezer)
    hass.set_state(CoreState.running)
    assert asked.call_count == 1
    assert "Could not look for warranties" not in caplog.text


async def test_what_was_told_is_not_told_again_when_only_the_note_of_it_failed(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """Not even when the next day has come before it could be written."""
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    with patch("custom_components.home_inventory.db.meta.set_reminded_on", side_effect=StoreUnavailableError):
        await midnight(hass, freezer)
        await midnight(hass, freezer)
    await let_pass(hass, freezer, 30)
    assert told(calls) == [("Drill", 30)]
    await reload_all(hass, kit, freezer)
    assert told(calls) == [("Drill", 30)]


async def test_a_clock_that_was_wrong_once_does_not_silence_reminders(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.inventory._database.async_write(SYSTEM, meta.set_reminded_on, date(2099, 1, 1))
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    await midnight(hass, freezer)
    assert told(calls) == [("Drill", 30)]
    assert hass.config_entries.async_entries(DOMAIN)
