"""Diagnostics and system health."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from homeassistant.config_entries import ConfigSubentry
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import get_system_health_info

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.diagnostics import async_get_config_entry_diagnostics
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.source_errors import SourceAnswerError, SourceLoginError
from custom_components.home_inventory.source_settings import (
    UNPLACED,
    HomeSeerSettings,
    Level,
    NetworkSettings,
    SourceKind,
)

from .homeseer_server import HomeSeerServer, Trouble, root
from .outage import database_away
from .source_kit import LOGIN, given_homeseer

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


async def test_diagnostics_count_and_name_nothing(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """Neither what is owned, nor the key of the store, nor where the configuration is."""
    await kit.given_location("Secret vault")
    await kit.given_item("Gold bar", location="Secret vault", serial_number="AU-79", purchase_price=91000)
    await kit.ws("store/snapshot")

    found = await async_get_config_entry_diagnostics(hass, kit.entry)

    assert found["counts"] == {"items": 1, "locations": 2, "categories": 0, "devices": 0}
    assert found["locations_by_kind"] == {"site": 1, "room": 1}
    assert (found["store"]["database"], found["store"]["snapshots"], found["store"]["recovery"]) == ("sqlite", 1, None)
    text = json.dumps(found)
    private = ("vault", "Gold", "AU-79", "91000", kit.inventory.store.meta.store_id, hass.config.config_dir)
    assert [word for word in private if word in text] == []


async def test_diagnostics_tell_how_sources_are_asked_but_not_where_or_by_whom(
    hass: HomeAssistant, kit: InventoryTestKit
) -> None:
    """No address, no name, no login."""
    homeseer = HomeSeerSettings(
        url="https://homeseer.mill-road.example:8888",
        username="grandmother",
        password="s3cret-password",
        site_id=kit.inventory.home_id,
        places={Level.OUTER: {"Panic room": None}, Level.INNER: {"Wine cellar": "01LOCATION", "Attic": UNPLACED}},
    )
    network = NetworkSettings(network="192.168.77.0/24", site_id=kit.inventory.home_id, minutes=5)
    for kind, settings in ((SourceKind.HOMESEER, homeseer), (SourceKind.NETWORK, network)):
        data = MappingProxyType(settings.as_data())
        hass.config_entries.async_add_subentry(
            kit.entry, ConfigSubentry(data=data, subentry_type=kind, title="Mill Road", unique_id=None)
        )

    found = await async_get_config_entry_diagnostics(hass, kit.entry)

    never = {"is_running": False, "connected": None, "last_run": None, "last_good": None}
    assert found["sources"] == [
        {
            "kind": "homeseer",
            **never,
            "minutes": 15,
            "scheme": "https",
            "verify_ssl": True,
            "has_login": True,
            "features_are_devices": False,
            "includes_hidden": False,
            "mapped_places": 2,
            "places": 3,
        },
        {"kind": "network", "minutes": 5, "prefix_length": 24, **never},
        {"kind": "hass", **never},
    ]
    private = ("mill-road", "Mill Road", "8888", "grandmother", "s3cret", "192.168", "cellar", "Panic", "01LOCATION")
    assert [word for word in private if word in json.dumps(found)] == []


async def test_diagnostics_of_a_source_that_fails_name_the_error_and_no_secret(
    hass: HomeAssistant, kit: InventoryTestKit
) -> None:
    """Neither where it is, nor how to get in, nor what it has told before."""
    async with HomeSeerServer([root(10, "Grandmother's lamp", location="Wine cellar")], login=LOGIN) as server:
        source = given_homeseer(kit, server, login=LOGIN)
        await kit.inventory.sources.async_sync(SYSTEM, source)
        server.login = ("somebody", "else")
        with pytest.raises(SourceLoginError):
            await kit.inventory.sources.async_sync(SYSTEM, source)
        found = await async_get_config_entry_diagnostics(hass, kit.entry)

    homeseer = found["sources"][0]
    assert (homeseer["connected"], homeseer["last_run"]["error"]) == (False, "source_login_refused")
    assert (homeseer["last_good"]["error"], homeseer["last_good"]["counts"]["new"]) == (None, 1)
    assert found["counts"]["devices"] == 1
    private = (*LOGIN, "127.0.0.1", server.url.rpartition(":")[2], "randmother", "cellar", "Mill Road")
    assert [word for word in private if word in json.dumps(found, ensure_ascii=False)] == []


async def test_diagnostics_can_be_had_while_the_database_is_away(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """That is when they are needed."""
    with database_away(hass):
        found = await async_get_config_entry_diagnostics(hass, kit.entry)

    assert (found["error"], found["store"]["generation"]) == ("store_unavailable", 1)


@pytest.fixture
async def system_health(hass: HomeAssistant, kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household of a Home Assistant with the page about its health."""
    await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done(wait_background_tasks=False)
    return kit


async def test_system_health_says_how_much_there_is(hass: HomeAssistant, system_health: InventoryTestKit) -> None:
    """And how it is kept."""
    await system_health.given_item("Drill")

    info = await get_system_health_info(hass, DOMAIN)

    assert info == {
        "loaded": True,
        "items": 1,
        "locations": 1,
        "devices": 0,
        "sources": 1,
        "sources_failing": 0,
        "database": "sqlite",
        "database_size": info["database_size"],
        "journal_size": "0.0 MB",
        "newest_snapshot": "-",
        "last_recovery": "-",
        "generation": 1,
    }
    assert info["database_size"].endswith(" MB")


async def test_system_health_counts_devices_and_the_sources_that_fail(
    hass: HomeAssistant, system_health: InventoryTestKit
) -> None:
    """Without saying which; one that has not been asked yet is none of them."""
    async with HomeSeerServer([root(10, "Lamp"), root(20, "Boiler")]) as server:
        source = given_homeseer(system_health, server)
        await system_health.inventory.sources.async_sync(SYSTEM, source)
        server.trouble = Trouble.HALF
        with pytest.raises(SourceAnswerError):
            await system_health.inventory.sources.async_sync(SYSTEM, source)

    info = await get_system_health_info(hass, DOMAIN)

    assert (info["devices"], info["sources"], info["sources_failing"]) == (2, 2, 1)


async def test_system_health_knows_the_newest_snapshot(hass: HomeAssistant, system_health: InventoryTestKit) -> None:
    """As a moment, which the page writes in the reader's way."""
    await system_health.ws("store/snapshot")

    newest = (await get_system_health_info(hass, DOMAIN))["newest_snapshot"]

    assert newest.isoformat() == (await system_health.ws("store/info"))["snapshot_at"]


async def test_system_health_says_that_the_database_is_away(
    hass: HomeAssistant, system_health: InventoryTestKit
) -> None:
    """What is known without it is said all the same."""
    with database_away(hass):
        info = await get_system_health_info(hass, DOMAIN)

    assert info["database"] == {"type": "failed", "error": "unavailable"}
    assert {key: value for key, value in info.items() if key != "database"} == {
        "loaded": True,
        "generation": 1,
        "sources": 1,
        "sources_failing": 0,
    }


async def test_system_health_says_when_it_is_not_running(hass: HomeAssistant, system_health: InventoryTestKit) -> None:
    """That is all there is to say."""
    await hass.config_entries.async_unload(system_health.entry.entry_id)

    assert await get_system_health_info(hass, DOMAIN) == {"loaded": False}
