"""What somebody should know of a row that is taken nevertheless: told as errors are, with a code and what fits into its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import InventoryError

if TYPE_CHECKING:
    from collections.abc import Iterable


class LeftOutNote(InventoryError):  # noqa: N818 - told, never raised
    """Something stands in columns that nobody reads."""

    code = "import_left_out"

    def __init__(self, columns: Iterable[str]) -> None:
        """Name the columns."""
        super().__init__(columns=", ".join(columns))


class NotCarriedNote(InventoryError):  # noqa: N818 - told, never raised
    """The other program keeps something that has no place here."""

    code = "import_not_carried"

    def __init__(self, what: str) -> None:
        """Say what it is, as the other program calls it."""
        super().__init__(what=what[:500])


class MangledNote(InventoryError):  # noqa: N818 - told, never raised
    """A spreadsheet seems to have made something else of a number."""

    code = "import_mangled"

    def __init__(self, field: str, value: str) -> None:
        """Name the field, and what stands in it now."""
        super().__init__(field=field, value=value[:100])
