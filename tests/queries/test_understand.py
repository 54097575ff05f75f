"""What holds for every question: nothing is lost, nothing is thrown, what was taken away stays away."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from custom_components.home_inventory.domain.filters import Range
from custom_components.home_inventory.queries import Household, Understood, understand
from tests.bad_values import HOSTILE

from .household import HOUSEHOLD, TODAY, asked, sentences

TEXTS = [text for _, text, _, _ in sentences()]
ALPHABET = [
    *"aZ09 .,;:!?/-'\"„“€$<>()[]{}\\|*+^\x00\n\tßẞéŁ½ﷺ🪛日ع\u0301\u202e\ud800",
    " in ",
    " garage ",
    " under ",
    " 10 ",
]
VOCABULARY = sorted({word for text in TEXTS for word in text.split()})
DAYS = [date(1970, 1, 1), date(2024, 2, 29), TODAY, date(2026, 12, 31), date.max]


def removed_one_by_one(text: str) -> Understood:
    """Return what is understood when everything that is understood is taken away, until there is nothing left."""
    kept: list[str] = []
    understood = understand(text, HOUSEHOLD, TODAY, "en")
    for _ in range(len(text) + 1):
        if not understood.chips:
            break
        kept.append(understood.chips[0].text)
        understood = understand(text, HOUSEHOLD, TODAY, "en", keep_as_words=kept)
    return understood


def scrambled(seed: int) -> str:
    """Return a text of odd letters, or of words of many questions in any order."""
    dice = random.Random(seed)  # noqa: S311 - it has to be the same each time
    pool = ALPHABET if seed % 2 else [f"{word} " for word in VOCABULARY]
    return "".join(dice.choices(pool, k=dice.randrange(30)))


@pytest.mark.parametrize("text", TEXTS)
def test_taking_all_chips_away_gives_back_all_words(text: str) -> None:
    """The search box means what it says."""
    understood = removed_one_by_one(text)

    assert (understood.words, understood.chips) == (text, ())
    assert understood.wanted == Understood(words="").wanted


@pytest.mark.parametrize("text", TEXTS)
def test_taking_one_chip_away_leaves_the_others(text: str) -> None:
    """And its words are among those that are searched for."""
    chips = understand(text, HOUSEHOLD, TODAY, "en").chips
    others = [understand(text, HOUSEHOLD, TODAY, "en", keep_as_words=[chip.text]) for chip in chips]

    assert [chip.text in {left.text for left in other.chips} for chip, other in zip(chips, others, strict=True)] == [
        False for _ in chips
    ]
    assert all(chip.text in other.words for chip, other in zip(chips, others, strict=True))


def test_whatever_is_typed_nothing_is_thrown_and_nothing_is_lost() -> None:
    """Hundreds of texts of odd letters and of words in any order, on odd days, in odd languages."""
    languages = ["en", "de-CH", "", "xx", "zh_Hant", "\x00"]
    texts = [scrambled(seed) for seed in range(300)] + [*HOSTILE, "", " ", "x" * 500, "in " * 160, "(" * 500]

    understood = [
        understand(text, HOUSEHOLD, DAYS[number % len(DAYS)], languages[number % len(languages)])
        for number, text in enumerate(texts)
    ]
    bare = [removed_one_by_one(text).words for text in texts]

    assert all(chip.text in text for text, found in zip(texts, understood, strict=True) for chip in found.chips)
    assert bare == [text.strip() for text in texts]


def test_a_household_without_names_still_has_dates_and_numbers() -> None:
    """Only what it knows is a name."""
    understood = understand("drills in the garage under 10", Household(), TODAY, "en")

    assert (understood.words, [chip.key for chip in understood.chips]) == ("drills in the garage", ["quantity_below"])


@pytest.mark.parametrize(
    ("text", "currency", "chips"),
    [
        ("weights over 10 pounds", "EUR", []),
        ("weights over 10 pounds", "GBP", ["price_above 10 GBP"]),
        ("lamps under $10", "CAD", ["price_below 10 CAD"]),
        ("lamps under 10 dollars", "EUR", ["price_below 10 USD"]),
        ("lamps cheaper than 10", "SEK", ["price_below 10 SEK"]),
    ],
)
def test_money_is_what_the_household_pays_with(text: str, currency: str, chips: list[str]) -> None:
    """A pound may be a weight, and several countries have dollars."""
    understood = understand(text, Household(currency=currency), TODAY, "en")

    assert [" ".join((chip.key, *chip.placeholders.values())) for chip in understood.chips] == chips


def test_at_least_includes_the_number_itself() -> None:
    """A filter excludes its ends: the next smaller step is its end."""
    most = understand("screws at most 5", Household(), TODAY, "en").wanted.quantity
    least = understand("lamps at least 5 euros", Household(), TODAY, "en").wanted.price

    assert (most, least) == (Range(None, Decimal("5.001")), Range(Decimal("4.99"), None))


def test_a_day_begins_where_the_home_is() -> None:
    """Added yesterday, in Auckland."""
    zone = ZoneInfo("Pacific/Auckland")
    added = understand("added yesterday", Household(zone=zone), TODAY, "en").wanted.added

    assert added == Range(datetime(2026, 11, 19, 11, tzinfo=UTC), datetime(2026, 11, 20, 11, tzinfo=UTC))


def test_places_that_lie_apart_are_not_both_meant() -> None:
    """One of them stays a word; one inside the other narrows it."""
    assert asked("lamps in the garage in the attic") == ("lamps in the attic", ["in Garage"])
    assert asked("lamps in the garage, in the red box") == ("lamps", ["in Garage", "in Red box"])


@pytest.mark.parametrize(
    ("text", "chips"),
    [
        ("added on 3/4/2026", []),
        ("added on 13/4/2026", ["added_on 2026-04-13 2026-04-13"]),
        ("added on 4/13/2026", ["added_on 2026-04-13 2026-04-13"]),
        ("added on 31 February 2026", []),
        ("added in December", ["added_between 2025-12-01 2025-12-31"]),
        ("warranty ending in January", ["warranty_between 2027-01-01 2027-01-31"]),
        ("added in the last 0 days", []),
        ("added in the last 999999999 years", []),
        ("warranty ending in 3 months", ["warranty_between 2026-11-21 2027-02-21"]),
    ],
)
def test_only_a_clear_date_is_a_date(text: str, chips: list[str]) -> None:
    """What may be two days, or none, stays words; a month is the next one, or the last one for what has happened."""
    assert asked(text)[1] == chips
