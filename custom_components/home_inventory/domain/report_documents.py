"""A report as it is written down, whatever file it becomes: tables of values with their headings, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from .reports import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

type Value = str | Decimal | Money | date | Path | None
"""What stands in a field: a path is that of a photo."""


class ValueKind(StrEnum):
    """What stands in the fields of a column."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    PHOTO = "photo"

    @property
    def is_amount(self) -> bool:
        """Return whether it is compared digit by digit, and so stands on the right."""
        return self in (ValueKind.NUMBER, ValueKind.MONEY)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called and holds; spreadsheets have all of them."""

    key: str
    title: str
    kind: ValueKind = ValueKind.TEXT
    width: int = 16
    """In letters, for spreadsheets."""


@dataclass(frozen=True, slots=True)
class Part:
    """Values of a row as one paragraph of a block."""

    keys: tuple[str, ...]
    """Those that there are stand one after the other."""
    label: str | None = None
    """What stands before it."""
    is_strong: bool = False
    joint: str = " · "
    """What stands between them."""


@dataclass(frozen=True, slots=True)
class Block:
    """A column on paper: some values of a row, one below the other."""

    title: str
    parts: tuple[Part, ...]
    width: float
    """As a part of the width of the page."""
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together, with what they come to."""

    rows: tuple[tuple[Value, ...], ...]
    """Values in the order of the columns."""
    title: str | None = None
    totals: tuple[Mapping[str, Value], ...] = ()
    """Lines of values by the key of their column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headings."""

    title: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    @property
    def has_rows(self) -> bool:
        """Return whether there is anything in it."""
        return any(section.rows for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report."""

    title: str
    household: str
    facts: tuple[tuple[str, Value], ...]
    """What the first page says, line by line: what it is called, and what it is."""
    summaries: tuple[Table, ...]
    body: Table
    notes: tuple[str, ...] = ()
    """By which rules it was made, and what was left out."""
    signature: str | None = None
    """What stands below the line on which somebody signs."""
    nothing: str = ""
    """What is said when nothing stands in it."""
    made_on: str = ""
