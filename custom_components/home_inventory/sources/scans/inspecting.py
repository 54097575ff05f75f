"""A first look at a scan file: which format it is, and what the columns of a table seem to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .errors import ScanColumnsError
from .hosts import clean
from .layouts import guessed_layout
from .reading import json_table, read_scan, text_of
from .tables import csv_table

if TYPE_CHECKING:
    from .layouts import Column

TABLE: Final = "table"
"""The format of a table of an unknown program: people may say what its columns hold."""
MAX_COLUMNS: Final = 100
_SAMPLE: Final = 20
_EXAMPLES: Final = 3
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table of an unknown program."""

    name: str
    holds: Column | None
    """What it seems to hold; None for what nothing is known of."""
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What can be told of a scan file before anybody says more about it."""

    format: str
    hosts: int
    """How many hosts it has, as far as it can be read."""
    columns: tuple[TableColumn, ...] = ()
    """Of a table of an unknown program, at most `MAX_COLUMNS`; other formats need no help."""


def inspect_scan(content: bytes) -> Inspected:
    """Return what a scan file is. A table in which no column holds addresses is one too: people have to say which.

    Blocks for up to some seconds with 10 MB. Raises what `read_scan` raises; ScanColumnsError only for a table without rows.
    """
    try:
        scan = read_scan(content)
    except ScanColumnsError:
        columns = _columns(content)
        if not any(column.examples for column in columns):
            raise
        return Inspected(format=TABLE, hosts=0, columns=columns)
    columns = _columns(content) if scan.format == TABLE else ()
    return Inspected(format=scan.format, hosts=len(scan.harvest.observations), columns=columns)


def _columns(content: bytes) -> tuple[TableColumn, ...]:
    """Return the columns of a table, each name once."""
    text, _ = text_of(content)
    names, rows = json_table(text) if text[0] in "[{" else _first_rows(text)
    holds = guessed_layout(names, rows).columns
    columns: dict[str, TableColumn] = {}
    for place, name in enumerate(names[:MAX_COLUMNS]):
        key = name.strip().casefold()
        if key and key not in columns:
            cells = (clean(row[place]) for row in rows if place < len(row))
            examples = tuple(dict.fromkeys(cell[:_LONGEST] for cell in cells if cell))[:_EXAMPLES]
            columns[key] = TableColumn(name=name.strip(), holds=holds.get(key), examples=examples)
    return tuple(columns.values())


def _first_rows(text: str) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns of a CSV, and its first rows."""
    names, body = csv_table(text)
    return names, [cells for _, cells in body[:_SAMPLE]]
