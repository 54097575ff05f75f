"""Workbooks: the first sheet of an XLSX that has rows."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from .errors import ImportEmptyError, ImportTooManyRowsError, ImportUnreadableError, ImportUnsafeError
from .limits import MAX_COLUMNS, MAX_ROWS
from .tables import make_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .archives import Archive
    from .tables import Table

WORKBOOK: Final = "xl/workbook.xml"


def read_workbook(content: bytes, archive: Archive) -> Table:
    """Return the table of the first sheet with rows. Raises ImportUnsafeError, ImportUnreadableError, ImportEmptyError."""
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            _check(archive.read(name))
    # Half a second of imports that only those pay who have a workbook.
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            try:
                return make_table(_records(sheet))
            except ImportEmptyError:
                continue
    except ImportTooManyRowsError, ImportUnsafeError:
        raise
    except Exception:  # noqa: BLE001 - what a damaged workbook makes openpyxl raise can be anything
        raise ImportUnreadableError("xlsx") from None
    raise ImportEmptyError


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
