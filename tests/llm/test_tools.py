"""What agents that are language models can do with the inventory, in Home Assistant and over MCP."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import Context
from homeassistant.helpers import llm
from pytest_homeassistant_custom_component.common import MockConfigEntry

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from tests.kit import InventoryTestKit

READ = ["find_item", "get_item", "list_location"]
WRITE = ["add_item", "adjust_stock", "move_item", "undo"]
NAMES = READ + WRITE


@pytest.fixture
async def mcp(hass: HomeAssistant, kit: InventoryTestKit, hass_client: ClientSessionGenerator) -> Any:
    """Return what sends a request to Home Assistant's MCP server and gives its result."""
    entry = MockConfigEntry(
        domain="mcp_server",
        data={"llm_hass_api": ["assist"], "require_admin": False, "read_only": False, "all_llm_apis": False},
    )
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await kit.given_item("Cordless drill")
    client = await hass_client()

    async def _request(method: str, **params: Any) -> Any:
        response = await client.post(
            "/api/mcp",
            json={"jsonrpc": "2.0", "id": 1, "method": method, "params": params},
            headers={"accept": "application/json"},
        )
        return (await response.json())["result"]

    return _request


async def test_a_thing_is_found_by_a_part_of_its_name(ask):
    result = await ask("find_item", query="drill")
    assert result.data["total"] == 1
    assert result.data["items"][0]["name"] == "Cordless drill"
    assert result.data["items"][0]["locations"] == [{"path": "Home / Garage / Shelf 2", "quantity": 1}]
    assert not result.error


async def test_what_nobody_owns_is_not_found(ask):
    assert (await ask("find_item", query="unicorn")).data == {"items": [], "total": 0}


async def test_answers_stay_small_however_much_there_is(ask, household):
    _ = [await household.given_item(f"Screw {number}", location="Garage") for number in range(30)]
    result = await ask("find_item", query="screw")
    assert len(result.data["items"]) == 10
    assert result.data["total"] == 30
    assert len(json.dumps(result.data)) < 2000


async def test_a_place_lists_what_is_in_the_places_inside_it(ask):
    result = await ask("list_location", location="Garage")
    assert result.data["location"] == "Home / Garage"
    assert result.data["locations_inside"] == ["Shelf 2"]
    assert [item["name"] for item in result.data["items"]] == ["Cordless drill"]


async def test_without_a_place_the_places_are_listed(ask):
    result = await ask("list_location")
    assert result.data["locations"] == ["Home", "Home / Garage", "Home / Garage / Shelf 2", "Home / Kitchen"]


async def test_a_new_thing_is_added(ask, household):
    result = await ask("add_item", name="Light bulb", location="Kitchen", quantity=2)
    assert result.data["new"] is True
    assert await household.places_of("Light bulb") == {"Home / Kitchen": 2}


async def test_more_of_a_known_thing_is_added_to_its_stock(ask, household):
    result = await ask("add_item", name="aa batteries", quantity=4)
    assert result.data == {
        "item": {
            "name": "AA batteries",
            "code": (await household.item("AA batteries"))["code"],
            "quantity": 28,
            "locations": [{"path": "Home / Kitchen", "quantity": 28}],
        },
        "new": False,
    }


async def test_a_thing_is_moved(ask, household):
    await ask("move_item", item="Cordless drill", to="Kitchen")
    assert await household.places_of("Cordless drill") == {"Home / Kitchen": 1}


async def test_some_of_a_thing_are_moved(ask, household):
    await ask("move_item", item="AA batteries", to="Garage", quantity=4)
    assert await household.places_of("AA batteries") == {"Home / Garage": 4, "Home / Kitchen": 20}


