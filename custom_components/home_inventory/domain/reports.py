"""Reports about a household: which there are, what goes into one, and what things are worth by a stated rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

MOST_ENTRIES: Final = 10_000
"""Lines of a report: nobody reads more, and a file of more opens slowly."""
_CENT: Final = Decimal("0.01")
_MONTHS: Final = 12
_WHOLE: Final = Decimal(100)


class ReportKind(StrEnum):
    """What a report is about."""

    INSURANCE = "insurance"
    WARRANTY = "warranty"
    STOCK = "stock"
    DEVICES = "devices"


class ReportFormat(StrEnum):
    """What file it becomes."""

    PDF = "pdf"
    XLSX = "xlsx"


class DepreciationKind(StrEnum):
    """How things lose value."""

    NONE = "none"
    STRAIGHT_LINE = "straight_line"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency; amounts in different ones are never added."""

    amount: Decimal
    currency: str

    def times(self, quantity: Decimal) -> Money:
        """Return what so many cost, to the cent."""
        return Money(cents(self.amount * quantity), self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Depreciation:
    """The rule by which a price becomes a value."""

    kind: DepreciationKind = DepreciationKind.NONE
    years: int = 10
    """Until only the residual is left; of what is in no category of its own."""
    residual: Decimal = Decimal(0)
    """What is left of the price in the end, in percent."""
    category_years: Mapping[str, int] = field(default_factory=dict)
    """Years by the id of a category, which count for everything in it; 0 keeps the price."""

    @property
    def loses_value(self) -> bool:
        """Return whether anything loses value at all."""
        return self.kind is not DepreciationKind.NONE

    def value(self, price: Money, bought: date | None, on: date, years: int) -> Money:
        """Return what one unit is worth on a day, to the cent.

        What was bought on a day that nobody knows keeps its price, as does everything in a category of 0 years.
        """
        if not self.loses_value or bought is None or not years:
            return Money(cents(price.amount), price.currency)
        months = min(full_months(bought, on), years * _MONTHS)
        lost = (_WHOLE - self.residual) / _WHOLE * months / (years * _MONTHS)
        return Money(cents(price.amount * (1 - lost)), price.currency)


def cents(amount: Decimal) -> Decimal:
    """Return an amount to the cent, half a cent up."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def full_months(since: date, until: date) -> int:
    """Return how many whole months lie between two days; none if the first is the later one."""
    months = (until.year - since.year) * _MONTHS + until.month - since.month
    return max(0, months - (until.day < since.day))


@dataclass(frozen=True, slots=True)
class Sum:
    """What some lines come to in one currency."""

    price: Money
    value: Money


class Sums:
    """Prices and values added up, each currency for itself."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._prices: defaultdict[str, Decimal] = defaultdict(Decimal)
        self._values: defaultdict[str, Decimal] = defaultdict(Decimal)
        self.lines = 0
        """How many lines there are, those without a price too."""

    def add(self, price: Money | None, value: Money | None) -> None:
        """Take in a line."""
        self.lines += 1
        if price is not None and value is not None:
            self._prices[price.currency] += price.amount
            self._values[value.currency] += value.amount

    def __iter__(self) -> Iterator[Sum]:
        """Return the sums, the largest price first."""
        for currency, amount in sorted(self._prices.items(), key=lambda pair: (-pair[1], pair[0])):
            yield Sum(Money(amount, currency), Money(self._values[currency], currency))
