"""Fixtures for tests of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .sourced import SourcedHome

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


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
