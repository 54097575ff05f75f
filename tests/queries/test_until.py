"""Until when, at the end of what people say."""

from __future__ import annotations

from datetime import date

import pytest

from custom_components.home_inventory.queries.until import split_until

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "text", "left", "day"),
    [
        ("en", "Anna until Friday", "Anna", date(2026, 11, 27)),
        ("en", "Anna until next Sunday", "Anna", date(2026, 11, 29)),
        ("en", "my sister until the 5th of December", "my sister", date(2026, 12, 5)),
        ("en", "Anna before 3 May", "Anna", date(2027, 5, 2)),
        ("en", "Anna for two weeks", "Anna", date(2026, 12, 6)),
        ("en", "Anna for a month", "Anna", date(2026, 12, 22)),
        ("de", "die Bohrmaschine bis nächsten Montag", "die Bohrmaschine", date(2026, 11, 23)),
        ("de", "Anna für eine Woche", "Anna", date(2026, 11, 29)),
        ("fr", "Anna jusqu'au 5 décembre", "Anna", date(2026, 12, 5)),
        ("fr", "Anna pour deux semaines", "Anna", date(2026, 12, 6)),
        ("es", "Anna hasta el viernes", "Anna", date(2026, 11, 27)),
        ("it", "Anna fino a venerdì", "Anna", date(2026, 11, 27)),
        ("nl", "Anna voor twee weken", "Anna", date(2026, 12, 6)),
        ("nl", "Anna tot morgen", "Anna", date(2026, 11, 23)),
    ],
)
def test_the_last_day_is_read(language: str, text: str, left: str, day: date) -> None:
    """A day of the week is the next one, never today."""
    assert split_until(text, language, SUNDAY) == (left, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna"),
        ("en", "Anna on Friday"),
        ("en", "until Friday"),
        ("de", "Frau Freitag"),
        ("pl", "Anna do piątku"),
    ],
)
def test_anything_else_is_a_name(language: str, text: str) -> None:
    """So is a time alone."""
    assert split_until(text, language, SUNDAY) == (text, None)
