"""Devices that are forgotten by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.matching import expired, merge, settle
from custom_components.home_inventory.domain.observations import Identity, IdentityKind

from .matching_kit import PHONE, PHONE_AGAIN, PLUG, START, TV, House, lan

if TYPE_CHECKING:
    from collections.abc import Callable

    from custom_components.home_inventory.domain.devices import Device

DAY = timedelta(days=1)
THERE = lan(TV, "192.168.1.12", "tv", "TV")
GUEST = lan(PHONE, "192.168.1.50", "guest-phone", "Guest")


@pytest.fixture
def house() -> House:
    """Return a house whose guest has left."""
    made = House()
    made.run(THERE, GUEST, lan(PLUG, "192.168.1.10", "plug", "Plug"))
    return made


def named(house: House, name: str) -> Device:
    """Return a device."""
    return next(device for device in house.state.devices.values() if device.name == name)


def let_pass(house: House, days: int) -> None:
    """Let the network be looked through once a day, with nothing there but the TV."""
    for _ in range(days):
        house.run(THERE, after=DAY, is_confirmed=True)


def forgotten(house: House, *, sources: frozenset[str] = frozenset({"lan"}), **settings: object) -> list[str]:
    """Return the names of the devices that are forgotten now."""
    run = replace(house.template, at=house.now, **settings)  # type: ignore[arg-type]
    return [house.state.devices[device_id].name for device_id in expired(house.state, run, sources)]


def test_a_made_up_address_is_forgotten_after_thirty_days(house: House) -> None:
    """And no earlier; a plug that was unplugged as long ago is missing, and stays."""
    let_pass(house, 29)
    assert forgotten(house) == []
    let_pass(house, 1)
    assert forgotten(house) == ["Guest"]


def test_who_comes_back_is_kept(house: House) -> None:
    """The thirty days begin anew."""
    let_pass(house, 29)
    house.run(THERE, GUEST)
    let_pass(house, 29)
    assert forgotten(house) == []


def test_time_in_which_nobody_looked_does_not_count(house: House) -> None:
    """Home Assistant was off for three weeks."""
    let_pass(house, 35)
    assert forgotten(house, gaps=((START + DAY, START + 22 * DAY),)) == []


def test_without_a_later_run_nothing_is_forgotten(house: House) -> None:
    """The time that has passed says nothing as long as nobody has looked."""
    house.now += 100 * DAY
    assert forgotten(house) == []


def test_what_only_a_source_that_is_gone_has_seen_is_forgotten_by_the_clock(house: House) -> None:
    """Nobody will ever look for it again."""
    house.now += 31 * DAY
    assert forgotten(house, sources=frozenset({"hs"})) == ["Guest"]


TOUCHED: dict[str, Callable[[Device], Device]] = {
    "named": lambda device: settle(device, DeviceField.NAME, "Anna's phone", START),
    "placed": lambda device: settle(device, DeviceField.LOCATION, "hall", START),
    "adopted": lambda device: replace(device, item_id="item"),
    "ignored": lambda device: replace(device, ignored=True),
    "often away": lambda device: replace(device, sleeps=True),
    "archived": lambda device: replace(device, archived_at=START),
    "not another": lambda device: replace(device, refused=("other",)),
    "known better": lambda device: replace(
        device, identities=(*device.identities, Identity(IdentityKind.SERIAL, "apple/1"))
    ),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_what_somebody_has_said_something_of_is_kept(house: House, touch: Callable[[Device], Device]) -> None:
    """Whatever it was."""
    let_pass(house, 40)
    guest = named(house, "Guest")
    house.state.devices[guest.id] = touch(guest)  # type: ignore[index]
    assert forgotten(house) == []


def test_two_that_somebody_has_made_one_are_kept(house: House) -> None:
    """It is a phone that makes up a new address now and then, and somebody cares."""
    house.run(THERE, GUEST, lan(PHONE_AGAIN, "192.168.1.51", "guest-phone", "Guest again"))
    first, second = named(house, "Guest").id, named(house, "Guest again").id
    house.state, _ = merge(house.state, first, second, house.now)
    let_pass(house, 40)
    assert forgotten(house) == []


def test_what_others_hang_on_is_kept(house: House) -> None:
    """A repeater may have a made-up address."""
    let_pass(house, 40)
    tv, guest = named(house, "TV"), named(house, "Guest")
    house.state.devices[tv.id] = replace(tv, parent_id=guest.id)  # type: ignore[index]
    assert forgotten(house) == []
