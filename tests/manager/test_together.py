"""Many people and automations at once."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.db import items, stock
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.errors import ItemNotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kit import InventoryTestKit

pytestmark = pytest.mark.parametrize("persistent_database", [True], ids=["file"])


async def test_a_hundred_times_one_more_is_a_hundred_more(kit: InventoryTestKit) -> None:
    """Whoever comes first."""
    await kit.given_item("Screw", quantity=5)

    answers = await kit.ws_at_once("item/adjust", [{"item": "Screw", "by": 1}] * 100)

    assert sorted(answer["item"]["quantity"] for answer in answers) == list(range(6, 106))
    assert (await kit.item("Screw"))["quantity"] == 105


async def test_from_both_sides_nothing_is_lost(kit: InventoryTestKit) -> None:
    """The websocket and actions end up in one queue."""
    await kit.given_item("Screw", quantity=0)
    actions = asyncio.gather(*(kit.action("adjust_quantity", item="Screw", by=1) for _ in range(30)))

    await kit.ws_at_once("item/adjust", [{"item": "Screw", "by": 1}] * 30)
    await actions

    assert (await kit.item("Screw"))["quantity"] == 60


async def test_a_hundred_adds_are_a_hundred_items(kit: InventoryTestKit) -> None:
    """Each with a code and an id of its own, and the history without a gap."""
    answers = await kit.ws_at_once("item/add", [{"name": f"Screw {n}", "categories": ["Small"]} for n in range(100)])

    sequences = [change["sequence"] for change in await kit.changes()]
    assert len({answer["item"]["code"] for answer in answers}) == 100
    assert len({answer["item"]["id"] for answer in answers}) == 100
    assert (await kit.ws("item/list"))["total"] == 100
    assert (await kit.ws("category/list"))["total"] == 1
    assert sequences == list(range(1, len(sequences) + 1))


async def test_only_one_of_many_gets_the_last_piece(kit: InventoryTestKit) -> None:
    """The others are told that there is no more."""
    await kit.given_item("Screw", quantity=1)
    client = await kit.client()
    for _ in range(20):
        await client.send_json_auto_id({"type": "home_inventory/item/adjust", "item": "Screw", "by": -1})

    answers = [await client.receive_json() for _ in range(20)]

    assert [answer["success"] for answer in answers].count(True) == 1
    assert {answer["error"]["code"] for answer in answers if not answer["success"]} == {"not_enough_stock"}
    assert (await kit.item("Screw"))["quantity"] == 0


async def test_only_one_of_many_gets_the_slot(kit: InventoryTestKit) -> None:
    """The others are told who has it."""
    await kit.given_location("Box", kind="box")
    await kit.given_location("1", parent="Box", kind="slot")
    client = await kit.client()
    for number in range(10):
        await client.send_json_auto_id(
            {"type": "home_inventory/item/add", "name": f"Nail {number}", "location": "Box / 1"}
        )

    answers = [await client.receive_json() for _ in range(10)]

    assert [answer["success"] for answer in answers].count(True) == 1
    assert (await kit.location("Box"))["item_count"] == 1


@pytest.mark.parametrize(
    ("use_case", "values"),
    [
        (stock.adjust, {"by": Decimal(1)}),
        (stock.move, {"to_id": None}),
        (items.update_item, {"values": {"notes": "x"}}),
        (items.archive_item, {}),
    ],
)
async def test_a_thing_that_goes_at_the_same_moment_is_not_found(
    kit: InventoryTestKit, use_case: Callable[..., None], values: dict[str, Any]
) -> None:
    """It was there when its name was looked up, and is gone when it is its turn to be changed."""
    drill = await kit.given_item("Drill", location="Home")
    await kit.ws("item/remove", item=drill, permanently=True)

    with pytest.raises(ItemNotFoundError):
        await kit.inventory._database.async_write(SYSTEM, use_case, drill, **values)


async def test_everything_is_still_there_after_a_restart(kit: InventoryTestKit) -> None:
    """Read from the file by another run of the integration."""
    await kit.given_location("Garage")
    await kit.given_item("Drill", location="Garage", categories=["Tools"], purchase_price=129.9)
    before = await kit.everything()

    await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.until_indexed()

    assert await kit.everything() == before
    assert await kit.names(query="drill garage") == ["Drill"]
