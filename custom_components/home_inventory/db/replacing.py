"""Putting something else in place of the whole store: database and journal change together, or neither does.

The new journal is written first, beside the old one, from inside the transaction. The commit decides: after it the new journal
takes the place of the old one, if need be at the next start; before it nobody looks at it.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ..domain.store_errors import OutOfStepError
from ..journal.entries import read_header
from ..journal.folder import Folder
from ..journal.lines import DamagedLineError
from ..journal.reader import read_snapshot
from ..journal.snapshot import write_snapshot
from ..sparing import sparing_the_loop
from . import dump
from .jobs import failure, lock
from .meta import meta_row
from .patience import patiently
from .schema import MetaRow
from .troubles import intelligible, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from ..journal.entries import Mark, Meta
    from .keeper import Keeper
    from .recorder import RecorderFile

_LOGGER: Final = logging.getLogger(__name__)
_NEXT: Final = "journal.next"


def replace_store[T](file: RecorderFile, keeper: Keeper, fill: Callable[[Session], T]) -> T:
    """Let a function put other rows into the tables; return its result. Nothing else is written meanwhile.

    Raises what the function raises, and what a use case raises when database or journal are in trouble; then all is as it was.
    """
    if file.was_replaced():
        raise OutOfStepError
    engine = file.engine()
    try:
        with sparing_the_loop():
            result = patiently(lambda: _replace_once(file, engine, keeper, fill))
    except DBAPIError as err:
        raise failure(trouble_of(err)) from err
    try:
        _make_durable(engine)
        finish(keeper)
    except (OSError, DBAPIError) as err:
        _LOGGER.warning("The journal is replaced at the next start: %s", err)
    return result


def _replace_once[T](file: RecorderFile, engine: Engine, keeper: Keeper, fill: Callable[[Session], T]) -> T:
    """Fill the tables in one transaction, with the new journal beside the old one before it is committed."""
    with file.connect(engine) as connection, Session(connection) as session:
        with intelligible():
            lock(connection)
            result = fill(session)
            session.flush()
            session.expunge_all()
            meta = dump.read_meta(connection)
            assert meta is not None  # noqa: S101 - a store is replaced when it is open
            meta = replace(meta, generation=meta.generation + 1)
            connection.execute(update(MetaRow.__table__), meta_row(meta))  # type: ignore[arg-type]
            mark = dump.read_mark(connection)
        if (next_journal := _folder(keeper)).files():  # of one that has come to nothing
            next_journal.move_away(keeper.kept("unfinished"))
        write_snapshot(next_journal, meta, mark, dump.bodies(session, meta.store_id, mark.sequence))
        connection.commit()
    return result


def finish(keeper: Keeper) -> bool:
    """Put the journal of a store that was replaced where it belongs; return whether there was one. Raises OSError, DBAPIError.

    One that the database was not committed with is put aside.
    """
    new = _folder(keeper)
    if not new.files():
        return False
    with keeper.engine.connect() as connection:
        meta, mark = dump.read_meta(connection), dump.read_mark(connection)
    if meta is None or (meta, mark) != _head(new):
        new.move_away(keeper.kept("unfinished"))
        return False
    keeper.journal.close_file()
    if keeper.journal.folder.files():
        keeper.journal.folder.move_away(keeper.kept("replaced"))
    new.move_away(keeper.journal.folder.path)
    keeper.journal.begin(meta, mark)
    keeper.new_segment()
    return True


def _folder(keeper: Keeper) -> Folder:
    """Return where the new journal waits."""
    return Folder(keeper.folder / _NEXT)


def _head(folder: Folder) -> tuple[Meta, Mark] | None:
    """Return which store a waiting journal is of, and how far it goes; None if it was not written to its end."""
    for snapshot in folder.snapshots():
        try:
            return read_header(next(read_snapshot(snapshot.path)))
        except DamagedLineError, StopIteration, LookupError, TypeError, ValueError:
            continue
    return None


def _make_durable(engine: Engine) -> None:
    """Let a commit survive a power cut, before what could bring back the store as it was is put aside."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
