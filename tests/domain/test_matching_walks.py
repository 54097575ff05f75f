"""Whatever the order of sources and runs, what people have settled stays and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.matching import CannotMergeError, State, merge, settle, split
from custom_components.home_inventory.domain.observations import IdentityKind, Observation

from .matching_kit import House, lan, ref

SETTLED = (DeviceField.NAME, DeviceField.LOCATION, DeviceField.MODEL)


def _seen(random: Random, source: str) -> Observation:
    """Return something that a source may see."""
    number = random.randrange(8)
    if source == "hs":
        return ref(str(number), f"Lamp {random.randrange(4)}", (random.choice(["Office", "Cellar"]),))
    mac = random.choice([f"00:17:88:00:00:0{number}", f"da:a1:19:00:00:0{number}", None])
    ip = f"192.168.1.{random.randrange(1, 9)}"
    seen = lan(mac, ip, random.choice([None, f"host{number % 3}"]), random.choice([None, f"Lamp {number % 4}"]))
    extra = lan(f"00:17:88:00:00:0{random.randrange(8)}").identities if random.random() < 0.1 else ()
    return replace(seen, identities=(*seen.identities, *extra))


def _is_known(state: State, observation: Observation) -> bool:
    """Return whether everything an observation is known by is known of some device."""
    known = {identity for device in state.devices.values() for identity in device.identities}
    addresses = {address for sighting in state.sightings.values() for address in sighting.addresses}
    return all(
        identity in known or (identity.kind is IdentityKind.ADDRESS and identity.value in addresses)
        for identity in observation.identities
    )


def _settled(state: State) -> dict[tuple[str, DeviceField], str | None]:
    """Return what people have said."""
    return {
        (device.id, name): fact.value
        for device in state.devices.values()
        for name, fact in device.facts.items()
        if fact.is_locked
    }


def _owners(state: State) -> list[object]:
    """Return all hardware addresses and refs of all devices."""
    kinds = {IdentityKind.MAC, IdentityKind.HOMESEER}
    return [identity for device in state.devices.values() for identity in device.identities if identity.kind in kinds]


@pytest.mark.parametrize("seed", range(60))
def test_runs_in_any_order_lose_nothing(seed: int) -> None:
    """Sources, people, merges and splits take turns."""
    random, house = Random(seed), House()  # noqa: S311 - walks, no secrets
    for _ in range(25):
        said = _settled(house.state)
        source = random.choice(["lan", "hs"])
        observations = [_seen(random, source) for _ in range(random.randrange(1, 7))]
        is_complete = random.random() < 0.7
        settings = {
            "is_confirmed": True,
            "places": {("Office",): "loc1"},
            "after": timedelta(hours=random.choice([0.25, 5, 90])),
        }
        before, now = house.state, house.now
        house.run(*observations, source=source, complete=is_complete, **settings)
        assert said.items() <= _settled(house.state).items()
        assert before.devices.keys() <= house.state.devices.keys()
        assert all(_is_known(house.state, observation) for observation in observations)
        assert len(_owners(house.state)) == len(set(_owners(house.state)))
        after = house.state
        house.now = now
        again = house.run(
            *random.sample(observations, len(observations)), source=source, complete=is_complete, **settings
        )
        assert (again.new, house.state) == ((), after)
        _meddle(random, house)


def _meddle(random: Random, house: House) -> None:
    """Settle a field as a person, and merge two devices and split them."""
    one, other = random.choice(list(house.state.devices)), random.choice(list(house.state.devices))
    device = settle(house.state.devices[one], random.choice(SETTLED), random.choice(["Mine", "Yours", None]), house.now)
    house.state = State({**house.state.devices, one: device}, house.state.sightings)
    if one == other:
        return
    merged, done = merge(house.state, one, other, house.now)
    assert merged.devices.keys() == house.state.devices.keys() - {other}
    assert {key for key in _settled(merged) if key[0] == one} >= {key for key in _settled(house.state) if key[0] == one}
    assert split(merged, done) == house.state


def test_a_split_keeps_what_was_said_since() -> None:
    """It stays with the device that was kept."""
    house = House()
    house.run(lan("00:17:88:00:00:01", name="plug"))
    house.run(ref("7", "Lamp"), source="hs")
    house.state, done = merge(house.state, "d0001", "d0002", house.now)
    assert house.state.devices["d0001"].name == "Lamp"
    device = settle(house.state.devices["d0001"], DeviceField.MODEL, "X", house.now)
    house.state = State({**house.state.devices, "d0001": device}, house.state.sightings)
    house.run(lan("00:17:88:00:00:01", "192.168.1.9", name="plug"))
    assert len(house.state.devices) == 1
    apart = split(house.state, done)
    assert apart.devices["d0002"] == done.gone
    assert (apart.devices["d0001"].name, apart.devices["d0001"].value(DeviceField.MODEL)) == ("plug", "X")
    assert apart.sightings["d0001", "lan"].addresses == ("192.168.1.9",)


def test_two_items_are_not_merged() -> None:
    """Each has its own receipt."""
    house = House()
    house.run(lan("00:17:88:00:00:01"), lan("00:17:88:00:00:02"))
    devices = {device_id: replace(device, item_id=f"i{device_id}") for device_id, device in house.state.devices.items()}
    with pytest.raises(CannotMergeError):
        merge(State(devices, house.state.sightings), "d0001", "d0002", house.now)
