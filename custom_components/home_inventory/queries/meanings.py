"""From a part of a question to the filter that it stands for, and what its chip says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..domain.devices import Status
from ..domain.filters import Range, moments
from ..domain.models import ItemFilter
from .grammar import bound_of
from .language import Bound, Meaning
from .understood import ChipKind
from .values import bounded, read_currency, read_number, read_time

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from .grammar import Grammar
    from .household import Household, Name

_CENT: Final = Decimal("0.01")
_THOUSANDTH: Final = Decimal("0.001")
"""The smallest steps of money and of quantities: "at least 5" is more than 4.999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What a part of a question narrows by."""

    kind: ChipKind
    key: str
    wanted: ItemFilter
    placeholders: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what a rule has matched, for one household on one day."""

    grammar: Grammar
    household: Household
    today: date

    def read(self, meaning: Meaning, match: re.Match[str]) -> Criterion | None:
        """Return what a match without a name narrows by; None if it is not sure."""
        kind, _, how = meaning.partition("_")
        if kind == "price":
            return self._price(how, match)
        if kind == "quantity" and how != "none":
            return self._quantity(how, match)
        if meaning.endswith("_time"):
            return self._time(meaning, match)
        return _PLAIN[meaning](self.today)

    def _quantity(self, how: str, match: re.Match[str]) -> Criterion | None:
        """Return how much there is to be."""
        number = read_number(match["n"], self.grammar.language)
        if number is None:
            return None
        wanted = ItemFilter(quantity=_limits(how, number, _THOUSANDTH))
        return Criterion(
            kind=ChipKind.QUANTITY, key=f"quantity_{how}", wanted=wanted, placeholders={"number": _text(number)}
        )

    def _price(self, how: str, match: re.Match[str]) -> Criterion | None:
        """Return what it may cost."""
        given, home = match.groupdict(), self.household.currency
        number = read_number(given.get("n1") or given.get("n2") or "", self.grammar.language)
        sign = given.get("c1") or given.get("c2")
        currency = read_currency(sign, self.grammar.language, home) if sign else home
        if number is None or currency is None:
            return None
        wanted = ItemFilter(price=_limits(how, number, _CENT), currency=currency)
        placeholders = {"number": _text(number), "currency": currency}
        return Criterion(kind=ChipKind.PRICE, key=f"price_{how}", wanted=wanted, placeholders=placeholders)

    def _time(self, meaning: Meaning, match: re.Match[str]) -> Criterion | None:
        """Return when it is to end, to be eaten or to have been bought or added."""
        is_past = meaning in (Meaning.ADDED_TIME, Meaning.PURCHASE_TIME)
        named = read_time(match["when"], self.grammar, self.today, is_past=is_past)
        if named is None:
            return None
        bound = bound_of(match)
        if meaning is Meaning.BEST_BEFORE_TIME and bound is Bound.IN and named.low == named.high:
            bound = Bound.BY  # what is best before a day is to be eaten until then
        try:
            days = bounded(named, bound)
        except OverflowError:
            return None
        if meaning is Meaning.WARRANTY_TIME and days.low is None and days.high and days.high >= self.today:
            days = Range(self.today, days.high)  # who asks what ends soon has no use for what has ended
        kind, wanted = {
            Meaning.WARRANTY_TIME: (ChipKind.WARRANTY, ItemFilter(warranty=days)),
            Meaning.BEST_BEFORE_TIME: (ChipKind.BEST_BEFORE, ItemFilter(best_before=days)),
            Meaning.PURCHASE_TIME: (ChipKind.PURCHASE_DATE, ItemFilter(purchase_date=days)),
            Meaning.ADDED_TIME: (ChipKind.ADDED, ItemFilter(added=moments(days, self.household.zone))),
        }[meaning]
        how, placeholders = _describe(days)
        return Criterion(kind=kind, key=f"{kind}_{how}", wanted=wanted, placeholders=placeholders)


