"""Rows that speak of each other: parts of a whole, lots of one thing, and what is there twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.imports import ImportDuplicateError, Rejected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.imports import Row

_PART_OF: Final = "Part of"


def settle(
    rows: list[Row],
    parents: Mapping[int, str],
    rejected: list[Rejected],
    share_reference: bool,  # noqa: FBT001 - as the format says it
) -> tuple[Row, ...]:
    """Return the rows, each of one thing: parts are put where what they are part of is.

    The second of two rows with one reference or code is refused, or if rows share their reference it tells of more of the same
    thing: another lot, another place.
    """
    by_reference = {row.reference[1]: row for row in rows if row.reference is not None}
    for index, reference in parents.items():
        if (whole := by_reference.get(reference)) is not None:
            row = rows[index]
            custom = {**row.custom, _PART_OF: whole.name}
            placed = row.placed if row.placed.place else replace(row.placed, place=whole.placed.place)
            rows[index] = replace(row, custom=custom, placed=placed)
    return _together(rows) if share_reference else _once(rows, rejected)


def _once(rows: list[Row], rejected: list[Rejected]) -> tuple[Row, ...]:
    """Refuse the second of two rows with one reference or code."""
    kept: list[Row] = []
    seen: set[str] = set()
    for row in rows:
        keys = [f"code {row.code}"] * bool(row.code)
        if row.reference is not None:
            keys.append(f"reference {row.reference[1]}")
        if seen.intersection(keys):
            rejected.append(Rejected.of(row.line, row.name, ImportDuplicateError(key=keys[-1].partition(" ")[2])))
        else:
            kept.append(row)
        seen.update(keys)
    return tuple(kept)


def _together(rows: list[Row]) -> tuple[Row, ...]:
    """Let the first of the rows with one reference have the stock of all of them; a row without quantity says that there is none."""
    whole: dict[tuple[str, str] | int, Row] = {}
    for row in rows:
        key = row.reference or row.line
        if (first := whole.get(key)) is None:
            whole[key] = first = replace(row, stock=())
        if row.placed.quantity is not None and row.placed.quantity > Decimal(0):
            whole[key] = replace(first, stock=(*(first.stock or ()), row.placed))
    return tuple(whole.values())
