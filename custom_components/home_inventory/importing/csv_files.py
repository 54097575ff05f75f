"""Tables of text: cells apart by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from ..domain.decoding import decode
from .errors import ImportFormatError, ImportTooManyRowsError, ImportUnreadableError
from .limits import MAX_CELL, MAX_ROWS
from .tables import make_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tables import Table

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 20


def read_csv(content: bytes) -> Table:
    """Return the table of a CSV or TSV in whatever encoding. Raises ImportFormatError for what is no text, or an ImportError of ours."""
    text, _ = decode(content)
    if "\x00" in text:
        raise ImportFormatError
    delimiter = _delimiter(text)
    return make_table(_records(text, delimiter), has_comma_decimals=delimiter == ";")


def _delimiter(text: str) -> str:
    """Return what is between the cells: what splits the first lines into the most columns, and the first line at all."""
    # Programs of Microsoft say it themselves.
    if text[:6].lower().startswith("sep=") and text[4:5] in _DELIMITERS:
        return text[4]
    head = text[:100_000]

    def width(delimiter: str) -> int:
        found = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        return min((len(cells) for cells, _ in zip(_unlimited(found), range(1), strict=False)), default=0)

    return max(_DELIMITERS, key=width)


def _unlimited(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Give what can be read; a sample that ends within a cell is no mistake."""
    try:
        yield from reader
    except csv.Error:
        return


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the records with their lines. Raises ImportUnreadableError where a cell is never closed."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as err:
            if "limit" in str(err):
                raise ImportTooManyRowsError(MAX_ROWS) from None
            raise ImportUnreadableError("csv", line) from None
        if not (line == 1 and len(cells) <= 2 and cells and cells[0].lower().startswith("sep=")):  # noqa: PLR2004
            yield line, cells
        line = reader.line_num + 1
