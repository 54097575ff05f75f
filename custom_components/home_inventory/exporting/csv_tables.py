"""Tables of text as RFC 4180 has them, with what spreadsheets need to take them right."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ..domain.cell_text import guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from .tables import Cell, Heading


class Delimiter(StrEnum):
    """What is between cells."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"


_LETTERS: Final[Mapping[Delimiter, str]] = {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvLayout:
    """How a table of text is written. With semicolons between cells numbers have a comma, as where both are usual."""

    delimiter: Delimiter = Delimiter.COMMA
    has_mark: bool = True
    """Whether the file begins with the mark by which Excel knows UTF-8."""


class CsvWriter:
    """Writes a table of text."""

    def __init__(self, file: Path, headings: Sequence[Heading], layout: CsvLayout) -> None:
        """Begin the file. Raises OSError."""
        self._comma = layout.delimiter is Delimiter.SEMICOLON
        self._file = file.open("w", encoding="utf-8-sig" if layout.has_mark else "utf-8", newline="")
        self._writer = csv.writer(self._file, delimiter=_LETTERS[layout.delimiter], lineterminator="\r\n")
        self.write([[heading.title for heading in headings]])

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows."""
        self._writer.writerows([self._text(cell) for cell in row] for row in rows)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def give_up(self) -> None:
        """Close the file."""
        self._file.close()

    def _text(self, cell: Cell) -> str:
        """Return what stands in a cell; a text that a spreadsheet would run gets a guard."""
        match cell:
            case None:
                return ""
            case str():
                return guard(cell)
            case bool():
                return "true" if cell else "false"
            case datetime():
                return cell.isoformat(sep=" ", timespec="seconds")
            case date():
                return cell.isoformat()
            case Decimal():
                number = format(cell.normalize(), "f")
            case _:
                number = repr(cell)
        return number.replace(".", ",") if self._comma else number
