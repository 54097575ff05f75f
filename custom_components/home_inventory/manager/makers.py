"""The makers and vendors that items name, for questions that may mean one: "bought at Ikea"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..db import wanted
from ..domain.models import Noun

if TYPE_CHECKING:
    from ..db.database import Database
    from ..domain.models import Change, Notice

_FIELDS: Final = ("manufacturer", "vendor")


class Makers:
    """Kept until one of them changes: to read them, the database looks at every item, which takes as long as three searches."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._known: tuple[list[str], list[str]] | None = None
        self._changes = 0

    async def async_list(self, database: Database) -> tuple[list[str], list[str]]:
        """Return every maker and every vendor that an item names. Raises what the database raises."""
        if self._known is not None:
            return self._known
        before = self._changes
        found = await database.async_read(wanted.list_makers_and_vendors)
        if before == self._changes:  # else they may have been read before something that was told meanwhile
            self._known = found
        return found

    def apply(self, notice: Notice) -> None:
        """Forget what was read if a commit has changed a maker or vendor."""
        if any(_names_one(change) for change in notice.batch.changes):
            self._known = None
            self._changes += 1


def _names_one(change: Change) -> bool:
    """Return whether a change has to do with a maker or vendor."""
    values = (change.before or {}, change.after or {})
    return change.kind is Noun.ITEM and any(side.get(field) is not None for side in values for field in _FIELDS)
