"""How full the batteries of devices are, as entities of Home Assistant tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.home_inventory.batteries import async_batteries
from custom_components.home_inventory.domain.shown_devices import Battery

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

PERCENT = {"device_class": "battery", "unit_of_measurement": "%"}
YES_OR_NO = {"device_class": "battery"}


class Remotes:
    """Devices of another integration, each with entities."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Add the integration."""
        self.hass = hass
        self.entry = MockConfigEntry(domain="hue")
        self.entry.add_to_hass(hass)

    def given(self, name: str, *states: tuple[str, str, dict[str, Any]]) -> str:
        """Add a device with these entities: domain, state, attributes; return its id."""
        device = dr.async_get(self.hass).async_get_or_create(
            config_entry_id=self.entry.entry_id, identifiers={("hue", name)}, name=name, sw_version="1.60"
        )
        for place, (domain, state, attributes) in enumerate(states):
            entity = er.async_get(self.hass).async_get_or_create(
                domain, "hue", f"{name}_{place}", device_id=device.id, config_entry=self.entry
            )
            self.hass.states.async_set(entity.entity_id, state, attributes)
        return device.id


@pytest.fixture
def remotes(hass: HomeAssistant) -> Remotes:
    return Remotes(hass)


@pytest.mark.parametrize(
    ("states", "battery"),
    [
        ([("sensor", "80", PERCENT)], Battery(level=80, is_low=False)),
        ([("sensor", "20.4", PERCENT)], Battery(level=20, is_low=True)),
        ([("binary_sensor", "on", YES_OR_NO)], Battery(level=None, is_low=True)),
        ([("binary_sensor", "off", YES_OR_NO)], Battery(level=None, is_low=False)),
        ([("sensor", "90", PERCENT), ("sensor", "5", PERCENT)], Battery(level=5, is_low=True)),
        ([("binary_sensor", "off", YES_OR_NO), ("sensor", "90", PERCENT)], Battery(level=90, is_low=False)),
        ([("binary_sensor", "off", YES_OR_NO), ("binary_sensor", "on", YES_OR_NO)], Battery(level=None, is_low=True)),
        ([("sensor", "unavailable", PERCENT)], None),
        ([("sensor", "nan", PERCENT)], None),
        ([("sensor", "inf", PERCENT)], None),
        ([("sensor", "400", PERCENT)], None),
        ([("sensor", "3.1", {"device_class": "battery", "unit_of_measurement": "V"})], None),
        ([("sensor", "80", {"device_class": "humidity", "unit_of_measurement": "%"})], None),
    ],
)
def test_the_emptiest_battery_of_a_device_counts(
    hass: HomeAssistant, remotes: Remotes, states: list[tuple[str, str, dict[str, Any]]], battery: Battery | None
) -> None:
    """What is no percentage, no yes and no no tells nothing."""
    device_id = remotes.given("Remote", *states)
    assert async_batteries(hass).get(device_id) == battery


def test_an_entity_of_no_device_tells_nothing(hass: HomeAssistant) -> None:
    """A template sensor, as a household may have."""
    hass.states.async_set("sensor.phone_battery", "7", PERCENT)
    assert async_batteries(hass) == {}


async def test_a_device_shows_its_battery_and_its_firmware(kit: InventoryTestKit, remotes: Remotes) -> None:
    """As it is when somebody looks, without a run in between."""
    remotes.given("Remote", ("sensor", "80", PERCENT))
    remotes.given("Button", ("binary_sensor", "on", YES_OR_NO))
    remotes.given("Plug")
    await kit.ws("source/sync", source="hass")
    shown = (await kit.ws("device/get", device="Remote"))["device"]
    assert (shown["battery"], shown["firmware"]) == ({"level": 80, "is_low": False}, "1.60")

    remotes.given("Remote", ("sensor", "12", PERCENT))

    devices = (await kit.ws("device/list"))["devices"]
    assert {device["name"]: device["battery"] for device in devices} == {
        "Button": {"level": None, "is_low": True},
        "Plug": None,
        "Remote": {"level": 12, "is_low": True},
    }


async def test_devices_with_low_batteries_are_listed(kit: InventoryTestKit, remotes: Remotes) -> None:
    """None of those without a battery."""
    remotes.given("Plug")
    remotes.given("Remote", ("sensor", "80", PERCENT))
    await kit.ws("source/sync", source="hass")
    assert (await kit.ws("device/list", battery_low=True))["total"] == 0

    remotes.given("Remote", ("sensor", "9", PERCENT))

    found = await kit.ws("device/list", battery_low=True)
    assert ([device["name"] for device in found["devices"]], found["total"]) == (["Remote"], 1)
