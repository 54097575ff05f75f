"""History: reading batches of changes."""

from __future__ import annotations

from collections import defaultdict
from itertools import batched
from typing import TYPE_CHECKING, Final

from sqlalchemy import false, func, or_, select

from ..domain.errors import BatchNotFoundError
from ..domain.models import Batch, Noun, Page
from .records import to_change
from .schema import BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from ..domain.models import Change

_SPANS: Final = 200
"""How many ranges one statement takes: SQLite's parser gives up at a thousand."""


def list_batches(
    session: Session,
    *,
    record_id: str | None = None,
    batch_id: str | None = None,
    limit: int,
    offset: int,
) -> Page[Batch]:
    """Return whole batches, newest first; those about one record if it is given."""
    wanted = select(BatchRow.id)
    if batch_id is not None:
        wanted = wanted.where(BatchRow.id == batch_id)
    if record_id is not None:
        about = select(ChangeRow.batch_id).where(ChangeRow.subject_id == record_id)
        wanted = wanted.where(BatchRow.id.in_(about))
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    found = session.scalars(wanted.order_by(BatchRow.id.desc()).limit(limit).offset(offset)).all()
    return Page(load_batches(session, found), total)


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


def load_batches(session: Session, batch_ids: Sequence[str]) -> tuple[Batch, ...]:
    """Return batches with their changes, in this order."""
    rows = {row.id: row for row in session.scalars(select(BatchRow).where(BatchRow.id.in_(batch_ids)))}
    undone_by = dict(
        session.execute(select(BatchRow.undoes, BatchRow.id).where(BatchRow.undoes.in_(batch_ids))).tuples().all()
    )
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for spans in batched(
        sorted((row.first_sequence, row.last_sequence) for row in rows.values()), _SPANS, strict=False
    ):
        within = [ChangeRow.sequence.between(first, last) for first, last in spans]
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
