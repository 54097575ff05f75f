"""Comparing what a file says with what is there: a plan of what has to be done, and nothing of it done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from .aliases import other_names
from .errors import ArchivedError, InventoryError, ItemNotFoundError, LocationFullError
from .imports import Added, ImportPlan, ImportSeveralPlacesError, Rejected, Row, Updated
from .loan_errors import StockLentError
from .loans import borrowers, counted, is_possible
from .models import Item, Stock
from .quantities import check_quantity
from .text import name_key
from .warranties import check_warranty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from .import_places import CategoryPaths, PlacePaths
    from .imports import Reading

_UNITED: Final = ("aliases", "barcodes")
"""Lists that a file adds to, but never takes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a plan depends on besides the file."""

    items: Iterable[Item]
    places: PlacePaths
    categories: CategoryPaths
    room_in: Callable[[str], int | None]
    """How many items more fit into a place; None where any number does."""
    new_id: Callable[[], str]
    now: datetime
    currency: str


def plan_import(reading: Reading, around: Surroundings) -> ImportPlan:
    """Return what taking in a file would do."""
    return _Planner(around).plan(reading)


class _Known:
    """The items that are there, by what a row may call them; each is taken by one row."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._by_key: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
        self._taken: set[str] = set()
        for item in items:
            name = name_key(item.name)
            self._by_key["code", item.code].append(item)
            for field, value in item.custom.items():
                if isinstance(value, str):
                    self._by_key["reference", field, value].append(item)
            if item.serial_number:
                self._by_key["serial", name, item.serial_number].append(item)
            for place in item.location_ids or ("",):
                self._by_key["place", name, place].append(item)
            self._by_key["name", name].append(item)

    def take(self, row: Row, place_id: str | None) -> Item | None:
        """Return the item that a row means, if it is there. Raises ItemNotFoundError for a code that nothing has."""
        found = self._find(row, place_id)
        if found is not None:
            self._taken.add(found.id)
        return found

    def _find(self, row: Row, place_id: str | None) -> Item | None:
        """Return the first free item by the surest key that the row has."""
        if row.code is not None:
            if (item := self._first("code", row.code)) is None:
                raise ItemNotFoundError(row.code)
            return item
        if row.reference is not None and (item := self._first("reference", *row.reference)) is not None:
            return item
        name, serial = name_key(row.name), row.values.get("serial_number")
        if serial:
            return self._first("serial", name, serial, unlike=row)
        if place_id is not None or not row.place:
            item = self._first("place", name, place_id or "", unlike=row)
            if item is not None:
                return item
        free = [item for item in self._by_key["name", name] if self._is_free(item, row)]
        return free[0] if len(free) == 1 and self._is_only(free[0], row) else None

    def _first(self, *key: str, unlike: Row | None = None) -> Item | None:
        """Return the first item with a key that no other row has taken; none that is known by another reference."""
        return next((item for item in self._by_key.get(key, ()) if self._is_free(item, unlike)), None)

    def _is_free(self, item: Item, row: Row | None) -> bool:
        """Return whether a row may still mean an item."""
        if item.id in self._taken:
            return False
        return row is None or row.reference is None or item.custom.get(row.reference[0]) in (None, row.reference[1])

    def _is_only(self, item: Item, row: Row) -> bool:
        """Return whether only the name can tell: a thing without serial number that is nowhere else in particular."""
        return not row.place or not item.location_ids

    def forget(self) -> None:
        """Let go of everything."""
        self._by_key.clear()


