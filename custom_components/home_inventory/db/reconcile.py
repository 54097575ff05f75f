"""Comparing database and journal when the store is opened: which of them is right, or who has to say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from sqlalchemy.orm import Session

from ..domain.recovery import Conflict, Difference, Side
from ..journal.entries import LineKind, Mark, first_sequence
from ..journal.replay import read_all
from . import dump

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Engine

    from ..domain.recovery import Known
    from ..journal.entries import Body, Meta
    from ..journal.folder import Folder
    from ..journal.reader import Survey

_EXAMPLES: Final = 5


class Verdict(Enum):
    """What is to be done."""

    BEGIN = auto()
    """There is nothing anywhere: a new store."""
    GO_ON = auto()
    """Both are the same."""
    REBUILD_DATABASE = auto()
    """The database has nothing."""
    CATCH_UP_DATABASE = auto()
    """The database lacks what came last, for a reason in which nobody wants that."""
    CATCH_UP_JOURNAL = auto()
    """The journal lacks what came last."""
    RENEW_JOURNAL = auto()
    """There is no journal."""
    ASK = auto()
    """Only a person can know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of both; a side that is not there has no meta."""

    database: Meta | None
    database_mark: Mark
    journal: Meta | None
    journal_mark: Mark
    is_in_journal: bool = False
    """Whether the journal has the database's last change at the same place."""
    is_in_database: bool = False
    """Whether the database has the journal's last change at the same place."""
    is_cut_off: bool = False
    """Whether the last run had no orderly end and the database had already been further back in it."""
    has_moved: bool = False
    """Whether this is another database than the last time."""

    def judge(self) -> tuple[Verdict, Conflict | None]:
        """Return what is to be done, and what there is to ask."""
        if self.database is None or self.journal is None:
            return self._judge_one(), None
        if self.database.store_id != self.journal.store_id:
            return Verdict.ASK, Conflict.DIFFERENT_STORES
        return self._judge_histories()

    def _judge_histories(self) -> tuple[Verdict, Conflict | None]:
        """Return what is to be done about two histories of one store."""
        if self.database_mark.sequence == self.journal_mark.sequence and self.is_in_journal:
            return Verdict.GO_ON, None
        if self.is_in_database:
            return Verdict.CATCH_UP_JOURNAL, None
        if not self.is_in_journal:
            return Verdict.ASK, Conflict.FORKED
        if self.is_cut_off or self.has_moved:
            return Verdict.CATCH_UP_DATABASE, None
        return Verdict.ASK, Conflict.DATABASE_OLDER

    def _judge_one(self) -> Verdict:
        """Return what is to be done when at least one is missing."""
        if self.journal is not None:
            return Verdict.REBUILD_DATABASE
        return Verdict.BEGIN if self.database is None else Verdict.RENEW_JOURNAL


def gather(
    engine: Engine, folder: Folder, found: Survey, database: Meta | None, known: Known | None, address: str
) -> Facts:
    """Look at both sides, no closer than needed."""
    if database is None or found.meta is None:
        return Facts(database=database, database_mark=Mark(), journal=found.meta, journal_mark=found.mark)
    with engine.connect() as connection:
        mark = dump.read_mark(connection)
        there = dump.find_mark(connection, found.mark.sequence)
    is_same = mark.batch_id == found.mark.batch_id
    return Facts(
        database=database,
        database_mark=mark,
        journal=found.meta,
        journal_mark=found.mark,
        is_in_journal=is_same or (mark.sequence < found.mark.sequence and _has(read_all(folder, []), mark)),
        is_in_database=not is_same and there.batch_id == found.mark.batch_id and mark.sequence > found.mark.sequence,
        is_cut_off=not found.is_closed and mark.sequence >= found.opened_at,
        has_moved=known is not None and known.database != address,
    )


def compare(engine: Engine, folder: Folder, facts: Facts, conflict: Conflict) -> Difference:
    """Return what somebody has to know who is to choose between the two."""
    assert facts.database is not None  # noqa: S101 - without both there is nothing to choose
    assert facts.journal is not None  # noqa: S101
    common = 0 if conflict is Conflict.DIFFERENT_STORES else _common(engine, folder)
    journal = _names(body for body in read_all(folder, []) if _is_after(body, common))
    with Session(engine) as session:
        database = tuple(
            dict.fromkeys(
                change.title for batch in dump.batches_after(session, common) for change in reversed(batch.changes)
            )
        )
    return Difference(
        conflict=conflict,
        database=_side(facts.database, facts.database_mark, common, database[-_EXAMPLES:][::-1]),
        journal=_side(facts.journal, facts.journal_mark, common, journal[-_EXAMPLES:][::-1]),
    )


def _side(meta: Meta, mark: Mark, common: int, examples: tuple[str, ...]) -> Side:
    return Side(
        store_id=meta.store_id,
        sequence=mark.sequence,
        batch_id=mark.batch_id,
        last_change=mark.at,
        only_here=mark.sequence - common,
        examples=examples,
    )


def _common(engine: Engine, folder: Folder) -> int:
    """Return up to which change both have the same history."""
    common = 0
    with Session(engine) as session:
        ours = dump.batches_after(session, 0)
        theirs = (body for body in read_all(folder, []) if body["kind"] == LineKind.BATCH)
        for batch, body in zip(ours, theirs, strict=False):
            if batch.id != body["id"] or batch.changes[-1].sequence != body["sequence"]:
                break
            common = body["sequence"]
    return common


def _has(bodies: Iterable[Body], mark: Mark) -> bool:
    """Return whether a batch is in the journal, at its place."""
    if mark.batch_id is None:
        return True
    return any(
        body["kind"] == LineKind.BATCH and body["id"] == mark.batch_id and body["sequence"] == mark.sequence
        for body in bodies
    )


def _is_after(body: Body, sequence: int) -> bool:
    return bool(body["kind"] == LineKind.BATCH and first_sequence(body) > sequence)


def _names(bodies: Iterable[Body]) -> tuple[str, ...]:
    """Return what the changes are about, each name once."""
    return tuple(dict.fromkeys(change["title"] for body in bodies for change in body["changes"]))
