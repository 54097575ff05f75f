"""Fixtures for what the managers decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pictures import a_picture

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.kit import InventoryTestKit


@pytest.fixture
def noon(freezer: FrozenDateTimeFactory) -> None:
    """Begin at noon in the home's time zone, so that a day is a day."""
    freezer.move_to("2026-11-10 20:00:00+00:00")


@pytest.fixture
async def furnished(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a bit of everything."""
    await kit.given_location("Garage", description="Cold", capacity=10)
    await kit.given_location("Shelf", parent="Garage", kind="furniture", capacity=3)
    await kit.given_location("1", parent="Shelf", kind="slot")
    await kit.given_location("2", parent="Shelf", kind="slot")
    await kit.given_location("Attic")
    await kit.given_location("Empty box", parent="Attic", kind="box")
    await kit.given_location("Old box", parent="Attic", kind="box")
    await kit.ws("location/remove", location="Old box")
    await kit.ws("category/add", name="Unused")
    await kit.given_item(
        "Drill",
        location="Garage",
        categories=["Tools / Power tools"],
        aliases=["Borer", "the blue thing"],
        barcodes=["1", "2"],
        custom={"volts": 18},
        purchase_date="2026-03-14",
        purchase_price=129.9,
        warranty_until="2029-03-14",
        notes="Lent",
    )
    await kit.given_item("Tape", location="Shelf / 1", quantity=2)
    await kit.given_item("Milk", location="Attic", quantity=5, best_before="2026-12-01", lot="A")
    await kit.ws("item/move", item="Milk", to="Garage", quantity=2)
    await kit.given_item("Rag")
    await kit.given_item("Bench", location="Attic", quantity=4)
    await kit.ws("item/lend", item="Bench", borrower="Anna", quantity=3)
    kit.inventory.files.put(a_picture("front"))
    await kit.ws("attachment/add", item="Bench", url="https://example.com/bench", title="How to build it")
    await kit.given_item("Old saw", location="Attic", categories=["Tools"])
    await kit.ws("item/remove", item="Old saw")
    return kit
