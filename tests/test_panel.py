"""The panel and the cards."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest
from homeassistant.components import frontend
from homeassistant.config_entries import ConfigEntryDisabler
from homeassistant.const import EVENT_PANELS_UPDATED
from homeassistant.helpers import issue_registry as ir

from custom_components.home_inventory import panel
from custom_components.home_inventory.const import DOMAIN

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockConfigEntry
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

    from .kit import InventoryTestKit


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a built front end in place of the one that may or may not be there."""
    monkeypatch.setattr(panel, "_FOLDER", tmp_path)
    (tmp_path / "build.json").write_text(json.dumps({"hash": "0123abcd"}), encoding="utf-8")
    (tmp_path / "panel.js").write_text("export const panel = 1;", encoding="utf-8")
    return tmp_path


@pytest.fixture
def no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Take the built front end away."""
    monkeypatch.setattr(panel, "_FOLDER", tmp_path)
    return tmp_path


async def test_the_panel_is_in_the_side_bar(build: Path, kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Its address changes with its content, so that no browser shows an old one."""
    shown = hass.data[frontend.DATA_PANELS][panel.PANEL_PATH].to_response()

    assert shown["config"]["_panel_custom"]["module_url"] == "/home_inventory_static/panel.js?v=0123abcd"
    assert (shown["title"], shown["require_admin"]) == ("Inventory", False)
    assert "/home_inventory_static/cards.js?v=0123abcd" in hass.data[frontend.DATA_EXTRA_MODULE_URL].urls
    assert ir.async_get(hass).async_get_issue(DOMAIN, "frontend_missing") is None


@pytest.mark.parametrize(("language", "title"), [("de-CH", "Inventar"), ("fr", "Inventaire"), ("sv", "Inventory")])
async def test_the_side_bar_speaks_the_language_of_the_home(
    build: Path, kit: InventoryTestKit, hass: HomeAssistant, language: str, title: str
) -> None:
    """One of those that the panel speaks, otherwise English."""
    hass.config.language = language
    panel.async_hide(hass)
    await hass.config_entries.async_reload(kit.entry.entry_id)

    assert hass.data[frontend.DATA_PANELS][panel.PANEL_PATH].to_response()["title"] == title


async def test_its_files_are_served(
    build: Path, kit: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator
) -> None:
    """To anyone who opens Home Assistant, and may be kept by the browser."""
    client = await hass_client_no_auth()

    answer = await client.get("/home_inventory_static/panel.js")

    assert (answer.status, await answer.text()) == (HTTPStatus.OK, "export const panel = 1;")
    assert "max-age" in answer.headers["Cache-Control"]
    assert (await client.get("/home_inventory_static/secrets.yaml")).status == HTTPStatus.NOT_FOUND


async def test_who_looks_at_the_panel_stays_there_while_the_entry_is_loaded_again(
    build: Path, kit: InventoryTestKit, hass: HomeAssistant
) -> None:
    """The front end would send them to the first page as soon as the panel is gone."""
    told: list[object] = []
    hass.bus.async_listen(EVENT_PANELS_UPDATED, told.append)

    await hass.config_entries.async_reload(kit.entry.entry_id)
    await hass.async_block_till_done()

    assert panel.PANEL_PATH in hass.data[frontend.DATA_PANELS]
    assert told == []


async def test_disabling_takes_the_panel_and_the_cards_away(
    build: Path, kit: InventoryTestKit, hass: HomeAssistant
) -> None:
    """Enabling brings them back."""
    await hass.config_entries.async_set_disabled_by(kit.entry.entry_id, ConfigEntryDisabler.USER)
    gone = panel.PANEL_PATH not in hass.data[frontend.DATA_PANELS], hass.data[frontend.DATA_EXTRA_MODULE_URL].urls
    await hass.config_entries.async_set_disabled_by(kit.entry.entry_id, None)

    assert gone[0]
    assert not [url for url in gone[1] if url.startswith("/home_inventory_static")]
    assert panel.PANEL_PATH in hass.data[frontend.DATA_PANELS]


async def test_removing_takes_the_panel_away(build: Path, kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """For good, though the data is kept."""
    await hass.config_entries.async_remove(kit.entry.entry_id)

    assert panel.PANEL_PATH not in hass.data[frontend.DATA_PANELS]


async def test_another_build_takes_the_place_of_the_first(
    build: Path, kit: InventoryTestKit, hass: HomeAssistant
) -> None:
    """As it happens while somebody works on it."""
    (build / "build.json").write_text(json.dumps({"hash": "4567"}), encoding="utf-8")

    await hass.config_entries.async_reload(kit.entry.entry_id)

    shown = hass.data[frontend.DATA_PANELS][panel.PANEL_PATH].to_response()
    assert shown["config"]["_panel_custom"]["module_url"].endswith("?v=4567")


async def test_without_a_build_everything_else_works(
    no_build: Path, kit: InventoryTestKit, hass: HomeAssistant
) -> None:
    """And a repair issue says what is missing."""
    await kit.given_item("Drill")

    issue = ir.async_get(hass).async_get_issue(DOMAIN, "frontend_missing")
    assert issue is not None
    assert issue.translation_key == "frontend_missing"
    assert panel.PANEL_PATH not in hass.data[frontend.DATA_PANELS]


@pytest.mark.parametrize("content", ["", "{", "{}", "[]", '"x"', "\x00"])
async def test_a_build_that_is_broken_counts_as_missing(
    no_build: Path, entry: MockConfigEntry, hass: HomeAssistant, hass_ws_client: WebSocketGenerator, content: str
) -> None:
    """It is no reason not to start."""
    (no_build / "build.json").write_text(content, encoding="utf-8")

    assert await hass.async_add_executor_job(panel._read_build) is None


async def test_the_issue_goes_with_its_reason(no_build: Path, kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """As soon as the integration is loaded with a build."""
    (no_build / "build.json").write_text('{"hash": "1"}', encoding="utf-8")

    await hass.config_entries.async_reload(kit.entry.entry_id)

    assert ir.async_get(hass).async_get_issue(DOMAIN, "frontend_missing") is None
