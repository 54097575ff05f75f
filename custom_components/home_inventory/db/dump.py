"""Reading everything out of the database, as the lines of a snapshot."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from ..domain.models import Batch, Noun
from ..journal.entries import START, Mark, Meta, batch_line, code_line, record_line
from ..journal.replay import clean
from . import device_rows, lists
from .device_records import device_json
from .records import ATTACHMENT_COLUMNS, ITEM_COLUMNS, LOAN_COLUMNS, LOCATION_COLUMNS, STOCK_COLUMNS, to_change, to_json
from .schema import BatchRow, CategoryRow, ChangeRow, CodeRow, ItemRow, LocationRow, MetaRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row
    from sqlalchemy.orm import Session

    from ..domain.models import Change, Item
    from ..journal.entries import Body

_CHUNK: Final = 500
_ITEM_FIELDS: Final = (*ITEM_COLUMNS, "aliases", "barcodes", "category_ids", "label_ids")
_CATEGORY_COLUMNS: Final = ("id", "name", "parent_id")


def one_moment(session: Session) -> Connection:
    """Let a session see one moment from its first to its last statement."""
    if session.get_bind().dialect.name == "sqlite":
        connection = session.connection()
        connection.exec_driver_sql("BEGIN")
        return connection
    return session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def read_meta(connection: Connection) -> Meta | None:
    """Return the store's own row; None while there is none."""
    table = MetaRow.__table__.c
    row = connection.execute(select(table.store_id, table.generation, table.created_at, table.reminded_on)).first()
    if row is None:
        return None
    return Meta(store_id=row[0], generation=row[1], created_at=row[2], reminded_on=row[3])


def read_mark(connection: Connection) -> Mark:
    """Return the end of the history."""
    return _mark(connection, None)


def find_mark(connection: Connection, sequence: int) -> Mark:
    """Return the batch that ends with a change; the start of history if there is none."""
    return _mark(connection, sequence)


def _mark(connection: Connection, sequence: int | None) -> Mark:
    table = BatchRow.__table__.c
    wanted = select(table.last_sequence, table.id, table.at).order_by(table.id.desc()).limit(1)
    if sequence is not None:
        wanted = wanted.where(table.last_sequence == sequence)
    row = connection.execute(wanted).first()
    return START if row is None else Mark(*row)


def bodies(session: Session, store_id: str, sequence: int) -> Iterator[Body]:
    """Yield a line for each record and each code whose owner is gone, then one for each batch of the history."""
    for kind, record in records(session):
        yield record_line(store_id, sequence, kind, clean(record))
    for row in retired_codes(session):
        yield code_line(store_id, sequence, row.code, row.owner_id, row.given_at)
    for batch in batches_after(session, 0):
        yield batch_line(store_id, batch)


def batches_after(session: Session, sequence: int) -> Iterator[Batch]:
    """Yield the batches after a change, oldest first."""
    table = BatchRow.__table__.c
    while rows := session.execute(
        select(BatchRow.__table__)
        .where(table.first_sequence > sequence)
        .order_by(table.id)  # ids sort as the history goes
        .limit(_CHUNK)
    ).all():
        changes = _changes(session, rows[0].first_sequence, rows[-1].last_sequence)
        for row in rows:
            yield Batch(
                id=row.id,
                at=row.at,
                source=row.source,
                user_id=row.user_id,
                context_id=row.context_id,
                undoes=row.undoes,
                changes=tuple(changes[row.id]),
            )
        sequence = rows[-1].last_sequence


def records(session: Session) -> Iterator[tuple[Noun, dict[str, Any]]]:
    """Yield every record with its fields."""
    for kind, row_type, columns in (
        (Noun.LOCATION, LocationRow, LOCATION_COLUMNS),
        (Noun.CATEGORY, CategoryRow, _CATEGORY_COLUMNS),
    ):
        table: Any = row_type.__table__
        for row in session.execute(select(*(table.c[name] for name in columns)).order_by(table.c.id)):
            yield kind, {name: to_json(value) for name, value in zip(columns, row, strict=True)}
    last = ""
    while page := lists.list_after(session, last, _CHUNK):
        for item in page:
            yield Noun.ITEM, _item_record(item)
            for entry in item.stock:
                yield Noun.STOCK, {name: to_json(getattr(entry, name)) for name in STOCK_COLUMNS}
            for loan in item.loans:
                yield Noun.LOAN, {name: to_json(getattr(loan, name)) for name in LOAN_COLUMNS}
            for attachment in item.attachments:
                yield Noun.ATTACHMENT, {name: to_json(getattr(attachment, name)) for name in ATTACHMENT_COLUMNS}
        last = page[-1].id
    last = ""
    while devices := device_rows.list_after(session, last, _CHUNK):
        for device in devices:
            yield Noun.DEVICE, device_json(device)
        last = devices[-1].id


def retired_codes(session: Session) -> Iterator[Row[tuple[str, str, datetime]]]:
    """Yield the codes of what is gone: those of items and places stand in their records."""
    yield from session.execute(_RETIRED.execution_options(yield_per=_CHUNK))


_RETIRED: Final = (
    select(CodeRow.code, CodeRow.owner_id, CodeRow.given_at)
    .where(
        ~select(ItemRow.id).where(ItemRow.id == CodeRow.owner_id, ItemRow.code == CodeRow.code).exists(),
        ~select(LocationRow.id).where(LocationRow.id == CodeRow.owner_id, LocationRow.code == CodeRow.code).exists(),
    )
    .order_by(CodeRow.code)
)


def _item_record(item: Item) -> dict[str, Any]:
    return {name: to_json(getattr(item, name)) for name in _ITEM_FIELDS}


def _changes(session: Session, first: int, last: int) -> defaultdict[str, list[Change]]:
    """Return changes by their batch."""
    table = ChangeRow.__table__.c
    found: defaultdict[str, list[Change]] = defaultdict(list)
    wanted = select(ChangeRow.__table__).where(table.sequence.between(first, last)).order_by(table.sequence)
    for row in session.execute(wanted):
        found[row.batch_id].append(to_change(row))
    return found
