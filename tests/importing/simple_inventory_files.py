"""What Simple Inventory exports, answers and has stored, made up for the tests."""

from __future__ import annotations

import json
from typing import Any

MILK: dict[str, Any] = {
    "id": "5f0c", "inventory_id": "01J", "name": "Milk", "description": "Whole", "quantity": 2.0, "unit": "l",
    "expiry_date": "2026-12-24", "expiry_alert_days": 7, "auto_add_enabled": True,
    "auto_add_id_to_description_enabled": False, "auto_add_to_list_quantity": 1.0, "desired_quantity": 4.0,
    "todo_list": "todo.shopping", "todo_quantity_placement": "name", "price": 1.29,
    "created_at": "2026-01-01 00:00:00", "updated_at": "2026-01-02 00:00:00", "category": "Dairy",
    "location": "Fridge", "locations": ["Fridge", "Cellar, left"], "categories": ["Dairy", "Cold"],
    "barcodes": ["4006381333931", "0012"],
}  # fmt: skip
SALT: dict[str, Any] = {
    "id": "5f0d", "name": "Salt", "quantity": 0, "unit": "", "expiry_date": "", "auto_add_enabled": False,
    "auto_add_to_list_quantity": 0.0, "todo_list": "", "price": 0.0, "category": "", "location": "", "locations": [],
    "categories": [], "barcodes": [],
}  # fmt: skip
EXPORT = json.dumps(
    {
        "version": "1.0",
        "exported_at": "2026-06-10T20:54:46",
        "inventory": {"id": "01J", "name": "Kitchen", "description": "All we eat"},
        "items": [MILK, SALT],
    }
)
WRAPPED = json.dumps({"data": json.loads(EXPORT), "format": "json"})
"""As the websocket answers it."""
ALL = json.dumps(
    {
        "inventories": [
            {"inventory_id": "01J", "inventory_name": "Kitchen", "description": "", "items": [MILK]},
            {
                "inventory_id": "01K",
                "inventory_name": "Bath",
                "description": "Upstairs",
                "items": [{**SALT, "name": "Soap", "id": "6"}],
            },
        ]
    }
)
"""What get_items_from_all_inventories answers."""
ITEMS = json.dumps({"items": [MILK, SALT]})
"""What get_items answers."""
STORE = json.dumps(
    {
        "version": 1,
        "minor_version": 1,
        "key": "simple_inventory.storage",
        "data": {
            "inventories": {
                "01J": {
                    "name": "Kitchen",
                    "items": {"Milk": {"quantity": 2, "unit": "l", "expiry_date": "2026-12-24", "location": "Fridge"}},
                },
                "01K": {"items": {"Soap": {"quantity": 3, "category": "Bath", "auto_add_to_list_quantity": 1}}},
            },
            "config": {"expiry_alert_days": 7},
        },
    }
)
"""The store of 0.3 and before."""
CSV = (
    "name,description,quantity,unit,price,location,category,expiry_date,expiry_alert_days,auto_add_enabled,"
    "auto_add_id_to_description_enabled,auto_add_to_list_quantity,desired_quantity,todo_list,todo_quantity_placement,barcodes\r\n"
    'Milk,Whole,2.0,l,1.29,"Fridge, Cellar","Dairy, Cold",2026-12-24,7,1,0,1.0,4.0,todo.shopping,name,"4006381333931, 0012"\r\n'
    "Salt,,0,,0,,,,0,0,0,0.0,0.0,,name,\r\n"
)
