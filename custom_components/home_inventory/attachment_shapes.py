"""The shapes of attachments; `shapes.py` says which of them the front end gets."""

from typing import TypedDict

from .domain.attachments import AttachmentKind  # noqa: TC001 - script/gen_types reads it


class AttachmentView(TypedDict):
    """A photo, a paper or a link of an item.

    A file has `media_type` and `size` (bytes), a link has `url`. `missing` says that the file is not on the disk.
    """

    id: str
    kind: AttachmentKind
    title: str
    media_type: str | None
    size: int | None
    url: str | None
    position: int
    created_at: str
    missing: bool
