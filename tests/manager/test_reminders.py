"""Reminders of warranties, through real automations."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from homeassistant.const import EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import Context, CoreState
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_mock_service

from custom_components.home_inventory.db import meta
from custom_components.home_inventory.domain.actor import SYSTEM
from tests.automations import CONFIG, given_automation
from tests.clock import go_to, let_pass, settle

from .reminding import EXPIRED, EXPIRING, in_days, midnight, reload_all, told

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit


pytestmark = pytest.mark.usefixtures("noon")


async def test_a_warranty_that_ends_in_30_days_notifies_once(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    assert calls == []
    await midnight(hass, freezer)
    assert told(calls) == [("Drill", 30)]
    await midnight(hass, freezer)
    await midnight(hass, freezer)
    assert len(calls) == 1


async def test_it_notifies_also_when_home_assistant_was_off_at_midnight_and_not_again_after_a_restart(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 31))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    await hass.config_entries.async_unload(kit.entry.entry_id)
    await go_to(hass, freezer, dt_util.utcnow() + timedelta(days=1))
    assert calls == []
    await hass.config_entries.async_setup(kit.entry.entry_id)
    await let_pass(hass, freezer, 6)
    assert told(calls) == [("Drill", 30)]
    await reload_all(hass, kit, freezer)
    await reload_all(hass, kit, freezer)
    await midnight(hass, freezer)
    assert len(calls) == 1


async def test_nothing_is_lost_when_home_assistant_was_off_for_a_week(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 33))
    await kit.given_item("Saw", warranty_until=in_days(kit, 36))
    await kit.given_item("Lamp", warranty_until=in_days(kit, 40))
    calls = await given_automation(hass, EXPIRING)
    await kit.inventory._database.async_write(SYSTEM, meta.set_reminded_on, kit.inventory.today)
    await hass.config_entries.async_unload(kit.entry.entry_id)
    await go_to(hass, freezer, dt_util.utcnow() + timedelta(days=7))
    await hass.config_entries.async_setup(kit.entry.entry_id)
    await let_pass(hass, freezer, 6)
    assert told(calls) == [("Drill", 26), ("Saw", 29)]


async def test_the_first_run_ever_tells_what_enters_the_window_that_day(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    for days in (29, 30, 31):
        await kit.given_item(f"Ends in {days}", warranty_until=in_days(kit, days))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    assert told(calls) == [("Ends in 30", 30)]


async def test_reminders_wait_until_automations_are_attached(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 30))
    await hass.config_entries.async_unload(kit.entry.entry_id)
    hass.set_state(CoreState.starting)
    await hass.config_entries.async_setup(kit.entry.entry_id)
    await let_pass(hass, freezer, 60)
    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    await let_pass(hass, freezer, 4)
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 4)
    assert calls == []
    await let_pass(hass, freezer, 2)
    assert told(calls) == [("Drill", 30)]


async def test_days_are_the_integrations_warning_days_unless_told_otherwise(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    hass.config_entries.async_update_entry(kit.entry, options={"warning_days": 10})
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.given_item("Drill", warranty_until=in_days(kit, 10))
    calls = await given_automation(hass, {"trigger": "home_inventory.warranty_expiring"})
    await let_pass(hass, freezer, 6)
    assert told(calls) == [("Drill", 10)]


async def test_an_item_added_inside_the_window_is_told_at_once_and_only_once(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    await kit.given_item("Drill", warranty_until=in_days(kit, 30))
    await settle(hass)
    assert told(calls) == [("Drill", 30)]
    await kit.ws("item/update", item="Drill", notes="x")
    await kit.ws("item/update", item="Drill", warranty_until=in_days(kit, 20))
    await midnight(hass, freezer)
    assert len(calls) == 1


async def test_an_item_added_before_the_first_reminders_of_the_day_is_told_once_also_after_a_restart(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    calls = await given_automation(hass, EXPIRING)
    await kit.given_item("Drill", warranty_until=in_days(kit, 30))
    await settle(hass)
    await reload_all(hass, kit, freezer)
    await reload_all(hass, kit, freezer)
    assert told(calls) == [("Drill", 30)]


async def test_a_warranty_that_is_corrected_into_the_window_is_told_at_once(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, hass_admin_user: MockUser
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 300))
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    context = Context(user_id=hass_admin_user.id)
    await kit.action("update_item", context=context, item="Drill", warranty_until=in_days(kit, 0))
    await settle(hass)
    assert told(calls) == [("Drill", 0)]
    assert json.loads(calls[0].data["message"])["description"] == "warranty of Drill ends today"
    assert calls[0].context.parent_id == context.id


async def test_a_restored_item_is_told_again_of(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 5))
    await kit.ws("item/remove", item="Drill")
    calls = await given_automation(hass, EXPIRING)
    await let_pass(hass, freezer, 6)
    await kit.ws("item/restore", item="Drill")
    await settle(hass)
    assert told(calls) == [("Drill", 5)]


@pytest.mark.parametrize("trigger", [EXPIRING, EXPIRED])
async def test_what_is_archived_or_lasts_for_ever_never_triggers(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, trigger: dict[str, Any]
) -> None:
    calls = await given_automation(hass, trigger)
    for days in (0, 31):
        await kit.given_item(f"Archived {days}", warranty_until=in_days(kit, days + 100))
        await kit.ws("item/remove", item=f"Archived {days}")
        await kit.given_item(f"Knife {days}", warranty_until=in_days(kit, days), lifetime_warranty=True)
    await let_pass(hass, freezer, 6)
    await midnight(hass, freezer)
    await go_to(hass, freezer, dt_util.utcnow() + timedelta(days=80))
    assert calls == []


async def test_an_expired_warranty_triggers_on_the_day_after_its_last(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 0))
    await kit.given_item("Old lamp", warranty_until=in_days(kit, -500))
    calls = await given_automation(hass, EXPIRED)
    await let_pass(hass, freezer, 6)
    assert calls == []
    await midnight(hass, freezer)
    await midnight(hass, freezer)
    assert told(calls) == [("Drill", -1)]


async def test_only_the_item_that_was_named_triggers(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=in_days(kit, 0))
    await kit.given_item("Lamp", warranty_until=in_days(kit, 0))
    calls = await given_automation(hass, EXPIRED | {"options": {"item": "lamp"}})
    await let_pass(hass, freezer, 6)
    await midnight(hass, freezer)
    assert told(calls) == [("Lamp", -1)]


async def test_listeners_with_different_windows_share_one_question(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    for days in (8, 31, 91):
        await kit.given_item(f"Ends in {days}", warranty_until=in_days(kit, days))
    calls = async_mock_service(hass, "notify", "phone")
    triggers = [EXPIRED, *(EXPIRING | {"options": {"days": days}} for days in (7, 30, 90))]
    await async_setup_component(hass, "automation", {"automation": [CONFIG | {"triggers": triggers, "mode": "queued"}]})
    await let_pass(hass, freezer, 6)
    with patch(
        "custom_components.home_inventory.db.reminders.list_ending",
        wraps=kit.inventory.reminders._async_tell.__globals__["reminders"].list_ending,
    ) as asked:
        await midnight(hass, freezer)
    assert asked.call_count == 1
    assert told(calls) == [("Ends in 8", 7), ("Ends in 31", 30), ("Ends in 91", 90)]
