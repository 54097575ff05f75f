"""Shelf: the files for its importer, its exports in the same form (2026), and the lists that people look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..domain.imports import Target
from .columns import is_for_one, propose
from .reshaping import names_of, reshaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .reshaping import Cells
    from .tables import Table

_OWN: Final = re.compile(r"cf:\s*(.*?)\s*(?:,\s*type:\s*([a-z_]+)\s*)?", re.IGNORECASE)
_BARCODES: Final = (
    "barcode_code128", "barcode_code39", "barcode_datamatrix", "barcode_externalqr", "barcode_ean13",
    "code128", "code39", "datamatrix", "external qr", "ean-13",
)  # fmt: skip
_IDS: Final = ("id", "asset id")
_TARGETS: Final[Mapping[str, Target]] = {
    **dict.fromkeys(("title", "name"), Target.NAME),
    "description": Target.DESCRIPTION,
    **dict.fromkeys(("category", "tags"), Target.CATEGORIES),
    "location": Target.LOCATION,
    **dict.fromkeys(("valuation", "value"), Target.PURCHASE_PRICE),
    **dict.fromkeys(("assetmodel", "asset model"), Target.MODEL),
    "quantity": Target.QUANTITY,
    **dict.fromkeys(("minquantity", "min quantity"), Target.MINIMUM_QUANTITY),
    "unitofmeasure": Target.UNIT,
    **dict.fromkeys(_BARCODES, Target.BARCODES),
}
_MAY_BE: Final = frozenset((
    Target.SERIAL_NUMBER, Target.MANUFACTURER, Target.MODEL, Target.PURCHASE_DATE, Target.PURCHASE_PRICE, Target.VENDOR,
    Target.VENDOR_URL, Target.WARRANTY_UNTIL, Target.WARRANTY_NOTES, Target.BEST_BEFORE, Target.LOT, Target.NOTES,
))  # fmt: skip
"""What fields that people have made there are called as, and mean the same here."""
_KINDS: Final[Mapping[str, frozenset[Target]]] = {
    "date": frozenset((Target.PURCHASE_DATE, Target.WARRANTY_UNTIL, Target.BEST_BEFORE)),
    "amount": frozenset((Target.PURCHASE_PRICE,)),
    "boolean": frozenset(),
    "number": frozenset((Target.SERIAL_NUMBER, Target.MODEL, Target.LOT)),
}
"""What a field of a kind can mean; one of text can mean all of them."""
_LEFT_OUT: Final = frozenset((
    "bookable", "available to book", "imageurl", "qrid", "qr id", "created at", "updated at", "upcoming reminder",
    "upcoming bookings", "actions",
))  # fmt: skip
"""How it is booked there, and links of the old server."""
_NOISE: Final = frozenset(("type", "tracking method", "total value"))
"""What follows from other columns."""
_TITLES: Final[Mapping[str, str]] = {
    "id": "Shelf reference",
    "asset id": "Shelf asset ID",
    "kit": "Kit",
    "custodian": "Custodian",
    "custody": "Custodian",
    "consumptiontype": "Use",
}
_USES: Final[Mapping[str, str]] = {"ONE_WAY": "Used up", "TWO_WAY": "Brought back"}
_WITH_UNIT: Final = re.compile(r"([\d.,]+)\s+(\D.*)")


def is_shelf(names: frozenset[str]) -> bool:
    """Return whether columns with these names are of Shelf."""
    if "title" in names:
        return (
            any(name.startswith("cf:") for name in names)
            or len(names & {"bookable", "valuation", "custodian", "assetmodel"}) > 1
        )
    return "name" in names and len(names & {"asset id", "qr id", "available to book", "custody", "tracking method"}) > 2  # noqa: PLR2004


def shelf_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold; fields that people have made there mean what they are called."""
    names = tuple(columns)
    known = next((small for small in _IDS if small in {name.casefold() for name in names}), None)
    mapping: dict[str, Target] = {}
    for column in names:
        small = column.casefold()
        if small in _LEFT_OUT:
            continue
        target = Target.REFERENCE if small == known else _TARGETS.get(small) or _meaning(column)
        is_taken = is_for_one(target) and target in mapping.values()
        mapping[column] = Target.CUSTOM if is_taken else target
    return mapping


def shelf_title(column: str) -> str:
    """Return how a field of the household's own is called: "cf: Rack,type:text" is "Rack"."""
    own = _OWN.fullmatch(column)
    return (own.group(1) if own else _TITLES.get(column.casefold())) or column


def shelf_is_empty(column: str, text: str) -> bool:
    """Return whether a cell says that there is nothing."""
    small = column.casefold()
    if small in ("minquantity", "min quantity"):
        return text == "0"
    return small == "category" and text == "Uncategorized"


def shelf_tidy(table: Table) -> Table:
    """Return a table in which lists are in lines, and quantities apart from their units."""
    names = names_of(table)
    added: dict[str, Callable[[Cells], str]] = {}
    for column in table.columns:
        small = column.casefold()
        if small == "tags" or small in _BARCODES:
            added[column] = _in_lines(small)
        elif small == "consumptiontype":
            added[column] = lambda row: _USES.get(row("consumptiontype").upper(), row("consumptiontype"))
    if "tracking method" in names and "quantity" in names:
        added["Quantity"] = lambda row: _with_unit(row("quantity"))[0]
        added["UnitOfMeasure"] = lambda row: _with_unit(row("quantity"))[1]
    return reshaped(table, added, without=_NOISE)


def _in_lines(small: str) -> Callable[[Cells], str]:
    """Return what puts the words of a list into lines: a category may have commas in its name, a tag can't."""
    return lambda row: "\n".join(word.strip() for word in row(small).split(","))


def _with_unit(text: str) -> tuple[str, str]:
    """Return a quantity and its unit: "250 boxes" is 250 of boxes."""
    found = _WITH_UNIT.fullmatch(text)
    return (found.group(1), found.group(2)) if found else (text, "")


def _meaning(column: str) -> Target:
    """Return what a field that people have made holds: what it is called, if its kind goes with that."""
    own = _OWN.fullmatch(column)
    name, kind = (own.group(1), (own.group(2) or "").casefold()) if own else (column, "")
    guess = propose((name,))[name]
    return guess if guess in _KINDS.get(kind, _MAY_BE) else Target.CUSTOM
