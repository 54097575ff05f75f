"""A mark in the database itself, for as long as its tables are being migrated.

It is a table of its own, so that it comes and goes with the database that it is about, whatever becomes of the files:
a database that was restored from elsewhere has none, and is never overwritten with a dump of another.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, MetaData, String, Table, insert, select

from ..schema import PREFIX, VERSION_TABLE
from ..tables import table_names

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARK_TABLE: Final = f"{PREFIX}migrating"
_TABLE: Final = Table(
    MARK_TABLE,
    MetaData(),
    Column("dump", String(255), primary_key=True),
    Column("before", String(32), nullable=False),
    Column("after", String(32), nullable=False),
    Column("shape", String(32), nullable=False),
    mysql_engine="InnoDB",
    mysql_default_charset="utf8mb4",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A migration that has begun and not ended."""

    dump: str
    """The name of the file that holds what was there."""
    before: str
    after: str
    shape: str
    """A fingerprint of the tables that were there."""


def find_mark(connection: Connection) -> Mark | None:
    """Return the migration that has not ended."""
    if MARK_TABLE not in table_names(connection):
        return None
    row = connection.execute(select(_TABLE)).one_or_none()
    return None if row is None else Mark(*row)


def set_mark(connection: Connection, mark: Mark) -> None:
    """Note that a migration begins."""
    _TABLE.drop(connection, checkfirst=True)
    _TABLE.create(connection)
    connection.execute(insert(_TABLE), asdict(mark))


def clear_mark(connection: Connection) -> None:
    """Note that it has ended, for better or worse."""
    _TABLE.drop(connection, checkfirst=True)


def data_tables(connection: Connection) -> set[str]:
    """Return the names of the tables that hold what people have entered."""
    return table_names(connection) - {MARK_TABLE, VERSION_TABLE}
