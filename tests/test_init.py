"""The life of the entry: set up, unloaded, removed, and days on which the database is not well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from homeassistant.components import frontend
from homeassistant.config_entries import ConfigEntryState
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.errors import NewerSchemaError

from .kit import CommandError

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit

MIGRATE = "custom_components.home_inventory.db.database.migrate"


@pytest.fixture(autouse=True)
async def _core(hass: HomeAssistant) -> None:
    """Set up what Home Assistant always has: Assist needs it."""
    assert await async_setup_component(hass, "homeassistant", {})


async def _refusal(kit: InventoryTestKit, command: str, **values: object) -> str:
    """Return the code with which a command is refused."""
    try:
        await kit.ws(command, **values)
    except CommandError as err:
        return err.code
    return "answered"


async def test_what_was_added_is_there_after_a_reload(kit: InventoryTestKit) -> None:
    """Unloading finishes what is being written, setting up finds it."""
    await kit.given_item("Drill")
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.hass.async_block_till_done()
    assert await kit.names() == ["Drill"]
    assert await kit.names(query="dril") == ["Drill"]


async def test_an_unloaded_inventory_says_so(kit: InventoryTestKit) -> None:
    """Commands and actions are still there, and answer with a clear error."""
    assert await kit.hass.config_entries.async_unload(kit.entry.entry_id)
    assert kit.entry.state is ConfigEntryState.NOT_LOADED
    assert await _refusal(kit, "item/add", name="Drill") == "not_loaded"


async def test_a_window_goes_on_hearing_after_a_reload(kit: InventoryTestKit) -> None:
    """A subscription outlives a change of the options."""
    client = await kit.client()
    await client.send_json_auto_id({"type": "home_inventory/subscribe"})
    assert (await client.receive_json())["success"]
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await client.send_json_auto_id({"type": "home_inventory/item/add", "name": "Drill"})
    kinds = {(await client.receive_json())["type"] for _ in range(2)}
    assert kinds == {"event", "result"}


async def test_removing_the_integration_keeps_the_data_and_says_so(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """Adding it again finds everything, and the note is gone."""
    await kit.given_item("Drill")
    await hass.config_entries.async_remove(kit.entry.entry_id)
    issues = ir.async_get(hass)
    assert issues.async_get_issue(DOMAIN, "data_kept") is not None
    kit.entry = MockConfigEntry(domain=DOMAIN, title="Home", data={"name": "Another", "places_from_areas": False})
    await kit.async_setup()
    assert issues.async_get_issue(DOMAIN, "data_kept") is None
    assert await kit.names() == ["Drill"]
    assert [site.name for site in kit.inventory.locations.sites()] == ["Home"]


async def test_set_up_is_tried_again_when_the_database_does_not_answer(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    """A database that is away is no reason to give up."""
    entry.add_to_hass(hass)
    away = OperationalError("select", {}, Exception("server has gone away"))
    with patch(MIGRATE, side_effect=away):
        await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY
    assert entry.error_reason_translation_key == "database_unavailable"


async def test_tables_of_a_newer_version_are_left_alone(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    """Set-up ends with an error that says what to do."""
    entry.add_to_hass(hass)
    with patch(MIGRATE, side_effect=NewerSchemaError(version="9999")):
        await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_ERROR
    assert entry.error_reason_translation_key == "schema_newer"


async def test_without_a_built_front_end_everything_else_works(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repair issue says that panel and cards are missing."""
    monkeypatch.setattr("custom_components.home_inventory.panel._FOLDER", tmp_path)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "frontend_missing") is not None
    assert "home-inventory" not in hass.data[frontend.DATA_PANELS]


async def test_with_a_built_front_end_the_panel_is_in_the_side_bar(
    hass: HomeAssistant, entry: MockConfigEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its address changes with its content, and it goes with the entry."""
    (tmp_path / "build.json").write_text(json.dumps({"hash": "abc123"}))
    monkeypatch.setattr("custom_components.home_inventory.panel._FOLDER", tmp_path)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    panel = hass.data[frontend.DATA_PANELS]["home-inventory"]
    assert panel.config["_panel_custom"]["module_url"].endswith("/panel.js?v=abc123")
    assert any("cards.js?v=abc123" in url for url in hass.data[frontend.DATA_EXTRA_MODULE_URL].urls)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "frontend_missing") is None
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert "home-inventory" not in hass.data[frontend.DATA_PANELS]
