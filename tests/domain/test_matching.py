"""Which observations are of which devices, and who may say what of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from custom_components.home_inventory.domain.devices import DeviceField, Fact, Reason, Status
from custom_components.home_inventory.domain.matching import (
    ImplausibleHarvestError,
    clear,
    gaps_between,
    make_plan,
    pair_of,
    settle,
    status_of,
    weigh,
)
from custom_components.home_inventory.domain.observations import (
    Harvest,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Presence,
    Told,
)

from .matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, START, TV, House, lan, ref

WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("first", "second", "devices", "reasons"),
    [
        pytest.param(lan(PLUG, "192.168.1.5"), lan(PLUG, "192.168.1.9"), 1, [], id="same hardware address"),
        pytest.param(lan(PLUG, "192.168.1.5"), lan(LAMP, "192.168.1.5"), 2, [], id="address handed on"),
        pytest.param(
            lan(PLUG, host="tv"), lan(LAMP, host="tv"), 2, [], id="two real hardware addresses are two devices"
        ),
        pytest.param(lan(PLUG, "192.168.1.5"), lan(None, "192.168.1.5"), 2, [Reason.ADDRESS], id="same address"),
        pytest.param(lan(PLUG, host="tv"), lan(None, "192.168.1.7", "tv"), 2, [Reason.HOST_NAME], id="same host name"),
        pytest.param(
            lan(PLUG, name="Lamp"), ref("7", " lamp "), 2, [Reason.NAME], id="homeseer and network, same name"
        ),
        pytest.param(
            lan(PHONE, host="ann"),
            lan(PHONE_AGAIN, host="ann"),
            2,
            [Reason.RANDOM_MAC],
            id="new random hardware address",
        ),
        pytest.param(lan(PHONE, "192.168.1.5"), lan(PHONE, "192.168.1.6"), 1, [], id="same random hardware address"),
        pytest.param(lan(None, "192.168.1.5"), lan(None, "192.168.1.5"), 1, [], id="nothing but an address"),
        pytest.param(
            lan(None, "192.168.1.5", "a"),
            lan(None, "192.168.1.5", "b"),
            2,
            [Reason.ADDRESS],
            id="same address, other host name",
        ),
        pytest.param(ref("7", "A"), ref("7", "B"), 1, [], id="same ref"),
        pytest.param(ref("7", "A", instance="hs"), ref("7", "B", instance="hs2"), 2, [], id="same ref elsewhere"),
        pytest.param(
            lan(None, host="tv"), lan(None, host="tv", site="cabin"), 2, [], id="same host name at another site"
        ),
    ],
)
def test_only_strong_identities_match(
    first: Observation, second: Observation, devices: int, reasons: list[Reason]
) -> None:
    """All else makes suggestions, which are not made again once refused."""
    house = House()
    house.run(first, is_confirmed=True)
    source = "hs" if second.of_kind(IdentityKind.HOMESEER) else "lan"
    plan = house.run(second, source=source, is_confirmed=True)
    assert len(house.state.devices) == devices
    assert [suggestion.reason for suggestion in plan.suggestions] == reasons
    refused = {pair_of(suggestion.first_id, suggestion.second_id) for suggestion in plan.suggestions}
    house = House()
    house.run(first, is_confirmed=True)
    assert house.run(second, source=source, is_confirmed=True, refused=refused).suggestions == ()


def test_homeseer_is_bound_by_its_ref_alone() -> None:
    """A hardware address that a HomeSeer tells is no key that it shares with a network."""
    house = House()
    house.run(lan(PLUG))
    both = Observation(identities=(Identity(IdentityKind.HOMESEER, "7", "hs"), Identity(IdentityKind.MAC, PLUG)))
    house.run(both, source="hs")
    house.run(both, source="hs")
    assert len(house.state.devices) == 2
    house.run(lan(PLUG))
    assert [len(device.identities) for device in house.state.devices.values()] == [1, 1]


def test_what_is_of_two_devices_goes_to_the_better_and_merges_nothing() -> None:
    """Strong identities of two devices are a question."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    udn = Identity(IdentityKind.UDN, "uuid:1")
    house.run(Observation(identities=(Identity(IdentityKind.MAC, PLUG), udn)), lan(LAMP))
    plan = house.run(
        Observation(identities=(Identity(IdentityKind.MAC, LAMP), Identity(IdentityKind.MAC, PLUG), udn)),
        is_confirmed=True,
    )
    assert [suggestion.reason for suggestion in plan.suggestions] == [Reason.BOTH_STRONG]
    assert plan.changed == ()
    assert len(house.state.devices) == 2


