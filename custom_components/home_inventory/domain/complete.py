"""The complete export: what it is made of. Its format is described in docs/export-format.md."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

HEAD: Final = "home_inventory"
"""The first name in the file: by it such a file is known."""
END: Final = "end"
"""The last name in the file: how many records there are, and the sum over everything before."""
FORMAT: Final = 1
"""Counts up when an older program could misread a file."""
PACKED_NAME: Final = "inventory.json"
"""What the file is called inside a ZIP."""


class Section(StrEnum):
    """The lists of a file, in their order: a record refers only to what stands in a list before its own, or in the same."""

    LOCATIONS = "locations"
    CATEGORIES = "categories"
    ITEMS = "items"
    DEVICES = "devices"
    CODES = "codes"
    """Codes whose owner is gone. Those of items and places stand there."""
    BATCHES = "batches"
    CHANGES = "changes"

    @property
    def is_history(self) -> bool:
        """Return whether it is left out of a file without history."""
        return self in (Section.BATCHES, Section.CHANGES)
