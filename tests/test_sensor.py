"""Sensors of sites and of promoted items."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from homeassistant.core import CoreState
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_capture_events

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.store_errors import StoreUnavailableError

from .clock import go_to, let_pass, settle

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant, State

    from .kit import InventoryTestKit

pytestmark = pytest.mark.usefixtures("freezer")


@pytest.fixture(autouse=True)
def _noon(freezer: FrozenDateTimeFactory) -> None:
    """Begin at noon of a day, so that no test crosses midnight by chance."""
    freezer.move_to("2026-11-10 12:00:00+00:00")


def _state(hass: HomeAssistant, record_id: str, key: str) -> State:
    entity_id = er.async_get(hass).async_get_entity_id("sensor", DOMAIN, f"{record_id}_{key}")
    return hass.states.get(entity_id)


def _device(hass: HomeAssistant, kit: InventoryTestKit, record_id: str) -> dr.DeviceEntry | None:
    return dr.async_get(hass).async_get_device_by_identifier((DOMAIN, record_id), kit.entry.entry_id)


async def test_a_new_home_counts_nothing(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    home = kit.inventory.home_id
    values = {
        key: _state(hass, home, key).state
        for key in ("items", "total_value", "warranties_expiring", "next_warranty_expiry", "low_stock")
    }
    assert values == {
        "items": "0",
        "total_value": "0",
        "warranties_expiring": "0",
        "next_warranty_expiry": "unknown",
        "low_stock": "0",
    }


async def test_the_home_is_a_service_that_leads_to_the_panel(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    device = _device(hass, kit, kit.inventory.home_id)
    assert (device.name, device.entry_type) == ("Home", dr.DeviceEntryType.SERVICE)
    assert device.configuration_url == "homeassistant://home-inventory/items"


async def test_what_is_added_is_counted_at_once(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Drill", quantity=2)
    await settle(hass)
    assert _state(hass, kit.inventory.home_id, "items").state == "1"


async def test_the_figures_say_what_a_household_wants_to_know(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    currency = kit.inventory.currency
    await kit.given_item("Drill", quantity=2, purchase_price=49.5, currency=currency, warranty_until="2026-11-20")
    await kit.given_item("AA batteries", quantity=3, minimum_quantity=8)
    await kit.given_item("Saw", warranty_until="2027-03-01")
    await let_pass(hass, freezer, 1)
    home = kit.inventory.home_id
    assert _state(hass, home, "items").state == "3"
    assert _state(hass, home, "total_value").state == "99"
    assert _state(hass, home, "total_value").attributes["unit_of_measurement"] == currency
    assert _state(hass, home, "warranties_expiring").state == "1"
    assert _state(hass, home, "next_warranty_expiry").state == "2026-11-20"
    assert _state(hass, home, "next_warranty_expiry").attributes["item"] == "Drill"
    assert _state(hass, home, "low_stock").state == "1"


async def test_a_warranty_that_has_ended_is_no_longer_next_after_midnight(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_item("Drill", warranty_until=kit.inventory.today.isoformat())
    await settle(hass)
    assert _state(hass, kit.inventory.home_id, "warranties_expiring").state == "1"
    await go_to(hass, freezer, dt_util.start_of_local_day() + timedelta(days=1, seconds=1))
    await let_pass(hass, freezer, 1)
    assert _state(hass, kit.inventory.home_id, "warranties_expiring").state == "0"


async def test_a_flood_of_changes_is_one_state_write_a_second(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await settle(hass)
    entity_id = _state(hass, kit.inventory.home_id, "items").entity_id
    changes = async_capture_events(hass, "state_changed")
    for number in range(50):
        await kit.given_item(f"Screw {number}")
    await let_pass(hass, freezer, 1)
    written = [event.data["new_state"].state for event in changes if event.data["entity_id"] == entity_id]
    assert (len(written), written[-1]) == (2, "50")


async def test_a_new_site_gets_its_sensors_and_one_that_goes_loses_them(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    cabin = await kit.given_location("Cabin", kind="site", parent=None)
    await kit.given_item("Sledge", location="Cabin")
    await let_pass(hass, freezer, 1)
    assert _state(hass, cabin, "items").state == "1"
    await kit.ws("location/update", location=cabin, name="Mountain cabin")
    await settle(hass)
    assert _device(hass, kit, cabin).name == "Mountain cabin"
    await kit.ws("location/remove", location=cabin, move_contents_to="Home")
    await let_pass(hass, freezer, 1)
    assert _device(hass, kit, cabin) is None
    assert er.async_get(hass).async_get_entity_id("sensor", DOMAIN, f"{cabin}_items") is None


async def test_activity_and_calendar_move_along_when_the_home_goes(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    home = kit.inventory.home_id
    cabin = await kit.given_location("Cabin", kind="site", parent=None)
    await kit.ws("location/remove", location=home)
    await settle(hass)
    registry = er.async_get(hass)
    devices = {
        registry.async_get(registry.async_get_entity_id(platform, DOMAIN, f"{kit.entry.entry_id}_{key}")).device_id
        for platform, key in (("event", "activity"), ("calendar", "deadlines"))
    }
    assert devices == {_device(hass, kit, cabin).id}


async def test_a_promoted_item_has_a_device_with_its_warranty_and_quantity(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    rice = await kit.given_item(
        "Rice", quantity=2.5, unit="kg", warranty_until="2027-01-31", manufacturer="Reis AG", model="Basmati"
    )
    assert _device(hass, kit, rice) is None
    await kit.ws("item/update", item=rice, promoted=True)
    await settle(hass)
    device = _device(hass, kit, rice)
    assert (device.name, device.manufacturer, device.model) == ("Rice", "Reis AG", "Basmati")
    assert _state(hass, rice, "warranty_until").state == "2027-01-31"
    assert _state(hass, rice, "quantity").attributes["unit_of_measurement"] == "kg"
    await kit.ws("item/adjust", item=rice, by=-1)
    await settle(hass)
    assert _state(hass, rice, "quantity").state == "1.5"
    await let_pass(hass, freezer, 1)


async def test_the_device_of_a_promoted_item_follows_its_name(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    drill = await kit.given_item("Drill")
    await kit.ws("item/update", item=drill, promoted=True)
    await settle(hass)
    await kit.ws("item/update", item=drill, name="Cordless drill", serial_number="S-1")
    await settle(hass)
    device = _device(hass, kit, drill)
    assert (device.name, device.serial_number) == ("Cordless drill", "S-1")


@pytest.mark.parametrize(
    ("command", "values"),
    [
        ("item/update", {"promoted": False}),
        ("item/remove", {}),
        ("item/remove", {"permanently": True}),
    ],
)
async def test_the_device_goes_when_the_item_is_demoted_archived_or_deleted(
    hass: HomeAssistant, kit: InventoryTestKit, command: str, values: dict[str, bool]
) -> None:
    drill = await kit.given_item("Drill")
    await kit.ws("item/update", item=drill, promoted=True)
    await settle(hass)
    await kit.ws(command, item=drill, **values)
    await settle(hass)
    assert _device(hass, kit, drill) is None
    assert er.async_get(hass).async_get_entity_id("sensor", DOMAIN, f"{drill}_quantity") is None


async def test_an_item_that_comes_back_has_its_device_again(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    drill = await kit.given_item("Drill", quantity=3)
    await kit.ws("item/update", item=drill, promoted=True)
    await kit.ws("item/remove", item=drill)
    await settle(hass)
    await kit.ws("item/restore", item=drill)
    await settle(hass)
    assert _state(hass, drill, "quantity").state == "3"


async def test_devices_of_what_went_while_nobody_looked_are_removed(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    drill = await kit.given_item("Drill")
    await kit.ws("item/update", item=drill, promoted=True)
    registry = dr.async_get(hass)
    registry.async_get_or_create(config_entry_id=kit.entry.entry_id, identifiers={(DOMAIN, "gone")}, name="Gone")
    await hass.config_entries.async_reload(kit.entry.entry_id)
    await settle(hass)
    assert _device(hass, kit, "gone") is None
    assert _state(hass, drill, "quantity").state == "1"


async def test_sensors_are_unavailable_while_the_figures_cannot_be_read(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    with patch(
        "custom_components.home_inventory.manager.figures.FigureManager.async_by_site",
        side_effect=StoreUnavailableError,
    ):
        await kit.given_item("Drill")
        await let_pass(hass, freezer, 1)
        await kit.given_item("Saw")
        await let_pass(hass, freezer, 1)
        assert _state(hass, kit.inventory.home_id, "items").state == "unavailable"
    assert caplog.text.count("Error fetching home_inventory figures data") == 1
    await kit.given_item("Hammer")
    await let_pass(hass, freezer, 1)
    assert _state(hass, kit.inventory.home_id, "items").state == "3"


async def test_that_the_store_has_closed_is_no_news_while_home_assistant_stops(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory, caplog: pytest.LogCaptureFixture
) -> None:
    await kit.given_item("Drill")
    await let_pass(hass, freezer, 1)
    hass.set_state(CoreState.stopping)
    with patch(
        "custom_components.home_inventory.manager.figures.FigureManager.async_by_site",
        side_effect=StoreUnavailableError,
    ):
        await kit.given_item("Saw")
        await let_pass(hass, freezer, 1)
    hass.set_state(CoreState.running)
    assert _state(hass, kit.inventory.home_id, "items").state == "1"
    assert "Error fetching" not in caplog.text


async def test_ten_thousand_items_make_no_state_big(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    """Every state stays far below the recorder's limit of 16 KiB, and none lists anything."""
    home = kit.inventory.home_id
    long_name = "Ä" * 255
    inventory = kit.inventory
    await inventory._database.async_write(SYSTEM, _add_many, long_name, home, date(2026, 12, 1))
    await let_pass(hass, freezer, 1)
    await let_pass(hass, freezer, 60)
    states = hass.states.async_all()
    assert _state(hass, home, "items").state == "10000"
    assert max(len(state.as_dict_json) for state in states) < 2048
    lists = [
        (state.entity_id, name)
        for state in states
        for name, value in state.attributes.items()
        if isinstance(value, list | tuple | dict) and name != "event_types"
    ]
    assert lists == []


async def test_at_most_one_write_a_second_also_for_a_promoted_item(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    screws = await kit.given_item("Screws", quantity=1)
    await kit.ws("item/update", item=screws, promoted=True)
    await let_pass(hass, freezer, 2)
    changes = async_capture_events(hass, "state_changed")
    for _ in range(20):
        await kit.ws("item/adjust", item=screws, by=1)
    await settle(hass)
    entity_id = _state(hass, screws, "quantity").entity_id
    assert [event.data["new_state"].state for event in changes if event.data["entity_id"] == entity_id] == ["2"]
    await let_pass(hass, freezer, 1)
    assert _state(hass, screws, "quantity").state == "21"


def _add_many(work, name, location_id, warranty_until) -> None:
    from custom_components.home_inventory.db import items  # noqa: PLC0415 - only this test looks behind the managers

    for number in range(10_000):
        items.add_item(
            work,
            {"name": f"{number} {name}"[:255], "warranty_until": warranty_until, "minimum_quantity": Decimal(5)},
            {"quantity": Decimal(1), "location_id": location_id, "lot": None, "best_before": None},
        )
