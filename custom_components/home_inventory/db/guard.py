"""Keeps the recorder from closing a connection while another thread runs a statement on it.

When the recorder begins a new file it closes every thread's connection at once. SQLite's library does not survive that
in the middle of a statement: the whole process would be gone.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from .troubles import intelligible

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

_PATIENCE: Final = 30.0
"""Seconds that a connection may take to be given back."""
_PERIOD: Final = 0.02
_CLOSING: Final = 0.2
"""Seconds after a connection was closed in which nobody takes another one: the rest of them may be closed next."""


class Guard:
    """Knows which connections of SQLite's are in use, and in which thread."""

    def __init__(self) -> None:
        """Watch nothing yet."""
        self._watched: Engine | None = None
        self._users: dict[int, int] = {}
        self._taking: set[int] = set()
        """Threads that are being given a connection: it may be made anew, and is nobody's yet."""
        self._makes_connections = True
        """Whether a connection is made for whoever takes one; not where all threads use the same, in turns, as in tests."""
        self._closing_until = 0.0
        self._changed = threading.Condition()

    def watch(self, engine: Engine) -> None:
        """Watch the connections of an engine from now on."""
        if engine is self._watched or engine.dialect.name != "sqlite":
            return
        with self._changed:
            if engine is self._watched:
                return
            self._watched = engine
            self._makes_connections = not isinstance(engine.pool, StaticPool)
            event.listen(engine, "checkout", self._on_checkout)
            event.listen(engine, "checkin", self._on_checkin)
            event.listen(engine, "close", self._on_close)

    def _on_checkout(self, _connection: Any, record: Any, _proxy: Any) -> None:
        with self._changed:
            self._users[id(record)] = threading.get_ident()

    def _on_checkin(self, _connection: Any, record: Any) -> None:
        with self._changed:
            self._users.pop(id(record), None)
            self._changed.notify_all()

    def _on_close(self, connection: Any, record: Any) -> None:
        """Let whoever uses a connection, or is just being given one, come to an end before it is closed."""
        me, give_up_at = threading.get_ident(), time.monotonic() + _PATIENCE
        with self._changed:
            is_taking = me in self._taking
            # Two threads that make room for each other's connections must not wait for each other.
            self._taking.discard(me)
            while time.monotonic() < give_up_at:
                self._closing_until = time.monotonic() + _CLOSING
                if self._users.get(id(record), me) != me:
                    connection.interrupt()  # what it runs fails, and is tried again on the new file
                elif not self._taking:
                    break
                self._changed.wait(_PERIOD)
            if is_taking:
                self._taking.add(me)

    def connect(self, source: Engine | Session) -> Connection:
        """Return a connection of an engine or a session. Raises DBAPIError, also when it is closed just when it is taken."""
        me = threading.get_ident()
        with self._changed:
            while time.monotonic() < self._closing_until:
                self._changed.wait(_PERIOD)
            if self._makes_connections:
                self._taking.add(me)
        try:
            with intelligible():
                return source.connect() if isinstance(source, Engine) else source.connection()
        except AssertionError as err:  # what SQLAlchemy's pool makes of that
            cause = ConnectionError("connection already closed")
            raise OperationalError(None, None, cause, connection_invalidated=True) from err
        finally:
            with self._changed:
                self._taking.discard(me)
                self._changed.notify_all()
