"""Use cases for many items at once: one transaction, one batch, some statements for each thousand of them.

Every item is looked at before anything is written. Those that refuse are told, and unless they are to be passed over,
nothing is done at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from ..domain.errors import InventoryError, ItemNotFoundError, NotArchivedError
from ..domain.models import Noun, Operation
from . import attachments, devices, items, loans, stock
from .items import LINKS, require_in_use
from .records import load_items, to_json
from .room_book import RoomBook
from .schema import DeviceRow, ItemRow
from .stock_moves import move_all
from .wanted import select_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.models import Item, ItemFilter
    from .work import Work

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item that something could not be done with, and why."""

    item_id: str
    name: str
    error: InventoryError


@dataclass(slots=True)
class Outcome:
    """What became of many items."""

    done: int = 0
    refused: list[Refusal] = field(default_factory=list)


class RefusedError(Exception):
    """Items have refused and are not passed over: the transaction is given up."""

    def __init__(self, outcome: Outcome) -> None:
        """Keep who has refused, and why."""
        super().__init__()
        self.outcome = outcome


def list_ids(session: Session, wanted: ItemFilter, limit: int) -> list[str]:
    """Return the ids of the items that fit a filter, the oldest first; at most `limit`."""
    return list(session.scalars(select_items(session, wanted).order_by(ItemRow.id).limit(limit)))


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which items, and whether those that refuse are passed over."""

    item_ids: Sequence[str]
    skip_refused: bool = False

    def sift[T](self, work: Work, look: Callable[[Item], T]) -> tuple[list[tuple[Item, T]], Outcome]:
        """Look at every item; return what is to be done, with what `look` returned, and those that `look` raised for.

        Raises RefusedError unless these are passed over.
        """
        found = _load(work, self.item_ids)
        outcome, ready = Outcome(), []
        for item_id in self.item_ids:
            item = found.get(item_id)
            try:
                if item is None:
                    raise ItemNotFoundError(item_id)
                ready.append((item, look(item)))
            except InventoryError as err:
                outcome.refused.append(Refusal(item_id, item.name if item else "", err))
        if outcome.refused and not self.skip_refused:
            raise RefusedError(outcome)
        return ready, outcome


def move_items(work: Work, chosen: Chosen, to_id: str) -> Outcome:
    """Move all there is of items to a place; lots stay lots."""
    book = RoomBook(work)

    def look(item: Item) -> bool:
        require_in_use(item)
        is_there = bool(item.stock) and all(entry.location_id == to_id for entry in item.stock)
        if not is_there:
            book.take(to_id, item)
        return not is_there

    ready, outcome = chosen.sift(work, look)
    moving = [item for item, has_to_move in ready if has_to_move]
    work.known |= {item.id: item for item in moving}
    move_all(work, moving, to_id)
    outcome.done = len(moving)
    return outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Labels or categories that items get and lose."""

    add: frozenset[str] = frozenset()
    remove: frozenset[str] = frozenset()

    def on(self, there: Iterable[str]) -> tuple[str, ...]:
        """Return what an item has afterwards, in the order in which it is kept."""
        return tuple(sorted({*there, *self.add} - self.remove))


def update_items(work: Work, chosen: Chosen, values: Mapping[str, Any], links: Mapping[str, Links]) -> Outcome:
    """Give items the same values, and labels and categories (`label_ids`, `category_ids`) besides what they have."""

    def look(item: Item) -> dict[str, Any]:
        linked = {name: links[name].on(getattr(item, name)) for name in links}
        return items.check_update(item, {**values, **linked})

    ready, outcome = chosen.sift(work, look)
    changing = [(item, new) for item, new in ready if new]
    plain = {name: value for name, value in values.items() if name not in LINKS}
    _write(work, [item.id for item, _ in changing], plain)
    for name in LINKS:
        _write_links(work, name, {item.id: new[name] for item, new in changing if name in new})
    for item, new in changing:
        before = {name: to_json(getattr(item, name)) for name in new}
        after = {name: to_json(value) for name, value in new.items()}
        work.record(Noun.ITEM, Operation.UPDATE, item.id, title=item.name, before=before, after=after)
    outcome.done = len(changing)
    return outcome


