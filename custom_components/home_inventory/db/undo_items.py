"""Undoing what was done with items, thousands of them in few statements: each is worked out in memory, then written.

Only items that have nothing to do with a place where room is short are undone so: whether they fit does not hang on which
comes first. Others, and what is seldom, are left to `undo.py`, one change after the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from ..domain.errors import ArchivedError, UndoConflictError
from ..domain.models import Item, LocationKind, Noun, Operation, Stock
from ..domain.text import name_key
from . import items, stock
from .bulk import stock_row
from .records import ITEM_COLUMNS, STOCK_COLUMNS, from_json, load_items
from .schema import CategoryRow, ItemRow, LocationRow, StockRow
from .undo_checks import EMPTY, changed_fields, item_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Row

    from ..domain.models import Change
    from .work import Work

_TOGETHER: Final = 500
"""Items in one statement."""
_ITEMS: Final = ItemRow.__table__
_STOCK: Final = StockRow.__table__
_WRITE_ITEM: Final = (
    update(_ITEMS)  # type: ignore[arg-type]
    .where(_ITEMS.c.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in (*ITEM_COLUMNS, "name_key") if name != "id"})
)
_WRITE_ENTRY: Final = (
    update(_STOCK)  # type: ignore[arg-type]
    .where(_STOCK.c.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in (*STOCK_COLUMNS, "place_key") if name not in ("id", "item_id")})
)


def undo_together(work: Work, run: Sequence[Change]) -> list[Change]:
    """Undo changes of items that follow each other, newest first; return those of them that were undone.

    Raises UndoConflictError when an item is no longer as the batch left it.
    """
    by_item: defaultdict[str, list[Change]] = defaultdict(list)
    for change in run:
        by_item[change.item_id or change.id].append(change)
    usual = [item_id for item_id, changes in by_item.items() if all(map(_is_usual, changes))]
    done: list[Change] = []
    for some in batched(usual, _TOGETHER, strict=False):
        work.session.flush()
        done += _undo_some(work, {item_id: by_item[item_id] for item_id in some})
        work.session.expire_all()  # rows that it has read are not as they were
    return done


def _is_usual(change: Change) -> bool:
    """Return whether a change is one that can be worked out in memory."""
    if change.kind is Noun.ITEM:
        return change.operation is not Operation.CREATE  # what hangs on it by now has to be looked for
    return change.kind is Noun.STOCK


def _undo_some(work: Work, by_item: Mapping[str, Sequence[Change]]) -> list[Change]:
    """Undo the changes of some items, but for those of items that are, were or come where room is short."""
    before = load_items(work.session, list(by_item))
    surroundings = _Surroundings.of(work, before, [change for changes in by_item.values() for change in changes])
    done: list[Change] = []
    pairs: list[tuple[Item | None, Item]] = []
    for item_id, changes in by_item.items():
        if surroundings.is_short(before.get(item_id), changes):
            continue
        item = before.get(item_id)
        for change in changes:
            item = _inverted(work, item, change, surroundings)
        assert item is not None  # noqa: S101 - only what was added goes, and that is not usual
        pairs.append((before.get(item_id), item))
        done += changes
    _write(work, pairs)
    return done


@dataclass
class _Surroundings:
    """The places and categories that items hang on, or are to hang on again."""

    places: dict[str, Row[Any]] = field(default_factory=dict)
    categories: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, work: Work, known: Mapping[str, Item], changes: Sequence[Change]) -> _Surroundings:
        """Look them up, all at once."""
        places = {place for item in known.values() for place in item.location_ids}
        categories: set[str] = set()
        for change in changes:
            places |= _places_of(change)
            categories.update((change.before or {}).get("category_ids") or ())  # type: ignore[arg-type]
        found = cls()
        table = LocationRow.__table__.c
        for some in batched(places, _TOGETHER, strict=False):
            wanted = select(table.id, table.name, table.kind, table.capacity, table.archived_at)
            found.places |= {row.id: row for row in work.connection.execute(wanted.where(table.id.in_(some)))}
        for part in batched(categories, _TOGETHER, strict=False):
            found.categories.update(work.session.scalars(select(CategoryRow.id).where(CategoryRow.id.in_(part))))
        return found

    def is_short(self, item: Item | None, changes: Iterable[Change]) -> bool:
        """Return whether room is short at any place that an item is at, or was before or after one of the changes."""
        places = set() if item is None else set(item.location_ids)
        places.update(*map(_places_of, changes))
        rows = [self.places[place] for place in places if place in self.places]
        return any(row.kind == LocationKind.SLOT or row.capacity is not None for row in rows)

    def check_place(self, location_id: str | None, change: Change, *, has_to_be_in_use: bool) -> None:
        """Raise when nothing can be brought back to a place."""
        if location_id is None:
            return
        if (row := self.places.get(location_id)) is None:
            raise UndoConflictError(title=change.title)
        if has_to_be_in_use and row.archived_at is not None:
            raise ArchivedError(name=row.name)


def _places_of(change: Change) -> set[str]:
    """Return the places that a change of stock speaks of."""
    if change.kind is not Noun.STOCK:
        return set()
    named = ((kept or {}).get("location_id") for kept in (change.before, change.after))
    return {place for place in named if isinstance(place, str)}


def _inverted(work: Work, item: Item | None, change: Change, surroundings: _Surroundings) -> Item:
    """Return an item as it is without a change. Raises UndoConflictError when it is no longer as the change left it."""
    if change.kind is Noun.STOCK:
        return _inverted_stock(item, change, surroundings)
    changed = changed_fields(change, None if item is None else item_json(item))
    values = from_json({name: (change.before or {}).get(name) for name in changed})
    if not surroundings.categories.issuperset(values.get("category_ids", ())):
        raise UndoConflictError(title=change.title)
    if item is None:
        return replace(Item(**values), updated_at=work.now)
    values = {name: EMPTY.get(name) if value is None else value for name, value in values.items()}
    if change.operation is Operation.ARCHIVE:
        for location_id in item.location_ids:
            surroundings.check_place(location_id, change, has_to_be_in_use=True)
    return replace(item, **{**values, "updated_at": work.now})


def _inverted_stock(item: Item | None, change: Change, surroundings: _Surroundings) -> Item:
    """Return an item as it is without a change of its stock."""
    if item is None:
        raise UndoConflictError(title=change.title)
    entries = {entry.id: entry for entry in item.stock}
    current = entries.get(change.id)
    changed = changed_fields(change, None if current is None else stock.as_json(current))
    before = from_json({name: (change.before or {}).get(name) for name in changed}) if change.before else {}
    if change.operation is Operation.CREATE:
        del entries[change.id]
        return replace(item, stock=tuple(entries.values()))
    new = Stock(id=change.id, item_id=item.id, **before) if current is None else replace(current, **before)
    if any(_key(other) == _key(new) for other in item.stock if other.id != new.id):
        raise UndoConflictError(title=change.title)
    if current is None or "location_id" in before:
        surroundings.check_place(new.location_id, change, has_to_be_in_use=item.archived_at is None)
    entries.pop(change.id, None)  # what was changed last is written last: it may take what the others have left
    return replace(item, stock=(*entries.values(), new))


def _key(entry: Stock) -> str:
    return stock.place_key(entry.location_id, entry.best_before, entry.lot)


def _write(work: Work, pairs: Iterable[tuple[Item | None, Item]]) -> None:
    """Write items as they are to be, each with what it was."""
    revived = [after for before, after in pairs if before is None]
    changed = [(before, after) for before, after in pairs if before is not None]
    run = work.connection.execute
    if revived:
        run(insert(_ITEMS), [_item_row(item) for item in revived])  # type: ignore[arg-type]
        items.insert_links(work.connection, revived)
    touched = [after for before, after in changed if replace(before, stock=after.stock) != after]
    if touched:
        run(_WRITE_ITEM, [_renamed(_item_row(item)) for item in touched])
    _write_links(work, changed)
    _write_stock(work, [(() if before is None else before.stock, after.stock) for before, after in pairs])


def _item_row(item: Item) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ITEM_COLUMNS} | {"name_key": name_key(item.name)[:255]}


def _renamed(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an update takes: the values have names of their own, besides the id that says which row."""
    return {
        "of_id": row["id"],
        **{f"new_{name}": value for name, value in row.items() if name not in ("id", "item_id")},
    }


