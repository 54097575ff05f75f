"""Part-DB: its exports as CSV, XLSX and JSON, simple, extended or full, and the CSV that it takes in itself.

In its tables what is inside another thing has a path as its column: `partLots.0.storage_location.full_name`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.import_notes import LeftOutNote, NotCarriedNote
from ..domain.imports import Remark, Target
from .part_db_parts import Part
from .records import record_table, records_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .documents import Document
    from .tables import Table

PART_DB_COLUMNS: Final[Mapping[str, Target]] = {
    "name": Target.NAME,
    "reference": Target.REFERENCE,
    "description": Target.DESCRIPTION,
    "category": Target.CATEGORIES,
    "tags": Target.CATEGORIES,
    "storage location": Target.LOCATION,
    "amount": Target.QUANTITY,
    "unit": Target.UNIT,
    "expiration date": Target.BEST_BEFORE,
    "lot": Target.LOT,
    "minimum amount": Target.MINIMUM_QUANTITY,
    "manufacturer": Target.MANUFACTURER,
    "mpn": Target.MODEL,
    "gtin": Target.BARCODES,
    "supplier": Target.VENDOR,
    "product page": Target.VENDOR_URL,
    "price": Target.PURCHASE_PRICE,
    "currency": Target.CURRENCY,
    "comment": Target.NOTES,
}
_TITLES: Final = {"reference": "Part-DB reference", "ipn": "IPN", "spn": "Order number"}
_MARKS: Final = frozenset(
    ("ipn", "mpn", "spn", "minamount", "partunit", "manufacturing_status", "footprint", "needs_review", "mass")
)
_ENOUGH: Final = 3


def is_part_db(names: frozenset[str]) -> bool:
    """Return whether a table is Part-DB's: nobody else has lots in columns with numbers."""
    if "name" not in names:
        return False
    return (
        "total_instock" in names
        or any(name.startswith("partlots.") for name in names)
        or len(names & _MARKS) >= _ENOUGH
    )


def is_part_db_json(document: Document) -> bool:
    """Return whether a file is Part-DB's list of parts."""
    return any("name" in each and ("total_instock" in each or "partLots" in each) for each in _parts(document)[:50])


def part_db_json(document: Document) -> Table:
    """Return the parts as its CSV has them."""
    rows = [(number, dict(_flat("", part))) for number, part in enumerate(_parts(document), 1)]
    return record_table(rows, ("name",))


def part_db_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold once they are tidy."""
    return {column: PART_DB_COLUMNS.get(column, Target.CUSTOM) for column in columns}


def part_db_title(column: str) -> str:
    """Return how a column is called where people see it."""
    return _TITLES.get(column, column[:1].upper() + column[1:])


def part_db_tidy(table: Table) -> Table:
    """Return a row for each part, and one for each further lot of it."""
    names = [column.casefold() for column in table.columns]
    rows: list[tuple[int, dict[str, str]]] = []
    remarks: list[Remark] = []
    for line, cells in table.rows:
        part = Part({name: cell for name, cell in zip(names, cells, strict=True) if cell})
        rows += [(line, row) for row in part.rows()]
        remarks += [Remark.of(line, part.name, NotCarriedNote(note)) for note in part.notes]
        if left_out := part.left_out:
            remarks.append(Remark.of(line, part.name, LeftOutNote(left_out)))
    tidy = record_table(rows, PART_DB_COLUMNS, remarks=(*table.remarks, *remarks))
    return replace(tidy, files=table.files)


def _parts(document: Document) -> list[Mapping[str, Any]]:
    """Return the parts of a file; one part alone comes without the list."""
    content = next(iter(document.values()), None)
    return records_of(content if isinstance(content, list) else [content])


def _flat(prefix: str, value: Any, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Give what is inside a part by its path."""
    if depth > 6:  # noqa: PLR2004 - a lot's place's parents are not looked at
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{prefix}.{name}" if prefix else str(name), inner, depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value[:100]):
            yield from _flat(f"{prefix}.{number}", inner, depth + 1)
    else:
        yield prefix.casefold(), text_of(value)
