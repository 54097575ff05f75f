"""What each site adds up to, as the overview shows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def test_each_site_says_what_it_adds_up_to(kit: InventoryTestKit) -> None:
    """The home first, whatever its name; what has no place is there."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    soon = (datetime.now(UTC).date() + timedelta(days=9)).isoformat()
    await kit.given_item("Stove", location="Cabin", purchase_price=200, currency="EUR", warranty_until=soon)
    await kit.given_item("Milk", quantity=1, minimum_quantity=2)

    answer = await kit.ws("site/figures")

    home, other = answer["sites"]
    assert (home["items"], home["low_stock"], home["warranties_expiring"], home["total_value"]) == (1, 1, 0, 0)
    assert (other["id"], other["name"]) == (cabin, "Cabin")
    assert (other["items"], other["low_stock"], other["warranties_expiring"], other["total_value"]) == (1, 0, 1, 200)
    assert {site["currency"] for site in answer["sites"]} == {"EUR"}
