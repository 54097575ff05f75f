"""What somebody should know of a record that is taken from a complete export nevertheless."""

from __future__ import annotations

from .errors import InventoryError


class OtherCodeNote(InventoryError):  # noqa: N818 - told, never raised
    """The code that something has in the file was given to something else here."""

    code = "complete_other_code"

    def __init__(self, was: str, now: str) -> None:
        """Name the code in the file, and the one that it has here."""
        super().__init__(was=was, now=now)
