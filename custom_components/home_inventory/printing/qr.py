"""QR codes as rows of dots."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

import segno

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET: Final = 2
"""Dots of white that are kept around it; the label has more white around that."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code: a square of dots, without white around it."""

    size: int
    """How many dots a side has."""
    runs: tuple[tuple[int, int, int], ...]
    """Column, row and length of each row of dark dots that touch."""

    @property
    def path(self) -> str:
        """Return the data of an SVG path in which a dot is one unit."""
        return "".join(f"M{column} {row}h{length}v1h-{length}z" for column, row, length in self.runs)


@lru_cache(maxsize=64)
def make_qr(text: str) -> Qr:
    """Return the QR code of a text; as much of it may be scratched as fits into its size, at least 15 %."""
    rows = tuple(segno.make(text, error="m", micro=False, boost_error=True).matrix)
    return Qr(len(rows), tuple(_runs(rows)))


def _runs(rows: tuple[bytearray, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield column, row and length of each row of dark dots that touch."""
    for number, row in enumerate(rows):
        column = 0
        for dark, dots in groupby(row):
            length = len(list(dots))
            if dark:
                yield column, number, length
            column += length
