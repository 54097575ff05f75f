"""What found items have in common. Run on SQLite here, and on MariaDB and PostgreSQL by `script/test servers`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db import facets, stock
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.findings import Facet

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.findings import Facets
    from tests.kit import InventoryTestKit


async def counted(kit: InventoryTestKit, item_ids: list[str], most: int = 10) -> Facets:
    """Return what items have in common."""
    return await kit.inventory.search._database.async_read(facets.count_facets, item_ids, most)


@pytest.mark.parametrize("portion", [1, 2, 1000])
async def test_portions_add_up(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, portion: int) -> None:
    """However many ids a statement takes, an item counts once for a place, and only items that were asked for count."""
    monkeypatch.setattr(facets, "_CHUNK", portion)
    shelf, box = await kit.given_location("Shelf"), await kit.given_location("Box")
    milk = await kit.given_item("Milk", location=box, lot="A", categories=["Food", "Drinks"], manufacturer="Müller")
    await kit.given_item("Other milk", location=box, manufacturer="Weihenstephan", categories=["Food"])
    batch = await kit.given_item("Milk again", location=shelf, quantity=3)
    await kit.ws("item/move", item=batch, to=box, quantity=1)
    write = kit.inventory.search._database.async_write
    await write(SYSTEM, stock.place, batch, "Milk again", quantity=Decimal(1), location_id=box, lot="B")
    cheese = await kit.given_item("Cheese", location=shelf, manufacturer="MULLER", categories=["Food"])
    bare = await kit.given_item("Nothing is known of it")

    found = await counted(kit, [milk, cheese, batch, bare])

    assert {(facet.id, facet.count) for facet in found.locations} == {(box, 2), (shelf, 2)}
    assert [facet.count for facet in found.categories] == [2, 1]
    assert found.manufacturers == (Facet("MULLER", 2),)
    assert found.labels == ()


async def test_the_commonest_come_first_and_no_more_than_wanted(kit: InventoryTestKit) -> None:
    """Of equally common ones those that sort first."""
    makers = ["Bosch", "Bosch", "Makita", "Abus", "Zwilling", "Zwilling"]
    ids = [await kit.given_item("Thing", manufacturer=maker) for maker in makers]
    found = await counted(kit, ids, most=3)
    assert found.manufacturers == (Facet("Bosch", 2), Facet("Zwilling", 2), Facet("Abus", 1))


async def test_nothing_has_nothing_in_common(kit: InventoryTestKit) -> None:
    """No statement is run with an empty list."""
    found = await counted(kit, [])
    assert (found.locations, found.categories, found.labels, found.manufacturers) == ((), (), (), ())
