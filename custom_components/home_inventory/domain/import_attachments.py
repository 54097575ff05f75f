"""The photos, papers and links that a row brings: those that its item does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attachments import MOST_ATTACHMENTS, Attachment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from .imports import RowAttachment


def come_along(
    said: Iterable[RowAttachment], has: Sequence[Attachment], item_id: str, new_id: Callable[[], str], now: datetime
) -> tuple[tuple[Attachment, ...], int]:
    """Return what comes to the attachments of an item, behind those that it has, and how many are too many."""
    known = {(each.digest, each.url) for each in has}
    fresh = {each.content: each for each in reversed(tuple(said)) if each.content not in known}
    wanted = list(reversed(fresh.values()))
    room = max(0, MOST_ATTACHMENTS - len(has))
    first = max((each.position for each in has), default=-1) + 1
    new = (_attachment(each, item_id, new_id(), first + place, now) for place, each in enumerate(wanted[:room]))
    return tuple(new), max(0, len(wanted) - room)


def _attachment(said: RowAttachment, item_id: str, attachment_id: str, position: int, now: datetime) -> Attachment:
    """Return the record of an attachment."""
    stored = said.stored
    return Attachment(
        id=attachment_id,
        item_id=item_id,
        kind=said.kind,
        title=said.title,
        media_type=None if stored is None else stored.media_type,
        size=None if stored is None else stored.size,
        digest=None if stored is None else stored.digest,
        url=said.url,
        position=position,
        created_at=now,
    )
