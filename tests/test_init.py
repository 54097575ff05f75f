"""Setting up, unloading, removing, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import is_callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import DATA_DISPATCHER
from homeassistant.helpers.recorder import get_instance
from pytest_homeassistant_custom_component.common import MockConfigEntry
from sqlalchemy import create_engine

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db import recorder
from custom_components.home_inventory.inventory import SIGNAL_NOTICE

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


async def test_a_new_home_has_a_place_of_its_name(kit: InventoryTestKit) -> None:
    """And nothing else."""
    everything = await kit.everything()

    home = everything["locations"][0]
    assert (len(everything["locations"]), everything["items"], everything["categories"]) == (1, [], [])
    assert (home["name"], home["kind"], home["parent_id"]) == ("Home", "site", None)


async def test_unloading_stops_everything_and_setting_up_again_works(
    kit: InventoryTestKit, hass: HomeAssistant
) -> None:
    """With everything as it was."""
    await kit.given_item("Drill", location="Home", categories=["Tools"])
    before = await kit.everything()

    assert await hass.config_entries.async_unload(kit.entry.entry_id)
    unloaded = kit.entry.state, hass.states.async_all("sensor")
    assert await hass.config_entries.async_setup(kit.entry.entry_id)
    await kit.until_indexed()

    assert unloaded[0] is ConfigEntryState.NOT_LOADED
    assert {state.state for state in unloaded[1]} <= {"unavailable"}
    assert await kit.everything() == before
    assert await kit.names(query="drill") == ["Drill"]
    assert not hass.config_entries.async_entries(DOMAIN)[0].reason


async def test_removing_keeps_the_data_and_says_so(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Until the integration is added again: then everything is there, under its old name too."""
    await kit.given_item("Drill", location="Home", categories=["Tools"])
    before, rows = await kit.everything(), await kit.tables()

    await hass.config_entries.async_remove(kit.entry.entry_id)
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "data_kept")
    kept = await kit.tables()
    kit.entry = MockConfigEntry(domain=DOMAIN, title="House", data={"name": "House", "places_from_areas": False})
    await kit.async_setup()

    assert issue is not None
    assert (issue.translation_key, issue.severity) == ("data_kept", ir.IssueSeverity.WARNING)
    assert kept == rows
    assert await kit.everything() == before
    assert ir.async_get(hass).async_get_issue(DOMAIN, "data_kept") is None


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the recorder to begin another database for a moment only: these have none to begin."""
    monkeypatch.setattr(recorder, "_PATIENCE", 0.2)


@pytest.mark.usefixtures("impatient")
async def test_set_up_is_tried_again_while_the_database_does_not_answer(
    entry: MockConfigEntry, hass: HomeAssistant, kit: InventoryTestKit
) -> None:
    """And works as soon as it does."""
    await hass.config_entries.async_unload(entry.entry_id)
    instance = get_instance(hass)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(instance, "engine", create_engine("sqlite:////nowhere/at/all.db"))
        assert not await hass.config_entries.async_setup(entry.entry_id)
        failed = entry.state, entry.error_reason_translation_key

    assert await hass.config_entries.async_reload(entry.entry_id)
    assert failed == (ConfigEntryState.SETUP_RETRY, "store_unavailable")
    assert (entry.state, await kit.names()) == (ConfigEntryState.LOADED, [])


async def test_a_store_is_made_once(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Its id tells it from others for ever."""
    store = kit.inventory.store.meta
    await hass.config_entries.async_reload(kit.entry.entry_id)

    assert kit.inventory.store.meta.store_id == store.store_id
    assert kit.inventory.store.meta.generation == 1
    assert len(store.store_id) == 26


@pytest.mark.usefixtures("impatient")
async def test_a_database_that_goes_away_is_an_error_of_its_own(
    kit: InventoryTestKit, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readable, for reading and for writing; afterwards everything goes on."""
    await kit.given_item("Drill")
    with monkeypatch.context() as broken:
        broken.setattr(get_instance(hass), "engine", create_engine("sqlite:////nowhere/at/all.db"))
        errors = [await kit.refused("item/list"), await kit.refused("item/add", name="Saw")]

    assert {error.code for error in errors} == {"store_unavailable"}
    assert (await kit.ws("item/adjust", item="Drill", by=1))["item"]["quantity"] == 2


async def test_nobody_hears_of_a_commit_in_another_thread(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """What is no callback Home Assistant runs in a thread: later, in any order, and for the price of a second commit."""
    await kit.client()
    await kit.watch()
    heard = {
        signal: targets for signal, targets in hass.data[DATA_DISPATCHER].items() if "home_inventory" in str(signal)
    }

    assert len(heard[SIGNAL_NOTICE]) > 5
    assert [target for targets in heard.values() for target in targets if not is_callback(target)] == []
