"""Home Assistant's own devices, as its registry has them and as people change them there."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.matching import Run, State, apply_plan, make_plan
from custom_components.home_inventory.domain.observations import Identity, IdentityKind, Observation, Origin
from custom_components.home_inventory.registry_source import async_harvest_registry

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.device_registry import DeviceEntry

MAC = "00:17:88:00:00:01"
START = datetime(2026, 11, 21, 12, tzinfo=UTC)

OLD_REGISTRY = {
    "deleted_devices": [],
    "devices": [
        {
            **dict.fromkeys(
                ("area_id", "configuration_url", "disabled_by", "entry_type", "hw_version", "model", "model_id")
            ),
            **dict.fromkeys(("manufacturer", "name_by_user", "serial_number", "via_device_id")),
            "config_entries": ["hue", "unifi"],
            "config_entries_subentries": {"hue": [None], "unifi": [None]},
            "connections": [],
            "created_at": START.isoformat(),
            "id": "before",
            "identifiers": [["hue", "1"]],
            "labels": [],
            "modified_at": START.isoformat(),
            "name": "Bridge",
            "primary_config_entry": "hue",
            "sw_version": 1967054020,
        }
    ],
}


class Registry:
    """The registry of a home with two other integrations, and what we make of it."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.hass = hass
        self.devices = dr.async_get(hass)
        self.entries = {domain: MockConfigEntry(domain=domain) for domain in ("hue", "unifi", "home_inventory")}
        for entry in self.entries.values():
            entry.add_to_hass(hass)
        self.state = State()
        self._runs = count()
        self._ids = count()

    def given(self, domain: str, key: str, **values: Any) -> DeviceEntry:
        return self.devices.async_get_or_create(
            config_entry_id=self.entries[domain].entry_id, identifiers={(domain, key)}, **values
        )

    async def observed(self, device: DeviceEntry) -> Observation:
        (found,) = [seen for seen in await self.all() if device.id in seen.of_kind(IdentityKind.HASS)]
        return found

    async def all(self) -> tuple[Observation, ...]:
        return (await async_harvest_registry(self.hass)).observations

    def given_many(self, number: int) -> None:
        bridge = self.given("hue", "bridge", name="Bridge")
        for key in range(number):
            address = f"00:17:88:{key >> 8:02x}:{key & 255:02x}:01"
            self.given("hue", str(key), name=f"Lamp {key}", connections={("mac", address)}, via_device_id=bridge.id)

    async def all_and_ticks(self) -> tuple[tuple[Observation, ...], int]:
        """Return what is seen, and how often something else had its turn meanwhile."""
        ticks = 0
        reading = asyncio.create_task(self.all())
        while not reading.done():
            ticks += 1
            await asyncio.sleep(0.001)
        return reading.result(), ticks

    async def sync(self) -> State:
        """Do what a run does, and return the devices after it. Areas are places of the same name."""
        harvest = await async_harvest_registry(self.hass)
        run = Run(
            source_id="registry",
            origin=Origin.HASS,
            at=START + timedelta(minutes=15 * next(self._runs)),
            new_id=lambda: f"device {next(self._ids)}",
            places={(area.id,): area.name for area in ar.async_get(self.hass).async_list_areas()},
            is_confirmed=True,
        )
        self.state = apply_plan(self.state, make_plan(self.state, harvest, run), run)
        return self.state

    async def facts(self, name: DeviceField) -> list[str | None]:
        return [device.value(name) for device in (await self.sync()).devices.values()]

    async def missed(self) -> dict[str, int]:
        """Return how often each device was looked for in vain."""
        state = await self.sync()
        return {state.devices[seen.device_id].name: seen.missed for seen in state.sightings.values()}


@pytest.fixture
def registry(hass: HomeAssistant) -> Registry:
    return Registry(hass)


async def test_a_device_is_known_with_all_that_the_registry_has(registry: Registry) -> None:
    lamp = registry.given(
        "hue",
        "1",
        name="Lamp",
        manufacturer="Signify",
        model="LWA001",
        serial_number="9290022166",
        sw_version="1.108.5",
    )

    seen = await registry.observed(lamp)

    assert [told.value for told in (seen.manufacturer, seen.model, seen.serial_number, seen.firmware) if told] == [
        "Signify",
        "LWA001",
        "9290022166",
        "1.108.5",
    ]
    assert seen.extra == {"integration": "hue"}


async def test_a_model_number_stands_in_for_a_model(registry: Registry) -> None:
    lamp = registry.given("hue", "1", model_id="LWA001")

    assert (await registry.observed(lamp)).model.value == "LWA001"


async def test_a_name_that_was_given_in_home_assistant_is_followed(registry: Registry) -> None:
    lamp = registry.given("hue", "1", name="Hue white lamp")
    assert await registry.facts(DeviceField.NAME) == ["Hue white lamp"]

    registry.devices.async_update_device(lamp.id, name_by_user="Reading lamp")

    assert await registry.facts(DeviceField.NAME) == ["Reading lamp"]
    assert registry.state.devices["device 0"].facts[DeviceField.NAME].origin is Origin.HASS_USER