@pytest.mark.parametrize(
    ("tool", "values", "code"),
    [
        ("find_item", {}, "invalid_value"),
        ("find_item", {"query": 5}, "invalid_value"),
        ("find_item", {"query": "x" * 501}, "value_too_long"),
        ("find_item", {"query": "drill", "location": "Attic"}, "location_not_found"),
        ("list_location", {"location": "Attic"}, "location_not_found"),
        ("list_location", {"location": "Garage", "offset": -1}, "value_out_of_range"),
        ("add_item", {"name": " "}, "required_value"),
        ("add_item", {"name": "Rope", "quantity": -1}, "value_out_of_range"),
        ("add_item", {"name": "Rope", "quantity": float("nan")}, "invalid_value"),
        ("add_item", {"name": "Rope", "location": "Attic"}, "location_not_found"),
        ("add_item", {"name": "Rope", "color": "red"}, "invalid_value"),
        ("move_item", {"item": "drill", "to": "Kitchen"}, "item_not_found"),
        ("move_item", {"item": "Cordless drill", "to": "Attic"}, "location_not_found"),
        ("move_item", {"item": "AA batteries", "to": "Garage", "quantity": 99}, "not_enough_stock"),
    ],
)
async def test_a_bad_request_says_what_is_wrong_and_changes_nothing(ask, household, tool, values, code):
    before = await household.ws("change/list")
    result = await ask(tool, **values)
    assert result.error
    assert result.data["error"] == code
    assert len(result.data["message"].split()) > 3
    assert await household.ws("change/list") == before


async def test_a_near_miss_names_what_may_be_meant(ask):
    result = await ask("move_item", item="drill", to="Kitchen")
    assert "Cordless drill" in result.data["message"]


async def test_a_read_only_user_may_look_but_not_move(ask, household, hass_read_only_user):
    assert not (await ask("find_item", hass_read_only_user, query="drill")).error
    refused = await ask("move_item", hass_read_only_user, item="Cordless drill", to="Kitchen")
    assert refused.data["error"] == "unauthorized"
    assert await household.places_of("Cordless drill") == {"Home / Garage / Shelf 2": 1}


async def test_the_history_says_that_a_model_did_it_and_for_whom(ask, household, hass_admin_user):
    await ask("move_item", hass_admin_user, item="Cordless drill", to="Kitchen")
    batch = (await household.ws("change/list"))["batches"][0]
    assert (batch["source"], batch["user_id"]) == ("llm", hass_admin_user.id)


async def test_the_tools_are_offered_with_honest_annotations(hass, household):
    context = llm.LLMContext("test", Context(), "en", "conversation", None)
    api = await llm.async_get_api(hass, llm.LLM_API_ASSIST, context)
    ours = {tool.name: tool.annotations for tool in api.tools if tool.integration == "home_inventory"}
    assert list(ours) == [f"home_inventory__{name}" for name in NAMES]
    assert [hint.read_only for hint in ours.values()] == [True, True, True, False, False, False, False]
    assert [hint.destructive for hint in ours.values()] == [False, False, False, False, True, True, True]
    assert [hint.idempotent for hint in ours.values()] == [True, True, True, False, False, False, False]
    assert not any(hint.open_world for hint in ours.values())
    assert "home_inventory__find_item" in api.api_prompt


async def test_the_tools_go_with_the_integration(hass, household):
    assert await hass.config_entries.async_unload(household.entry.entry_id)
    context = llm.LLMContext("test", Context(), "en", "conversation", None)
    api = await llm.async_get_api(hass, llm.LLM_API_ASSIST, context)
    assert "home_inventory" not in {tool.integration for tool in api.tools}


async def test_an_mcp_client_sees_the_tools(mcp):
    tools = {tool["name"]: tool for tool in (await mcp("tools/list"))["tools"]}
    find = tools["home_inventory__find_item"]
    assert tools.keys() >= {f"home_inventory__{name}" for name in NAMES}
    assert find["annotations"]["readOnlyHint"] is True
    assert find["inputSchema"]["required"] == ["query"]
    assert find["inputSchema"]["properties"]["query"]["type"] == "string"


async def test_an_mcp_client_finds_a_thing(mcp):
    result = await mcp("tools/call", name="home_inventory__find_item", arguments={"query": "drill"})
    assert not result["isError"]
    assert json.loads(result["content"][0]["text"])["items"][0]["name"] == "Cordless drill"


async def test_an_mcp_client_is_told_what_is_wrong(mcp):
    result = await mcp("tools/call", name="home_inventory__move_item", arguments={"item": "Rope", "to": "Home"})
    assert result["isError"]
    assert json.loads(result["content"][0]["text"])["error"] == "item_not_found"
