"""History: what happened, and undoing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..db import history, undo
from ..domain.errors import NothingToUndoError
from .base import Manager

if TYPE_CHECKING:
    from ..domain.activity import Batches, HistoryFilter
    from ..domain.actor import Actor


class HistoryManager(Manager):
    """Reading the change log, and inverting batches of it."""

    async def async_list(self, wanted: HistoryFilter, *, limit: int = 50, offset: int = 0) -> Batches:
        """Return the batches that fit a filter, newest first."""
        return await self._database.async_read(history.list_batches, wanted, limit=limit, offset=offset)

    async def async_list_people(self) -> list[str]:
        """Return the ids of the users who have changed something."""
        return await self._database.async_read(history.list_people)

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
