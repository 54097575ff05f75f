"""A collection as Homebox packs it, and its newest CSV, made up for the tests."""

from __future__ import annotations

import json
from typing import Any

from tests.pictures import a_pdf, a_picture

from .files import zipped

PHOTO, BILL = a_picture("drill"), a_pdf()

ZERO = "0001-01-01T00:00:00Z"
_ITEM: dict[str, Any] = {
    "created_at": "2026-08-21T22:39:37Z", "updated_at": "2026-08-21T22:39:37Z", "description": "", "import_ref": "",
    "notes": "", "quantity": 1, "insured": 0, "archived": 0, "asset_id": 0, "sync_child_entity_locations": 0,
    "serial_number": "", "model_number": "", "manufacturer": "", "lifetime_warranty": 0, "warranty_expires": ZERO,
    "warranty_details": "", "purchase_date": ZERO, "purchase_from": "", "purchase_price": 0, "sold_date": ZERO,
    "sold_to": "", "sold_price": 0, "sold_notes": "", "entity_children": None, "entity_type_entities": "t-item",
    "group_entities": "g1",
}  # fmt: skip
ENTITIES: list[dict[str, Any]] = [
    {**_ITEM, "id": "l1", "name": "Garage", "entity_type_entities": "t-place", "description": "Cold"},
    {**_ITEM, "id": "l2", "name": "Shelf 2", "entity_type_entities": "t-place", "entity_children": "l1"},
    {
        **_ITEM, "id": "i1", "name": "Drill", "entity_children": "l2", "import_ref": "a1", "asset_id": 1001, "insured": True,
        "manufacturer": "Bosch", "model_number": "GSR 18", "serial_number": "SN-1", "purchase_price": 149.9,
        "purchase_from": "Hardware store", "purchase_date": "2024-02-29T00:00:00Z",
        "warranty_expires": "2027-02-28 00:00:00+00:00", "notes": "Bring back",
    },
    {**_ITEM, "id": "i2", "name": "Drill bits", "entity_children": "i1", "quantity": 12, "lifetime_warranty": 1},
    {**_ITEM, "id": "i3", "name": "Old lamp", "archived": 1, "sold_to": "Anna", "sold_price": 5.5, "sold_date": "2023-06-01T00:00:00Z"},
]  # fmt: skip
TABLES: dict[str, Any] = {
    "manifest": {"schemaVersion": 1, "exportedAt": "2026-08-21T22:39:37Z", "groupId": "g1", "counts": {"entities": 5}},
    "entity_types": [{"id": "t-place", "name": "Location", "is_location": 1}, {"id": "t-item", "name": "Item", "is_location": 0}],
    "entities": ENTITIES,
    "tags": [
        {"id": "g1", "name": "Tools", "tag_children": None},
        {"id": "g2", "name": "Power tools", "tag_children": "g1"},
        {"id": "g3", "name": "Lent; often"},
    ],
    "tag_entities": [{"tag_id": "g2", "entity_id": "i1"}, {"tag_id": "g3", "entity_id": "i1"}, {"tag_id": "g9", "entity_id": "i1"}],
    "entity_fields": [
        {"id": "f1", "name": "Watts", "type": "number", "number_value": 750, "entity_fields": "i1"},
        {"id": "f2", "name": "Case", "type": "boolean", "boolean_value": 1, "entity_fields": "i1"},
        {"id": "f3", "name": "Colour", "type": "text", "text_value": "green", "entity_fields": "i1"},
        {"id": "f4", "name": "Tested", "type": "time", "time_value": "2024-03-01T09:00:00Z", "entity_fields": "i1"},
    ],
    "maintenance_entries": [
        {"id": "m1", "name": "New brushes", "description": "", "date": "2025-01-02T00:00:00Z", "cost": 12.5, "entity_id": "i1"},
    ],
    "attachments": [
        {"id": "x2", "type": "receipt", "title": "", "path": "g1/documents/bill.pdf", "mime_type": "application/pdf",
         "primary": 0, "attachment_thumbnail": None, "entity_attachments": "i1"},
        {"id": "x1", "type": "photo", "title": "drill.jpg", "path": "g1/documents/1", "mime_type": "image/jpeg",
         "primary": 1, "attachment_thumbnail": "x3", "entity_attachments": "i1"},
        {"id": "x4", "type": "attachment", "title": "Spare parts", "path": "https://example.com/parts",
         "mime_type": "link/url", "entity_attachments": "i1"},
        {"id": "x5", "type": "manual", "title": "lost.pdf", "path": "g1/documents/5", "entity_attachments": "i1"},
        {"id": "x6", "type": "photo", "title": "garage.jpg", "path": "g1/documents/6", "entity_attachments": "l1"},
        {"id": "x3", "type": "thumbnail", "title": "", "path": "g1/documents/3", "entity_attachments": None},
    ],
    "entity_templates": [], "template_fields": [], "notifiers": [],
}  # fmt: skip


FILES = {
    "attachments/x1": PHOTO,
    "attachments/x2": BILL,
    "attachments/x3": b"small",
    "attachments/x6": PHOTO,
    "notes.txt": b"-",
}
"""Each file is called by the id of its record."""


def collection(changes: dict[str, Any] | None = None, files: dict[str, bytes] | None = None) -> bytes:
    """Return the archive, with other tables or files where they are given."""
    tables = {**TABLES, **(changes or {})}
    packed = {f"{name}.json": json.dumps(table).encode() for name, table in tables.items() if table is not None}
    return zipped(packed | FILES | (files or {}))


CSV = (
    "HB.purchase_date,HB.warranty_expires,HB.sold_date,HB.import_ref,HB.parent_import_ref,HB.url,HB.name,HB.description,"
    "HB.notes,HB.location,HB.tags,HB.asset_id,HB.quantity,HB.purchase_price,HB.sold_price,HB.archived,HB.insured,"
    "HB.lifetime_warranty\n"
    ",,,,,https://box.example/location/l1,Garage,Cold,,,,000-000,1,0,0,false,false,false\n"
    ",,,,,https://box.example/location/l2,Shelf 2,,,Garage,,000-000,1,0,0,false,false,false\n"
    "2024-02-29,,,a1,,https://box.example/item/i1,Drill,,,Garage / Shelf 2,Tools,001-001,1.0,149.9,0,false,true,false\n"
)
"""Version 0.20 and up: locations have rows of their own."""
