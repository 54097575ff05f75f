"""The shapes of what leaves the house. `script/gen_types` writes the front end's types from them, so a field stands here once."""

from typing import Any, Literal, NotRequired, TypedDict

from .attachment_shapes import AttachmentView
from .device_shapes import DeviceResult, FoundDevice, LinkedDevice, LinkedItem
from .domain.models import LocationKind, Noun, Operation  # noqa: TC001 - script/gen_types reads them
from .export_shapes import EXPORT_SHAPES
from .figure_shapes import SiteFigures
from .import_shapes import (
    ImportAnswer,
    ImportColumn,
    ImportComplete,
    ImportCounts,
    ImportEntry,
    ImportPreview,
    ImportRemark,
    ImportStep,
)
from .loan_shapes import Borrower, Loan
from .outcome_shapes import Outcome, RefusedItem
from .queries import ChipKind  # noqa: TC001
from .report_shapes import ReportFile
from .sheet_shapes import LabelDrawing, LabelLayout, LabelLine, LabelPreview, LabelQr, LabelSheet, QrCode
from .store_shapes import Snapshot, StoreInfo, StoreRecovery
from .topology_shapes import TopologyAnswer, TopologyEdge, TopologyNode, TopologyPlace


class StockEntry(TypedDict):
    """Some of an item at one place; `id` is null for stock that has no place yet."""

    id: str | None
    path: str | None
    quantity: float
    best_before: str | None
    lot: str | None


class CategoryPath(TypedDict):
    """A category of an item."""

    id: str
    path: str | None


class Item(TypedDict):
    """An item with all that is known about it."""

    id: str
    code: str
    name: str
    description: str | None
    quantity: float
    unit: str | None
    minimum_quantity: float | None
    low_stock: bool
    locations: list[StockEntry]
    lent_quantity: float
    loans: list[Loan]
    photo: str | None
    categories: list[CategoryPath]
    labels: list[str]
    manufacturer: str | None
    model: str | None
    serial_number: str | None
    aliases: list[str]
    barcodes: list[str]
    purchase_date: str | None
    purchase_price: float | None
    currency: str | None
    vendor: str | None
    vendor_url: str | None
    warranty_until: str | None
    lifetime_warranty: bool
    warranty_notes: str | None
    notes: str | None
    custom: dict[str, Any]
    promoted: bool
    archived: bool
    created_at: str
    updated_at: str


class FoundItem(Item):
    """An item of a list; with how well it fits from 0 to 1 if it was searched for."""

    score: float | None


class Chip(TypedDict):
    """A part of a question that was taken as a filter, and what its words were."""

    kind: ChipKind
    key: str
    placeholders: dict[str, str]
    text: str
    start: int
    end: int


class Location(TypedDict):
    """A node of the place tree."""

    id: str
    code: str
    name: str
    path: str
    parent_id: str | None
    kind: LocationKind
    capacity: int | None
    area_id: str | None
    floor_id: str | None
    description: str | None
    item_count: int
    child_count: int
    archived: bool
    created_at: str
    updated_at: str


class NamedThing(TypedDict):
    """What a label, a barcode or a name stands for. `barcode` is what may be kept as one, `items` are those that have it."""

    kind: Literal["item", "location", "items", "barcode", "unknown"]
    item: Item | None
    location: Location | None
    items: list[Item]
    code: str | None
    barcode: str | None


class ItemResult(TypedDict):
    """An item that was found. `highlights` are starts and ends by field, in UTF-16 code units as JavaScript counts."""

    type: Literal["item"]
    id: str
    score: float | None
    item: FoundItem
    device: LinkedDevice | None
    highlights: dict[str, list[list[int]]]


class LocationResult(TypedDict):
    """A place that was found."""

    type: Literal["location"]
    id: str
    score: float | None
    location: Location
    highlights: dict[str, list[list[int]]]


class Facet(TypedDict):
    """Something that items have in common which were found, and how many of them have it."""

    id: str
    name: str
    count: int


class Facets(TypedDict):
    """What items have in common which were found, the commonest first."""

    location: list[Facet]
    category: list[Facet]
    label: list[Facet]
    manufacturer: list[Facet]
    borrower: list[Facet]


class Totals(TypedDict):
    """How much was found, by what it is."""

    item: int
    location: int
    device: int


class SearchAnswer(TypedDict):
    """What the search for everything answers; facets only if they were asked for."""

    results: list[ItemResult | LocationResult | DeviceResult]
    total: int
    totals: Totals
    query: str | None
    words: str
    chips: list[Chip]
    did_you_mean: str | None
    facets: NotRequired[Facets]
    indexing: bool


class Category(TypedDict):
    """A node of the category tree."""

    id: str
    name: str
    path: str
    parent_id: str | None
    item_count: int


class Change(TypedDict):
    """One line of history: what changed, from what, to what."""

    sequence: int
    kind: Noun
    operation: Operation
    id: str
    item_id: str | None
    title: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Batch(TypedDict):
    """What one use case did."""

    batch: str
    at: str
    user_id: str | None
    source: str
    undoes: str | None
    undone_by: str | None
    changes: list[Change]


class NoticeChange(TypedDict):
    """A record that a commit has changed."""

    kind: Noun
    operation: Operation
    id: str
    item_id: str | None


class Notice(TypedDict):
    """What is told to everybody after a commit; at most 2 KB."""

    batch: str
    sequence: int
    user_id: str | None
    source: str
    count: int
    changes: list[NoticeChange]
    truncated: bool


class Unit(TypedDict):
    """A unit that the front end offers."""

    unit: str
    countable: bool


class Counts(TypedDict):
    """How much there is."""

    items: int
    locations: int
    categories: int


class InventoryInfo(TypedDict):
    """What is true for the whole session."""

    version: str
    name: str
    currency: str
    warning_days: int
    can_write: bool
    is_admin: bool
    home_site_id: str
    kinds: list[LocationKind]
    units: list[Unit]
    counts: Counts
    indexing: bool


SHAPES: tuple[type, ...] = (
    *(StockEntry, Loan, Borrower, AttachmentView, CategoryPath, Item, FoundItem, RefusedItem, Outcome),
    *(Chip, Location, Category, NamedThing),
    *(LinkedDevice, LinkedItem, FoundDevice, DeviceResult),
    *(ItemResult, LocationResult, Facet, Facets, Totals, SearchAnswer),
    *(Change, Batch, NoticeChange, Notice, Unit, Counts, InventoryInfo),
    *(LabelLayout, LabelLine, QrCode, LabelQr, LabelDrawing, LabelPreview, LabelSheet),
    *(StoreRecovery, StoreInfo, Snapshot, SiteFigures, TopologyNode, TopologyEdge, TopologyPlace, TopologyAnswer),
    *(
        ImportColumn,
        ImportCounts,
        ImportEntry,
        ImportRemark,
        ImportComplete,
        ImportAnswer,
        ImportPreview,
        ImportStep,
        ReportFile,
        *EXPORT_SHAPES,
    ),
)
