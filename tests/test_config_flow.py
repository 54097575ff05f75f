"""Setting the integration up through its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.config_entries import SOURCE_USER, ConfigEntryState
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr
from homeassistant.helpers.recorder import get_instance
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from sqlalchemy import create_engine

from custom_components.home_inventory.const import DOMAIN

from .kit import InventoryTestKit

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator

type Flow = dict[str, Any]


async def start(hass: HomeAssistant, values: dict[str, Any] | None = None) -> Flow:
    """Open the form, and send it if there is something to send."""
    await async_setup_component(hass, "homeassistant", {})
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER}, data=values)


async def options(kit: InventoryTestKit, **values: Any) -> Flow:
    """Open the options and send them."""
    flow = await kit.hass.config_entries.options.async_init(kit.entry.entry_id)
    result = await kit.hass.config_entries.options.async_configure(flow["flow_id"], values)
    await kit.hass.async_block_till_done(wait_background_tasks=False)
    return result


async def reconfigure(kit: InventoryTestKit, name: str, *, places_from_areas: bool = False) -> Flow:
    """Open the form of the home again and send it."""
    flow = await kit.entry.start_reconfigure_flow(kit.hass)
    assert flow["type"] is FlowResultType.FORM
    result = await kit.hass.config_entries.flow.async_configure(
        flow["flow_id"], {"name": name, "places_from_areas": places_from_areas}
    )
    await kit.hass.async_block_till_done(wait_background_tasks=False)
    return result


def given_areas(hass: HomeAssistant) -> None:
    """Make a house of two floors and a garden."""
    floors = [fr.async_get(hass).async_create(name) for name in ("Ground floor", "Upstairs")]
    for name, floor in (("Kitchen", floors[0]), ("Bedroom", floors[1]), ("Garden", None)):
        ar.async_get(hass).async_create(name, floor_id=floor and floor.floor_id)


async def paths(kit: InventoryTestKit) -> list[str]:
    """Return the paths of all places."""
    return [place["path"] for place in (await kit.ws("location/list"))["locations"]]


async def test_a_home_is_set_up_with_one_form(hass: HomeAssistant) -> None:
    """The name of Home Assistant's home is suggested."""
    shown = await start(hass)

    done = await hass.config_entries.flow.async_configure(
        shown["flow_id"], {"name": "  Our   house ", "places_from_areas": False}
    )
    await hass.async_block_till_done(wait_background_tasks=False)

    suggested = {str(key): key.description for key in shown["data_schema"].schema}
    entry = hass.config_entries.async_entries(DOMAIN)[0]
    assert (shown["type"], shown["step_id"], shown["errors"]) == (FlowResultType.FORM, "user", {})
    assert suggested["name"] == {"suggested_value": hass.config.location_name}
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert (entry.title, entry.data) == ("Our house", {"name": "Our house", "places_from_areas": False})
    assert entry.state is ConfigEntryState.LOADED
    assert [site.name for site in entry.runtime_data.locations.sites()] == ["Our house"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 256, "a\x00b"])
async def test_a_name_that_does_not_fit_can_be_mended(hass: HomeAssistant, name: str) -> None:
    """The form comes back with what was entered."""
    refused = await start(hass, {"name": name, "places_from_areas": False})

    mended = await hass.config_entries.flow.async_configure(
        refused["flow_id"], {"name": "Home", "places_from_areas": False}
    )

    assert (refused["type"], refused["errors"]) == (FlowResultType.FORM, {"name": "invalid_name"})
    assert mended["type"] is FlowResultType.CREATE_ENTRY


