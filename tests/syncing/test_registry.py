"""Home Assistant's devices in the inventory: named, moved and removed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from pytest_homeassistant_custom_component.common import MockConfigEntry

from tests.syncing.home import SyncedHome

if TYPE_CHECKING:
    from homeassistant.helpers.device_registry import DeviceEntry

    from tests.kit import InventoryTestKit

MAC = "00:17:88:00:00:01"


@pytest.fixture
def home(kit: InventoryTestKit) -> SyncedHome:
    made = SyncedHome(kit)
    made.source_id = "hass"
    return made


@pytest.fixture
def bridge(kit: InventoryTestKit) -> DeviceEntry:
    """A device of another integration."""
    entry = MockConfigEntry(domain="hue")
    entry.add_to_hass(kit.hass)
    return dr.async_get(kit.hass).async_get_or_create(
        config_entry_id=entry.entry_id,
        identifiers={("hue", "1")},
        connections={(dr.CONNECTION_NETWORK_MAC, MAC)},
        name="Hue bridge",
        manufacturer="Signify",
        sw_version="1.60",
    )


async def test_a_name_given_in_home_assistant_counts_until_it_is_taken_back(
    home: SyncedHome, bridge: DeviceEntry
) -> None:
    registry = dr.async_get(home.kit.hass)
    names = []
    for name in (None, "Bridge in the hall", None):
        registry.async_update_device(bridge.id, name_by_user=name)
        await home.sync()
        names += (await home.devices()).keys()

    assert names == ["Hue bridge", "Bridge in the hall", "Hue bridge"]


async def test_an_area_is_the_place_that_stands_for_it_until_it_is_none(home: SyncedHome, bridge: DeviceEntry) -> None:
    area = ar.async_get(home.kit.hass).async_create("Hall")
    hall = await home.kit.given_location("Entrance", kind="room", area="Hall")
    registry, places = dr.async_get(home.kit.hass), []
    for area_id in (None, area.id, None):
        registry.async_update_device(bridge.id, area_id=area_id)
        await home.sync()
        places.append((await home.devices())["Hue bridge"].location_id)

    assert places == [None, hall, None]


async def test_services_and_our_own_devices_are_none(home: SyncedHome, bridge: DeviceEntry) -> None:
    await home.sync()

    assert dr.async_entries_for_config_entry(dr.async_get(home.kit.hass), home.kit.entry.entry_id)
    assert (await home.devices()).keys() == {"Hue bridge"}


async def test_what_is_removed_there_is_missed_here_and_back_as_the_same(home: SyncedHome, bridge: DeviceEntry) -> None:
    await home.sync()
    before = (await home.devices())["Hue bridge"]
    registry = dr.async_get(home.kit.hass)
    registry.async_remove_device(bridge.id)
    gone = await home.sync()
    registry.async_get_or_create(
        config_entry_id=bridge.config_entry_id,
        identifiers={("hue", "1")},
        connections={(dr.CONNECTION_NETWORK_MAC, MAC)},
        name="Hue bridge",
    )
    back = await home.sync()

    assert [seen.missed for seen in gone.plan.sightings] == [1]
    assert [seen.missed for seen in back.plan.sightings] == [0]
    assert (await home.devices())["Hue bridge"].id == before.id
