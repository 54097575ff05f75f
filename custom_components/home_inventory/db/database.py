"""The only door to the database, and the only file here that knows the recorder.

Reads run at once, in the recorder's executor. Writes queue: one use case after the other, each in a transaction of its own;
those that wait together go through the executor together.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Concatenate, Final

from homeassistant.helpers.recorder import get_instance
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session

from ..domain.errors import StoreBusyError, StoreUnavailableError
from .codes import CodePool
from .migrations import migrate
from .work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from homeassistant.components.recorder import Recorder
    from homeassistant.core import HomeAssistant

    from ..domain.actor import Actor
    from ..domain.models import Notice

MOST_PER_RUN: Final = 50
"""How many waiting use cases share one run through the executor; a read never waits for more."""
WRITE_TIMEOUT: Final = 60.0
"""Seconds that a write is tried again while the database is locked, before its caller is told so."""
_PAUSES: Final = (0.05, 0.1, 0.2, 0.5, 1.0)
_DEADLOCKS: Final = {1205, 1206, 1213}
"""MariaDB's and MySQL's codes for a lock that another transaction holds (as the recorder's own retries)."""
_CODE_TRIES: Final = 3

type _Outcome = tuple[Any, Notice | None] | Exception
type UseCase[**P, T] = Callable[Concatenate[Work, P], T]


class Database:
    """Runs functions of this package on the recorder's database."""

    def __init__(self, hass: HomeAssistant, publish: Callable[[Notice], None]) -> None:
        """Take who is told about each commit, before the caller is answered."""
        self._hass = hass
        self._publish = publish
        self._codes = CodePool()
        self._queue: asyncio.Queue[_Job] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    @property
    def _recorder(self) -> Recorder:
        """Return the recorder. Its engine is asked for anew each time: recovery from corruption replaces it."""
        return get_instance(self._hass)

    async def async_open(self, start: Callable[[Coroutine[Any, Any, None], str], asyncio.Task[None]]) -> None:
        """Bring the tables up to date and take writes from now on; `start` runs the writer in the background."""
        try:
            await self._recorder.async_add_executor_job(lambda: migrate(self._engine))
        except DBAPIError as err:
            raise StoreUnavailableError from err
        self._writer = start(self._async_write_for_ever(), "home_inventory writer")

    async def async_ping(self) -> bool:
        """Return whether the database answers."""
        try:
            return await self.async_read(lambda session: session.scalar(select(1)) == 1)
        except StoreUnavailableError:
            return False

    async def async_close(self) -> None:
        """Finish the writes that wait, then take none any more."""
        if self._writer is None:
            return
        await self._queue.join()
        self._writer.cancel()
        with suppress(asyncio.CancelledError):
            await self._writer
        self._writer = None

    @property
    def _engine(self) -> Any:
        return self._recorder.engine

    async def async_read[**P, T](
        self, func: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function that only reads."""

        def read() -> T:
            try:
                with Session(self._engine, expire_on_commit=False) as session:
                    return func(session, *args, **kwargs)
            except OperationalError as err:
                raise StoreUnavailableError from err

        return await self._recorder.async_add_executor_job(read)

    async def async_write[**P, T](
        self, actor: Actor, use_case: UseCase[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Notice | None]:
        """Run a use case in a transaction of its own; return its result and what was told after the commit."""
        done: asyncio.Future[tuple[Any, Notice | None]] = self._hass.loop.create_future()
        self._queue.put_nowait(_Job(actor, lambda work: use_case(work, *args, **kwargs), done))
        return await done

    async def _async_write_for_ever(self) -> None:
        """Run what waits, answer, and wait for more."""
        while True:
            jobs = [await self._queue.get()]
            while len(jobs) < MOST_PER_RUN and not self._queue.empty():
                jobs.append(self._queue.get_nowait())
            wanted = [job for job in jobs if not job.done.cancelled()]
            try:
                outcomes = await self._recorder.async_add_executor_job(self._run_all, wanted)
            except RuntimeError as err:  # the recorder's executor takes no more: Home Assistant stops
                outcomes = [err] * len(wanted)
            for job, outcome in zip(wanted, outcomes, strict=True):
                self._answer(job, outcome)
            for _ in jobs:
                self._queue.task_done()

    def _run_all(self, jobs: list[_Job]) -> list[_Outcome]:
        """Run use cases one after the other."""
        return [self._run_guarded(job) for job in jobs]

    def _run_guarded(self, job: _Job) -> _Outcome:
        """Run one use case; whatever goes wrong is raised again where its caller waits."""
        try:
            return self._run(job)
        except Exception as err:  # noqa: BLE001 - it is the caller's
            return err

    def _answer(self, job: _Job, outcome: _Outcome) -> None:
        """Tell everyone, then the caller. What was committed is told even if the caller has gone meanwhile."""
        if isinstance(outcome, Exception):
            if not job.done.done():
                job.done.set_exception(outcome)
            return
        if outcome[1] is not None:
            self._publish(outcome[1])
        if not job.done.done():
            job.done.set_result(outcome)

    def _run(self, job: _Job) -> tuple[Any, Notice | None]:
        """Run one use case, again if the database was locked or a code was taken meanwhile."""
        deadline = time.monotonic() + WRITE_TIMEOUT
        pauses = iter(_PAUSES)
        codes_left = _CODE_TRIES
        while True:
            try:
                return self._run_once(job)
            except IntegrityError:
                if (codes_left := codes_left - 1) == 0:
                    raise
            except OperationalError as err:
                if not _is_locked(err):
                    raise StoreUnavailableError from err
                if time.monotonic() > deadline:
                    raise StoreBusyError from err
                time.sleep(next(pauses, _PAUSES[-1]))

    def _run_once(self, job: _Job) -> tuple[Any, Notice | None]:
        """Run one use case in one transaction."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            _lock(session.connection())
            work = Work(session, job.actor, datetime.now(UTC), self._codes)
            return job.use_case(work), work.finish()


class _Job:
    """A use case that waits, and its caller."""

    __slots__ = ("actor", "done", "use_case")

    def __init__(
        self, actor: Actor, use_case: Callable[[Work], Any], done: asyncio.Future[tuple[Any, Notice | None]]
    ) -> None:
        self.actor = actor
        self.use_case = use_case
        self.done = done


def _lock(connection: Connection) -> None:
    """Take SQLite's write lock before the first read, so that the transaction can't fail later for having read too early."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_locked(err: DBAPIError) -> bool:
    """Return whether another transaction was in the way."""
    code = getattr(err.orig, "args", (None,))[0]
    sqlstate = getattr(err.orig, "pgcode", None)
    return "locked" in str(err.orig) or code in _DEADLOCKS or sqlstate in ("40001", "40P01", "55P03")
