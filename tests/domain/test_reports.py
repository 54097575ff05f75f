"""What things are worth by a stated rule, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from custom_components.home_inventory.domain.reports import Depreciation, DepreciationKind, Money, Sums, full_months

BOUGHT = date(2024, 3, 15)
TODAY = date(2026, 11, 22)
LINE = DepreciationKind.STRAIGHT_LINE


def euros(amount: str) -> Money:
    """Return so many euros."""
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2024, 3, 15), date(2026, 11, 22), 32),
        (date(2024, 3, 15), date(2026, 11, 14), 31),
        (date(2024, 3, 15), date(2026, 11, 15), 32),
        (date(2024, 1, 31), date(2024, 2, 29), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
        (date(2027, 1, 1), date(2026, 11, 22), 0),
    ],
)
def test_only_full_months_count(since: date, until: date, months: int) -> None:
    """A month is over on the day of the same number."""
    assert full_months(since, until) == months


def test_a_television_is_worth_what_the_documentation_says() -> None:
    """The worked example of docs/api.md."""
    rule = Depreciation(kind=LINE, years=8, residual=Decimal(10))

    value = rule.value(euros("799.00"), BOUGHT, TODAY, rule.years)

    assert value == euros("559.30")
    assert value.times(Decimal(2)) == euros("1118.60")


@pytest.mark.parametrize(
    ("bought", "residual", "years", "value"),
    [
        (TODAY, "0", 10, "100.00"),
        (date(2025, 11, 22), "0", 10, "90.00"),
        (date(2016, 11, 22), "0", 10, "0.00"),
        (date(1999, 1, 1), "12.5", 10, "12.50"),
        (date(2026, 10, 22), "0", 7, "98.81"),
        (date(2025, 11, 22), "100", 10, "100.00"),
        (date(1999, 1, 1), "0", 0, "100.00"),
        (None, "0", 10, "100.00"),
    ],
)
def test_a_price_falls_evenly_to_what_is_left_of_it(bought: date | None, residual: str, years: int, value: str) -> None:
    """What keeps its price, and what nobody knows the age of, falls not at all."""
    rule = Depreciation(kind=LINE, residual=Decimal(residual))

    assert rule.value(euros("100"), bought, TODAY, years) == euros(value)


def test_without_a_rule_the_value_is_the_price() -> None:
    assert Depreciation().value(euros("19.99"), date(1990, 1, 1), TODAY, 10) == euros("19.99")


def test_half_a_cent_is_rounded_up() -> None:
    assert euros("0.115").times(Decimal(1)) == euros("0.12")
    assert euros("0.333").times(Decimal("2.5")) == euros("0.83")


def test_currencies_are_never_added() -> None:
    """The largest sum comes first, and what has no price is counted."""
    sums = Sums()
    dollars = Money(Decimal("5.10"), "USD")
    sums.add(euros("1.10"), euros("1.00"))
    sums.add(dollars, dollars)
    sums.add(euros("2.20"), euros("0.05"))
    sums.add(None, None)

    assert [(total.price, total.value) for total in sums] == [(dollars, dollars), (euros("3.30"), euros("1.05"))]
    assert sums.lines == 4
