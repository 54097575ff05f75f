"""Lists that were exported from here and come back: recognised by the column of codes, in whatever language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.cell_text import split_entries, unguard
from ..domain.fields import QUANTITY
from ..domain.imports import Placed, Target
from ..domain.list_columns import CUSTOM_PREFIX, item_key
from .values import Dialect, read_day, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tables import Table

_NOT_READ: Final = frozenset(
    ("labels", "value", "lent_quantity", "borrowers", "low_stock", "promoted", "created_at", "updated_at", "id")
)
"""What follows from other things, or is Home Assistant's own: it is not taken in, and nobody need be told."""
_TARGETS: Final = {target.value: target for target in Target}


def own_recognises(names: frozenset[str]) -> bool:
    """Return whether columns are those of our list of items."""
    return {"code", "name"} <= {item_key(unguard(name)) for name in names}


def own_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold; a column that is none of ours is a field of the household's own."""
    return {column: _TARGETS.get(item_key(column) or "", Target.CUSTOM) for column in columns}


def own_title(column: str) -> str:
    """Return the name of the field of the household's own that stands in a column."""
    return column.removeprefix(CUSTOM_PREFIX)


def own_tidy(table: Table) -> Table:
    """Return a table without the guards before what a spreadsheet would run, and without the columns that are not read."""
    places = [place for place, name in enumerate(table.columns) if item_key(unguard(name)) not in _NOT_READ]
    return replace(
        table,
        columns=tuple(unguard(table.columns[place]) for place in places),
        rows=tuple((line, tuple(unguard(cells[place]) for place in places)) for line, cells in table.rows),
    )


def own_stock(text: str, dialect: Dialect) -> tuple[Placed, ...] | None:
    """Return how much is where, if a cell says that of several places and lots; None if it only names a place."""
    entries = split_entries(text)
    if entries is None:
        return None
    return tuple(
        Placed(
            place=entry.path,
            quantity=QUANTITY.read("quantity", read_number("quantity", entry.quantity, dialect)),
            lot=entry.lot,
            best_before=None if entry.day is None else read_day("best_before", entry.day, dialect),
        )
        for entry in entries
    )
