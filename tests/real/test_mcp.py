"""A program of somebody's own that talks to the inventory over Home Assistant's MCP server, as its makers' library does it."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from .hass_client import HassClient
from .hass_config import DOMAIN, link_integration
from .hass_process import HassProcess, Version

READ = ["find_item", "get_item", "list_location"]
WRITE = ["add_item", "adjust_stock", "move_item", "undo"]


@pytest.fixture
async def home(new_hass: Callable[..., HassProcess], version: Version) -> HassProcess:
    """Return a Home Assistant with the inventory of a small home and an MCP server."""
    process = new_hass(version)
    process.config.mkdir()
    link_integration(process.config)
    client = await process.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await client.call(f"{DOMAIN}/location/add", name="Garage", parent="Home")
    await client.call(f"{DOMAIN}/item/add", name="AA batteries", location="Garage", quantity=24)
    return process


async def _set_up_server(client: HassClient) -> None:
    """Go through the forms of Home Assistant's MCP server, which differ from version to version: the defaults will do."""
    flow = "/api/config/config_entries/flow"
    step = await client.post(flow, {"handler": "mcp_server", "show_advanced_options": False})
    while step["type"] == "form":
        step = await client.post(f"{flow}/{step['flow_id']}", {})
    assert step["type"] == "create_entry"


@asynccontextmanager
async def _session(home: HassProcess, token: str) -> AsyncIterator[ClientSession]:
    """Connect by HTTP with a token that somebody has made for a program."""
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx.AsyncClient(headers=headers, timeout=30) as http,
        streamable_http_client(f"{home.url}/api/mcp", http_client=http) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        yield session


async def test_a_program_finds_adds_counts_and_takes_back(home: HassProcess) -> None:
    client = home.client
    await _set_up_server(client)
    token = await client.call("auth/long_lived_access_token", client_name="Model", lifespan=1)
    async with _session(home, token) as session:
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        assert [name for name in tools if name.startswith(DOMAIN)] == [f"{DOMAIN}__{name}" for name in READ + WRITE]
        for name in READ + WRITE:
            hints = tools[f"{DOMAIN}__{name}"].annotations
            assert hints is not None
            assert (hints.readOnlyHint, hints.openWorldHint) == (name in READ, False)
        action = tools[f"{DOMAIN}__adjust_stock"].inputSchema["properties"]["action"]
        assert action["enum"] == ["take_out", "put_in", "set"]

        async def call(tool: str, *, error: bool = False, **values: Any) -> dict[str, Any]:
            result = await session.call_tool(f"{DOMAIN}__{tool}", values)
            assert result.isError is error
            answer: dict[str, Any] = json.loads(result.content[0].text)
            return answer

        found = await call("find_item", query="batteries in the garage")
        assert [item["name"] for item in found["items"]] == ["AA batteries"]
        added = await call("add_item", name="Light bulb", location="Garage", quantity=2)
        assert added["new"] is True
        taken = await call("adjust_stock", item="AA batteries", action="take_out", quantity=4)
        assert taken["item"]["quantity"] == 20
        undone = await call("undo")
        assert undone["undone"] == ["AA batteries: 24 became 20 in Home / Garage"]
        assert undone["item"]["quantity"] == 24
        assert (await call("undo"))["undone"][0] == "Light bulb: added"
        assert (await call("undo", error=True))["error"] == "nothing_to_undo"
        assert (await call("get_item", item="Rope", error=True))["error"] == "item_not_found"
    batches = (await client.call(f"{DOMAIN}/change/list", limit=4))["batches"]
    assert [batch["source"] for batch in batches] == ["llm"] * 4
