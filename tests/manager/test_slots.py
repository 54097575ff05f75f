"""The numbered slots of a box, made all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def slots(kit: InventoryTestKit) -> list[str]:
    """Return the numbers of the slots of the box."""
    return [place["name"] for place in (await kit.ws("location/list", parent="Box"))["locations"]]


async def test_a_box_gets_the_slots_that_it_lacks(kit: InventoryTestKit) -> None:
    """As one batch; what is in a slot stays there, and there is room for as many things."""
    await kit.given_location("Box", kind="box")
    await kit.given_location("2", parent="Box", kind="slot")
    await kit.given_item("Screw", location="Box / 2")

    done = await kit.ws("location/add_slots", location="Box", count=11)

    assert await slots(kit) == [str(number) for number in range(1, 12)]
    assert (done["location"]["capacity"], done["location"]["item_count"]) == (11, 1)
    await kit.ws("change/undo", batch=done["batch"])
    assert await slots(kit) == ["2"]


async def test_fewer_slots_take_nothing_away(kit: InventoryTestKit) -> None:
    """What is there already is not made again, and nothing is written."""
    await kit.given_location("Box", kind="box", capacity=9)
    await kit.ws("location/add_slots", location="Box", count=3)

    done = await kit.ws("location/add_slots", location="Box", count=2)

    assert (await slots(kit), done["location"]["capacity"], done["batch"]) == (["1", "2", "3"], 9, None)


@pytest.mark.parametrize(("place", "code"), [("Room", "slot_invalid"), ("Old box", "archived")])
async def test_not_every_place_has_slots(kit: InventoryTestKit, place: str, code: str) -> None:
    """Only a box or a piece of furniture that is in use; nothing is changed."""
    await kit.given_location("Room", kind="room")
    await kit.given_location("Old box", kind="box")
    await kit.ws("location/remove", location="Old box")
    before = await kit.everything()

    error = await kit.refused("location/add_slots", location=place, count=2)

    assert error.code == code
    assert await kit.everything() == before
