"""Grocy's answers as version 4.6 writes them, made up for the tests; older versions write the same numbers as texts."""

from __future__ import annotations

import json
from typing import Any

from .files import zipped

STAMP = {"row_created_timestamp": "2024-03-01 18:24:04"}
_USUAL = {
    "description": None, "product_group_id": None, "active": 1, "location_id": 1, "shopping_location_id": None,
    "qu_id_purchase": 2, "qu_id_stock": 2, "min_stock_amount": 0, "default_best_before_days": 0,
    "default_best_before_days_after_open": 0, "picture_file_name": None, "enable_tare_weight_handling": 0,
    "tare_weight": 0, "not_check_stock_fulfillment_for_recipes": 0, "parent_product_id": None, "calories": 0,
    "cumulate_min_stock_amount_of_sub_products": 0, "due_type": 1, "quick_consume_amount": 1,
    "hide_on_stock_overview": 0, "default_stock_label_type": 0, "should_not_be_frozen": 0,
    "treat_opened_as_out_of_stock": 1, "no_own_stock": 0, "default_consume_location_id": None, "move_on_open": 0,
    "qu_id_consume": 2, "auto_reprint_stock_label": 0, "quick_open_amount": 1, "qu_id_price": 2,
    "userfields": {"allergens": None}, **STAMP,
}  # fmt: skip


def product(number: int, name: str, **more: Any) -> dict[str, Any]:
    """Return a product."""
    return {"id": number, "name": name, **_USUAL, **more}


def batch(number: int, product_id: int, amount: float, **more: Any) -> dict[str, Any]:
    """Return a stock entry."""
    return {
        "id": number, "product_id": product_id, "amount": amount, "best_before_date": "2999-12-31",
        "purchased_date": "2024-03-01", "stock_id": f"65e1b2c3d4e{number:02d}", "price": 0, "open": 0, "opened_date": None,
        "location_id": 1, "shopping_location_id": None, "note": None, **STAMP, "userfields": None, **more,
    }  # fmt: skip


def named(number: int, name: str, **more: Any) -> dict[str, Any]:
    """Return an object that is hardly more than its name."""
    return {"id": number, "name": name, "description": None, **STAMP, "active": 1, "userfields": None, **more}


def pantry() -> dict[str, list[dict[str, Any]]]:
    """Return the objects of a small household."""
    return {
        "products": [
            product(
                1, "Oat milk", description="<p>For coffee.</p><ul><li>Shake it</li><li>Cool it</li></ul>", product_group_id=1,
                min_stock_amount=4, calories=450, picture_file_name="oat-milk.jpg", shopping_location_id=1,
                default_best_before_days=90, userfields={"allergens": "gluten"}, parent_product_id=4,
            ),
            product(2, "Flour", qu_id_stock=3, product_group_id=2, enable_tare_weight_handling=1, tare_weight=0.25),
            product(3, "Old spice", active=0, min_stock_amount=1.5),
            product(4, "Milk", no_own_stock=1, cumulate_min_stock_amount_of_sub_products=1),
            product(5, "Peas", location_id=2, qu_id_stock=1),
        ],
        "stock": [
            batch(1, 1, 2, best_before_date="2027-05-31", price=1.99, shopping_location_id=1),
            batch(
                2, 1, 1, best_before_date="2027-03-31", price=2.29, purchased_date="2024-04-02", location_id=3, open=1,
                opened_date="2024-04-05", note="Barista",
            ),
            batch(3, 2, 1.2345, price=0.899375),
            batch(4, 5, 1.5, best_before_date="2028-01-01", location_id=2, purchased_date="2024-02-01", price=0.001),
        ],
        "product_groups": [named(1, "Drinks"), named(2, "Baking; sweets")],
        "quantity_units": [
            named(1, "Piece", name_plural="Pieces", plural_forms=None),
            named(2, "Pack", name_plural="Packs", plural_forms=None),
            named(3, "Kilogramm", name_plural="Kilogramm", plural_forms=None),
        ],
        "locations": [
            named(1, "Pantry / cellar", is_freezer=0, description="<b>Left</b> of the stairs"),
            named(2, "Chest", is_freezer=1),
            named(3, "Fridge", is_freezer=0),
        ],
        "shopping_locations": [named(1, "Market")],
        "product_barcodes": [
            {
                "id": 1, "product_id": 1, "barcode": "4001234567890", "qu_id": 2, "amount": 1, "shopping_location_id": None,
                "last_price": None, "note": None, **STAMP, "userfields": None,
            },
            {
                "id": 2, "product_id": 1, "barcode": "4001234567906", "qu_id": 2, "amount": 6, "shopping_location_id": None,
                "last_price": None, "note": "Tray", **STAMP, "userfields": None,
            },
        ],
        "userfields": [
            {
                "id": 1, "entity": "products", "name": "allergens", "caption": "Contains", "type": "text-single-line",
                "show_as_column_in_tables": 1, "config": None, "sort_number": None, "input_required": 0,
                "default_value": None, **STAMP, "userfields": None,
            }
        ],
        "shopping_list": [
            {
                "id": 1, "product_id": 1, "note": "Only on Fridays", "amount": 2, "shopping_list_id": 1, "done": 0,
                "qu_id": 2, **STAMP, "userfields": None,
            },
            {
                "id": 2, "product_id": None, "note": "Flowers", "amount": 1, "shopping_list_id": 1, "done": 0, "qu_id": None,
                **STAMP, "userfields": None,
            },
        ],
        "batteries": [named(1, "Remote control", used_in="Living room", charge_interval_days=180)],
        "equipment": [named(1, "Coffee maker", description="<p>Descale &amp; rinse</p>", instruction_manual_file_name="brew.pdf")],
        "recipes": [
            {"id": 1, "name": "Pancakes", "type": "normal", **STAMP},
            {"id": -1, "name": "2024-04-05", "type": "mealplan-day", **STAMP},
        ],
        "chores": [named(1, "Clean the fridge")],
        "tasks": [],
    }  # fmt: skip


def as_texts(value: Any) -> Any:
    """Return answers as version 3 and older write them: every number is a text."""
    if isinstance(value, dict):
        return {name: as_texts(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_texts(inner) for inner in value]
    return str(value) if isinstance(value, int | float) else value


def as_archive(objects: dict[str, Any]) -> bytes:
    """Return answers as files that are called as what was asked."""
    return zipped({f"api/objects/{name}.json": json.dumps(answer).encode() for name, answer in objects.items()})
