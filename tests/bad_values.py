"""What nobody should enter, by kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from custom_components.home_inventory.commands.device_fields import Columns, Identities, LongText
from custom_components.home_inventory.commands.exports import ClockTime, ListFilter
from custom_components.home_inventory.commands.imports import FormatName, TargetColumns
from custom_components.home_inventory.commands.label_sheets import Filter
from custom_components.home_inventory.commands.reports import CategoryYears, ReportFilter
from custom_components.home_inventory.commands.set_fields import Fields, Moment
from custom_components.home_inventory.domain.fields import (
    Choice,
    Choices,
    Currency,
    Custom,
    Day,
    Flag,
    Names,
    Number,
    Text,
    Texts,
    Url,
    Whole,
)
from custom_components.home_inventory.domain.label_layouts import CustomLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from custom_components.home_inventory.commands import Command
    from custom_components.home_inventory.domain.fields import Reader

MEGABYTE = "x" * 1_000_000
MANY = ["x"] * 100_000
HUGE = 10**30


def deep(levels: int) -> Any:
    """Return something odd, deep inside."""
    value: Any = "x"
    for _ in range(levels):
        value = {"a": [value]}
    return value


WRONG_TYPES = [True, [], {}, [[]], deep(50)]
NO_TEXT = [*WRONG_TYPES, MANY, "a\x00b", "\x1b[31mred", "\x7f", MEGABYTE]
NO_NUMBER = [*WRONG_TYPES, "many", "", "1,5", "0x10", "NaN", "Infinity", "-Infinity", MEGABYTE, "9" * 10_000]
HOSTILE = [
    "' OR '1'='1",
    "Robert'); DROP TABLE home_inventory_items;--",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "{{ states('sensor.secret') }}",
    "%s%n%x ${7*7} $(reboot)",
    "\u202egnp.exe",
    "🪛🔩 日本 Ключ عربى",
    "NULL",
    "-1",
    "__proto__",
]
BAD: dict[type[Reader], list[Any]] = {
    Text: NO_TEXT,
    Names: [5, True, {}, [None], [[]], [{}], [True], ["a\x00b"], [MEGABYTE], MEGABYTE, MANY, deep(50)],
    Texts: [5, True, {}, [None], [[]], [{}], [True], ["a\x00b"], [MEGABYTE], MEGABYTE, MANY, deep(50)],
    Url: [*NO_TEXT, 5, "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "https://", *HOSTILE],
    Number: [*NO_NUMBER, -HUGE, HUGE, "1e999999", "-1e999999", "0.00001", 1e300, -0.0001],
    Whole: [*NO_NUMBER, -HUGE, HUGE, 1.5, -1, "1e999999"],
    Day: [*WRONG_TYPES, "", "tomorrow", "2026-02-30", "21.11.2026", "12026-01-01", 20261121, HUGE, MEGABYTE, *HOSTILE],
    Flag: ["true", "yes", "", 0, 1, 1.0, [], {}, MEGABYTE, deep(50)],
    Choice: [*WRONG_TYPES, "", "shed", 5, HUGE, MEGABYTE, *HOSTILE],
    Choices: [5, True, {}, [None], [[]], [{}], ["shed"], ["item", "shed"], MEGABYTE, MANY, deep(50), HOSTILE],
    Currency: [*NO_TEXT, "EU", "EURO", "€€€", 5, "12E", *HOSTILE],
    Custom: [
        *("x", 5, True, [], MEGABYTE, {"": 1}, {"a": []}, {"a": {}}, {"a": None}, {"a\x00": 1}, {"a": "\x00"}),
        *({"a": MEGABYTE}, {MEGABYTE: 1}, deep(50), {str(n): n for n in range(1000)}),
    ],
}
BAD[Filter] = [
    *("x", 5, True, [], MEGABYTE, MANY, deep(50), {"": 1}, {"colour": 1}, {MEGABYTE: 1}, {"query": []}, {"limit": 5}),
    *({"query": MEGABYTE}, {"low_stock": "yes"}, {"location": "Moon"}, {"warranty_from": "tomorrow"}),
]
_SHEET = {"page_width": 100, "page_height": 100, "label_width": 50, "label_height": 50}
BAD[CustomLayout] = [
    *("x", 5, True, [], {}, MEGABYTE, MANY, deep(50), {MEGABYTE: 1}, {"": 1}, {"page_width": 100}),
    *(_SHEET | {"columns": bad} for bad in (0, 3, 1.5, "x", [], HUGE, True)),
    *(_SHEET | {"left": bad} for bad in (-1, 60, "x", {}, HUGE, "NaN")),
    *({**_SHEET, "label_width": 0}, {**_SHEET, "page_height": 7}, {**_SHEET, "rows": 2, "pitch_y": 10}),
]
BAD[ReportFilter] = [
    "x",
    5,
    True,
    [],
    MEGABYTE,
    {"shed": 1},
    {"": 1},
    {"location": "Moon"},
    {"device_status": "on"},
    deep(50),
]
BAD[CategoryYears] = [
    *(
        "x",
        5,
        True,
        [],
        {"": 1},
        {"Tools": -1},
        {"Tools": 101},
        {"Tools": "many"},
        {"Tools": []},
        {"Moon": 5},
        deep(50),
    ),
    *({"a\x00": 1}, {MEGABYTE: 1}, {str(number): 1 for number in range(201)}),
]
BAD[Identities] = [
    *("x", 5, True, [], {}, None, [None], ["x"], [{}], [[]], deep(50), [{"kind": "mac", "value": "x"}] * 51),
    *([{"kind": "mac"}], [{"value": "x"}], [{"kind": "shed", "value": "x"}], [{"kind": [], "value": "x"}]),
    *(
        [{"kind": "mac", "value": ["x"]}],
        [{"kind": "mac", "value": "x", "scope": {}}],
        [{"kind": "mac", "value": MEGABYTE}],
    ),
    *([{"kind": "mac", "value": text}] for text in HOSTILE),
    *([{"kind": "mac", "value": "x", "more": 1}], [{"kind": "mac", "value": "a\x00b"}]),
]
BAD[LongText] = [5, True, [], {}, deep(50), "x", MEGABYTE, "\x00", "<", "{", "[", *HOSTILE]
BAD[TargetColumns] = ["x", 5, True, [], {}, {"a": "shed"}, {"a": []}, {"": "name"}, {"a\x00": "name"}, deep(50)]
BAD[FormatName] = [*WRONG_TYPES, "", "shed", 5, HUGE, MEGABYTE, *HOSTILE]
BAD[Columns] = ["x", 5, True, [], {}, {"a": "shed"}, {"a": []}, {"a": None}, {"": "ip"}, {"a\x00": "ip"}, deep(50)]
BAD[ListFilter] = BAD[Filter]
BAD[ClockTime] = [*WRONG_TYPES, "", "noon", "24:00:01", "25:00", "3.30", 5, HUGE, MEGABYTE, *HOSTILE]
BAD[Moment] = [*WRONG_TYPES, "", "now", "2026-01-31", "2026-01-31T12:00:00", 5, HUGE, MEGABYTE, *HOSTILE]
BAD[Fields] = [
    "x",
    5,
    True,
    [],
    MEGABYTE,
    {"nmae": 1},
    {"": 1},
    {"location": "Nowhere"},
    {"manufacturer": []},
    deep(50),
]
NOT_JSON: dict[type[Reader], list[Any]] = {
    Text: ["\ud800", b"x", {1, 2}, object()],
    Names: [["\ud800"], b"x", {1, 2}, object()],
    Texts: [["\ud800"], b"x", {1, 2}, object()],
    Url: ["https://\ud800", b"x", object()],
    Number: [float("nan"), float("inf"), float("-inf"), b"1", "\ud800", object()],
    Whole: [float("nan"), float("inf"), b"1", object()],
    Day: ["2026-01-0\ud800", b"2026-01-01", float("nan"), object()],
    Flag: [b"x", float("nan"), object()],
    Choice: ["\ud800", b"x", float("nan"), object()],
    Choices: [["\ud800"], b"x", {1, 2}, object()],
    Currency: ["\ud800", b"EUR", object()],
    Custom: [{"\ud800": 1}, {"a": "\ud800"}, {"a": float("nan")}, {b"a": 1}, {"a": b"x"}, object()],
}
NOT_JSON[Identities] = [b"x", {1, 2}, object(), [b"x"], [{b"kind": "mac"}], [{"kind": "mac", "value": b"x"}]]
NOT_JSON[ReportFilter] = [b"x", object(), {b"low_stock": True}, {"low_stock": b"x"}]
NOT_JSON[CategoryYears] = [b"x", object(), {"\ud800": 1}, {"Tools": float("nan")}]
NOT_JSON[Moment] = [b"2026-01-31", float("nan"), object(), "\ud800"]
NOT_JSON[LongText] = [b"x", object(), "\ud800", float("nan")]
NOT_JSON[TargetColumns] = [b"x", object(), {"\ud800": "name"}, {"a": b"name"}]
NOT_JSON[FormatName] = [b"x", object(), "\ud800"]
NOT_JSON[Columns] = [b"x", object(), {"\ud800": "ip"}, {"a": b"ip"}, {b"a": "ip"}]
NOT_JSON[Filter] = [b"x", object(), {"query": b"x"}, {b"query": "x"}, {"query": "\ud800"}, {"low_stock": object()}]
NOT_JSON[ListFilter] = NOT_JSON[Filter]
NOT_JSON[ClockTime] = NOT_JSON[Moment]
NOT_JSON[CustomLayout] = [b"x", object(), {b"rows": 1}, _SHEET | {"rows": float("nan")}, _SHEET | {"left": b"1"}]
NO_FIELDS: list[Any] = ["nmae", "__class__", "", "x" * 10_000, "name'--", "<b>", "ID", "a.b"]
NO_REFERENCES = [*HOSTILE, "ZZZZ", "01K9ZT5V3N8Q2M7W4X6Y1B0C2D", "/", " / / ", "Home / / Nowhere", HUGE, "x" * 1000]
REFERENCES = {
    *("item", "location", "parent", "to", "from", "area", "category", "move_contents_to"),
    *("device", "keep", "gone", "first", "second", "source", "site", "path"),
}


def cases(command: Command, valid: dict[str, Any], *, is_json: bool) -> Iterator[dict[str, Any]]:
    """Return calls of a command that are all wrong in one way."""
    for name in command.required:
        yield {key: value for key, value in valid.items() if key != name}
        yield {**valid, name: None}
    for name in NO_FIELDS:
        yield {**valid, name: 1}
    for name, reader in command.fields.items():
        for bad in _bad_values(command, name, reader, is_json=is_json):
            yield {**valid, name: bad}


def _bad_values(command: Command, name: str, reader: Reader, *, is_json: bool) -> Iterator[Any]:
    """Return what one field does not take."""
    yield from BAD[type(reader)]
    if not is_json:
        yield from NOT_JSON[type(reader)]
    if isinstance(reader, Text):
        yield "x" * (reader.limit + 1)
    if isinstance(reader, Number) and reader.minimum == 0:
        yield -1
    if name in command.required and isinstance(reader, Text):
        yield " \n "
    if _is_reference(command, name):
        yield from NO_REFERENCES
    if name == "labels":
        yield from ([text] for text in HOSTILE)


def _is_reference(command: Command, name: str) -> bool:
    """Return whether a field names something that has to be there; history of what is gone is empty, not wrong."""
    is_amount = command.name == "item/adjust" and name == "to"
    is_undone = command.name in ("change/undo", "device/split") and name == "batch"
    return is_undone or (name in REFERENCES and not is_amount)
