"""What HomeSeer lists, as devices."""

from __future__ import annotations

import json
from typing import Any

import pytest

from custom_components.home_inventory.domain.observations import (
    Harvest,
    Identity,
    IdentityKind,
    Link,
    Note,
    NoteKind,
    Observation,
    Presence,
)
from custom_components.home_inventory.domain.source_errors import SourceImplausibleError
from custom_components.home_inventory.sources.homeseer import ObservingOptions, SessionConfig, harvest_of
from custom_components.home_inventory.sources.homeseer.parsing import parse_status

from ...homeseer_server import Ref, feature, many, ref_of, root


def _harvest(*refs: Ref, config: SessionConfig | None = None, known: int = 0, **options: Any) -> Harvest:
    body = parse_status(json.dumps({"Devices": refs}).encode())
    chosen = ObservingOptions(**options)
    return harvest_of(body, config or SessionConfig(), source_id="cabin", source="hs:80", options=chosen, known=known)


def _refs(harvest: Harvest) -> list[int]:
    return [int(seen.identities[0].value) for seen in harvest.observations]


def _only(harvest: Harvest) -> Observation:
    (seen,) = harvest.observations
    return seen


def test_a_root_is_a_device_and_its_features_are_components() -> None:
    lamp = root(
        10, "Lamp", [11, 12], device_type_string="Z-Wave Switch Multilevel Root Device", interface_name="Z-Wave"
    )
    seen = _only(
        _harvest(
            lamp, feature(11, "Lamp - Dimmer", 10), feature(12, "Battery", 10, device_type_string="Z-Wave Battery")
        )
    )
    assert seen.identities == (Identity(IdentityKind.HOMESEER, "10", "cabin"),)
    assert (seen.name, seen.device_type, seen.link) == ("Lamp", "Z-Wave Switch Multilevel Root Device", Link.ZWAVE)
    assert seen.presence is Presence.LISTED
    assert [(part.key, part.name, part.type) for part in seen.components] == [
        ("11", "Dimmer", None),
        ("12", "Battery", "Z-Wave Battery"),
    ]
    assert seen.extra["last_change"] == "2020-09-13T13:24:04.765000+00:00"


@pytest.mark.parametrize("relationship", [0, 1, 2, 3])
def test_every_other_relationship_is_a_device(relationship: int) -> None:
    assert _refs(_harvest(ref_of(1, "Virtual", relationship=relationship))) == [1]


def test_hs4_says_by_its_api_what_is_a_feature() -> None:
    part = ref_of(
        2, "Part", associated_devices=[1], device_type={"Device_API": 513, "Device_SubType_Description": "Battery"}
    )
    seen = _only(_harvest(ref_of(1, "Device", device_type={"Device_API": 512}), part))
    assert [(component.key, component.type) for component in seen.components] == [("2", "Battery")]


def test_a_feature_whose_root_is_not_there_is_a_device() -> None:
    harvest = _harvest(feature(5, "Orphan", 99))
    assert _refs(harvest) == [5]
    assert harvest.notes == (Note(NoteKind.ORPHANS, 1),)


def test_features_that_only_lead_to_each_other_are_devices() -> None:
    assert _refs(_harvest(feature(1, "A", 2), feature(2, "B", 1), feature(3, "C", 3))) == [1, 2, 3]


def test_a_feature_of_a_feature_belongs_to_the_root_of_both() -> None:
    seen = _only(_harvest(root(1, "Root", [2]), feature(2, "Part", 1), feature(3, "Part of part", 2)))
    assert [part.key for part in seen.components] == ["2", "3"]


def test_a_feature_that_names_nobody_belongs_to_the_root_that_lists_it() -> None:
    seen = _only(_harvest(root(1, "Root", [2]), feature(2, "Part", 1, associated_devices=[])))
    assert [part.key for part in seen.components] == ["2"]


