"""Workbooks: the sheets of an XLSX, and which of them is likely to be meant."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from ..domain.errors import InvalidValueError
from ..domain.imports import Target
from .errors import ImportEmptyError, ImportTooManyRowsError, ImportUnreadableError, ImportUnsafeError
from .formats import GENERIC, format_of
from .limits import MAX_COLUMNS, MAX_ROWS
from .tables import make_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .archives import Archive
    from .tables import Table

WORKBOOK: Final = "xl/workbook.xml"


_LOOK: Final = 60
"""Rows by which a sheet is judged."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that is safe to read."""

    content: bytes
    sheets: tuple[str, ...]
    """The names of those that have rows, in their order."""
    proposed: str
    """The one that is likely to be meant."""

    def table(self, name: str) -> Table:
        """Return a sheet. Raises InvalidValueError if there is none of that name, ImportUnreadableError, ImportTooManyRowsError."""
        if name not in self.sheets:
            raise InvalidValueError("sheet", f"one of {', '.join(self.sheets)} expected")
        try:
            return make_table(_records(_load(self.content)[name]))
        except ImportTooManyRowsError:
            raise
        except Exception:  # noqa: BLE001 - what a damaged workbook makes openpyxl raise can be anything
            raise ImportUnreadableError("xlsx") from None


def open_workbook(content: bytes, archive: Archive) -> Workbook:
    """Look through a workbook. Raises ImportUnsafeError, ImportUnreadableError, ImportTooManyRowsError, ImportEmptyError."""
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            _check(archive.read(name))
    heads: dict[str, tuple[str, ...]] = {}
    try:
        for sheet in _load(content).worksheets:
            if (columns := _columns(sheet)) is not None:
                heads[sheet.title] = columns
    except ImportTooManyRowsError:
        raise
    except Exception:  # noqa: BLE001 - what a damaged workbook makes openpyxl raise can be anything
        raise ImportUnreadableError("xlsx") from None
    if not heads:
        raise ImportEmptyError
    return Workbook(content, tuple(heads), max(heads, key=lambda name: _fit(heads[name])))


def _load(content: bytes) -> Any:
    """Return a workbook as its library has it."""
    # Half a second of imports that only those pay who have a workbook.
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    return load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _columns(sheet: Any) -> tuple[str, ...] | None:
    """Return the names of the columns of a sheet; None if it has no rows."""
    filled = (record for record in _records(sheet) if any(record[1]))
    try:
        return make_table(islice(filled, _LOOK)).columns
    except ImportEmptyError:
        return None


def _fit(columns: tuple[str, ...]) -> tuple[bool, bool, int]:
    """Return how much a sheet looks like a list of things: has it names, is it of a known program, how much is understood."""
    known = format_of(columns)
    targets = set(known.mapping(columns).values()) - {Target.CUSTOM}
    return Target.NAME in targets, known.name != GENERIC, len(targets)


def _check(xml: bytes) -> None:
    """Refuse XML that declares entities: a few lines of it can grow to gigabytes. Raises ImportUnreadableError for what is none."""
    parser = expat.ParserCreate()

    def refuse(*_: Any) -> None:
        raise ImportUnsafeError

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - takes no keywords
    except expat.ExpatError:
        raise ImportUnreadableError("xlsx") from None


def _records(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a sheet as texts."""
    sheet.reset_dimensions()  # what stands there may promise a million columns
    for line, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), 1):
        if line > 2 * MAX_ROWS:
            raise ImportTooManyRowsError(MAX_ROWS)
        yield line, [_text(value) for value in row]


def _text(value: Any) -> str:
    """Return what a cell holds as it would be written into a table of text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - beyond that a double skips numbers
            return str(int(value))
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case _:
            return str(value)
