"""What a batch is about, in a word: the headline that events, the logbook and automations go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .models import Noun, Operation
from .movements import movements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .models import Batch, Change, Json
    from .movements import Movement


class HeadlineType(StrEnum):
    """What can happen to an inventory."""

    ITEM_ADDED = "item_added"
    ITEM_UPDATED = "item_updated"
    ITEM_MOVED = "item_moved"
    QUANTITY_CHANGED = "quantity_changed"
    ITEM_LENT = "item_lent"
    ITEM_RETURNED = "item_returned"
    ITEM_ARCHIVED = "item_archived"
    ITEM_RESTORED = "item_restored"
    ITEM_DELETED = "item_deleted"
    LOCATION_CHANGED = "location_changed"
    CATEGORY_CHANGED = "category_changed"
    DEVICE_CHANGED = "device_changed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The one change of a batch that says what it was about."""

    type: HeadlineType
    change: Change
    is_move: bool = False
    from_id: str | None = None
    to_id: str | None = None
    movements: tuple[Movement, ...] = ()
    """Everything that the batch moved, for those who wait for one of it."""


_LIFE_OF_ITEMS: Final[Mapping[Operation, HeadlineType]] = {
    Operation.CREATE: HeadlineType.ITEM_ADDED,
    Operation.DELETE: HeadlineType.ITEM_DELETED,
    Operation.ARCHIVE: HeadlineType.ITEM_ARCHIVED,
    Operation.RESTORE: HeadlineType.ITEM_RESTORED,
}
_OTHERS: Final[Mapping[Noun, HeadlineType]] = {
    Noun.ITEM: HeadlineType.ITEM_UPDATED,
    Noun.ATTACHMENT: HeadlineType.ITEM_UPDATED,
    Noun.STOCK: HeadlineType.QUANTITY_CHANGED,
    Noun.CATEGORY: HeadlineType.CATEGORY_CHANGED,
    Noun.DEVICE: HeadlineType.DEVICE_CHANGED,
}


def classify(batch: Batch) -> Headline:
    """Return what a batch is about.

    A new item matters more than the category that was made for it, a place that was removed more than what had to be
    moved out of it.
    """
    first: dict[Noun, Change] = {}
    for change in batch.changes:
        first.setdefault(change.kind, change)
        if change.kind is Noun.ITEM and change.operation in _LIFE_OF_ITEMS:
            return _headline(batch, _LIFE_OF_ITEMS[change.operation], change)
    moved = tuple(movements(batch)) if Noun.STOCK in first else ()
    if (place := first.get(Noun.LOCATION)) is not None:
        return _about_place(batch, place, moved)
    if moved:
        head = moved[0]
        return _headline(
            batch,
            HeadlineType.ITEM_MOVED,
            head.change,
            is_move=True,
            from_id=head.from_id,
            to_id=head.to_id,
            movements=moved,
        )
    if (loan := first.get(Noun.LOAN)) is not None:
        is_new = loan.operation is Operation.CREATE
        return _headline(batch, HeadlineType.ITEM_LENT if is_new else HeadlineType.ITEM_RETURNED, loan)
    noun = next(noun for noun in _OTHERS if noun in first)
    return _headline(batch, _OTHERS[noun], _telling(batch) if noun is Noun.DEVICE else first[noun])


def _telling(batch: Batch) -> Change:
    """Return the line about devices that says what was done.

    Of two that are made one the other is deleted first; of one that is deleted those that hung on it are changed first.
    """
    lines = [change for change in batch.changes if change.kind is Noun.DEVICE]
    if lines[-1].operation is Operation.DELETE:
        return lines[-1]
    return next(change for change in lines if change.operation is not Operation.DELETE)


def _about_place(batch: Batch, change: Change, moved: tuple[Movement, ...]) -> Headline:
    """Return the headline of a changed place: a move, if it is in another one now."""
    before, after = change.before or {}, change.after or {}
    origin, target = _parent(before), _parent(after)
    if change.operation is Operation.UPDATE and origin != target:
        return _headline(
            batch,
            HeadlineType.LOCATION_CHANGED,
            change,
            is_move=True,
            from_id=origin,
            to_id=target,
            movements=moved,
        )
    return _headline(batch, HeadlineType.LOCATION_CHANGED, change, movements=moved)


def _parent(values: Mapping[str, Json]) -> str | None:
    parent_id = values.get("parent_id")
    return parent_id if isinstance(parent_id, str) else None


def _headline(
    batch: Batch,
    kind: HeadlineType,
    change: Change,
    *,
    is_move: bool = False,
    from_id: str | None = None,
    to_id: str | None = None,
    movements: tuple[Movement, ...] = (),
) -> Headline:
    """Return a headline; undoing is news of its own, whatever it brought back."""
    return Headline(
        type=kind if batch.undoes is None else HeadlineType.UNDONE,
        change=change,
        is_move=is_move,
        from_id=from_id,
        to_id=to_id,
        movements=movements,
    )
