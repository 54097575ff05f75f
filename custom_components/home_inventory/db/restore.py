"""Filling the tables with a complete export, in place of what was in them. The caller begins and ends the transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import batched, groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DataError, IntegrityError

from ..domain.complete import Section
from ..domain.complete_errors import CompleteInvalidError, CompleteNotEmptyError
from ..domain.complete_records import (
    ID,
    read_batch,
    read_category,
    read_change,
    read_item,
    read_line,
    read_location,
    read_retired,
)
from ..domain.models import LocationKind, Noun
from ..domain.text import name_key
from ..journal.replay import clean
from . import attachments, bulk, items, loans, stock
from .device_records import device_json, device_row, identity_rows, read_device, refusal_rows, title_of
from .records import ITEM_COLUMNS, LOAN_COLUMNS, LOCATION_COLUMNS, to_json
from .restored_history import FillingRows, HistoryRows
from .schema import (
    AttachmentRow,
    Base,
    CategoryRow,
    CodeRow,
    DeviceRow,
    IdentityRow,
    ItemRow,
    LoanRow,
    LocationRow,
    MetaRow,
    RefusalRow,
    StockRow,
)
from .untouched import is_untouched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from ..domain.actor import Actor
    from ..domain.complete import Line
    from ..domain.devices import Device
    from ..domain.models import Category, Item, Location

    type Row = dict[str, Any]

_TOGETHER: Final = 500


def restore(
    session: Session, lines: Iterable[Line], *, actor: Actor, now: datetime, history: bool
) -> dict[Section, int]:
    """Put what an export holds in place of everything there is; return how many records there are of each kind.

    Without history it begins with one batch that says that everything was added. Raises CompleteNotEmptyError once somebody has
    begun to use the inventory, and what else `complete_errors` has.
    """
    if not is_untouched(session):
        raise CompleteNotEmptyError
    connection = session.connection()
    _empty(connection)
    filler = _Filler(connection, FillingRows(connection, actor, now), takes_history=history)
    try:
        return filler.fill(lines)
    except (IntegrityError, DataError) as err:  # ids or codes that are there twice, numbers that no column takes
        raise CompleteInvalidError(filler.line, str(err.orig)[:200]) from err


def check(lines: Iterable[Line]) -> dict[Section, int]:
    """Read an export without doing anything; return how many records there are of each kind. Raises what `complete_errors` has."""
    counts = dict.fromkeys(Section, 0)
    for line in lines:
        read_line(line, _READERS[line.section])
        counts[line.section] += 1
    return counts


def read_exactly(record: Mapping[str, Any]) -> Device:
    """Return a device, if its record is just what would be written of it. Raises what Python makes of anything else."""
    device = read_device(record)
    for other in filter(None, (device.id, device.item_id, device.parent_id, device.location_id, *device.refused)):
        ID.read("id", other)
    if clean(device_json(device)) != record or not device.identities:
        raise ValueError(record)
    device_row(device)
    return device


_READERS: Final[Mapping[Section, Callable[[Mapping[str, Any]], Any]]] = {
    Section.LOCATIONS: read_location,
    Section.CATEGORIES: read_category,
    Section.ITEMS: read_item,
    Section.DEVICES: read_exactly,
    Section.CODES: read_retired,
    Section.BATCHES: read_batch,
    Section.CHANGES: read_change,
}


def _empty(connection: Connection) -> None:
    """Take everything out, but for the row about the store."""
    for row in (LocationRow, CategoryRow):  # MariaDB looks at each row by itself: the parent might go first
        connection.execute(update(row).values(parent_id=None))
    for table in reversed(Base.metadata.sorted_tables):
        if table is not MetaRow.__table__:
            connection.execute(delete(table))


@dataclass
class _Filler:
    """Inserts rows section by section."""

    connection: Connection
    filling: FillingRows
    takes_history: bool
    line: int = 0
    places: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)

    def fill(self, lines: Iterable[Line]) -> dict[Section, int]:
        """Insert everything; return how many records there are of each kind."""
        history, counts = HistoryRows(self.connection), dict.fromkeys(Section, 0)
        takers: dict[Section, Callable[[tuple[Line, ...]], None]] = {
            Section.ITEMS: self._take_items,
            Section.DEVICES: self._take_devices,
            Section.CODES: self._take_codes,
            Section.BATCHES: history.add_batches,
            Section.CHANGES: history.add_changes,
        }
        sites: list[Location] = []
        for section, group in groupby(self._counted(lines, counts), key=lambda line: line.section):
            if section is Section.LOCATIONS:
                sites = self._take_places([(line, read_line(line, read_location)) for line in group])
            elif section is Section.CATEGORIES:
                self._take_categories([(line, read_line(line, read_category)) for line in group])
            elif self.takes_history or not section.is_history:
                for some in batched(group, _TOGETHER, strict=False):
                    takers[section](some)
        if not sites:
            raise CompleteInvalidError(self.line, "site")
        if self.takes_history and not history.finish(self.line):
            self.takes_history = False  # a store begins with something that was done
            self._fill_places(sites)
        if not self.takes_history:
            self.filling.finish()
        return counts

    def _counted(self, lines: Iterable[Line], counts: dict[Section, int]) -> Iterator[Line]:
        """Yield the lines, and remember where we are."""
        for line in lines:
            self.line = line.number
            counts[line.section] += 1
            yield line

    def _insert(self, row: Any, values: list[Row]) -> None:
        if values:
            self.connection.execute(insert(row.__table__), values)

    def _take_places(self, read: list[tuple[Line, Location]]) -> list[Location]:
        """Insert the places, outer ones first; return the sites in use."""
        for line, place in outer_first(read):
            if place.parent_id is not None and place.parent_id not in self.places:
                raise CompleteInvalidError(line.number, f"parent_id {place.parent_id}")
            values = {name: getattr(place, name) for name in LOCATION_COLUMNS}
            self._insert(LocationRow, [values | {"name_key": name_key(place.name)[:255]}])
            self.places.add(place.id)
            self._fill_places([place])
        self._insert(CodeRow, [_code_row(place) for _, place in read])
        return [place for _, place in read if place.kind is LocationKind.SITE and place.archived_at is None]

    def _fill_places(self, places: list[Location]) -> None:
        """Say that places were added."""
        for place in () if self.takes_history else places:
            after = clean({name: to_json(getattr(place, name)) for name in LOCATION_COLUMNS})
            self.filling.add(Noun.LOCATION, place.id, place.name, after)

    def _take_categories(self, read: list[tuple[Line, Category]]) -> None:
        for line, category in outer_first(read):
            if category.parent_id is not None and category.parent_id not in self.categories:
                raise CompleteInvalidError(line.number, f"parent_id {category.parent_id}")
            values = {"id": category.id, "name": category.name, "parent_id": category.parent_id}
            self._insert(CategoryRow, [values | {"name_key": name_key(category.name)[:255]}])
            self.categories.add(category.id)
            if not self.takes_history:
                self.filling.add(Noun.CATEGORY, category.id, category.name, clean(values))

    def _take_items(self, lines: tuple[Line, ...]) -> None:
        """Insert items with what hangs on them."""
        read = [read_line(line, read_item) for line in lines]
        for line, item in zip(lines, read, strict=True):
            if missing := {*item.category_ids} - self.categories | {*item.location_ids} - self.places:
                raise CompleteInvalidError(line.number, missing.pop())
        self.items.update(item.id for item in read)
        self._insert(CodeRow, [_code_row(item) for item in read])
        rows = [{name: getattr(item, name) for name in ITEM_COLUMNS} for item in read]
        self._insert(ItemRow, [row | {"name_key": name_key(row["name"])[:255]} for row in rows])
        items.insert_links(self.connection, read)
        entries = [entry for item in read for entry in item.stock]
        self._insert(
            StockRow,
            [bulk.stock_row(entry) for entry in entries],
        )
        self._insert(AttachmentRow, [attachments.row_of(each) for item in read for each in item.attachments])
        lent = [loan for item in read for loan in item.loans]
        self._insert(LoanRow, [loans.row_of({name: getattr(loan, name) for name in LOAN_COLUMNS}) for loan in lent])
        for item in read:
            self._fill_item(item)

    def _fill_item(self, item: Item) -> None:
        """Say that an item was added."""
        if self.takes_history:
            return
        self.filling.add(Noun.ITEM, item.id, item.name, items.as_json(item))
        for entry in item.stock:
            self.filling.add(Noun.STOCK, entry.id, item.name, stock.as_json(entry), item.id)
        for loan in item.loans:
            self.filling.add(Noun.LOAN, loan.id, item.name, loans.as_json(loan), item.id)
        for attachment in item.attachments:
            self.filling.add(Noun.ATTACHMENT, attachment.id, item.name, attachments.as_json(attachment), item.id)

    def _take_devices(self, lines: tuple[Line, ...]) -> None:
        read = [read_line(line, read_exactly) for line in lines]
        for line, device in zip(lines, read, strict=True):
            if not self._is_known(device):
                raise CompleteInvalidError(line.number, "item_id / location_id")
        self._insert(DeviceRow, [device_row(device) for device in read])
        self._insert(IdentityRow, [row for device in read for row in identity_rows(device)])
        self._insert(RefusalRow, [row for device in read for row in refusal_rows(device)])
        if not self.takes_history:
            for device in read:
                self.filling.add(Noun.DEVICE, device.id, title_of(device), clean(device_json(device)))

    def _is_known(self, device: Device) -> bool:
        """Return whether its item and its place are there."""
        return (device.item_id is None or device.item_id in self.items) and (
            device.location_id is None or device.location_id in self.places
        )

    def _take_codes(self, lines: tuple[Line, ...]) -> None:
        self._insert(CodeRow, [read_line(line, read_retired) for line in lines])


def _code_row(owner: Item | Location) -> Row:
    return {"code": owner.code, "owner_id": owner.id, "given_at": owner.created_at}


def outer_first[L, T: (Location, Category)](read: list[tuple[L, T]]) -> Iterator[tuple[L, T]]:
    """Yield the nodes of a tree, each after its parent; those of a circle come last and have none."""
    waiting = {node.id: (line, node) for line, node in read}
    while waiting:
        ready = [node_id for node_id, (_, node) in waiting.items() if node.parent_id not in waiting]
        for node_id in ready or list(waiting):
            yield waiting.pop(node_id)
