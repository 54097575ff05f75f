"""The history, narrowed by who did what, when and to which things."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.util import dt as dt_util

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit


@pytest.fixture
async def lively(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a home in which something of each kind has happened."""
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage", quantity=3)
    await kit.ws("item/lend", item="Drill", borrower="Anna", quantity=1)
    await kit.ws("item/adjust", item="Drill", by=1)
    await kit.ws("category/add", name="Tools")
    await kit.action("update_item", item="Drill", notes="By an automation")
    await kit.given_item("Rag")
    await kit.ws("item/remove", item="Rag")
    return kit


async def _said(kit: InventoryTestKit, **wanted: Any) -> list[tuple[str, str, str]]:
    """Return the first line of each batch."""
    batches = (await kit.ws("change/list", **wanted))["batches"]
    lines = [batch["changes"][0] for batch in batches]
    return [(line["kind"], line["operation"], line["title"]) for line in lines]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ({"kinds": ["loan"]}, [("loan", "create", "Drill")]),
        ({"kinds": ["category"]}, [("category", "create", "Tools")]),
        ({"operations": ["archive"]}, [("item", "archive", "Rag")]),
        ({"kinds": ["item"], "operations": ["update"]}, [("item", "update", "Drill")]),
        ({"kinds": ["stock"], "operations": ["update"]}, [("stock", "update", "Drill")]),
        ({"sources": ["automation"]}, [("item", "update", "Drill")]),
        ({"item": "Rag", "operations": ["create"]}, [("item", "create", "Rag")]),
        ({"kinds": ["device"]}, []),
        ({"user": "nobody"}, []),
    ],
)
async def test_the_history_is_narrowed(
    lively: InventoryTestKit, wanted: dict[str, Any], lines: list[tuple[str, str, str]]
) -> None:
    """One line of a batch has to fit in all that is asked of lines."""
    assert await _said(lively, **wanted) == lines


async def test_the_history_is_read_page_by_page(lively: InventoryTestKit) -> None:
    """What happens meanwhile moves no page."""
    everything = [batch["batch"] for batch in (await lively.ws("change/list"))["batches"]]
    first = await lively.ws("change/list", limit=3, kinds=["item", "stock"])
    await lively.given_item("Saw")
    second = await lively.ws("change/list", limit=50, kinds=["item", "stock"], before=first["batches"][-1]["batch"])

    found = [batch["batch"] for page in (first, second) for batch in page["batches"]]
    assert found == [batch for batch in everything if batch in found]
    assert len(found) == 5
    assert ((first["more"], first["total"]), (second["more"], second["total"])) == ((True, None), (False, None))


async def test_a_period_is_one_of_the_home(lively: InventoryTestKit, freezer: FrozenDateTimeFactory) -> None:
    """Both days belong to it."""
    freezer.tick(timedelta(days=2))
    today = dt_util.now().date()
    await lively.given_item("Saw")
    yesterday = (today - timedelta(days=1)).isoformat()

    assert await _said(lively, **{"from": today.isoformat(), "until": today.isoformat()}) == [("item", "create", "Saw")]
    assert await _said(lively, **{"from": yesterday, "until": yesterday}) == []
    assert len(await _said(lively, until=yesterday)) > 5
    error = await lively.refused("change/list", **{"from": today.isoformat(), "until": yesterday})
    assert (error.code, error.placeholders["field"]) == ("invalid_value", "until")


async def test_whoever_has_done_something_is_known(lively: InventoryTestKit, hass_admin_user: MockUser) -> None:
    """By their id; automations are nobody."""
    people = (await lively.ws("change/people"))["people"]

    assert people == [hass_admin_user.id]
    assert len(await _said(lively, user=people[0])) == len(await _said(lively)) - len(
        await _said(lively, sources=["automation", "system"])
    )
