"""Triggers on what runs of sources find out about devices. A network answers what a test says; all behind it is real."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import async_capture_events

from custom_components.home_inventory.const import EVENT_DEVICE_ALERT
from custom_components.home_inventory.device_alerts import describe_alert
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.observations import Conflict, Harvest, Observation
from custom_components.home_inventory.logbook import describe_change
from custom_components.home_inventory.syncing import fetching

from .automations import given_automation
from .clock import settle
from .domain.matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, TV, lan
from .source_kit import given_network

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant, ServiceCall

    from .kit import InventoryTestKit

NETWORK = "192.168.1.0/24"
PLUG_THERE = lan(PLUG, "192.168.1.10", "plug", "Plug")
LAMP_THERE = lan(LAMP, "192.168.1.11", "lamp", "Lamp")
TV_THERE = lan(TV, "192.168.1.12", "tv", "Television")


class Network:
    """A network whose answers are known; a quarter of an hour passes between two runs."""

    def __init__(self, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, source: str) -> None:
        """Take the household and the source."""
        self._kit, self._freezer, self._source = kit, freezer, source
        self._harvest = Harvest(observations=(), is_complete=True)

    async def answer(self, *_: Any, **__: Any) -> Harvest:
        """Return what there is."""
        return self._harvest

    async def run(self, *seen: Observation, conflicts: tuple[Conflict, ...] = (), times: int = 1) -> None:
        """Look through it that many times."""
        self._harvest = Harvest(
            observations=seen, is_complete=True, networks=(NETWORK,), conflicts=conflicts, mode="arp"
        )
        for _ in range(times):
            self._freezer.tick(timedelta(minutes=15))
            await self._kit.inventory.sources.async_sync(SYSTEM, self._source, confirmed=True)
        await settle(self._kit.hass)


@pytest.fixture
async def network(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch
) -> Network:
    """Return a network that was looked through once: there are a plug and a lamp."""
    made = Network(kit, freezer, given_network(kit, NETWORK, minutes=1440))
    monkeypatch.setattr(fetching, "async_harvest", made.answer)
    await settle(hass)
    await made.run(PLUG_THERE, LAMP_THERE)
    return made


def _payloads(calls: list[ServiceCall]) -> list[dict[str, Any]]:
    return [json.loads(call.data["message"]) for call in calls]


async def test_what_the_first_run_brings_is_not_news(hass: HomeAssistant, network: Network) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.device_new"})
    await network.run(PLUG_THERE, LAMP_THERE, times=3)
    assert calls == []


async def test_a_new_device_triggers_once_with_what_it_is(
    hass: HomeAssistant, kit: InventoryTestKit, network: Network
) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.device_new"})
    await network.run(PLUG_THERE, LAMP_THERE, TV_THERE, times=3)
    (payload,) = _payloads(calls)
    (device,) = payload["devices"]
    assert (payload["name"], payload["count"], payload["kind"]) == ("Television", 1, "device_new")
    assert (device["device_id"], device["macs"], device["item_id"]) == (payload["device_id"], [TV], None)
    assert (payload["site"], payload["site_id"]) == ("Home", kit.inventory.home_id)
    assert payload["source"] == NETWORK
    assert payload["description"] == "found a new device: Television"


async def test_phones_with_made_up_addresses_are_one_message(hass: HomeAssistant, network: Network) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.device_new"})
    phones = [lan(PHONE, "192.168.1.20", "a", "Anna"), lan(PHONE_AGAIN, "192.168.1.21", "b", "Ben")]
    await network.run(PLUG_THERE, LAMP_THERE, *phones, times=2)
    (payload,) = _payloads(calls)
    assert (payload["kind"], payload["count"]) == ("devices_new_random", 2)
    assert sorted(device["name"] for device in payload["devices"]) == ["Anna", "Ben"]


async def test_a_missing_device_is_told_of_once(
    hass: HomeAssistant, network: Network, freezer: FrozenDateTimeFactory
) -> None:
    missing = await given_automation(hass, {"trigger": "home_inventory.device_missing"})
    await _be_without_the_lamp(network, freezer)
    await network.run(PLUG_THERE, times=2)
    assert [payload["description"] for payload in _payloads(missing)] == ["misses Lamp"]


async def test_only_a_device_that_was_missing_is_back(
    hass: HomeAssistant, network: Network, freezer: FrozenDateTimeFactory
) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.device_back"})
    await network.run(PLUG_THERE)
    await network.run(PLUG_THERE, LAMP_THERE)
    assert calls == []
    await _be_without_the_lamp(network, freezer)
    await network.run(PLUG_THERE, LAMP_THERE, times=2)
    assert [payload["description"] for payload in _payloads(calls)] == ["found Lamp again"]


async def test_two_devices_at_one_address_are_a_conflict_told_once(hass: HomeAssistant, network: Network) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.ip_conflict"})
    conflict = Conflict(address="192.168.1.10", macs=(PLUG, "00:11:32:aa:bb:cc"))
    await network.run(PLUG_THERE, LAMP_THERE, conflicts=(conflict,), times=2)
    (payload,) = _payloads(calls)
    assert (payload["address"], payload["macs"]) == ("192.168.1.10", ["00:11:32:aa:bb:cc", PLUG])
    assert payload["name"] == "Plug"


@pytest.mark.parametrize(
    ("options", "fires"),
    [
        ({"device": "television"}, 1),
        ({"device": TV.upper().replace(":", "-")}, 1),
        ({"device": "Lamp"}, 0),
        ({"site": "Home"}, 1),
        ({"site": "Cabin"}, 0),
        ({"site": "A place that nobody knows"}, 0),
        ({"device": "Television", "site": "Home"}, 1),
        ({"device": "Lamp", "site": "Home"}, 0),
    ],
)
async def test_only_what_was_asked_for_triggers(
    hass: HomeAssistant, kit: InventoryTestKit, network: Network, options: dict[str, str], fires: int
) -> None:
    await kit.given_location("Cabin", kind="site", parent=None)
    calls = await given_automation(hass, {"trigger": "home_inventory.device_new", "options": options})
    await network.run(PLUG_THERE, LAMP_THERE, TV_THERE, times=2)
    assert len(calls) == fires


async def test_an_automation_outlives_a_reload_of_the_inventory(
    hass: HomeAssistant, kit: InventoryTestKit, network: Network
) -> None:
    calls = await given_automation(hass, {"trigger": "home_inventory.device_new"})
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await network.run(PLUG_THERE, LAMP_THERE, TV_THERE, times=2)
    assert len(calls) == 1


@pytest.mark.usefixtures("kit")
async def test_a_wrong_option_makes_an_automation_unavailable(hass: HomeAssistant) -> None:
    trigger = {"trigger": "home_inventory.device_new", "options": {"item": "Drill"}}
    automation = {"alias": "Tell me", "triggers": [trigger], "actions": []}
    await async_setup_component(hass, "automation", {"automation": [automation]})
    await settle(hass)
    assert hass.states.get("automation.tell_me").state == "unavailable"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("device_new", "found a new device: Television"),
        ("devices_new_random", "found new devices with made-up hardware addresses: Television"),
        ("device_missing", "misses Television"),
        ("device_back", "found Television again"),
        ("ip_conflict", "heard several devices answer to 192.168.1.12: a, b"),
    ],
)
def test_the_logbook_has_words_for_every_alert(kind: str, words: str) -> None:
    data = {"kind": kind, "devices": [{"name": "Television"}], "address": "192.168.1.12", "macs": ["a", "b"]}
    assert describe_alert(data) == words


async def test_an_alert_is_an_event_on_the_bus(hass: HomeAssistant, network: Network) -> None:
    heard = async_capture_events(hass, EVENT_DEVICE_ALERT)
    await network.run(PLUG_THERE, LAMP_THERE, TV_THERE, times=2)
    (event,) = heard
    assert (event.data["kind"], event.data["name"]) == ("device_new", "Television")


async def test_a_flood_of_made_up_addresses_is_cut_short(hass: HomeAssistant, network: Network) -> None:
    heard = async_capture_events(hass, EVENT_DEVICE_ALERT)
    flood = [lan(f"da:a1:19:00:00:{number:02x}", f"192.168.1.{number}") for number in range(20, 140)]
    await network.run(PLUG_THERE, LAMP_THERE, *flood, times=2)
    (event,) = heard
    assert (event.data["count"], len(event.data["devices"])) == (120, 50)


async def test_the_logbook_says_how_many_devices_a_run_has_brought(hass: HomeAssistant, network: Network) -> None:
    heard = async_capture_events(hass, "home_inventory_change")
    await network.run(PLUG_THERE, LAMP_THERE, TV_THERE, lan(PHONE, "192.168.1.20", "a", "Anna"))
    (event,) = heard
    assert describe_change(event.data) == "added the device Television and 1 more"


async def _be_without_the_lamp(network: Network, freezer: FrozenDateTimeFactory) -> None:
    """Let nine days pass in which the network is looked through and the lamp is not there."""
    for _ in range(9):
        freezer.tick(timedelta(hours=23))
        await network.run(PLUG_THERE)
