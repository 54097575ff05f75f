"""Filling empty tables from the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

import orjson
from sqlalchemy import insert

from ..domain.models import Noun
from ..domain.text import name_key
from ..journal.entries import LineKind, first_sequence
from ..journal.replay import State, read_all
from .device_records import device_row, identity_rows, read_device, refusal_rows, without_place
from .items import alias_rows
from .loans import row_of
from .meta import meta_row
from .migrations import create_tables
from .patience import patiently
from .records import ATTACHMENT_COLUMNS, ITEM_COLUMNS, LOAN_COLUMNS, LOCATION_COLUMNS, STOCK_COLUMNS, from_json
from .schema import (
    AliasRow,
    AttachmentRow,
    BarcodeRow,
    BatchRow,
    CategoryRow,
    ChangeRow,
    CodeRow,
    DeviceRow,
    IdentityRow,
    ItemCategoryRow,
    ItemLabelRow,
    ItemRow,
    LoanRow,
    LocationRow,
    MetaRow,
    RefusalRow,
    StockRow,
)
from .stock import place_key
from .tables import drop_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Engine

    from ..domain.devices import Device
    from ..domain.observations import Identity
    from ..journal.entries import Body, Meta
    from ..journal.folder import Folder
    from ..journal.reader import Damage

    type Row = dict[str, Any]
    type Progress = Callable[[float], None]

_CHUNK: Final = 500
"""Rows in one transaction: short ones, so that the recorder gets its turns."""
_ITEM_DEFAULTS: Final = dict.fromkeys(ITEM_COLUMNS) | {"lifetime_warranty": False, "promoted": False, "custom": {}}


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild has brought back."""

    meta: Meta
    items: int
    locations: int
    changes: int
    dropped: int = 0
    """Records and links that refer to something that could not be read."""


def rebuild(engine: Engine, folder: Folder, state: State, damages: list[Damage], progress: Progress) -> Rebuilt:
    """Make all tables anew from what the journal says.

    The row about the store comes last: without it the tables count as empty, so that a rebuild that was cut off is
    done again from the start.
    """
    assert state.meta is not None  # noqa: S101 - nobody rebuilds from an empty journal
    meta = replace(state.meta, generation=state.meta.generation + 1)
    patiently(lambda: drop_tables(engine))
    patiently(lambda: create_tables(engine))
    filler = _Filler(engine, state, progress)
    filler.fill_records()
    changes = filler.fill_history(read_all(folder, damages))
    filler.insert(MetaRow, [meta_row(meta)])
    return Rebuilt(meta, len(state.records[Noun.ITEM]), len(state.records[Noun.LOCATION]), changes, filler.dropped)


