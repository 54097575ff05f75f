"""Attachments: adding, changing, ordering and removing the photos, papers and links of items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update
from ulid_transform import ulid_at_time, ulid_now

from ..domain.attachment_errors import AlreadyAttachedError, AttachmentNotFoundError, TooManyAttachmentsError
from ..domain.attachments import MOST_ATTACHMENTS, Attachment, AttachmentKind, check_kind, moved
from ..domain.errors import InvalidValueError, UndoConflictError
from ..domain.models import Noun, Operation
from . import stock
from .records import ATTACHMENT_COLUMNS, load_items, to_attachment, to_json
from .schema import AttachmentRow, BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ..domain.models import Change, Json
    from .work import Work

_INSERT: Final = insert(AttachmentRow.__table__)  # type: ignore[arg-type]
_CHUNK: Final = 1000
"""How many values one statement takes; the recorder allows 4,000."""


def add(
    work: Work,
    item_id: str,
    *,
    kind: AttachmentKind,
    title: str,
    media_type: str | None = None,
    size: int | None = None,
    digest: str | None = None,
    url: str | None = None,
) -> str:
    """Attach a file that is kept, or an address, behind what the item has already; return the attachment's id.

    Raises ArchivedError, AlreadyAttachedError, TooManyAttachmentsError and what `check_kind` raises.
    """
    item = stock.get_item_in_use(work, item_id)
    check_kind(kind, media_type)
    if len(item.attachments) >= MOST_ATTACHMENTS:
        raise TooManyAttachmentsError(item=item.name, limit=MOST_ATTACHMENTS)
    for other in item.attachments:
        if (other.digest, other.url) == (digest, url):
            raise AlreadyAttachedError(item=item.name, title=other.title or other.kind)
    attachment = Attachment(
        id=ulid_now(),
        item_id=item_id,
        kind=kind,
        title=title,
        media_type=media_type,
        size=size,
        digest=digest,
        url=url,
        position=max((other.position for other in item.attachments), default=-1) + 1,
        created_at=work.now,
    )
    insert_attachment(work, attachment)
    after = as_json(attachment)
    work.record(Noun.ATTACHMENT, Operation.CREATE, attachment.id, title=item.name, after=after, item_id=item_id)
    return attachment.id


def change(work: Work, attachment_id: str, values: Mapping[str, Any], position: int | None) -> str:
    """Change the title, kind or address of an attachment, and where it stands, counted from 0; return its item's id.

    Raises AttachmentNotFoundError, ArchivedError, AlreadyAttachedError and what `check_kind` raises.
    """
    before = get(work.session, attachment_id)
    item = stock.get_item_in_use(work, before.item_id)
    if "url" in values and before.url is None:
        raise InvalidValueError("url", "a file has no address")
    after = replace(before, **values)
    check_kind(after.kind, after.media_type)
    if after.url != before.url and any(other.url == after.url for other in item.attachments):
        raise AlreadyAttachedError(item=item.name, title=after.url)
    ordered = {before.id: after}
    if position is not None:
        ordered = {
            attachment.id: attachment
            for attachment in moved(
                [after if one.id == before.id else one for one in item.attachments], before.id, position
            )
        }
    for one in item.attachments:
        if (new := ordered.get(one.id, one)) != one:
            write_attachment(work, one, new, item.name)
    return before.item_id


def remove(work: Work, attachment_id: str) -> str:
    """Take an attachment off its item, whose id is returned. Its file stays for as long as this can be undone."""
    attachment = get(work.session, attachment_id)
    item = stock.get_item_in_use(work, attachment.item_id)
    take_off(work, attachment, item.name)
    return item.id


def get(session: Session, attachment_id: str) -> Attachment:
    """Return an attachment, or raise AttachmentNotFoundError."""
    if (found := _find(session, attachment_id)) is None:
        raise AttachmentNotFoundError(attachment=attachment_id)
    return found


def needed(session: Session, digests: Sequence[str], since: datetime) -> set[str]:
    """Return those of the digests that a record refers to, or that the history since a moment has attached or taken off."""
    found: set[str] = set()
    for start in range(0, len(digests), _CHUNK):
        part = digests[start : start + _CHUNK]
        found.update(filter(None, session.scalars(select(AttachmentRow.digest).where(AttachmentRow.digest.in_(part)))))
    return found | set(_told(session, since)).intersection(digests)


def _told(session: Session, since: datetime) -> Iterator[str]:
    """Yield the digests that the history since a moment speaks of."""
    # Ids of batches begin with their time and sort as the history goes, even where the clock was wrong.
    recent = select(BatchRow.first_sequence).where(BatchRow.id >= ulid_at_time(since.timestamp())[:10])
    first = session.scalar(recent.order_by(BatchRow.id).limit(1))
    if first is None:
        return
    lines = select(ChangeRow.before, ChangeRow.after).where(
        ChangeRow.sequence >= first, ChangeRow.kind == Noun.ATTACHMENT.value
    )
    for values in session.execute(lines.execution_options(yield_per=_CHUNK)):
        for digest in (kept.get("digest") for kept in values if kept):
            if isinstance(digest, str):
                yield digest


def as_json(attachment: Attachment) -> dict[str, Json]:
    """Return an attachment as a change keeps it."""
    return {name: to_json(getattr(attachment, name)) for name in ATTACHMENT_COLUMNS if name not in ("id", "item_id")}


def row_of(attachment: Attachment) -> dict[str, Any]:
    """Return the row of an attachment."""
    return {name: getattr(attachment, name) for name in ATTACHMENT_COLUMNS}


def take_off(work: Work, attachment: Attachment, title: str) -> None:
    """Delete an attachment's row: it is in the history from here on."""
    work.connection.execute(delete(AttachmentRow).where(AttachmentRow.id == attachment.id))
    work.record(
        Noun.ATTACHMENT,
        Operation.DELETE,
        attachment.id,
        title=title,
        before=as_json(attachment),
        item_id=attachment.item_id,
    )