class _Planner:
    """Goes through the rows and keeps what has to be done."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._known = _Known(around.items)
        self._room: dict[str, int | None] = {}
        self._added: list[Added] = []
        self._updated: list[Updated] = []
        self._unchanged = 0

    def plan(self, reading: Reading) -> ImportPlan:
        """Return the plan for the rows of a file."""
        rejected = list(reading.rejected)
        for row in reading.rows:
            try:
                self._take(row)
            except InventoryError as err:
                rejected.append(Rejected.of(row.line, row.name, err))
        self._known.forget()
        used = {added.entry.location_id for added in self._added}
        used |= {updated.entry[1].location_id for updated in self._updated if updated.entry}
        categories = {each for added in self._added for each in added.item.category_ids}
        categories |= {each for updated in self._updated for each in updated.values.get("category_ids", ())}
        return ImportPlan(
            places=self._around.places.made_for(used),
            categories=self._around.categories.made_for(categories),
            added=tuple(self._added),
            updated=tuple(self._updated),
            unchanged=self._unchanged,
            rejected=tuple(sorted(rejected, key=lambda each: each.line)),
        )

    def _take(self, row: Row) -> None:
        """Plan what one row asks for. Raises what is wrong with it."""
        place_id = self._around.places.id_of(row.place) if row.place else None
        values = {**row.values}
        if row.categories:
            values["category_ids"] = tuple(sorted(set(map(self._around.categories.id_of, row.categories))))
        item = self._known.take(row, place_id)
        if item is None:
            self._add(row, values, place_id)
        else:
            self._update(row, item, values, place_id)

    def _add(self, row: Row, values: dict[str, Any], place_id: str | None) -> None:
        """Plan a new item."""
        around = self._around
        item_id = around.new_id()
        if "purchase_price" in values:
            values.setdefault("currency", around.currency)
        values["aliases"] = other_names(row.name, values.get("aliases", ()))
        item = Item(
            **values,
            id=item_id,
            code="",
            name=row.name,
            custom=row.custom,
            created_at=around.now,
            updated_at=around.now,
            archived_at=around.now if row.archived else None,
        )
        entry = Stock(
            id=around.new_id(),
            item_id=item_id,
            location_id=place_id,
            quantity=Decimal(1) if row.quantity is None else row.quantity,
            lot=row.lot,
            best_before=row.best_before,
        )
        _check(item, entry.quantity)
        if not row.archived:
            self._occupy(place_id)
        self._added.append(Added(row.line, item, entry))

    def _update(self, row: Row, item: Item, values: dict[str, Any], place_id: str | None) -> None:
        """Plan what differs from what is known of an item; what the file does not say stays."""
        for name in (*_UNITED, "category_ids"):
            if name in values:
                values[name] = _united(getattr(item, name), values[name], sort=name == "category_ids")
        values["aliases"] = other_names(row.name, values.get("aliases", item.aliases))
        values |= {"name": row.name, "custom": {**item.custom, **row.custom}}
        if "purchase_price" in values and not item.currency:
            values.setdefault("currency", self._around.currency)
        new = {name: value for name, value in values.items() if getattr(item, name) != value}
        entry = self._entry(row, item, place_id)
        if not new and entry is None:
            self._unchanged += 1
            return
        if item.archived_at is not None:
            raise ArchivedError(name=item.name)
        _check(replace(item, **new), item.quantity if entry is None else entry[1].quantity)
        _check_lent(item, entry)
        if entry is not None and entry[1].location_id not in item.location_ids:
            self._occupy(entry[1].location_id)
        self._updated.append(Updated(row.line, item, new, entry))

    def _entry(self, row: Row, item: Item, place_id: str | None) -> tuple[Stock | None, Stock] | None:
        """Return how the stock of an item changes: before and after."""
        said: dict[str, Any] = {"location_id": place_id} if row.place else {}
        for name in ("quantity", "lot", "best_before"):
            if (value := getattr(row, name)) is not None:
                said[name] = value
        if not said:
            return None
        if not item.stock:
            quantity = Decimal(0) if row.quantity is None else row.quantity
            fields = {"location_id": None, **said, "quantity": quantity}
            return None, Stock(id=self._around.new_id(), item_id=item.id, **fields)
        entries = [
            entry
            for entry in item.stock
            if all(getattr(entry, name) == said.get(name) for name in _PLACED & said.keys())
        ]
        if len(item.stock) == 1:
            entries = list(item.stock)
        if len(entries) != 1:
            raise ImportSeveralPlacesError(item=item.name)
        after = replace(entries[0], **said)
        return None if after == entries[0] else (entries[0], after)

    def _occupy(self, place_id: str | None) -> None:
        """Take room in a place. Raises LocationFullError."""
        if place_id is None or self._around.places.is_new(place_id):
            return
        if place_id not in self._room:
            self._room[place_id] = self._around.room_in(place_id)
        room = self._room[place_id]
        if room is None:
            return
        if room <= 0:
            raise LocationFullError(location=self._around.places.name_of(place_id), capacity=0)
        self._room[place_id] = room - 1


_PLACED: Final = frozenset(("location_id", "lot", "best_before"))


def _check(item: Item, quantity: Decimal) -> None:
    """Raise when an item would break a rule."""
    check_warranty(item.purchase_date, item.warranty_until)
    check_quantity(quantity, item.unit)
    if item.minimum_quantity is not None:
        check_quantity(item.minimum_quantity, item.unit)


def _check_lent(item: Item, entry: tuple[Stock | None, Stock] | None) -> None:
    """Raise StockLentError when less would be left than somebody has."""
    if entry is None or not item.loans:
        return
    left = item.quantity - (entry[0].quantity if entry[0] else 0) + entry[1].quantity
    if not is_possible(item.loans, left):
        raise StockLentError(item=item.name, lent=counted(item.loans), borrowers=borrowers(item.loans))


def _united(old: tuple[str, ...], new: tuple[str, ...], *, sort: bool) -> tuple[str, ...]:
    """Return both lists as one."""
    both = tuple(dict.fromkeys((*old, *new)))
    return tuple(sorted(both)) if sort else both
