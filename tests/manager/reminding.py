"""What tests of reminders do: go to midnight, start anew, and read what was told."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from homeassistant.util import dt as dt_util

from tests.automations import CONFIG
from tests.clock import go_to, let_pass

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant, ServiceCall

    from tests.kit import InventoryTestKit

EXPIRING = {"trigger": "home_inventory.warranty_expiring", "options": {"days": 30}}
EXPIRED = {"trigger": "home_inventory.warranty_expired"}


def in_days(kit: InventoryTestKit, days: int) -> str:
    """Return the day that comes in so many days, as it is written."""
    return (kit.inventory.today + timedelta(days=days)).isoformat()


def told(calls: list[ServiceCall]) -> list[tuple[str, int]]:
    """Return of which items notifications told, and how many days were left."""
    payloads: list[dict[str, Any]] = [json.loads(call.data["message"]) for call in calls]
    return [(payload["name"], payload["days_left"]) for payload in payloads]


async def reload_all(hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory) -> None:
    """Do what a restart does: the inventory and the automations start anew on the same database."""
    with patch(
        "homeassistant.config.load_yaml_config_file", return_value={"automation": [CONFIG | {"triggers": [EXPIRING]}]}
    ):
        await hass.services.async_call("automation", "reload", blocking=True)
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await let_pass(hass, freezer, 6)


async def midnight(hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    """Go to the next local midnight."""
    await go_to(hass, freezer, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
