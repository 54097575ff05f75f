"""Entities, triggers and conditions in a real Home Assistant; the tests that start none have them on the oldest that we serve."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from .hass_client import HassClient
from .hass_config import link_integration
from .hass_process import HassProcess
from .window import becomes


async def _automation(client: HassClient, key: str, trigger: dict[str, Any]) -> None:
    """Write an automation in the editor that leaves a notification for what triggered it."""
    notify = {
        "action": "persistent_notification.create",
        "data": {"title": key, "message": "{{ trigger.name }}", "notification_id": f"{key}_{{{{ trigger.code }}}}"},
    }
    condition = {"condition": "not", "conditions": [{"condition": "home_inventory.stock_is_low"}]}
    config = {"alias": key, "triggers": [trigger], "conditions": [condition], "actions": [notify]}
    await client.post(f"/api/config/automation/config/{key}", config)


async def _notified(client: HassClient) -> list[tuple[str, str]]:
    """Return which automations have notified, and of what."""
    found = await client.call("persistent_notification/get")
    return sorted((entry["title"], entry["message"]) for entry in found if entry["title"] in ("expiring", "moved"))


async def _state(client: HassClient, entity_id: str) -> str:
    states = {state["entity_id"]: state["state"] for state in await client.call("get_states")}
    return str(states.get(entity_id))


async def test_a_warranty_notifies_once_also_after_a_restart_and_entities_show_it(
    new_hass: Callable[..., HassProcess],
) -> None:
    process = new_hass()
    process.config.mkdir()
    link_integration(process.config)
    client = await process.start()
    await client.set_up("home_inventory", name="Home", places_from_areas=False)
    await _automation(client, "expiring", {"trigger": "home_inventory.warranty_expiring", "options": {"days": 30}})
    await _automation(client, "moved", {"trigger": "home_inventory.item_moved", "options": {"to": "Attic"}})
    until = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    for name in ("Garage", "Attic"):
        await client.call("home_inventory/location/add", name=name, parent="Home")
    await client.call("home_inventory/item/add", name="Drill", location="Garage", warranty_until=until)
    await client.call("home_inventory/item/update", item="Drill", promoted=True)
    await client.call("home_inventory/item/move", item="Drill", to="Attic")
    await becomes(lambda: _notified(client), [("expiring", "Drill"), ("moved", "Drill")])
    await becomes(lambda: _state(client, "sensor.home_items"), "1")
    await becomes(lambda: _state(client, "sensor.home_next_warranty_expiry"), until)
    await becomes(lambda: _state(client, "sensor.drill_warranty_until"), until)
    await becomes(lambda: _state(client, "calendar.home_deadlines"), "off")

    client = await process.restart()
    await becomes(lambda: _state(client, "sensor.drill_quantity"), "1")
    await asyncio.sleep(7)  # a notification more would be here by then
    assert await _notified(client) == []
    assert await _state(client, "automation.expiring") == "on"
