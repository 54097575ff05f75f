"""Values of any of the databases in the one form that files of table rows have: see docs/table-dumps.md.

What is read and written here are the driver's own values, so that nothing is rounded or put into other words on the way.
"""

from __future__ import annotations

import math
import re
from base64 import b64decode, b64encode
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, Numeric
from sqlalchemy.types import _Binary

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.types import TypeEngine

    type Change = Callable[[Any], Any]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    FLOAT = "float"
    DATETIME = "datetime"
    DATE = "date"
    JSON = "json"
    BYTES = "bytes"


_KINDS: Final = (
    (Boolean, Kind.BOOLEAN),
    (Integer, Kind.INTEGER),
    (Float, Kind.FLOAT),
    (Numeric, Kind.DECIMAL),
    (DateTime, Kind.DATETIME),
    (Date, Kind.DATE),
    (JSON, Kind.JSON),
    (_Binary, Kind.BYTES),
)
_SQLITE_DATETIME: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}")
_SQLITE_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE: Final = re.compile(r"-?\d{1,18}")


def kind_of(type_: TypeEngine[Any]) -> Kind:
    """Return what a column of a type holds, as the database itself describes it."""
    if getattr(type_, "display_width", None) == 1:  # TINYINT(1) is how MariaDB and MySQL say BOOLEAN
        return Kind.BOOLEAN
    return next((kind for known, kind in _KINDS if isinstance(type_, known)), Kind.TEXT)


def to_file(kind: Kind, value: Any) -> Any:
    """Return the driver's value as a file has it."""
    if value is None:
        return None
    if isinstance(value, memoryview):  # PostgreSQL's driver
        value = value.tobytes()
    written = _WRITERS[kind](value)
    return _odd(value) if written is None else written


def to_database(kind: Kind, value: Any, *, sqlite: bool) -> Any:
    """Return what a file has as the driver takes it, for a column of a kind."""
    if value is None:
        return None
    if isinstance(value, dict):
        return _READ_ODD[value["stored"]](value["value"])
    read = (_SQLITE_READERS if sqlite else _SERVER_READERS).get(kind)
    return value if read is None else read(value)


def _odd(value: Any) -> dict[str, Any]:
    """Return a value of another kind than its column's, which SQLite does not mind."""
    match value:
        case bytes():
            return {"stored": "bytes", "value": b64encode(value).decode()}
        case float():
            return {"stored": "float", "value": repr(value)}
        case int():
            return {"stored": "integer", "value": value}
        case str():
            return {"stored": "text", "value": value}
        case _:
            raise TypeError(f"no form for values of type {type(value).__name__}")


def _datetime(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    return value.replace(" ", "T") if isinstance(value, str) and _SQLITE_DATETIME.fullmatch(value) else None


def _date(value: Any) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) and _SQLITE_DATE.fullmatch(value) else None


def _decimal(value: Any) -> str | None:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float) and math.isfinite(value):
        return repr(value)
    return str(value) if isinstance(value, int) and _WHOLE.fullmatch(str(value)) else None


def _boolean(value: Any) -> bool | None:
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


def _float(value: Any) -> float | None:
    return value if isinstance(value, float) and math.isfinite(value) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _integer(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _bytes(value: Any) -> str | None:
    return b64encode(value).decode() if isinstance(value, bytes) else None


def _sqlite_number(value: str) -> float:
    """Return a decimal as SQLite keeps it: whole numbers exactly, others as a double."""
    return int(value) if _WHOLE.fullmatch(value) else float(value)


_WRITERS: Final[dict[Kind, Change]] = {
    Kind.TEXT: _text,
    Kind.JSON: _text,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DECIMAL: _decimal,
    Kind.FLOAT: _float,
    Kind.DATETIME: _datetime,
    Kind.DATE: _date,
    Kind.BYTES: _bytes,
}
_READ_ODD: Final[dict[str, Change]] = {"bytes": b64decode, "float": float, "integer": int, "text": str}
_SQLITE_READERS: Final[dict[Kind, Change]] = {
    Kind.BOOLEAN: int,
    Kind.INTEGER: int,
    Kind.DECIMAL: _sqlite_number,
    Kind.DATETIME: lambda value: value.replace("T", " "),
    Kind.BYTES: b64decode,
}
_SERVER_READERS: Final[dict[Kind, Change]] = {
    Kind.BOOLEAN: bool,
    Kind.INTEGER: int,
    Kind.DECIMAL: Decimal,
    Kind.DATETIME: datetime.fromisoformat,
    Kind.DATE: date.fromisoformat,
    Kind.BYTES: b64decode,
}
