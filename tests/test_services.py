"""Actions: what the panel can do, for automations and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import SupportsResponse
from homeassistant.exceptions import ServiceValidationError

from custom_components.home_inventory.commands import COMMANDS
from custom_components.home_inventory.const import DOMAIN

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit

CALLS: list[tuple[str, dict[str, Any], str]] = [
    ("add_location", {"name": "Garage", "parent": "Home", "kind": "room", "capacity": 9}, "location"),
    ("update_location", {"location": "Garage", "name": "Workshop"}, "location"),
    ("add_item", {"name": "Drill", "location": "Workshop", "quantity": 2, "custom": {"volts": 18}}, "item"),
    ("get_item", {"item": "Drill"}, "item"),
    ("update_item", {"item": "Drill", "notes": "Lent", "promoted": True}, "item"),
    ("move_item", {"item": "Drill", "to": "Home", "quantity": 1, "from": "Workshop"}, "item"),
    ("adjust_quantity", {"item": "Drill", "by": 1, "location": "Home"}, "item"),
    ("print_labels", {"items": ["Drill"], "layout": "avery_l7160"}, "path"),
    ("lend_item", {"item": "Drill", "borrower": "Anna", "quantity": 1}, "item"),
    ("attach_file", {"item": "Drill", "url": "https://example.com/manual"}, "item"),
    ("return_item", {"item": "Drill"}, "item"),
    ("remove_item", {"item": "Drill"}, "item"),
    ("restore_item", {"item": "Drill"}, "item"),
    ("move_location", {"location": "Workshop"}, "location"),
    ("remove_location", {"location": "Workshop", "move_contents_to": "Home"}, "location"),
    ("undo", {}, "undone"),
    ("search_items", {"query": "drill", "limit": 5}, "items"),
    ("search", {"query": "drill", "types": ["item"]}, "results"),
    ("create_snapshot", {}, "path"),
    ("import_items", {"content": "Name\nSaw\n"}, "counts"),
    ("export_items", {"format": "xlsx"}, "path"),
    ("make_report", {"report": "stock", "format": "xlsx"}, "path"),
]

ABOUT_DEVICES = {"import_scan", "sync_source", "update_device", "adopt_device", "merge_devices", "split_device"}
SCAN = """192.168.1.5 dev eth0 lladdr 00:17:88:00:00:02 REACHABLE
192.168.1.6 dev eth0 lladdr 00:17:88:00:00:01 REACHABLE
"""


async def test_every_action_about_devices_answers_with_data(kit: InventoryTestKit) -> None:
    """In the life of a lamp."""
    lamp, plug = "00:17:88:00:00:02", "00:17:88:00:00:01"

    scan = await kit.action("import_scan", content=SCAN)
    named = await kit.action("update_device", device=lamp, name="Lamp", sleeps=True)
    merged = await kit.action("merge_devices", keep="Lamp", gone=plug)
    split = await kit.action("split_device", batch=merged["batch"])
    adopted = await kit.action("adopt_device", device="Lamp")
    asked = await kit.action("sync_source", source="Home Assistant")

    assert (scan["counts"]["new"], scan["format"]) == (2, "ip_neigh")
    assert (named["device"]["name"], named["device"]["sleeps"]) == ("Lamp", True)
    assert (merged["device"]["macs"], split["device"]["macs"]) == ([lamp, plug], [plug])
    assert adopted["item"]["name"] == adopted["device"]["item"]["name"] == "Lamp"
    assert asked["run"]["error"] is None


async def test_every_action_answers_with_data(kit: InventoryTestKit) -> None:
    """In the life of a drill."""
    answers = {name: await kit.action(name, values=values) for name, values, _ in CALLS}

    assert {*answers, *ABOUT_DEVICES} == {command.action for command in COMMANDS if command.action}
    assert all(key in answers[name] for name, _, key in CALLS)
    assert answers["get_item"]["item"]["custom"] == {"volts": 18}
    assert answers["adjust_quantity"]["item"]["quantity"] == 3
    assert answers["undo"]["undone"] == answers["remove_location"]["batch"]
    assert (answers["search_items"]["total"], answers["search_items"]["items"][0]["name"]) == (1, "Drill")


async def test_actions_and_the_panel_show_the_same(kit: InventoryTestKit) -> None:
    """One shape for all faces."""
    added = (await kit.action("add_item", name="Drill", location="Home"))["item"]

    assert added == await kit.item("Drill") == (await kit.action("get_item", item="Drill"))["item"]


async def test_an_action_need_not_be_asked_for_data(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """It may only be done; of a search, or of labels that nobody fetches, nothing would be left."""
    answer = await hass.services.async_call(DOMAIN, "add_item", {"name": "Drill"}, blocking=True)

    assert answer is None
    assert await kit.names() == ["Drill"]
    actions = hass.services.async_services()[DOMAIN]
    only_answer = {
        name for name, action in actions.items() if action.supports_response is not SupportsResponse.OPTIONAL
    }
    assert only_answer == {"search", "print_labels"}
    assert actions["search"].supports_response is SupportsResponse.ONLY


async def test_an_error_is_one_that_the_user_can_read(kit: InventoryTestKit) -> None:
    """Translated, without a stack trace."""
    with pytest.raises(ServiceValidationError) as refused:
        await kit.action("move_item", item="Drill", to="Home")

    assert refused.value.translation_domain == DOMAIN
    assert refused.value.translation_key == "item_not_found"
    assert refused.value.translation_placeholders == {"reference": "Drill", "candidates": "-"}
    assert str(refused.value) == "There is no item Drill. Similar: -"


async def test_without_the_inventory_an_action_says_so(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Actions stay registered, so that automations can be checked."""
    await hass.config_entries.async_unload(kit.entry.entry_id)

    with pytest.raises(ServiceValidationError) as refused:
        await kit.action("get_item", item="Drill")

    assert refused.value.translation_key == "not_loaded"


async def test_numbers_and_dates_come_as_templates_give_them(kit: InventoryTestKit) -> None:
    """Texts that look like numbers are numbers where numbers are wanted."""
    item = (
        await kit.action("add_item", name=2024, quantity="3", purchase_price="129.90", warranty_until="2029-03-14")
    )["item"]

    assert (item["name"], item["quantity"], item["purchase_price"]) == ("2024", 3, 129.9)
    assert item["warranty_until"] == "2029-03-14"
