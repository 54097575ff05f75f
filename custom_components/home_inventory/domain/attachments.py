"""Attachments: the photos, papers and links of an item, and the rules for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .attachment_errors import LinkNeedsAddressError, NotAPictureError
from .media_types import PDF, is_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

MOST_ATTACHMENTS: Final = 100
"""How many one item may have."""


class AttachmentKind(StrEnum):
    """What an attachment is to the household."""

    PHOTO = "photo"
    RECEIPT = "receipt"
    WARRANTY = "warranty"
    MANUAL = "manual"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A photo, a paper or a link that belongs to an item: a file or an address, never both."""

    id: str
    item_id: str
    kind: AttachmentKind
    title: str
    """May be empty: then it goes by its kind."""
    media_type: str | None
    """What the content of the file is, found out from the content itself; None for a link."""
    size: int | None
    """Of the file, in bytes; None for a link."""
    digest: str | None
    """SHA-256 of the file in hexadecimal digits, by which it is kept; None for a link."""
    url: str | None
    """Where a link leads; None for a file."""
    position: int
    """They are shown in this order; what was removed may leave a gap."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file that is kept."""

    digest: str
    """SHA-256 of the content in hexadecimal digits."""
    size: int
    """In bytes."""
    media_type: str


def in_order(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Return the attachments of an item as they are shown."""
    return tuple(sorted(attachments, key=lambda attachment: (attachment.position, attachment.id)))


def picture_of(attachments: Sequence[Attachment]) -> Attachment | None:
    """Return what an item is shown by: its first photo."""
    return next((attachment for attachment in attachments if attachment.kind is AttachmentKind.PHOTO), None)


def likely_kind(media_type: str | None) -> AttachmentKind:
    """Return what something is when nobody says so: a picture is a photo, a PDF a manual, what is no file a link."""
    if media_type is None:
        return AttachmentKind.LINK
    if is_picture(media_type):
        return AttachmentKind.PHOTO
    return AttachmentKind.MANUAL if media_type == PDF else AttachmentKind.OTHER


def check_kind(kind: AttachmentKind, media_type: str | None) -> None:
    """Raise NotAPictureError for a photo that is none, LinkNeedsAddressError for a link that is a file.

    Receipts, warranty papers and manuals may be files or addresses; `media_type` is None for an address.
    """
    if kind is AttachmentKind.PHOTO and (media_type is None or not is_picture(media_type)):
        raise NotAPictureError(type=media_type or "-")
    if kind is AttachmentKind.LINK and media_type is not None:
        raise LinkNeedsAddressError


def moved(attachments: Sequence[Attachment], attachment_id: str, position: int) -> list[Attachment]:
    """Return all attachments of an item with one of them moved to a place, counted from 0; the others make room."""
    order = [attachment for attachment in attachments if attachment.id != attachment_id]
    one = next(attachment for attachment in attachments if attachment.id == attachment_id)
    order.insert(position, one)
    return [replace(attachment, position=place) for place, attachment in enumerate(order)]
