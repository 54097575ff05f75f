"""What a file says of things, and what taking it in would do: the words of importing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .errors import InventoryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from .attachments import Attachment, AttachmentKind, StoredFile
    from .models import Category, Item, Json, Location, LocationKind, Stock


class Target(StrEnum):
    """What a column can hold."""

    NAME = "name"
    LOCATION = "location"
    QUANTITY = "quantity"
    UNIT = "unit"
    CATEGORIES = "categories"
    DESCRIPTION = "description"
    MANUFACTURER = "manufacturer"
    MODEL = "model"
    SERIAL_NUMBER = "serial_number"
    BARCODES = "barcodes"
    ALIASES = "aliases"
    PURCHASE_DATE = "purchase_date"
    PURCHASE_PRICE = "purchase_price"
    CURRENCY = "currency"
    VENDOR = "vendor"
    VENDOR_URL = "vendor_url"
    WARRANTY_UNTIL = "warranty_until"
    LIFETIME_WARRANTY = "lifetime_warranty"
    WARRANTY_NOTES = "warranty_notes"
    MINIMUM_QUANTITY = "minimum_quantity"
    BEST_BEFORE = "best_before"
    LOT = "lot"
    NOTES = "notes"
    ARCHIVED = "archived"
    CODE = "code"
    """Our own code of the item that is meant."""
    REFERENCE = "reference"
    """What the other program knows it by; kept as a field of the household's own, so that it is recognised again."""
    PARENT = "parent"
    """The reference of the row of which it is a part."""
    CUSTOM = "custom"
    """A field of the household's own, called as the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """How much of a thing is at one place, as a file says it."""

    place: tuple[str, ...] = ()
    """A path, outermost name first."""
    quantity: Decimal | None = None
    lot: str | None = None
    best_before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAttachment:
    """A photo, a paper or a link that comes along with a thing: a file or an address, never both."""

    kind: AttachmentKind
    title: str
    stored: StoredFile | None = None
    """What the file is; it is not kept yet."""
    source: str = ""
    """What the file is called in the archive."""
    url: str | None = None

    @property
    def content(self) -> tuple[str | None, str | None]:
        """Return what an item has only once: the digest of the file, or the address."""
        return None if self.stored is None else self.stored.digest, self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing as a file describes it. What is None or missing is not said, and stays as it is."""

    line: int
    name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    """Fields of Item, clean."""
    custom: Mapping[str, Json] = field(default_factory=dict)
    categories: tuple[tuple[str, ...], ...] = ()
    """Paths, outermost name first."""
    placed: Placed = Placed()
    """Where it is, and how much of it: what is said of the rest of an item's stock stays unsaid."""
    stock: tuple[Placed, ...] | None = None
    """All of its stock, by a program that knows several places or lots; where there is none, `placed` says where it belongs."""
    code: str | None = None
    reference: tuple[str, str] | None = None
    """The name of the field of the household's own that keeps it, and what stands there."""
    archived: bool = False
    attached: tuple[RowAttachment, ...] = ()

    @property
    def everywhere(self) -> tuple[Placed, ...]:
        """Return all that is said of its stock."""
        return self.stock or (self.placed,)

    @property
    def has_place(self) -> bool:
        """Return whether it says where the thing is."""
        return any(placed.place for placed in self.everywhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place as a file describes it. An empty description is not said."""

    line: int
    path: tuple[str, ...]
    """Outermost name first."""
    kind: LocationKind | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should know of a row that is taken: something of it is left out, or looks wrong."""

    line: int
    name: str
    code: str
    placeholders: Mapping[str, str]

    @classmethod
    def of(cls, line: int, name: str, note: InventoryError) -> Remark:
        """Return a row with a note of `import_notes.py`."""
        return cls(line, name[:255], note.code, note.placeholders)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that can't be taken: where it is, what it is called if it says so, and what is wrong as an error has it."""

    line: int
    name: str
    code: str
    placeholders: Mapping[str, str]

    @classmethod
    def of(cls, line: int, name: str, error: InventoryError) -> Rejected:
        """Return a row with what is wrong with it."""
        return cls(line, name[:255], error.code, error.placeholders)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, row by row."""

    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]
    places: tuple[PlaceRow, ...] = ()
    remarks: tuple[Remark, ...] = ()


type StockChange = tuple[Stock | None, Stock | None]
"""A stock entry before and after; None where there is none."""


@dataclass(frozen=True, slots=True)
class Added:
    """An item that is to be added with its attachments, without its code, and where it goes."""

    line: int
    item: Item
    entries: tuple[Stock, ...]


@dataclass(frozen=True, slots=True)
class Updated:
    """An item that is to be changed: its fields with their new values, its stock, and what is attached to it."""

    line: int
    item: Item
    values: Mapping[str, Any]
    entries: tuple[StockChange, ...] = ()
    attached: tuple[Attachment, ...] = ()
    """Photos, papers and links that come to those that it has."""


@dataclass(frozen=True, slots=True)
class Described:
    """A place that is to be changed: its fields with their new values."""

    line: int
    place: Location
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What taking in a file would do."""

    places: tuple[Location, ...]
    """Places to be made, outer ones first; they have ids already, but no codes."""
    described: tuple[Described, ...]
    categories: tuple[Category, ...]
    added: tuple[Added, ...]
    updated: tuple[Updated, ...]
    unchanged: int
    """Rows of items that bring nothing new."""
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...]

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """Return all photos, papers and links that come along."""
        new = (attachment for each in self.added for attachment in each.item.attachments)
        return (*new, *(attachment for each in self.updated for attachment in each.attached))


class ImportNameMissingError(InventoryError):
    """No column is said to hold the names of the things."""

    code = "import_name_missing"


class ImportRejectedError(InventoryError):
    """Rows can't be taken, and it was asked for all or nothing."""

    code = "import_rejected"

    def __init__(self, rejected: tuple[Rejected, ...]) -> None:
        """Say how many, and where the first is."""
        super().__init__(count=len(rejected), line=rejected[0].line)


class ImportExpiredError(InventoryError):
    """The file that was looked at is not kept any more."""

    code = "import_expired"


class ImportDuplicateError(InventoryError):
    """Two rows say that they are the same item."""

    code = "import_duplicate"


class ImportSeveralPlacesError(InventoryError):
    """The item is at several places, and the row names another one or none: how much is where can't be told."""

    code = "import_several_places"


class ImportDateError(InventoryError):
    """A cell holds no date that can be read, or one that nobody means."""

    code = "import_date"
