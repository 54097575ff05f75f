"""All rows go into a file and come back from it exactly, whatever they hold."""

from __future__ import annotations

import gzip
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, event, text

from custom_components.home_inventory.db.migrations import HEAD, create_tables
from custom_components.home_inventory.db.migrations.mark import data_tables
from custom_components.home_inventory.db.schema import PREFIX
from custom_components.home_inventory.db.table_dump import (
    DamagedDumpError,
    check_dump,
    has_rows_of,
    is_same,
    load_dump,
    one_moment,
    read_head,
    write_dump,
)
from custom_components.home_inventory.db.tables import changing_tables, drop_tables
from custom_components.home_inventory.db.values import Kind, to_database, to_file
from custom_components.home_inventory.journal.lines import decode, encode
from tests.stored_homes import STORED, load_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

ODD = [
    ("quantity", "'a text in a number'"),
    ("quantity", "1.5"),
    ("quantity", "9223372036854775807"),
    ("quantity", "-9223372036854775808"),
    ("quantity", "1e308 * 10"),
    ("quantity", "x'00ff80'"),
    ("best_before", "'2026-02-30 and more'"),
    ("best_before", "20260230"),
    ("lot", "''"),
    ("lot", "'null'"),
    ("lot", "char(0)"),
    ("lot", "'a' || char(10, 13, 133, 8232, 127, 65279)"),
    ("lot", "'😀' || char(1114111)"),
    ("lot", "NULL"),
]
"""What SQLite takes, though nobody should give it."""
ITEM_ODD = [
    ("purchase_price", "0.1"),
    ("purchase_price", "123456789012.34"),
    ("purchase_price", "-0.0"),
    ("purchase_price", "1e22"),
    ("purchase_price", "0.1 + 0.2"),
    ("purchase_price", "12.5"),
    ("purchase_price", "'dear'"),
    ("custom", '\'{"b": 1.0, "a": 12345678901234567890123, "b": null}\''),
    ("custom", "'not json'"),
    ("custom", "'null'"),
    ("created_at", "'2026-11-21 05:00:00'"),
    ("created_at", "'2026-11-21T05:00:00.000001'"),
    ("archived_at", "1763700000"),
    ("archived_at", "'0001-01-01 00:00:00.000000'"),
    ("archived_at", "'9999-12-31 23:59:59.999999'"),
    ("promoted", "2"),
    ("promoted", "'yes'"),
]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """Return a database of its own with a stored home in it."""
    made = create_engine(f"sqlite:///{tmp_path}/home.db")
    event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    load_home(made, STORED[-1])
    yield made
    made.dispose()


def dump(engine: Engine, path: Path) -> Path:
    """Write all rows to a file."""
    with one_moment(engine) as connection:
        write_dump(connection, path, data_tables(connection), HEAD)
    return path


def load(engine: Engine, path: Path) -> None:
    """Make the tables anew and fill them."""
    drop_tables(engine)
    create_tables(engine)
    with changing_tables(engine) as connection:
        load_dump(connection, path)


