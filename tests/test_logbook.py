"""The logbook's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import Context
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done

from custom_components.home_inventory.const import DOMAIN

from .clock import settle
from .commands.sourced import SourcedHome
from .domain.matching_kit import LAMP, PLUG, TV, lan

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockUser

    from .kit import InventoryTestKit


@pytest.fixture(autouse=True)
async def _logbook(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await async_setup_component(hass, "logbook", {})
    await settle(hass)


async def _read(hass: HomeAssistant, kit: InventoryTestKit) -> list[dict[str, Any]]:
    """Return the entries of the logbook about the inventory, as its page shows them."""
    await settle(hass)
    await async_wait_recording_done(hass)
    client = await kit.client()
    start = dt_util.utcnow() - timedelta(hours=1)
    await client.send_json_auto_id({"type": "logbook/get_events", "start_time": start.isoformat()})
    answer = await client.receive_json()
    return [entry for entry in answer["result"] if entry.get("domain") == DOMAIN and "message" in entry]


async def test_a_move_reads_well(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Garage")
    await kit.given_location("Attic")
    await kit.given_item("Cordless drill", location="Garage")
    await kit.ws("item/move", item="Cordless drill", to="Attic")
    last = (await _read(hass, kit))[-1]
    assert last["name"] == "Home Inventory"
    assert last["message"] == "moved Cordless drill from Home / Garage to Home / Attic"


async def test_the_logbook_knows_who_did_it(
    hass: HomeAssistant, kit: InventoryTestKit, hass_admin_user: MockUser
) -> None:
    context = Context(user_id=hass_admin_user.id)
    await hass.services.async_call(DOMAIN, "add_item", {"name": "Drill"}, blocking=True, context=context)
    assert (await _read(hass, kit))[-1]["context_user_id"] == hass_admin_user.id


@pytest.mark.parametrize(
    ("command", "values", "words"),
    [
        ("item/add", {"name": "Saw {title} %s"}, "added Saw {title} %s"),
        ("item/update", {"item": "Drill", "notes": "x"}, "changed Drill"),
        ("item/adjust", {"item": "Drill", "by": 1}, "changed the quantity of Drill"),
        ("item/remove", {"item": "Drill"}, "archived Drill"),
        ("item/remove", {"item": "Drill", "permanently": True}, "deleted Drill permanently"),
        ("location/add", {"name": "Attic"}, "added the location Attic"),
        ("location/update", {"location": "Garage", "name": "Workshop"}, "changed the location Workshop"),
        ("location/move", {"location": "Shelf", "to": "Home"}, "moved the location Shelf from Home / Garage to Home"),
        ("category/add", {"name": "Toys"}, "added the category Toys"),
        ("change/undo", {}, "undid a change of Drill"),
    ],
)
async def test_every_change_has_its_words(
    hass: HomeAssistant, kit: InventoryTestKit, command: str, values: dict[str, object], words: str
) -> None:
    await kit.given_location("Garage")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_item("Drill", location="Garage")
    await kit.ws(command, **values)
    assert (await _read(hass, kit))[-1]["message"] == words


async def test_devices_have_their_words(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """What a run has found, and what people do with it."""
    home = SourcedHome(kit)
    await home.bring(lan(LAMP, name="Lamp", site=home.site))
    await kit.ws("device/update", device="Lamp", device_type="Light")
    await kit.ws("device/adopt", device="Lamp")
    await kit.ws("device/remove", device="Lamp")

    assert [entry["message"] for entry in await _read(hass, kit)][-4:] == [
        "added the device Lamp",
        "changed the device Lamp",
        "added Lamp",
        "archived the device Lamp",
    ]


async def test_the_device_that_stays_or_goes_is_named(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """Of two that are made one, and of one that others hang on."""
    home = SourcedHome(kit)
    hub = lan(LAMP, name="Hub", site=home.site)
    hung = replace(lan(PLUG, name="Plug", site=home.site), parent=hub.identities[0])
    await home.bring(hub)
    await home.bring(hub, hung, lan(TV, name="TV", site=home.site))
    await kit.ws("device/merge", keep="Plug", gone="TV")
    await kit.ws("device/remove", device="Hub", permanently=True)

    assert [entry["message"] for entry in await _read(hass, kit)][-2:] == [
        "changed the device Plug",
        "deleted the device Hub",
    ]
