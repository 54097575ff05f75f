"""The queue in front of the database: one use case after the other, each in a transaction of its own.

A use case's line stands in the journal before the database commits. What is committed while others wait shares one
fsync with them; only then the callers are answered.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Final

from ..domain.store_errors import BackupRunningError, StoreUnavailableError
from .jobs import Chore, Job, settle
from .patience import GiveWayError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..domain.errors import InventoryError
    from .hearers import Hearers
    from .jobs import Outcome, Runner

_LOGGER: Final = logging.getLogger(__name__)
BACKUP_TIMEOUT: Final = 120.0
"""Seconds that a change waits for a backup to end before its caller is told so."""
_LINGER: Final = 0.02
"""Seconds that the writing thread waits for more. What follows at once finds SQLite's pages still in that thread's cache."""
_LONGEST_STAY: Final = 1.0
"""Seconds after which it makes way for the recorder's own jobs, of which only four run at a time."""
_MOST_TOGETHER: Final = 64
_LONGEST_TOGETHER: Final = 0.05
"""Commits, and seconds, that share one fsync at most."""
_LAST_WAIT: Final = 2.0
"""Seconds that a server that is away is waited for once Home Assistant stops. Nobody was told yet that anything was done."""


class Writer:
    """Runs use cases in a thread of the recorder's, for as long as there are any."""

    def __init__(
        self,
        runner: Runner,
        submit: Callable[[Callable[[], None]], asyncio.Future[None]],
        hearers: Hearers,
    ) -> None:
        """Take who runs a use case, how to run something in the recorder's executor, and who is told of each commit."""
        self._runner = runner
        self._submit = submit
        self._hearers = hearers
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[Job | Chore] = deque()
        self._wake = threading.Condition()
        self._is_running = False
        self._is_held = False
        self._closed_at: float | None = None
        self._run: asyncio.Future[None] | None = None
        self._current: Job | Chore | None = None
        self._unanswered: list[tuple[Job, Outcome]] = []

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    def put(self, job: Job | Chore) -> None:
        """Let something wait for its turn; a job's future is done when its change is durable."""
        if self._closed_at is not None:
            settle(job, StoreUnavailableError())
            return
        self._put(job)

    def _put(self, job: Job | Chore) -> None:
        with self._wake:
            self._waiting.append(job)
            self._wake.notify()
        if self._is_held:
            self._limit(job)
        self._start()

    async def async_hold(self) -> None:
        """Start no use case from now on, and wait until none runs."""
        self._is_held = True
        for job in tuple(self._waiting):
            self._limit(job)
        await self._async_run_ends()

    def release(self) -> None:
        """Go on with what waits."""
        self._is_held = False
        self._start()

    async def async_close(self, last: Chore) -> None:
        """Take nothing more, finish what waits, and do one last thing; what a backup still holds back is refused."""
        self._closed_at = time.monotonic()
        if self._is_held:
            self._refuse_all(BackupRunningError(seconds=int(BACKUP_TIMEOUT)))
            self._is_held = False
        self._put(last)
        while self._waiting or (self._run is not None and not self._run.done()):
            await self._async_run_ends()
            await asyncio.sleep(0)

    async def _async_run_ends(self) -> None:
        """Wait for the end of the run."""
        if self._run is not None and not self._run.done():
            await asyncio.wait([self._run])

    def _limit(self, job: Job | Chore) -> None:
        """Let a change, or a read that something has to be mended for, wait for a backup no longer than it may."""
        timer = self._loop.call_later(BACKUP_TIMEOUT, self._give_up, job)
        job.done.add_done_callback(lambda _: timer.cancel())

    def _give_up(self, job: Job | Chore) -> None:
        """Tell a caller who has waited for a backup long enough, unless its turn has come."""
        with self._wake:
            if not self._is_held or job not in self._waiting:
                return
            self._waiting.remove(job)
        settle(job, BackupRunningError(seconds=int(BACKUP_TIMEOUT)))

    def _start(self) -> None:
        """Start a run unless there is one that will see what waits."""
        with self._wake:
            if self._is_running or self._is_held or not self._waiting:
                return
            self._is_running = True
        try:
            self._run = self._submit(self._run_waiting)
        except RuntimeError:  # the executor takes no more: Home Assistant stops
            self._is_running = False
            self._refuse_all(StoreUnavailableError())

    def _refuse_all(self, error: InventoryError) -> None:
        """Tell everyone who waits that nothing will come of it."""
        with self._wake:
            refused = tuple(self._waiting)
            self._waiting.clear()
        for job in refused:
            settle(job, error)

    def _run_waiting(self) -> None:
        """Run what waits, and what comes shortly after."""
        try:
            try:
                self._run_for_a_while()
            finally:
                self._make_durable()
        except SystemExit:  # Home Assistant stops, and ends the threads that are still busy
            self._loop.call_soon_threadsafe(self._refuse_all, StoreUnavailableError())
        except Exception:
            _LOGGER.exception("The store could not be worked on")
        finally:
            if self._current is not None:  # what came in between has kept it from being answered
                self._tell(self._current, StoreUnavailableError())
                self._current = None
            with self._wake:
                self._is_running = False
        if self._waiting:
            self._loop.call_soon_threadsafe(self._start)
        self._hearers.rest()

    def _run_for_a_while(self) -> None:
        leave_at = time.monotonic() + _LONGEST_STAY
        answer_at = 0.0
        while time.monotonic() < leave_at and not self._is_held:
            self._current = job = self._next(0 if self._unanswered else _LINGER)
            if job is None and not self._unanswered:
                break
            if job is None or time.monotonic() > answer_at or len(self._unanswered) >= _MOST_TOGETHER:
                self._make_durable()
                answer_at = time.monotonic() + _LONGEST_TOGETHER
            if isinstance(job, Chore):
                self._make_durable()
                self._tell(job, job.run())
            elif job is not None and not job.done.cancelled():
                self._run_one(job)
            self._current = None

    def _run_one(self, job: Job) -> None:
        """Run one use case; one that gives way to a backup comes first when that has ended."""
        try:
            self._unanswered.append((job, self._runner.run(job, self._may_wait, self._is_late)))
        except GiveWayError:
            with self._wake:
                self._waiting.appendleft(job)
            self._loop.call_soon_threadsafe(self._limit, job)
        except SystemExit:
            self._tell(job, StoreUnavailableError())
            raise

    def _may_wait(self) -> bool:
        """Return whether a use case may wait for the database; those before it need not."""
        self._make_durable()
        return not self._is_held

    def _is_late(self) -> bool:
        """Return whether Home Assistant stops, and has waited for the database long enough."""
        return self._closed_at is not None and time.monotonic() > self._closed_at + _LAST_WAIT

    def _next(self, patience: float) -> Job | Chore | None:
        """Return what comes next, None if nothing comes."""
        with self._wake:
            if not self._waiting and patience:
                self._wake.wait(patience)
            return self._waiting.popleft() if self._waiting and not self._is_held else None

    def _make_durable(self) -> None:
        """Let everything that was committed survive a power cut, and answer for it."""
        if not self._unanswered:
            return
        answers, self._unanswered = self._unanswered, []
        failed: Exception | None = StoreUnavailableError()  # unless it turns out well
        try:
            failed = self._runner.sync() if any(not isinstance(outcome, Exception) for _, outcome in answers) else None
            for _, outcome in answers:
                if not isinstance(outcome, Exception) and outcome[1] is not None:
                    self._hearers.take_in(outcome[1])
        finally:
            self._loop.call_soon_threadsafe(self._answer, answers, failed)

    def _tell(self, job: Job | Chore, outcome: object) -> None:
        self._loop.call_soon_threadsafe(settle, job, outcome)

    def _answer(self, answers: list[tuple[Job, Outcome]], failed: Exception | None) -> None:
        """Tell everyone, then the callers. What was committed is told even if the caller has gone meanwhile."""
        for job, outcome in answers:
            try:
                if not isinstance(outcome, Exception) and outcome[1] is not None:
                    self._hearers.publish(outcome[1])
            finally:
                is_safe = isinstance(outcome, Exception) or outcome[1] is None or failed is None
                settle(job, outcome if is_safe else failed)