def read_json(work: Work, attachment_id: str) -> dict[str, Json] | None:
    """Return an attachment as a change keeps it; None if it is gone."""
    attachment = _find(work.session, attachment_id)
    return None if attachment is None else as_json(attachment)


def revert(work: Work, change: Change, before: dict[str, Any]) -> None:
    """Undo a change of an attachment."""
    if change.operation is Operation.CREATE:
        work.connection.execute(delete(AttachmentRow).where(AttachmentRow.id == change.id))
        return
    if "kind" in before:
        before = {**before, "kind": AttachmentKind(before["kind"])}
    if change.operation is Operation.DELETE:
        if change.item_id is None or not load_items(work.session, [change.item_id]):
            raise UndoConflictError(title=change.title)
        insert_attachment(work, Attachment(id=change.id, item_id=change.item_id, **before))
    elif (attachment := _find(work.session, change.id)) is not None:
        _write_row(work, replace(attachment, **before))


def _find(session: Session, attachment_id: str) -> Attachment | None:
    """Return an attachment that is there."""
    table = AttachmentRow.__table__.c
    wanted = select(*(table[name] for name in ATTACHMENT_COLUMNS)).where(table.id == attachment_id)
    row = session.connection().execute(wanted).first()
    return None if row is None else to_attachment(row)


def insert_attachment(work: Work, attachment: Attachment) -> None:
    """Insert an attachment's row."""
    work.connection.execute(_INSERT, row_of(attachment))


def write_attachment(work: Work, before: Attachment, after: Attachment, title: str) -> None:
    """Write an attachment as it should be."""
    _write_row(work, after)
    work.record(
        Noun.ATTACHMENT,
        Operation.UPDATE,
        after.id,
        title=title,
        before=as_json(before),
        after=as_json(after),
        item_id=after.item_id,
    )


def _write_row(work: Work, attachment: Attachment) -> None:
    """Write an attachment's row."""
    values = {name: value for name, value in row_of(attachment).items() if name not in ("id", "item_id")}
    work.connection.execute(update(AttachmentRow).where(AttachmentRow.id == attachment.id).values(values))
