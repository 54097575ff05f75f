"""What can be wrong with asking a source for a run."""

from __future__ import annotations

from .errors import InventoryError, UnresolvedReferenceError


class SourceNotFoundError(UnresolvedReferenceError):
    """A reference names no source of devices."""

    code = "source_not_found"


class SyncRunningError(InventoryError):
    """A source is asked already: one run at a time."""

    code = "sync_running"

    def __init__(self, source: str) -> None:
        """Name the source."""
        super().__init__(source=source)
