"""Exports as Sortly writes them, made up for the tests."""

from __future__ import annotations

import csv
import io

_HEADER = (
    "Entry Type,Entry Name,SID,Quantity,Unit,Min Level,Price,Value,Notes,Tags,Ordered,Product Link,Item Group Name,"
    "Attribute 1 Name,Attribute 1 Option,Attribute 2 Name,Attribute 2 Option,Barcode/QR1-Data,Barcode/QR1-Type,"
    "Barcode/QR2-Data,Barcode/QR2-Type,Primary Folder,Subfolder-level1,Subfolder-level2,Photo1,Photo2,Condition,"
    "Purchase Date,Serial Number"
)
COLUMNS = _HEADER.split(",")
_ROWS: tuple[dict[str, str], ...] = (
    {"Entry Type": "Folder", "Entry Name": "Garage", "SID": "S1A1", "Notes": "Cold in winter", "Tags": "outside"},
    {"Entry Type": "Folder", "Entry Name": "Shelf / 3", "SID": "S1A2", "Primary Folder": "Garage"},
    {
        "Entry Name": "Drill", "SID": "S1A3", "Quantity": "1", "Unit": "units", "Min Level": "0", "Price": "1,149.99",
        "Value": "1149.99", "Notes": "18V", "Tags": "tools, valuable", "Ordered": "False",
        "Product Link": "https://example.org/drill", "Barcode/QR1-Data": "sy://o2/e_qrcode_us/S1A3",
        "Barcode/QR1-Type": "com.sortly.sortlyLabel", "Barcode/QR2-Data": "4006381333931", "Primary Folder": "Garage",
        "Subfolder-level1": "Shelf / 3", "Photo1": "https://lnk.example/1", "Photo2": "https://lnk.example/2",
        "Condition": "Used", "Purchase Date": "28/08/2025", "Serial Number": "SN-9",
    },
    {"Entry Name": "Drill", "SID": "S1A3", "Quantity": "2", "Primary Folder": "Attic", "Condition": "new"},
    {"Entry Name": "Drill (clone)", "SID": "S1A3", "Quantity": "2", "Tags": "tools", "Primary Folder": "Garage"},
    {
        "Entry Name": "Shirt", "SID": "S1A4", "Quantity": "0", "Unit": "box", "Min Level": "2", "Item Group Name": "Clothes",
        "Attribute 1 Name": "Size", "Attribute 1 Option": "XL", "Attribute 2 Name": "Colour",
        "Attribute 2 Option": "red", "Primary Folder": "Attic", "Purchase Date": "01/02/2024 01:26PM", "Ordered": "True",
    },
    {"Entry Name": "Rope", "SID": "", "Quantity": "3", "Primary Folder": ""},
)  # fmt: skip


def rows() -> list[list[str]]:
    """Return the sheet with its names of columns."""
    return [COLUMNS, *([row.get(name, "Item" if name == "Entry Type" else "") for name in COLUMNS] for row in _ROWS)]


def sheet(*, without: str = "") -> str:
    """Return the sheet as CSV, without a column if one is named."""
    place = COLUMNS.index(without) if without else len(COLUMNS)
    buffer = io.StringIO()
    csv.writer(buffer).writerows([*row[:place], *row[place + 1 :]] for row in rows())
    return buffer.getvalue()
