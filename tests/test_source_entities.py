"""The devices and entities of sources, and what sites show of devices; asked of a real HomeSeer on this machine."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from homeassistant.core import Context, State
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_capture_events

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.actor import SYSTEM

from .clock import let_pass, settle
from .homeseer_server import HomeSeerServer, Trouble, root
from .outage import database_away
from .source_kit import LOGIN, given_homeseer, given_network

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockUser

    from .kit import InventoryTestKit

NEIGHBOURS = b"192.168.5.7 dev eth0 lladdr 00:17:88:00:00:01 REACHABLE\n"
PLATFORMS = {"last_sync": "sensor", "connectivity": "binary_sensor", "sync": "button"}


@pytest.fixture
async def server() -> AsyncGenerator[HomeSeerServer]:
    """Return a HomeSeer with two devices."""
    async with HomeSeerServer([root(10, "Lamp"), root(20, "Boiler")]) as running:
        yield running


def _id(hass: HomeAssistant, record_id: str, key: str) -> str | None:
    platform = PLATFORMS.get(key, "sensor")
    return er.async_get(hass).async_get_entity_id(platform, DOMAIN, f"{record_id}_{key}")


def _state(hass: HomeAssistant, record_id: str, key: str) -> State:
    return hass.states.get(_id(hass, record_id, key))


def _device(hass: HomeAssistant, kit: InventoryTestKit, source: str) -> dr.DeviceEntry | None:
    return dr.async_get(hass).async_get_device_by_identifier((DOMAIN, source), kit.entry.entry_id)


async def _press(hass: HomeAssistant, source: str, context: Context | None = None) -> None:
    entity_id = _id(hass, source, "sync")
    await hass.services.async_call("button", "press", {"entity_id": entity_id}, blocking=True, context=context)
    await settle(hass)


async def test_home_assistants_registry_is_a_service_of_its_own(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    device = _device(hass, kit, "hass")
    assert (device.name, device.entry_type) == ("Devices of Home Assistant", dr.DeviceEntryType.SERVICE)
    assert device.config_subentry_id is None
    assert [_state(hass, "hass", key).state for key in PLATFORMS] == ["unknown"] * 3


async def test_a_new_source_has_its_entities_at_once_and_below_its_subentry(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    network = given_network(kit, "192.168.77.0/24")
    await settle(hass)
    assert _device(hass, kit, source).name == "HomeSeer at Mill Road"
    assert _device(hass, kit, network).name == "192.168.77.0/24"
    assert _device(hass, kit, source).config_subentry_id == source
    registry = er.async_get(hass)
    assert {registry.async_get(_id(hass, source, key)).config_subentry_id for key in PLATFORMS} == {source}
    assert _state(hass, source, "connectivity").state == "unknown"
    assert _state(hass, source, "last_sync").state == "unknown"


async def test_pressing_the_button_runs_the_source(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    source = given_homeseer(kit, server)
    await let_pass(hass, freezer, 2)
    await _press(hass, source)
    assert _state(hass, source, "connectivity").state == "on"
    assert _state(hass, source, "last_sync").state == dt_util.utcnow().isoformat(timespec="seconds")
    assert _state(hass, kit.inventory.home_id, "devices").state == "2"


async def test_a_failed_run_is_told_to_whoever_pressed_and_the_last_good_one_stays(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    await _press(hass, source)
    good = _state(hass, source, "last_sync").state
    server.trouble = Trouble.PAGE
    with pytest.raises(ServiceValidationError) as failed:
        await _press(hass, source)
    await settle(hass)
    assert (failed.value.translation_domain, failed.value.translation_key) == (DOMAIN, "source_bad_answer")
    state = _state(hass, source, "connectivity")
    assert (state.state, state.attributes["error"]) == ("off", "source_bad_answer")
    assert _state(hass, source, "last_sync").state == good


async def test_connectivity_comes_back_with_the_source(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    server.trouble = Trouble.EMPTY
    with pytest.raises(ServiceValidationError):
        await _press(hass, source)
    server.trouble = None
    await _press(hass, source)
    state = _state(hass, source, "connectivity")
    assert (state.state, "error" in state.attributes) == ("on", False)


async def test_no_login_is_shown_anywhere_on_an_entity(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.login = ("another", "login")
    source = given_homeseer(kit, server, login=LOGIN)
    await settle(hass)
    with pytest.raises(HomeAssistantError) as failed:
        await _press(hass, source)
    shown = str([*hass.states.async_all(), failed.value.translation_placeholders]) + caplog.text
    assert [word for word in (LOGIN[1], "Authorization", "Basic ") if word in shown] == []


async def test_a_run_is_in_the_name_of_whoever_pressed(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer, hass_admin_user: MockUser
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    await _press(hass, source, Context(user_id=hass_admin_user.id))
    (batch,) = (await kit.ws("change/list", limit=1))["batches"]
    assert (batch["user_id"], {change["kind"] for change in batch["changes"]}) == (hass_admin_user.id, {"device"})


async def test_a_source_that_is_running_is_not_run_twice(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    server.delay = 0.1
    answers = await asyncio.gather(_press(hass, source), _press(hass, source), return_exceptions=True)
    (refused,) = [answer for answer in answers if answer is not None]
    assert (type(refused), refused.translation_key) == (ServiceValidationError, "sync_running")
    assert server.asked.count("getstatus") == 1


async def test_a_removed_subentry_takes_its_device_and_entities_along(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    await _press(hass, source)
    hass.config_entries.async_remove_subentry(kit.entry, source)
    await settle(hass)
    assert _device(hass, kit, source) is None
    assert [_id(hass, source, key) for key in PLATFORMS] == [None] * 3
    assert _device(hass, kit, "hass") is not None


async def test_a_source_that_was_moved_elsewhere_keeps_its_device_under_the_new_name(
    hass: HomeAssistant, kit: InventoryTestKit
) -> None:
    source = given_network(kit, "192.168.77.0/24")
    await settle(hass)
    before = _device(hass, kit, source)
    subentry = kit.entry.subentries[source]
    hass.config_entries.async_update_subentry(
        kit.entry, subentry, title="Attic", data={**subentry.data, "network": "192.168.78.0/24"}
    )
    await settle(hass)
    after = _device(hass, kit, source)
    assert (before.name, after.name, before.id == after.id) == ("192.168.77.0/24", "Attic", True)


async def test_sources_keep_their_devices_over_a_reload(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    await _press(hass, source)
    before = {one: _device(hass, kit, one).id for one in (source, "hass", kit.inventory.home_id)}
    assert await hass.config_entries.async_reload(kit.entry.entry_id)
    await settle(hass)
    assert {one: _device(hass, kit, one).id for one in before} == before
    assert _state(hass, source, "connectivity").state == "on"
    assert _state(hass, kit.inventory.home_id, "devices").state == "2"


async def test_a_source_removed_while_the_inventory_was_not_loaded_leaves_no_device(
    hass: HomeAssistant, kit: InventoryTestKit
) -> None:
    stale = dr.async_get(hass).async_get_or_create(
        config_entry_id=kit.entry.entry_id, identifiers={(DOMAIN, "scan_01J00000000000000000000000")}, name="Scans"
    )
    assert await hass.config_entries.async_reload(kit.entry.entry_id)
    await settle(hass)
    assert dr.async_get(hass).async_get(stale.id) is None


async def test_each_site_counts_what_its_sources_see_and_what_stands_there(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    """A television of Home Assistant's is in an area of the cabin, a router of nobody knows where."""
    cabin = await kit.given_location("Cabin", kind="site", parent=None)
    area = ar.async_get(hass).async_create("Stube")
    await kit.given_location("Stube", parent="Cabin", area=area.id)
    _given_registry_device(hass, "Television", area.id)
    _given_registry_device(hass, "Router", None)
    given = given_homeseer(kit, server, site_id=cabin)
    for source in (given, "hass"):
        await kit.inventory.sources.async_sync(SYSTEM, source)
    await let_pass(hass, freezer, 30)
    assert {site: _state(hass, site, "devices").state for site in (cabin, kit.inventory.home_id)} == {
        cabin: "3",
        kit.inventory.home_id: "1",
    }


