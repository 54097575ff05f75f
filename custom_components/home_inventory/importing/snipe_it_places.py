"""Lists of Snipe-IT's locations: places in places, with their addresses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .place_rows import PlaceRows
from .reshaping import Cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .tables import Table

PLACE_COLUMNS: Final = frozenset((
    "address", "address2", "address 2", "address line 2", "city", "state", "country", "zip", "zip code", "postal code",
    "post code",
))  # fmt: skip
_NAMES: Final = ("location name", "name")
_PARENTS: Final = ("parent", "parent location")
_MOST_PARENTS: Final = 30
_NOT_CARRIED: Final = (
    "manager", "managed by", "manager name", "manager full name", "manager username", "currency", "company", "phone", "fax",
    "ldap ou", "ldap search ou", "ou",
)  # fmt: skip
_OF_THINGS: Final = frozenset(("asset tag", "category", "quantity", "qty", "serial", "first name", "username"))


def are_places(names: frozenset[str]) -> bool:
    """Return whether columns with these names are of a list of locations; people and things have addresses too."""
    if names & _OF_THINGS or not names & {*_NAMES}:
        return False
    return {"city", "country"} <= names and bool(
        names & {*_PARENTS, "manager", "manager username", "currency", "ldap ou"}
    )


def as_places(table: Table) -> Table:
    """Return the table without rows, but with the places that they are. Two of one name in one place are one place."""
    row = Cells(table.columns)
    around = {
        name: parent for _, cells in table.rows for name, parent in [(row.of(cells)(*_NAMES), row(*_PARENTS))] if name
    }
    places = PlaceRows()
    for line, cells in table.rows:
        row.of(cells)
        name = row(*_NAMES)
        description = "\n".join(filter(None, (_address(row), row("notes"))))
        places.add(line, _path(name, row(*_PARENTS), around), description)
        left = [
            f"{column}: {text}"
            for column in table.columns
            if column.casefold() in _NOT_CARRIED and (text := row(column.casefold()))
        ]
        places.leave(line, name, left)
    return replace(
        table, rows=(), places=places.rows, remarks=(*table.remarks, *places.remarks), rejected=places.rejected
    )


def _path(name: str, parent: str, around: Mapping[str, str]) -> tuple[str, ...]:
    """Return the path of a place whose parents are in the list by their names; one that leads back to itself ends there."""
    path = [name]
    while parent and parent not in path and len(path) < _MOST_PARENTS:
        path.insert(0, parent)
        parent = around.get(parent, "")
    return tuple(path)


def _address(row: Cells) -> str:
    """Return an address in one line."""
    town = " ".join(filter(None, (row("zip", "zip code", "postal code", "post code"), row("city"))))
    parts = (row("address"), row("address2", "address 2", "address line 2"), town, row("state"), row("country"))
    return ", ".join(filter(None, parts))
