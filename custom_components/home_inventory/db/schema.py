"""The tables. All of them are called `home_inventory_*` and live in the recorder's database."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal  # noqa: TC003 - SQLAlchemy reads the annotations
from typing import Any, Final

from sqlalchemy import JSON, Date, ForeignKey, Index, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from .types import BIG_ID, ID_LENGTH, LONG_BYTES, LONG_TEXT, Money, Quantity, UtcDateTime, key_string

PREFIX: Final = "home_inventory_"
CODE_LENGTH: Final = 4
VERSION_TABLE: Final = f"{PREFIX}alembic_version"

_ID = key_string(ID_LENGTH)
_TABLE: Final = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    # Byte by byte as on the other databases: names are compared by their key, never by the database's own rules.
    "mysql_collate": "utf8mb4_bin",
}
_OPTIONS: Final = _TABLE | {"sqlite_with_rowid": False}
"""For short rows: SQLite keeps them in the tree of their key, which halves what a commit has to write."""


class Base(DeclarativeBase):
    """The tables of this integration, apart from the recorder's own."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
    }


class MetaRow(Base):
    """One row about the whole store."""

    __tablename__ = f"{PREFIX}meta"
    __table_args__ = _OPTIONS

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    store_id: Mapped[str] = mapped_column(_ID)
    """Born with the store: tells a restored database from another one."""
    generation: Mapped[int]
    """Counts how often the store was rebuilt."""
    created_at: Mapped[datetime]
    reminded_on: Mapped[date | None] = mapped_column(Date)
    """The day up to which warranty reminders have been given."""


class CodeRow(Base):
    """Every four-letter code that was ever given out, so that none is given twice; also the way from a code to its owner."""

    __tablename__ = f"{PREFIX}codes"
    __table_args__ = _OPTIONS

    code: Mapped[str] = mapped_column(key_string(CODE_LENGTH), primary_key=True)
    owner_id: Mapped[str] = mapped_column(_ID)
    given_at: Mapped[datetime]


class LocationRow(Base):
    """A node of the place tree."""

    __tablename__ = f"{PREFIX}locations"
    __table_args__ = _TABLE

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    code: Mapped[str] = mapped_column(key_string(CODE_LENGTH))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(key_string(255), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey(f"{PREFIX}locations.id"), index=True)
    capacity: Mapped[int | None]
    area_id: Mapped[str | None] = mapped_column(String(255), index=True)
    floor_id: Mapped[str | None] = mapped_column(String(255))
    description: Mapped[str | None] = mapped_column(LONG_TEXT)
    archived_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CategoryRow(Base):
    """A node of the category tree."""

    __tablename__ = f"{PREFIX}categories"
    __table_args__ = _OPTIONS

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(key_string(255), index=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey(f"{PREFIX}categories.id"), index=True)


class ItemRow(Base):
    """A thing; how much of it is where stands in the stock.

    Each index is written at every add, so there are only those that a list or a lookup needs; ids sort by creation.
    """

    __tablename__ = f"{PREFIX}items"
    __table_args__ = (
        Index(None, "archived_at", "name_key", "id"),
        Index(None, "archived_at", "updated_at", "id"),
        _TABLE,
    )

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    code: Mapped[str] = mapped_column(key_string(CODE_LENGTH))
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(key_string(255))
    description: Mapped[str | None] = mapped_column(LONG_TEXT)
    unit: Mapped[str | None] = mapped_column(String(32))
    minimum_quantity: Mapped[Decimal | None] = mapped_column(Quantity(), index=True)
    manufacturer: Mapped[str | None] = mapped_column(String(255))
    model: Mapped[str | None] = mapped_column(String(255))
    serial_number: Mapped[str | None] = mapped_column(String(255))
    purchase_date: Mapped[date | None] = mapped_column(Date)
    purchase_price: Mapped[Decimal | None] = mapped_column(Money())
    currency: Mapped[str | None] = mapped_column(String(3))
    vendor: Mapped[str | None] = mapped_column(String(255))
    vendor_url: Mapped[str | None] = mapped_column(LONG_TEXT)
    warranty_until: Mapped[date | None] = mapped_column(Date, index=True)
    lifetime_warranty: Mapped[bool]
    warranty_notes: Mapped[str | None] = mapped_column(LONG_TEXT)
    notes: Mapped[str | None] = mapped_column(LONG_TEXT)
    custom: Mapped[dict[str, Any]]
    promoted: Mapped[bool]
    archived_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class BarcodeRow(Base):
    """A barcode of an item; several items may share one."""

    __tablename__ = f"{PREFIX}item_barcodes"
    __table_args__ = _OPTIONS

    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    barcode: Mapped[str] = mapped_column(key_string(64), index=True)


