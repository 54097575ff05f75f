"""Tables of programs that write one thing over several columns: columns put together, left out, and places taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.errors import InventoryError
from .values import Dialect, has_month_first, read_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from .tables import Table

_REPEATED: Final = re.compile(r"(.+) \(\d+\)")


class Cells:
    """A row whose cells are asked for by the names of their columns, in whatever letters; what is not there is empty."""

    def __init__(self, columns: Sequence[str]) -> None:
        """Take the names of the columns."""
        self._places: Mapping[str, int] = {name.casefold(): place for place, name in enumerate(columns)}
        self._cells: tuple[str, ...] = ()

    def of(self, cells: tuple[str, ...]) -> Cells:
        """Look at the cells of a row from now on."""
        self._cells = cells
        return self

    def __call__(self, *names: str) -> str:
        """Return the first cell in which something stands."""
        places = (self._places.get(name) for name in names)
        return next((text for place in places if place is not None and (text := self._cells[place])), "")


def names_of(table: Table) -> frozenset[str]:
    """Return the names of the columns in small letters."""
    return frozenset(name.casefold() for name in table.columns)


def plain_name(column: str) -> str:
    """Return a name in small letters, without the number that a repeated one has got."""
    small = column.casefold()
    repeated = _REPEATED.fullmatch(small)
    return repeated.group(1) if repeated else small


def reshaped(
    table: Table,
    added: Mapping[str, Callable[[Cells], str]],
    *,
    without: Collection[str] = (),
    only: Callable[[Cells], bool] = lambda _: True,
) -> Table:
    """Return a table with columns that are made of others; one that is there already takes the new content.

    `without` are the names, in small letters, of columns that go; `only` says which rows stay.
    """
    asked = Cells(table.columns)
    known = {name.casefold(): name for name in added}
    kept = [
        (place, known.pop(name.casefold(), name), name.casefold())
        for place, name in enumerate(table.columns)
        if name.casefold() not in without
    ]
    makers = {name.casefold(): make for name, make in added.items()}
    rows = []
    for line, cells in table.rows:
        row = asked.of(cells)
        if only(row):
            old = (makers[small](row) if small in makers else cells[place] for place, _, small in kept)
            rows.append((line, (*old, *(makers[small](row) for small in known))))
    return replace(table, columns=(*(name for _, name, _ in kept), *known.values()), rows=tuple(rows))


def without_repeats(table: Table) -> Table:
    """Return a table without columns that only say again what the first of their name says."""
    places = {name.casefold(): place for place, name in enumerate(table.columns)}
    gone = set()
    for place, name in enumerate(table.columns):
        first = places.get(plain_name(name), place)
        if first != place and all(cells[place] in ("", cells[first]) for _, cells in table.rows):
            gone.add(name.casefold())
    return reshaped(table, {}, without=gone) if gone else table


def iso_days(table: Table, columns: Iterable[str], *, month_first: bool) -> dict[str, Callable[[Cells], str]]:
    """Return how the days in columns are written so that everybody understands them; what is no day stays as it is.

    `month_first` is how the program usually writes them if a column does not tell.
    """
    makers: dict[str, Callable[[Cells], str]] = {}
    for place, name in enumerate(table.columns):
        if name.casefold() in columns:
            dialect = Dialect(
                month_first=has_month_first((cells[place] for _, cells in table.rows), usually=month_first)
            )
            makers[name] = _day_maker(name, dialect)
    return makers


def _day_maker(name: str, dialect: Dialect) -> Callable[[Cells], str]:
    """Return what writes the days of one column."""
    small = name.casefold()

    def make(row: Cells) -> str:
        try:
            read = read_day(name, row(small), dialect)
        except InventoryError:
            return row(small)
        return read.isoformat() if read else ""

    return make