def test_every_feature_may_be_a_device_below_its_root() -> None:
    harvest = _harvest(root(1, "Root", [2]), feature(2, "Part", 1), features_are_devices=True)
    assert _refs(harvest) == [1, 2]
    assert [seen.parent for seen in harvest.observations] == [None, Identity(IdentityKind.HOMESEER, "1", "cabin")]
    assert not any(seen.components for seen in harvest.observations)


def test_what_is_hidden_is_left_out_unless_it_is_wanted() -> None:
    refs = (ref_of(1, "Shown"), ref_of(2, "Hidden", hide_from_view=True))
    assert _refs(_harvest(*refs)) == [1]
    assert _refs(_harvest(*refs, skips_hidden=False)) == [1, 2]


def test_a_hidden_root_with_features_in_view_is_a_device() -> None:
    seen = _only(
        _harvest(
            root(1, "Root", [2, 3], hide_from_view=True), feature(2, "A", 1), feature(3, "B", 1, hide_from_view=True)
        )
    )
    assert [part.key for part in seen.components] == ["2"]


def test_the_rooms_of_plug_ins_are_left_out_unless_they_are_wanted() -> None:
    refs = (ref_of(1, "Lamp"), ref_of(2, "Wind", location="WeatherXML"), ref_of(3, "Up", location2="Counters"))
    assert _refs(_harvest(*refs)) == [1]
    assert _refs(_harvest(*refs, pseudo_rooms=frozenset())) == [1, 2, 3]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        (SessionConfig(), ("First", "Office")),
        (SessionConfig(is_location1_first=True), ("Office", "First")),
        (SessionConfig(uses_location2=False), ("Office",)),
    ],
)
def test_the_order_of_places_is_homeseers(config: SessionConfig, place: tuple[str, ...]) -> None:
    assert _only(_harvest(ref_of(1, "Lamp", location="Office", location2="First"), config=config)).place == place


@pytest.mark.parametrize(("room", "floor"), [("Unknown", "All"), ("", ""), ("Z-Wave", "Node 122")])
def test_what_is_no_place_is_left_out(room: str, floor: str) -> None:
    assert _only(_harvest(ref_of(1, "Lamp", location=room, location2=floor))).place == ()


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ({"interface_name": "Z-Wave"}, Link.ZWAVE),
        ({"interface_name": "Zigbee Plus"}, Link.ZIGBEE),
        ({"interface_name": "Insteon"}, Link.OTHER),
        ({"device_type_string": "Z-Wave Switch Binary"}, Link.ZWAVE),
        ({"interface_name": ""}, None),
    ],
)
def test_the_interface_tells_how_a_device_is_connected(said: dict[str, str], link: Link | None) -> None:
    assert _only(_harvest(ref_of(1, "Lamp", **said))).link is link


def test_a_device_without_a_name_has_none() -> None:
    assert _only(_harvest(ref_of(1, "  "))).names == ()


@pytest.mark.parametrize(("listed", "known"), [(0, 0), (0, 20), (9, 20)])
def test_an_implausible_list_is_refused(listed: int, known: int) -> None:
    with pytest.raises(SourceImplausibleError):
        _harvest(*(ref_of(ref, "Lamp") for ref in range(1, listed + 1)), known=known)


def test_half_of_what_was_known_is_still_plausible() -> None:
    harvest = _harvest(*(ref_of(ref, "Lamp") for ref in range(1, 11)), known=20)
    assert harvest.is_complete
    assert len(harvest.observations) == 10


def test_a_list_with_entries_that_cant_be_read_is_not_complete() -> None:
    harvest = _harvest(ref_of(1, "Lamp"), {"name": "no ref"})
    assert not harvest.is_complete
    assert harvest.notes == (Note(NoteKind.UNREADABLE, 1),)


def test_a_large_house_has_a_device_for_each_root() -> None:
    assert len(_harvest(*many(2600)).observations) == 650
