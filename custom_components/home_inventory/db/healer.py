"""Putting the store right when something is wrong with the database or the journal. Runs in threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from ..domain.store_errors import StoreUnavailableError
from ..journal.replay import replay
from ..sparing import sparing_the_loop
from .opening import Opening
from .troubles import HEALABLE, Look, Trouble, trouble_of
from .verify import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from ..domain.recovery import Decision, Known, Recovery
    from ..journal.entries import Meta
    from ..journal.reader import Damage
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
                engine = self._file.engine()
                return Opening(self._keeper).run(known, decision, address)
            except DBAPIError as err:
                if not self.heal_database(trouble_of(err), engine):
                    raise
                return Opening(self._keeper).run(known, decision, address)
        except DBAPIError as err:
            raise StoreUnavailableError from err

    def heal_database(self, trouble: Trouble, engine: Engine) -> bool:
        """Make the database usable again; return whether trying again makes sense.

        The engine is the one that the trouble was with.
        """
        if trouble not in HEALABLE:
            return False
        if engine is not self._file.engine():
            return True  # the recorder has begun a new file by itself
        if trouble is not Trouble.MISSING or self._file.was_replaced():
            look = self._file.renew()
            if look is not Look.IS_SOUND or trouble is not Trouble.CORRUPT:
                return look is Look.IS_NEW
        # What is wrong is in our tables alone when the file is sound.
        recovery = self._keeper.heal(is_damaged=trouble is Trouble.CORRUPT)
        if recovery is None:
            return False
        self._tell(recovery)
        return True

    def is_in_order(self) -> bool:
        """Return whether the database has what the journal has: noise in a file need not make it unreadable."""
        try:
            with sparing_the_loop():
                return not differences(self._file.engine(), self._keeper.journal.folder, is_moving=True)
        except DBAPIError, ArithmeticError, LookupError, TypeError, ValueError:
            return False

    def mend(self) -> None:
        """Take the journal's word where the database says something else."""
        if self.is_in_order():  # nothing is written meanwhile: this is the last word
            return
        damages: list[Damage] = []
        replay(self._keeper.journal.folder, damages)
        if damages:
            self.heal_journal()
        else:
            self._mend_database()

    def _mend_database(self) -> None:
        """Make the tables anew, in a new file if that is what it takes."""
        engine = self._file.engine()
        try:
            self._tell(self._keeper.mend_database())
        except DBAPIError as err:
            if not self.heal_database(trouble_of(err), engine):
                raise
            self.heal_database(Trouble.MISSING, self._file.engine())

    def heal_journal(self) -> None:
        """Write the journal anew from the database."""
        self._tell(self._keeper.mend_journal())
