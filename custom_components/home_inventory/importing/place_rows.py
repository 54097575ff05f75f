"""Collecting what a file says of places: those that can be taken, those that can't, and what of them has no place here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.errors import InventoryError, RequiredValueError
from ..domain.fields import NAME, Text
from ..domain.import_notes import NotCarriedNote
from ..domain.imports import PlaceRow, Rejected, Remark
from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DESCRIPTION: Final = Text(4000, multiline=True)


class PlaceRows:
    """Places in the order of the file."""

    def __init__(self) -> None:
        """Know none yet."""
        self._rows: list[PlaceRow] = []
        self._seen: set[tuple[str, ...]] = set()
        self._rejected: list[Rejected] = []
        self._remarks: list[Remark] = []

    @property
    def rows(self) -> tuple[PlaceRow, ...]:
        """Return the places that can be taken."""
        return tuple(self._rows)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Return those that can't."""
        return tuple(self._rejected)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return what of them is left out."""
        return tuple(self._remarks)

    def add(self, line: int, path: Sequence[str], description: str = "") -> None:
        """Take a place by its path, outermost name first. Another one of that path is the same here: what it says more is told."""
        try:
            names = tuple(name for part in path if (name := NAME.read("name", part)) is not None)
            if len(names) < len(path):
                raise RequiredValueError(field="name")
            read = _DESCRIPTION.read("description", description) if description else None
        except InventoryError as err:
            self._rejected.append(Rejected.of(line, path[-1], err))
            return
        key = tuple(map(name_key, names))
        if key in self._seen:
            self.leave(line, names[-1], [read] if read else ())
        else:
            self._seen.add(key)
            self._rows.append(PlaceRow(line=line, path=names, description=read))

    def leave(self, line: int, name: str, what: Iterable[str]) -> None:
        """Tell what of a place has no place here, if there is something."""
        if text := "; ".join(what):
            self._remarks.append(Remark.of(line, name, NotCarriedNote(text)))
