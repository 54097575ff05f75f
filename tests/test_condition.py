"""Conditions of automations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.exceptions import ConditionError
from homeassistant.helpers import condition

from .automations import given_automation
from .clock import settle

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.condition import ConditionChecker

    from .kit import InventoryTestKit


async def _condition(hass: HomeAssistant, key: str, **options: str) -> ConditionChecker:
    config: dict[str, Any] = {"condition": f"home_inventory.{key}", "options": options}
    validated = await condition.async_validate_condition_config(hass, config)
    return await condition.async_from_config(hass, validated)


@pytest.fixture
async def house(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a drill on a shelf in the garage."""
    await kit.given_location("Garage")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_location("Attic")
    await kit.given_item("Drill", location="Shelf", quantity=2)
    return kit


@pytest.mark.parametrize(("place", "answer"), [("Shelf", True), ("Garage", True), ("Home", True), ("Attic", False)])
async def test_an_item_is_in_a_place_and_in_everything_around_it(
    hass: HomeAssistant, house: InventoryTestKit, place: str, answer: bool
) -> None:
    checker = await _condition(hass, "item_is_in", item="drill", location=place)
    assert checker.async_check() is answer
    checker.async_unload()


async def test_the_answer_follows_the_item_and_its_place(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "item_is_in", item="Drill", location="Attic")
    await house.ws("item/move", item="Drill", to="Attic", quantity=1)
    assert checker.async_check() is True
    await house.ws("item/move", item="Drill", to="Shelf")
    assert checker.async_check() is False
    await house.ws("location/move", location="Shelf", to="Attic")
    assert checker.async_check() is True
    checker.async_unload()


async def test_an_id_follows_a_rename_and_a_name_follows_whoever_has_it(
    hass: HomeAssistant, house: InventoryTestKit
) -> None:
    drill = (await house.item("Drill"))["id"]
    by_id = await _condition(hass, "item_is_in", item=drill, location="Garage")
    by_name = await _condition(hass, "item_is_in", item="Drill", location="Garage")
    await house.ws("item/update", item="Drill", name="Old drill")
    await settle(hass)
    assert by_id.async_check() is True
    with pytest.raises(ConditionError, match="Drill"):
        by_name.async_check()
    await house.given_item("Drill", location="Attic")
    await settle(hass)
    assert by_name.async_check() is False
    by_id.async_unload()
    by_name.async_unload()


async def test_a_name_that_two_items_share_is_no_answer(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "item_is_in", item="Drill", location="Garage")
    other = await house.given_item("Drill", location="Attic")
    await settle(hass)
    with pytest.raises(ConditionError, match="several"):
        checker.async_check()
    await house.ws("item/remove", item=other, permanently=True)
    await settle(hass)
    assert checker.async_check() is True
    checker.async_unload()


async def test_an_alias_is_an_answer_until_something_is_called_so(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "item_is_in", item="Borer", location="Garage")
    await house.ws("item/update", item="Drill", aliases=["borer"])
    await settle(hass)
    assert checker.async_check() is True
    await house.given_item("Borer", location="Attic")
    await settle(hass)
    assert checker.async_check() is False
    await house.ws("item/move", item="Drill", to="Attic")
    await house.ws("item/remove", item="Borer", permanently=True)
    await house.ws("item/move", item="Drill", to="Garage")
    await settle(hass)
    assert checker.async_check() is True
    checker.async_unload()


async def test_an_unknown_place_is_no_answer(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "item_is_in", item="Drill", location="Nowhere")
    with pytest.raises(ConditionError, match="location_not_found"):
        checker.async_check()
    checker.async_unload()


async def test_stock_is_low_below_the_minimum(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "stock_is_low", item="Drill")
    assert checker.async_check() is False
    await house.ws("item/update", item="Drill", minimum_quantity=3)
    assert checker.async_check() is True
    await house.ws("item/adjust", item="Drill", by=1)
    assert checker.async_check() is False
    checker.async_unload()


async def test_without_an_item_any_item_may_run_low(hass: HomeAssistant, house: InventoryTestKit) -> None:
    await house.given_item("Candles", quantity=1, minimum_quantity=4)
    checker = await _condition(hass, "stock_is_low")
    assert checker.async_check() is True
    await house.ws("item/remove", item="Candles")
    assert checker.async_check() is False
    await house.ws("item/restore", item="Candles")
    assert checker.async_check() is True
    await house.ws("item/adjust", item="Candles", to=4)
    assert checker.async_check() is False
    checker.async_unload()


async def test_changes_are_reported_without_polling(hass: HomeAssistant, house: InventoryTestKit) -> None:
    checker = await _condition(hass, "item_is_in", item="Drill", location="Attic")
    answers: list[bool | None] = []
    stop = await checker.async_track_changes(lambda: answers.append(checker.async_check()))
    await house.ws("item/move", item="Drill", to="Attic")
    await house.ws("location/move", location="Attic", to="Garage")
    stop()
    await house.ws("item/move", item="Drill", to="Garage")
    assert not checker.needs_polling
    assert answers == [True, True]
    checker.async_unload()


async def test_a_condition_outlives_a_reload_and_needs_the_inventory(
    hass: HomeAssistant, house: InventoryTestKit
) -> None:
    checker = await _condition(hass, "item_is_in", item="Drill", location="Garage")
    await hass.config_entries.async_unload(house.entry.entry_id)
    with pytest.raises(ConditionError, match="not loaded"):
        checker.async_check()
    await hass.config_entries.async_setup(house.entry.entry_id)
    await settle(hass)
    assert checker.async_check() is True
    checker.async_unload()


async def test_a_condition_may_come_before_the_inventory(hass: HomeAssistant, house: InventoryTestKit) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    checker = await _condition(hass, "stock_is_low", item="Drill")
    await hass.config_entries.async_setup(house.entry.entry_id)
    await settle(hass)
    assert checker.async_check() is False
    checker.async_unload()


async def test_an_automation_asks_before_it_acts(hass: HomeAssistant, house: InventoryTestKit) -> None:
    calls = await given_automation(
        hass,
        None,
        conditions=[{"condition": "home_inventory.item_is_in", "options": {"item": "Drill", "location": "Attic"}}],
    )
    hass.bus.async_fire("ask")
    await settle(hass)
    assert calls == []
    await house.ws("item/move", item="Drill", to="Attic")
    hass.bus.async_fire("ask")
    await settle(hass)
    assert len(calls) == 1
