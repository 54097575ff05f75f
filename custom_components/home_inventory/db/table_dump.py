"""All tables in one file, row by row, and back. Works by what the database says, so for tables of any version.

The file is described in docs/table-dumps.md. Its lines are the journal's: JSON objects with a checksum.
"""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import batched, chain, groupby, zip_longest
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, Text, bindparam, cast, column, delete, insert, inspect, select, table
from sqlalchemy.types import NullType

from ..journal.folder import new_file
from ..journal.lines import DamagedLineError, decode, encode
from .tables import references_unchecked, shape_of
from .values import Kind, kind_of, to_database, to_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Insert

FORMAT: Final = 1
_PORTION: Final = 1000
_LEVEL: Final = 6

type Body = dict[str, Any]


class DamagedDumpError(ValueError):
    """A file of table rows can't be read to its end."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first line says."""

    revision: str
    database: str
    """sqlite, mysql or postgresql."""
    shape: str
    """A fingerprint of the tables, to compare on the same database."""


@contextmanager
def one_moment(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees everything as it is at one moment."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection
        connection.rollback()


def write_dump(connection: Connection, path: Path, names: Collection[str], revision: str) -> None:
    """Write the rows of tables to a new file. Raises FileExistsError if it is there, OSError if it can't be written."""
    if path.exists():
        raise FileExistsError(path)
    with new_file(path) as file, gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=file) as packed:
        for line in _lines(connection, names, revision):
            packed.write(line)


def read_head(path: Path) -> Head:
    """Return what a dump is of. Raises DamagedDumpError."""
    return _head(next(_read(path), {}))


def check_dump(path: Path) -> int:
    """Read a whole dump; return how many rows it has. Raises DamagedDumpError if anything is wrong with it."""
    rows = 0
    lines = _read(path)
    _head(last := next(lines, {}))
    for last in lines:
        rows += last["kind"] == "row"
    if last["kind"] != "end" or last["rows"] != rows:
        raise DamagedDumpError(f"{path.name} ends too early")
    return rows


def is_same(connection: Connection, path: Path, names: Collection[str], revision: str | None) -> bool:
    """Return whether the tables are exactly as they were when a dump was written, their columns and indexes included."""
    head = read_head(path)
    is_alike = revision == head.revision and shape_of(connection, names) == head.shape
    return is_alike and has_rows_of(connection, path, names)


def has_rows_of(connection: Connection, path: Path, names: Collection[str]) -> bool:
    """Return whether the tables have the rows of a dump and no others."""
    now = _lines(connection, names, "")
    with gzip.open(path) as then:
        next(then), next(now)  # the first line is about when and where
        return all(line == other for line, other in zip_longest(then, now))


def load_dump(connection: Connection, path: Path) -> int:
    """Replace all rows of the tables in a dump by those that it has; return how many.

    The tables have to be there, as they are at the revision of the dump. The caller commits.
    """
    check_dump(path)
    bodies = (body for body in _read(path) if body["kind"] in ("table", "row"))
    names = [body["name"] for body in _read(path) if body["kind"] == "table"]
    rows = 0
    with references_unchecked(connection, names):
        for name in names:
            connection.execute(delete(table(name)))
        for is_row, part in groupby(bodies, key=lambda body: body["kind"] == "row"):
            if not is_row:
                *_, about = part  # tables without rows follow each other directly
                continue
            rows += _fill(connection, about["name"], list(about["columns"]), (body["values"] for body in part))
    return rows


def _fill(connection: Connection, name: str, columns: list[str], rows: Iterator[list[Any]]) -> int:
    """Insert the rows of one table; return how many."""
    known = _kinds(connection, name)
    if missing := [column_name for column_name in columns if column_name not in known]:
        raise DamagedDumpError(f"{name} has no column {', '.join(missing)}")
    kinds = [known[column_name] for column_name in columns]
    sqlite = connection.dialect.name == "sqlite"
    statement = _insert(connection, name, columns, kinds)
    count = 0
    for portion in batched(rows, _PORTION, strict=False):
        values = [
            {
                f"p{at}": to_database(kind, value, sqlite=sqlite)
                for at, (kind, value) in enumerate(zip(kinds, row, strict=True))
            }
            for row in portion
        ]
        connection.execute(statement, values)
        count += len(values)
    return count


def _insert(connection: Connection, name: str, columns: list[str], kinds: list[Kind]) -> Insert:
    """Return the statement that inserts a row whose values are called p0, p1 and so on."""

    def value(at: int, kind: Kind) -> Any:
        if kind is Kind.JSON and connection.dialect.name == "postgresql":
            return cast(bindparam(f"p{at}", type_=Text()), JSON)
        return bindparam(f"p{at}", type_=NullType())

    values = {column_name: value(at, kind) for at, (column_name, kind) in enumerate(zip(columns, kinds, strict=True))}
    return insert(table(name, *map(column, columns))).values(values)


def _lines(connection: Connection, names: Collection[str], revision: str) -> Iterator[bytes]:
    """Yield the lines of a dump."""
    yield encode(
        {
            "kind": "tables",
            "format": FORMAT,
            "revision": revision,
            "database": connection.dialect.name,
            "shape": shape_of(connection, names),
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )
    rows = 0
    for name in sorted(names):
        kinds = _kinds(connection, name)
        yield encode({"kind": "table", "name": name, "columns": kinds})
        for row in _rows(connection, name, kinds):
            values = [to_file(kind, value) for kind, value in zip(kinds.values(), row, strict=True)]
            yield encode({"kind": "row", "values": values})
            rows += 1
    yield encode({"kind": "end", "rows": rows})


def _rows(connection: Connection, name: str, kinds: dict[str, Kind]) -> Iterator[Any]:
    """Yield the rows of a table by their key, a portion at a time."""
    plain = connection.dialect.name == "sqlite"
    wanted = [
        column(column_name) if plain or kind is not Kind.JSON else cast(column(column_name), Text)
        for column_name, kind in kinds.items()
    ]
    key = inspect(connection).get_pk_constraint(name)["constrained_columns"]
    statement = select(*wanted).select_from(table(name)).order_by(*map(column, key))
    found = connection.execute(statement, execution_options={"yield_per": _PORTION})
    yield from chain.from_iterable(found.partitions())


def _kinds(connection: Connection, name: str) -> dict[str, Kind]:
    """Return what the columns of a table hold."""
    return {found["name"]: kind_of(found["type"]) for found in inspect(connection).get_columns(name)}


def _read(path: Path) -> Iterator[Body]:
    """Yield the lines of a dump. Raises DamagedDumpError."""
    try:
        with gzip.open(path) as file:
            for line in file:
                yield decode(line)
    except (DamagedLineError, EOFError, OSError) as err:
        raise DamagedDumpError(f"{path.name} can't be read: {err}") from err


def _head(body: Body) -> Head:
    if body.get("kind") != "tables" or body["format"] > FORMAT:
        raise DamagedDumpError("not a dump of tables that this version can read")
    return Head(body["revision"], body["database"], body["shape"])
