"""Records of programs that give JSON: their values as texts, and all of them brought into one table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .errors import ImportEmptyError
from .tables import Table, make_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..domain.imports import PlaceRow, Remark

type Record = Mapping[str, Any]
"""An object of JSON. Nothing is known of its values: files are edited by hand, and cut off."""


def records_of(value: Any) -> list[Record]:
    """Return the objects of a list, whatever else is in it."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """Return a value as it would be written into a cell; what is inside of it is not looked for."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value.strip()
        case int():
            return str(value)
        case float():
            return format(Decimal(repr(value)), "f")
        case _:
            return ""


def id_of(value: Any) -> str:
    """Return what a record is known by, or points at another one with: older versions write numbers as texts."""
    return "" if isinstance(value, bool) or not isinstance(value, int | str) else str(value).strip()


def by_id(records: Iterable[Record], key: str = "id") -> dict[str, Record]:
    """Return records by what they are known by."""
    return {name: record for record in records if (name := id_of(record.get(key)))}


def is_yes(value: Any) -> bool:
    """Return whether a flag is set, however it is written."""
    return text_of(value).casefold() in ("1", "1.0", "true")


def record_table(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    columns: Iterable[str],
    places: Iterable[PlaceRow] = (),
    remarks: Iterable[Remark] = (),
) -> Table:
    """Return one table of records with their numbers; `columns` come first, in this order, as far as something stands in them.

    Raises ImportEmptyError if there is neither a row nor a place, ImportTooManyRowsError.
    """
    used = {name for _, row in rows for name, text in row.items() if text}
    # The name is what every table has to have, if only to refuse its rows for lacking it.
    names = [name for name in dict.fromkeys(columns) if name in used or name == "name"]
    names += sorted(used.difference(names))
    found, told = tuple(places), tuple(remarks)
    if not rows:
        if not found:
            raise ImportEmptyError
        return Table(columns=tuple(names), rows=(), places=found, remarks=told)
    # An own name for a row of which nothing is said keeps it from being passed over as an empty line.
    cells = [(number, [row.get(name, "") for name in names]) for number, row in rows if any(row.values())]
    table = make_table([(0, names), *cells])
    return Table(columns=table.columns, rows=table.rows, places=found, remarks=told)
