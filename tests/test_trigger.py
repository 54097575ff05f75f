"""Triggers on what somebody does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import Context
from homeassistant.helpers import condition, trigger
from homeassistant.helpers.icon import async_get_icons
from homeassistant.helpers.translation import async_get_translations
from homeassistant.setup import async_setup_component

from custom_components.home_inventory.const import DOMAIN

from .automations import given_automation
from .clock import settle

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant, ServiceCall
    from pytest_homeassistant_custom_component.common import MockUser

    from .kit import InventoryTestKit


def _payloads(calls: list[ServiceCall]) -> list[dict[str, Any]]:
    return [json.loads(call.data["message"]) for call in calls]


@pytest.fixture
async def garage(kit: InventoryTestKit) -> str:
    """Return a garage with a shelf; there is an attic too, and a drill on the shelf."""
    garage = await kit.given_location("Garage")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_location("Attic")
    await kit.given_item("Drill", location="Shelf", quantity=3)
    return garage


@pytest.mark.usefixtures("garage")
async def test_a_moved_item_triggers_with_where_it_was_and_is(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved"})
    await kit.ws("item/move", item="Drill", to="Attic")
    await settle(hass)
    drill = await kit.item("Drill")
    (payload,) = _payloads(calls)
    assert (payload["item_id"], payload["name"], payload["code"]) == (drill["id"], "Drill", drill["code"])
    assert (payload["from"], payload["to"]) == ("Home / Garage / Shelf", "Home / Attic")
    assert payload["description"] == "Drill moved from Home / Garage / Shelf to Home / Attic"


@pytest.mark.parametrize(
    ("options", "fires"),
    [
        ({"item": "drill"}, 1),
        ({"item": "Saw"}, 0),
        ({"from": "Garage"}, 1),
        ({"from": "Attic"}, 0),
        ({"to": "Home"}, 1),
        ({"to": "Garage"}, 0),
        ({"item": "DRILL", "from": "Home / Garage / Shelf", "to": "Attic"}, 1),
        ({"to": "A place that nobody knows"}, 0),
    ],
)
@pytest.mark.usefixtures("garage")
async def test_only_what_was_asked_for_triggers(
    hass: HomeAssistant, kit: InventoryTestKit, options: dict[str, str], fires: int
) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved", "options": options})
    await kit.ws("item/move", item="Drill", to="Attic", quantity=1)
    await settle(hass)
    assert len(calls) == fires


async def test_an_id_keeps_working_after_a_rename(hass: HomeAssistant, kit: InventoryTestKit, garage: str) -> None:
    drill = (await kit.item("Drill"))["id"]
    calls = await given_automation(
        hass, {"trigger": "home_inventory.item_moved", "options": {"item": drill, "from": garage}}
    )
    await kit.ws("item/update", item="Drill", name="Cordless drill")
    await kit.ws("location/update", location="Garage", name="Workshop")
    await kit.ws("item/move", item="Cordless drill", to="Attic")
    await settle(hass)
    assert [payload["from"] for payload in _payloads(calls)] == ["Home / Workshop / Shelf"]


@pytest.mark.usefixtures("garage")
async def test_a_code_means_the_item_too(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    code = (await kit.item("Drill"))["code"].lower()
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved", "options": {"item": code}})
    await kit.ws("item/move", item="Drill", to="Attic")
    await settle(hass)
    assert len(calls) == 1


@pytest.mark.usefixtures("garage")
async def test_everything_that_a_removed_place_held_has_moved(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Saw", location="Shelf")
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved", "options": {"to": "Attic"}})
    await kit.ws("location/remove", location="Shelf", move_contents_to="Attic")
    await settle(hass)
    assert sorted(payload["name"] for payload in _payloads(calls)) == ["Drill", "Saw"]


@pytest.mark.usefixtures("garage")
async def test_counting_and_adding_is_no_move(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved"})
    await kit.ws("item/adjust", item="Drill", by=1)
    await kit.given_item("Saw", location="Attic")
    await kit.ws("item/remove", item="Drill")
    await settle(hass)
    assert calls == []


@pytest.mark.usefixtures("garage")
async def test_the_automation_runs_in_the_name_of_who_moved_it(
    hass: HomeAssistant, kit: InventoryTestKit, hass_admin_user: MockUser
) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved"})
    context = Context(user_id=hass_admin_user.id)
    await kit.action("move_item", context=context, item="Drill", to="Attic")
    await settle(hass)
    assert [call.context.parent_id for call in calls] == [context.id]


async def test_stock_low_fires_once_until_there_was_enough(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("AA batteries", quantity=8, minimum_quantity=4, unit="pack")
    calls = await given_automation(hass, {"trigger": "home_inventory.stock_low"})
    for quantity in (4, 3, 2, 5, 1):
        await kit.ws("item/adjust", item="AA batteries", to=quantity)
    await settle(hass)
    payloads = _payloads(calls)
    assert [(payload["quantity"], payload["minimum_quantity"]) for payload in payloads] == [(3, 4), (1, 4)]
    assert payloads[0]["description"] == "AA batteries runs low: 3 pack left"


async def test_a_higher_minimum_can_make_the_stock_low(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("AA batteries", quantity=8)
    calls = await given_automation(hass, {"trigger": "home_inventory.stock_low", "options": {"item": "aa batteries"}})
    await kit.ws("item/update", item="AA batteries", minimum_quantity=9)
    await kit.ws("item/update", item="AA batteries", minimum_quantity=10)
    await kit.ws("item/update", item="AA batteries", notes="in the drawer")
    await settle(hass)
    assert [payload["minimum_quantity"] for payload in _payloads(calls)] == [9]


async def test_what_is_archived_never_runs_low(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Candles", quantity=1, minimum_quantity=4)
    calls = await given_automation(hass, {"trigger": "home_inventory.stock_low", "options": {"item": "Candles"}})
    await kit.ws("item/remove", item="Candles")
    await settle(hass)
    assert calls == []


async def test_moving_within_the_house_does_not_make_stock_low(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Garage")
    await kit.given_item("Candles", quantity=5, minimum_quantity=4, location="Home")
    calls = await given_automation(hass, {"trigger": "home_inventory.stock_low"})
    await kit.ws("item/move", item="Candles", to="Garage", quantity=3)
    await settle(hass)
    assert calls == []


async def test_an_automation_survives_a_reload_of_the_inventory(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Home")
    calls = await given_automation(hass, {"trigger": "home_inventory.item_moved"})
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.ws("item/move", item="Drill", to="Garage")
    await settle(hass)
    assert len(calls) == 1


@pytest.mark.parametrize(
    "config",
    [
        {"trigger": "home_inventory.item_moved", "options": {"item": ""}},
        {"trigger": "home_inventory.item_moved", "options": {"where": "Garage"}},
        {"trigger": "home_inventory.warranty_expiring", "options": {"days": -1}},
        {"trigger": "home_inventory.warranty_expiring", "options": {"days": "soon"}},
        {"trigger": "home_inventory.warranty_expired", "options": {"days": 3}},
    ],
)
@pytest.mark.usefixtures("kit")
async def test_a_wrong_option_makes_an_automation_unavailable(hass: HomeAssistant, config: dict[str, Any]) -> None:
    automation = {"alias": "Tell me", "triggers": [config], "actions": []}
    await async_setup_component(hass, "automation", {"automation": [automation]})
    await settle(hass)
    assert hass.states.get("automation.tell_me").state == "unavailable"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.usefixtures("kit")
async def test_the_editor_can_describe_every_trigger_and_condition(hass: HomeAssistant, language: str) -> None:
    await async_setup_component(hass, "automation", {})
    described = {
        "triggers": await trigger.async_get_all_descriptions(hass),
        "conditions": await condition.async_get_all_descriptions(hass),
    }
    expected: set[str] = set()
    for kind, descriptions in described.items():
        ours = {key: value for key, value in descriptions.items() if key.startswith(f"{DOMAIN}.")}
        for key, value in ours.items():
            base = f"component.{DOMAIN}.{kind}.{key.removeprefix(f'{DOMAIN}.')}"
            expected |= {f"{base}.name", f"{base}.description"}
            expected |= {
                f"{base}.fields.{field}.{part}" for field in value["fields"] for part in ("name", "description")
            }
        icons = await async_get_icons(hass, kind, {DOMAIN})
        assert {f"{DOMAIN}.{name}" for name in icons[DOMAIN]} == ours.keys()
    words: set[str] = set()
    for kind in described:
        words |= (await async_get_translations(hass, language, kind, {DOMAIN})).keys()
    assert words == expected
    assert len(expected) == 56
