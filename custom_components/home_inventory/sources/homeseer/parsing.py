"""HomeSeer's answers made into dataclasses: forgiving about each value, strict about the whole.

The shapes are those of HS3 (2014-2020) and HS4 (2020-2026): slashes escaped, dates as "/Date(ms+hhmm)/" whose number is UTC
already, .NET's DateTime.MinValue for "never" (also shifted to local time), keys that come and go with the version.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from ...domain.source_errors import Flaw
from ...domain.text import one_line
from .models import DeviceInfo, Entry, Locations, Relationship, SessionConfig, StatusBody, Version
from .stepping import read_in_steps

if TYPE_CHECKING:
    from ...domain.models import Json

NO_PLACE: Final = frozenset({"", "all", "unknown"})
"""Locations that are none, in lower case."""
_DATE: Final = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_DIGITS: Final = re.compile(r"\d{1,12}")


class AnswerFlawError(ValueError):
    """A body can't be used. The client says of which source."""

    def __init__(self, flaw: Flaw) -> None:
        """Keep what is wrong."""
        super().__init__(flaw.value)
        self.flaw = flaw


def parse_json(body: bytes) -> dict[str, Json]:
    """Return the object that a body holds. Raises AnswerFlawError; the body may be of any size and encoding."""
    text = body.decode("utf-8-sig", "replace").strip().strip("\0")
    if not text:
        raise AnswerFlawError(Flaw.EMPTY)
    if text[0] == "<":
        raise AnswerFlawError(Flaw.HTML)
    if text[:5].casefold() == "error":
        raise AnswerFlawError(Flaw.ERROR_TEXT)
    try:
        answer = read_in_steps(text, "Devices")
    except ValueError, RecursionError:
        raise AnswerFlawError(Flaw.NOT_JSON) from None
    if not isinstance(answer, dict):
        raise AnswerFlawError(Flaw.SHAPE)
    if _text(answer.get("Response"))[:5].casefold() == "error":
        raise AnswerFlawError(Flaw.ERROR_TEXT)
    return answer


def parse_version(body: bytes) -> Version:
    """Read the answer to `hsversion`: {"Response": "4.2.22.4"}. Raises AnswerFlawError."""
    version = Version(text=_text(parse_json(body).get("Response")))
    if version.generation is None:
        raise AnswerFlawError(Flaw.SHAPE)
    return version


def parse_session_config(body: bytes) -> SessionConfig:
    """Read the answer to `getsessionconfig`. Raises AnswerFlawError, also if it doesn't say which location is first."""
    answer = parse_json(body)
    if not isinstance(answer.get("isLocation1First"), bool):
        raise AnswerFlawError(Flaw.SHAPE)
    return SessionConfig(
        version=_text(answer.get("hsVersion")),
        is_location1_first=answer["isLocation1First"] is True,
        uses_location2=answer.get("useLocation2") is not False,
        location1_label=_text(answer.get("location1Label")),
        location2_label=_text(answer.get("location2Label")),
    )


def parse_locations(body: bytes) -> Locations:
    """Read the answer to `getlocations`: {"location1": [..], "location2": [..]}. Raises AnswerFlawError."""
    answer = parse_json(body)
    if not isinstance(answer.get("location1"), list):
        raise AnswerFlawError(Flaw.SHAPE)
    return Locations(location1=_places(answer["location1"]), location2=_places(answer.get("location2")))


def parse_device_info(body: bytes) -> DeviceInfo:
    """Read the answer to `getdeviceinfo`. Raises AnswerFlawError, also if it tells nothing about the set of refs."""
    answer = parse_json(body)
    info = DeviceInfo(
        count=_number(answer.get("Count")),
        added_at=parse_date(answer.get("TimeLastDeviceAdded")),
        removed_at=parse_date(answer.get("TimeLastDeviceRemoved")),
    )
    if info.count is None:
        raise AnswerFlawError(Flaw.SHAPE)
    return info


def parse_status(body: bytes) -> StatusBody:
    """Read the answer to `getstatus`: {"Devices": [..]}, possibly none. Raises AnswerFlawError.

    One element that is no device is counted and left out; a body of nothing else is refused.
    """
    listed = parse_json(body).get("Devices")
    if not isinstance(listed, list):
        raise AnswerFlawError(Flaw.SHAPE)
    entries: dict[int, Entry] = {}
    doubles = unreadable = 0
    for element in listed:
        entry = _entry(element)
        if entry is None:
            unreadable += 1
        elif entry.ref in entries:
            doubles += 1
        else:
            entries[entry.ref] = entry
    if unreadable and not entries:
        raise AnswerFlawError(Flaw.SHAPE)
    return StatusBody(entries=tuple(entries.values()), doubles=doubles, unreadable=unreadable)


def parse_date(value: Json) -> datetime | None:
    """Return when "/Date(1607956368164+0100)/" was, in UTC; None for "never" and for what is no date.

    The number is milliseconds in UTC, whatever the suffix says; all before 1970 is HomeSeer's "never".
    """
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or (milliseconds := int(found[1])) < 0:
        return None
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except ValueError, OverflowError, OSError:
        return None


def _entry(element: Json) -> Entry | None:
    """Return one element of `Devices`; None if it has no ref."""
    if not isinstance(element, dict) or (ref := _number(element.get("ref"))) is None or ref <= 0:
        return None
    kind = element.get("device_type")
    kind = kind if isinstance(kind, dict) else {}
    associated = element.get("associated_devices")
    others = (_number(other) for other in associated) if isinstance(associated, list) else ()
    return Entry(
        ref=ref,
        name=_text(element.get("name")),
        location=_text(element.get("location")),
        location2=_text(element.get("location2")),
        device_type=_text(element.get("device_type_string")),
        subtype=_text(kind.get("Device_SubType_Description")),
        interface=_text(element.get("interface_name")),
        relationship=_number(element.get("relationship")) or Relationship.NOT_SET,
        api=_number(kind.get("Device_API")) or 0,
        is_hidden=element.get("hide_from_view") is True,
        associated=tuple(other for other in others if other is not None and other != ref),
        last_changed=parse_date(element.get("last_change")),
    )


def _text(value: Json) -> str:
    """Return a text as it can be shown; empty for anything else."""
    return one_line(value) if isinstance(value, str) else ""


def _number(value: Json) -> int | None:
    """Return a whole number that was written as 12, 12.0 or "12"."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return int(value) if isinstance(value, str) and value.isascii() and _DIGITS.fullmatch(value) else None


def _places(value: Json) -> tuple[str, ...]:
    """Return the names of places, each once, in HomeSeer's order."""
    names = map(_text, value) if isinstance(value, list) else ()
    return tuple(dict.fromkeys(name for name in names if name.casefold() not in NO_PLACE))
