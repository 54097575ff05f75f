"""The queue in front of the database: one use case after the other, each in a transaction of its own."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session

from ..domain.errors import StoreBusyError, StoreUnavailableError
from .codes import CodePool
from .work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from ..domain.actor import Actor
    from ..domain.models import Notice

WRITE_TIMEOUT: Final = 60.0
"""Seconds that a write is tried again while the database is locked, before its caller is told so."""
_LINGER: Final = 0.02
"""Seconds that the writing thread waits for more. What follows at once finds SQLite's pages still in that thread's cache."""
_LONGEST_STAY: Final = 1.0
"""Seconds after which it makes way for the recorder's own jobs, of which only four run at a time."""
_PAUSES: Final = (0.05, 0.1, 0.2, 0.5, 1.0)
_DEADLOCKS: Final = {1205, 1206, 1213}
"""MariaDB's and MySQL's codes for a lock that another transaction holds (as the recorder's own retries)."""
_CODE_TRIES: Final = 3

type Result = tuple[Any, Notice | None]


class Job:
    """A use case that waits, and its caller."""

    __slots__ = ("actor", "done", "use_case")

    def __init__(self, actor: Actor, use_case: Callable[[Work], Any], done: asyncio.Future[Result]) -> None:
        """Take who does what."""
        self.actor = actor
        self.use_case = use_case
        self.done = done


class Writer:
    """Runs use cases in a thread of the recorder's, for as long as there are any."""

    def __init__(
        self,
        engine: Callable[[], Engine],
        submit: Callable[[Callable[[], None]], asyncio.Future[None]],
        publish: Callable[[Notice], None],
    ) -> None:
        """Take how to reach the database, how to run something in its executor, and who is told of each commit."""
        self._engine = engine
        self._submit = submit
        self._publish = publish
        self._loop = asyncio.get_running_loop()
        self._codes = CodePool()
        self._waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._switch = threading.Lock()
        self._is_running = False
        self._run: asyncio.Future[None] | None = None

    def put(self, job: Job) -> None:
        """Let a use case wait for its turn; its future is done after the commit."""
        self._waiting.put(job)
        self._start()

    async def async_finish(self) -> None:
        """Wait until nothing waits any more."""
        while self._run is not None and not self._run.done():
            await asyncio.wait([self._run])

    def _start(self) -> None:
        """Start a run unless there is one that will see the job."""
        with self._switch:
            if self._is_running:
                return
            self._is_running = True
        try:
            self._run = self._submit(self._run_waiting)
        except RuntimeError:  # the executor takes no more: Home Assistant stops
            self._is_running = False
            while not self._waiting.empty():
                self._answer(self._waiting.get_nowait(), StoreUnavailableError())

    def _run_waiting(self) -> None:
        """Run what waits, and what comes shortly after."""
        leave_at = time.monotonic() + _LONGEST_STAY
        while time.monotonic() < leave_at:
            try:
                job = self._waiting.get(timeout=_LINGER)
            except queue.Empty:
                with self._switch:  # nobody puts a job between the look and the end of the run
                    if self._waiting.empty():
                        self._is_running = False
                        return
                continue
            self._run_guarded(job)
        self._is_running = False
        if not self._waiting.empty():
            self._loop.call_soon_threadsafe(self._start)

    def _run_guarded(self, job: Job) -> None:
        """Run one use case; whatever goes wrong is raised again where its caller waits."""
        if job.done.cancelled():
            return
        try:
            outcome: Result | Exception = self._run_one(job)
        except Exception as err:  # noqa: BLE001 - it is the caller's
            outcome = err
        self._loop.call_soon_threadsafe(self._answer, job, outcome)

    def _answer(self, job: Job, outcome: Result | Exception) -> None:
        """Tell everyone, then the caller. What was committed is told even if the caller has gone meanwhile."""
        if isinstance(outcome, Exception):
            if not job.done.done():
                job.done.set_exception(outcome)
            return
        try:
            if outcome[1] is not None:
                self._publish(outcome[1])
        finally:
            if not job.done.done():
                job.done.set_result(outcome)

    def _run_one(self, job: Job) -> Result:
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

    def _run_once(self, job: Job) -> Result:
        """Run one use case in one transaction."""
        with Session(self._engine(), expire_on_commit=False) as session, session.begin():
            _lock(session.connection())
            work = Work(session, job.actor, datetime.now(UTC), self._codes)
            return job.use_case(work), work.finish()


def _lock(connection: Connection) -> None:
    """Take SQLite's write lock before the first read, so that the transaction can't fail later for having read too early."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _is_locked(err: DBAPIError) -> bool:
    """Return whether another transaction was in the way."""
    code = next(iter(getattr(err.orig, "args", ())), None)
    sqlstate = getattr(err.orig, "pgcode", None)
    return "locked" in str(err.orig) or code in _DEADLOCKS or sqlstate in ("40001", "40P01", "55P03")
