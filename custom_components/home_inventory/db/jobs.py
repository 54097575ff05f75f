"""What waits in the writer's queue, and how one use case is run."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, IntegrityError

from ..domain.errors import InventoryError
from ..domain.store_errors import OutOfStepError, StoreBusyError, StoreFullError, StoreUnavailableError
from ..journal.journal import JournalIncompleteError
from .codes import CodePool
from .patience import GiveWayError, Patience
from .schema import BatchRow
from .troubles import HEALABLE, Trouble, intelligible, trouble_of
from .work import Work

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from ..domain.actor import Actor
    from ..domain.models import Notice
    from ..journal.journal import Journal
    from .healer import Healer
    from .recorder import RecorderFile

type Result = tuple[Any, Notice | None]
type Outcome = Result | Exception


class Job:
    """A use case that waits, and its caller."""

    __slots__ = ("actor", "done", "use_case")

    def __init__(self, actor: Actor, use_case: Callable[[Work], Any], done: asyncio.Future[Result]) -> None:
        """Take who does what."""
        self.actor = actor
        self.use_case = use_case
        self.done = done


class Chore:
    """Something about the store itself that must not happen while a use case runs."""

    __slots__ = ("_func", "done")

    def __init__(self, func: Callable[[], Any], done: asyncio.Future[Any]) -> None:
        """Take what to do."""
        self._func = func
        self.done = done

    def run(self) -> Any:
        """Do it; return its result, or what went wrong."""
        try:
            return self._func()
        except Exception as err:  # noqa: BLE001 - it is the caller's
            return err
        except SystemExit:  # Home Assistant stops, and ends the threads that are still busy
            return StoreUnavailableError()


def settle(job: Job | Chore, outcome: Any) -> None:
    """Answer one caller who is still there; on the event loop."""
    if job.done.done():
        return
    if isinstance(outcome, BaseException):
        job.done.set_exception(outcome)
    else:
        job.done.set_result(outcome)


class _UnsureError(Exception):
    """The connection broke while the database was committing: it may have, or not."""

    def __init__(self, result: Result, cause: DBAPIError) -> None:
        super().__init__()
        self.result = result
        self.cause = cause


class Runner:
    """Runs use cases, again when something passing was in the way."""

    def __init__(self, file: RecorderFile, journal: Journal, healer: Healer) -> None:
        """Take how to reach the database, the journal, and who helps when one of them has gone."""
        self._file = file
        self._journal = journal
        self._healer = healer
        self._codes = CodePool()
        self._used: Engine | None = None

    def sync(self) -> Exception | None:
        """Make the journal durable; return what went wrong.

        What can't be made durable in its file, since somebody has deleted it or the disk has a fault there, may be in
        another: the database has it already, and a new journal is made from that.
        """
        try:
            self._journal.sync()
        except InventoryError as err:
            try:
                self._healer.heal_journal()
            except InventoryError, DBAPIError:
                return err
        return None

    def run(self, job: Job, may_wait: Callable[[], bool], is_late: Callable[[], bool]) -> Outcome:
        """Run one use case; return what went wrong instead of raising it.

        `may_wait` is asked before each pause; when it says no, GiveWayError is raised. When `is_late` says yes, a server that
        is away is not waited for.
        """
        try:
            return self._run(job, Patience(may_wait, is_late))
        except GiveWayError:
            raise
        except IntegrityError as err:
            return err
        except DBAPIError as err:
            failed = failure(trouble_of(err))
            failed.__cause__ = err
            return failed
        except Exception as err:  # noqa: BLE001 - it is the caller's
            return err

    def _run(self, job: Job, patience: Patience) -> Result:
        """Run one use case, as often as it takes."""
        unsure: Result | None = None
        while True:
            try:
                if unsure is not None and self._is_there(unsure):
                    return self._journalled(unsure)
                unsure = None
                return self._run_once(job)
            except IntegrityError:
                patience.try_other_code()
            except JournalIncompleteError:
                patience.heal()
                self._healer.heal_journal()
            except _UnsureError as err:
                unsure = err.result
                patience.wait(Trouble.AWAY, err.cause)
            except (DBAPIError, OutOfStepError) as err:
                self._bear(err, patience)

    def _bear(self, err: DBAPIError | OutOfStepError, patience: Patience) -> None:
        """Wait or mend something before the next try. Raises the error when neither helps."""
        trouble = trouble_of(err) if isinstance(err, DBAPIError) else Trouble.MISSING
        if trouble not in HEALABLE:
            patience.wait(trouble, err)
            return
        patience.heal()
        if self._used is None or not self._healer.heal_database(trouble, self._used):
            raise err

    def _run_once(self, job: Job) -> Result:
        """Run one use case in one transaction; its line is in the journal before the commit."""
        self._used = self._file.engine()
        if self._file.was_replaced():
            raise OutOfStepError
        with (
            self._file.connect(self._used) as connection,
            Work(connection, job.actor, datetime.now(UTC), self._codes) as work,
        ):
            with intelligible():
                lock(connection)
                result = job.use_case(work), work.finish()
            self._journal_before(work, result[1])
            try:
                connection.commit()
            except DBAPIError as err:
                self._journal.take_back()
                if result[1] is not None and trouble_of(err) is Trouble.AWAY:
                    raise _UnsureError(result, err) from err
                raise
            except BaseException:
                self._journal.take_back()
                raise
            return result

    def _journal_before(self, work: Work, notice: Notice | None) -> None:
        """Write into the journal what is about to be committed."""
        if notice is not None:
            self._journal.append(notice.batch)
        elif work.reminded_on is not None:
            self._journal.append_reminded_on(work.reminded_on)

    def _is_there(self, unsure: Result) -> bool:
        """Return whether a batch was committed after all."""
        assert unsure[1] is not None  # noqa: S101 - nothing else is unsure
        self._used = self._file.engine()
        with self._used.connect() as connection:
            wanted = select(BatchRow.id).where(BatchRow.id == unsure[1].batch.id)
            return connection.execute(wanted).first() is not None

    def _journalled(self, result: Result) -> Result:
        """Write into the journal what turned out to be committed."""
        assert result[1] is not None  # noqa: S101 - nothing else is unsure
        self._journal.append(result[1].batch)
        return result


def lock(connection: Connection) -> None:
    """Take SQLite's write lock before the first read, so that the transaction can't fail later for having read too early."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def failure(trouble: Trouble) -> InventoryError:
    """Return what the caller is told."""
    if trouble is Trouble.LOCKED:
        return StoreBusyError()
    return StoreFullError() if trouble is Trouble.FULL else StoreUnavailableError()
