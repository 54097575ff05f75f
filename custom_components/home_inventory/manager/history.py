"""History: what happened, and undoing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..db import history, undo
from ..domain.errors import NothingToUndoError
from .base import Manager

if TYPE_CHECKING:
    from ..domain.actor import Actor
    from ..domain.models import Batch, Page


class HistoryManager(Manager):
    """Reading the change log, and inverting batches of it."""

    async def async_list(
        self, *, record_id: str | None = None, batch_id: str | None = None, limit: int = 50, offset: int = 0
    ) -> Page[Batch]:
        """Return batches, newest first; those about one item or location if its id is given."""
        return await self._database.async_read(
            history.list_batches, record_id=record_id, batch_id=batch_id, limit=limit, offset=offset
        )

    async def async_undo(self, actor: Actor, batch_id: str | None = None) -> tuple[str, str, int]:
        """Undo a batch, by default this user's last one.

        Returns the id of the batch that did it, the id of the batch that was undone and the number of its changes.
        """
        actor.require_write()
        if batch_id is None:
            batch_id = await self._database.async_read(history.find_last_batch_of, actor.user_id)
        if batch_id is None:
            raise NothingToUndoError
        count, notice = await self._async_write(actor, undo.undo, batch_id)
        return notice.batch.id if notice else "", batch_id, count
