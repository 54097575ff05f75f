"""How a language writes days, numbers and money: exact, and the same wherever Home Assistant runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..domain.reports import Money, cents
from .texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_GROUP: Final = 3
_LONG: Final = 5
"""From so many digits on Spanish puts them into groups."""
_EN_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How a language writes. Days are patterns of `str.format` with year, month, day and name."""

    day: str
    excel_day: str
    point: str = ","
    group: str = "."
    smallest_group: int = 4
    """How many digits there have to be before the point."""
    currency_first: bool = False
    percent: str = "{number}" + _NO_BREAK + "%"


_ENGLISH: Final = Locale(
    day="{day} {name} {year:04}",
    excel_day="d mmm yyyy",
    point=".",
    group=",",
    currency_first=True,
    percent="{number}%",
)
_SWISS: Final = Locale(
    day="{day:02}.{month:02}.{year:04}",
    excel_day="dd.mm.yyyy",
    point=".",
    group="\N{RIGHT SINGLE QUOTATION MARK}",
    currency_first=True,
    percent="{number}%",
)
_SLASHED: Final = "{day:02}/{month:02}/{year:04}"
_LOCALES: Final[Mapping[str, Locale]] = {
    "en": _ENGLISH,
    "de": Locale(day="{day:02}.{month:02}.{year:04}", excel_day="dd.mm.yyyy"),
    "es": Locale(day=_SLASHED, excel_day="dd/mm/yyyy", smallest_group=_LONG),
    "fr": Locale(day=_SLASHED, excel_day="dd/mm/yyyy", group="\N{NARROW NO-BREAK SPACE}"),
    "it": Locale(day=_SLASHED, excel_day="dd/mm/yyyy", percent="{number}%"),
    "nl": Locale(day="{day:02}-{month:02}-{year:04}", excel_day="dd-mm-yyyy", currency_first=True, percent="{number}%"),
    "de-ch": _SWISS,
    "fr-ch": _SWISS,
    "it-ch": _SWISS,
    "es-419": Locale(day=_SLASHED, excel_day="dd/mm/yyyy", point=".", group=",", currency_first=True),
}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in one language; a tag that nobody knows is English."""

    language: str
    texts: Mapping[str, str] = field(init=False)
    locale: Locale = field(init=False)

    def __post_init__(self) -> None:
        """Find the language, and the country if it writes differently."""
        tag = self.language.replace("_", "-").casefold()
        base = tag.partition("-")[0]
        object.__setattr__(self, "texts", texts_of(base))
        object.__setattr__(self, "locale", _LOCALES.get(tag) or _LOCALES.get(base) or _ENGLISH)

    def say(self, key: str, **values: object) -> str:
        """Return a text."""
        return self.texts[key].format_map(values)

    def days(self, key: str, days: int) -> str:
        """Return a text about so many days; what a language says of none or of one has a text of its own."""
        return self.texts.get(f"{key}_{days}") or self.say(key, days=self.number(days))

    def day(self, day: date) -> str:
        """Return a day."""
        return self.locale.day.format(day=day.day, month=day.month, year=day.year, name=_EN_MONTHS[day.month - 1])

    def moment(self, moment: datetime) -> str:
        """Return a moment, to the minute."""
        return f"{self.day(moment)}, {moment:%H:%M}"

    def number(self, number: Decimal | int) -> str:
        """Return a number with as many digits behind the point as it has."""
        whole, _, rest = f"{abs(number):f}".partition(".")
        rest = rest.rstrip("0")
        sign = "-" if number < 0 and (rest or whole != "0") else ""
        return f"{sign}{self._grouped(whole)}{self.locale.point if rest else ''}{rest}"

    def percent(self, number: Decimal) -> str:
        """Return so many percent."""
        return self.locale.percent.format(number=self.number(number))

    def money(self, money: Money) -> str:
        """Return an amount with the letters of its currency: signs as $ stand for several."""
        whole, _, rest = f"{abs(cents(money.amount)):f}".partition(".")
        sign = "-" if money.amount < 0 else ""
        amount = f"{sign}{self._grouped(whole)}{self.locale.point}{rest}"
        parts = (money.currency, amount) if self.locale.currency_first else (amount, money.currency)
        return _NO_BREAK.join(part for part in parts if part)

    def _grouped(self, digits: str) -> str:
        """Return digits in groups of three."""
        if len(digits) < self.locale.smallest_group:
            return digits
        first = len(digits) % _GROUP
        groups = [digits[start : start + _GROUP] for start in range(first, len(digits), _GROUP)]
        return self.locale.group.join(([digits[:first]] if first else []) + groups)
