"""What stands in reports, line by line, before anything is written down: names instead of ids, money instead of numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal
    from pathlib import Path

    from .models import Item
    from .reports import Depreciation, Money
    from .shown_devices import ShownDevice


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuredEntry:
    """An item at one place, for the insurance."""

    item: Item
    quantity: Decimal
    place: str | None = None
    """Its path; None without a place."""
    room: str | None = None
    """The path of the room, or of what is as near to one."""
    category: str | None = None
    """The path of the first of its categories."""
    unit_price: Money | None = None
    price: Money | None = None
    """Of all of them."""
    value: Money | None = None
    is_undated: bool = False
    """Whether it keeps its price because nobody knows when it was bought."""
    receipts: tuple[str, ...] = ()
    photo: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceReport:
    """What is insured, and by which rule its value was found."""

    entries: tuple[InsuredEntry, ...]
    rule: Depreciation
    on: date
    category_years: Mapping[str, int] = field(default_factory=dict)
    """The years of the rule, by the path of the category."""
    later: int = 0
    """How many were left out for being bought after that day."""


class WarrantyState(StrEnum):
    """How a warranty stands."""

    ENDING = "ending"
    RUNNING = "running"
    LIFETIME = "lifetime"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantyEntry:
    """An item and how its warranty stands."""

    item: Item
    state: WarrantyState
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantyReport:
    """Warranties as they stand on a day."""

    entries: tuple[WarrantyEntry, ...]
    on: date
    days: int
    """Until when it counts as ending soon."""
    without: int = 0
    """How many items have no warranty that anybody knows of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockEntry:
    """Some of an item: at one place, of one lot."""

    item: Item
    quantity: Decimal
    place: str | None = None
    lot: str | None = None
    best_before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReport:
    """How much there is of what, what runs low first."""

    entries: tuple[StockEntry, ...]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceEntry:
    """A device, where it is and who sees it."""

    shown: ShownDevice
    site: str
    place: str | None = None
    networks: tuple[str, ...] = ()
    last_seen: datetime | None = None
    """In the home's own time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReport:
    """Devices with their addresses."""

    entries: tuple[DeviceEntry, ...]
    on: date


type Report = InsuranceReport | WarrantyReport | StockReport | DeviceReport
