"""What every file becomes first: names of columns, and rows of texts with the lines where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from .errors import ImportEmptyError, ImportTooManyRowsError
from .limits import MAX_CELL, MAX_COLUMNS, MAX_LETTERS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..domain.imports import PlaceRow, Rejected, Remark, RowAttachment


_QUOTED: Final = re.compile(r'="(.*)"', re.DOTALL)
_HEAD: Final = 20
"""Records that are looked at to find the names of the columns."""


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
    rejected: tuple[Rejected, ...] = ()
    """What could not be taken when the table was made."""
    attached: Mapping[int, tuple[RowAttachment, ...]] = field(default_factory=dict)
    """Photos, papers and links by the lines of their rows."""

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
    """Return a table of records, the first of which names the columns, but for a title above it.

    A column without a name gets its number, of two with one name the second gets a number too; one that has neither name nor
    content is left out. Raises ImportEmptyError or ImportTooManyRowsError.
    """
    clean = _clean(records)
    head = list(islice(clean, _HEAD))
    if len(head) < 2:  # noqa: PLR2004 - names, and at least one row
        raise ImportEmptyError
    first = _first_row(head)
    width = max(len(cells) for _, cells in head)
    names = (*head[first][1], *[""] * (width - len(head[first][1])))
    rows = [(line, _as_wide(cells, width)) for line, cells in chain(head[first + 1 :], clean)]
    if not rows:
        raise ImportEmptyError
    used = [place for place, name in enumerate(names) if name or any(cells[place] for _, cells in rows)]
    columns = _named(names)
    if len(used) < width:
        columns = tuple(columns[place] for place in used)
        rows = [(line, tuple(cells[place] for place in used)) for line, cells in rows]
    return Table(columns=columns, rows=tuple(rows), has_comma_decimals=has_comma_decimals)


def _clean(records: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Give the records that are not empty. Raises ImportTooManyRowsError."""
    letters = 0
    for number, (line, record) in enumerate(_not_empty(records)):
        letters += sum(map(len, record))
        if number > MAX_ROWS or len(record) > MAX_COLUMNS or letters > MAX_LETTERS or max(map(len, record)) > MAX_CELL:
            raise ImportTooManyRowsError(MAX_ROWS)
        yield line, record


def _not_empty(records: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Give the records in which something stands."""
    for line, record in records:
        cells = [_bare(cell.strip()) for cell in record]
        if any(cells):
            yield line, cells


def _bare(cell: str) -> str:
    """Return what is meant by a cell: ="0012" keeps a spreadsheet from taking the zeros away."""
    quoted = _QUOTED.fullmatch(cell)
    return quoted.group(1).replace('""', '"').strip() if quoted else cell


def _first_row(head: Sequence[tuple[int, list[str]]]) -> int:
    """Return which record names the columns: the first with more than half as many cells as usual; above it are titles."""
    filled = [sum(map(bool, cells)) for _, cells in head]
    usual = max(filled, key=lambda count: (filled.count(count), count))
    return next((number for number, count in enumerate(filled[:-1]) if count * 2 > usual), 0)


def _as_wide(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Return as many cells as there are columns."""
    return (*cells[:width], *[""] * (width - len(cells)))


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
