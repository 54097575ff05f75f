"""The store as a whole: how it is doing, snapshots, and making way for backups."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..db import writer
from ..domain.store_errors import BackupRunningError
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.recovery import Decision, Known, Recovery, StoreStatus
    from ..journal.entries import Meta
    from .catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A snapshot that was written."""

    path: str
    """Inside the configuration folder."""
    bytes: int
    sequence: int


class StoreManager(Manager):
    """Opens and closes the store, and looks after its files."""

    meta: Meta
    recovery: Recovery | None = None
    """What was done to the store the last time that something was, also before this start."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Nothing is open yet."""
        super().__init__(database, catalog)
        self._is_free = asyncio.Event()
        self._is_free.set()
        self.on_change: Callable[[], None] | None = None
        """Called when what `async_status` returns has changed in a way that people want to see."""

    @property
    def is_held(self) -> bool:
        """Return whether changes wait for a backup."""
        return not self._is_free.is_set()

    async def async_open(self, known: Known | None, decision: Decision | None) -> list[Recovery]:
        """Open the store; return what had to be done. Raises what `Database.async_open` raises."""
        self.meta, recoveries = await self._database.async_open(known, decision)
        return recoveries

    async def async_close(self) -> None:
        """Finish what is being written."""
        await self._database.async_close()

    async def async_status(self) -> StoreStatus:
        """Return how the store is doing."""
        return replace(await self._database.async_status(), recovery=self.recovery)

    async def async_snapshot(self, actor: Actor) -> Snapshot:
        """Write everything into one file; for administrators.

        A backup is waited for as a change waits. Raises BackupRunningError, JournalUnwritableError and
        StoreUnavailableError.
        """
        actor.require_admin()
        limit = writer.BACKUP_TIMEOUT
        try:
            await asyncio.wait_for(self._is_free.wait(), limit)
        except TimeoutError as err:
            raise BackupRunningError(seconds=int(limit)) from err
        return await self._async_snapshot()

    async def async_snapshot_if_due(self) -> bool:
        """Write a snapshot when much has changed since the last one, or a day has gone by; return whether it was."""
        if self.is_held or not await self._database.async_wants_snapshot():
            return False
        await self._async_snapshot()
        return True

    async def async_verify(self) -> list[str]:
        """Return in what database and journal differ, in words; nothing if all is well."""
        return await self._database.async_verify()

    async def async_hold(self) -> None:
        """Let changes wait for a backup; reading goes on. When this raises, changes go on."""
        self._is_free.clear()
        try:
            await self._database.async_hold()
        except BaseException:
            self.release()
            raise
        if not self.is_held:  # the backup has ended while we were making way
            self._database.release()
        self._changed()

    def release(self) -> None:
        """Let changes go on."""
        self._is_free.set()
        self._database.release()
        self._changed()

    async def _async_snapshot(self) -> Snapshot:
        path, size, sequence = await self._database.async_snapshot()
        self._changed()
        return Snapshot(path=path, bytes=size, sequence=sequence)

    def _changed(self) -> None:
        if self.on_change is not None:
            self.on_change()
