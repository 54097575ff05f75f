"""The database goes away for a while, and comes back."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from homeassistant.core import Context
from homeassistant.exceptions import ConditionError, HomeAssistantError, ServiceValidationError
from homeassistant.helpers import condition, llm
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.pacing import PacedReader

from .automations import given_automation
from .clock import go_to, let_pass, settle
from .outage import database_away

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit

GONE = "Error fetching home_inventory figures data"
BACK = "Fetching home_inventory figures data recovered"


@pytest.fixture(autouse=True)
def _noon(freezer: FrozenDateTimeFactory) -> None:
    """Begin at noon in the home's time zone, so that no test crosses midnight by chance."""
    freezer.move_to("2026-11-10 20:00:00+00:00")


@pytest.fixture
async def house(kit: InventoryTestKit, hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> InventoryTestKit:
    """Return a household with a garage and a drill that has a device of its own, and nothing going on."""
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage", quantity=2)
    await kit.ws("item/update", item="Drill", promoted=True)
    await let_pass(hass, freezer, 2)
    await let_pass(hass, freezer, 2)
    return kit


def _states(hass: HomeAssistant, kit: InventoryTestKit) -> dict[str, str]:
    """Return the states of all entities but those of sources, which are not about the database."""
    entities = er.async_entries_for_config_entry(er.async_get(hass), kit.entry.entry_id)
    return {
        entity.entity_id: hass.states.get(entity.entity_id).state
        for entity in entities
        if entity.disabled_by is None and not entity.unique_id.startswith("hass_")
    }


def _are_unavailable(hass: HomeAssistant, kit: InventoryTestKit) -> set[bool]:
    return {state == "unavailable" for state in _states(hass, kit).values()}


def _stack_traces(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was logged with a stack trace, for others than those who debug."""
    return [record.getMessage() for record in caplog.records if record.exc_info and record.levelno > logging.DEBUG]


async def test_all_entities_go_once_and_come_back_by_themselves(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    """What it shows first is somebody who can't look something up; nobody has to do anything afterwards."""
    before = _states(hass, house)
    assert len(before) == 11
    with database_away(hass):
        await house.refused("item/list")
        await settle(hass)
        assert _are_unavailable(hass, house) == {True}
        for seconds in (2, 4, 8, 16, 30, 30, 30):
            await let_pass(hass, freezer, seconds)
        assert _are_unavailable(hass, house) == {True}
        assert (caplog.text.count(GONE), caplog.text.count(BACK)) == (1, 0)
        assert "home_inventory devices data: " not in caplog.text
    await let_pass(hass, freezer, 30)

    assert _states(hass, house) == before
    assert (caplog.text.count(GONE), caplog.text.count(BACK)) == (1, 1)
    assert _stack_traces(caplog) == []


async def test_a_short_outage_is_over_after_two_seconds(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    with database_away(hass):
        await house.refused("item/add", name="Saw")
        await settle(hass)
        assert _are_unavailable(hass, house) == {True}
    await let_pass(hass, freezer, 2)
    assert _are_unavailable(hass, house) == {False}
    await house.given_item("Saw")
    await let_pass(hass, freezer, 2)
    assert hass.states.get("sensor.home_items").state == "2"


async def test_an_outage_that_somebody_else_runs_into_is_seen(hass: HomeAssistant, house: InventoryTestKit) -> None:
    """The recorder, for example, writes every few seconds."""
    with database_away(hass):
        with pytest.raises(OperationalError):
            await house.run_sql("SELECT count(*) FROM home_inventory_items")
        await settle(hass)
        assert _are_unavailable(hass, house) == {True}


async def test_a_mistake_in_a_statement_is_no_outage(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(OperationalError):
        await house.run_sql("SELECT nonsense FROM nowhere")
    await let_pass(hass, freezer, 2)
    assert _are_unavailable(hass, house) == {False}
    assert GONE not in caplog.text


async def test_a_day_that_begins_in_an_outage_is_read_afterwards(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """Figures and calendar depend on the day."""
    await house.given_item("Saw", warranty_until=house.inventory.today.isoformat())
    await let_pass(hass, freezer, 2)
    assert hass.states.get("sensor.home_warranties_expiring").state == "1"
    with database_away(hass):
        await go_to(hass, freezer, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
        assert _are_unavailable(hass, house) == {True}
    await let_pass(hass, freezer, 2)
    assert hass.states.get("sensor.home_warranties_expiring").state == "0"
    assert "message" not in hass.states.get("calendar.home_deadlines").attributes


async def test_nothing_goes_on_after_unloading_in_an_outage(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    with database_away(hass):
        await house.refused("item/list")
        await settle(hass)
        assert await hass.config_entries.async_unload(house.entry.entry_id)
        await let_pass(hass, freezer, 60)
    await let_pass(hass, freezer, 60)
    assert BACK not in caplog.text
    assert _are_unavailable(hass, house) == {True}


async def test_what_is_asked_in_an_outage_is_refused_in_plain_words(
    hass: HomeAssistant, house: InventoryTestKit, caplog: pytest.LogCaptureFixture
) -> None:
    """Over the websocket, by actions, by a calendar card and by a language model."""
    with database_away(hass):
        with pytest.raises(HomeAssistantError) as calendar:
            await hass.services.async_call(
                "calendar",
                "get_events",
                {"entity_id": "calendar.home_deadlines", "duration": {"days": 3}},
                blocking=True,
                return_response=True,
            )
        codes = {(await house.refused(command)).code for command in ("item/list", "info", "change/list")}
        with pytest.raises(ServiceValidationError, match="does not answer") as action:
            await house.action("add_item", name="Saw")
        api = await llm.async_get_api(
            hass, llm.LLM_API_ASSIST, llm.LLMContext("test", Context(), "en", "conversation", None)
        )
        answer = await api.async_call_tool(llm.ToolInput("home_inventory__find_item", {"query": "drill"}))

    assert codes == {action.value.translation_key, calendar.value.translation_key, answer.data["error"]}
    assert codes == {"store_unavailable"}
    assert _stack_traces(caplog) == []


async def test_a_condition_that_could_not_be_read_says_so_and_answers_later(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """An automation that is set up in an outage works afterwards."""
    config = {"condition": "home_inventory.item_is_in", "options": {"item": "Drill", "location": "Garage"}}
    low = {"condition": "home_inventory.stock_is_low", "options": {}}
    with database_away(hass):
        checkers = [
            await condition.async_from_config(hass, await condition.async_validate_condition_config(hass, each))
            for each in (config, low)
        ]
        for checker in checkers:
            with pytest.raises(ConditionError, match="does not answer"):
                checker.async_check()
    await let_pass(hass, freezer, 2)
    assert [checker.async_check() for checker in checkers] == [True, False]
    for checker in checkers:
        checker.async_unload()


async def test_a_condition_goes_on_answering_from_memory(hass: HomeAssistant, house: InventoryTestKit) -> None:
    """Nothing can change while the database is away."""
    config = {"condition": "home_inventory.item_is_in", "options": {"item": "Drill", "location": "Garage"}}
    checker = await condition.async_from_config(hass, await condition.async_validate_condition_config(hass, config))
    with database_away(hass):
        await house.refused("item/list")
        await settle(hass)
        assert checker.async_check() is True
    checker.async_unload()


async def test_a_reminder_that_was_missed_is_given_once(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    ends = house.inventory.today + timedelta(days=31)
    await house.given_item("Saw", warranty_until=ends.isoformat())
    told = await given_automation(hass, {"trigger": "home_inventory.warranty_expiring", "options": {"days": 30}})
    await let_pass(hass, freezer, 6)
    with database_away(hass):
        await go_to(hass, freezer, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
        await let_pass(hass, freezer, 2)
        assert told == []
    await let_pass(hass, freezer, 30)
    await let_pass(hass, freezer, 30)
    assert len(told) == 1


async def test_the_more_a_read_costs_the_longer_it_rests(
    hass: HomeAssistant, house: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """Half a second rests for ten; what is asked for meanwhile is read once afterwards."""
    reads = []

    async def read() -> bool:
        reads.append(dt_util.utcnow())
        freezer.tick(0.5)
        return True

    reader = PacedReader(hass, house.entry, read)
    for _ in range(3):
        reader.request()
    await let_pass(hass, freezer, 9)
    assert len(reads) == 1
    await let_pass(hass, freezer, 1)
    assert len(reads) == 2
    await let_pass(hass, freezer, 11)
    assert len(reads) == 2
    reader.stop()
