"""Lists in JSON: each object a row, its keys the columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..domain.decoding import decode
from .errors import ImportEmptyError, ImportFormatError, ImportTooManyRowsError, ImportUnreadableError
from .limits import MAX_COLUMNS, MAX_ROWS
from .tables import make_table

if TYPE_CHECKING:
    from .tables import Table


def parse_json(content: bytes) -> Any:
    """Return what stands in a JSON. Raises ImportUnreadableError."""
    text, _ = decode(content)
    try:
        return json.loads(text, parse_constant=str)
    except json.JSONDecodeError as err:
        raise ImportUnreadableError("json", err.lineno) from None
    except RecursionError, ValueError:  # thousands of brackets, numbers of thousands of digits
        raise ImportUnreadableError("json") from None


def json_table(found: Any) -> Table:
    """Return the longest list of objects as a table; what is inside an object is named "outer.inner"."""
    lists = [found] if isinstance(found, list) else list(found.values()) if isinstance(found, dict) else []
    objects = max((_objects(entry) for entry in lists), key=len, default=[])
    if not objects:
        raise ImportEmptyError if lists else ImportFormatError
    if len(objects) > MAX_ROWS:
        raise ImportTooManyRowsError(MAX_ROWS)
    rows = [dict(_flat("", entry)) for entry in objects]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if len(columns) > MAX_COLUMNS:
        raise ImportTooManyRowsError(MAX_ROWS)
    records = [(number, [row.get(name, "") for name in columns]) for number, row in enumerate(rows, 1)]
    return make_table([(0, columns), *records])


def _objects(entry: Any) -> list[dict[str, Any]]:
    """Return the objects of a list."""
    return [each for each in entry if isinstance(each, dict)] if isinstance(entry, list) else []


def _flat(prefix: str, entry: dict[str, Any], depth: int = 0) -> list[tuple[str, str]]:
    """Return the values of an object as texts by their names."""
    cells: list[tuple[str, str]] = []
    for name, value in entry.items():
        if isinstance(value, dict) and depth < 2:  # noqa: PLR2004 - no list of things is deeper
            cells += _flat(f"{prefix}{name}.", value, depth + 1)
        else:
            cells.append((f"{prefix}{name}", _text(value)))
    return cells


def _text(value: Any) -> str:
    """Return a value as it would be written into a table of text; lists of words are apart by semicolons."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list() if all(isinstance(each, str | int | float) for each in value):
            return ";".join(str(each) for each in value)
        case _:
            return json.dumps(value, ensure_ascii=False)
