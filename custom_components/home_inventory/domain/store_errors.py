"""Everything that can be wrong with the store itself: its tables, its database, its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import InventoryError

if TYPE_CHECKING:
    from .recovery import Difference


class NewerSchemaError(InventoryError):
    """The tables were made by a newer version of this integration; they are left alone."""

    code = "schema_newer"


class MigrationFailedError(InventoryError):
    """The tables could not be brought up to date; they are as they were before."""

    code = "migration_failed"

    def __init__(self, revision: str, reason: str) -> None:
        """Name the revision that was to be left, and why it could not."""
        super().__init__(revision=revision, reason=reason)


class StoreUnavailableError(InventoryError):
    """The database does not answer, or refuses."""

    code = "store_unavailable"


class StoreBusyError(InventoryError):
    """The database could not be written for a while."""

    code = "store_busy"


class StoreFullError(InventoryError):
    """The disk that the database is on is full."""

    code = "store_full"


class JournalUnwritableError(InventoryError):
    """The journal could not be written, so nothing was changed."""

    code = "journal_unwritable"


class BackupRunningError(InventoryError):
    """A backup took longer than a change may wait for it."""

    code = "backup_running"


class OutOfStepError(InventoryError):
    """The database is no longer the one that the journal has been following."""

    code = "out_of_step"


class UndecidedError(InventoryError):
    """Database and journal differ in a way that only a person can judge; neither is touched."""

    code = "undecided"

    def __init__(self, difference: Difference) -> None:
        """Keep what has to be decided."""
        super().__init__(conflict=difference.conflict)
        self.difference = difference
