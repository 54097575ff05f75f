"""What was understood of a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ..domain.models import ItemFilter

if TYPE_CHECKING:
    from collections.abc import Mapping


class ChipKind(StrEnum):
    """What a part of a question narrows by."""

    LOCATION = "location"
    CATEGORY = "category"
    LABEL = "label"
    MANUFACTURER = "manufacturer"
    VENDOR = "vendor"
    WARRANTY = "warranty"
    QUANTITY = "quantity"
    LOW_STOCK = "low_stock"
    PRICE = "price"
    PURCHASE_DATE = "purchase_date"
    ADDED = "added"
    BEST_BEFORE = "best_before"
    UNPLACED = "unplaced"
    DEVICE_STATUS = "device_status"
    BORROWER = "borrower"
    LENT = "lent"
    OVERDUE = "overdue"
    PROMOTED = "promoted"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A part of a question that was taken as a filter."""

    kind: ChipKind
    key: str
    """Which text says what it means: the kind, or the kind and how, as `warranty_between`."""
    placeholders: Mapping[str, str] = field(default_factory=dict)
    """`name`; `number` and `currency`; `from` and `until` as YYYY-MM-DD."""
    text: str
    """The words that it came from."""
    start: int
    end: int
    """Where they stand in the question, in characters; the end is that of the last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question taken apart: the words to search for, and what narrows the search."""

    words: str
    """The question itself if it has no chips; empty if it is all filter."""
    wanted: ItemFilter = field(default_factory=ItemFilter)
    chips: tuple[Chip, ...] = ()
    """In the order of the question."""
