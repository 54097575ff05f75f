"""What a database's error means for the one who runs into it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.exc import DBAPIError


class Trouble(Enum):
    """What is wrong, and so what helps."""

    LOCKED = auto()
    """Another transaction is in the way: try again."""
    AWAY = auto()
    """The server can't be reached: try again later."""
    MISSING = auto()
    """The tables have gone: the database was replaced by an empty one."""
    CORRUPT = auto()
    """SQLite can't make sense of its file; the recorder will move it away."""
    UNREADABLE = auto()
    """SQLite's file can't be reached: it may have been replaced, or the disk is failing."""
    FULL = auto()
    """There is no room left."""
    OTHER = auto()
    """Something that only a person can mend, or a mistake of ours."""


class Look(Enum):
    """What came of the recorder's look at its file."""

    IS_NEW = auto()
    """It has begun a new one."""
    IS_SOUND = auto()
    """There is nothing wrong with it."""
    IS_UNKNOWN = auto()
    """It did not come to that."""


HEALABLE: Final = {Trouble.MISSING, Trouble.CORRUPT, Trouble.UNREADABLE}
"""What more can be done about than to wait."""
# MariaDB and MySQL: https://mariadb.com/kb/en/mariadb-error-code-reference/ and MySQL's client errors (2000 and up).
_NUMBERS: Final = {
    Trouble.LOCKED: {1020, 1205, 1206, 1213},
    Trouble.AWAY: {1040, 1053, 1077, 1158, 1159, 1160, 1161, 1927, 2002, 2003, 2005, 2006, 2013, 2055, 4031},
    Trouble.MISSING: {1146, 1932},
    Trouble.FULL: {3, 28, 1021, 1041, 1114},
}
# PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
_STATES: Final = {
    Trouble.LOCKED: {"40001", "40P01", "55P03"},
    Trouble.AWAY: {"57P01", "57P02", "57P03", "57P05", "53300", "25006"},
    Trouble.MISSING: {"42P01", "3F000"},
    Trouble.FULL: {"53100", "53200"},
}
# SQLite's messages: https://www.sqlite.org/rescode.html; and psycopg's, which have no code while there is no connection.
_WORDS: Final = {
    Trouble.LOCKED: ("locked",),
    Trouble.MISSING: ("no such table",),
    Trouble.CORRUPT: ("malformed", "not a database", "could not decode to utf-8"),
    Trouble.UNREADABLE: ("disk i/o error", "unable to open database file", "readonly database"),
    Trouble.FULL: ("disk is full",),
    Trouble.AWAY: (
        "interrupted",
        "could not connect",
        "could not translate host name",
        "connection refused",
        "connection to server",
        "server closed the connection",
        "connection already closed",
        "terminating connection",
        "could not receive data",
        "connection timed out",
        "ssl connection has been closed",
    ),
}
_REFUSED: Final = ("password authentication failed", "does not exist", "no pg_hba.conf entry")
"""The server is there and says no; psycopg has no code for that before there is a connection."""


@contextmanager
def intelligible() -> Iterator[None]:
    """Raise DatabaseError when a damaged file puts letters into SQLite's message that Python's module can't read."""
    try:
        yield
    except UnicodeDecodeError as err:
        raise DatabaseError(None, None, sqlite3.DatabaseError("malformed, and so is what it says")) from err


def trouble_of(err: DBAPIError) -> Trouble:
    """Return what is wrong."""
    number = next(iter(getattr(err.orig, "args", ())), None)
    state = getattr(err.orig, "pgcode", None)
    for known, value in ((_NUMBERS, number), (_STATES, state)):
        for trouble, values in known.items():
            if value in values:
                return trouble
    if err.connection_invalidated or (isinstance(state, str) and state.startswith("08")):
        return Trouble.AWAY
    text = str(err.orig).lower()
    if any(words in text for words in _REFUSED):
        return Trouble.OTHER
    for trouble, words in _WORDS.items():
        if any(word in text for word in words):
            return trouble
    return Trouble.OTHER
