"""Homes that people talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from homeassistant.core import Context

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from homeassistant.auth.models import User
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

    type Say = Callable[..., Awaitable[str]]


@pytest.fixture
def say(hass: HomeAssistant, kit: InventoryTestKit) -> Say:
    """Return what says something to Assist and gives its answer."""

    async def _say(text: str, language: str = "en", user: User | None = None) -> str:
        answer = await hass.services.async_call(
            "conversation",
            "process",
            {"text": text, "language": language},
            context=Context(user_id=user and user.id),
            blocking=True,
            return_response=True,
        )
        return str(answer["response"]["speech"]["plain"]["speech"])

    return _say


@pytest.fixture
async def english(kit: InventoryTestKit) -> InventoryTestKit:
    """Return an English home."""
    for name in ("Garage", "Kitchen", "Workshop", "Cellar"):
        await kit.given_location(name)
    await kit.given_location("Shelf 2", parent="Garage")
    await kit.given_location("Red box", parent="Shelf 2", kind="box")
    await kit.given_location("Box 7", parent="Shelf 2", kind="box")
    await kit.given_location("Toolbox", parent="Workshop", kind="box")
    await kit.given_item("Cordless drill", location="Red box", manufacturer="Makita")
    await kit.given_item("Drill bits", location="Toolbox")
    await kit.given_item("Hammer", location="Toolbox")
    await kit.given_item("Nail", location="Toolbox", quantity=200)
    await kit.given_item("Scissors", location="Kitchen")
    await kit.given_item("Flour", location="Kitchen", quantity=0, unit="kg")
    await kit.given_item("Light bulb", location="Cellar", quantity=4)
    await kit.given_item("Passport")
    await kit.given_item("AA batteries", location="Kitchen", quantity=20)
    await kit.ws("item/move", item="AA batteries", quantity=4, to="Toolbox")
    return kit


@pytest.fixture
async def german(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a German home."""
    for name in ("Garage", "Küche", "Keller"):
        await kit.given_location(name)
    await kit.given_location("Regal 2", parent="Garage")
    await kit.given_location("Rote Kiste", parent="Regal 2", kind="box")
    await kit.given_location("Werkzeugkiste", parent="Keller", kind="box")
    await kit.given_item("Akku-Bohrmaschine", location="Rote Kiste")
    await kit.given_item("Hammer", location="Werkzeugkiste")
    await kit.given_item("Zange", location="Werkzeugkiste")
    await kit.given_item("Schere", location="Küche")
    await kit.given_item("Mehl", location="Küche", quantity=0, unit="kg")
    await kit.given_item("Schrauben", location="Keller", quantity=3, unit="pack")
    await kit.given_item("AA-Batterien", location="Küche", quantity=20)
    await kit.ws("item/move", item="AA-Batterien", quantity=4, to="Werkzeugkiste")
    return kit
