"""Homebox: what its columns were called from its first version to the newest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.imports import Target
from .place_rows import PlaceRows
from .reshaping import Cells
from .values import split_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .tables import Table

_PREFIX: Final = "hb."
_FIELD: Final = "hb.field."
_LEFT_OUT: Final = frozenset(("hb.url",))
"""A link to the page of the item in Homebox."""
_PAGE_OF_A_PLACE: Final = "/location/"
HOMEBOX_COLUMNS: Final[Mapping[str, Target]] = {
    "hb.import_ref": Target.REFERENCE,
    "hb.parent_import_ref": Target.PARENT,
    "hb.location": Target.LOCATION,
    "hb.labels": Target.CATEGORIES,
    "hb.tags": Target.CATEGORIES,
    "hb.archived": Target.ARCHIVED,
    "hb.name": Target.NAME,
    "hb.quantity": Target.QUANTITY,
    "hb.description": Target.DESCRIPTION,
    "hb.notes": Target.NOTES,
    "hb.purchase_price": Target.PURCHASE_PRICE,
    "hb.purchase_from": Target.VENDOR,
    "hb.purchase_time": Target.PURCHASE_DATE,
    "hb.purchase_date": Target.PURCHASE_DATE,
    "hb.manufacturer": Target.MANUFACTURER,
    "hb.model_number": Target.MODEL,
    "hb.serial_number": Target.SERIAL_NUMBER,
    "hb.lifetime_warranty": Target.LIFETIME_WARRANTY,
    "hb.warranty_expires": Target.WARRANTY_UNTIL,
    "hb.warranty_details": Target.WARRANTY_NOTES,
}


def homebox_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold; asset ids, what was sold and the fields of the household become fields of its own."""
    return {
        column: HOMEBOX_COLUMNS.get(column.casefold(), Target.CUSTOM)
        for column in columns
        if column.casefold() not in _LEFT_OUT
    }


def homebox_title(column: str) -> str:
    """Return how a column is called where people see it: "HB.field.Watts" is "Watts", "HB.sold_to" is "Sold to"."""
    small = column.casefold()
    if small == "hb.import_ref":
        return "Homebox reference"
    if small.startswith(_FIELD):
        return column[len(_FIELD) :].strip() or column
    if small.startswith(_PREFIX):
        return column[len(_PREFIX) :].replace("_", " ").capitalize()
    return column


def homebox_is_empty(column: str, text: str) -> bool:
    """Return whether a cell is Go's way of saying that there is nothing."""
    small = column.casefold()
    if text.startswith("0001-01-01"):
        return True
    if small in ("hb.purchase_price", "hb.sold_price"):
        return not text.strip("0.")
    return small in ("hb.insured", "hb.asset_id") and text.casefold() in ("false", "f", "0", "000-000")


def homebox_tidy(table: Table) -> Table:
    """Return a table whose rows are all items: since 0.20 locations have rows of their own, told by their links."""
    row, places = Cells(table.columns), PlaceRows()
    items = []
    for line, cells in table.rows:
        if _PAGE_OF_A_PLACE in row.of(cells)("hb.url"):
            description = "\n".join(filter(None, (row("hb.description"), row("hb.notes"))))
            places.add(line, (*split_path(row("hb.location"), (" / ",)), row("hb.name")), description)
        else:
            items.append((line, cells))
    if len(items) == len(table.rows):
        return table
    found = (*table.places, *places.rows)
    return replace(table, rows=tuple(items), places=found, rejected=(*table.rejected, *places.rejected))
