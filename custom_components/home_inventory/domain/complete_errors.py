"""What can be wrong with a complete export that is to be taken back."""

from __future__ import annotations

from .errors import InventoryError


class CompleteDamagedError(InventoryError):
    """The file ends too early, or was changed after it was written."""

    code = "complete_damaged"

    def __init__(self, line: int) -> None:
        """Name the line at which that was seen."""
        super().__init__(line=line)


class CompleteInvalidError(InventoryError):
    """A record holds what can't be: the file was not written by this program."""

    code = "complete_invalid"

    def __init__(self, line: int, reason: str) -> None:
        """Name the line and what is wrong with it."""
        super().__init__(line=line, reason=reason)


class CompleteNewerError(InventoryError):
    """The file is of a newer version of this integration."""

    code = "complete_newer"

    def __init__(self, version: int) -> None:
        """Name the format of the file."""
        super().__init__(version=version)


class CompleteNotEmptyError(InventoryError):
    """Somebody has begun to use the inventory that was to be replaced."""

    code = "complete_not_empty"
