"""Bodies as HS3 and HS4 write them, and as nobody should."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from custom_components.home_inventory.domain.source_errors import Flaw
from custom_components.home_inventory.sources.homeseer.parsing import (
    AnswerFlawError,
    parse_date,
    parse_json,
    parse_locations,
    parse_session_config,
    parse_status,
    parse_version,
)

from ...homeseer_server import NEVER, NEVER_IN_NEW_YORK, ref_of


def _body(*elements: object) -> bytes:
    return json.dumps({"Name": "HomeSeer Devices", "Version": "1.0", "Devices": elements}).encode()


@pytest.mark.parametrize(
    "written", ["/Date(1607956368164)/", "/Date(1607956368164+0100)/", "/Date(1607956368164-0400)/"]
)
def test_a_date_is_utc_whatever_its_suffix_says(written: str) -> None:
    assert parse_date(written) == datetime(2020, 12, 14, 14, 32, 48, 164000, UTC)


@pytest.mark.parametrize("written", [NEVER, NEVER_IN_NEW_YORK, "", "yesterday", None, 5, "/Date(999999999999999)/"])
def test_never_and_nonsense_are_no_date(written: str | int | None) -> None:
    assert parse_date(written) is None


def test_keys_may_be_missing_or_of_another_type() -> None:
    odd = {
        "ref": "12",
        "name": None,
        "relationship": "4",
        "associated_devices": None,
        "device_type": [],
        "hide_from_view": 1,
    }
    first, second = parse_status(_body({"ref": 7.0}, odd)).entries
    assert (first.ref, first.name, first.relationship, first.last_changed) == (7, "", 0, None)
    assert (second.ref, second.relationship, second.associated, second.is_hidden) == (12, 4, (), False)


def test_odd_names_become_one_clean_line() -> None:
    names = [" 1234", "Z-Wave Heating  Setpoint", "Stue-høyttaler 客厅", "a\x00b\tc\nd", "\ud800 half", "\u202eabc"]
    body = parse_status(_body(*(ref_of(ref, name) for ref, name in enumerate(names, 1))))
    expected = ["1234", "Z-Wave Heating Setpoint", "Stue-høyttaler 客厅", "ab c d", "half", "abc"]
    assert [entry.name for entry in body.entries] == expected


def test_raw_control_characters_and_a_mark_at_the_start_are_no_obstacle() -> None:
    body = b'\xef\xbb\xbf\r\n{"Devices":[{"ref":1,"name":"a\tb"}]}\r\n\x00'
    assert parse_status(body).entries[0].name == "a b"


def test_a_ref_that_comes_twice_counts_once() -> None:
    body = parse_status(_body(ref_of(1, "First"), ref_of(1, "Second")))
    assert [entry.name for entry in body.entries] == ["First"]
    assert body.doubles == 1


def test_what_is_no_device_is_counted_and_left_out() -> None:
    body = parse_status(_body(ref_of(1, "Lamp"), None, {"name": "no ref"}, {"ref": True}, {"ref": -1}))
    assert len(body.entries) == 1
    assert body.unreadable == 4


@pytest.mark.parametrize(
    ("body", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b" \r\n\xef\xbb\xbf", Flaw.NOT_JSON),
        (b"error\r\n", Flaw.ERROR_TEXT),
        (b'{"Response":"Error: no such request"}', Flaw.ERROR_TEXT),
        (b"<html>", Flaw.HTML),
        (b'{"Devices":[{"ref":1', Flaw.NOT_JSON),
        (b"[" * 100_000, Flaw.NOT_JSON),
        (b"9" * 10_000, Flaw.NOT_JSON),
        (b"null", Flaw.SHAPE),
    ],
)
def test_a_body_that_is_no_object_is_refused(body: bytes, flaw: Flaw) -> None:
    with pytest.raises(AnswerFlawError) as refused:
        parse_json(body)
    assert refused.value.flaw is flaw


def test_a_body_of_nothing_but_nonsense_is_refused() -> None:
    with pytest.raises(AnswerFlawError):
        parse_status(_body(1, 2, 3))


def test_a_page_of_another_server_is_no_version() -> None:
    with pytest.raises(AnswerFlawError):
        parse_version(b'{"status":"ok"}')


def test_a_session_config_that_doesnt_say_the_order_is_refused() -> None:
    with pytest.raises(AnswerFlawError):
        parse_session_config(b'{"hsVersion":"4.2.22.4"}')


def test_locations_that_are_none_are_left_out() -> None:
    places = parse_locations(b'{"location1":["All","Kitchen","","Unknown","Kitchen"],"location2":null}')
    assert (places.location1, places.location2) == (("Kitchen",), ())
