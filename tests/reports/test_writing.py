"""Days, numbers and money as languages write them; every language says the same things."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

import pytest

from custom_components.home_inventory.domain.reports import Money
from custom_components.home_inventory.printing.fonts import REGULAR
from custom_components.home_inventory.reports.texts import LANGUAGES
from custom_components.home_inventory.reports.typesetting import prepare, wrap
from custom_components.home_inventory.reports.writing import Writer

DAY = date(2026, 3, 5)
NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("language", "day", "number", "money"),
    [
        ("en", "5 Mar 2026", "12,345.678", "EUR 1,234.50"),
        ("en-GB", "5 Mar 2026", "12,345.678", "EUR 1,234.50"),
        ("de", "05.03.2026", "12.345,678", "1.234,50 EUR"),
        ("de-CH", "05.03.2026", "12\u2019345.678", "EUR 1\u2019234.50"),
        ("es", "05/03/2026", "12.345,678", "1234,50 EUR"),
        ("es_419", "05/03/2026", "12,345.678", "EUR 1,234.50"),
        ("fr", "05/03/2026", "12\u202f345,678", "1\u202f234,50 EUR"),
        ("it", "05/03/2026", "12.345,678", "1.234,50 EUR"),
        ("nl", "05-03-2026", "12.345,678", "EUR 1.234,50"),
        ("tlh", "5 Mar 2026", "12,345.678", "EUR 1,234.50"),
    ],
)
def test_every_language_writes_in_its_own_way(language: str, day: str, number: str, money: str) -> None:
    """A language that is not here is English."""
    writer = Writer(language)

    assert writer.day(DAY) == day
    assert writer.number(Decimal("12345.678")) == number
    assert writer.money(Money(Decimal("1234.5"), "EUR")).replace(NO_BREAK, " ") == money


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("-0.0", "0"), ("2.500", "2,5"), ("-1234567", "-1.234.567"), ("1E+3", "1.000"), ("999", "999")],
)
def test_numbers_have_as_many_digits_as_they_need(number: str, text: str) -> None:
    assert Writer("de").number(Decimal(number)) == text


def test_the_earliest_day_and_a_moment_are_written() -> None:
    assert Writer("de").day(date(1, 1, 1)) == "01.01.0001"
    assert Writer("nl").moment(datetime(2026, 3, 5, 7, 4)) == "05-03-2026, 07:04"  # noqa: DTZ001 - the home's own time


def test_one_day_is_not_said_like_many() -> None:
    """Nor is none."""
    assert [Writer("de").days("left", days) for days in (0, 1, 2)] == ["letzter Tag", "noch 1 Tag", "noch 2 Tage"]
    assert Writer("en").days("ago", 1) == "1 day ago"


def test_an_amount_that_is_too_wide_is_broken_before_its_currency() -> None:
    amount = Writer("fr").money(Money(Decimal("3703703.67"), "EUR"))
    prepare()

    assert wrap(amount, REGULAR, 7, 45) == [amount[:-4], "EUR"]


def test_every_language_has_every_text_with_the_same_gaps() -> None:
    """And none is empty."""
    gaps = {
        language: {key: sorted(re.findall(r"{\w+}", text)) for key, text in texts.items() if text.strip()}
        for language, texts in LANGUAGES.items()
    }

    assert [language for language, found in gaps.items() if found != gaps["en"]] == []
    assert len(LANGUAGES) == 6
