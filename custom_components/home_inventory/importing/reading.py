"""From a table to what its rows say: each cell by what its column holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.errors import InvalidValueError, InventoryError, RequiredValueError
from ..domain.fields import ITEM_DETAILS, NAME, QUANTITY, Custom, Day, Text
from ..domain.import_notes import LeftOutNote
from ..domain.import_progress import Phase, to_nobody, watched
from ..domain.imports import ImportNameMissingError, Placed, Reading, Rejected, Remark, Row, Target
from .columns import is_for_one
from .mangling import Mangled
from .settling import settle
from .values import Dialect, has_month_first, read_day, read_flag, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.import_progress import Report
    from .formats import Format
    from .tables import Table

_NUMBERS: Final = (Target.QUANTITY, Target.MINIMUM_QUANTITY, Target.PURCHASE_PRICE)
_DAYS: Final = (Target.PURCHASE_DATE, Target.WARRANTY_UNTIL, Target.BEST_BEFORE)
_FLAGS: Final = (Target.LIFETIME_WARRANTY, Target.ARCHIVED)
_SEVERAL: Final = (Target.BARCODES, Target.ALIASES)
_PLACED: Final = ("place", "quantity", "lot", "best_before")
_LONGEST_REFERENCE: Final = 255


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is read: where it is, what it is called, what it holds and how its values are written."""

    place: int
    name: str
    target: Target
    dialect: Dialect


def read_table(
    table: Table, known: Format, mapping: Mapping[str, Target], *, month_first: bool, report: Report = to_nobody
) -> Reading:
    """Return what the rows say. `month_first` is how the household writes dates if the file does not tell.

    Raises ImportNameMissingError when no column holds names, InvalidValueError for a mapping that does not fit the table.
    """
    reader = _Reader(known, _columns(table, known, mapping, month_first=month_first))
    rows: list[Row] = []
    rejected = list(table.rejected)
    remarks = list(table.remarks)
    parents: dict[int, str] = {}
    left_out = _LeftOut(table, known, mapping)
    mangled = Mangled(table, mapping)
    spoiled: set[str] = set()
    for line, cells in watched(table.rows, Phase.READING, report):
        try:
            row, parent = reader.read(line, cells)
        except InventoryError as err:
            if known.rows_share_reference and (reference := reader.reference_of(cells)):
                if reference in spoiled:
                    continue
                spoiled.add(reference)
            rejected.append(Rejected.of(line, reader.name_of(cells), err))
            continue
        rows.append(replace(row, attached=table.attached.get(line, ())))
        if parent:
            parents[len(rows) - 1] = parent
        if columns := left_out.of(cells):
            remarks.append(Remark.of(line, row.name, LeftOutNote(columns)))
        remarks += [Remark.of(line, row.name, note) for note in mangled.of(cells)]
    kept = settle(rows, parents, rejected, known.rows_share_reference)
    # A thing of which a row can't be taken is not taken at all: the rest of it would look like all of it.
    kept = tuple(row for row in kept if row.reference is None or row.reference[1] not in spoiled)
    return Reading(
        rows=kept,
        rejected=tuple(sorted(rejected, key=lambda each: each.line)),
        places=table.places,
        remarks=tuple(sorted(remarks, key=lambda each: each.line)),
    )


class _LeftOut:
    """Tells which cells of a row nobody reads."""

    def __init__(self, table: Table, known: Format, mapping: Mapping[str, Target]) -> None:
        """Take the columns that nobody reads."""
        self._columns = [(place, name) for place, name in enumerate(table.columns) if name not in mapping]
        self._is_empty = known.is_empty

    def of(self, cells: tuple[str, ...]) -> list[str]:
        """Return the names of the columns in which something stands that is not read."""
        return [name for place, name in self._columns if cells[place] and not self._is_empty(name, cells[place])]


def _columns(table: Table, known: Format, mapping: Mapping[str, Target], *, month_first: bool) -> tuple[_Column, ...]:
    """Return the columns that are read."""
    for name in mapping:
        if name not in table.columns:
            raise InvalidValueError(f"mapping.{name[:60]}", "there is no such column")
    targets = list(mapping.values())
    for target in {target for target in targets if is_for_one(target) and targets.count(target) > 1}:
        raise InvalidValueError(f"mapping.{target}", "only one column can hold this")
    if Target.NAME not in targets:
        raise ImportNameMissingError
    usually = month_first if known.month_first is None else known.month_first
    columns = []
    for place, name in enumerate(table.columns):
        if name in mapping:
            target = mapping[name]
            first = target in _DAYS and has_month_first((cells[place] for _, cells in table.rows), usually=usually)
            columns.append(_Column(place, name, target, Dialect(table.has_comma_decimals, first)))
    return tuple(columns)


