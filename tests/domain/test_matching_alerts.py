"""What people are told of, and what differs between two runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from custom_components.home_inventory.domain.matching import Alert, AlertKind, diff, new_devices, standing, transitions
from custom_components.home_inventory.domain.observations import Conflict, Harvest

from .matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, TV, House, lan


def _new(house: House, wait: float = 0) -> tuple[Alert, ...]:
    """Return the new devices that are to be told of some minutes after the last run."""
    first = min(seen.first_seen for seen in house.state.sightings.values())
    return new_devices(house.state, (), {"lan": first}, house.now + timedelta(minutes=wait))


def test_the_first_run_is_no_news() -> None:
    """What it brings was there before."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    assert _new(house, 60) == ()


def test_a_device_is_new_after_two_sightings_or_five_minutes() -> None:
    """Not at the first glimpse, and only once."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    house.run(lan(PLUG), lan(LAMP), lan(TV))
    assert _new(house, 4.9) == ()
    assert _new(house, 5) == (Alert(AlertKind.NEW, ("d0003",)),)
    house.run(lan(PLUG), lan(LAMP), lan(TV), after=timedelta(minutes=1))
    assert _new(house) == (Alert(AlertKind.NEW, ("d0003",)),)
    assert new_devices(house.state, {"d0001", "d0002", "d0003"}, {}, house.now) == ()


def test_made_up_addresses_are_told_of_together() -> None:
    """A party is one message."""
    house = House()
    house.run(lan(PLUG))
    house.run(lan(PLUG), lan(PHONE), lan(PHONE_AGAIN), lan(TV))
    kinds = {alert.kind: len(alert.subjects) for alert in _new(house, 5)}
    assert kinds == {AlertKind.NEW: 1, AlertKind.NEW_RANDOM: 2}


def test_what_stays_wrong_is_told_once_and_cleared_when_it_is_over() -> None:
    """One alert for each transition."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    told, wrong = [], standing(house.state.devices.values(), ())
    for seen in [(), (), (), (lan(PLUG),)]:
        house.run(lan(LAMP), *seen, after=timedelta(days=4))
        now = standing(house.state.devices.values(), ())
        told.append(transitions(wrong, now))
        wrong = now
    missing = (Alert(AlertKind.MISSING, ("d0001",)),)
    assert [changes.raised for changes in told] == [(), missing, (), ()]
    assert [changes.cleared for changes in told] == [(), (), (), missing]


def test_conflicts_and_what_is_ignored() -> None:
    """A conflict is wrong as long as it lasts; an ignored device never."""
    house = House()
    house.run(lan(PLUG))
    device = replace(house.state.devices["d0001"], missing_since=house.now, ignored=True)
    assert standing([device], [Conflict(address="192.168.1.5", macs=(PLUG, LAMP))]) == {
        Alert(AlertKind.CONFLICT, ("192.168.1.5", PLUG, LAMP))
    }


def test_two_runs_are_compared() -> None:
    """By hardware address, whatever else changes; an incomplete run lacks nothing."""
    before = Harvest(observations=(lan(PLUG, "192.168.1.5"), lan(LAMP), lan(None, "192.168.1.9")), is_complete=True)
    after = Harvest(observations=(lan(TV), lan(None, "192.168.1.9"), lan(PLUG, "192.168.1.6")), is_complete=True)
    found = diff(before, after)
    assert (found.appeared, found.gone) == ((lan(TV),), (lan(LAMP),))
    assert found.changed == ((lan(PLUG, "192.168.1.5"), lan(PLUG, "192.168.1.6")),)
    assert diff(before, replace(after, is_complete=False)).gone == ()
    assert diff(before, replace(before, observations=before.observations[::-1])) == diff(after, after)
