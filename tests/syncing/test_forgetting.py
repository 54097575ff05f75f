"""Devices with made-up hardware addresses are forgotten by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pytest_homeassistant_custom_component.common import async_capture_events

from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.device_filters import DeviceFilter
from custom_components.home_inventory.logbook import describe_change
from tests.commands.sourced import SourcedHome
from tests.domain.matching_kit import PHONE, PHONE_AGAIN, TV, lan
from tests.source_kit import given_network

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import Event, HomeAssistant

    from tests.kit import InventoryTestKit

TWENTY_DAYS = 20 * 24 * 60
"""In minutes: a network that is looked through so seldom is not one that nobody looks through."""


async def test_guests_who_left_are_forgotten_after_the_next_run_of_any_source(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """As one batch with one line in the logbook, that can be undone."""
    home = SourcedHome(kit)
    lan_id = given_network(kit, "192.168.7.0/24", minutes=TWENTY_DAYS)
    kit.inventory.sources._schedule.async_stop()  # the clock jumps, and the registry would be due meanwhile
    tv = lan(TV, "192.168.7.12", "tv", "TV", home.site)
    guests = [lan(mac, f"192.168.7.{mac[-1]}", name=f"Guest {mac[-1]}", site=home.site) for mac in (PHONE, PHONE_AGAIN)]
    await home.bring(tv, *guests, source=lan_id)
    for _ in range(2):
        freezer.tick(timedelta(days=16))
        await home.bring(tv, source=lan_id, confirmed=True)
    assert await names(kit) == ["Guest 1", "Guest 2", "TV"]
    told = async_capture_events(hass, "home_inventory_change")

    await kit.inventory.sources.async_sync(SYSTEM, "hass")
    await hass.async_block_till_done()

    assert await names(kit) == ["TV"]
    (event,) = (each for each in told if each.data["operation"] == "delete")
    assert says(event) == "deleted the device Guest 1 and 1 more"
    freezer.tick(timedelta(hours=2))
    await kit.inventory.history.async_undo(SYSTEM, event.data["batch"])
    assert await names(kit) == ["Guest 1", "Guest 2", "TV"]
    await kit.inventory.sources.async_sync(SYSTEM, "hass")
    assert await names(kit) == ["Guest 1", "Guest 2", "TV"], "what somebody has brought back stays"


async def names(kit: InventoryTestKit) -> list[str]:
    """Return the names of all devices; the login of a websocket would have expired by now."""
    page = await kit.inventory.devices.async_list(DeviceFilter(), limit=10)
    return [shown.known.device.name for shown in page.entries]


def says(event: Event) -> str:
    """Return the line of the logbook."""
    return describe_change(event.data)
