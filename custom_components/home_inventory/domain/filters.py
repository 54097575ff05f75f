"""What narrows a list: ranges of days, moments and numbers, and putting two filters together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

    from .models import ItemFilter


@dataclass(frozen=True, slots=True)
class Range[T: (date, datetime, Decimal)]:
    """From one value to another; an end that is None is open. Whether the ends belong to it, its field says."""

    low: T | None = None
    high: T | None = None

    @property
    def is_reversed(self) -> bool:
        """Return whether it ends before it begins, so that nothing can be in it."""
        return self.low is not None and self.high is not None and self.low > self.high

    def narrowed(self, other: Range[T]) -> Range[T]:
        """Return what is in both."""
        lows = [low for low in (self.low, other.low) if low is not None]
        highs = [high for high in (self.high, other.high) if high is not None]
        return Range(max(lows, default=None), min(highs, default=None))


def narrow(wanted: ItemFilter, more: ItemFilter) -> ItemFilter:
    """Return the filter that what fits both of them fits.

    Of two makers, vendors, borrowers or currencies the first counts. A place inside another is the narrower of the two.
    """
    return replace(
        wanted,
        location_ids=_common(wanted.location_ids, more.location_ids),
        category_ids=_common(wanted.category_ids, more.category_ids),
        label_ids=tuple(dict.fromkeys((*wanted.label_ids, *more.label_ids))),
        low_stock=wanted.low_stock or more.low_stock,
        archived=wanted.archived or more.archived,
        promoted=more.promoted if wanted.promoted is None else wanted.promoted,
        unplaced=wanted.unplaced or more.unplaced,
        manufacturer=wanted.manufacturer or more.manufacturer,
        vendor=wanted.vendor or more.vendor,
        no_warranty=wanted.no_warranty or more.no_warranty,
        covered_on=wanted.covered_on or more.covered_on,
        warranty=_both(wanted.warranty, more.warranty),
        best_before=_both(wanted.best_before, more.best_before),
        purchase_date=_both(wanted.purchase_date, more.purchase_date),
        added=_both(wanted.added, more.added),
        quantity=_both(wanted.quantity, more.quantity),
        price=_both(wanted.price, more.price),
        currency=wanted.currency or more.currency,
        borrower=wanted.borrower or more.borrower,
        lent=more.lent if wanted.lent is None else wanted.lent,
        overdue_on=wanted.overdue_on or more.overdue_on,
        device_statuses=_common(wanted.device_statuses, more.device_statuses),
        item_ids=_common(wanted.item_ids, more.item_ids),
    )


def is_possible(wanted: ItemFilter) -> bool:
    """Return whether anything can fit: no range ends before it begins, no two places lie apart."""
    dates = (wanted.warranty, wanted.best_before, wanted.purchase_date, wanted.added)
    ranges = (*dates, wanted.quantity, wanted.price)
    groups = (wanted.location_ids, wanted.category_ids, wanted.device_statuses)
    return not any(part is not None and part.is_reversed for part in ranges) and not any(
        ids is not None and not ids for ids in groups
    )


def moments(days: Range[date] | None, zone: tzinfo) -> Range[datetime] | None:
    """Return the time from the beginning of a day until before the end of another, in a time zone."""
    if days is None:
        return None
    return Range(
        _midnight(days.low, zone) if days.low and days.low > date.min else None,
        _midnight(days.high + timedelta(days=1), zone) if days.high and days.high < date.max else None,
    )


def _midnight(day: date, zone: tzinfo) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time(), zone)


def _common[T: str](ids: frozenset[T] | None, others: frozenset[T] | None) -> frozenset[T] | None:
    """Return the ids or words that both allow; None allows all."""
    if ids is None or others is None:
        return others if ids is None else ids
    return ids & others


def _both[T: (date, datetime, Decimal)](one: Range[T] | None, other: Range[T] | None) -> Range[T] | None:
    """Return what is in both ranges; None holds everything."""
    if one is None or other is None:
        return other if one is None else one
    return one.narrowed(other)
