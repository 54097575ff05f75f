"""Putting the store right when something is wrong with the database or the journal. Runs in threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from ..domain.errors import StoreUnavailableError
from .opening import Opening
from .troubles import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..domain.recovery import Decision, Known, Recovery
    from ..journal.entries import Meta
    from .keeper import Keeper
    from .recorder import RecorderFile


class Healer:
    """Knows what helps against which trouble."""

    def __init__(self, keeper: Keeper, file: RecorderFile, tell: Callable[[Recovery], None]) -> None:
        """Take who rebuilds, the database's file, and who hears what was done."""
        self._keeper = keeper
        self._file = file
        self._tell = tell

    def open(self, known: Known | None, decision: Decision | None, address: str) -> tuple[Meta, list[Recovery]]:
        """Open the store; a file that SQLite can't read is moved away by the recorder first.

        Raises what `Opening.run` raises, and StoreUnavailableError.
        """
        try:
            try:
                self._file.note()
                return Opening(self._keeper).run(known, decision, address)
            except DBAPIError as err:
                if trouble_of(err) is not Trouble.CORRUPT or not self._file.renew():
                    raise
                return Opening(self._keeper).run(known, decision, address)
        except DBAPIError as err:
            raise StoreUnavailableError from err

    def heal_database(self, trouble: Trouble) -> bool:
        """Make the database usable again; return whether trying again makes sense."""
        if trouble is Trouble.CORRUPT or self._file.was_replaced():
            return self._file.renew()
        recovery = self._keeper.heal()
        if recovery is None:
            return False
        self._tell(recovery)
        return True

    def heal_journal(self) -> None:
        """Write the journal anew from the database."""
        self._tell(self._keeper.mend_journal())