def _write_links(work: Work, changed: Iterable[tuple[Item, Item]]) -> None:
    """Replace the aliases, barcodes, categories and labels of those items of which they differ."""
    for name, (row, _) in items.LINKS.items():
        new = [after for before, after in changed if getattr(before, name) != getattr(after, name)]
        if new:
            work.connection.execute(delete(row).where(row.item_id.in_([item.id for item in new])))
            items.insert_links(work.connection, new, (name,))


def _write_stock(work: Work, pairs: Iterable[tuple[Sequence[Stock], Sequence[Stock]]]) -> None:
    """Write stock entries as they are to be. What goes leaves its place first, what comes is put there last."""
    gone: list[str] = []
    changed: list[Stock] = []
    come: list[Stock] = []
    for before, after in pairs:
        was = {entry.id: entry for entry in before}
        gone += was.keys() - {entry.id for entry in after}
        come += [entry for entry in after if entry.id not in was]
        changed += [entry for entry in after if entry.id in was and was[entry.id] != entry]
    run = work.connection.execute
    for some in batched(gone, _TOGETHER, strict=False):
        run(delete(StockRow).where(StockRow.id.in_(some)))
    if changed:
        run(_WRITE_ENTRY, [_renamed(stock_row(entry)) for entry in changed])
    if come:
        run(insert(_STOCK), [stock_row(entry) for entry in come])  # type: ignore[arg-type]