async def test_without_a_database_nothing_is_set_up(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be tried again from the same form."""
    values = {"name": "Home", "places_from_areas": False}
    with monkeypatch.context() as broken:
        broken.setattr(get_instance(hass), "engine", create_engine("sqlite:////nowhere/at/all.db"))
        refused = await start(hass, values)

    again = await hass.config_entries.flow.async_configure(refused["flow_id"], values)

    assert (refused["type"], refused["errors"]) == (FlowResultType.FORM, {"base": "cannot_connect"})
    assert again["type"] is FlowResultType.CREATE_ENTRY


async def test_there_is_one_inventory(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Further houses are sites in it."""
    second = await start(hass)

    assert (second["type"], second["reason"]) == (FlowResultType.ABORT, "single_instance_allowed")


async def test_places_are_made_from_areas_and_floors(hass: HomeAssistant, kit_of_areas: InventoryTestKit) -> None:
    """Linked to them, in one house."""
    kitchen = await kit_of_areas.location("Kitchen")
    floor = await kit_of_areas.location("Ground floor")

    assert await paths(kit_of_areas) == [
        *("Home", "Home / Garden", "Home / Ground floor", "Home / Ground floor / Kitchen"),
        *("Home / Upstairs", "Home / Upstairs / Bedroom"),
    ]
    assert (kitchen["area_id"], kitchen["floor_id"], kitchen["kind"]) == ("kitchen", None, "room")
    assert (floor["area_id"], floor["floor_id"], floor["kind"]) == (None, "ground_floor", "floor")


@pytest.fixture
async def kit_of_areas(hass: HomeAssistant, hass_ws_client: WebSocketGenerator, entry: Any) -> InventoryTestKit:
    """Return a household that was set up with places from its areas."""
    given_areas(hass)
    entry = MockConfigEntry(domain=DOMAIN, title="Home", data={"name": "Home", "places_from_areas": True})
    made = InventoryTestKit(hass, entry, hass_ws_client)
    await made.async_setup()
    return made


async def test_reconfiguring_renames_the_home(kit: InventoryTestKit) -> None:
    """And its place with it."""
    result = await reconfigure(kit, "Our house")

    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert (kit.entry.title, kit.entry.data["name"]) == ("Our house", "Our house")
    assert await paths(kit) == ["Our house"]
    assert (await kit.ws("info"))["name"] == "Our house"


async def test_reconfiguring_makes_places_for_new_areas(kit_of_areas: InventoryTestKit) -> None:
    """What there is already stays as it is, whatever it is called and wherever it was moved."""
    await kit_of_areas.ws("location/update", location="Kitchen", name="Cookery")
    await kit_of_areas.ws("location/move", location="Upstairs", to="Garden")
    floor = fr.async_get(kit_of_areas.hass).async_get_floor_by_name("Upstairs")
    ar.async_get(kit_of_areas.hass).async_create("Bath", floor_id=floor.floor_id)
    await kit_of_areas.given_location("Cellar")
    ar.async_get(kit_of_areas.hass).async_create("cellar")

    await reconfigure(kit_of_areas, "Home", places_from_areas=True)

    assert await paths(kit_of_areas) == [
        *("Home", "Home / Cellar", "Home / Garden", "Home / Garden / Upstairs", "Home / Garden / Upstairs / Bath"),
        *("Home / Garden / Upstairs / Bedroom", "Home / Ground floor", "Home / Ground floor / Cookery"),
    ]
    assert (await kit_of_areas.location("Cellar"))["area_id"] == "cellar"


async def test_an_area_may_have_any_name(kit: InventoryTestKit) -> None:
    """With a slash in it, with that of a floor, or as long as you like."""
    await kit.given_location("A/V")
    given_areas(kit.hass)
    for name in ("A/V", "Upstairs", "x" * 300):
        ar.async_get(kit.hass).async_create(name)

    result = await reconfigure(kit, "Home", places_from_areas=True)

    upstairs = await kit.location("Home / Upstairs")
    assert result["reason"] == "reconfigure_successful"
    assert (await kit.location("A/V"))["area_id"] == "a_v"
    assert upstairs["floor_id"] == "upstairs"
    assert max(len(path) for path in await paths(kit)) == len("Home / ") + 255


@pytest.mark.parametrize(("name", "errors"), [(" ", {"name": "invalid_name"}), ("Cabin", {"base": "name_taken"})])
async def test_a_home_gets_no_name_that_does_not_fit(kit: InventoryTestKit, name: str, errors: dict[str, str]) -> None:
    """The form comes back, and nothing is changed."""
    await kit.given_location("Cabin", parent=None)

    result = await reconfigure(kit, name)

    assert (result["type"], result["errors"]) == (FlowResultType.FORM, errors)
    assert (kit.entry.title, await paths(kit)) == ("Home", ["Cabin", "Home"])


async def test_an_inventory_that_does_not_run_is_not_reconfigured(kit: InventoryTestKit) -> None:
    """It would not know its places."""
    await kit.hass.config_entries.async_unload(kit.entry.entry_id)

    result = await kit.entry.start_reconfigure_flow(kit.hass)

    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "not_loaded")


async def test_options_change_currency_and_days(kit: InventoryTestKit) -> None:
    """At once."""
    result = await options(kit, currency=" chf ", warning_days=14.0)

    info = await kit.ws("info")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert kit.entry.options == {"currency": "CHF", "warning_days": 14}
    assert (info["currency"], info["warning_days"]) == ("CHF", 14)


async def test_without_a_currency_that_of_home_assistant_is_taken(kit: InventoryTestKit) -> None:
    """Whatever it is."""
    await options(kit, currency="CHF", warning_days=30)
    await options(kit, currency=" ", warning_days=30)

    assert (await kit.ws("info"))["currency"] == kit.hass.config.currency


@pytest.mark.parametrize("currency", ["EU", "EURO", "12€"])
async def test_a_currency_has_three_letters(kit: InventoryTestKit, currency: str) -> None:
    """The form comes back."""
    result = await options(kit, currency=currency, warning_days=30)

    assert (result["type"], result["errors"]) == (FlowResultType.FORM, {"currency": "invalid_currency"})


async def test_a_home_that_is_full_takes_no_further_areas(kit: InventoryTestKit) -> None:
    """The form says so."""
    await kit.ws("location/update", location="Home", capacity=1)
    given_areas(kit.hass)

    result = await reconfigure(kit, "Home", places_from_areas=True)

    assert (result["type"], result["errors"]) == (FlowResultType.FORM, {"base": "location_full"})
