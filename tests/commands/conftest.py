"""Fixtures for tests of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

from .sourced import SourcedHome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

    type CountStatements = Callable[[Callable[[], Awaitable[object]]], Awaitable[int]]


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with drills, places of all kinds and a thing in the garage that is called after it."""
    await kit.given_location("Garage")
    await kit.given_location("Drill shelf", parent="Garage", kind="furniture")
    await kit.given_location("Kitchen", description="With the big table")
    await kit.given_item(
        "Cordless drill", location="Drill shelf", manufacturer="Bosch", categories=["Tools"], notes="Drills well"
    )
    await kit.given_item("Hand drill", location="Kitchen", manufacturer="BOSCH", categories=["Tools"])
    await kit.given_item("Garage door opener", location="Garage", manufacturer="Somfy", serial_number="SN-20417")
    await kit.given_item("Schlagbohrmaschine", location="Drill shelf")
    await kit.given_item("Säge", location="Garage")
    await kit.until_indexed()
    return kit


@pytest.fixture
def home(kit: InventoryTestKit) -> SourcedHome:
    """Return a household with a network that nobody has looked through yet."""
    return SourcedHome(kit)


@pytest.fixture
def statements(hass: HomeAssistant) -> Iterator[list[str]]:
    """Return the statements that read from the inventory's tables."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "home_inventory_" in statement:
            seen.append(statement)

    engine = get_instance(hass).engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def count_statements(statements: list[str]) -> CountStatements:
    """Return what counts the statements of a question.

    It is asked three times, and the smallest count is its own: sensors read too, some time after a change.
    """

    async def count(ask: Callable[[], Awaitable[object]]) -> int:
        counts = []
        for _ in range(3):
            statements.clear()
            await ask()
            counts.append(len(statements))
        return min(counts)

    return count