async def test_an_area_is_a_place_and_followed(registry: Registry) -> None:
    areas = ar.async_get(registry.hass)
    study, attic = (areas.async_create(name) for name in ("Study", "Attic"))
    lamp = registry.given("hue", "1", name="Lamp")
    registry.devices.async_update_device(lamp.id, area_id=study.id)
    assert await registry.facts(DeviceField.LOCATION) == ["Study"]

    registry.devices.async_update_device(lamp.id, area_id=attic.id)

    assert await registry.facts(DeviceField.LOCATION) == ["Attic"]
    assert (await registry.observed(lamp)).place == (attic.id,)


async def test_a_device_that_was_removed_is_not_listed_and_comes_back_as_itself(registry: Registry) -> None:
    lamp = registry.given("hue", "1", name="Lamp", connections={("mac", MAC)})
    registry.given("unifi", "2", name="Camera")
    await registry.sync()

    registry.devices.async_remove_device(lamp.id)
    names = [seen.name for seen in await registry.all()]
    away = await registry.missed()
    registry.given("hue", "1", name="Lamp", connections={("mac", MAC)})
    back = await registry.missed()

    assert names == ["Camera"]
    assert (away, back) == ({"Camera": 0, "Lamp": 1}, {"Camera": 0, "Lamp": 0})


async def test_a_device_with_a_new_entry_is_known_by_its_address(registry: Registry) -> None:
    """Its integration was deleted and set up anew, and says of it what the other did not."""
    lamp = registry.given("hue", "1", name="Lamp", connections={("mac", MAC)})
    await registry.sync()

    registry.devices.async_remove_device(lamp.id)
    again = registry.given("unifi", "other", name="Lamp", connections={("mac", MAC)})
    (device,) = (await registry.sync()).devices.values()

    assert again.id != lamp.id
    assert {identity.value for identity in device.identities} == {lamp.id, again.id, MAC}


async def test_devices_of_two_integrations_with_one_address_are_one(registry: Registry) -> None:
    hue = registry.given("hue", "1", name="Hue bridge", manufacturer="Signify", connections={("mac", MAC)})
    unifi = registry.given("unifi", "2", name="hue-bridge", connections={("mac", MAC.upper())})

    (device,) = (await registry.sync()).devices.values()

    assert len(await registry.all()) == 2
    assert {hue.id, unifi.id, MAC} == {identity.value for identity in device.identities}


async def test_what_hangs_on_a_bridge_does_so_here(registry: Registry) -> None:
    bridge = registry.given("hue", "bridge", name="Bridge")
    lamp = registry.given("hue", "1", name="Lamp", via_device_id=bridge.id)

    devices = {device.name: device for device in (await registry.sync()).devices.values()}

    assert (await registry.observed(lamp)).parent == Identity(IdentityKind.HASS, bridge.id)
    assert devices["Lamp"].parent_id == devices["Bridge"].id


@pytest.mark.parametrize("load_registries", [False])
async def test_what_was_one_device_before_integrations_got_their_own_stays_one(
    hass: HomeAssistant, hass_storage: dict[str, Any]
) -> None:
    """Home Assistant 2026.8 has split it; nothing else says that both are the same. Old entries have numbers for texts."""
    entries = [MockConfigEntry(domain=domain, entry_id=domain) for domain in ("hue", "unifi")]
    hass_storage[dr.STORAGE_KEY] = {"version": 1, "minor_version": 12, "key": dr.STORAGE_KEY, "data": OLD_REGISTRY}
    for entry in entries:
        entry.add_to_hass(hass)
    dr.async_setup(hass)
    await dr.async_load(hass)

    seen = (await async_harvest_registry(hass)).observations

    assert [one.extra["integration"] for one in seen] == ["hue", "unifi"]
    assert [one.of_kind(IdentityKind.HASS)[1:] for one in seen] == [("before",), ("before",)]
    assert {one.firmware.value for one in seen} == {"1967054020"}


async def test_services_and_our_own_devices_are_left_out(registry: Registry) -> None:
    registry.given("unifi", "account", name="Account", entry_type=dr.DeviceEntryType.SERVICE)
    registry.given("home_inventory", "drill", name="Drill")
    registry.given("hue", "1", name="Lamp")

    assert [seen.name for seen in await registry.all()] == ["Lamp"]


async def test_a_device_that_is_turned_off_in_home_assistant_is_still_there(registry: Registry) -> None:
    lamp = registry.given("hue", "1", name="Lamp")
    registry.devices.async_update_device(lamp.id, disabled_by=dr.DeviceEntryDisabler.USER)

    assert (await registry.observed(lamp)).name == "Lamp"


async def test_the_outlets_of_a_real_power_strip_are_its_components(hass: HomeAssistant) -> None:
    """With an integration of Home Assistant's own that has a bridge, strips on it and outlets in them."""
    assert await async_setup_component(hass, "kitchen_sink", {})
    await hass.async_block_till_done()

    seen = (await async_harvest_registry(hass)).observations
    named = {observation.name: observation for observation in seen}

    strips = [[part.name for part in one.components] for one in seen if one.components]
    assert sorted(map(sorted, strips)) == [["Outlet 1", "Outlet 2"], ["Outlet 3", "Outlet 4"]]
    assert named["Hub switch"].parent == named["Hub"].identities[0]


async def test_home_assistant_goes_on_while_two_thousand_devices_are_read(registry: Registry) -> None:
    registry.given_many(2_000)

    found, ticks = await registry.all_and_ticks()

    assert len(found) == 2_001
    assert ticks > 2
