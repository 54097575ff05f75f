"""Names heard by the parts of Home Assistant that listen."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from homeassistant.components.device_tracker import SourceType
from zeroconf import DNSAddress, DNSService
from zeroconf._cache import DNSCache

from custom_components.home_inventory.domain.observations import Origin
from custom_components.home_inventory.syncing.heard_names import async_heard_names

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant


async def test_nothing_is_heard_where_nobody_listens(hass: HomeAssistant) -> None:
    assert await async_heard_names(hass) == []


async def test_clients_of_routers_have_the_names_that_those_give_them(hass: HomeAssistant) -> None:
    hass.states.async_set(
        "device_tracker.phone",
        "home",
        {"source_type": SourceType.ROUTER, "host_name": "Anna's phone", "mac": "AA:BB:CC:00:00:01", "ip": "10.0.0.5"},
    )
    hass.states.async_set("device_tracker.car", "home", {"source_type": SourceType.GPS, "host_name": "Car"})
    hass.states.async_set("device_tracker.other", "home", {"source_type": SourceType.ROUTER, "host_name": None})

    assert [(name.name, name.origin, name.mac, name.address) for name in await async_heard_names(hass)] == [
        ("Anna's phone", Origin.CONTROLLER, "AA:BB:CC:00:00:01", "10.0.0.5")
    ]


@pytest.mark.parametrize(
    ("service", "name"),
    [("_airplay._tcp.local.", "Living room TV"), ("_http._tcp.local.", "appletv-7"), (None, "appletv-7")],
)
async def test_what_is_announced_has_the_name_that_people_gave_it(
    hass: HomeAssistant, service: str | None, name: str
) -> None:
    """Records as they are kept after they were heard: the cache of a Zeroconf that has no socket."""
    cache = DNSCache()
    records = [DNSAddress("appletv-7.local.", 1, 1, 120, bytes((10, 0, 0, 7)))]
    if service is not None:
        records.append(DNSService(f"Living room TV.{service}", 33, 1, 120, 0, 0, 7000, "appletv-7.local."))
    cache.async_add_records(records)

    hass.config.components.add("zeroconf")
    hass.data["zeroconf"] = SimpleNamespace(zeroconf=SimpleNamespace(cache=cache))

    assert [(found.name, found.origin, found.address) for found in await async_heard_names(hass)] == [
        (name, Origin.MDNS, "10.0.0.7")
    ]
