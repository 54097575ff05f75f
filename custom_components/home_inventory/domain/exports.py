"""What is exported, and as what: the words of exporting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .export_errors import UnknownColumnError
from .list_columns import COLUMNS, Listed, column_of, usual_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

ALL_COLUMNS: Final = "all"
"""Stands for every column that a list has, those of the household's own too."""


class ExportFormat(StrEnum):
    """As what an export is written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    """Everything, so that it can be taken in again."""
    ZIP = "zip"
    """Everything, the most important lists and all files."""

    @property
    def is_table(self) -> bool:
        """Return whether it holds one list."""
        return self in (ExportFormat.CSV, ExportFormat.XLSX)


MEDIA_TYPES: Final[Mapping[ExportFormat, str]] = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.JSON: "application/json",
    ExportFormat.ZIP: "application/zip",
}


@dataclass(frozen=True, slots=True)
class DatedName:
    """What an export or report is called: what is in it, then when it was made, so that names sort as the files go."""

    ending: str
    about: str | None = None
    """What is in it; None for everything."""

    def at(self, moment: datetime) -> str:
        """Return the name of a file that is made now."""
        return f"{self._stem}_{moment:%Y-%m-%d_%H%M%S}.{self.ending}"

    def is_one(self, name: str) -> bool:
        """Return whether a file of this kind is called so."""
        return re.fullmatch(rf"{self._stem}_\d{{4}}-\d\d-\d\d_\d{{6}}\.{self.ending}", name) is not None

    @property
    def _stem(self) -> str:
        """Return what says what is in it."""
        return "home-inventory" if self.about is None else f"home-inventory-{self.about}"


def keys_wanted(listed: Listed, asked: Sequence[str], custom: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the columns that a list gets, each once: the usual ones if none is asked for.

    `custom` are those of the household's own. Raises UnknownColumnError.
    """
    if not asked:
        return usual_keys(listed)
    keys: dict[str, None] = {}
    for key in asked:
        if key == ALL_COLUMNS:
            keys.update(dict.fromkeys((*(column.key for column in COLUMNS[listed]), *custom)))
        elif column_of(listed, key) is None:
            raise UnknownColumnError(column=key[:100], known=", ".join(column.key for column in COLUMNS[listed]))
        else:
            keys[key] = None
    return tuple(keys)
