"""The activity event entity and the event on the bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from homeassistant.core import Context
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import async_capture_events

from custom_components.home_inventory.const import DOMAIN, EVENT_CHANGE

from .clock import let_pass, settle

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from homeassistant.core import HomeAssistant, State
    from pytest_homeassistant_custom_component.common import MockUser

    from .kit import InventoryTestKit

pytestmark = pytest.mark.usefixtures("freezer")


def _activity(hass: HomeAssistant, kit: InventoryTestKit) -> State:
    entity_id = er.async_get(hass).async_get_entity_id("event", DOMAIN, f"{kit.entry.entry_id}_activity")
    return hass.states.get(entity_id)


async def test_adding_an_item_is_activity(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    drill = await kit.given_item("Drill")
    await settle(hass)
    attributes = _activity(hass, kit).attributes
    assert (attributes["event_type"], attributes["item_id"], attributes["name"]) == ("item_added", drill, "Drill")
    assert (attributes["count"], attributes["from"], attributes["to"]) == (1, None, None)


async def test_a_move_says_from_where_to_where(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    await kit.given_location("Garage")
    await kit.given_location("Attic")
    await kit.given_item("Drill", location="Garage")
    await let_pass(hass, freezer, 1)
    await let_pass(hass, freezer, 1)
    await kit.ws("item/move", item="Drill", to="Attic")
    await settle(hass)
    attributes = _activity(hass, kit).attributes
    assert attributes["event_type"] == "item_moved"
    assert (attributes["from"], attributes["to"]) == ("Home / Garage", "Home / Attic")


async def test_a_flood_is_merged_into_one_write_a_second_with_a_count(
    hass: HomeAssistant, kit: InventoryTestKit, freezer: FrozenDateTimeFactory
) -> None:
    changes = async_capture_events(hass, "state_changed")
    for number in range(20):
        await kit.given_item(f"Screw {number}")
    await let_pass(hass, freezer, 1)
    entity_id = _activity(hass, kit).entity_id
    written = [event.data["new_state"].attributes for event in changes if event.data["entity_id"] == entity_id]
    assert [attributes["count"] for attributes in written] == [1, 19]
    assert written[-1]["name"] == "Screw 19"


async def test_activity_is_attributed_to_who_did_it(
    hass: HomeAssistant, kit: InventoryTestKit, hass_admin_user: MockUser
) -> None:
    context = Context(user_id=hass_admin_user.id)
    await hass.services.async_call(DOMAIN, "add_item", {"name": "Drill"}, blocking=True, context=context)
    await settle(hass)
    assert (_activity(hass, kit).context.id, _activity(hass, kit).context.user_id) == (context.id, context.user_id)


@pytest.mark.parametrize(
    ("command", "values", "event_type"),
    [
        ("item/update", {"item": "Drill", "notes": "lent before"}, "item_updated"),
        ("item/adjust", {"item": "Drill", "by": 1}, "quantity_changed"),
        ("item/remove", {"item": "Drill"}, "item_archived"),
        ("item/remove", {"item": "Drill", "permanently": True}, "item_deleted"),
        ("item/add", {"name": "Saw", "categories": ["Tools / Hand tools"]}, "item_added"),
        ("location/add", {"name": "Cellar"}, "location_changed"),
        ("location/remove", {"location": "Garage", "move_contents_to": "Home"}, "location_changed"),
        ("category/add", {"name": "Toys"}, "category_changed"),
    ],
)
async def test_every_use_case_has_its_kind_of_activity(
    hass: HomeAssistant, kit: InventoryTestKit, command: str, values: dict[str, object], event_type: str
) -> None:
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage")
    events = async_capture_events(hass, EVENT_CHANGE)
    await kit.ws(command, **values)
    await settle(hass)
    assert [event.data["type"] for event in events] == [event_type]


async def test_undoing_is_activity(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    added = await kit.ws("item/add", name="Drill")
    events = async_capture_events(hass, EVENT_CHANGE)
    await kit.ws("change/undo", batch=added["batch"])
    assert [(event.data["type"], event.data["title"]) for event in events] == [("undone", "Drill")]


async def test_restoring_is_activity(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_item("Drill")
    await kit.ws("item/remove", item="Drill")
    events = async_capture_events(hass, EVENT_CHANGE)
    await kit.ws("item/restore", item="Drill")
    assert [event.data["type"] for event in events] == ["item_restored"]


async def test_each_batch_is_one_event_on_the_bus(
    hass: HomeAssistant, kit: InventoryTestKit, hass_admin_user: MockUser
) -> None:
    await kit.given_location("Garage")
    drill = await kit.given_item("Drill", location="Home")
    events = async_capture_events(hass, EVENT_CHANGE)
    context = Context(user_id=hass_admin_user.id, parent_id="01JAAAAAAAAAAAAAAAAAAAAAAA")
    answer = await kit.action("move_item", context=context, item="Drill", to="Garage")
    (event,) = events
    stock_id = event.data["id"]
    assert event.data == {
        "type": "item_moved",
        "batch": answer["batch"],
        "source": "action",
        "count": 1,
        "kind": "stock",
        "operation": "update",
        "id": stock_id,
        "item_id": drill,
        "title": "Drill",
        "from": "Home",
        "to": "Home / Garage",
    }
    assert (event.context.id, event.context.user_id, event.context.parent_id) == (
        context.id,
        context.user_id,
        context.parent_id,
    )


async def test_the_event_of_a_removed_place_still_has_its_name(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage")
    events = async_capture_events(hass, EVENT_CHANGE)
    await kit.ws("location/remove", location="Garage", move_contents_to="Home", permanently=True)
    assert [(event.data["kind"], event.data["operation"], event.data["title"]) for event in events] == [
        ("location", "delete", "Garage")
    ]


async def test_a_reload_does_not_make_anything_told_twice(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    await hass.config_entries.async_reload(kit.entry.entry_id)
    events = async_capture_events(hass, EVENT_CHANGE)
    await kit.given_item("Drill")
    await settle(hass)
    assert len(events) == 1
