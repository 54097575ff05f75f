"""JSON read in steps holds the same as JSON read in one go."""

from __future__ import annotations

import json

import pytest

from custom_components.home_inventory.sources.homeseer.stepping import read_in_steps

from ...homeseer_server import HomeSeerServer, many


@pytest.mark.parametrize(
    "text",
    [
        '{"Name":"x","Devices":[{"a":1},{"b":[{"c":"]"}]}],"More":{"d":2}}',
        '{ "Devices" : [ {"a":1} ,\r\n {"a":2}\t] }',
        '{"Devices":[]}',
        '{"Devices":[1,{"a":1},null]}',
        '{"Devices":[{"a":1},2,"three",null]}',
        '{"Devices":null}',
        '{"Name":"\\"Devices\\":[{","Devices":[{"a":1}]}',
        '{"Inner":{"Devices":[{"a":1}]},"Devices":[{"b":2}]}',
        '{"Devices":[{"a":1}],"Devices":[{"b":2}]}',
        '[{"Devices":[{"a":1}]}]',
        "[1,2]",
        '"text"',
    ],
)
def test_it_holds_the_same(text: str) -> None:
    assert read_in_steps(text, "Devices") == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"Devices":[{"a":1},',
        '{"Devices":[{"a":1},]}',
        '{"Devices":[{"a":1}',
        '{"Devices":[{"a":1}]',
        '{"Devices":[{"a":1}]}x',
        '{"Devices":[{"a":1} {"b":2}]}',
    ],
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_in_steps(text, "Devices")


def test_a_whole_body_holds_the_same() -> None:
    text = HomeSeerServer(many(400)).body("getstatus").decode()
    assert read_in_steps(text, "Devices") == json.loads(text)
