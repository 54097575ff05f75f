"""Undoing that items were added, thousands of them in few statements: an import is one batch."""

from __future__ import annotations

from collections import defaultdict
from itertools import batched
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete

from ..domain.errors import UndoConflictError
from ..domain.models import Noun, Operation
from . import devices, items, stock
from .records import load_items
from .schema import StockRow
from .undo_checks import differs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..domain.models import Change, Item, Json
    from .work import Work

_TOGETHER: Final = 500
"""Items in one statement."""


def added_items(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the changes about items that a batch has added, and done nothing else with, by item.

    A batch that speaks of devices has none: which of them is which item has to be undone in its order.
    """
    added: defaultdict[str, list[Change]] = defaultdict(list)
    changed: set[str] = set()
    for change in changes:
        if change.kind is Noun.DEVICE:
            return {}
        if change.item_id is None:
            continue
        if change.operation is Operation.CREATE and change.kind in (Noun.ITEM, Noun.STOCK):
            added[change.item_id].append(change)
        else:
            changed.add(change.item_id)
    return {
        item_id: about
        for item_id, about in added.items()
        if item_id not in changed and any(change.kind is Noun.ITEM for change in about)
    }


def take_back(work: Work, added: Mapping[str, Sequence[Change]]) -> None:
    """Delete the rows of items that were added. Raises UndoConflictError when one is not as it was then."""
    session = work.session
    session.flush()
    for some in batched(added, _TOGETHER, strict=False):
        known, linked = load_items(session, some), devices.linked_items(session, some)
        for item_id in some:
            item = known.get(item_id)
            if item is None or item_id in linked or not _is_untouched(item, added[item_id]):
                raise UndoConflictError(title=added[item_id][0].title)
        session.execute(delete(StockRow).where(StockRow.item_id.in_(some)).execution_options(synchronize_session=False))
        items.erase_items(session, some)


def _is_untouched(item: Item, about: Sequence[Change]) -> bool:
    """Return whether an item is as it was added, with its stock and nothing else."""
    entries = {entry.id: stock.as_json(entry) for entry in item.stock}
    if item.loans or item.attachments or entries.keys() != {each.id for each in about if each.kind is Noun.STOCK}:
        return False
    return all(
        _is_same(items.as_json(item) if each.kind is Noun.ITEM else entries[each.id], each.after or {})
        for each in about
    )


def _is_same(current: Mapping[str, Json], after: Mapping[str, Json]) -> bool:
    """Return whether a record is what a change made it."""
    return not any(differs(current, name, after) for name in (current.keys() | after.keys()) - {"updated_at"})
