"""The recorder's database file: noticing that it was replaced, and having the recorder begin a new one."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.recorder.tasks import RecorderTask
from sqlalchemy import make_url, text
from sqlalchemy.exc import DatabaseError

from ..domain.store_errors import StoreUnavailableError
from .guard import Guard
from .open_files import OpenFiles
from .troubles import Look, intelligible

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.components.recorder import Recorder
    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import Session

_PATIENCE: Final = 60.0
"""Seconds that the recorder may take to begin a new database."""
_PERIOD: Final = 0.05
_GONE: Final = "not a database: the file was replaced while it was open"


class RecorderFile:
    """SQLite's file; on a server there is none, and nothing to notice."""

    def __init__(self, recorder: Callable[[], Recorder]) -> None:
        """Take how to reach the recorder."""
        self._recorder = recorder
        self._guard = Guard()
        self._engine: Engine | None = None
        self._files: OpenFiles | None = None

    def engine(self) -> Engine:
        """Return the recorder's engine as it is now; it has none for a moment while it begins a new file.

        For threads only. Raises StoreUnavailableError.
        """
        give_up_at = time.monotonic() + _PATIENCE
        while (engine := self._recorder().engine) is None:
            if time.monotonic() > give_up_at or not self._recorder().is_alive():
                raise StoreUnavailableError
            time.sleep(_PERIOD)
        self._guard.watch(engine)
        return engine

    def connect(self, source: Engine | Session) -> Connection:
        """Return a connection of the engine, or of a session on it. For threads only. Raises DBAPIError."""
        return self._guard.connect(source)

    def note(self) -> None:
        """Remember which files the recorder has opened."""
        self._engine = self.engine()
        self._files = OpenFiles.of(self._engine)

    def was_replaced(self) -> bool:
        """Return whether a file is another one, or gone, while the recorder has the old one open; in some microseconds."""
        engine = self.engine()
        if self._engine is not engine:
            self.note()  # the recorder has begun a new one by itself
            return False
        return self._files is not None and self._files.were_replaced()

    def renew(self) -> Look:
        """Let the recorder see what is wrong with its file.

        It moves a corrupt file away by itself, but only when its own thread runs into it, which may take long.
        """
        recorder = self._recorder()
        if (engine := self.engine()) is not self._engine:
            self.note()
            return Look.IS_NEW  # it already has
        task = _LookTask(engine, is_replaced=self.was_replaced())
        recorder.queue_task(task)
        if not recorder.async_recorder_ready.is_set():
            return Look.IS_UNKNOWN  # it looks when Home Assistant has started, which waits for us
        give_up_at = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up_at and recorder.is_alive():
            if recorder.engine is not None and recorder.engine is not engine:
                self.note()
                return Look.IS_NEW
            if task.is_sound.is_set():
                return Look.IS_SOUND
            time.sleep(_PERIOD)
        return Look.IS_UNKNOWN


@dataclass(slots=True)
class _LookTask(RecorderTask):
    """Runs into what is wrong, in the recorder's thread: its own handling does the rest."""

    commit_before = False
    engine: Engine
    is_replaced: bool
    is_sound: threading.Event = field(default_factory=threading.Event)

    @override
    def run(self, instance: Recorder) -> None:
        """Raise sqlalchemy's DatabaseError if the file is corrupt or not there any more."""
        if instance.engine is not self.engine:
            return  # there is a new file already
        if self.is_replaced:
            cause = sqlite3.DatabaseError(_GONE)
            raise DatabaseError(None, None, cause) from cause
        with intelligible(), self.engine.connect() as connection:
            found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if found != "ok":
            cause = sqlite3.DatabaseError(f"malformed: {found}")
            raise DatabaseError(None, None, cause) from cause
        self.is_sound.set()


def address_of(recorder: Recorder) -> str:
    """Return a fingerprint of where the database is: without user and password, and not to be read back."""
    url = make_url(recorder.db_url)
    where = f"{url.get_backend_name()}://{url.host or ''}:{url.port or ''}/{url.database or ''}"
    return hashlib.sha256(where.encode()).hexdigest()[:16]
