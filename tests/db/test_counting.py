"""How many items are at a place, counted without looking at each. Run on SQLite here, on servers by `script/test servers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db import lists
from custom_components.home_inventory.domain.item_sort import ItemSort
from custom_components.home_inventory.domain.models import ItemFilter

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def listed(kit: InventoryTestKit, wanted: ItemFilter) -> tuple[int, list[str]]:
    """Return how many items fit according to the count, and the names of those that come."""
    read = kit.inventory.search._database.async_read
    page = await read(lists.list_items, wanted, sort=ItemSort.NAME, limit=100, offset=0)
    return page.total, [item.name for item in page.entries]


async def test_an_item_counts_once_for_the_places_that_are_asked_for(kit: InventoryTestKit) -> None:
    """Lots and places of one item add nothing; what is archived or elsewhere does not count."""
    shelf, box, attic = [await kit.given_location(name) for name in ("Shelf", "Box", "Attic")]
    milk = await kit.given_item("Milk", location=box, quantity=3)
    await kit.ws("item/move", item=milk, to=shelf, quantity=1)
    await kit.given_item("Flour", location=box)
    gone = await kit.given_item("Gone", location=box)
    await kit.ws("item/remove", item=gone)
    await kit.given_item("Nowhere")

    assert await listed(kit, ItemFilter(location_ids=frozenset({box}))) == (2, ["Flour", "Milk"])
    assert await listed(kit, ItemFilter(location_ids=frozenset({shelf}))) == (1, ["Milk"])
    assert await listed(kit, ItemFilter(location_ids=frozenset({box, shelf}))) == (2, ["Flour", "Milk"])
    assert await listed(kit, ItemFilter(location_ids=frozenset({attic}))) == (0, [])
    assert await listed(kit, ItemFilter(location_ids=frozenset())) == (0, [])
    await kit.ws("item/restore", item=gone)
    assert (await listed(kit, ItemFilter(location_ids=frozenset({box}))))[0] == 3


@pytest.mark.parametrize(
    ("more", "total"),
    [({"archived": True}, 1), ({"manufacturer": "Bosch"}, 1), ({"low_stock": True}, 0), ({"label_ids": ("x",)}, 0)],
)
async def test_with_anything_else_it_is_counted_as_ever(
    kit: InventoryTestKit, more: dict[str, object], total: int
) -> None:
    """A place may be one condition of several."""
    box = await kit.given_location("Box")
    await kit.given_item("Drill", location=box, manufacturer="Bosch")
    await kit.given_item("Lamp", location=box)
    await kit.ws("item/remove", item=await kit.given_item("Gone", location=box))
    count, names = await listed(kit, ItemFilter(location_ids=frozenset({box}), **more))  # type: ignore[arg-type]
    assert (count, len(names)) == (total, total)