class _Reader:
    """Reads one row after the other."""

    def __init__(self, known: Format, columns: tuple[_Column, ...]) -> None:
        """Take how the file is written."""
        self._known = known
        self._columns = columns
        self._name = next(column.place for column in columns if column.target is Target.NAME)

    def name_of(self, cells: tuple[str, ...]) -> str:
        """Return what a row is called, as far as that can be said."""
        return " ".join(cells[self._name].split())

    def reference_of(self, cells: tuple[str, ...]) -> str:
        """Return what the other program knows a row by, as far as that can be said."""
        place = next((column.place for column in self._columns if column.target is Target.REFERENCE), None)
        return "" if place is None else " ".join(cells[place].split())

    def read(self, line: int, cells: tuple[str, ...]) -> tuple[Row, str | None]:
        """Return what a row says, and the reference of what it is a part of. Raises what is wrong with it."""
        row: dict[str, Any] = {"values": {}, "custom": {}}
        parent = None
        for column in self._columns:
            text = cells[column.place]
            if not text or self._known.is_empty(column.name, text):
                continue
            if column.target is Target.PARENT:
                parent = text
            else:
                self._take(row, column, text)
        if row.get("name") is None:
            raise RequiredValueError(field="name")
        row["custom"] = Custom().read("custom", row["custom"])
        placed = Placed(**{name: row.pop(name) for name in _PLACED if name in row})
        return Row(line=line, placed=placed, **row), parent

    def _take(self, row: dict[str, Any], column: _Column, text: str) -> None:
        """Take a cell."""
        target, known = column.target, self._known
        if target is Target.NAME:
            row["name"] = NAME.read("name", text)
        elif target is Target.LOCATION:
            self._take_place(row, column, text)
        elif target is Target.CATEGORIES:
            paths = (_path("categories", names) for names in known.paths_in(text))
            row["categories"] = tuple(dict.fromkeys((*row.get("categories", ()), *filter(None, paths))))
        elif target is Target.REFERENCE:
            read = Text(_LONGEST_REFERENCE).read("reference", text) or text
            row["reference"] = (known.title(column.name), read)
            row["custom"][known.title(column.name)] = read
        elif target is Target.CUSTOM:
            row["custom"][known.title(column.name)[:100]] = _own(text)
        else:
            self._take_value(row, column, text)

    def _take_place(self, row: dict[str, Any], column: _Column, text: str) -> None:
        """Take where a thing is, or all of its stock."""
        stock = self._known.stock_in(text, column.dialect)
        if stock is None:
            row["place"] = _path("location", self._known.names_in(text))
        else:
            row["stock"] = tuple(replace(each, place=_path("location", each.place)) for each in stock)

    def _take_value(self, row: dict[str, Any], column: _Column, text: str) -> None:
        """Take a cell with a field of an item, or with what is about its stock."""
        name = column.target.value
        value: Any = text
        if column.target in _NUMBERS:
            value = read_number(name, text, column.dialect)
        elif column.target in _DAYS:
            value = read_day(name, text, column.dialect)
        elif column.target in _FLAGS:
            value = read_flag(name, text)
        elif column.target in _SEVERAL:
            value = [*row["values"].get(name, ()), *self._known.texts_in(text)]
        elif column.target is Target.NOTES and name in row["values"]:
            value = f"{row['values'][name]}\n{text}"
        if value is None:
            return
        if (own := _OF_ROW.get(name)) is not None:
            row[name] = own.read(name, value)
        else:
            row["values"][name] = ITEM_DETAILS[name].read(name, value)


class _AsIs:
    """Takes what was read already."""

    def read(self, _field: str, raw: object) -> object:
        """Return it."""
        return raw


class _Code:
    """Takes a code as it is printed on labels."""

    def read(self, field: str, raw: object) -> str | None:
        """Return it in capitals."""
        text = Text(10).read(field, raw)
        return text and text.upper()


_OF_ROW: Final[Mapping[str, Any]] = {
    "quantity": QUANTITY,
    "lot": Text(64),
    "best_before": Day(),
    "archived": _AsIs(),
    "code": _Code(),
}


def _path(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path whose names are short enough."""
    return tuple(name for part in names if (name := NAME.read(field, part)) is not None)


def _own(text: str) -> str | bool:
    """Return what stands in a field of the household's own."""
    small = text.casefold()
    return small == "true" if small in ("true", "false") else text
