"""Whether a record is as a change left it: what undoing one change, or thousands of them, has to know first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..domain.errors import UndoConflictError
from ..domain.models import Operation
from .items import LINKS
from .records import ITEM_COLUMNS, to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.models import Change, Item, Json

EMPTY: Final[Mapping[str, Any]] = {"custom": {}, "lifetime_warranty": False, "promoted": False}
"""What fields of an item hold when they hold nothing, where that is not None."""


def differs(current: Mapping[str, Json], name: str, after: Mapping[str, Json]) -> bool:
    """Return whether a field is no longer what a change made it; what a change leaves out is empty."""
    return (current.get(name) or None) != (after.get(name) or None)


def changed_fields(change: Change, current: Mapping[str, Json] | None) -> set[str]:
    """Return the fields that a change has changed. `current` is the record now, None if there is none.

    Raises UndoConflictError when one of them is no longer as the change left it.
    """
    before, after = change.before or {}, change.after or {}
    known = before.keys() | after.keys()
    if change.operation is Operation.CREATE and current is not None:
        known |= current.keys()  # what was filled in later is missing in `after`
    is_whole = change.operation in (Operation.CREATE, Operation.DELETE)
    changed = {name for name in known if is_whole or before.get(name) != after.get(name)}
    if change.operation is Operation.DELETE:
        if current is not None:
            raise UndoConflictError(title=change.title)
    elif current is None or any(differs(current, name, after) for name in changed - {"updated_at"}):
        raise UndoConflictError(title=change.title)
    return changed


def item_json(item: Item) -> dict[str, Json]:
    """Return all fields of an item as changes keep them, empty ones too."""
    return {name: to_json(getattr(item, name)) for name in (*ITEM_COLUMNS, *LINKS)}
