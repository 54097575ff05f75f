"""Reading the numbers, the money and the times in a question."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from ..domain.filters import Range
from .language import Bound, Period
from .tokens import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from .grammar import Grammar
    from .language import Language

_MOST: Final = Decimal(1_000_000_000)
_MOST_STEPS: Final = 1200
"""A hundred years of months; nobody looks further."""
_SOON: Final = timedelta(days=30)
_DOLLARS: Final = frozenset(("USD", "CAD", "AUD", "NZD", "SGD", "HKD"))
_AMBIGUOUS: Final = {"dollar": _DOLLARS, "pound": frozenset(("GBP",)), "franc": frozenset(("CHF",))}


def read_number(text: str, language: Language) -> Decimal | None:
    """Return a number that is written in digits or as a word; None if it is none that is counted with."""
    word = text.strip()
    numbers = {fold(name): number for name, number in language.numbers.items()}
    if word in numbers:
        return Decimal(numbers[word])
    try:
        number = Decimal(_plain(word, language.decimal))
    except InvalidOperation:
        return None
    return number if number <= _MOST else None


def _plain(digits: str, decimal: str) -> str:
    """Return digits with a point before the decimals and nothing between thousands."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits
    sign, decimals = digits[last], digits[last + 1 :]
    whole = digits[:last].replace(".", "").replace(",", "")
    is_thousands = digits.count(sign) > 1 or (len(decimals) == 3 and sign != decimal)  # noqa: PLR2004 - a group of three
    return whole + decimals if is_thousands else f"{whole}.{decimals}"


def read_currency(text: str, language: Language, home: str) -> str | None:
    """Return the ISO code that a word for money stands for; None if it could mean something else here.

    "10 pounds" may be a weight and "dollars" may be of several countries: what the household pays with decides.
    """
    currencies = {fold(name): code for name, code in language.currencies.items()}
    code = currencies[text]
    choice = _AMBIGUOUS.get(code)
    if choice is None:
        return code
    if home in choice:
        return home
    return "USD" if code == "dollar" else None


def read_time(text: str, grammar: Grammar, today: date, *, is_past: bool) -> Range[date] | None:
    """Return the first and last day of a time; a month without a year is the next one, or the last one if `is_past`."""
    for period, pattern in grammar.periods:
        if match := pattern.fullmatch(text):
            try:
                return _days(period, match, grammar, today, is_past=is_past)
            except OverflowError, ValueError:
                return None
    return None


def bounded(days: Range[date], bound: Bound) -> Range[date]:
    """Return the days that a time with a bound means."""
    day = timedelta(days=1)
    low, high = days.low or date.min, days.high or date.max
    ranges = {
        Bound.IN: lambda: days,
        Bound.BY: lambda: Range(None, high),
        Bound.BEFORE: lambda: Range(None, low - day),
        Bound.AFTER: lambda: Range(high + day, None),
        Bound.SINCE: lambda: Range(low, None),
    }
    return ranges[bound]()


def _days(period: Period, match: re.Match[str], grammar: Grammar, today: date, *, is_past: bool) -> Range[date] | None:
    """Return the days of a period. Raises ValueError or OverflowError for days that no calendar has."""
    given = match.groupdict()
    if period is Period.SOON:
        return Range(today, today + _SOON)
    if period in (Period.COMING, Period.PAST):
        return read_stretch(given, grammar, today, 1 if period is Period.COMING else -1)
    if period in (Period.WEEKDAY, Period.LAST_WEEKDAY):
        return _weekday(given, grammar, today, is_past=is_past or period is Period.LAST_WEEKDAY)
    if period is Period.DATE:
        return _date(given, grammar, today, is_past=is_past)
    if period is Period.MONTH:
        return _month(given, grammar, today, is_past=is_past)
    return _year(int(given["y"])) if period is Period.YEAR else _around(period, today)


