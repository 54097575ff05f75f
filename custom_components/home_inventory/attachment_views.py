"""What is given out about attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attachment_shapes import AttachmentView

if TYPE_CHECKING:
    from collections.abc import Collection

    from .domain.models import Item


def attachment_views(item: Item, missing: Collection[str]) -> list[AttachmentView]:
    """Return the attachments of an item as docs/api.md describes them; `missing` are digests of files that are not there."""
    return [
        AttachmentView(
            id=attachment.id,
            kind=attachment.kind,
            title=attachment.title,
            media_type=attachment.media_type,
            size=attachment.size,
            url=attachment.url,
            position=attachment.position,
            created_at=attachment.created_at.isoformat(),
            missing=attachment.digest in missing,
        )
        for attachment in item.attachments
    ]
