"""A household adds, changes, archives and lists its things."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import label_registry as lr
from homeassistant.util import dt as dt_util

from tests.kit import CommandError

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

DETAILS: dict[str, Any] = {
    "description": "18 V,\ntwo batteries",
    "unit": "set",
    "manufacturer": "Bosch",
    "model": "GSR 18V-55",
    "serial_number": "SN-20441",
    "aliases": ["Bohrschrauber", "the blue thing"],
    "barcodes": ["4006381333931", "0012345678905"],
    "purchase_date": "2026-03-14",
    "purchase_price": 129.9,
    "currency": "EUR",
    "vendor": "Hardware store",
    "vendor_url": "https://www.example.com/drill",
    "warranty_until": "2029-03-14",
    "lifetime_warranty": False,
    "warranty_notes": "Receipt in the blue folder",
    "minimum_quantity": 1,
    "notes": "Lent every spring",
    "custom": {"voltage": "18 V", "gears": 2, "brushless": True, "torque": 55.5},
}


async def test_an_item_needs_a_name_only(kit: InventoryTestKit) -> None:
    """Then there is one piece of it, somewhere."""
    added = await kit.ws("item/add", name="Drill")

    assert added["item"] | {"id": "", "code": "", "created_at": "", "updated_at": ""} == {
        **dict.fromkeys(added["item"]),
        "id": "",
        "code": "",
        "created_at": "",
        "updated_at": "",
        "name": "Drill",
        "quantity": 1,
        "lent_quantity": 0,
        "loans": [],
        "low_stock": False,
        "lifetime_warranty": False,
        "promoted": False,
        "archived": False,
        "categories": [],
        "labels": [],
        "aliases": [],
        "barcodes": [],
        "custom": {},
        "locations": [{"id": None, "path": None, "quantity": 1, "best_before": None, "lot": None}],
    }


async def test_everything_about_an_item_is_kept_as_it_was_given(kit: InventoryTestKit) -> None:
    """Read back from the database, not from what was sent."""
    garage = await kit.given_location("Garage")

    drill = await kit.given_item("Drill", location="Garage", quantity=3, lot="A1", best_before="2027-01-31", **DETAILS)

    item = await kit.item(drill)
    assert {name: item[name] for name in DETAILS} == DETAILS
    assert item["locations"] == [
        {"id": garage, "path": "Home / Garage", "quantity": 3, "best_before": "2027-01-31", "lot": "A1"}
    ]


async def test_moments_are_in_utc(kit: InventoryTestKit) -> None:
    """Whatever the time zone of the home is."""
    await kit.hass.config.async_set_time_zone("Asia/Tokyo")

    item = (await kit.ws("item/add", name="Drill"))["item"]

    created = datetime.fromisoformat(item["created_at"])
    assert item["created_at"].endswith("+00:00")
    assert item["updated_at"] == item["created_at"]
    assert abs((dt_util.utcnow() - created).total_seconds()) < 60
    assert created.tzinfo is UTC or created.utcoffset() == UTC.utcoffset(None)


async def test_money_is_exact_to_the_cent(kit: InventoryTestKit) -> None:
    """What was paid is what is read."""
    prices = [0, 0.01, 0.07, 0.1, 0.29, 19.99, 1234567.89, 999999999.99, 1000000000]

    ids = [await kit.given_item(f"Drill {price}", purchase_price=price) for price in prices]

    assert [(await kit.item(item))["purchase_price"] for item in ids] == prices


async def test_a_price_without_a_currency_is_in_the_currency_of_the_home(kit: InventoryTestKit) -> None:
    """One that is named stays."""
    await kit.hass.config.async_update(currency="CHF")

    drill = await kit.given_item("Drill", purchase_price=10)
    saw = await kit.given_item("Saw", purchase_price=10, currency="usd")
    nail = await kit.given_item("Nail")
    saw_now = (await kit.ws("item/update", item=saw, purchase_price=12))["item"]
    nail_now = (await kit.ws("item/update", item=nail, purchase_price=0.02))["item"]

    assert (await kit.item(drill))["currency"] == "CHF"
    assert (saw_now["currency"], nail_now["currency"]) == ("USD", "CHF")


async def test_updating_changes_what_is_named_and_nothing_else(kit: InventoryTestKit) -> None:
    """`updated_at` apart."""
    drill = await kit.given_item("Drill", **DETAILS)
    before = await kit.item(drill)

    after = (await kit.ws("item/update", item=drill, name="Hammer drill", notes=None, promoted=True))["item"]

    expected = before | {"name": "Hammer drill", "notes": None, "promoted": True, "updated_at": after["updated_at"]}
    assert after == expected == await kit.item(drill)
    assert after["updated_at"] > before["updated_at"]


async def test_null_clears_every_field_but_the_name(kit: InventoryTestKit) -> None:
    """Lists become empty, flags false."""
    drill = await kit.given_item("Drill", **DETAILS, categories=["Tools"])
    empty = {"categories": [], "aliases": [], "barcodes": [], "custom": {}, "lifetime_warranty": False}
    cleared = [*DETAILS, "categories", "labels"]

    item = (await kit.ws("item/update", item=drill, **dict.fromkeys(cleared)))["item"]

    assert {name: item[name] for name in cleared} == {name: empty.get(name) for name in DETAILS} | {
        "categories": [],
        "labels": [],
    }


async def test_an_update_that_changes_nothing_is_no_batch(kit: InventoryTestKit) -> None:
    """Nothing to undo, nothing to tell."""
    drill = await kit.given_item("Drill", **DETAILS)
    total = (await kit.ws("change/list"))["total"]

    updated = await kit.ws("item/update", item=drill, **DETAILS)

    assert updated["batch"] is None
    assert (await kit.ws("change/list"))["total"] == total


@pytest.mark.parametrize("values", [{"name": None}, {"name": "  "}])
async def test_the_name_can_not_be_cleared(kit: InventoryTestKit, values: dict[str, Any]) -> None:
    """Everything has a name."""
    drill = await kit.given_item("Drill")

    with pytest.raises(CommandError, match="required_value"):
        await kit.ws("item/update", item=drill, **values)


@pytest.mark.parametrize(
    ("known", "changed"),
    [
        ({"purchase_date": "2026-03-14"}, {"warranty_until": "2026-03-13"}),
        ({"warranty_until": "2026-03-14"}, {"purchase_date": "2026-03-15"}),
        ({}, {"purchase_date": "2026-03-15", "warranty_until": "2026-03-14"}),
    ],
)
async def test_a_warranty_does_not_end_before_the_purchase(
    kit: InventoryTestKit, known: dict[str, Any], changed: dict[str, Any]
) -> None:
    """Whichever of the two dates comes last."""
    drill = await kit.given_item("Drill", **known)

    with pytest.raises(CommandError, match="warranty_before_purchase"):
        await kit.ws("item/update", item=drill, **changed)
    with pytest.raises(CommandError, match="warranty_before_purchase"):
        await kit.ws("item/add", name="Saw", **known, **changed)


async def test_both_dates_may_move_together(kit: InventoryTestKit) -> None:
    """Only what comes out is checked."""
    drill = await kit.given_item("Drill", purchase_date="2024-01-01", warranty_until="2026-01-01")

    item = (await kit.ws("item/update", item=drill, purchase_date="2026-06-01", warranty_until="2028-06-01"))["item"]

    assert (item["purchase_date"], item["warranty_until"]) == ("2026-06-01", "2028-06-01")


@pytest.mark.parametrize(
    "values", [{"quantity": 0.5}, {"quantity": 1, "unit": "box", "minimum_quantity": 0.5}, {"quantity": "1.001"}]
)
async def test_what_is_counted_has_no_halves(kit: InventoryTestKit, values: dict[str, Any]) -> None:
    """Neither as quantity nor as minimum."""
    with pytest.raises(CommandError, match="fractional_quantity"):
        await kit.ws("item/add", name="Drill", **values)


@pytest.mark.parametrize(("unit", "error"), [(None, "fractional_quantity"), ("can", "fractional_quantity")])
async def test_a_unit_that_does_not_fit_the_quantity_is_refused(
    kit: InventoryTestKit, unit: str | None, error: str
) -> None:
    """Half a kilogram does not become half a piece."""
    flour = await kit.given_item("Flour", quantity=0.5, unit="kg")

    with pytest.raises(CommandError, match=error):
        await kit.ws("item/update", item=flour, unit=unit)
    assert (await kit.ws("item/update", item=flour, unit="g"))["item"]["unit"] == "g"


async def test_labels_are_those_of_home_assistant(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Named by id or name; what Home Assistant does not know is refused."""
    garden, lent = (lr.async_get(hass).async_create(name).label_id for name in ("Garden tools", "Lent"))
    rake = await kit.given_item("Rake", labels=["GARDEN tools", lent])
    await kit.given_item("Drill", labels=[lent])

    with pytest.raises(CommandError) as refused:
        await kit.ws("item/add", name="Saw", labels=["Gone"])

    assert (await kit.item(rake))["labels"] == sorted([garden, lent])
    assert await kit.names(labels=["Lent"]) == ["Drill", "Rake"]
    assert await kit.names(labels=["Lent", "Garden tools"]) == ["Rake"]
    assert refused.value.code == "label_not_found"
    assert refused.value.placeholders == {"reference": "Gone", "candidates": "Garden tools, Lent"}


@pytest.mark.parametrize(
    "text",
    [
        "Robert'); DROP TABLE home_inventory_items;--",
        '<img src=x onerror="alert(1)">',
        "../../etc/passwd",
        "100% _wool_\\",
    ],
)
async def test_hostile_text_is_only_text(kit: InventoryTestKit, text: str) -> None:
    """It is kept and found as it was written."""
    item = await kit.given_item(text, description=text, notes=text, custom={text: text}, serial_number=text)

    known = await kit.item(text)
    assert (known["id"], known["description"], known["custom"]) == (item, text, {text: text})
    assert await kit.names(query=text) == [text]
