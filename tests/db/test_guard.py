"""No connection is closed under the thread that uses it, or is just being given it. On real files of SQLite's."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import SingletonThreadPool, StaticPool

from custom_components.home_inventory.db.guard import Guard

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlalchemy.pool import ConnectionPoolEntry


class OneInTurns(StaticPool):
    """One connection for all threads, which wait for each other."""

    _turn = threading.Lock()

    def _do_get(self) -> ConnectionPoolEntry:
        if not self._turn.acquire(timeout=20):
            raise OperationalError(None, None, TimeoutError("nobody gives it back"))
        return super()._do_get()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        self._turn.release()


LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000000) SELECT max(i) FROM n"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """An engine as the recorder has it: one connection for each thread, closed by another at once."""
    return create_engine(
        f"sqlite:///{tmp_path / 'home.db'}", poolclass=SingletonThreadPool, connect_args={"check_same_thread": False}
    )


def test_a_statement_that_runs_is_interrupted_before_its_connection_is_closed(engine: Engine) -> None:
    guard, runs, failed = Guard(), threading.Event(), list[Exception]()
    guard.watch(engine)

    def use() -> None:
        with guard.connect(engine) as connection:
            runs.set()
            try:
                connection.execute(text(LONG))
            except OperationalError as err:
                failed.append(err)

    thread = threading.Thread(target=use)
    thread.start()
    runs.wait()
    time.sleep(0.1)
    engine.dispose()
    thread.join(10)

    assert ["interrupted" in str(err) for err in failed] == [True]


def test_a_connection_that_is_being_made_is_not_closed_before_it_is_taken(engine: Engine) -> None:
    """What the recorder asks of each new connection are no statements that could be interrupted."""
    guard, is_made, go_on, steps = Guard(), threading.Event(), threading.Event(), list[str]()
    guard.watch(engine)

    @event.listens_for(engine, "connect")
    def slowly(connection: object, _record: object) -> None:
        if not steps:
            return
        is_made.set()
        go_on.wait(10)
        connection.execute("PRAGMA user_version")  # type: ignore[attr-defined]
        steps.append("made")

    def use() -> None:
        with guard.connect(engine) as connection:
            connection.invalidate()
        time.sleep(0.3)
        steps.append("lost")
        with guard.connect(engine) as connection:  # in the place of the one that was lost, which dispose() knows
            with suppress(OperationalError):  # it is in use by then: whoever closes it interrupts what it runs
                connection.execute(text("SELECT 1"))
            steps.append("used")

    thread = threading.Thread(target=use)
    thread.start()
    is_made.wait(10)
    closing = threading.Thread(target=engine.dispose)
    closing.start()
    time.sleep(0.1)
    go_on.set()
    thread.join(10)
    closing.join(10)

    assert steps == ["lost", "made", "used"]


def test_who_waits_for_the_only_connection_does_not_keep_it_from_being_closed() -> None:
    """As it is with the recorder's database in memory: all threads use one connection, in turns."""
    engine = create_engine("sqlite://", poolclass=OneInTurns, connect_args={"check_same_thread": False})
    guard, closed = Guard(), threading.Event()
    guard.watch(engine)
    waits = threading.Event()

    def close() -> None:
        with suppress(ProgrammingError), guard.connect(engine) as connection:  # which is closed when it is given back
            connection.execute(text("SELECT 1"))
            waits.wait(10)
            time.sleep(0.1)
            engine.dispose()
            closed.set()

    def use() -> None:
        waits.set()
        with suppress(OperationalError), guard.connect(engine):
            pass

    closing = threading.Thread(target=close)
    closing.start()
    using = threading.Thread(target=use)
    using.start()
    is_closed = closed.wait(10)
    closing.join(10)
    using.join(10)

    assert is_closed


def test_nobody_takes_a_connection_while_others_are_being_closed(engine: Engine) -> None:
    guard = Guard()
    guard.watch(engine)
    with guard.connect(engine) as connection:
        connection.execute(text("SELECT 1"))
    engine.dispose()
    begun = time.monotonic()
    with guard.connect(engine) as connection:
        connection.execute(text("SELECT 1"))

    assert time.monotonic() - begun > 0.05
