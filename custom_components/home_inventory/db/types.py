"""Column types that hold the same values on SQLite, MariaDB, MySQL and PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, override

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, Numeric, String, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeDecorator, TypeEngine

from ..domain.quantities import QUANTITY_DIGITS

ID_LENGTH = 26
BIG_ID = BigInteger().with_variant(Integer, "sqlite")
LONG_TEXT = Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")
LONG_BYTES = LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")


def key_string(length: int) -> String:
    """Return a text that sorts and compares byte by byte on every database."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept as UTC with microseconds and without a zone."""

    impl = DateTime
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.DATETIME(fsp=6))
        return dialect.type_descriptor(DateTime())

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Quantity(TypeDecorator[Decimal]):
    """A quantity as a whole number of thousandths, so that SQL adds it up exactly on every database."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value.scaleb(QUANTITY_DIGITS))

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-QUANTITY_DIGITS).normalize() + 0


class Money(TypeDecorator[Decimal]):
    """An amount as NUMERIC(14, 2).

    SQLite has no decimal type: it keeps such a column as a double, which holds every amount of this size to the cent.
    """

    impl = Numeric
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        exact: Numeric[Any] = Numeric(14, 2)
        return dialect.type_descriptor(Numeric(14, 2, asdecimal=False) if dialect.name == "sqlite" else exact)

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | float | None:
        return float(value) if value is not None and dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(str(value)).quantize(Decimal("0.01"))
