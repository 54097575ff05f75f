"""InvenTree: what the columns of its tables are called, and what they hold once they are tidy.

Until version 0.16 tables had headers such as "Part Name" and "Location Path", since then such as "Part.Name" and
"Location.Path"; who exports over the interface gets "part_detail.name".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.imports import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INVENTREE_COLUMNS: Final[Mapping[str, Target]] = {
    "name": Target.NAME,
    "reference": Target.REFERENCE,
    "description": Target.DESCRIPTION,
    "category": Target.CATEGORIES,
    "keywords": Target.CATEGORIES,
    "location": Target.LOCATION,
    "quantity": Target.QUANTITY,
    "unit": Target.UNIT,
    "batch": Target.LOT,
    "serial": Target.SERIAL_NUMBER,
    "expiry date": Target.BEST_BEFORE,
    "minimum stock": Target.MINIMUM_QUANTITY,
    "manufacturer": Target.MANUFACTURER,
    "mpn": Target.MODEL,
    "supplier": Target.VENDOR,
    "link": Target.VENDOR_URL,
    "price": Target.PURCHASE_PRICE,
    "currency": Target.CURRENCY,
    "notes": Target.NOTES,
    "archived": Target.ARCHIVED,
}
_TITLES: Final = {
    "reference": "InvenTree reference",
    "ipn": "IPN",
    "sku": "Order number",
    "contains": "Kit contains",
    "used in": "Part of",
    "exact price": "Exact price",
}
_PARAMETER: Final = "parameter "
_HEADERS: Final[Mapping[str, str]] = {
    "stock id": "stock item id, pk, id, stock id",
    "part id": "part id, part",
    "part name": "part.name, part name, part_detail.name, part_detail.full_name, part.full name, name",
    "description": "part.description, part description, part_detail.description, description",
    "ipn": "part.ipn, part ipn, part_detail.ipn, ipn, internal part number",
    "revision": "part.revision, part revision, part_detail.revision, revision",
    "location": "location.path, location path, location_detail.pathstring, location.pathstring, stock location.path, location.location path",
    "location name": "location.name, location name, location_detail.name, stock location.name",
    "location id": "location id, location, stock location",
    "quantity": "quantity, stock quantity",
    "total": "in stock, in_stock, total stock, total_in_stock",
    "serial": "serial, serial number",
    "batch": "batch, batch code",
    "expiry date": "expiry date, expiry_date",
    "price": "purchase price, purchase_price",
    "currency": "purchase price currency, purchase_price_currency, purchase currency, currency",
    "status": "status, status_text, status label",
    "packaging": "packaging",
    "link": "link, external link",
    "notes": "notes",
    "supplier": "supplier name, supplier_name",
    "sku": "supplier part sku, supplier part.sku, supplier_part_detail.sku, supplier part number, sku",
    "mpn": "manufacturer part number, supplier part.mpn, supplier_part_detail.mpn, mpn",
    "keywords": "keywords",
    "unit": "units, unit",
    "minimum stock": "minimum stock, minimum_stock",
    "category": "category path, category.path, category_detail.pathstring, category name, category_name, category.name",
    "path": "path, pathstring, location path",
    "active": "active",
    "parent id": "parent id, parent, parent location",
}
_MEANINGS: Final[Mapping[str, tuple[str, ...]]] = {
    meaning: tuple(headers.split(", ")) for meaning, headers in _HEADERS.items()
}
_STOCK: Final = (
    frozenset(("stock item id", "part name")),
    frozenset(("quantity", "part.name")),
    frozenset(("quantity", "part_detail.name")),
)
_PARTS: Final = (
    frozenset(("part id", "part name", "part description")),
    frozenset(("name", "ipn", "minimum stock")),
    frozenset(("name", "ipn", "minimum_stock")),
)
_PLACES: Final = (
    frozenset(("location id", "location name", "location path")),
    frozenset(("id", "name", "path", "structural")),
    frozenset(("pk", "name", "pathstring", "structural")),
)


def is_inventree_table(names: frozenset[str]) -> bool:
    """Return whether a table is of stock, parts or places of InvenTree."""
    return kind_of(names) is not None


def kind_of(names: frozenset[str]) -> str | None:
    """Return of what a table is: "stock", "parts", "places", or None for one of somebody else."""
    kinds = (("stock", _STOCK), ("places", _PLACES), ("parts", _PARTS))
    return next((kind for kind, marks in kinds if any(mark <= names for mark in marks)), None)


def meant(cells: Mapping[str, str], meaning: str) -> str:
    """Return the cell of a row that holds something, under whatever header; the surest header comes first."""
    return next((cells[header] for header in _MEANINGS[meaning] if cells.get(header)), "")


def inventree_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold once they are tidy."""
    return {column: INVENTREE_COLUMNS.get(column, Target.CUSTOM) for column in columns}


def inventree_title(column: str) -> str:
    """Return how a column is called where people see it; parameters have the names of their templates."""
    if column.startswith(_PARAMETER):
        return column.removeprefix(_PARAMETER)
    return _TITLES.get(column, column[:1].upper() + column[1:])
