"""Numbers of which a spreadsheet has made something else: shown in powers of ten, cut off, or without their zeros."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ..domain.import_notes import MangledNote
from ..domain.imports import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .tables import Table

_NUMBERS: Final = frozenset((Target.SERIAL_NUMBER, Target.BARCODES, Target.REFERENCE))
"""What may be a number of which every digit counts."""
_LOOKED_AT: Final = _NUMBERS | {Target.MODEL, Target.CUSTOM}

_POWER: Final = re.compile(r"\d([.,]\d+)?E\+(1[1-9]|[2-9]\d)", re.IGNORECASE)
"""How Excel shows what has twelve digits or more."""
_KEPT_DIGITS: Final = 15
"""Of longer numbers a spreadsheet makes the other digits zeros."""
_ENOUGH: Final = 4
"""So many numbers of one length make it likely that all had that length."""
_MOST_LOST: Final = 3


class Mangled:
    """Tells which cells of a row look as if a spreadsheet had changed them."""

    def __init__(self, table: Table, mapping: Mapping[str, Target]) -> None:
        """Take the columns that hold numbers of things."""
        self._columns = [
            (place, name, _usual_length(cells[place] for _, cells in table.rows) if mapping[name] in _NUMBERS else None)
            for place, name in enumerate(table.columns)
            if mapping.get(name) in _LOOKED_AT
        ]

    def of(self, cells: tuple[str, ...]) -> Iterator[MangledNote]:
        """Give what should be looked at."""
        for place, name, length in self._columns:
            text = cells[place]
            if text and (_POWER.fullmatch(text) or _is_cut(text) or 0 < (length or 0) - len(text) <= _MOST_LOST):
                yield MangledNote(name, text)


def _is_cut(text: str) -> bool:
    """Return whether a number has only zeros behind the fifteen digits that a spreadsheet keeps."""
    rest = text[_KEPT_DIGITS:]
    return bool(rest) and text.isdecimal() and not rest.strip("0") and bool(text.strip("0"))


def _usual_length(texts: Iterable[str]) -> int | None:
    """Return the length of the numbers of a column if nearly all have it, and the others may have lost their zeros."""
    numbers = [text for text in texts if text]
    if not all(text.isdecimal() for text in numbers) or any(text.startswith("0") for text in numbers):
        return None
    lengths = Counter(map(len, numbers))
    length, count = max(lengths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    if length <= _MOST_LOST or count < _ENOUGH or count * 3 < len(numbers) * 2 or max(lengths) > length:
        return None
    return length
