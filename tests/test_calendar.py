"""The calendar of deadlines."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.store_errors import StoreUnavailableError

from .clock import go_to, let_pass, settle

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant, State

    from .kit import InventoryTestKit


@pytest.fixture(autouse=True)
def _noon(freezer: FrozenDateTimeFactory) -> None:
    """Begin at noon of a day, so that no test crosses midnight by chance."""
    freezer.move_to("2026-11-10 20:00:00+00:00")


def _calendar(hass: HomeAssistant, kit: InventoryTestKit) -> State:
    entity_id = er.async_get(hass).async_get_entity_id("calendar", DOMAIN, f"{kit.entry.entry_id}_deadlines")
    return hass.states.get(entity_id)


async def _events(hass: HomeAssistant, kit: InventoryTestKit, first: str, last: str) -> list[dict[str, Any]]:
    entity_id = _calendar(hass, kit).entity_id
    answer = await hass.services.async_call(
        "calendar",
        "get_events",
        {"entity_id": entity_id, "start_date_time": first, "end_date_time": last},
        blocking=True,
        return_response=True,
    )
    return answer[entity_id]["events"]


async def test_a_home_without_deadlines_has_no_next_event(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    assert (_calendar(hass, kit).state, "message" in _calendar(hass, kit).attributes) == ("off", False)


async def test_the_last_day_of_a_warranty_is_an_event_of_that_day(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Garage")
    drill = await kit.given_item(
        "Drill", location="Garage", warranty_until="2026-12-24", manufacturer="Acme", model="D1"
    )
    code = (await kit.item(drill))["code"]
    assert await _events(hass, kit, "2026-12-24 00:00:00", "2026-12-25 00:00:00") == [
        {
            "start": "2026-12-24",
            "end": "2026-12-25",
            "summary": "Drill: warranty ends",
            "description": f"Acme D1 · {code}",
            "location": "Home / Garage",
        }
    ]
    assert await _events(hass, kit, "2026-12-25 00:00:00", "2027-12-25 00:00:00") == []


async def test_lots_are_best_before_their_days(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Milk", quantity=2, best_before="2026-11-14", lot="L7")
    await kit.given_item("Drill", warranty_until="2026-11-12")
    found = await _events(hass, kit, "2026-11-01 00:00:00", "2026-12-01 00:00:00")
    assert [(event["start"], event["summary"]) for event in found] == [
        ("2026-11-12", "Drill: warranty ends"),
        ("2026-11-14", "Milk: best before"),
    ]


async def test_what_is_archived_or_lasts_for_ever_is_no_deadline(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Drill", warranty_until="2026-11-12")
    await kit.ws("item/remove", item="Drill")
    await kit.given_item("Knife", warranty_until="2026-11-13", lifetime_warranty=True)
    assert await _events(hass, kit, "2026-11-01 00:00:00", "2026-12-01 00:00:00") == []


async def test_the_state_is_about_what_comes_next(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until="2026-12-24")
    await settle(hass)
    assert _calendar(hass, kit).attributes["message"] == "Drill: warranty ends"
    await kit.given_item("Milk", best_before="2026-11-14")
    await let_pass(hass, freezer, 1)
    assert _calendar(hass, kit).attributes["message"] == "Milk: best before"
    assert _calendar(hass, kit).state == "off"


async def test_the_calendar_is_on_for_the_day_and_goes_on_to_the_next(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    today = kit.inventory.today
    await kit.given_item("Drill", warranty_until=today.isoformat())
    await let_pass(hass, freezer, 1)
    await kit.given_item("Saw", warranty_until=(today + timedelta(days=9)).isoformat())
    await let_pass(hass, freezer, 1)
    assert (_calendar(hass, kit).state, _calendar(hass, kit).attributes["message"]) == ("on", "Drill: warranty ends")
    await go_to(hass, freezer, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
    assert (_calendar(hass, kit).state, _calendar(hass, kit).attributes["message"]) == ("off", "Saw: warranty ends")


async def test_a_german_home_has_a_german_calendar(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    hass.config.language = "de"
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.given_item("Bohrer", warranty_until="2026-12-24")
    await let_pass(hass, freezer, 1)
    assert _calendar(hass, kit).attributes["message"] == "Bohrer: Garantie endet"


async def test_the_calendar_is_unavailable_while_what_comes_next_cannot_be_read(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    with patch.object(type(kit.inventory.figures), "async_next_deadlines", side_effect=StoreUnavailableError):
        await kit.given_item("Drill")
        await let_pass(hass, freezer, 1)
        await kit.given_item("Saw")
        await let_pass(hass, freezer, 1)
        assert _calendar(hass, kit).state == "unavailable"
    assert caplog.text.count("Error fetching home_inventory figures data") == 1
    await kit.given_item("Hammer")
    await let_pass(hass, freezer, 1)
    assert _calendar(hass, kit).state == "off"


async def test_what_is_archived_used_up_or_past_does_not_come_next(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until="2026-11-12")
    await kit.ws("item/remove", item="Drill")
    await kit.given_item("Knife", warranty_until="2026-11-13", lifetime_warranty=True)
    await kit.given_item("Cream", best_before="2026-11-11", quantity=0)
    await kit.given_item("Milk", best_before="2026-11-01")
    await kit.given_item("Butter", best_before="2026-11-20")
    await let_pass(hass, freezer, 1)
    assert _calendar(hass, kit).attributes["message"] == "Butter: best before"
