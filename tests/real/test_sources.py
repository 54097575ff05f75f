"""Sources of devices in a real Home Assistant: added through its forms, kept over a restart, their secrets kept to themselves."""

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


async def test_sources_are_added_and_kept(
    new_hass: Callable[..., HassProcess], version: Version, homeseer: HomeSeerServer
) -> None:
    """On each Home Assistant that we serve; neither its log nor what can be downloaded has the password."""
    home = new_hass(version)
    home.config.mkdir()
    link_integration(home.config)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    (entry,) = await client.call("config_entries/get", domain=DOMAIN)
    site = (await client.call(f"{DOMAIN}/location/list"))["locations"][0]["id"]

    connection = {"url": homeseer.url, "username": LOGIN[0], "password": LOGIN[1], "verify_ssl": True}
    options = {"site": site, "minutes": 15, "features_are_devices": False, "includes_hidden": False}
    first = await fill_in(client, entry["entry_id"], "homeseer", connection, options, {"inner": {"Kitchen": site}})
    network = {"network": "192.168.1.0/24", "site": site, "minutes": 15}
    second = await fill_in(client, entry["entry_id"], "network", network)
    before = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])
    client = await home.restart()
    after = await client.call("config_entries/subentries/list", entry_id=entry["entry_id"])
    told = await client.get(f"/api/diagnostics/config_entry/{entry['entry_id']}")

    assert [answer.get("step_id", answer["type"]) for answer in first] == ["user", "options", "places", "create_entry"]
    assert second[-1]["title"] == "Home: 192.168.1.0/24"
    assert [source["subentry_type"] for source in after] == ["homeseer", "network"]
    assert after == before
    assert [source["kind"] for source in told["data"]["sources"]] == ["homeseer", "network"]
    assert LOGIN[1] not in json.dumps([first, before, told]) + home.log.read_text()
