"""History: reading batches of changes."""

from __future__ import annotations

from collections import defaultdict
from itertools import batched
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, exists, false, func, or_, select, true
from ulid_transform import ulid_at_time

from ..domain.activity import Batches
from ..domain.errors import BatchNotFoundError
from ..domain.models import Batch, Noun
from .records import to_change
from .schema import BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from ..domain.activity import HistoryFilter
    from ..domain.filters import Range
    from ..domain.models import Change

_MOMENT: Final = 10
"""Characters at the beginning of an id that say when it was made."""
_SPANS: Final = 200
"""How many ranges one statement takes: SQLite's parser gives up at a thousand."""
_MANY: Final = 100
"""A batch of so many changes is not told whole to whoever asks about one record."""


def list_batches(session: Session, wanted: HistoryFilter, *, limit: int, offset: int) -> Batches:
    """Return whole batches, newest first; of large ones only what is about one record, if that is asked for.

    They are walked by their ids, which sort as the history goes, from the newest or from where the page before has ended,
    until the page is full; the lines of a batch follow each other by their numbers. Both are primary keys.
    """
    statement = select(BatchRow.id).where(*_conditions(wanted))
    total = None
    if wanted.is_countable:
        total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    found = session.scalars(statement.order_by(BatchRow.id.desc()).limit(limit + 1).offset(offset)).all()
    return Batches(load_batches(session, found[:limit], about=wanted.record_id), len(found) > limit, total)


def _conditions(wanted: HistoryFilter) -> Iterator[ColumnElement[bool]]:
    """Return what is asked about a batch."""
    if wanted.batch_id is not None:
        yield BatchRow.id == wanted.batch_id
    if wanted.before is not None:
        yield BatchRow.id < wanted.before
    if wanted.record_id is not None:
        yield BatchRow.id.in_(select(ChangeRow.batch_id).where(ChangeRow.subject_id == wanted.record_id))
    if wanted.user_id is not None:
        yield BatchRow.user_id == wanted.user_id
    if wanted.sources:
        yield BatchRow.source.in_(wanted.sources)
    yield from _between(wanted.moments)
    if wanted.kinds or wanted.operations:
        lines = [ChangeRow.sequence.between(BatchRow.first_sequence, BatchRow.last_sequence)]
        if wanted.kinds:
            lines.append(ChangeRow.kind.in_(wanted.kinds))
        if wanted.operations:
            lines.append(ChangeRow.operation.in_(wanted.operations))
        yield exists().where(*lines)


def _between(moments: Range[datetime] | None) -> Iterator[ColumnElement[bool]]:
    """Return whether a batch was made in a time: an id begins with its moment."""
    if moments is not None:
        if moments.low is not None:
            yield BatchRow.id >= ulid_at_time(moments.low.timestamp())[:_MOMENT]
        if moments.high is not None:
            yield BatchRow.id < ulid_at_time(moments.high.timestamp())[:_MOMENT]


def list_people(session: Session) -> list[str]:
    """Return the ids of the users who have changed something."""
    users = select(BatchRow.user_id).where(BatchRow.user_id.is_not(None)).distinct()
    return sorted(user_id for user_id in session.scalars(users) if user_id)


def get_batch(session: Session, batch_id: str) -> Batch:
    """Return a batch or raise BatchNotFoundError."""
    found = load_batches(session, [batch_id])
    if not found:
        raise BatchNotFoundError(batch_id)
    return found[0]


def find_last_batch_of(session: Session, user_id: str | None) -> str | None:
    """Return the id of a user's last batch that is neither undone nor itself the undoing of another."""
    undone = select(BatchRow.undoes).where(BatchRow.undoes.is_not(None))
    own = select(BatchRow.id).where(BatchRow.user_id == user_id, BatchRow.undoes.is_(None), BatchRow.id.not_in(undone))
    return session.scalar(own.order_by(BatchRow.id.desc()).limit(1))


def list_changed_items(session: Session, sequence: int, limit: int) -> list[str]:
    """Return the ids of some items that were changed after a change, those that are gone included."""
    about = ChangeRow.kind.in_([noun for noun in Noun if noun.is_of_item])
    wanted = select(ChangeRow.subject_id).where(ChangeRow.sequence > sequence, about).distinct().limit(limit)
    return list(session.scalars(wanted))


def load_batches(session: Session, batch_ids: Sequence[str], *, about: str | None = None) -> tuple[Batch, ...]:
    """Return batches with their changes, in this order.

    Of a batch that has changed many records only what is about one of them, if that is given.
    """
    rows = {row.id: row for row in session.scalars(select(BatchRow).where(BatchRow.id.in_(batch_ids)))}
    undone_by = dict(
        session.execute(select(BatchRow.undoes, BatchRow.id).where(BatchRow.undoes.in_(batch_ids))).tuples().all()
    )
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    is_about = ChangeRow.subject_id == about
    for spans in batched(
        sorted((row.first_sequence, row.last_sequence) for row in rows.values()), _SPANS, strict=False
    ):
        within = [
            and_(ChangeRow.sequence.between(first, last), is_about if about and last - first >= _MANY else true())
            for first, last in spans
        ]
        for line in session.scalars(select(ChangeRow).where(or_(false(), *within)).order_by(ChangeRow.sequence)):
            changes[line.batch_id].append(to_change(line))
    return tuple(
        Batch(
            id=row.id,
            at=row.at,
            source=row.source,
            user_id=row.user_id,
            context_id=row.context_id,
            undoes=row.undoes,
            undone_by=undone_by.get(row.id),
            changes=tuple(changes[row.id]),
        )
        for batch_id in batch_ids
        if (row := rows.get(batch_id)) is not None
    )