FACT = Fact(value="Old", origin=Origin.DHCP, source_id="lan")


@pytest.mark.parametrize(
    ("fact", "told", "source", "after"),
    [
        pytest.param(
            None,
            Told("New", Origin.PTR),
            "lan",
            Fact(value="New", origin=Origin.PTR, source_id="lan"),
            id="nothing known",
        ),
        pytest.param(
            FACT,
            Told("New", Origin.HOMESEER),
            "hs",
            Fact(value="New", origin=Origin.HOMESEER, source_id="hs"),
            id="better",
        ),
        pytest.param(FACT, Told("New", Origin.PTR), "lan", FACT, id="worse, of the same source"),
        pytest.param(
            FACT, Told("New", Origin.DHCP), "lan", Fact(value="New", origin=Origin.DHCP, source_id="lan"), id="its own"
        ),
        pytest.param(FACT, Told("New", Origin.DHCP), "far", FACT, id="as good, of another source"),
        pytest.param(
            FACT,
            Told("New", Origin.USER),
            "far",
            Fact(value="New", origin=Origin.HASS_USER, source_id="far"),
            id="no source is a person",
        ),
        pytest.param(
            Fact(value="Mine", origin=Origin.USER),
            Told("New", Origin.HASS_USER),
            "hass",
            Fact(value="Mine", origin=Origin.USER, source_id="hass", offered="New"),
            id="offered",
        ),
        pytest.param(
            Fact(value="Mine", origin=Origin.USER, source_id="hass", offered="New"),
            Told("Other", Origin.HOMESEER),
            "hs",
            Fact(value="Mine", origin=Origin.USER, source_id="hass", offered="New"),
            id="offered by one at a time",
        ),
        pytest.param(
            Fact(value="Mine", origin=Origin.USER, source_id="hass", offered="New"),
            Told("Mine", Origin.HASS_USER),
            "hass",
            Fact(value="Mine", origin=Origin.USER),
            id="offered no more",
        ),
    ],
)
def test_the_better_source_says_it(fact: Fact | None, told: Told, source: str, after: Fact) -> None:
    """A person before all, then by precedence, and a source may update its own."""
    assert weigh(fact, told, source) == after
    assert weigh(after, told, source) == after


def test_a_person_settles_and_clears() -> None:
    """What a source said is offered, and said again when the person takes theirs back."""
    house = House()
    house.run(lan(PLUG, name="plug"))
    (device,) = house.state.devices.values()
    settled = settle(device, DeviceField.NAME, "Heater", START)
    assert (settled.name, settled.facts[DeviceField.NAME].offered) == ("Heater", "plug")
    assert clear(settled, DeviceField.NAME, START).name == "plug"
    assert settle(settled, DeviceField.NAME, None, START).facts[DeviceField.NAME].offered == "plug"


def test_places_come_only_through_a_mapping() -> None:
    """An unmapped place says nothing."""
    house = House()
    house.run(
        ref("1", "A", ("First", "Office")),
        ref("2", "B", ("Cellar",)),
        source="hs",
        places={("First", "Office"): "loc1"},
    )
    assert [device.location_id for device in house.state.devices.values()] == ["loc1", None]


@pytest.mark.parametrize(
    ("away", "status"),
    [
        ([15], Status.ONLINE),
        ([10, 10], Status.ONLINE),
        ([15, 15], Status.OFFLINE),
        ([45], Status.ONLINE),
        ([60] * 167, Status.OFFLINE),
        ([60] * 168, Status.MISSING),
    ],
)
def test_status_follows_complete_runs(away: list[int], status: Status) -> None:
    """Offline after two runs and half an hour, missing after a week."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    for minutes in away:
        house.run(lan(LAMP), after=timedelta(minutes=minutes))
    device = house.state.devices["d0001"]
    assert status_of(device, [house.state.sightings["d0001", "lan"]], house.template) is status
    assert (device.missing_since is not None) is (status is Status.MISSING)


def test_missing_and_back_are_told_once() -> None:
    """Each is a transition."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    plans = [house.run(lan(LAMP), after=timedelta(days=2)) for _ in range(6)]
    plans += [house.run(lan(PLUG), lan(LAMP)) for _ in range(2)]
    assert [[(update.is_missing, update.is_back) for update in plan.changed] for plan in plans] == [
        [],
        [],
        [],
        [(True, False)],
        [],
        [],
        [(False, True)],
        [],
    ]


