"""When a warranty needs attention."""

from datetime import date, timedelta

import pytest

from custom_components.home_inventory.domain.errors import WarrantyBeforePurchaseError
from custom_components.home_inventory.domain.warranties import (
    check_warranty,
    expired_between,
    expiring_between,
    is_expiring,
)

TODAY = date(2026, 11, 21)


def day(offset: int) -> date:
    """Return a day relative to today."""
    return TODAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("purchased", "until"), [(None, TODAY), (TODAY, None), (TODAY, TODAY), (day(-1), TODAY), (None, None)]
)
def test_a_warranty_may_end_on_the_day_of_purchase_or_later(purchased: date | None, until: date | None) -> None:
    """An unknown date never stands in the way."""
    check_warranty(purchased, until)


def test_a_warranty_that_ends_before_the_purchase_is_refused() -> None:
    """The error names both dates."""
    with pytest.raises(WarrantyBeforePurchaseError) as refused:
        check_warranty(TODAY, day(-1))

    assert refused.value.placeholders == {"purchase_date": "2026-11-21", "warranty_until": "2026-11-20"}


@pytest.mark.parametrize(
    ("until", "expiring"),
    [(None, False), (day(-1), False), (TODAY, True), (day(30), True), (day(31), False)],
)
def test_a_warranty_is_expiring_from_so_many_days_before_to_its_last_day(until: date | None, expiring: bool) -> None:
    """Both ends belong to it."""
    assert is_expiring(until, TODAY, 30) is expiring


@pytest.mark.parametrize(
    ("days_off", "first", "last"),
    [
        (1, day(30), day(30)),  # an ordinary midnight: one more day has come into sight
        (2, day(29), day(30)),
        (10, day(21), day(30)),
        (30, day(1), day(30)),
        (31, TODAY, day(30)),
        (400, TODAY, day(30)),  # what has ended meanwhile is expired, no longer expiring
    ],
)
def test_after_days_off_every_warranty_that_came_into_sight_is_named(days_off: int, first: date, last: date) -> None:
    """Nothing is named twice, nothing is left out."""
    assert expiring_between(day(-days_off), TODAY, 30) == (first, last)


def test_on_the_same_day_nothing_new_is_expiring() -> None:
    """The first day is after the last one: an empty time."""
    first, last = expiring_between(TODAY, TODAY, 30)

    assert first > last


@pytest.mark.parametrize(
    ("days_off", "first", "last"), [(1, day(-1), day(-1)), (2, day(-2), day(-1)), (10, day(-10), day(-1))]
)
def test_after_days_off_every_warranty_that_ran_out_is_named(days_off: int, first: date, last: date) -> None:
    """A warranty has expired on the day after its last day."""
    assert expired_between(day(-days_off), TODAY) == (first, last)


def test_on_the_same_day_nothing_new_has_expired() -> None:
    """The first day is after the last one: an empty time."""
    first, last = expired_between(TODAY, TODAY)

    assert first > last


@pytest.mark.parametrize("ends_in", range(-5, 36))
def test_going_through_the_days_one_by_one_names_each_warranty_once(ends_in: int) -> None:
    """Each warranty enters the window and runs out exactly once, however the days are cut."""
    spans = [(0, 1), (1, 4), (4, 5), (5, 40)]
    times = [expiring_between(day(since), day(today), 3) for since, today in spans]

    seen = [first <= day(ends_in) <= last for first, last in times]
    gone = [
        first <= day(ends_in) <= last for first, last in (expired_between(day(since), day(now)) for since, now in spans)
    ]

    assert sum(seen) <= 1
    assert sum(gone) == (ends_in >= 0)
