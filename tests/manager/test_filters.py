"""Filters: what narrows a list, each on a real database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import label_registry as lr
from homeassistant.util import dt as dt_util

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.kit import InventoryTestKit

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)


@pytest.fixture
async def household(kit: InventoryTestKit, freezer: FrozenDateTimeFactory) -> InventoryTestKit:
    """Return a household on the 10th of November: everything was added on a day of its own, Rag today."""
    await kit.hass.config.async_set_time_zone("America/New_York")
    label = lr.async_get(kit.hass).async_create("Fragile")
    for place in ("Garage", "Kitchen"):
        await kit.given_location(place)
    things: list[dict[str, Any]] = [
        {
            "name": "Drill",
            "location": "Garage",
            "manufacturer": "Bösch",
            "vendor": "IKEA",
            "purchase_price": 200,
            "purchase_date": "2025-03-01",
        },
        {
            "name": "Saw",
            "location": "Garage",
            "manufacturer": "bosch",
            "purchase_price": 30,
            "currency": "USD",
            "purchase_date": "2025-12-31",
        },
        {"name": "Vase", "location": "Kitchen", "labels": [label.label_id], "purchase_price": 49.99},
        {"name": "Milk", "location": "Kitchen", "quantity": 1.5, "unit": "l", "best_before": "2026-11-20"},
        {"name": "Flour", "location": "Kitchen", "quantity": 10, "minimum_quantity": 20, "best_before": "2027-01-31"},
        {"name": "Rag", "quantity": 0},
    ]
    warranties: dict[str, dict[str, Any]] = {
        "Drill": {"warranty_until": "2026-11-10"},
        "Saw": {"warranty_until": "2026-11-09"},
        "Vase": {"lifetime_warranty": True},
        "Flour": {"warranty_until": "2027-06-30"},
    }
    for age, thing in zip(range(len(things) - 1, -1, -1), things, strict=True):
        freezer.move_to(NOON - timedelta(days=age))
        await kit.given_item(**thing, **warranties.get(thing["name"], {}))
    await kit.ws("item/update", item="Drill", promoted=True)
    return kit


FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"manufacturer": "BOSCH"}, {"Drill", "Saw"}),
    ({"manufacturer": "Makita"}, set()),
    ({"vendor": "ikea"}, {"Drill"}),
    ({"vendor": None}, {"Drill", "Saw", "Vase", "Milk", "Flour", "Rag"}),
    ({"labels": ["fragile"]}, {"Vase"}),
    ({"warranty": "active"}, {"Drill", "Vase", "Flour"}),
    ({"warranty": "expired"}, {"Saw"}),
    ({"warranty": "none"}, {"Milk", "Rag"}),
    ({"warranty_from": "2026-11-10"}, {"Drill", "Flour"}),
    ({"warranty_until": "2026-11-10"}, {"Drill", "Saw"}),
    ({"warranty_from": "2026-11-10", "warranty_until": "2026-12-31"}, {"Drill"}),
    ({"warranty_days": 0}, {"Drill"}),
    ({"warranty_days": 365}, {"Drill", "Flour"}),
    ({"warranty": "expired", "warranty_from": "2026-11-10"}, set()),
    ({"quantity_below": 1}, {"Rag"}),
    ({"quantity_above": 1}, {"Milk", "Flour"}),
    ({"quantity_above": 1, "quantity_below": 10}, {"Milk"}),
    ({"low_stock": True}, {"Flour"}),
    ({"price_above": 49.99}, {"Drill"}),
    ({"price_below": 50}, {"Vase"}),
    ({"price_below": 50, "currency": "usd"}, {"Saw"}),
    ({"purchase_date_from": "2025-03-01", "purchase_date_until": "2025-12-30"}, {"Drill"}),
    ({"purchase_date_from": "2025-03-02"}, {"Saw"}),
    ({"purchase_date_until": "2025-12-31"}, {"Drill", "Saw"}),
    ({"added_from": "2026-11-09"}, {"Flour", "Rag"}),
    ({"added_until": "2026-11-05"}, {"Drill"}),
    ({"added_from": "2026-11-06", "added_until": "2026-11-07"}, {"Saw", "Vase"}),
    ({"best_before_until": "2026-11-20"}, {"Milk"}),
    ({"best_before_from": "2026-11-21"}, {"Flour"}),
    ({"unplaced": True}, {"Rag"}),
    ({"promoted": True}, {"Drill"}),
    ({"promoted": False}, {"Saw", "Vase", "Milk", "Flour", "Rag"}),
    ({"location": "Garage", "price_above": 100, "warranty": "active"}, {"Drill"}),
    ({"query": "kitchen", "best_before_until": "2026-12-31"}, {"Milk"}),
    ({"query": "bosch", "promoted": True}, {"Drill"}),
    ({"query": "bosch bought last year"}, {"Drill", "Saw"}),
    ({"query": "bought at ikea in march 2025"}, {"Drill"}),
]
REVERSED: list[tuple[dict[str, Any], str]] = [
    ({"warranty_from": "2026-02-01", "warranty_until": "2026-01-31"}, "warranty_until"),
    ({"quantity_above": 5, "quantity_below": 4}, "quantity_below"),
    ({"price_above": 5, "price_below": 4}, "price_below"),
    ({"purchase_date_from": "2026-02-01", "purchase_date_until": "2026-01-31"}, "purchase_date_until"),
    ({"added_from": "2026-02-01", "added_until": "2026-01-31"}, "added_until"),
    ({"best_before_from": "2026-02-01", "best_before_until": "2026-01-31"}, "best_before_until"),
]
EDGES = [date.min, date(1, 1, 2), date(1969, 12, 31), date(9999, 12, 30), date.max]


async def test_every_filter_narrows_a_list(household: InventoryTestKit) -> None:
    """Days belong to their range, numbers do not; the panel and the action agree."""
    await household.until_indexed()

    lists = [(values, set(await household.names(**values))) for values, _ in FILTERS]
    totals = [(await household.action("search_items", **values))["total"] for values, _ in FILTERS]

    assert lists == FILTERS
    assert totals == [len(names) for _, names in FILTERS]


async def test_a_day_is_that_of_the_home(household: InventoryTestKit, freezer: FrozenDateTimeFactory) -> None:
    """In New York it is still the 10th when the 11th has begun in London."""
    freezer.move_to(datetime(2026, 11, 11, 3, tzinfo=UTC))
    await household.given_item("Lamp")

    assert set(await household.names(added_from="2026-11-10")) == {"Rag", "Lamp"}
    assert await household.names(added_from="2026-11-11") == []


async def test_what_is_used_up_has_no_best_before_date(household: InventoryTestKit) -> None:
    """Nobody has to eat it any more."""
    await household.ws("item/adjust", item="Milk", to=0)

    assert await household.names(best_before_until="2027-12-31") == ["Flour"]


async def test_a_part_without_a_place_counts(household: InventoryTestKit) -> None:
    """Some of it is still to be put away."""
    await household.ws("item/adjust", item="Rag", to=2)
    await household.ws("item/move", item="Rag", to="Garage", quantity=1)

    assert await household.names(unplaced=True) == ["Rag"]
    assert "Rag" in await household.names(location="Garage")


@pytest.mark.parametrize(("values", "field"), REVERSED)
async def test_a_range_that_ends_before_it_begins_is_refused(
    kit: InventoryTestKit, values: dict[str, Any], field: str
) -> None:
    """The error names the field."""
    error = await kit.refused("item/list", **values)

    assert (error.code, error.placeholders["field"]) == ("invalid_value", field)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_the_first_and_the_last_day_of_all_are_days(kit: InventoryTestKit, zone: str) -> None:
    """No calendar ends in an error."""
    await kit.hass.config.async_set_time_zone(zone)
    await kit.given_item("Rag", warranty_until=dt_util.now().date().isoformat())

    fields = ("added_from", "added_until", "warranty_from", "warranty_until", "best_before_from")
    answers = [await kit.ws("item/list", **{field: day.isoformat()}) for field in fields for day in EDGES]

    assert {answer["total"] for answer in answers} == {0, 1}
