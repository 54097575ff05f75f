"""Devices of two other integrations in a real Home Assistant: adopted, renamed, given a place, taken away."""

from collections.abc import Callable
from typing import Any

from .hass_client import HassClient
from .hass_config import CONFIGURATION, DOMAIN, link_integration
from .hass_process import HassProcess

# Home Assistant's own integration for its developers, which needs no network; the other one is the companion app's.
WITH_DEVICES = CONFIGURATION + "kitchen_sink:\n"
PHONE = {
    "app_id": "org.example.app",
    "app_name": "Example",
    "app_version": "1",
    "device_id": "phone",
    "device_name": "Phone",
    "manufacturer": "Fairphone",
    "model": "FP5",
    "os_name": "Android",
    "os_version": "15",
    "supports_encryption": False,
}


async def _sync(client: HassClient) -> dict[str, Any]:
    """Let the registry be read now; return our devices by name."""
    await client.action(f"{DOMAIN}.sync_source", source="hass")
    found = await client.call(f"{DOMAIN}/device/list")
    return {device["name"]: device for device in found["devices"]}


async def test_devices_of_other_integrations_are_followed(new_hass: Callable[..., HassProcess]) -> None:
    home = new_hass()
    home.config.mkdir()
    link_integration(home.config)
    (home.config / "configuration.yaml").write_text(WITH_DEVICES)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await client.post("/api/mobile_app/registrations", PHONE)
    hall = await client.call("config/area_registry/create", name="Hall")
    await client.call(f"{DOMAIN}/location/add", name="Entrance", kind="room", area="Hall")

    at_first = await _sync(client)
    adopted = await client.action(f"{DOMAIN}.adopt_device", device="Phone")
    for name, renamed in (("Phone", "Anna's phone"), ("IR Blaster", "Remote control")):
        device_id = at_first[name]["hass_device_id"]
        change = {"device_id": device_id, "name_by_user": renamed, "area_id": hall["area_id"]}
        await client.call("config/device_registry/update", **change)
    renamed = await _sync(client)
    (entry,) = await client.call("config_entries/get", domain="mobile_app")
    await client.delete(f"/api/config/config_entries/entry/{entry['entry_id']}")
    without = await _sync(client)
    told = await client.call(f"{DOMAIN}/device/get", device="Anna's phone")
    item = (await client.call(f"{DOMAIN}/item/get", item=adopted["item"]["id"]))["item"]
    undone = await client.call(f"{DOMAIN}/change/undo", batch=adopted["batch"])
    items = (await client.call(f"{DOMAIN}/item/list"))["items"]

    assert (item["name"], item["manufacturer"], item["model"]) == ("Phone", "Fairphone", "FP5")
    assert renamed.keys() == at_first.keys() - {"Phone", "IR Blaster"} | {"Anna's phone", "Remote control"}
    assert {renamed[name]["path"] for name in ("Anna's phone", "Remote control")} == {"Entrance"}
    assert renamed["Anna's phone"]["id"] == at_first["Phone"]["id"]
    assert renamed["Anna's phone"]["item"]["id"] == item["id"]
    assert [(seen["source_id"], seen["missed"]) for seen in told["sightings"]] == [("hass", 1)]
    assert without["Remote control"]["hass_device_id"] == at_first["IR Blaster"]["hass_device_id"]
    assert undone
    assert items == []