class _Filler:
    """Inserts rows in portions and says how far it is."""

    def __init__(self, engine: Engine, state: State, progress: Progress) -> None:
        self._engine = engine
        self._state = state
        self._progress = progress
        self._done = 0
        self._total = sum(map(len, state.records.values())) + len(state.codes) + 2 * state.batches + 1
        self.dropped = 0

    def insert(self, table: Any, rows: Iterable[Row]) -> None:
        """Insert rows of one table; each portion is a transaction."""
        for portion in batched(rows, _CHUNK, strict=False):
            self._run((table, list(portion)))
            self._done += len(portion)
            self._progress(min(self._done / self._total, 1.0))

    def fill_records(self) -> None:
        """Insert what there is."""
        self.insert(LocationRow, map(_location_row, self._tree(Noun.LOCATION)))
        self.insert(CategoryRow, map(_category_row, self._tree(Noun.CATEGORY)))
        for portion in batched(self._state.records[Noun.ITEM].values(), _CHUNK, strict=False):
            self._insert_items([orjson.loads(packed) for packed in portion])
        self.insert(StockRow, self._stock_rows())
        self.insert(LoanRow, self._loan_rows())
        self.insert(AttachmentRow, self._attachment_rows())
        for devices in batched(self._devices(), _CHUNK, strict=False):
            self.insert(DeviceRow, map(device_row, devices))
            self.insert(IdentityRow, (row for device in devices for row in identity_rows(device)))
            self.insert(RefusalRow, (row for device in devices for row in refusal_rows(device)))
        self.insert(CodeRow, self._code_rows())

    def fill_history(self, bodies: Iterable[Body]) -> int:
        """Insert what has happened; return how many changes."""
        count = 0
        batches = (body for body in bodies if body["kind"] == LineKind.BATCH)
        for portion in batched(batches, _CHUNK, strict=False):
            changes = [row for body in portion for row in _change_rows(body)]
            count += len(changes)
            self._run((BatchRow, [_batch_row(body) for body in portion]), (ChangeRow, changes))
            self._done += 2 * len(portion)
            self._progress(min(self._done / self._total, 1.0))
        return count

    def _run(self, *inserts: tuple[Any, list[Row]]) -> None:
        """Insert rows in a transaction of their own, when the database lets us."""

        def run() -> None:
            with self._engine.begin() as connection:
                for table, rows in inserts:
                    connection.execute(insert(table.__table__), rows)

        patiently(run)

    def _tree(self, noun: Noun) -> Iterator[Body]:
        """Yield the records of a tree, parents first; those whose parent was lost move to the top."""
        waiting = {record_id: orjson.loads(packed) for record_id, packed in self._state.records[noun].items()}
        while waiting:
            ready = [record for record in waiting.values() if record.get("parent_id") not in waiting]
            if not ready:  # a circle can only come from damage
                ready = [next(iter(waiting.values()))]
            for record in ready:
                if record.get("parent_id") not in self._state.records[noun] and record.pop("parent_id", None):
                    self.dropped += 1
                yield waiting.pop(record["id"])

    def _insert_items(self, records: list[Body]) -> None:
        """Insert items and what hangs on them."""
        categories = self._state.records[Noun.CATEGORY]
        aliases, barcodes, links, labels = [], [], [], []
        for record in records:
            item_id = record["id"]
            aliases += alias_rows(item_id, record.get("aliases", ()))
            for position, barcode in enumerate(record.get("barcodes", ())):
                barcodes.append({"item_id": item_id, "position": position, "barcode": barcode})
            labels += [{"item_id": item_id, "label_id": label} for label in record.get("label_ids", ())]
            for category_id in record.get("category_ids", ()):
                if category_id in categories:
                    links.append({"item_id": item_id, "category_id": category_id})
                else:
                    self.dropped += 1
        self.insert(ItemRow, map(_item_row, records))
        for table, rows in (
            (AliasRow, aliases),
            (BarcodeRow, barcodes),
            (ItemCategoryRow, links),
            (ItemLabelRow, labels),
        ):
            self.insert(table, rows)

    def _stock_rows(self) -> Iterator[Row]:
        """Yield the stock entries whose item is there; one whose location was lost has no place."""
        items, locations = self._state.records[Noun.ITEM], self._state.records[Noun.LOCATION]
        for packed in self._state.records[Noun.STOCK].values():
            record = orjson.loads(packed)
            if record["item_id"] not in items:
                self.dropped += 1
                continue
            if record.get("location_id") not in locations and record.pop("location_id", None):
                self.dropped += 1
            row = dict.fromkeys(STOCK_COLUMNS) | from_json(record)
            yield row | {"place_key": place_key(row["location_id"], row["best_before"], row["lot"])}

    def _loan_rows(self) -> Iterator[Row]:
        """Yield the loans whose item is there."""
        for packed in self._state.records[Noun.LOAN].values():
            record = orjson.loads(packed)
            if record["item_id"] in self._state.records[Noun.ITEM]:
                yield row_of(dict.fromkeys(LOAN_COLUMNS) | from_json(record))
            else:
                self.dropped += 1

    def _attachment_rows(self) -> Iterator[Row]:
        """Yield the attachments whose item is there."""
        for packed in self._state.records[Noun.ATTACHMENT].values():
            record = orjson.loads(packed)
            if record["item_id"] in self._state.records[Noun.ITEM]:
                yield dict.fromkeys(ATTACHMENT_COLUMNS) | {"title": ""} | from_json(record)
            else:
                self.dropped += 1

    def _devices(self) -> Iterator[Device]:
        """Yield the devices. An item and a place that were lost are forgotten; what two are known by stays with the first."""
        items, locations = self._state.records[Noun.ITEM], self._state.records[Noun.LOCATION]
        owned: set[Identity] = set()
        for packed in self._state.records[Noun.DEVICE].values():
            device = read_device(orjson.loads(packed))
            if device.item_id is not None and device.item_id not in items:
                device = replace(device, item_id=None)
                self.dropped += 1
            if device.location_id is not None and device.location_id not in locations:
                device = without_place(device)
                self.dropped += 1
            if lost := owned.intersection(device.identities):
                left = tuple(identity for identity in device.identities if identity not in lost)
                device = replace(device, identities=left)
                self.dropped += len(lost)
            owned.update(identity for identity in device.identities if identity.is_strong)
            yield device

    def _code_rows(self) -> Iterator[Row]:
        """Yield every code that was ever given out."""
        for code, given in self._state.codes.items():
            owner_id, _, at = given.partition(" ")
            yield {"code": code, "owner_id": owner_id, "given_at": datetime.fromisoformat(at)}


def _item_row(record: Body) -> Row:
    row = _ITEM_DEFAULTS | {name: value for name, value in from_json(record).items() if name in _ITEM_DEFAULTS}
    return row | {"name_key": name_key(record["name"])[:255]}


def _location_row(record: Body) -> Row:
    row: Row = {}
    row |= dict.fromkeys(LOCATION_COLUMNS) | from_json(record)
    return row | {"name_key": name_key(record["name"])[:255]}


def _category_row(record: Body) -> Row:
    return {"parent_id": None, **record, "name_key": name_key(record["name"])[:255]}


def _batch_row(body: Body) -> Row:
    about = {name: body.get(name) for name in ("id", "source", "user_id", "context_id", "undoes")}
    span = {"first_sequence": first_sequence(body), "last_sequence": body["sequence"]}
    return about | span | {"at": datetime.fromisoformat(body["at"])}


def _change_rows(body: Body) -> Iterator[Row]:
    for sequence, change in enumerate(body["changes"], first_sequence(body)):
        yield {
            "sequence": sequence,
            "batch_id": body["id"],
            "kind": change["kind"],
            "operation": change["operation"],
            "record_id": change["id"],
            "subject_id": change.get("item_id") or change["id"],
            "title": change["title"],
            "before": change.get("before"),
            "after": change.get("after"),
        }