class AliasRow(Base):
    """Another name of an item; several items may share one."""

    __tablename__ = f"{PREFIX}item_aliases"
    __table_args__ = _OPTIONS

    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    alias: Mapped[str] = mapped_column(String(255))
    alias_key: Mapped[str] = mapped_column(key_string(255), index=True)


class ItemCategoryRow(Base):
    """An item is in a category."""

    __tablename__ = f"{PREFIX}item_categories"
    __table_args__ = _OPTIONS

    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), primary_key=True)
    category_id: Mapped[str] = mapped_column(ForeignKey(CategoryRow.id), primary_key=True, index=True)


class ItemLabelRow(Base):
    """An item has a label of Home Assistant."""

    __tablename__ = f"{PREFIX}item_labels"
    __table_args__ = _OPTIONS

    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), primary_key=True)
    label_id: Mapped[str] = mapped_column(key_string(255), primary_key=True, index=True)


class StockRow(Base):
    """How much of an item is at a location."""

    __tablename__ = f"{PREFIX}stock"
    __table_args__ = (UniqueConstraint("item_id", "place_key"), _OPTIONS)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id))
    location_id: Mapped[str | None] = mapped_column(ForeignKey(LocationRow.id), index=True)
    quantity: Mapped[Decimal] = mapped_column(Quantity())
    lot: Mapped[str | None] = mapped_column(String(64))
    best_before: Mapped[date | None] = mapped_column(Date, index=True)
    place_key: Mapped[str] = mapped_column(key_string(128))
    """Location, best-before date and lot in one text, since NULLs do not take part in a unique constraint."""


class LoanRow(Base):
    """Somebody has an item, or some of it; there is no row once it is returned."""

    __tablename__ = f"{PREFIX}loans"
    __table_args__ = _TABLE

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), index=True)
    borrower: Mapped[str] = mapped_column(String(255))
    borrower_key: Mapped[str] = mapped_column(key_string(255), index=True)
    lent_on: Mapped[date] = mapped_column(Date)
    quantity: Mapped[Decimal | None] = mapped_column(Quantity())
    """None for the whole item."""
    due_on: Mapped[date | None] = mapped_column(Date, index=True)
    note: Mapped[str | None] = mapped_column(LONG_TEXT)


class AttachmentRow(Base):
    """A photo, a paper or a link of an item. The file itself is in no table: it lies in the folder of files, by its digest."""

    __tablename__ = f"{PREFIX}attachments"
    __table_args__ = _TABLE

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey(ItemRow.id), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str | None] = mapped_column(String(127))
    size: Mapped[int | None] = mapped_column(BIG_ID)
    """In bytes."""
    digest: Mapped[str | None] = mapped_column(key_string(64), index=True)
    url: Mapped[str | None] = mapped_column(LONG_TEXT)
    position: Mapped[int]
    created_at: Mapped[datetime]


ITEM_PARTS: Final[tuple[Any, ...]] = (
    *(AliasRow, BarcodeRow, ItemCategoryRow, ItemLabelRow, StockRow, LoanRow, AttachmentRow),
)
"""What goes with its item."""


class DeviceRow(Base):
    """A device that sources have seen: the record itself, and beside it what lists and lookups need of it."""

    __tablename__ = f"{PREFIX}devices"
    __table_args__ = (Index(None, "archived_at", "name_key", "id"), _TABLE)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    identities: Mapped[list[Any]] = mapped_column(JSON)
    facts: Mapped[dict[str, Any]]
    components: Mapped[list[Any]] = mapped_column(JSON)
    refused: Mapped[list[Any]] = mapped_column(JSON)
    item_id: Mapped[str | None] = mapped_column(ForeignKey(ItemRow.id), index=True)
    parent_id: Mapped[str | None] = mapped_column(_ID, index=True)
    """No foreign key: sources say of two devices that each hangs on the other, and neither could come first."""
    link: Mapped[str | None] = mapped_column(String(16))
    sleeps: Mapped[bool]
    ignored: Mapped[bool]
    missing_since: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(key_string(255))
    type_key: Mapped[str | None] = mapped_column(key_string(255))
    location_id: Mapped[str | None] = mapped_column(ForeignKey(LocationRow.id), index=True)
    words: Mapped[str] = mapped_column(LONG_TEXT)
    """All that it is known by, one a line, in the form in which names are compared."""


