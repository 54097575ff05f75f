"""What every file becomes first: names of columns, and rows of texts with the lines where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..domain.text import name_key
from .errors import ImportEmptyError, ImportTooManyRowsError
from .limits import MAX_CELL, MAX_COLUMNS, MAX_LETTERS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..domain.imports import PlaceRow, Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Each with its first line, as an editor or a spreadsheet counts them."""
    has_comma_decimals: bool = False
    """Whether numbers are likely to be written 1,5: cells are then apart by semicolons."""
    files: tuple[str, ...] = field(default=())
    """What else is in the archive."""
    places: tuple[PlaceRow, ...] = ()
    """What the file says of places; their rows are not among the others."""
    remarks: tuple[Remark, ...] = ()
    """What was left out or looked wrong when the table was made."""

    def examples(self, column: int, most: int = 3) -> tuple[str, ...]:
        """Return the first different texts of a column."""
        found: dict[str, None] = {}
        for _, cells in self.rows[:200]:
            if cells[column]:
                found[cells[column][:80]] = None
            if len(found) == most:
                break
        return tuple(found)


def make_table(records: Iterable[tuple[int, Sequence[str]]], *, has_comma_decimals: bool = False) -> Table:
    """Return a table of records, the first of which names the columns.

    A column without a name gets its number, of two with one name the second gets a number too. Raises ImportEmptyError
    or ImportTooManyRowsError.
    """
    columns: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    letters = 0
    for line, record in records:
        cells = [cell.strip() for cell in record]
        if not any(cells):
            continue
        letters += sum(map(len, cells))
        if (
            len(rows) >= MAX_ROWS
            or len(cells) > MAX_COLUMNS
            or letters > MAX_LETTERS
            or max(map(len, cells)) > MAX_CELL
        ):
            raise ImportTooManyRowsError(MAX_ROWS)
        if not columns:
            columns = _named(cells)
            continue
        padded = (*cells, *[""] * (len(columns) - len(cells)))
        rows.append((line, padded[: len(columns)]))
    if not rows:
        raise ImportEmptyError
    return Table(columns=columns, rows=tuple(rows), has_comma_decimals=has_comma_decimals)


def _named(cells: Iterable[str]) -> tuple[str, ...]:
    """Return names of columns, none of them empty or there twice."""
    names: dict[str, None] = {}
    taken: set[str] = set()
    for number, cell in enumerate(cells, 1):
        name = wanted = " ".join(cell.split())[:255] or f"#{number}"
        copies = 1
        while name_key(name) in taken:
            copies += 1
            name = f"{wanted} ({copies})"
        taken.add(name_key(name))
        names[name] = None
    return tuple(names)
