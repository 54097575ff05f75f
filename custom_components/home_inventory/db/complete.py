"""Everything that a complete export holds, read from one moment of the database: a page of it is in memory at a time."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..domain.complete import Section
from ..domain.models import Noun
from ..journal.replay import clean
from . import dump
from .records import to_change
from .schema import BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..domain.models import Change

    type Record = dict[str, Any]

_CHUNK: Final = 1000
_SECTIONS: Final[Mapping[Noun, Section]] = {
    Noun.LOCATION: Section.LOCATIONS,
    Noun.CATEGORY: Section.CATEGORIES,
    Noun.ITEM: Section.ITEMS,
    Noun.DEVICE: Section.DEVICES,
}
_PARTS: Final[Mapping[Noun, str]] = {Noun.STOCK: "stock", Noun.LOAN: "loans", Noun.ATTACHMENT: "attachments"}
"""What stands inside its item."""


@contextmanager
def one_moment_of(session: Session) -> Iterator[Session]:
    """Give a session that sees one moment from its first to its last statement: this one, or on a server another one.

    What a transaction sees is settled before its first statement, and a server's has begun already.
    """
    if session.get_bind().dialect.name == "sqlite":
        dump.one_moment(session)
        yield session
        return
    with Session(session.get_bind()) as own:
        dump.one_moment(own)
        yield own


def export_records(session: Session, *, history: bool) -> Iterator[tuple[Section, Record]]:
    """Yield everything there is, by sections, each sorted by id; the session should see one moment."""
    yield from _records(session)
    for row in dump.retired_codes(session):
        about = {"code": row.code, "owner_id": row.owner_id, "given_at": row.given_at.astimezone(UTC).isoformat()}
        yield Section.CODES, about
    if history:
        yield from ((Section.BATCHES, batch) for batch in _batches(session))
        yield from ((Section.CHANGES, change) for change in _changes(session))


def _records(session: Session) -> Iterator[tuple[Section, Record]]:
    """Yield the records, items with what hangs on them."""
    whole: tuple[Section, Record] | None = None
    for noun, fields in dump.records(session):
        if whole is not None and noun in _PARTS:
            part = {name: value for name, value in clean(fields).items() if name != "item_id"}
            whole[1].setdefault(_PARTS[noun], []).append(part)
            continue
        if whole is not None:
            yield whole
        whole = _SECTIONS[noun], clean(fields)
    if whole is not None:
        yield whole


def _batches(session: Session) -> Iterator[Record]:
    """Yield what was done, oldest first."""
    last = ""
    while rows := session.execute(_SELECT_BATCHES.where(BatchRow.id > last)).all():
        for row in rows:
            about = {"id": row.id, "at": row.at.astimezone(UTC).isoformat(), "source": row.source}
            about |= {name: getattr(row, name) for name in ("user_id", "context_id", "undoes") if getattr(row, name)}
            yield about | {"first_sequence": row.first_sequence, "last_sequence": row.last_sequence}
        last = rows[-1].id


_SELECT_BATCHES: Final = select(*BatchRow.__table__.columns).order_by(BatchRow.id).limit(_CHUNK)


def _changes(session: Session) -> Iterator[Record]:
    """Yield the lines of history, oldest first."""
    last = 0
    while rows := session.execute(_SELECT_CHANGES.where(ChangeRow.sequence > last)).all():
        for row in rows:
            yield _change(to_change(row), row.batch_id)
        last = rows[-1].sequence


_SELECT_CHANGES: Final = select(*ChangeRow.__table__.columns).order_by(ChangeRow.sequence).limit(_CHUNK)


def _change(change: Change, batch_id: str) -> Record:
    """Return a line of history as the file has it."""
    body: Record = {"sequence": change.sequence, "batch_id": batch_id, "kind": change.kind}
    body |= {"operation": change.operation, "id": change.id, "title": change.title}
    for name in ("item_id", "before", "after"):
        if (value := getattr(change, name)) is not None:
            body[name] = value
    return body
