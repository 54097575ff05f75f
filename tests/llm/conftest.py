"""Fixtures for those who talk to the inventory through a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.core import Context
from homeassistant.helpers import llm

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from homeassistant.auth.models import User
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

type Ask = Callable[..., Awaitable[llm.ToolResult]]


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a home with a garage, a kitchen, and a few things."""
    await kit.given_location("Garage")
    await kit.given_location("Shelf 2", parent="Garage")
    await kit.given_location("Kitchen")
    await kit.given_item("Cordless drill", location="Shelf 2")
    await kit.given_item("AA batteries", location="Kitchen", quantity=24)
    return kit


@pytest.fixture
def ask(hass: HomeAssistant, household: InventoryTestKit, hass_admin_user: User) -> Ask:
    """Return what calls a tool as a conversation agent does, for an administrator unless told otherwise."""
    anybody = hass_admin_user

    async def _ask(
        tool: str,
        user: User | None = anybody,
        *,
        language: str = "en",
        device: str | None = None,
        values: dict[str, Any] | None = None,
        **more: Any,
    ) -> llm.ToolResult:
        context = llm.LLMContext("test", Context(user_id=user and user.id), language, "conversation", device)
        api = await llm.async_get_api(hass, llm.LLM_API_ASSIST, context)
        return await api.async_call_tool(llm.ToolInput(f"home_inventory__{tool}", {**(values or {}), **more}))

    return _ask
