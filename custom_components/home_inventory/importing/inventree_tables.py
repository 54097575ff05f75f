"""InvenTree's tables of stock, parts and places, brought into one form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import PlaceRow, Remark
from .amounts import fit_amount, fit_price, unit_of
from .inventree_columns import INVENTREE_COLUMNS, kind_of, meant
from .records import record_table
from .values import split_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .tables import Table

_GOOD: Final = frozenset(("", "ok", "10"))
"""States of stock of which nothing has to be said."""


def inventree_tidy(table: Table) -> Table:
    """Return the table as it is read; one of the records is tidy already."""
    names = [column.casefold() for column in table.columns]
    kind = kind_of(frozenset(names))
    if kind is None or "reference" in names:
        return table
    places: list[PlaceRow] = []
    rows: list[tuple[int, dict[str, str]]] = []
    remarks = list(table.remarks)
    for line, cells in table.rows:
        row = dict(zip(names, cells, strict=True))
        if kind == "places":
            places += _place(line, row)
            continue
        notes: list[str] = []
        rows.append((line, _stock(row, notes) if kind == "stock" else _part(row)))
        remarks += [Remark.of(line, rows[-1][1]["name"], NotCarriedNote(note)) for note in notes]
    return replace(record_table(rows, INVENTREE_COLUMNS, places, remarks), files=table.files)


def _place(line: int, row: Mapping[str, str]) -> list[PlaceRow]:
    """Return a place; the row has its whole path."""
    path = tuple(name[:255] for name in split_path(meant(row, "path"), ("/",)))
    return [PlaceRow(line=line, path=path, description=meant(row, "description")[:4000])] if path else []


def _stock(row: Mapping[str, str], notes: list[str]) -> dict[str, str]:
    """Return stock as a lot of its part; what has a serial number is a thing of its own."""
    serial, unit = meant(row, "serial"), unit_of(meant(row, "unit"))
    part = meant(row, "part id") or meant(row, "part name")
    if (status := meant(row, "status")).casefold() not in _GOOD:
        notes.append(f"status {status}")
    # Locations that are known by their number alone say nothing.
    place = meant(row, "location") or meant(row, "location name")
    return _common(row, unit) | {
        "reference": f"stock/{meant(row, 'stock id')}" if serial else f"part/{part}",
        "location": place,
        "quantity": fit_amount(meant(row, "quantity"), unit).text,
        "serial": serial,
        "batch": meant(row, "batch")[:64],
        "expiry date": meant(row, "expiry date"),
        "packaging": meant(row, "packaging"),
    }


def _part(row: Mapping[str, str]) -> dict[str, str]:
    """Return a part with how much there is of it in all: where, only the table of the stock says."""
    unit = unit_of(meant(row, "unit"))
    minimum = fit_amount(meant(row, "minimum stock"), unit).text
    return _common(row, unit) | {
        "reference": f"part/{row.get('part id') or row.get('id') or row.get('pk') or meant(row, 'part name')}",
        "quantity": fit_amount(meant(row, "total"), unit).text,
        "minimum stock": "" if minimum == "0" else minimum,
        "category": meant(row, "category"),
        "keywords": "\n".join(word.strip() for word in meant(row, "keywords").split(",")),
        "archived": "true" if meant(row, "active").casefold() in ("false", "0") else "",
    }


def _common(row: Mapping[str, str], unit: str) -> dict[str, str]:
    """Return what tables of stock and of parts both have."""
    price = fit_price(meant(row, "price"))
    link = meant(row, "link")
    return {
        "name": meant(row, "part name"),
        "description": meant(row, "description"),
        "ipn": meant(row, "ipn"),
        "revision": meant(row, "revision"),
        "unit": unit,
        "mpn": meant(row, "mpn"),
        "sku": meant(row, "sku"),
        "supplier": meant(row, "supplier"),
        "link": link if link.startswith(("http://", "https://")) else "",
        "notes": meant(row, "notes"),
        "price": price.text,
        "exact price": price.was,
        "currency": meant(row, "currency") if price.text else "",
    }
