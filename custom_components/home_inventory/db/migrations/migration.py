"""One migration: copy, mark, alter; and putting back what fails or was cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, table
from sqlalchemy.exc import DBAPIError

from ...domain.store_errors import MigrationFailedError, NewerSchemaError
from ..table_dump import DamagedDumpError, check_dump, has_rows_of, is_same, load_dump, one_moment, read_head
from ..tables import broken_references, changing_tables, drop, refuse_broken_references, shape_of, table_names
from ..troubles import Trouble, trouble_of
from .copies import copy_tables, thin_out
from .mark import MARK_TABLE, Mark, clear_mark, data_tables, find_mark, set_mark
from .scripts import current_revision

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from .scripts import Scripts

_ROLLS_BACK: Final = ("sqlite", "postgresql")
"""Where a transaction takes back what was done to tables."""
_REASON_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done."""

    before: str | None
    """None when there were no tables."""
    after: str
    dump: Path | None
    """The file that holds all rows as they were before."""
    was_interrupted: bool = False
    """An earlier attempt had been cut off, and was cleared up first."""


class Migration:
    """From what is found to what is wanted."""

    def __init__(self, engine: Engine, folder: Path, scripts: Scripts, revision: str) -> None:
        """Take the folder for dumps and the revision that is wanted."""
        self._engine = engine
        self._folder = folder
        self._scripts = scripts
        self._after = revision

    def run(self) -> Migrated | None:
        """Do what is needed."""
        with self._engine.connect() as connection:
            mark = find_mark(connection)
            before = current_revision(connection)
        if mark is not None:
            before = self._clear_up(mark, before)
        path = None
        if before == self._after:
            if mark is None:
                return None
        elif before is None:
            self._begin()
        else:
            self._refuse_newer(before)
            path = self._migrate(before)
        return Migrated(before, self._after, path, was_interrupted=mark is not None)

    def _refuse_newer(self, revision: str) -> None:
        """Raise NewerSchemaError if tables can't be brought from a revision to the one that is wanted."""
        older = self._scripts.revisions[: self._scripts.revisions.index(self._after)]
        if revision not in older:
            raise NewerSchemaError(version=revision)

    def _begin(self) -> None:
        """Make the first tables; what an attempt that was cut off has left of them is empty."""
        with self._engine.connect() as connection:
            has_rows = _has_rows(connection)
        if has_rows:
            raise MigrationFailedError(revision="-", reason="the tables do not say which revision they have")
        make(self._engine, self._scripts, self._after)

    def _migrate(self, before: str) -> Path:
        """Copy, then migrate; put everything back if that fails."""
        try:
            path = copy_tables(self._engine, self._folder, before)
            mark = Mark(path.name, before, self._after, read_head(path).shape)
        except (OSError, DamagedDumpError) as err:
            raise MigrationFailedError(revision=before, reason=f"no copy could be written: {_reason(err)}") from err
        with changing_tables(self._engine) as connection:
            set_mark(connection, mark)
        try:
            self._upgrade()
        except Exception as err:
            self._put_back(mark)
            if _is_away(err):
                raise
            raise MigrationFailedError(revision=before, reason=_reason(err)) from err
        thin_out(self._folder, path)
        return path

    def _upgrade(self) -> None:
        with changing_tables(self._engine) as connection:
            broken = broken_references(connection)
            self._scripts.upgrade(connection, self._after)
            refuse_broken_references(connection, broken)
            clear_mark(connection)

    def _clear_up(self, mark: Mark, found: str | None) -> str | None:
        """Clear up after a migration that was cut off; return the revision that the tables have then."""
        if found == mark.after:  # it had come to its end, all but for clearing the mark
            if found not in self._scripts.revisions:
                raise NewerSchemaError(version=found)
            with changing_tables(self._engine) as connection:
                clear_mark(connection)
            return found
        if mark.before not in self._scripts.revisions:
            raise NewerSchemaError(version=mark.before)
        self._put_back(mark)
        return mark.before

    def _put_back(self, mark: Mark) -> None:
        """Bring everything back to where it was when the mark was set. Raises MigrationFailedError."""
        try:
            if not self._is_untouched(mark):
                self._restore(mark)
        except Exception as err:
            if _is_away(err):
                raise
            reason = f"what was there could not be put back from {mark.dump} yet: {_reason(err)}"
            raise MigrationFailedError(revision=mark.before, reason=reason) from err
        with changing_tables(self._engine) as connection:
            clear_mark(connection)

    def _is_untouched(self, mark: Mark) -> bool:
        """Return whether the database itself has taken everything back, so that there is nothing to do."""
        path = self._folder / mark.dump
        with one_moment(self._engine) as connection:
            names, revision = data_tables(connection), current_revision(connection)
            if not path.exists() and connection.dialect.name in _ROLLS_BACK:
                return revision == mark.before and shape_of(connection, names) == mark.shape
            return is_same(connection, path, names, revision)

    def _restore(self, mark: Mark) -> None:
        """Make the tables as they were, from the dump."""
        path = self._folder / mark.dump
        check_dump(path)  # before the first table is dropped
        with changing_tables(self._engine) as connection:
            drop(connection, table_names(connection) - {MARK_TABLE})
            self._scripts.upgrade(connection, mark.before)
            load_dump(connection, path)
            if not has_rows_of(connection, path, data_tables(connection)):
                raise DamagedDumpError(f"the database does not take what is in {path.name} as it is")
            clear_mark(connection)


def make(engine: Engine, scripts: Scripts, revision: str) -> None:
    """Make the tables of a revision; empty ones, of a set that was not finished, are dropped first."""
    with changing_tables(engine) as connection:
        if not _has_rows(connection):
            drop(connection, table_names(connection))
        scripts.upgrade(connection, revision)


def _has_rows(connection: Connection) -> bool:
    """Return whether there is anything in the tables."""
    return any(connection.scalar(select(1).select_from(table(name)).limit(1)) for name in data_tables(connection))


def _is_away(err: Exception) -> bool:
    """Return whether the database just does not answer: then it is not the migration that fails."""
    return isinstance(err, DBAPIError) and trouble_of(err) in (Trouble.AWAY, Trouble.LOCKED)


def _reason(err: Exception) -> str:
    """Return in a line what went wrong; values, which databases like to name in further lines, are left out."""
    if isinstance(err, OSError):
        return err.strerror or type(err).__name__
    cause = (err.orig or err) if isinstance(err, DBAPIError) else err
    line = next(iter(str(cause).splitlines()), "")
    return f"{type(cause).__name__}: {line}"[:_REASON_LENGTH]
