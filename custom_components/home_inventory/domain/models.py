"""The nouns: what a household owns, where it is, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from .attachments import picture_of
from .loans import lent_quantity
from .quantities import is_low

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from .actor import Actor
    from .attachments import Attachment
    from .devices import Device, Status
    from .filters import Range
    from .loans import Loan

type Json = str | int | float | bool | list[Json] | dict[str, Json] | None
"""A value that JSON can hold."""


class LocationKind(StrEnum):
    """The levels of the place tree, outermost first."""

    ORGANIZATION = "organization"
    SITE = "site"
    FLOOR = "floor"
    ROOM = "room"
    FURNITURE = "furniture"
    BOX = "box"
    SLOT = "slot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """How much of an item is at one location; the location is None until it has a place."""

    id: str
    item_id: str
    location_id: str | None
    quantity: Decimal
    lot: str | None = None
    best_before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing, or a quantity of one kind of thing."""

    id: str
    code: str
    name: str
    created_at: datetime
    updated_at: datetime
    description: str | None = None
    unit: str | None = None
    minimum_quantity: Decimal | None = None
    manufacturer: str | None = None
    model: str | None = None
    serial_number: str | None = None
    purchase_date: date | None = None
    purchase_price: Decimal | None = None
    """For one unit, in `currency`."""
    currency: str | None = None
    vendor: str | None = None
    vendor_url: str | None = None
    warranty_until: date | None = None
    """The last day of the warranty."""
    lifetime_warranty: bool = False
    warranty_notes: str | None = None
    notes: str | None = None
    custom: Mapping[str, Json] = field(default_factory=dict)
    promoted: bool = False
    """Whether the item has a device and entities of its own."""
    archived_at: datetime | None = None
    aliases: tuple[str, ...] = ()
    """Other names that it goes by."""
    barcodes: tuple[str, ...] = ()
    category_ids: tuple[str, ...] = ()
    label_ids: tuple[str, ...] = ()
    stock: tuple[Stock, ...] = ()
    loans: tuple[Loan, ...] = ()
    """What somebody else has of it."""
    attachments: tuple[Attachment, ...] = ()
    """Its photos, papers and links, in order."""

    @property
    def quantity(self) -> Decimal:
        """How much there is at all places together."""
        return sum((entry.quantity for entry in self.stock), Decimal(0))

    @property
    def lent_quantity(self) -> Decimal:
        """How much of it somebody else has."""
        return lent_quantity(self.loans, self.quantity)

    @property
    def picture(self) -> Attachment | None:
        """What it is shown by."""
        return picture_of(self.attachments)

    @property
    def low_stock(self) -> bool:
        """Whether there is less than the minimum."""
        return is_low(self.quantity, self.minimum_quantity)

    @property
    def location_ids(self) -> tuple[str, ...]:
        """Where it is, each place once."""
        return tuple(dict.fromkeys(entry.location_id for entry in self.stock if entry.location_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A node of the place tree."""

    id: str
    code: str
    name: str
    kind: LocationKind
    created_at: datetime
    updated_at: datetime
    parent_id: str | None = None
    capacity: int | None = None
    """How many things fit directly inside."""
    area_id: str | None = None
    floor_id: str | None = None
    description: str | None = None
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A node of the category tree."""

    id: str
    name: str
    parent_id: str | None = None


class Noun(StrEnum):
    """What a change is about."""

    ITEM = "item"
    STOCK = "stock"
    LOAN = "loan"
    ATTACHMENT = "attachment"
    LOCATION = "location"
    CATEGORY = "category"
    DEVICE = "device"

    @property
    def is_of_item(self) -> bool:
        """Return whether such a record belongs to the history of an item."""
        return self in (Noun.ITEM, Noun.STOCK, Noun.LOAN, Noun.ATTACHMENT)


class Operation(StrEnum):
    """What a change did."""

    CREATE = "create"
    UPDATE = "update"
    ARCHIVE = "archive"
    RESTORE = "restore"
    DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One immutable line of history."""

    sequence: int
    kind: Noun
    operation: Operation
    id: str
    title: str
    """The name of the item, location, category or device at that time."""
    item_id: str | None = None
    before: dict[str, Json] | None = None
    after: dict[str, Json] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one use case did, by whom and when."""

    id: str
    at: datetime
    source: str
    changes: tuple[Change, ...]
    user_id: str | None = None
    context_id: str | None = None
    undoes: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is told to everyone in this process after a commit: the batch, and the records as they are now.

    A record that is gone maps to None.
    """

    actor: Actor
    batch: Batch
    items: Mapping[str, Item | None]
    locations: Mapping[str, Location | None]
    categories: Mapping[str, Category | None]
    devices: Mapping[str, Device | None]


@dataclass(frozen=True, slots=True)
class Done[T]:
    """The result of a use case, and the batch it was."""

    value: T
    batch_id: str | None
    """None when nothing had to be changed."""


@dataclass(frozen=True, slots=True)
class Page[T]:
    """A part of a longer list."""

    entries: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFilter:
    """Which items are wanted; what is None does not matter."""

    location_ids: frozenset[str] | None = None
    """At one of these places: a place is given with everything inside it."""
    category_ids: frozenset[str] | None = None
    label_ids: tuple[str, ...] = ()
    """With all of these labels."""
    low_stock: bool = False
    archived: bool = False
    promoted: bool | None = None
    unplaced: bool = False
    """Some of it has no place yet."""
    manufacturer: str | None = None
    vendor: str | None = None
    """Names, compared as `name_key` does."""
    no_warranty: bool = False
    covered_on: date | None = None
    """Still under warranty on this day, if need be for life."""
    warranty: Range[date] | None = None
    """When the warranty ends, first and last day included."""
    best_before: Range[date] | None = None
    """A lot that is there is best before one of these days, both ends included."""
    purchase_date: Range[date] | None = None
    """When it was bought, first and last day included."""
    added: Range[datetime] | None = None
    """From a moment until before another."""
    quantity: Range[Decimal] | None = None
    """How much there is at all places; more than one number, less than the other."""
    price: Range[Decimal] | None = None
    """For one unit; more than one number, less than the other."""
    currency: str | None = None
    """What `price` is in: prices in other currencies do not fit."""
    borrower: str | None = None
    """Who has some of it, compared as `name_key` does."""
    lent: bool | None = None
    """Whether somebody has some of it."""
    overdue_on: date | None = None
    """Something of it should have been back before this day."""
    device_statuses: frozenset[Status] | None = None
    """It is a device that is doing so."""
    item_ids: frozenset[str] | None = None
    """One of these: put in for `device_statuses`, which follow from what no statement knows."""

    @property
    def is_place_alone(self) -> bool:
        """Return whether it asks for what is in use at some places, and for nothing else."""
        return self.location_ids is not None and self == ItemFilter(location_ids=self.location_ids)

    @property
    def is_sifted(self) -> bool:
        """Return whether it asks for what the search index does not know: the database has to sift what words have found."""
        return self != ItemFilter(
            archived=self.archived,
            location_ids=self.location_ids,
            category_ids=self.category_ids,
            label_ids=self.label_ids,
        )
