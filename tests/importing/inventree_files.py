"""InvenTree's files as it writes them, made up for the tests: the records of version 1.0, tables of 0.15 and 1.0."""

from __future__ import annotations

import json
from typing import Any


def record(model: str, number: int, **fields: Any) -> dict[str, Any]:
    """Return a record as Django dumps it."""
    return {"model": model, "pk": number, "fields": fields}


def part(number: int, name: str, **more: Any) -> dict[str, Any]:
    """Return a part."""
    usual = {
        "metadata": None, "barcode_data": "", "barcode_hash": "", "variant_of": None, "is_template": False, "keywords": "",
        "description": "", "category": None, "IPN": "", "revision": "", "link": "", "image": "", "default_location": None,
        "default_supplier": None, "default_expiry": 0, "minimum_stock": "0.000000", "units": "", "assembly": False,
        "component": True, "trackable": False, "active": True, "virtual": False, "notes": None, "creation_date": "2024-05-01",
        "lft": 1, "rght": 2, "tree_id": number, "level": 0,
    }  # fmt: skip
    return record("part.part", number, name=name, **{**usual, **more})


def stock(number: int, part_id: int, quantity: str, **more: Any) -> dict[str, Any]:
    """Return stock of a part."""
    usual = {
        "parent": None, "supplier_part": None, "location": 3, "packaging": "", "belongs_to": None, "customer": None,
        "consumed_by": None, "serial": None, "serial_int": 0, "link": "", "batch": None, "updated": "2025-06-01T10:00:00Z",
        "build": None, "is_building": False, "purchase_order": None, "sales_order": None, "expiry_date": None, "status": 10,
        "delete_on_deplete": True, "notes": None, "purchase_price_currency": "USD", "purchase_price": None, "owner": None,
    }  # fmt: skip
    return record("stock.stockitem", number, part=part_id, quantity=quantity, **{**usual, **more})


def workshop() -> list[dict[str, Any]]:
    """Return the records of a workshop."""
    return [
        record("auth.user", 1, username="admin", password="!unusable"),
        record("part.partcategory", 1, name="Fasteners", parent=None, description="", pathstring="Fasteners"),
        record("part.partcategory", 2, name="Screws", parent=1, description="", pathstring="Fasteners/Screws"),
        record("stock.stocklocation", 1, name="Workshop", parent=None, description="In the yard", pathstring="Workshop"),
        record("stock.stocklocation", 3, name="Bin 7", parent=1, description="", pathstring="Workshop/Bin 7"),
        record("company.company", 1, name="Shop One", is_supplier=True),
        record("company.company", 2, name="Brand A", is_manufacturer=True),
        record("company.manufacturerpart", 1, part=1, manufacturer=2, MPN="M3X10-A2", link="", description=""),
        record("company.supplierpart", 1, part=1, supplier=1, SKU="S-310", manufacturer_part=1, link="https://shop.example/S-310"),
        part(
            1, "Screw M3", description="10 mm", category=2, IPN="SC-1", keywords="screw, m3", minimum_stock="100.000000",
            image="part_images/screw.png", default_location=3,
        ),
        part(2, "Lamp kit", assembly=True, trackable=True),
        part(3, "Old glue", units="ml", active=False, default_location=1),
        record("part.bomitem", 1, part=2, sub_part=1, quantity="4.00000", reference="", overage="0"),
        record("part.partparametertemplate", 1, name="Length", units="mm"),
        record("part.partparameter", 1, part=1, template=1, data="10"),
        record("part.partattachment", 1, part=1, attachment="part_files/1/drawing.pdf", link=None, comment=""),
        stock(1, 1, "250.00000", batch="B1", purchase_price="0.035000", supplier_part=1),
        stock(2, 1, "50.00000", location=1, expiry_date="2030-01-01", status=50),
        stock(3, 2, "1.00000", serial="1001", serial_int=1001),
        stock(4, 2, "1.00000", serial="1002", serial_int=1002, customer=1),
        stock(5, 1, "3.00000", status=70),
    ]  # fmt: skip


def as_records(records: list[dict[str, Any]] | None = None) -> bytes:
    """Return a dump."""
    return json.dumps(workshop() if records is None else records, indent=2).encode()


STOCK_OLD = (
    "Stock Item ID,Part ID,Part Name,Quantity,Serial,Batch,Status,Status Code,Location ID,Location Name,Supplier Part ID,"
    "Supplier Part SKU,Supplier ID,Supplier Name,Customer ID,Installed In,Build ID,Parent ID,Sales Order ID,Purchase Order ID,"
    "Packaging,Link,Notes,Building,Review Needed,Delete on Deplete,Last Updated,Stocktake,Expiry Date,purchase_price_currency,"
    "purchase_price\n"
    "1,1,Screw M3,250,,B1,OK,10,3,Bin 7,1,S-310,1,Shop One,,,,,,,bag,,,0,0,1,2025-06-01,,,USD,0.05\n"
    "2,1,Screw M3,50,,,Attention needed,50,1,Workshop,,,,,,,,,,,,,,0,0,1,2025-06-01,,2030-01-01,USD,\n"
    "3,2,Lamp kit,1,1001,,OK,10,3,Bin 7,,,,,,,,,,,,,,0,0,1,2025-06-01,,,USD,\n"
)
STOCK_NEW = (
    "ID,Part,Quantity,Serial Number,Batch Code,Location,Expiry Date,Link,Notes,Packaging,Status,Supplier Part,"
    "Supplier Part Number,Manufacturer Part Number,Purchase Price,Purchase Price Currency,Part.Name,Part.Description,Part.IPN,"
    "Part.Revision,Location.Name,Location.Path\n"
    "1,1,250.0,,B1,3,,,,bag,OK,1,S-310,M3X10-A2,0.05,USD,Screw M3,10 mm,SC-1,,Bin 7,Workshop/Bin 7\n"
    "2,1,50.0,,,1,2030-01-01,,,,Attention needed,,,,,USD,Screw M3,10 mm,SC-1,,Workshop,Workshop\n"
    "3,2,1.0,1001,,3,,,,,OK,,,,,USD,Lamp kit,,,,Bin 7,Workshop/Bin 7\n"
)
PARTS = (
    "Part ID,Part Name,Part Description,IPN,Revision,Keywords,Link,Units,Notes,Part Image,Category ID,Category Name,"
    "Default Location ID,Active,Minimum Stock,In Stock,On Order\n"
    '1,Screw M3,10 mm,SC-1,,"screw, m3",,,,,2,Screws,3,True,100,300,0\n'
    "3,Old glue,,,,,,ml,,,,,1,False,0,0.5,0\n"
)
PLACES = (
    "Location ID,Location Name,Description,Parent ID,Parent Name,Location Path,Stock Items\n"
    "1,Workshop,In the yard,,,Workshop,1\n3,Bin 7,,1,Workshop,Workshop/Bin 7,2\n"
)
