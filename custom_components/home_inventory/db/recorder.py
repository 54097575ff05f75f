"""The recorder's database file: noticing that it was replaced, and having the recorder begin a new one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.recorder.tasks import RecorderTask
from sqlalchemy import make_url, text
from sqlalchemy.exc import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.components.recorder import Recorder
    from sqlalchemy import Engine

_PATIENCE: Final = 60.0
"""Seconds that the recorder may take to begin a new database."""
_GONE: Final = "not a database: the file was replaced while it was open"


class RecorderFile:
    """SQLite's file; on a server there is none, and nothing to notice."""

    def __init__(self, recorder: Callable[[], Recorder]) -> None:
        """Take how to reach the recorder."""
        self._recorder = recorder
        self._noted: tuple[int, int | None] | None = None

    def note(self) -> None:
        """Remember which file the recorder has opened."""
        engine = self._recorder().engine
        self._noted = (id(engine), _inode(engine))

    def was_replaced(self) -> bool:
        """Return whether the file is another one, or gone, while the recorder has the old one open."""
        engine = self._recorder().engine
        if self._noted is None or self._noted[0] != id(engine):
            self.note()  # the recorder has begun a new one by itself
            return False
        return self._noted[1] != _inode(engine)

    def renew(self) -> bool:
        """Let the recorder see what is wrong with its file; return whether it has begun a new one.

        It moves a corrupt file away by itself, but only when its own thread runs into it, which may take long.
        """
        recorder = self._recorder()
        old = recorder.engine
        recorder.queue_task(_LookTask(is_replaced=self.was_replaced()))
        give_up_at = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up_at:
            if recorder.engine is not None and recorder.engine is not old:
                self.note()
                return True
            time.sleep(0.1)
        return False


@dataclass(slots=True)
class _LookTask(RecorderTask):
    """Runs into what is wrong, in the recorder's thread: its own handling does the rest."""

    commit_before = False
    is_replaced: bool

    @override
    def run(self, instance: Recorder) -> None:
        """Raise sqlalchemy's DatabaseError if the file is corrupt or not there any more."""
        if self.is_replaced:
            cause = sqlite3.DatabaseError(_GONE)
            raise DatabaseError(None, None, cause) from cause
        assert instance.engine is not None  # noqa: S101 - the recorder's thread runs tasks while it has one
        with instance.engine.connect() as connection:
            found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if found != "ok":
            cause = sqlite3.DatabaseError(f"malformed: {found}")
            raise DatabaseError(None, None, cause) from cause


def address_of(recorder: Recorder) -> str:
    """Return a fingerprint of where the database is: without user and password, and not to be read back."""
    url = make_url(recorder.db_url)
    where = f"{url.get_backend_name()}://{url.host or ''}:{url.port or ''}/{url.database or ''}"
    return hashlib.sha256(where.encode()).hexdigest()[:16]


def _inode(engine: Engine | None) -> int | None:
    """Return which file a path leads to; None without one."""
    path = None if engine is None or engine.dialect.name != "sqlite" else engine.url.database
    try:
        return None if path is None or path == ":memory:" else os.stat(path).st_ino  # noqa: PTH116 - a path of SQLite's
    except OSError:
        return -1