def raw(engine: Engine) -> dict[str, list[str]]:
    """Return all rows as they are kept."""
    with engine.connect() as connection:
        return {
            name: [repr(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {name}"))]
            for name in sorted(data_tables(connection))
        }


def read_lines(path: Path) -> list[bytes]:
    """Return the lines of a dump as they are written."""
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def bodies(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a dump."""
    return [decode(line) for line in read_lines(path)]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [*(("stock", *odd) for odd in ODD), *(("items", *odd) for odd in ITEM_ODD)],
)
def test_what_does_not_fit_its_column_comes_back_as_it_was(
    engine: Engine, tmp_path: Path, table: str, column: str, value: str
) -> None:
    """SQLite keeps anything anywhere, and may have been given it by hand."""
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {PREFIX}{table} SET {column} = {value.replace(':', chr(92) + ':')}"))
    before = raw(engine)

    load(engine, dump(engine, tmp_path / "dump.gz"))

    assert raw(engine) == before


def test_tables_are_compared_with_a_dump_exactly(engine: Engine, tmp_path: Path) -> None:
    """A value, a row or an index more or less makes a difference."""
    path = dump(engine, tmp_path / "dump.gz")
    differences = [
        f"UPDATE {PREFIX}items SET notes = 'x' WHERE name = 'Sand'",
        f"DELETE FROM {PREFIX}item_labels",
        f"DROP INDEX ix_{PREFIX}stock_best_before",
        f"ALTER TABLE {PREFIX}codes ADD COLUMN more INTEGER",
        f"CREATE TABLE {PREFIX}zzz (id INTEGER)",
    ]

    def is_same_after(statement: str) -> tuple[bool, bool]:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            connection.execute(text(statement))
            names = data_tables(connection)
            found = is_same(connection, path, names, HEAD), has_rows_of(connection, path, names)
            connection.rollback()
            return found

    assert [is_same_after(statement) for statement in differences] == [(False, n == 2) for n in range(5)]
    assert is_same_after("SELECT 1") == (True, True)


def test_a_dump_overwrites_nothing(engine: Engine, tmp_path: Path) -> None:
    """Neither an earlier dump nor anything else."""
    path = tmp_path / "dump.gz"
    path.write_text("mine")

    with pytest.raises(FileExistsError):
        dump(engine, path)

    assert path.read_text() == "mine"
    assert {found.name for found in tmp_path.iterdir()} <= {"dump.gz", "home.db", "home.db-wal", "home.db-shm"}


def test_every_line_of_a_dump_is_checked(engine: Engine, tmp_path: Path) -> None:
    """A letter that was changed, a line that was lost, a file that is cut off: nothing of it is loaded."""
    path = dump(engine, tmp_path / "dump.gz")
    packed, lines = path.read_bytes(), read_lines(path)
    damaged = {
        "changed": gzip.compress(b"".join(lines).replace(b"Sand", b"Sold", 1)),
        "lost": gzip.compress(b"".join([*lines[:50], *lines[51:]])),
        "short": gzip.compress(b"".join(lines[:-1])),
        "cut off": packed[: len(packed) // 2],
        "empty": b"",
        "no gzip": b"hello",
        "of tomorrow": gzip.compress(b"".join([encode({**decode(lines[0]), "format": 2}), *lines[1:]])),
    }
    before = raw(engine)

    def problem(content: bytes) -> str:
        path.write_bytes(content)
        with pytest.raises(DamagedDumpError) as refused, changing_tables(engine) as connection:
            load_dump(connection, path)
        return str(refused.value)

    assert all(problem(content) for content in damaged.values())
    assert raw(engine) == before


def test_a_dump_says_what_it_is_of(engine: Engine, tmp_path: Path) -> None:
    """Whoever finds it can read it with any tool that reads JSON."""
    path = dump(engine, tmp_path / "dump.gz")

    head = read_head(path)
    found = bodies(path)

    assert (head.revision, head.database) == (HEAD, "sqlite")
    assert found[-1] == {"kind": "end", "rows": check_dump(path)}
    assert {body["kind"] for body in found} == {"tables", "table", "row", "end"}


def test_a_big_table_is_never_in_memory_as_a_whole(engine: Engine, tmp_path: Path) -> None:
    """Neither when it is written nor when it is read."""
    rows = [
        {"code": f"{number:04x}", "owner_id": "x" * 26, "given_at": "2026-11-21 05:00:00.000000"}
        for number in range(30000)
    ]
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM {PREFIX}codes")
        connection.exec_driver_sql(
            f"INSERT INTO {PREFIX}codes (code, owner_id, given_at) VALUES (?, ?, ?)",
            [tuple(row.values()) for row in rows],
        )
    del rows
    tracemalloc.start()
    load(engine, dump(engine, tmp_path / "dump.gz"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 5 * 1024 * 1024
    assert len(raw(engine)[f"{PREFIX}codes"]) == 30000


@pytest.mark.parametrize(
    ("kind", "written", "sqlite", "server"),
    [
        (Kind.BOOLEAN, True, 1, True),
        (Kind.BOOLEAN, 1, 1, True),
        (Kind.INTEGER, True, 1, 1),
        (Kind.DECIMAL, "12.50", 12.5, "Decimal('12.50')"),
        (Kind.DECIMAL, "12", 12, "Decimal('12')"),
        (Kind.DATETIME, "2026-11-21T05:00:00.000001", "2026-11-21 05:00:00.000001", "2026-11-21 05:00:00.000001"),
        (Kind.DATE, "2026-11-21", "2026-11-21", "2026-11-21"),
        (Kind.JSON, '{"a": 1.0}', '{"a": 1.0}', '{"a": 1.0}'),
        (Kind.BYTES, "AP8=", b"\x00\xff", b"\x00\xff"),
        (Kind.FLOAT, 0.1, 0.1, 0.1),
        (Kind.TEXT, "", "", ""),
        (Kind.TEXT, None, None, None),
    ],
)
def test_values_go_from_any_database_to_any_other(kind: Kind, written: Any, sqlite: Any, server: Any) -> None:
    """Each gets them as its driver takes them, and writes them as they were."""
    kept, elsewhere = (to_database(kind, written, sqlite=is_sqlite) for is_sqlite in (True, False))

    assert (kept, type(kept)) == (sqlite, type(sqlite))
    assert server in (elsewhere, repr(elsewhere), str(elsewhere))
    assert Kind(kind) in (Kind.INTEGER, Kind.DECIMAL) or to_file(kind, kept) == to_file(kind, elsewhere) == written
