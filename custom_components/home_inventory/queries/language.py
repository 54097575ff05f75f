"""What there is to know about a language to understand a question in it. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Meaning(StrEnum):
    """What a part of a question means, in the order in which they are looked for: the surest first."""

    WARRANTY_TIME = "warranty_time"
    BEST_BEFORE_TIME = "best_before_time"
    ADDED_TIME = "added_time"
    WARRANTY_EXPIRED = "warranty_expired"
    WARRANTY_NONE = "warranty_none"
    WARRANTY_ACTIVE = "warranty_active"
    BEST_BEFORE_PAST = "best_before_past"
    PRICE_BELOW = "price_below"
    PRICE_ABOVE = "price_above"
    PRICE_MOST = "price_most"
    PRICE_LEAST = "price_least"
    LABEL = "label"
    CATEGORY = "category"
    VENDOR = "vendor"
    PURCHASE_TIME = "purchase_time"
    MAKER = "manufacturer"
    BORROWER = "borrower"
    OVERDUE = "overdue"
    LENT = "lent"
    DEVICE_OFFLINE = "device_offline"
    DEVICE_ONLINE = "device_online"
    DEVICE_MISSING = "device_missing"
    UNPLACED = "unplaced"
    LOW_STOCK = "low_stock"
    QUANTITY_NONE = "quantity_none"
    PROMOTED = "promoted"
    ARCHIVED = "archived"
    CODE = "code"
    PLACE = "place"
    QUANTITY_BELOW = "quantity_below"
    QUANTITY_ABOVE = "quantity_above"
    QUANTITY_MOST = "quantity_most"
    QUANTITY_LEAST = "quantity_least"


class Period(StrEnum):
    """Ways to name a time."""

    YESTERDAY = "yesterday"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LAST_WEEK = "last_week"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    LAST_MONTH = "last_month"
    THIS_MONTH = "this_month"
    NEXT_MONTH = "next_month"
    LAST_YEAR = "last_year"
    THIS_YEAR = "this_year"
    NEXT_YEAR = "next_year"
    WEEKDAY = "weekday"
    """The next one, or the last one of what was."""
    LAST_WEEKDAY = "last_weekday"
    SOON = "soon"
    COMING = "coming"
    """So many days, weeks, months or years from today."""
    PAST = "past"
    """So many of them until today."""
    DATE = "date"
    MONTH = "month"
    YEAR = "year"


class Bound(StrEnum):
    """How a time bounds what is asked for; without a word for it, it is meant itself."""

    IN = "in"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. A new one is a module in `languages/` like the others, and nothing else.

    Templates are words with `(one|or another)` and `[what may be left out]`; case and accents do not matter, and an
    apostrophe parts words ("l'armoire" is "l armoire"). Slots: {place}, {code}, {category}, {label}, {vendor}, {maker}, {borrower} are
    names that the household knows, {the} is an article or nothing, {box} a word for places, {n} a number, {money} an amount
    with its currency, {sum} one that may do without, {time} a time with or without a bound, {bounded} one with a bound;
    {bought} is nothing, beside a part that said where or when it was bought: "bought at Ikea last year".
    """

    code: str
    decimal: str
    """What stands before the decimals of a number."""
    the: str
    """Articles and possessives."""
    box: str
    """What the household may call a place that has a code."""
    rules: Mapping[Meaning, tuple[str, ...]]
    periods: Mapping[Period, tuple[str, ...]]
    """Slots: {n} and {unit}; {d}, {m} and {y} for the day, the month and the year of a date, {w} for a day of the week."""
    bounds: Mapping[Bound, str]
    lasting: str
    """What stands before a number of days, weeks, months or years that something is to last: "for two weeks"."""
    weekdays: tuple[str, ...]
    """From Monday on."""
    units: tuple[str, str, str, str]
    """Day, week, month, year."""
    months: tuple[str, ...]
    numbers: Mapping[str, int]
    currencies: Mapping[str, str]
    """Words and signs for money, to ISO 4217 codes; those that also mean something else count where money is of that kind."""
    asking: frozenset[str]
    """Words that begin a request and are no part of what is looked for: "show me all"."""
    things: frozenset[str]
    """Words for just anything: nobody searches for them."""
    devices: frozenset[str]
    """Words for just any device: nobody searches for them where it is asked how devices are doing."""
    links: frozenset[str]
    """Words that hold the parts of a question together: dropped beside a part that was understood."""
    joins: frozenset[str]
    """Those of them that may as well hold a name together: "the cupboard of the kitchen"."""
    after: frozenset[str]
    """Further words that may follow the name of a place: anything else could be a part of a longer name."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set, folded."""
    return frozenset(name_key(text).split())


def pairs(text: str) -> dict[str, str]:
    """Return what a text as "euro=EUR $=dollar" says."""
    return dict(pair.split("=") for pair in text.split())


def counts(text: str) -> dict[str, int]:
    """Return what a text as "one=1 two=2" says."""
    return {name: int(number) for name, number in pairs(text).items()}
