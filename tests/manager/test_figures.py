"""What the inventory adds up to, site by site."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from custom_components.home_inventory.domain.site_figures import SiteFigures

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

TODAY = date(2026, 11, 21)


def day(offset: int) -> str:
    """Return a day relative to today."""
    return (TODAY + timedelta(days=offset)).isoformat()


async def figures(kit: InventoryTestKit) -> dict[str, SiteFigures]:
    """Return the figures of every site by its name."""
    inventory = kit.inventory
    found = await inventory.figures.async_by_site(home_id=inventory.home_id, currency="EUR", today=TODAY, days=30)
    return {(await kit.location(site_id))["name"]: figure for site_id, figure in found.items()}


async def given_things(kit: InventoryTestKit) -> None:
    """Fill the home."""
    await kit.given_location("Garage")
    await kit.given_item(
        "Drill", location="Garage", purchase_price=129.9, currency="EUR", warranty_until=day(30), quantity=2
    )
    await kit.given_item(
        "Saw", location="Garage", warranty_until=day(31), purchase_price=0.1, currency="EUR", quantity=3
    )
    await kit.given_item("Radio", warranty_until=day(0), lifetime_warranty=True, purchase_price=50, currency="USD")
    await kit.given_item("Kettle", location="Home", warranty_until=day(-1))
    await kit.given_item("Rag", minimum_quantity=4, purchase_price=0.2, currency="EUR", unit="kg", quantity=1.5)
    await kit.given_item("Old TV", location="Home", warranty_until=day(1), purchase_price=500, currency="EUR")
    await kit.ws("item/remove", item="Old TV")


async def test_an_empty_home_has_no_figures(kit: InventoryTestKit) -> None:
    """What is not named is nothing."""
    assert await figures(kit) == {}


async def test_a_home_adds_up(kit: InventoryTestKit) -> None:
    """What is archived, runs for ever or is in another currency does not count; what has no place does."""
    await given_things(kit)

    assert await figures(kit) == {
        "Home": SiteFigures(
            items=5,
            low_stock=1,
            warranties_expiring=1,
            next_warranty_expiry=date(2026, 12, 21),
            next_warranty_item="Drill",
            total_value=Decimal("260.40"),
        )
    }


async def test_each_site_adds_up_for_itself(kit: InventoryTestKit) -> None:
    """What is at both counts for both; what is in no site counts for the home."""
    await given_things(kit)
    await kit.given_location("Cabin", parent=None, kind="site")
    await kit.given_location("Kitchen", parent="Cabin")
    await kit.given_location("Street", parent=None)
    await kit.ws("item/move", item="Saw", to="Kitchen")
    await kit.ws("item/move", item="Drill", to="Kitchen", quantity=1)
    await kit.given_item("Bin", location="Street")

    home, cabin = (await figures(kit)).values()

    assert (home.items, cabin.items) == (5, 2)
    assert (home.low_stock, cabin.low_stock) == (1, 0)
    assert (home.warranties_expiring, cabin.warranties_expiring) == (1, 1)
    assert (home.next_warranty_item, cabin.next_warranty_item) == ("Drill", "Drill")
    assert (home.total_value, cabin.total_value) == (Decimal("130.20"), Decimal("130.20"))


async def test_a_cabin_inside_the_home_is_a_site_of_its_own(kit: InventoryTestKit) -> None:
    """Its things do not count for the home."""
    await kit.given_location("Garden house", kind="site")
    await kit.given_item("Rake", location="Garden house", purchase_price=10, currency="EUR")
    await kit.given_item("Drill", location="Home")

    found = await figures(kit)

    assert {name: (figure.items, figure.total_value) for name, figure in found.items()} == {
        "Garden house": (1, Decimal("10.00")),
        "Home": (1, Decimal(0)),
    }


async def test_records_in_use_are_counted(kit: InventoryTestKit) -> None:
    """Archived ones are not."""
    await given_things(kit)
    await kit.given_item("Hammer", categories=["Tools / Hand tools"])
    await kit.given_location("Shed")
    await kit.ws("location/remove", location="Shed")

    assert (await kit.ws("info"))["counts"] == {"items": 6, "locations": 2, "categories": 2}


async def test_warranties_and_best_before_dates_of_a_time_are_listed(kit: InventoryTestKit) -> None:
    """The earliest first; what is archived or used up is left out."""
    await given_things(kit)
    await kit.given_item("Milk", best_before=day(3))
    await kit.given_item("Butter", best_before=day(2))
    await kit.given_item("Cream", best_before=day(1), quantity=0)

    items = kit.inventory.items
    warranties = await items.async_list_warranties(TODAY - timedelta(days=1), TODAY + timedelta(days=31))
    best_before = await items.async_list_best_before(TODAY, TODAY + timedelta(days=3))

    assert [item.name for item in warranties] == ["Kettle", "Drill", "Saw"]
    assert [item.name for item in best_before] == ["Butter", "Milk"]


async def test_promoted_items_are_listed(kit: InventoryTestKit) -> None:
    """Those in use."""
    for name in ("Drill", "Saw", "Rag"):
        await kit.given_item(name)
    for name in ("Drill", "Saw"):
        await kit.ws("item/update", item=name, promoted=True)
    await kit.ws("item/remove", item="Saw")

    assert [item.name for item in await kit.inventory.items.async_list_promoted()] == ["Drill"]