def named_criterion(meaning: Meaning, name: Name) -> Criterion:
    """Return what a name narrows by."""
    kinds = {
        Meaning.PLACE: (ChipKind.LOCATION, ItemFilter(location_ids=name.ids)),
        Meaning.CODE: (ChipKind.LOCATION, ItemFilter(location_ids=name.ids)),
        Meaning.CATEGORY: (ChipKind.CATEGORY, ItemFilter(category_ids=name.ids)),
        Meaning.LABEL: (ChipKind.LABEL, ItemFilter(label_ids=tuple(sorted(name.ids))[:1])),
        Meaning.VENDOR: (ChipKind.VENDOR, ItemFilter(vendor=name.label)),
        Meaning.BORROWER: (ChipKind.BORROWER, ItemFilter(borrower=name.label)),
        Meaning.MAKER: (ChipKind.MANUFACTURER, ItemFilter(manufacturer=name.label)),
    }
    kind, wanted = kinds[meaning]
    return Criterion(kind=kind, key=kind, wanted=wanted, placeholders={"name": name.label})


def _limits(how: str, number: Decimal, step: Decimal) -> Range[Decimal]:
    """Return the range that a limit stands for; its ends do not belong to it."""
    ranges = {
        "below": Range(None, number),
        "above": Range(number, None),
        "most": Range(None, number + step),
        "least": Range(number - step, None),
    }
    return ranges[how]


def _describe(days: Range[date]) -> tuple[str, dict[str, str]]:
    """Return how a range of days is told, and its days."""
    given = {name: day.isoformat() for name, day in (("from", days.low), ("until", days.high)) if day is not None}
    if days.low == days.high:
        return "on", given
    return "between" if len(given) > 1 else next(iter(given)), given


def _text(number: Decimal) -> str:
    """Return a number as it is given out."""
    return format(number.normalize(), "f")


def _plain(kind: ChipKind, key: str, make: Callable[[date], ItemFilter]) -> Callable[[date], Criterion]:
    """Return how a rule without slots becomes a criterion."""
    return lambda today: Criterion(kind=kind, key=key, wanted=make(today))


def _doing(how: str, *statuses: Status) -> Callable[[date], Criterion]:
    """Return how a rule about what devices are doing becomes a criterion."""
    wanted = ItemFilter(device_statuses=frozenset(statuses))
    return _plain(ChipKind.DEVICE_STATUS, f"{ChipKind.DEVICE_STATUS}_{how}", lambda _: wanted)


_PLAIN: Final[Mapping[Meaning, Callable[[date], Criterion]]] = {
    Meaning.WARRANTY_ACTIVE: _plain(ChipKind.WARRANTY, "warranty_active", lambda today: ItemFilter(covered_on=today)),
    Meaning.WARRANTY_EXPIRED: _plain(
        ChipKind.WARRANTY,
        "warranty_expired",
        lambda today: ItemFilter(warranty=Range(None, today - timedelta(days=1))),
    ),
    Meaning.WARRANTY_NONE: _plain(ChipKind.WARRANTY, "warranty_none", lambda _: ItemFilter(no_warranty=True)),
    Meaning.BEST_BEFORE_PAST: _plain(
        ChipKind.BEST_BEFORE,
        "best_before_past",
        lambda today: ItemFilter(best_before=Range(None, today - timedelta(days=1))),
    ),
    Meaning.DEVICE_ONLINE: _doing("online", Status.ONLINE),
    # Who asks what is offline wants to know of all that does not answer.
    Meaning.DEVICE_OFFLINE: _doing("offline", Status.OFFLINE, Status.MISSING),
    Meaning.DEVICE_MISSING: _doing("missing", Status.MISSING),
    Meaning.UNPLACED: _plain(ChipKind.UNPLACED, "unplaced", lambda _: ItemFilter(unplaced=True)),
    Meaning.LOW_STOCK: _plain(ChipKind.LOW_STOCK, "low_stock", lambda _: ItemFilter(low_stock=True)),
    Meaning.QUANTITY_NONE: _plain(
        ChipKind.QUANTITY, "quantity_none", lambda _: ItemFilter(quantity=Range(None, _THOUSANDTH))
    ),
    Meaning.LENT: _plain(ChipKind.LENT, "lent", lambda _: ItemFilter(lent=True)),
    Meaning.OVERDUE: _plain(ChipKind.OVERDUE, "overdue", lambda today: ItemFilter(overdue_on=today)),
    Meaning.PROMOTED: _plain(ChipKind.PROMOTED, "promoted", lambda _: ItemFilter(promoted=True)),
    Meaning.ARCHIVED: _plain(ChipKind.ARCHIVED, "archived", lambda _: ItemFilter(archived=True)),
}
