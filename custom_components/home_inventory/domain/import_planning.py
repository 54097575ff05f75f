"""Comparing what a file says with what is there: a plan of what has to be done, and nothing of it done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from .aliases import other_names
from .attachments import MOST_ATTACHMENTS
from .errors import ArchivedError, InventoryError, LocationFullError
from .import_attachments import come_along
from .import_matching import KnownItems
from .import_notes import TooManyFilesNote
from .import_progress import Phase, to_nobody, watched
from .import_stock import all_of, part_of, stock_of
from .imports import Added, Described, ImportPlan, Rejected, Remark, Updated
from .loan_errors import StockLentError
from .loans import borrowers, counted, is_possible
from .models import Item
from .quantities import check_quantity
from .warranties import check_warranty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from .attachments import Attachment
    from .import_places import CategoryPaths, PlacePaths
    from .import_progress import Report
    from .imports import PlaceRow, Reading, Row, StockChange
    from .models import Json, Stock

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


def plan_import(reading: Reading, around: Surroundings, report: Report = to_nobody) -> ImportPlan:
    """Return what taking in a file would do."""
    return _Planner(around).plan(reading, report)


class _Planner:
    """Goes through the rows and keeps what has to be done."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._known = KnownItems(around.items)
        self._room: dict[str, int | None] = {}
        self._described: list[Described] = []
        self._added: list[Added] = []
        self._updated: list[Updated] = []
        self._unchanged = 0
        self._remarks: list[Remark] = []

    def plan(self, reading: Reading, report: Report) -> ImportPlan:
        """Return the plan for the rows of a file."""
        rejected = list(reading.rejected)
        named: set[str | None] = set()
        for place in reading.places:
            try:
                named.add(self._describe(place))
            except InventoryError as err:
                rejected.append(Rejected.of(place.line, place.path[-1], err))
        for row in watched(reading.rows, Phase.COMPARING, report):
            try:
                self._take(row)
            except InventoryError as err:
                rejected.append(Rejected.of(row.line, row.name, err))
        self._known.forget()
        added, updated = self._added, self._updated
        named |= {entry.location_id for each in added for entry in each.entries}
        named |= {after.location_id for each in updated for _, after in each.entries if after is not None}
        categories = {each for new in added for each in new.item.category_ids}
        categories |= {each for changed in updated for each in changed.values.get("category_ids", ())}
        return ImportPlan(
            places=self._around.places.made_for(named),
            described=tuple(self._described),
            categories=self._around.categories.made_for(categories),
            added=tuple(added),
            updated=tuple(updated),
            unchanged=self._unchanged,
            rejected=tuple(sorted(rejected, key=lambda each: each.line)),
            remarks=tuple(sorted((*reading.remarks, *self._remarks), key=lambda each: each.line)),
        )

    def _describe(self, row: PlaceRow) -> str:
        """Plan a place; return its id. Only a place that is made takes its kind from a file: moving walls is for people."""
        places = self._around.places
        place_id = places.id_of(row.path)
        said = {"description": row.description} if row.description else {}
        if places.is_new(place_id):
            places.describe(place_id, {**said, "kind": row.kind} if row.kind else said)
            return place_id
        place = places.get(place_id)
        new = {name: value for name, value in said.items() if getattr(place, name) != value}
        if new and place is not None:
            self._described.append(Described(row.line, place, new))
        return place_id

    def _take(self, row: Row) -> None:
        """Plan what one row asks for. Raises what is wrong with it."""
        place_ids = {placed.place: self._around.places.id_of(placed.place) for placed in row.everywhere if placed.place}
        values = {**row.values}
        if row.categories:
            values["category_ids"] = tuple(sorted(set(map(self._around.categories.id_of, row.categories))))
        item = self._known.take(row, next(iter(place_ids.values()), None))
        if item is None:
            self._add(row, values, place_ids)
        else:
            self._update(row, item, values, place_ids)

    def _add(self, row: Row, values: dict[str, Any], place_ids: dict[tuple[str, ...], str]) -> None:
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
            attachments=self._attached(row, item_id, ()),
        )
        entries = stock_of(row, place_ids, item_id, around.new_id)
        _check(item, entries)
        if not row.archived:
            for place_id in {entry.location_id for entry in entries}:
                self._occupy(place_id)
        self._added.append(Added(row.line, item, entries))

    def _update(self, row: Row, item: Item, values: dict[str, Any], place_ids: dict[tuple[str, ...], str]) -> None:
        """Plan what differs from what is known of an item; what the file does not say stays."""
        for name in (*_UNITED, "category_ids"):
            if name in values:
                values[name] = _united(getattr(item, name), values[name], sort=name == "category_ids")
        values["aliases"] = other_names(row.name, values.get("aliases", item.aliases))
        values |= {"name": row.name, "custom": {**item.custom, **_as_known(item.custom, row.custom)}}
        if "purchase_price" in values and not item.currency:
            values.setdefault("currency", self._around.currency)
        new = {name: value for name, value in values.items() if getattr(item, name) != value}
        is_put_away = item.archived_at is not None and row.archived  # where it was is of no account then
        compare = part_of if row.stock is None else all_of
        entries = () if is_put_away else compare(row, item, place_ids, self._around.new_id)
        attached = self._attached(row, item.id, item.attachments)
        if not (new or entries or attached):
            self._unchanged += 1
            return
        if item.archived_at is not None:
            raise ArchivedError(name=item.name)
        left = _stock_after(item, entries)
        _check(replace(item, **new), left)
        if item.loans and entries and not is_possible(item.loans, sum(entry.quantity for entry in left)):  # type: ignore[arg-type]
            raise StockLentError(item=item.name, lent=counted(item.loans), borrowers=borrowers(item.loans))
        for place_id in {after.location_id for _, after in entries if after is not None}.difference(item.location_ids):
            self._occupy(place_id)
        self._updated.append(Updated(row.line, item, new, entries, attached))

    def _attached(self, row: Row, item_id: str, has: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
        """Return the photos, papers and links that come to an item."""
        new, too_many = come_along(row.attached, has, item_id, self._around.new_id, self._around.now)
        if too_many:
            self._remarks.append(Remark.of(row.line, row.name, TooManyFilesNote(too_many, MOST_ATTACHMENTS)))
        return new

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


def _check(item: Item, entries: Iterable[Stock]) -> None:
    """Raise when an item would break a rule."""
    check_warranty(item.purchase_date, item.warranty_until)
    for entry in entries:
        check_quantity(entry.quantity, item.unit)
    if item.minimum_quantity is not None:
        check_quantity(item.minimum_quantity, item.unit)


def _stock_after(item: Item, entries: tuple[StockChange, ...]) -> tuple[Stock, ...]:
    """Return the stock of an item as it will be."""
    kept = {entry.id: entry for entry in item.stock}
    for before, after in entries:
        if before is not None:
            del kept[before.id]
        if after is not None:
            kept[after.id] = after
    return tuple(kept.values())


def _united(old: tuple[str, ...], new: tuple[str, ...], *, sort: bool) -> tuple[str, ...]:
    """Return both lists as one."""
    both = tuple(dict.fromkeys((*old, *new)))
    return tuple(sorted(both)) if sort else both


def _as_known(known: Mapping[str, Json], said: Mapping[str, Json]) -> dict[str, Json]:
    """Return fields of the household's own; a text that says the number or flag that is there already stays that."""
    return {
        name: known[name] if name in known and _spelled(known[name]) == _spelled(value) else value
        for name, value in said.items()
    }


def _spelled(value: Json) -> str:
    """Return how a value stands in a table of text."""
    return str(value).lower() if isinstance(value, bool) else str(value)