class IdentityRow(Base):
    """A device is known by this; what a device's record says, to be found by."""

    __tablename__ = f"{PREFIX}identities"
    __table_args__ = _OPTIONS

    device_id: Mapped[str] = mapped_column(ForeignKey(DeviceRow.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(key_string(16))
    value: Mapped[str] = mapped_column(key_string(255))
    """Its beginning, if it is longer."""
    scope: Mapped[str] = mapped_column(key_string(64))
    digest: Mapped[str] = mapped_column(key_string(64), index=True)
    """SHA-256 of kind, scope and value, as long as they may be."""
    strong_digest: Mapped[str | None] = mapped_column(key_string(64), unique=True)
    """The same for a strong identity, which belongs to one device; NULLs do not take part in a unique constraint."""


class RefusalRow(Base):
    """Two devices that a person has said are not one; what the record of the first says, to be found by."""

    __tablename__ = f"{PREFIX}refusals"
    __table_args__ = _OPTIONS

    first_id: Mapped[str] = mapped_column(ForeignKey(DeviceRow.id), primary_key=True)
    second_id: Mapped[str] = mapped_column(_ID, primary_key=True)


class SightingRow(Base):
    """When a source has seen a device. In no history.

    No foreign key: what was seen of a device that was merged or removed is there again when that is undone.
    """

    __tablename__ = f"{PREFIX}sightings"
    __table_args__ = _OPTIONS

    source_id: Mapped[str] = mapped_column(key_string(64), primary_key=True)
    device_id: Mapped[str] = mapped_column(_ID, primary_key=True, index=True)
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    last_run: Mapped[datetime]
    addresses: Mapped[str] = mapped_column(LONG_TEXT)
    """With a blank before, between and behind them."""
    missed: Mapped[int]


class TraceRow(Base):
    """A time in which a source knew a device by one identity, its addresses included. In no history.

    No foreign key, as for sightings. `origin_id` is the device that it was seen of, `device_id` the one that this is part of now.
    """

    __tablename__ = f"{PREFIX}traces"
    __table_args__ = (Index(None, "device_id", "source_id"), _OPTIONS)

    origin_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    source_id: Mapped[str] = mapped_column(key_string(64), primary_key=True)
    kind: Mapped[str] = mapped_column(key_string(16), primary_key=True)
    value: Mapped[str] = mapped_column(key_string(255), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    device_id: Mapped[str] = mapped_column(_ID)
    until: Mapped[datetime | None]


class SyncRunRow(Base):
    """One run of a source. In no history."""

    __tablename__ = f"{PREFIX}sync_runs"
    __table_args__ = (Index(None, "source_id", "id"), _TABLE)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    source_id: Mapped[str] = mapped_column(key_string(64))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    mode: Mapped[str | None] = mapped_column(String(64))
    is_complete: Mapped[bool]
    counts: Mapped[dict[str, Any]]
    notes: Mapped[list[Any]] = mapped_column(JSON)
    error: Mapped[str | None] = mapped_column(String(64))
    placeholders: Mapped[dict[str, Any]]
    batch_id: Mapped[str | None] = mapped_column(_ID)
    seen: Mapped[bytes | None] = mapped_column(LONG_BYTES)
    """What it has seen, packed. Empty if it was the same as in the run before that has something here."""


class BatchRow(Base):
    """One use case that was run."""

    __tablename__ = f"{PREFIX}batches"
    __table_args__ = _OPTIONS

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    at: Mapped[datetime]
    source: Mapped[str] = mapped_column(String(16))
    user_id: Mapped[str | None] = mapped_column(key_string(36))
    context_id: Mapped[str | None] = mapped_column(key_string(36))
    undoes: Mapped[str | None] = mapped_column(_ID, unique=True)
    first_sequence: Mapped[int] = mapped_column(BIG_ID)
    last_sequence: Mapped[int] = mapped_column(BIG_ID)
    """Its lines of history follow each other without a gap."""


class ChangeRow(Base):
    """One line of history; never altered."""

    __tablename__ = f"{PREFIX}changes"
    __table_args__ = _TABLE

    sequence: Mapped[int] = mapped_column(BIG_ID, primary_key=True, autoincrement=False)
    batch_id: Mapped[str] = mapped_column(_ID)
    kind: Mapped[str] = mapped_column(String(16))
    operation: Mapped[str] = mapped_column(String(16))
    record_id: Mapped[str] = mapped_column(_ID)
    subject_id: Mapped[str] = mapped_column(_ID, index=True)
    """Whose history it belongs to: the item of a stock entry, loan or attachment, else the record itself."""
    title: Mapped[str] = mapped_column(String(255))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
