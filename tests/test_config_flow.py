"""Setting the inventory up, changing it, and its options, through Home Assistant's own flows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from homeassistant.config_entries import SOURCE_USER
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr
from homeassistant.setup import async_setup_component

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.models import LocationKind

if TYPE_CHECKING:
    from homeassistant.config_entries import ConfigFlowResult
    from homeassistant.core import HomeAssistant

    from custom_components.home_inventory.inventory import Inventory

    from .kit import InventoryTestKit

PING = "custom_components.home_inventory.db.database.Database.async_ping"


@pytest.fixture(autouse=True)
async def _core(hass: HomeAssistant) -> None:
    """Set up what Home Assistant always has: Assist needs it."""
    assert await async_setup_component(hass, "homeassistant", {})


async def _submit(hass: HomeAssistant, name: str, *, areas: bool = False) -> ConfigFlowResult:
    """Open the form and send it."""
    form = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    answers = {"name": name, "places_from_areas": areas}
    result = await hass.config_entries.flow.async_configure(form["flow_id"], answers)
    await hass.async_block_till_done(wait_background_tasks=False)
    return result


def _inventory(hass: HomeAssistant) -> Inventory:
    """Return the inventory that was set up."""
    return hass.config_entries.async_loaded_entries(DOMAIN)[0].runtime_data


def _paths(inventory: Inventory) -> list[str | None]:
    """Return the paths of all places."""
    return sorted(inventory.locations.path(location.id) for location in inventory.locations.in_use())


async def test_the_form_suggests_the_name_of_the_house(hass: HomeAssistant) -> None:
    """The form comes filled in with Home Assistant's own name."""
    hass.config.location_name = "Mill Road 4"
    form = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert form["type"] is FlowResultType.FORM
    suggested = {str(key): key.description for key in form["data_schema"].schema}
    assert suggested["name"] == {"suggested_value": "Mill Road 4"}


async def test_the_home_becomes_the_outermost_place(hass: HomeAssistant) -> None:
    """The name that was entered is a site."""
    result = await _submit(hass, "  Mill   Road ")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "Mill Road"
    assert [site.name for site in _inventory(hass).locations.sites()] == ["Mill Road"]


async def test_areas_and_floors_become_places(hass: HomeAssistant) -> None:
    """Each area is a room on its floor; one without a floor is in the home."""
    floor = fr.async_get(hass).async_create("Ground floor")
    kitchen = ar.async_get(hass).async_create("Kitchen", floor_id=floor.floor_id)
    ar.async_get(hass).async_create("Garden")
    await _submit(hass, "Home", areas=True)
    inventory = _inventory(hass)
    assert _paths(inventory) == ["Home", "Home / Garden", "Home / Ground floor", "Home / Ground floor / Kitchen"]
    room = inventory.locations.resolve_location("Kitchen")
    assert (room.kind, room.area_id) == (LocationKind.ROOM, kitchen.id)


@pytest.mark.parametrize("name", ["", "   ", "x" * 256, "bell\x07"], ids=["empty", "blank", "long", "control"])
async def test_a_home_needs_a_proper_name(hass: HomeAssistant, name: str) -> None:
    """The form says what is wrong, and goes on when it is mended."""
    result = await _submit(hass, name)
    assert result["errors"] == {"name": "invalid_name"}
    answers = {"name": "Home", "places_from_areas": False}
    result = await hass.config_entries.flow.async_configure(result["flow_id"], answers)
    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_without_a_database_nothing_is_set_up(hass: HomeAssistant) -> None:
    """The connection is tested before the entry is made."""
    with patch(PING, return_value=False):
        result = await _submit(hass, "Home")
    assert result["errors"] == {"base": "cannot_connect"}
    answers = {"name": "Home", "places_from_areas": False}
    result = await hass.config_entries.flow.async_configure(result["flow_id"], answers)
    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_there_is_one_inventory(kit: InventoryTestKit) -> None:
    """A second entry is refused."""
    result = await kit.hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "single_instance_allowed")


async def test_reconfiguring_renames_the_home_and_makes_places_for_new_areas(kit: InventoryTestKit) -> None:
    """What is there already stays; a place of an area's name is linked."""
    await kit.given_location("Attic")
    ar.async_get(kit.hass).async_create("Attic")
    ar.async_get(kit.hass).async_create("Cellar")
    form = await kit.entry.start_reconfigure_flow(kit.hass)
    answers = {"name": "Castle", "places_from_areas": True}
    result = await kit.hass.config_entries.flow.async_configure(form["flow_id"], answers)
    await kit.hass.async_block_till_done(wait_background_tasks=False)
    assert result["reason"] == "reconfigure_successful"
    assert kit.entry.title == "Castle"
    assert _paths(kit.inventory) == ["Castle", "Castle / Attic", "Castle / Cellar"]
    assert kit.inventory.locations.resolve_location("Attic").area_id == "attic"


async def test_reconfiguring_refuses_a_bad_or_taken_name(kit: InventoryTestKit) -> None:
    """Nothing is changed by a name that can't be."""
    await kit.ws("location/add", name="Castle", kind="site")
    form = await kit.entry.start_reconfigure_flow(kit.hass)
    flow = kit.hass.config_entries.flow
    empty = await flow.async_configure(form["flow_id"], {"name": " ", "places_from_areas": False})
    taken = await flow.async_configure(form["flow_id"], {"name": "castle", "places_from_areas": False})
    assert (empty["errors"], taken["errors"]) == ({"name": "invalid_name"}, {"base": "name_taken"})
    assert _paths(kit.inventory) == ["Castle", "Home"]


async def test_reconfiguring_needs_a_running_inventory(kit: InventoryTestKit) -> None:
    """An entry that is not loaded has nothing to rename."""
    await kit.hass.config_entries.async_unload(kit.entry.entry_id)
    result = await kit.entry.start_reconfigure_flow(kit.hass)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "not_loaded")


async def test_options_change_the_currency_and_the_warning_days(kit: InventoryTestKit) -> None:
    """The options take effect at once."""
    options = kit.hass.config_entries.options
    form = await options.async_init(kit.entry.entry_id)
    wrong = await options.async_configure(form["flow_id"], {"currency": "Euros", "warning_days": 10})
    assert wrong["errors"] == {"currency": "invalid_currency"}
    done = await options.async_configure(form["flow_id"], {"currency": "chf", "warning_days": 10})
    await kit.hass.async_block_till_done(wait_background_tasks=False)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert (kit.inventory.currency, kit.inventory.warning_days) == ("CHF", 10)
