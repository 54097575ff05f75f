"""Two people edit the same item: nobody's edit is lost without being told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def read(kit: InventoryTestKit) -> dict[str, Any]:
    """Return a drill as somebody has read it before another has changed its notes and its model."""
    await kit.given_item("Drill", notes="Mine")
    read = await kit.item("Drill")
    await kit.ws("item/update", item="Drill", notes="Ours", model="X1")
    return read


async def test_a_field_that_another_has_changed_is_not_written_over(
    kit: InventoryTestKit, read: dict[str, Any], hass_admin_user: Any
) -> None:
    """The error says which, and by whom."""
    error = await kit.refused("item/update", item="Drill", version=read["updated_at"], notes="Yours", vendor="Shop")

    assert error.code == "item_changed"
    assert error.placeholders == {"item": "Drill", "fields": "notes", "user": hass_admin_user.id}
    assert (await kit.item("Drill"))["notes"] == "Ours"


async def test_other_fields_go_together(kit: InventoryTestKit, read: dict[str, Any]) -> None:
    """So does a value that both want."""
    await kit.ws("item/update", item="Drill", version=read["updated_at"], vendor="Shop", model="X1")

    drill = await kit.item("Drill")
    assert (drill["notes"], drill["model"], drill["vendor"]) == ("Ours", "X1", "Shop")


async def test_who_has_seen_the_change_may_write_over_it(kit: InventoryTestKit, read: dict[str, Any]) -> None:
    """With the version of now; without any, the last one wins as ever."""
    await kit.ws("item/update", item="Drill", version=(await kit.item("Drill"))["updated_at"], notes="Yours")
    assert (await kit.item("Drill"))["notes"] == "Yours"

    await kit.ws("item/update", item="Drill", notes=read["notes"])
    assert (await kit.item("Drill"))["notes"] == "Mine"


async def test_moving_it_is_no_edit(kit: InventoryTestKit) -> None:
    """The stock has no part in it."""
    await kit.given_item("Saw")
    read = await kit.item("Saw")
    await kit.ws("item/move", item="Saw", to="Home")

    await kit.ws("item/update", item="Saw", version=read["updated_at"], name="Hacksaw")

    assert await kit.names() == ["Hacksaw"]


async def test_similar_things(kit: InventoryTestKit) -> None:
    """What is called alike comes, the thing itself and what is quite different do not."""
    for name in ("Cordless drill", "Hammer drill", "Duvet cover"):
        await kit.given_item(name)
    await kit.until_indexed()

    found = (await kit.ws("item/similar", item="Cordless drill"))["items"]

    assert [item["name"] for item in found] == ["Hammer drill"]
