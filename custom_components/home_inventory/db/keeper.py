"""Keeps database and journal together: rebuilds one from the other, and snapshots. In threads, one call at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ..domain.recovery import Recovery, RecoveryKind
from ..domain.store_errors import JournalUnwritableError
from ..journal.entries import START, LineKind
from ..journal.folder import Folder
from ..journal.journal import Journal, JournalIncompleteError
from ..journal.replay import replay
from ..journal.snapshot import thin_out, wants_snapshot, write_snapshot
from ..sparing import sparing_the_loop
from . import dump
from .meta import meta_row
from .rebuild import Rebuilt, rebuild
from .schema import MetaRow
from .tables import missing_tables
from .troubles import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

    from ..journal.entries import Mark, Meta
    from ..journal.reader import Damage

JOURNAL: Final = "journal"
KEPT: Final = "kept"


class Keeper:
    """The journal, and what has to be done so that it and the database say the same."""

    def __init__(self, folder: Path, engine: Callable[[], Engine], progress: Callable[[float], None]) -> None:
        """Take the folder of the integration, how to reach the database, and who hears how far a rebuild is."""
        self._get_engine = engine
        self._progress = progress
        self.journal = Journal(folder / JOURNAL)
        self.folder = folder
        self.recoveries: list[Recovery] = []
        """What was done since this was emptied last."""
        self.rebuilds = 0
        """How many rebuilds have begun."""
        self.is_rebuilding = False

    @property
    def engine(self) -> Engine:
        """Return the database's engine as it is now."""
        return self._get_engine()

    def close(self) -> None:
        """Write that nothing follows."""
        try:
            self.journal.note(LineKind.CLOSED)
        except JournalUnwritableError, JournalIncompleteError:
            pass  # the next start takes it for a power cut, which costs a comparison
        finally:
            self.journal.close_file()

    def heal(self, *, is_damaged: bool) -> Recovery | None:
        """Rebuild the tables if they have gone while running, or can't be read; return what was done."""
        if self.journal.meta is None or (not is_damaged and self.database_meta() is not None):
            return None
        self.recoveries = []
        self.rebuild(RecoveryKind.DATABASE_REBUILT)
        return self.recoveries[-1]

    def mend_database(self) -> Recovery:
        """Make the tables anew from the journal: they are there, but something has damaged what they hold."""
        self.recoveries = []
        try:
            kept = self.keep_database()
        except DBAPIError, JournalUnwritableError, ArithmeticError, LookupError, TypeError, ValueError:
            kept = None  # it can't be read
        self.rebuild(RecoveryKind.DATABASE_REBUILT, kept_in=kept)
        return self.recoveries[-1]

    def mend_journal(self) -> Recovery:
        """Write the journal anew from the database: files have gone while running."""
        self.recoveries = []
        self.renew("incomplete")
        return self.recoveries[-1]

    def wants_snapshot(self) -> bool:
        """Return whether it is time for a snapshot."""
        return wants_snapshot(
            self.journal.folder,
            bytes_since=self.journal.bytes_since_snapshot,
            sequence=self.journal.mark.sequence,
            now=datetime.now(UTC),
        )

    def snapshot(self) -> tuple[str, int, int]:
        """Write a snapshot of the database; return its path as people know it, its bytes and its sequence.

        The caller has begun a new segment. Any thread may do this.
        """
        with sparing_the_loop():
            path, mark = self._write_snapshot(self.journal.folder)
        thin_out(self.journal.folder)
        return self._shown(path), path.stat().st_size, mark.sequence

    def keep_database(self) -> str:
        """Write what only the database has where somebody can find it."""
        target = self.kept("database-not-chosen")
        self._write_snapshot(Folder(target))
        return self._shown(target)

    def note_opened(self) -> None:
        """Write that the store is open. Without it reading still works, and a write says what is wrong."""
        try:
            self.journal.note(LineKind.OPENED)
        except JournalUnwritableError, JournalIncompleteError:
            self.journal.close_file()

    # Bringing one side in line with the other

    def rebuild(self, kind: RecoveryKind, *, changes: int | None = None, kept_in: str | None = None) -> None:
        """Make the tables anew from the journal."""
        damages: list[Damage] = []
        self.rebuilds += 1
        self.is_rebuilding = True
        try:
            with sparing_the_loop():
                state = replay(self.journal.folder, damages)
                done = rebuild(self.engine, self.journal.folder, state, damages, self._progress)
                state.forget()
        finally:
            self.is_rebuilding = False
        self.journal.begin(done.meta, state.mark)
        unreadable = sum(damage.lines for damage in damages) + state.lost_sequences + state.stray_changes + done.dropped
        if unreadable:
            self.renew("damaged", unreadable=unreadable)
            kept_in = self.recoveries.pop().kept_in
        else:
            self.new_segment()
        self._note_rebuilt(kind, done, changes=changes, kept_in=kept_in, unreadable=unreadable)

    def renew(self, reason: str, *, changes: int = 0, unreadable: int = 0) -> None:
        """Write the journal anew from the database; the old one is kept elsewhere."""
        with self.engine.connect() as connection:
            meta, mark = dump.read_meta(connection), dump.read_mark(connection)
        assert meta is not None  # noqa: S101 - there is a database, or nothing to write from
        self.journal.close_file()
        kept = None
        new = Folder(self.folder / f"{JOURNAL}.new")
        try:
            if new.path.is_dir():
                new.move_away(self.kept("unfinished"))
            if mark != START:
                self._write_snapshot(new)
            if self.journal.folder.files():
                target = self.kept(reason)
                self.journal.folder.move_away(target)
                kept = self._shown(target)
            if mark != START:
                new.move_away(self.journal.folder.path)
        except OSError as err:
            raise JournalUnwritableError(reason=err.strerror or str(err)) from err
        self.journal.begin(meta, mark)
        self.new_segment()
        self.note(RecoveryKind.JOURNAL_RENEWED, changes=changes, unreadable=unreadable, kept_in=kept)

    def _write_snapshot(self, folder: Folder) -> tuple[Path, Mark]:
        """Write everything that is in the database at one moment."""
        with Session(self.engine) as session:
            connection = dump.one_moment(session)
            meta, mark = dump.read_meta(connection), dump.read_mark(connection)
            assert meta is not None  # noqa: S101 - a store without a row is not open
            return write_snapshot(folder, meta, mark, dump.bodies(session, meta.store_id, mark.sequence)), mark

    def new_segment(self) -> None:
        """Begin a segment; where that can't be done, the first write says why."""
        try:
            self.journal.start_segment()
        except JournalUnwritableError, JournalIncompleteError:
            self.journal.close_file()

    # The row about the store

    def database_meta(self) -> Meta | None:
        """Return the store's row; None when the tables are empty, half filled, or not all there."""
        try:
            with self.engine.connect() as connection:
                return None if missing_tables(connection) else dump.read_meta(connection)
        except DBAPIError as err:
            if trouble_of(err) is Trouble.MISSING:
                return None
            raise

    def write_meta(self, meta: Meta) -> None:
        """Write the store's row."""
        with self.engine.begin() as connection:
            connection.execute(update(MetaRow.__table__), meta_row(meta))  # type: ignore[arg-type]

    # Saying what was done

    def _note_rebuilt(self, kind: RecoveryKind, done: Rebuilt, *, changes: int | None, **more: Any) -> None:
        about = {"items": done.items, "locations": done.locations}
        self.note(kind, changes=done.changes if changes is None else changes, **about, **more)

    def note(self, kind: RecoveryKind, **values: Any) -> None:
        """Note what was done."""
        self.recoveries.append(Recovery(kind=kind, at=datetime.now(UTC), **values))

    def kept(self, reason: str) -> Path:
        """Return a new folder for what is replaced."""
        return self.folder / KEPT / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z-{reason}"

    def _shown(self, path: Path) -> str:
        """Return a path as people know it: inside their configuration folder."""
        return path.relative_to(self.folder.parent).as_posix()
