"""The only door to the database, and the only file here that knows the recorder.

Reads run at once, in the recorder's executor. Writes queue: see writer.py.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Final

from homeassistant.helpers.recorder import get_instance
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ..domain.recovery import StoreStatus
from ..domain.store_errors import OutOfStepError, StoreUnavailableError
from .healer import Healer
from .jobs import Chore, Job, Runner
from .keeper import Keeper
from .recorder import RecorderFile, address_of
from .replacing import replace_store
from .sizes import database_bytes
from .troubles import HEALABLE, Trouble, intelligible, trouble_of
from .verify import differences
from .work import Work
from .writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.components.recorder import Recorder
    from homeassistant.core import HomeAssistant
    from sqlalchemy import Engine

    from ..domain.actor import Actor
    from ..domain.models import Notice
    from ..domain.recovery import Decision, Known, Recovery
    from ..journal.entries import Meta
    from .hearers import Hearers

type UseCase[**P, T] = Callable[Concatenate[Work, P], T]

_LOGGER: Final = logging.getLogger(__name__)
FOLDER: Final = "home_inventory"
_READ_TRIES: Final = 5


class Database:
    """Runs functions of this package on the recorder's database, and keeps the journal along with it."""

    def __init__(self, hass: HomeAssistant, hearers: Hearers) -> None:
        """Take who is told about what happens."""
        self._hass = hass
        self._hearers = hearers
        self._file = RecorderFile(lambda: self._recorder)
        self._keeper = Keeper(Path(hass.config.path(FOLDER)), self._file.engine, self._on_progress)
        self._healer = Healer(self._keeper, self._file, self._on_recovery)
        self._writer = Writer(
            Runner(self._file, self._keeper.journal, self._healer),
            submit=lambda run: self._recorder.async_add_executor_job(run),  # noqa: PLW0108 - asked for anew
            hearers=hearers,
        )
        self._files_in_use = asyncio.Lock()
        self._has_files = False
        self._held_since: datetime | None = None

    @property
    def address(self) -> str:
        """Return what tells this database from another one, without saying where it is."""
        return address_of(self._recorder)

    @property
    def sequence(self) -> int:
        """Return how many changes there have been."""
        return self._keeper.journal.mark.sequence

    @property
    def meta(self) -> Meta:
        """Return the row about the store, which is open."""
        meta = self._keeper.journal.meta
        assert meta is not None  # noqa: S101 - a store is asked when it is open
        return meta

    @property
    def _recorder(self) -> Recorder:
        """Return the recorder. Its engine is asked for anew each time: recovery from corruption replaces it."""
        return get_instance(self._hass)

    async def async_open(
        self, known: Known | None = None, decision: Decision | None = None
    ) -> tuple[Meta, list[Recovery]]:
        """Bring tables and journal up to date; return the store's row and what had to be done.

        Raises UndecidedError, NewerSchemaError, MigrationFailedError, JournalUnwritableError or StoreUnavailableError.
        """
        return await self._async_run(lambda: self._healer.open(known, decision, self.address))

    async def async_close(self) -> None:
        """Finish the writes that wait, and say that nothing follows; what comes later is refused."""
        last = Chore(self._keeper.close, self._hass.loop.create_future())
        await self._writer.async_close(last)
        is_done = last.done.done() and last.done.exception() is None
        if not is_done:  # the recorder has ended: nobody else has the journal's file any more
            await self._hass.async_add_executor_job(self._keeper.close)

    async def async_ping(self) -> bool:
        """Return whether the database answers."""
        try:
            return await self.async_read(lambda session: session.scalar(select(1)) == 1)
        except StoreUnavailableError:
            return False

    async def async_read[**P, T](
        self, func: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function that only reads."""
        used: list[Engine] = []

        def read() -> T:
            used[:] = [self._file.engine()]
            with intelligible(), Session(used[0], expire_on_commit=False) as session:
                self._file.connect(session)
                return func(session, *args, **kwargs)

        for tries_left in reversed(range(_READ_TRIES)):
            if self._keeper.is_rebuilding:
                await self._async_chore(lambda: None)  # its turn comes after the rebuild
            rebuilds = self._keeper.rebuilds
            try:
                found = await self._async_run(read)
            except DBAPIError as err:
                _LOGGER.info("A read failed: %s", err.orig)
                if not tries_left or not await self._async_can_retry(trouble_of(err), used[0]):
                    raise StoreUnavailableError from err
            else:
                if rebuilds == self._keeper.rebuilds:  # else half of the rows may have been there
                    return found
        raise StoreUnavailableError

    async def async_write[**P, T](
        self, actor: Actor, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Notice | None]:
        """Run a use case in a transaction of its own; return its result and what was told after the commit."""
        job = Job(actor, lambda work: use_case(work, *args, **kwargs), self._hass.loop.create_future())
        self._writer.put(job)
        try:
            return await job.done
        except OutOfStepError:
            self._hearers.on_out_of_step()
            raise

    async def async_replace[T](self, fill: Callable[[Session], T]) -> T:
        """Let a function put other rows into all tables; if it raises, all is as it was. Then open everything anew."""
        replaced: T = await self._async_chore(lambda: replace_store(self._file, self._keeper, fill))
        return replaced

    # The files

    async def async_wants_snapshot(self) -> bool:
        """Return whether it is time for a snapshot."""
        return await self._hass.async_add_executor_job(self._keeper.wants_snapshot)

    async def async_snapshot(self) -> tuple[str, int, int]:
        """Write a snapshot while changes go on; return its path in the configuration folder, its bytes and its sequence.

        Raises JournalUnwritableError or StoreUnavailableError.
        """
        async with self._files_in_use:
            try:
                if not await self._async_run(self._healer.is_in_order):
                    await self._async_chore(self._healer.mend)
                await self._async_chore(self._keeper.journal.start_segment)
                return await self._async_run(self._keeper.snapshot)
            except DBAPIError as err:
                raise StoreUnavailableError from err

    async def async_verify(self) -> list[str]:
        """Return in what database and journal differ, in words; nothing if all is well."""
        return await self._async_chore(lambda: differences(self._file.engine(), self._keeper.journal.folder))  # type: ignore[no-any-return]

    async def async_hold(self) -> None:
        """Let changes wait, for the sake of a backup.

        The recorder locks SQLite's file; and a file of the journal that is cut or put aside while it is being packed
        would fail the whole backup, whatever the database.
        """
        await self._files_in_use.acquire()
        self._has_files = True
        self._held_since = datetime.now(UTC)
        await self._writer.async_hold()

    def release(self) -> None:
        """Go on."""
        self._held_since = None
        if self._has_files:  # and not a snapshot that is being written
            self._has_files = False
            self._files_in_use.release()
        self._writer.release()

    async def async_status(self) -> StoreStatus:
        """Return how the store is doing."""
        journal = self._keeper.journal
        size = await self.async_read(database_bytes)
        snapshots, used = await self._hass.async_add_executor_job(lambda: (journal.folder.snapshots(), journal.size))
        return StoreStatus(
            store_id=self.meta.store_id,
            generation=self.meta.generation,
            sequence=journal.mark.sequence,
            database=str(self._recorder.dialect_name or ""),
            database_bytes=size,
            journal_bytes=used,
            snapshots=len(snapshots),
            snapshot_at=snapshots[-1].at if snapshots else None,
            backup_since=self._held_since,
            waiting=self._writer.waiting,
        )

    async def _async_can_retry(self, trouble: Trouble, engine: Engine) -> bool:
        """Do what can be done about a read that failed; return whether to read again."""
        if trouble in HEALABLE and self._keeper.journal.meta is not None:  # before that there is nothing to heal from
            healed: bool = await self._async_chore(lambda: self._healer.heal_database(trouble, engine))
            # Somebody else may have been faster: then there was nothing left to heal.
            return healed or trouble is Trouble.MISSING
        # A connection that had gone stale is replaced by a new one; a lock has been waited for, and is short.
        return trouble in (Trouble.AWAY, Trouble.LOCKED)

    async def _async_run[T](self, func: Callable[[], T]) -> T:
        """Run something in the recorder's executor. Raises StoreUnavailableError when the recorder has ended."""
        try:
            running: asyncio.Future[T] = self._recorder.async_add_executor_job(_uninterrupted, func)
        except RuntimeError as err:  # it takes no more
            raise StoreUnavailableError from err
        return await running

    async def _async_chore(self, func: Callable[[], Any]) -> Any:
        """Do something between two use cases."""
        chore = Chore(func, self._hass.loop.create_future())
        self._writer.put(chore)
        return await chore.done

    def _on_progress(self, fraction: float) -> None:
        """Tell how far a rebuild is, from whatever thread."""
        self._hass.loop.call_soon_threadsafe(self._hearers.on_progress, fraction)

    def _on_recovery(self, recovery: Recovery) -> None:
        """Tell what was done, from whatever thread."""
        self._hass.loop.call_soon_threadsafe(self._hearers.on_recovery, recovery)


def _uninterrupted[T](func: Callable[[], T]) -> T:
    """Run something in the recorder's executor, which ends threads that are still busy when Home Assistant stops.

    Raises StoreUnavailableError then: a SystemExit would end the event loop that waits for the answer.
    """
    try:
        return func()
    except SystemExit as err:
        raise StoreUnavailableError from err
