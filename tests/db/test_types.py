"""Columns hold the same values on every database."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Column, Date, Integer, MetaData, Table, create_engine, insert, select
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import TypeEngine

from custom_components.home_inventory.db.records import to_json
from custom_components.home_inventory.db.types import BIG_ID, LONG_TEXT, Money, Quantity, UtcDateTime, key_string


def kept(column_type: TypeEngine[Any], value: Any) -> Any:
    """Return what a column gives back."""
    table = Table("kept", MetaData(), Column("id", Integer, primary_key=True), Column("value", column_type))
    engine = create_engine("sqlite://")
    table.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(table), {"value": value})
        read = connection.scalar(select(table.c.value))
    engine.dispose()
    return read


@pytest.mark.parametrize("cents", [0, 1, 7, 10, 29, 199, 1999, 4035, 123456789, 99999999999])
def test_money_is_kept_to_the_cent(cents: int) -> None:
    """Even where the database has no decimals."""
    amount = Decimal(cents) / 100

    assert kept(Money(), amount) == amount


@pytest.mark.parametrize("quantity", ["0", "1", "40", "0.001", "0.1", "1.005", "1000000000", "-2.5"])
def test_quantities_are_kept_exactly(quantity: str) -> None:
    """And are written without zeros at the end."""
    read = kept(Quantity(), Decimal(quantity))

    assert (read, to_json(read)) == (Decimal(quantity), quantity)


def test_moments_are_kept_in_utc() -> None:
    """With microseconds, whatever zone they came in."""
    moment = datetime(2026, 11, 21, 0, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))

    read = kept(UtcDateTime(), moment)

    assert read == moment
    assert read.isoformat() == "2026-11-20T15:30:00.123456+00:00"


@pytest.mark.parametrize("column_type", [UtcDateTime(), Quantity(), Money(), Date()])
def test_nothing_stays_nothing(column_type: TypeEngine[Any]) -> None:
    """NULL in, None out."""
    assert kept(column_type, None) is None


@pytest.mark.parametrize(
    ("column_type", "on_sqlite", "on_mariadb", "on_postgresql"),
    [
        (UtcDateTime(), "DATETIME", "DATETIME(6)", "TIMESTAMP WITHOUT TIME ZONE"),
        (Quantity(), "BIGINT", "BIGINT", "BIGINT"),
        (Money(), "NUMERIC(14, 2)", "NUMERIC(14, 2)", "NUMERIC(14, 2)"),
        (BIG_ID, "INTEGER", "BIGINT", "BIGINT"),
        (LONG_TEXT, "TEXT", "LONGTEXT", "TEXT"),
        (key_string(4), "VARCHAR(4)", "VARCHAR(4)", 'VARCHAR(4) COLLATE "C"'),
    ],
)
def test_every_database_has_a_column_for_it(
    column_type: TypeEngine[Any], on_sqlite: str, on_mariadb: str, on_postgresql: str
) -> None:
    """As its own type."""
    dialects = sqlite.dialect(), mysql.dialect(), postgresql.dialect()

    assert [column_type.compile(dialect) for dialect in dialects] == [on_sqlite, on_mariadb, on_postgresql]


def test_history_writes_values_as_texts() -> None:
    """Dates in ISO 8601, decimals without rounding."""
    values = (date(2026, 11, 21), datetime(2026, 11, 21, tzinfo=UTC), Decimal("4E+1"), (1, "a"), None, True, {"a": 1})

    assert [to_json(value) for value in values] == [
        *("2026-11-21", "2026-11-21T00:00:00+00:00", "40", [1, "a"], None, True, {"a": 1})
    ]
