"""Sources of devices in a real Home Assistant: added through its forms, kept over a restart, their secrets kept to themselves."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from tests.homeseer_server import HomeSeerServer, root

from .hass_client import HassClient
from .hass_config import DOMAIN, link_integration
from .hass_process import HassProcess, Version

LOGIN = ("default", "s3cret-password")
FLOW = "/api/config/config_entries/subentries/flow"


@pytest.fixture
async def homeseer() -> AsyncIterator[HomeSeerServer]:
    """Return a HomeSeer that wants a login."""
    async with HomeSeerServer([root(10, "Lamp")], login=LOGIN) as server:
        yield server


async def fill_in(client: HassClient, entry_id: str, kind: str, *answers: dict[str, Any]) -> list[dict[str, Any]]:
    """Fill in the form of a new source; return what was shown, the end included."""
    shown = [await client.post(FLOW, {"handler": [entry_id, kind]})]
    shown.extend([await client.post(f"{FLOW}/{shown[0]['flow_id']}", answer) for answer in answers])
    return shown


async def test_sources_are_added_and_kept(new_hass: Callable[..., HassProcess], homeseer: HomeSeerServer) -> None:
    """Neither Home Assistant's log nor what can be downloaded has the password."""
    home = new_hass()
    home.config.mkdir()
    link_integration(home.config)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    (entry,) = await client.call("config_entries/get", domain=DOMAIN)
    site = (await client.call(f"{DOMAIN}/location/list"))["locations"][0]["id"]

    connection = {"url": homeseer.url, "username": LOGIN[0], "password": LOGIN[1], "verify_ssl": True}
    options = {"site": site, "minutes": 15, "features_are_devices": False, "includes_hidden": False}
    first = await fill_in(client, entry["entry_id"], "homeseer", connection, options, {"inner": {"Kitchen": site}})
    network = {"network": "10.213.77.0/24", "site": site, "minutes": 15}
    second = await fill_in(client, entry["entry_id"], "network", network)
    before = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])
    client = await home.restart()
    after = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])
    told = await client.get(f"/api/diagnostics/config_entry/{entry['entry_id']}")

    assert [answer.get("step_id", answer["type"]) for answer in first] == ["user", "options", "places", "create_entry"]
    assert second[-1]["title"] == "Home: 10.213.77.0/24"
    assert [source["subentry_type"] for source in after] == ["homeseer", "network"]
    assert after == before
    assert [source["kind"] for source in told["data"]["sources"]] == ["homeseer", "network", "hass"]
    assert LOGIN[1] not in json.dumps([first, before, told]) + home.log.read_text()


async def test_a_source_is_a_device_that_comes_and_goes(
    new_hass: Callable[..., HassProcess], version: Version, homeseer: HomeSeerServer
) -> None:
    """Its button runs it, its sensors say how that went, automations hear of what it finds; it takes all that along when it goes."""
    home = new_hass(version)
    home.config.mkdir()
    link_integration(home.config)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    (entry,) = await client.call("config_entries/get", domain=DOMAIN)
    site = (await client.call(f"{DOMAIN}/location/list"))["locations"][0]["id"]
    connection = {"url": homeseer.url, "username": LOGIN[0], "password": LOGIN[1], "verify_ssl": True}
    options = {"site": site, "minutes": 1440, "features_are_devices": False, "includes_hidden": False}
    await fill_in(client, entry["entry_id"], "homeseer", connection, options, {})
    (source,) = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])

    known = await entities(client, source["subentry_id"])
    press = {"domain": "button", "service": "press", "target": {"entity_id": known["sync"]}}
    async with client.subscription("subscribe_events", event_type=f"{DOMAIN}_device_alert") as heard:
        await client.call("call_service", **press)
        states = {state["entity_id"]: state for state in await client.call("get_states")}
        homeseer.refs.append(root(20, "Boiler"))
        for _ in range(2):
            await client.call("call_service", **press)
        alert = await asyncio.wait_for(heard.get(), 30)
    device = next(one for one in await client.call("config/device_registry/list") if one["name"] == source["title"])
    await client.call("config_entries/subentries/delete", entry_id=entry["entry_id"], subentry_id=source["subentry_id"])

    assert states[known["connectivity"]]["state"] == "on"
    assert states[known["last_sync"]]["state"] > "2026"
    assert [one["name"] for one in alert["data"]["devices"]] == ["Boiler"]
    assert device["id"] not in {one["id"] for one in await client.call("config/device_registry/list")}
    assert await entities(client, source["subentry_id"]) == {}
    log = home.log.read_text()
    assert [line for line in log.splitlines() if DOMAIN in line and (" ERROR " in line or "deprecated" in line)] == []
    assert LOGIN[1] not in log + json.dumps([alert, states])


async def entities(client: HassClient, source_id: str) -> dict[str, str]:
    """Return the entities of a source by what they show."""
    found = await client.call("config/entity_registry/list")
    return {one["translation_key"]: one["entity_id"] for one in found if one["config_subentry_id"] == source_id}
