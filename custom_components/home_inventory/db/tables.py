"""Our tables as the database has them, whatever version made them: finding, dropping and describing them."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

from .schema import PREFIX, VERSION_TABLE, Base

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection, Engine

MYSQL: Final = ("mysql", "mariadb")


def table_names(connection: Connection) -> set[str]:
    """Return the names of all tables of ours, those that today's version does not know included."""
    return {name for name in inspect(connection).get_table_names() if name.startswith(PREFIX)}


def missing_tables(connection: Connection) -> set[str]:
    """Return the names of the tables of this version that are not there."""
    return {*Base.metadata.tables, VERSION_TABLE} - table_names(connection)


def drop_tables(engine: Engine) -> None:
    """Drop all tables of ours, also those of other versions and half a set of them."""
    with changing_tables(engine) as connection:
        drop(connection, table_names(connection))


def drop(connection: Connection, names: Collection[str]) -> None:
    """Drop tables, whatever refers to whatever. What others have built upon them is not dropped along: that is an error."""
    quote = connection.dialect.identifier_preparer.quote
    # The version goes last: if this is cut off, tables without a version would be a riddle.
    quoted = [quote(name) for name in sorted(names, key=lambda name: (name == VERSION_TABLE, name))]
    if connection.dialect.name == "sqlite":
        for name in quoted:
            connection.exec_driver_sql(f"DROP TABLE {name}")
    elif quoted:
        with _mysql_references_off(connection):
            connection.exec_driver_sql(f"DROP TABLE {', '.join(quoted)}")


@contextmanager
def changing_tables(engine: Engine) -> Iterator[Connection]:
    """Open a transaction for statements that make, alter and drop tables.

    SQLite and PostgreSQL take back everything when it fails; MariaDB and MySQL have kept each statement by then.
    """
    with engine.connect() as connection, _sqlite_references_off(connection):
        if connection.dialect.name == "sqlite":
            # The driver begins a transaction before the first INSERT only, which would leave out what is done to tables.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            with suppress(DBAPIError):  # a connection that is lost has nothing to roll back
                connection.rollback()
            raise
        connection.commit()


@contextmanager
def _sqlite_references_off(connection: Connection) -> Iterator[None]:
    """Let SQLite's tables be replaced by altered copies: it would empty those that refer to a table that is dropped.

    This works outside a transaction only.
    """
    if connection.dialect.name != "sqlite" or not connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        yield
        return
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


@contextmanager
def references_unchecked(connection: Connection, names: Collection[str]) -> Iterator[None]:
    """Let rows of tables come in any order; PostgreSQL checks at the end that each finds what it refers to."""
    with _mysql_references_off(connection), _postgresql_references_deferred(connection, names):
        yield


@contextmanager
def _mysql_references_off(connection: Connection) -> Iterator[None]:
    if connection.dialect.name not in MYSQL:
        yield
        return
    connection.exec_driver_sql("SET FOREIGN_KEY_CHECKS=0")
    try:
        yield
    finally:
        with suppress(DBAPIError):  # a connection that is lost is not used again
            connection.exec_driver_sql("SET FOREIGN_KEY_CHECKS=1")


@contextmanager
def _postgresql_references_deferred(connection: Connection, names: Collection[str]) -> Iterator[None]:
    if connection.dialect.name != "postgresql":
        yield
        return
    quote = connection.dialect.identifier_preparer.quote
    alter = [
        f"ALTER TABLE {quote(name)} ALTER CONSTRAINT {quote(key['name'])}"
        for name in names
        for key in inspect(connection).get_foreign_keys(name)
        if key["name"] and not key["options"].get("deferrable")
    ]
    for statement in alter:
        connection.exec_driver_sql(f"{statement} DEFERRABLE INITIALLY DEFERRED")
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    for statement in alter:
        connection.exec_driver_sql(f"{statement} NOT DEFERRABLE")


def broken_references(connection: Connection) -> Counter[tuple[str, str]]:
    """Return how many rows of which table refer to what another table does not have. Only SQLite lets that happen."""
    if connection.dialect.name != "sqlite":
        return Counter()
    quote = connection.dialect.identifier_preparer.quote
    return Counter(
        (name, row[2])
        for name in table_names(connection)
        for row in connection.exec_driver_sql(f"PRAGMA foreign_key_check({quote(name)})")
    )


def refuse_broken_references(connection: Connection, before: Counter[tuple[str, str]]) -> None:
    """Raise IntegrityError if there are more of them than before."""
    if worse := broken_references(connection) - before:
        cause = ValueError(f"rows that refer to nothing: {sorted(worse)}")
        raise IntegrityError(None, None, cause)


def shape_of(connection: Connection, names: Collection[str]) -> str:
    """Return a fingerprint of tables with their columns, keys and indexes. Only good for comparing on one database."""
    found = inspect(connection)
    parts = [
        [
            name,
            found.get_columns(name),
            found.get_pk_constraint(name),
            sorted(map(repr, found.get_foreign_keys(name))),
            sorted(map(repr, found.get_unique_constraints(name))),
            sorted(map(repr, found.get_indexes(name))),
        ]
        for name in sorted(names)
    ]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
