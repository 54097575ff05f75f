"""Which addresses are in conflict."""

from __future__ import annotations

from datetime import timedelta

import pytest

from custom_components.home_inventory.domain.devices import Device
from custom_components.home_inventory.domain.matching import Claim, certain_conflicts, probable_conflicts
from custom_components.home_inventory.domain.observations import Conflict, Harvest, Identity, IdentityKind, Observation

from .matching_kit import LAMP, PLUG, START, TV, lan

BOND = Device(
    id="d1",
    created_at=START,
    updated_at=START,
    identities=(Identity(IdentityKind.MAC, PLUG), Identity(IdentityKind.MAC, LAMP)),
)
IP, OTHER = "192.168.1.5", "192.168.1.6"
BOTH = (Conflict(address=IP, macs=(PLUG, LAMP)),)


@pytest.mark.parametrize(
    ("seen", "devices", "conflicts"),
    [
        pytest.param([lan(PLUG, IP), lan(LAMP, IP)], [], BOTH, id="two for one"),
        pytest.param([lan(PLUG, IP), lan(PLUG, OTHER)], [], (), id="one for two"),
        pytest.param([lan(PLUG, IP), lan("00:00:5e:00:01:07", IP)], [], (), id="virtual router"),
        pytest.param([lan(PLUG, IP), lan(LAMP, IP)], [BOND], (), id="two of one device"),
    ],
)
def test_in_one_run(seen: list[Observation], devices: list[Device], conflicts: tuple[Conflict, ...]) -> None:
    """Several devices for one address are certain."""
    assert certain_conflicts(Harvest(observations=tuple(seen), is_complete=True), devices) == conflicts


def test_what_the_source_found_itself() -> None:
    """It is told on, unless the device is one."""
    harvest = Harvest(observations=(), is_complete=True, conflicts=BOTH)
    assert certain_conflicts(harvest, []) == BOTH
    assert certain_conflicts(harvest, [BOND]) == ()


@pytest.mark.parametrize(
    ("turns", "devices", "conflicts"),
    [
        pytest.param([(0, PLUG), (15, LAMP), (30, PLUG)], [], BOTH, id="taking turns"),
        pytest.param([(30, PLUG), (0, PLUG), (15, LAMP)], [], BOTH, id="in any order"),
        pytest.param([(0, PLUG), (15, LAMP), (30, LAMP)], [], (), id="handed on"),
        pytest.param([(0, PLUG), (15, LAMP), (30, TV)], [], (), id="handed on twice"),
        pytest.param([(0, PLUG), (15, LAMP), (76, PLUG)], [], (), id="too slowly"),
        pytest.param([(0, PLUG), (15, LAMP), (30, PLUG)], [BOND], (), id="of one device"),
    ],
)
def test_over_time(turns: list[tuple[int, str]], devices: list[Device], conflicts: tuple[Conflict, ...]) -> None:
    """One, the other and the first again within an hour are probable."""
    claims = [Claim(address=IP, mac=mac, at=START + timedelta(minutes=minutes)) for minutes, mac in turns]
    assert probable_conflicts(claims, devices) == conflicts
