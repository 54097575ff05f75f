"""Attachments: photos, papers and links of items, and the files that are kept for them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from ..db import attachments
from ..domain.attachment_errors import FileUnknownError, NotAPictureError
from ..domain.attachments import AttachmentKind, likely_kind
from ..domain.errors import RequiredValueError
from ..domain.media_types import DRAWN
from ..files import SIZES
from .base import Manager, batch_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.attachments import Attachment, StoredFile
    from ..domain.models import Item, Notice
    from ..files import FileStore, Thumbnails
    from .catalog import Catalog
    from .items import ItemManager

KEPT_FOR: Final = timedelta(days=30)
"""How long the file of an attachment that was removed is kept, so that this can be undone."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of an item and one of its attachments."""

    item: Item
    attachment_id: str
    batch_id: str | None
    missing: frozenset[str]
    """Digests of the item's files that are not on the disk."""


class AttachmentManager(Manager):
    """Attaching, changing, ordering and removing."""

    def __init__(
        self, database: Database, catalog: Catalog, items: ItemManager, files: FileStore, thumbnails: Thumbnails
    ) -> None:
        """Take who knows what items are called, and where files and their small pictures are kept."""
        super().__init__(database, catalog)
        self._items = items
        self._files = files
        self._thumbnails = thumbnails

    async def async_receive(self, actor: Actor, portions: AsyncIterable[bytes]) -> StoredFile:
        """Keep a file that comes in bit by bit; attaching it is another step.

        Raises FileEmptyError, FileTooLargeError, FileNotKeptError and what the portions raise; then nothing of it is kept.
        """
        actor.require_write()
        incoming = await asyncio.to_thread(self._files.begin)
        try:
            async for portion in portions:
                await asyncio.to_thread(incoming.write, portion)
            return await asyncio.to_thread(incoming.finish)
        finally:
            await asyncio.to_thread(incoming.close)

    async def async_take(self, actor: Actor, path: Path) -> StoredFile:
        """Keep a copy of a file of this machine. Raises OSError if it can't be read."""
        actor.require_write()
        return await asyncio.to_thread(self._files.take, path)

    async def async_add(
        self,
        actor: Actor,
        reference: str,
        *,
        digest: str | None = None,
        url: str | None = None,
        kind: AttachmentKind | None = None,
        title: str | None = None,
    ) -> Attached:
        """Attach a file that is kept or an address, exactly one of them, to an item.

        Raises FileUnknownError for a file that was never uploaded.
        """
        actor.require_write()
        if (digest is None) == (url is None):
            raise RequiredValueError(field="file / url")
        item = await self._items.async_get(reference)
        values: dict[str, Any] = {"url": url}
        if digest is not None:
            stored = await asyncio.to_thread(self._files.claim, digest)
            values = {"digest": stored.digest, "size": stored.size, "media_type": stored.media_type}
        kind = kind or likely_kind(values.get("media_type"))
        if kind is AttachmentKind.PHOTO and values.get("media_type") in DRAWN:  # told now rather than shown as a gap
            await self._async_draw(values["digest"], SIZES[0])
        attachment_id, notice = await self._async_write(
            actor, attachments.add, item.id, kind=kind, title=title or "", **values
        )
        return await self._async_attached(item.id, attachment_id, notice)

    async def async_update(
        self, actor: Actor, attachment_id: str, values: Mapping[str, Any], *, position: int | None = None
    ) -> Attached:
        """Change the title, kind or address of an attachment, or where it stands among those of its item, counted from 0."""
        actor.require_write()
        for name in ("kind", "url"):
            if name in values and values[name] is None:
                raise RequiredValueError(field=name)
        item_id, notice = await self._async_write(actor, attachments.change, attachment_id, values, position)
        return await self._async_attached(item_id, attachment_id, notice)

    async def async_remove(self, actor: Actor, attachment_id: str) -> Attached:
        """Take an attachment off its item; undoing brings it back, with its file."""
        item_id, notice = await self._async_write(actor, attachments.remove, attachment_id)
        return await self._async_attached(item_id, attachment_id, notice)

    async def async_get(self, attachment_id: str) -> Attachment:
        """Return an attachment, or raise AttachmentNotFoundError."""
        return await self._database.async_read(attachments.get, attachment_id)

    async def async_file(self, attachment_id: str, size: int | None = None) -> tuple[Attachment, Path]:
        """Return an attachment and where its file is; with a size (one of `SIZES`), where its small picture is.

        Raises AttachmentNotFoundError, FileUnknownError for a link and for what is not on the disk, NotAPictureError for
        what no small picture is made of, and what drawing it raises.
        """
        attachment = await self.async_get(attachment_id)
        if attachment.digest is None:
            raise FileUnknownError
        stored = await asyncio.to_thread(self._files.describe, attachment.digest)
        if size is None:
            return attachment, self._files.path_of(stored.digest)
        if stored.media_type not in DRAWN:
            raise NotAPictureError(type=stored.media_type)
        return attachment, await self._async_draw(stored.digest, size)

    async def _async_draw(self, digest: str, size: int) -> Path:
        """Return where the small picture of a file is."""
        return await asyncio.to_thread(self._thumbnails.make, digest, self._files.path_of(digest), size)

    async def async_missing(self, item: Item) -> frozenset[str]:
        """Return the digests of those files of an item that are not on the disk, as after half a restore."""
        digests = [attachment.digest for attachment in item.attachments if attachment.digest]
        if not digests:
            return frozenset()
        return frozenset(await asyncio.to_thread(self._files.missing, digests))

    async def async_clear_up(self, now: datetime) -> int:
        """Delete the files that no attachment has had for `KEPT_FOR`; return how many. Uploads that nobody attached go, too."""
        since = now - KEPT_FOR
        await asyncio.to_thread(self._files.clear_incoming)
        old = await asyncio.to_thread(self._files.brought_before, since.timestamp())
        needed = await self._database.async_read(attachments.needed, old, since)
        gone = [digest for digest in old if digest not in needed]
        gone = await asyncio.to_thread(self._files.remove, gone, since.timestamp())
        await asyncio.to_thread(self._thumbnails.remove, gone)
        return len(gone)

    async def _async_attached(self, item_id: str, attachment_id: str, notice: Notice | None) -> Attached:
        """Return an item as it is after a use case."""
        item = (await self._items.async_done(item_id, notice)).value
        return Attached(item, attachment_id, batch_of(notice), await self.async_missing(item))
