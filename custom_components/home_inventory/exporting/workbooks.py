"""Workbooks: one sheet with a table, its head in sight, its columns wide enough and ready to be sifted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from ..domain.cell_text import guard_again
from ..domain.export_errors import TooManyRowsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from .tables import Cell, Heading

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet has below its head."""
_LONGEST: Final = 32_767
"""Letters that a cell can hold."""
_MONEY: Final = "#,##0.00"
_DAY: Final = "yyyy-mm-dd"
_MOMENT: Final = "yyyy-mm-dd hh:mm:ss"


class WorkbookWriter:
    """Writes a workbook; rows go to the disk at once."""

    def __init__(self, file: Path, title: str, headings: Sequence[Heading]) -> None:
        """Begin the sheet."""
        # Half a second of imports that only those pay who want a workbook.
        from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415
        from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]  # noqa: PLC0415
        from openpyxl.styles import Font  # type: ignore[import-untyped]  # noqa: PLC0415
        from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # noqa: PLC0415

        self._file = file
        self._rows = 0
        self._make_cell = WriteOnlyCell
        self._money = frozenset(place for place, heading in enumerate(headings) if heading.column.is_money)
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(title[:31])
        self._sheet.freeze_panes = "A2"
        self._last = get_column_letter(max(1, len(headings)))
        for place, heading in enumerate(headings, 1):
            width = max(heading.column.width, min(len(heading.title) + 4, 30))
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        head = [self._of_text(heading.title) for heading in headings]
        for cell in head:
            cell.font = Font(bold=True)
        self._sheet.append(head)

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows. Raises TooManyRowsError."""
        for row in rows:
            self._rows += 1
            if self._rows > MOST_ROWS:
                raise TooManyRowsError(limit=MOST_ROWS)
            self._sheet.append([self._cell(place, cell) for place, cell in enumerate(row)])

    def close(self) -> None:
        """Finish the file."""
        self._sheet.auto_filter.ref = f"A1:{self._last}{self._rows + 1}"
        self._book.save(self._file)

    def give_up(self) -> None:
        """Let go of the sheet, whose rows are in a file of their own until the book is written."""
        self._sheet.close()
        self._sheet._writer.cleanup()  # noqa: SLF001 - openpyxl forgets it only when a book is saved

    def _cell(self, place: int, cell: Cell) -> Any:
        """Return a cell as openpyxl takes it."""
        match cell:
            case None | bool():
                return cell
            case str():
                return self._of_text(cell)
            case datetime():
                return self._formed(cell.replace(tzinfo=None, microsecond=0), _MOMENT)
            case date():
                return self._formed(cell, _DAY)
            case Decimal() if cell == cell.to_integral_value() and place not in self._money:
                return int(cell)
            case _:
                return self._formed(float(cell), _MONEY) if place in self._money else float(cell)

    def _of_text(self, text: str) -> Any:
        """Return a cell that holds text, whatever it begins with: openpyxl would take "=1+1" for a formula."""
        shown = "".join(letter for letter in guard_again(text)[:_LONGEST] if letter >= " " or letter in "\n\t")
        cell = self._make_cell(self._sheet, shown)
        cell.data_type = "s"
        return cell

    def _formed(self, value: Any, form: str) -> Any:
        """Return a cell that says how it is shown."""
        cell = self._make_cell(self._sheet, value)
        cell.number_format = form
        return cell
