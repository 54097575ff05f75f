"""By what a source knows a device: what ends, what goes on, what is new."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from custom_components.home_inventory.domain.observations import Identity, IdentityKind
from custom_components.home_inventory.domain.traces import Steps, Trace, follow, trace_of

IP, NAME, MAC = IdentityKind.ADDRESS, IdentityKind.HOST_NAME, IdentityKind.MAC


def day(number: int) -> datetime:
    """Return a day of March."""
    return datetime(2026, 3, number, tzinfo=UTC)


def known(kind: IdentityKind, value: str, since: int, until: int | None = None) -> Trace:
    """Return a trace by its days."""
    return Trace(source_id="lan", kind=kind, value=value, since=day(since), until=until and day(until))


def step(traces: list[Trace], *seen: tuple[IdentityKind, str], on: int = 20, before: int = 19) -> Steps:
    """Let a run see a device."""
    return follow(traces, [trace_of("lan", Identity(kind, value), day(on)) for kind, value in seen], day(before))


def test_what_is_seen_for_the_first_time_begins() -> None:
    assert step([], (IP, "10.0.0.2"), (MAC, "aa")).begun == (known(IP, "10.0.0.2", 20), known(MAC, "aa", 20))


def test_what_is_seen_again_changes_nothing() -> None:
    assert not step([known(IP, "10.0.0.2", 1), known(MAC, "aa", 1)], (IP, "10.0.0.2"), (MAC, "aa"))


def test_an_address_ends_when_another_takes_its_place() -> None:
    steps = step([known(IP, "10.0.0.2", 1)], (IP, "10.0.0.3"))
    assert steps == Steps(begun=(known(IP, "10.0.0.3", 20),), ended=(known(IP, "10.0.0.2", 1, 19),))


def test_an_address_of_the_other_family_takes_no_place() -> None:
    steps = step([known(IP, "10.0.0.2", 1)], (IP, "fe80::1"))
    assert steps == Steps(begun=(known(IP, "fe80::1", 20),))


def test_a_name_that_was_not_looked_up_goes_on() -> None:
    assert not step([known(IP, "10.0.0.2", 1), known(NAME, "tv", 1)], (IP, "10.0.0.2"))


def test_what_was_away_goes_on_when_nothing_was_in_its_place() -> None:
    traces = [known(NAME, "tv", 1, 8), known(NAME, "telly", 1)]
    steps = step(traces, (NAME, "tv"))
    assert steps == Steps(resumed=(known(NAME, "tv", 1),), ended=(known(NAME, "telly", 1, 19),))


def test_an_address_that_comes_back_after_another_is_a_time_of_its_own() -> None:
    traces = [known(IP, "10.0.0.2", 1, 8), known(IP, "10.0.0.3", 9)]
    steps = step(traces, (IP, "10.0.0.2"))
    assert steps == Steps(begun=(known(IP, "10.0.0.2", 20),), ended=(known(IP, "10.0.0.3", 9, 19),))


def test_a_time_never_ends_before_it_began() -> None:
    steps = step([known(IP, "10.0.0.2", 12)], (IP, "10.0.0.3"), before=10)
    assert steps.ended == (known(IP, "10.0.0.2", 12, 12),)


@pytest.mark.parametrize("kind", [MAC, NAME])
def test_a_value_that_is_too_long_is_one_trace_all_the_same(kind: IdentityKind) -> None:
    (long,) = step([], (kind, "x" * 400)).begun
    assert not step([long], (kind, "x" * 400))