def test_what_sleeps_or_has_more_time_is_not_missing() -> None:
    """A person may give each device its own time."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    for _ in range(3):
        assert house.run(lan(LAMP), after=timedelta(days=3), missing_after={"d0001": timedelta(days=30)}).changed == ()


def test_partial_runs_and_downtime_are_no_absence() -> None:
    """Nobody looked."""
    house = House()
    house.run(lan(PLUG), lan(LAMP))
    before = dict(house.state.sightings)
    house.run(lan(LAMP), complete=False, after=timedelta(days=9))
    assert house.state.sightings["d0001", "lan"] == before["d0001", "lan"]
    times = [START + timedelta(minutes=15), house.now]
    house.run(lan(LAMP), gaps=gaps_between(times, timedelta(minutes=30)))
    house.run(lan(LAMP))
    assert house.state.devices["d0001"].missing_since is None
    assert (
        status_of(house.state.devices["d0001"], [house.state.sightings["d0001", "lan"]], house.template)
        is Status.OFFLINE
    )


@pytest.mark.parametrize(
    "left", [(), (lan(PLUG),), (lan("00:17:88:00:00:99"), lan("00:17:88:00:00:98"), lan("00:17:88:00:00:97"))]
)
def test_an_implausible_harvest_is_refused(left: tuple[Observation, ...]) -> None:
    """Empty, or more than half gone."""
    house = House()
    house.run(lan(PLUG), lan(LAMP), lan(TV))
    before = house.state
    with pytest.raises(ImplausibleHarvestError):
        house.run(*left)
    assert house.state == before
    house.run(*left, is_confirmed=True)
    assert house.state != before


def test_one_device_at_two_sites_at_once_is_a_question_and_a_move_is_none() -> None:
    """Here, there and here again within an hour."""
    house = House()
    house.run(lan(PLUG))
    assert house.run(lan(PLUG, site="cabin"), source="far").suggestions == ()
    assert [suggestion.reason for suggestion in house.run(lan(PLUG)).suggestions] == [Reason.TWO_SITES]
    assert len(house.state.devices) == 1


def test_only_networks_that_were_looked_through_lack_something() -> None:
    """A device of another network was not looked for."""
    house = House()
    house.run(lan(PLUG, "192.168.1.5"), lan(LAMP, "192.168.2.5"))
    run = replace(house.template, at=house.now + timedelta(minutes=15))
    harvest = Harvest(observations=(lan(PLUG, "192.168.1.6"),), is_complete=True, networks=("192.168.1.0/24",))
    assert [sighting.device_id for sighting in make_plan(house.state, harvest, run).sightings] == ["d0001"]
    harvest = replace(harvest, networks=("192.168.0.0/22",))
    assert {sighting.device_id: sighting.missed for sighting in make_plan(house.state, harvest, run).sightings} == {
        "d0001": 0,
        "d0002": 1,
    }


def test_what_a_source_calls_absent_was_looked_for_in_vain() -> None:
    """It is told of, and not there."""
    house = House()
    house.run(lan(PLUG))
    house.run(replace(lan(PLUG), presence=Presence.ABSENT))
    house.run(replace(lan(PLUG), presence=Presence.ABSENT), complete=False)
    assert house.state.sightings["d0001", "lan"].missed == 1


def test_what_is_only_listed_has_no_status_until_it_is_missing() -> None:
    """A list doesn't say whether a device answers."""
    house = House()
    house.run(ref("1", "A"), ref("2", "B"), source="hs")
    (device, _), sighting = house.state.devices.values(), house.state.sightings["d0001", "hs"]
    assert status_of(device, [sighting], house.template) is Status.UNKNOWN
    assert status_of(device, [sighting, house.state.sightings["d0002", "hs"]], house.template) is Status.UNKNOWN
    for _ in range(4):
        house.run(ref("2", "B"), source="hs", after=timedelta(days=4))
    assert house.state.devices["d0001"].missing_since is not None


def test_devices_hang_on_what_their_source_names() -> None:
    """In whatever order they are told, new or known."""
    house = House()
    child = replace(lan(PLUG), parent=Identity(IdentityKind.MAC, TV))
    house.run(child, lan(TV))
    parents = {device.identities[0].value: device.parent_id for device in house.state.devices.values()}
    assert parents == {PLUG: "d0002", TV: None}
    assert house.run(lan(TV), child).changed == ()
    house.run(lan(TV), replace(child, parent=Identity(IdentityKind.MAC, LAMP)), lan(LAMP))
    assert house.state.devices["d0001"].parent_id == "d0003"
