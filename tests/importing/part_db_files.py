"""Part-DB's exports as version 2.15 writes them, made up for the tests."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

IMPORT_CSV = (
    "name;description;category;notes;footprint;tags;quantity;storage_location;mass;ipn;mpn;manufacturing_status;manufacturer;"
    "supplier;spn;price;favorite;needs_review;minamount;partUnit;eda_info.reference_prefix;eda_info.kicad_symbol\r\n"
    '"Resistor; 10k";<p>Thick film</p>;Passive->Resistors;Tested;SMD->0805;Resistor,SMD;250,0;Lab->Drawer 4;0.02;R-0001;'
    "RC0805-10K;active;Brand A;Shop One;S-77;0,0031;1;0;50;pcs;R;Device:R\r\n"
    "Hookup wire;;Wire;;;;12.5;Lab->Spools;;W-0001;;;;Shop Two;;1,49;0;1;0;Meter;;\r\n"
    "Mystery chip;;ICs;;;;;Lab->Drawer 9;;;;;;;;;0;0;0;;;\r\n"
)
"""What it takes in itself, as its example has it."""


def _structure(number: int, name: str, path: str, **more: Any) -> dict[str, Any]:
    """Return a category, place or company as a full export has it."""
    return {"comment": "", "not_selectable": False, "name": name, "id": number, "full_name": path, **more}


def part(**more: Any) -> dict[str, Any]:
    """Return a part of a full export."""
    return {
        "id": 7, "name": "BC547", "description": "<b>NPN</b> transistor", "comment": "Old stock", "favorite": False,
        "needs_review": False, "tags": "NPN,transistor", "mass": 0.2, "ipn": "T-0007", "gtin": "4006381333931",
        "category": _structure(3, "NPN", "Transistors->NPN"), "footprint": _structure(5, "TO-92", "THT->TO-92"),
        "manufacturer": _structure(2, "Brand B", "Brand B"), "manufacturer_product_url": "https://brand.example/bc547",
        "manufacturer_product_number": "BC547B", "manufacturing_status": "active", "minamount": 20.0, "total_instock": 35.0,
        "partUnit": None, "lastModified": "2026-01-01T10:00:00+00:00", "addedDate": "2025-01-01T10:00:00+00:00",
        "partLots": [
            {
                "id": 11, "description": "Bag A", "comment": "", "expiration_date": None, "instock_unknown": False, "amount": 30.0,
                "needs_refill": False, "storage_location": _structure(8, "Box 2", "Room 1->Shelf 1->Box 2"),
            },
            {
                "id": 12, "description": "", "comment": "Bent legs", "expiration_date": "2028-05-01T00:00:00+00:00",
                "instock_unknown": False, "amount": 5.0, "needs_refill": True, "storage_location": _structure(9, "Box 3", "Room 1->Box 3"),
            },
        ],
        "orderdetails": [
            {
                "supplierpartnr": "S-1", "obsolete": False, "supplier_product_url": "https://shop.example/S-1",
                "supplier": _structure(1, "Shop One", "Shops->Shop One"),
                "pricedetails": [
                    {"price": "1.00000", "currency": None, "price_related_quantity": 10.0, "min_discount_quantity": 100.0},
                    {"price": "2.50000", "currency": None, "price_related_quantity": 10.0, "min_discount_quantity": 1.0},
                ],
            },
            {
                "supplierpartnr": "X-9", "obsolete": True, "supplier_product_url": "", "supplier": _structure(4, "Shop Two", "Shop Two"),
                "pricedetails": [],
            },
        ],
        "parameters": [
            {"name": "Gain", "symbol": "hFE", "value_min": 110.0, "value_typical": 200.0, "value_max": 800.0, "unit": "",
             "value_text": "", "group": "", "formatted": "200 (110 ... 800)"},
        ],
        "attachments": [{"name": "Data sheet", "show_in_table": False}],
        "eda_info": {"kicad_symbol": "Device:Q_NPN", "visibility": None, "exclude_from_bom": False}, **more,
    }  # fmt: skip


def as_json(*parts: dict[str, Any]) -> bytes:
    """Return an export as JSON."""
    return json.dumps(list(parts) or [part()]).encode()


def as_csv(*parts: dict[str, Any]) -> bytes:
    """Return the same as CSV: what is inside another thing has its path as column, flags are 1 and nothing."""
    rows = [dict(_flat("", each)) for each in parts or [part()]]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _flat(prefix: str, value: Any) -> list[tuple[str, Any]]:
    """Return what is inside by its path."""
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        return [cell for name, each in inner for cell in _flat(f"{prefix}.{name}".lstrip("."), each)]
    return [(prefix, int(value) if isinstance(value, bool) else value)]