def _weekday(given: dict[str, str | None], grammar: Grammar, today: date, *, is_past: bool) -> Range[date]:
    """Return a day of the week after today, or before it; never today."""
    name = given.get("w") or ""
    number = next(number for number, pattern in enumerate(grammar.weekdays) if pattern.fullmatch(name))
    steps = -((today.weekday() - number - 1) % 7 + 1) if is_past else (number - today.weekday() - 1) % 7 + 1
    day = today + timedelta(days=steps)
    return Range(day, day)


def read_stretch(given: Mapping[str, str | None], grammar: Grammar, today: date, direction: int) -> Range[date] | None:
    """Return so many days, weeks, months or years from today or until today."""
    count = read_number(given["n"] or "", grammar.language)
    unit = next(number for number, pattern in enumerate(grammar.units) if pattern.fullmatch(given["unit"] or ""))
    if count is None or count != count.to_integral_value() or not 0 < count <= _MOST_STEPS:
        return None
    return Range(*sorted((today, _moved(today, unit, direction * int(count)))))


def _around(period: Period, today: date) -> Range[date]:
    """Return the day, week, month or year that is or was or will be."""
    which, _, unit = period.partition("_")
    if not unit:
        day = today + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[which])
        return Range(day, day)
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return Range(monday, monday + timedelta(days=6))
    if unit == "month":
        return _whole_month(_moved(today.replace(day=1), 2, step))
    return _year(today.year + step)


def _date(given: dict[str, str | None], grammar: Grammar, today: date, *, is_past: bool) -> Range[date] | None:
    """Return one day."""
    if given.get("iso"):
        day = date.fromisoformat(given["iso"] or "")
        return Range(day, day)
    if numeric := given.get("dmy"):
        first, second, year = (int(part) for part in numeric.replace("/", ".").split("."))
        if "/" in numeric and grammar.language.code == "en" and first <= 12 and second <= 12 and first != second:  # noqa: PLR2004
            return None  # who writes English may put the month or the day first
        day_first = "/" not in numeric or second <= 12  # noqa: PLR2004 - months
        day = date(year, second, first) if day_first else date(year, first, second)
        return Range(day, day)
    month = _number_of_month(given, grammar)
    year = int(given.get("y") or 0)
    number = int(given["d"] or 0)
    day = date(year or today.year, month, number)
    if not year and is_past and day > today:
        day = date(today.year - 1, month, number)
    if not year and not is_past and day < today:
        day = date(today.year + 1, month, number)
    return Range(day, day)


def _month(given: dict[str, str | None], grammar: Grammar, today: date, *, is_past: bool) -> Range[date]:
    """Return a month of a year."""
    month, year = _number_of_month(given, grammar), int(given.get("y") or 0)
    if not year:
        year = today.year
        year += (not is_past and month < today.month) - (is_past and month > today.month)
    return _whole_month(date(year, month, 1))


def _number_of_month(given: dict[str, str | None], grammar: Grammar) -> int:
    """Return the number of the month that is named."""
    name = given.get("m") or ""
    return next(number for number, pattern in enumerate(grammar.months, 1) if pattern.fullmatch(name))


def _whole_month(first: date) -> Range[date]:
    """Return a month from its first day on."""
    return Range(first, _moved(first, 2, 1) - timedelta(days=1))


def _year(year: int) -> Range[date]:
    """Return a year."""
    return Range(date(year, 1, 1), date(year, 12, 31))


def _moved(day: date, unit: int, steps: int) -> date:
    """Return a day so many days, weeks, months or years later; the last day of a shorter month."""
    if unit < 2:  # noqa: PLR2004 - days and weeks have a length
        return day + timedelta(days=steps * (1, 7)[unit])
    months = day.year * 12 + day.month - 1 + steps * (1, 12)[unit - 2]
    for number in (day.day, 30, 29, 28):
        try:
            return date(months // 12, months % 12 + 1, number)
        except ValueError:
            continue
    raise ValueError(months)
