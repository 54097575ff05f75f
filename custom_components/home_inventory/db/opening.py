"""Opening the store: what is done about database and journal not saying the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert
from sqlalchemy.orm import Session
from ulid_transform import ulid_now

from ..domain.recovery import Choice, RecoveryKind
from ..domain.store_errors import JournalUnwritableError, UndecidedError
from ..journal.entries import START, Meta
from . import dump
from .meta import meta_row
from .migrations import create_tables, migrate
from .reconcile import Verdict, compare, gather
from .replacing import finish
from .schema import MetaRow

if TYPE_CHECKING:
    from ..domain.recovery import Conflict, Decision, Known, Recovery
    from ..journal.reader import Survey
    from .keeper import Keeper
    from .reconcile import Facts

_SYNC_EVERY: Final = 1000


class Opening:
    """Opens the store once. Runs in a thread."""

    def __init__(self, keeper: Keeper) -> None:
        """Take who can do what has to be done."""
        self._keeper = keeper
        self._journal = keeper.journal

    def run(self, known: Known | None, decision: Decision | None, address: str) -> tuple[Meta, list[Recovery]]:
        """Open the store; return its row and what had to be done.

        Raises UndecidedError when somebody has to choose, NewerSchemaError, MigrationFailedError,
        JournalUnwritableError; then nothing was touched.
        """
        self._keeper.recoveries = []
        engine = self._keeper.engine
        migrate(engine, self._keeper.folder)
        self._finish_replacing()
        found = self._journal.look()
        facts = gather(engine, self._journal.folder, found, self._keeper.database_meta(), known, address)
        verdict, conflict = facts.judge()
        if conflict is not None:
            self._decide(facts, conflict, decision)
        else:
            self._settle(verdict, facts, found, known)
        self._keeper.note_opened()
        self._compare_with(known)
        assert self._journal.meta is not None  # noqa: S101 - every way from above sets it
        return self._journal.meta, self._keeper.recoveries

    def _finish_replacing(self) -> None:
        """Put the journal of a store that was replaced where it belongs, if the end came in between. Raises JournalUnwritableError."""
        try:
            if self._keeper.database_meta() is not None:
                finish(self._keeper)
        except OSError as err:
            raise JournalUnwritableError(reason=err.strerror or str(err)) from err

    def _settle(self, verdict: Verdict, facts: Facts, found: Survey, known: Known | None) -> None:
        """Do what needs nobody's decision."""
        match verdict:
            case Verdict.BEGIN:
                self._begin(known)
            case Verdict.REBUILD_DATABASE:
                self._keeper.rebuild(RecoveryKind.DATABASE_REBUILT)
            case Verdict.CATCH_UP_DATABASE:
                self._keeper.rebuild(
                    RecoveryKind.DATABASE_CAUGHT_UP, changes=facts.journal_mark.sequence - facts.database_mark.sequence
                )
            case Verdict.CATCH_UP_JOURNAL:
                self._catch_up_journal(facts)
            case Verdict.RENEW_JOURNAL:
                self._keeper.renew("missing")
            case _:
                self._go_on(facts, found)

    def _begin(self, known: Known | None) -> None:
        """Found a new store."""
        meta = Meta(store_id=ulid_now(), generation=1, created_at=datetime.now(UTC))
        create_tables(self._keeper.engine)
        with self._keeper.engine.begin() as connection:
            connection.execute(insert(MetaRow.__table__), meta_row(meta))  # type: ignore[arg-type]
        self._journal.begin(meta, START)
        if known is not None and known.sequence:
            self._keeper.note(RecoveryKind.STORE_LOST, changes=known.sequence)

    def _go_on(self, facts: Facts, found: Survey) -> None:
        """Both say the same; what is wrong with the journal's files is put right from the database."""
        assert facts.database is not None  # noqa: S101 - both are there
        assert facts.journal is not None  # noqa: S101
        meta = replace(facts.database, generation=max(facts.database.generation, facts.journal.generation))
        if meta != facts.database:
            self._keeper.write_meta(meta)
        self._journal.begin(meta, facts.database_mark)
        if found.damages or not self._journal.folder.reaches(facts.database_mark.sequence):
            self._keeper.renew("damaged", unreadable=sum(damage.lines for damage in found.damages))
        elif meta != facts.journal:
            self._keeper.new_segment()

    def _catch_up_journal(self, facts: Facts) -> None:
        """Append what only the database has."""
        assert facts.database is not None  # noqa: S101 - both are there
        self._journal.begin(facts.database, facts.journal_mark)
        before = facts.journal_mark.sequence
        with Session(self._keeper.engine) as session:
            for count, batch in enumerate(dump.batches_after(session, before), 1):
                self._journal.append(batch)
                if count % _SYNC_EVERY == 0:
                    self._journal.sync()
        self._journal.sync()
        self._keeper.new_segment()
        self._keeper.note(RecoveryKind.JOURNAL_CAUGHT_UP, changes=self._journal.mark.sequence - before)

    def _decide(self, facts: Facts, conflict: Conflict, decision: Decision | None) -> None:
        """Do what somebody has chosen, or ask. Raises UndecidedError."""
        difference = compare(self._keeper.engine, self._journal.folder, facts, conflict)
        if decision is None or decision.token != difference.token:
            raise UndecidedError(difference)
        if decision.choice is Choice.DATABASE:
            assert facts.database is not None  # noqa: S101 - both are there
            self._keeper.write_meta(replace(facts.database, generation=facts.database.generation + 1))
            self._keeper.renew("not-chosen", changes=difference.journal.only_here)
            return
        kept = self._keeper.keep_database() if difference.database.only_here else None
        self._keeper.rebuild(RecoveryKind.DATABASE_REBUILT, changes=difference.journal.only_here, kept_in=kept)

    def _compare_with(self, known: Known | None) -> None:
        """Note when more was there once than both sides have."""
        meta = self._journal.meta
        if known is None or meta is None or known.store_id != meta.store_id or self._keeper.recoveries:
            return
        if (missing := known.sequence - self._journal.mark.sequence) > 0:
            self._keeper.note(RecoveryKind.WENT_BACK, changes=missing)