def exchange_category(work: Work, item_ids: Sequence[str], old_id: str, new_id: str) -> None:
    """Hang items on one category instead of another, archived ones too."""
    links = Links(add=frozenset((new_id,)), remove=frozenset((old_id,)))
    for ids in batched(item_ids, _CHUNK, strict=False):
        found = _load(work, ids)
        new = {item.id: links.on(item.category_ids) for item in found.values()}
        _write(work, list(new), {})
        _write_links(work, "category_ids", new)
        for item in found.values():
            before, after = {"category_ids": to_json(item.category_ids)}, {"category_ids": to_json(new[item.id])}
            work.record(Noun.ITEM, Operation.UPDATE, item.id, title=item.name, before=before, after=after)


def archive_items(work: Work, chosen: Chosen) -> Outcome:
    """Take items out of the lists; everything about them is kept."""
    ready, outcome = chosen.sift(work, items.require_archivable)
    return _set_archived(work, [item for item, _ in ready], outcome, archived=True)


def restore_items(work: Work, chosen: Chosen) -> Outcome:
    """Bring archived items back to where they were, as far as there is room."""
    book = RoomBook(work)

    def look(item: Item) -> None:
        if item.archived_at is None:
            raise NotArchivedError(name=item.name)
        for location_id in item.location_ids:
            book.take(location_id, item)

    ready, outcome = chosen.sift(work, look)
    return _set_archived(work, [item for item, _ in ready], outcome, archived=False)


def delete_items(work: Work, chosen: Chosen) -> Outcome:
    """Delete items for good, with all that hangs on them; their history and their codes stay."""
    ready, outcome = chosen.sift(work, lambda _item: None)
    gone = [item for item, _ in ready]
    for part in batched(gone, _CHUNK, strict=False):
        ids = [item.id for item in part]
        linked = select(DeviceRow.item_id).where(DeviceRow.item_id.in_(ids)).distinct()
        for item_id in work.connection.scalars(linked).all():
            devices.leave_item(work, str(item_id))
    for item in gone:
        for entry in item.stock:
            before = stock.as_json(entry)
            work.record(Noun.STOCK, Operation.DELETE, entry.id, title=item.name, before=before, item_id=item.id)
        for loan in item.loans:
            loans.end_loan(work, loan, item.name)
        for attachment in item.attachments:
            attachments.take_off(work, attachment, item.name)
        work.record(Noun.ITEM, Operation.DELETE, item.id, title=item.name, before=items.as_json(item))
    for part in batched(gone, _CHUNK, strict=False):
        items.erase_items(work.session, [item.id for item in part])
    outcome.done = len(gone)
    return outcome


def _load(work: Work, item_ids: Sequence[str]) -> dict[str, Item]:
    """Return items as they are now, their rows locked until the end of the transaction where the database can."""
    found: dict[str, Item] = {}
    for ids in batched(item_ids, _CHUNK, strict=False):
        if work.connection.dialect.name != "sqlite":  # SQLite has locked the whole database already
            work.connection.execute(select(ItemRow.id).where(ItemRow.id.in_(ids)).with_for_update())
        found |= load_items(work.session, ids)
    return found


def _set_archived(work: Work, changing: list[Item], outcome: Outcome, *, archived: bool) -> Outcome:
    """Archive or restore items that may be."""
    moment = work.now if archived else None
    _write(work, [item.id for item in changing], {"archived_at": moment})
    for item in changing:
        work.record(
            Noun.ITEM,
            Operation.ARCHIVE if archived else Operation.RESTORE,
            item.id,
            title=item.name,
            before={"archived_at": to_json(item.archived_at)},
            after={"archived_at": to_json(moment)},
        )
    outcome.done = len(changing)
    return outcome


def _write(work: Work, item_ids: Sequence[str], values: Mapping[str, Any]) -> None:
    """Write the same values into the rows of items."""
    for ids in batched(item_ids, _CHUNK, strict=False):
        statement = update(ItemRow).where(ItemRow.id.in_(ids)).values(**values, updated_at=work.now)
        work.connection.execute(statement)


def _write_links(work: Work, name: str, links: Mapping[str, tuple[str, ...]]) -> None:
    """Replace the labels or categories of items."""
    row, column = LINKS[name]
    for ids in batched(links, _CHUNK, strict=False):
        work.connection.execute(delete(row).where(row.item_id.in_(ids)))
    rows = [{"item_id": item_id, column: entry} for item_id, entries in links.items() for entry in entries]
    if rows:
        work.connection.execute(insert(row.__table__), rows)