async def test_the_first_scan_file_of_a_site_makes_a_source_that_has_nothing_to_press(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    cabin = await kit.given_location("Cabin", kind="site", parent=None)
    engine = kit.inventory.sources
    scan = await engine.async_read_scan(NEIGHBOURS, site_id=cabin)
    await engine.async_import_scan(SYSTEM, scan, site_id=cabin)
    await let_pass(hass, freezer, 30)
    source = f"scan_{cabin}"
    assert _device(hass, kit, source).name == "Scan files (Cabin)"
    assert (_state(hass, source, "connectivity").state, _id(hass, source, "sync")) == ("on", None)


async def test_the_scan_files_of_a_site_that_was_deleted_go_with_it(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    cabin = await kit.given_location("Cabin", kind="site", parent=None)
    engine = kit.inventory.sources
    await engine.async_import_scan(SYSTEM, await engine.async_read_scan(NEIGHBOURS, site_id=cabin), site_id=cabin)
    await let_pass(hass, freezer, 30)
    await kit.ws("location/remove", location=cabin, permanently=True)
    await let_pass(hass, freezer, 30)
    assert _device(hass, kit, f"scan_{cabin}") is None
    assert _state(hass, kit.inventory.home_id, "devices").state == "1"


async def test_missing_devices_are_an_entity_for_those_who_want_it(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    entry = er.async_get(hass).async_get(_id(hass, kit.inventory.home_id, "devices_missing"))
    assert entry.disabled_by is er.RegistryEntryDisabler.INTEGRATION
    assert _state(hass, kit.inventory.home_id, "devices_offline").state == "0"


async def test_devices_of_sites_are_unavailable_while_the_database_is_away(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await settle(hass)
    home = kit.inventory.home_id
    with database_away(hass):
        await kit.refused("item/list")
        await let_pass(hass, freezer, 1)
        await let_pass(hass, freezer, 1)
        gone = _state(hass, home, "devices").state
    await let_pass(hass, freezer, timedelta(seconds=40))
    await let_pass(hass, freezer, timedelta(seconds=40))
    assert (gone, _state(hass, home, "devices").state) == ("unavailable", "0")


async def test_many_runs_write_one_state_a_second(
    hass: HomeAssistant, kit: InventoryTestKit, server: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    source = given_homeseer(kit, server)
    await settle(hass)
    changes = async_capture_events(hass, "state_changed")
    for count in range(3, 13):
        server.refs.append(root(100 + count, f"Lamp {count}"))
        await kit.inventory.sources.async_sync(SYSTEM, source)
    await let_pass(hass, freezer, 30)
    entity_id = _id(hass, kit.inventory.home_id, "devices")
    written = [event.data["new_state"].state for event in changes if event.data["entity_id"] == entity_id]
    assert (len(written) <= 2, written[-1]) == (True, "12")


def _given_registry_device(hass: HomeAssistant, name: str, area_id: str | None) -> None:
    """Add a device of another integration to Home Assistant's registry."""
    other = MockConfigEntry(domain="other")
    other.add_to_hass(hass)
    registry = dr.async_get(hass)
    device = registry.async_get_or_create(
        config_entry_id=other.entry_id,
        identifiers={("other", name)},
        connections={(dr.CONNECTION_NETWORK_MAC, f"f4:f5:e8:00:00:{len(name):02x}")},
        name=name,
    )
    registry.async_update_device(device.id, area_id=area_id)
