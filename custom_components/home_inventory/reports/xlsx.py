"""A report as a workbook: a sheet with what it comes to, and one with all lines, for filtering and adding up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]
from openpyxl.drawing.image import Image  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from ..domain.report_documents import Value, ValueKind
from ..domain.reports import Money
from .photos import Photos

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet  # type: ignore[import-untyped]

    from ..domain.report_documents import Column, Document, Table
    from .writing import Writer

_LONGEST: Final = 32_767
"""Letters that a cell holds."""
_FIRST_YEAR: Final = 1900
"""Spreadsheets know no day before."""
_MOST_TITLE: Final = 31
_PHOTO: Final = 64
"""Points of the longer side of a photo in a cell."""
_BOLD: Final = Font(bold=True)
_HEAD: Final = PatternFill("solid", fgColor="FFE5E5E5")
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_NO_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_xlsx(document: Document, writer: Writer, file: Path) -> None:
    """Write a report. Takes some seconds for thousands of lines: run it in a thread."""
    book = Workbook(write_only=True)
    book.properties.title = document.title
    book.properties.creator = "Home Inventory"
    photos = Photos(_PHOTO)
    summary = book.create_sheet(_sheet_title(writer.say("summary")))
    lines = book.create_sheet(_sheet_title(document.title))
    cells = _Cells(lines, writer)
    _write_lines(cells, document.body, photos)
    _write_summary(_Cells(summary, writer), document, photos)
    book.save(file)


class _Cells:
    """Makes the cells of a sheet."""

    def __init__(self, sheet: WriteOnlyWorksheet, writer: Writer) -> None:
        """Take the sheet, and who knows how days are written."""
        self.sheet, self.writer = sheet, writer

    def cell(self, value: Value, *, is_bold: bool = False, is_head: bool = False) -> Any:
        """Return a cell; a text that begins as a formula does stays a text."""
        content, pattern = self._content(value)
        cell = WriteOnlyCell(self.sheet, content)
        if isinstance(content, str):
            cell.data_type = "s"
            cell.alignment = _WRAPPED
        if pattern:
            cell.number_format = pattern
        if is_bold or is_head:
            cell.font = _BOLD
        if is_head:
            cell.fill = _HEAD
        return cell

    def row(self, values: Iterable[Value], *, is_bold: bool = False, is_head: bool = False) -> None:
        """Write a row."""
        self.sheet.append([self.cell(value, is_bold=is_bold, is_head=is_head) for value in values])

    def _content(self, value: Value) -> tuple[Any, str | None]:
        """Return what stands in a cell, and the pattern in which it is shown."""
        if isinstance(value, Money):
            return value.amount, f'#,##0.00 "{value.currency}"'
        if isinstance(value, Decimal):
            return value, None
        if isinstance(value, date):
            is_known = value.year >= _FIRST_YEAR
            return (value, self.writer.locale.excel_day) if is_known else (self.writer.day(value), None)
        text = "" if value is None or isinstance(value, Path) else ILLEGAL_CHARACTERS_RE.sub("", value)
        return text[:_LONGEST] or None, None


def _write_lines(cells: _Cells, table: Table, photos: Photos) -> None:
    """Write all lines of the report below their headings, which stay in sight."""
    shown = [position for position, column in enumerate(table.columns) if column.width]
    columns = [table.columns[position] for position in shown]
    sheet = cells.sheet
    _set_widths(sheet, columns)
    sheet.freeze_panes = "A2"
    count = sum(len(section.rows) for section in table.sections)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
    photo_column = next((place for place, column in enumerate(columns) if column.kind is ValueKind.PHOTO), None)
    rows = [[row[position] for position in shown] for section in table.sections for row in section.rows]
    if photo_column is not None:  # how high rows are is written before them
        for number, row in enumerate(rows, 2):
            _place_photo(sheet, row[photo_column], photos, f"{get_column_letter(photo_column + 1)}{number}", number)
    cells.row([column.title for column in columns], is_head=True)
    for row in rows:
        cells.row(row)


def _place_photo(sheet: WriteOnlyWorksheet, photo: Value, photos: Photos, place: str, row: int) -> None:
    """Put a photo into its cell, and make room for it."""
    small = photos.small(photo) if isinstance(photo, Path) else None
    if small is not None:
        sheet.add_image(Image(small), place)
        sheet.row_dimensions[row].height = _PHOTO * 0.8


def _write_summary(cells: _Cells, document: Document, photos: Photos) -> None:
    """Write what the report is, what it comes to and by which rules."""
    sheet = cells.sheet
    for letter, width in zip("ABCDEF", (48, 24, 22, 22, 22, 22), strict=True):
        sheet.column_dimensions[letter].width = width
    cells.row([document.title], is_bold=True)
    for name, value in document.facts:
        cells.row([name, value])
    cells.row([document.made_on])
    broken = (cells.writer.say("photos_broken", count=cells.writer.number(photos.broken)),) if photos.broken else ()
    nothing = () if document.body.has_rows else (document.nothing,)
    for note in (*nothing, *document.notes, *broken):
        cells.row([note])
    for table in document.summaries:
        cells.row([])
        cells.row([table.title], is_bold=True)
        cells.row([column.title for column in table.columns], is_head=True)
        for section in table.sections:
            for row in section.rows:
                cells.row(row)
            for total in section.totals:
                cells.row([total.get(column.key) for column in table.columns], is_bold=True)


def _set_widths(sheet: WriteOnlyWorksheet, columns: Iterable[Column]) -> None:
    """Make columns as wide as what stands in them usually is."""
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width


def _sheet_title(title: str) -> str:
    """Return what a sheet may be called."""
    return title.translate(_NO_NAME)[:_MOST_TITLE].strip()
