"""What tables are written as, and what all ways of writing them share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..domain.list_columns import ListColumn

type Cell = str | int | float | Decimal | bool | date | datetime | None
"""What stands in a cell. Moments are in the time zone of the home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column of a table, with what stands above it."""

    title: str
    column: ListColumn


class TableWriter(Protocol):
    """Writes a table, some rows at a time; what is written is not kept in memory."""

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows. Raises OSError."""

    def close(self) -> None:
        """Finish the file. Raises OSError."""

    def give_up(self) -> None:
        """Close what is open; the file is of no use."""
