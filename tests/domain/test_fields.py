"""Readers: what somebody typed becomes a clean value, or an error that names the field."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from custom_components.home_inventory.domain.errors import (
    InvalidValueError,
    InventoryError,
    RequiredValueError,
    ValueOutOfRangeError,
    ValueTooLongError,
)
from custom_components.home_inventory.domain.fields import (
    EMPTY,
    ITEM_DETAILS,
    MONEY,
    NAME,
    QUANTITY,
    QUANTITY_CHANGE,
    Choice,
    Currency,
    Custom,
    Day,
    Flag,
    Names,
    Reader,
    Text,
    Texts,
    Url,
    Whole,
    read_fields,
)
from custom_components.home_inventory.domain.models import LocationKind

HUGE = 10**5000
PROSE = Text(20, multiline=True)


@pytest.mark.parametrize(
    ("reader", "raw", "value"),
    [
        (NAME, "  Cordless   drill ", "Cordless drill"),
        (NAME, "two\nlines", "two lines"),
        (NAME, "  ", None),
        (NAME, 2024, "2024"),
        (NAME, 1.5, "1.5"),
        (NAME, "x" * 255, "x" * 255),
        (NAME, "'; DROP TABLE items; --", "'; DROP TABLE items; --"),
        (NAME, "<script>alert(1)</script>", "<script>alert(1)</script>"),
        (NAME, "🪛 Ключ 日本", "🪛 Ключ 日本"),
        (PROSE, "two\nlines\tof it ", "two\nlines\tof it"),
        (Url(), "https://example.com/drill", "https://example.com/drill"),
        (Url(), "HTTP://example.com", "HTTP://example.com"),
        (Url(), "", None),
        (QUANTITY, "1.125", Decimal("1.125")),
        (QUANTITY, 0, Decimal(0)),
        (QUANTITY, 0.1, Decimal("0.1")),
        (QUANTITY, " 1e3 ", Decimal(1000)),
        (QUANTITY, Decimal("2.5000"), Decimal("2.5")),
        (QUANTITY_CHANGE, -3, Decimal(-3)),
        (MONEY, "129.90", Decimal("129.9")),
        (MONEY, 0.07, Decimal("0.07")),
        (Whole(1, 1000), 50.0, 50),
        (Whole(1, 1000), "7", 7),
        (Day(), "2026-11-21", date(2026, 11, 21)),
        (Day(), date(2026, 11, 21), date(2026, 11, 21)),
        (Day(), datetime(2026, 11, 21, 23, 59, tzinfo=UTC), date(2026, 11, 21)),
        (Flag(), True, True),
        (Flag(), False, False),
        (Choice(LocationKind), "box", LocationKind.BOX),
        (Texts(10, 4), ["a", " a ", "b", ""], ("a", "b")),
        (Texts(10, 3), "alone", ("alone",)),
        (Texts(10, 3), (), ()),
        (Names(10, 5), [" Bosch  IXO ", "Öl", "bosch ixo", "OL", ""], ("Bosch IXO", "Öl")),
        (Names(10, 3), "alone", ("alone",)),
        (Currency(), "eur", "EUR"),
        (Currency(), "", None),
        (Custom(), {"voltage": "18 V", "cells": 5, "used": True}, {"voltage": "18 V", "cells": 5, "used": True}),
        (Custom(), {7: 0.5, "empty": ""}, {"7": 0.5, "empty": None}),
        (Custom(), {}, {}),
    ],
)
def test_a_possible_value_is_read(reader: Reader, raw: object, value: object) -> None:
    """Clean, and of one type whatever it came as."""
    read = reader.read("field", raw)

    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("reader", "raw", "error"),
    [
        *((NAME, raw, InvalidValueError) for raw in (True, None, [], {}, b"drill", "a\x00b", "\x1b[31m", "\ud800")),
        *((NAME, raw, ValueTooLongError) for raw in ("x" * 256, "x" * 1_000_000)),
        (NAME, HUGE, InventoryError),
        (PROSE, "bell\x07", InvalidValueError),
        (PROSE, "x" * 21, ValueTooLongError),
        *(
            (Url(), raw, InvalidValueError)
            for raw in ("javascript:alert(1)", "data:text/html,x", "//example.com", "https://", "ftp://x", 5, "x")
        ),
        (Url(), "https://example.com/" + "x" * 2048, ValueTooLongError),
        *(
            (QUANTITY, raw, InvalidValueError)
            for raw in ("many", "", None, True, [], {}, "NaN", "sNaN", "Infinity", float("nan"), float("-inf"), b"1")
        ),
        *((QUANTITY, raw, InvalidValueError) for raw in ("0.0001", 1e-9, "1e-400000", "0." + "0" * 100_000 + "1")),
        *((QUANTITY, raw, ValueOutOfRangeError) for raw in (-1, "-0.001", 1_000_000_001, 10**30, "1e999999")),
        *((QUANTITY, raw, InventoryError) for raw in (HUGE, "1e99999999999999999999", "9" * 100_000)),
        (QUANTITY_CHANGE, -1_000_000_001, ValueOutOfRangeError),
        (MONEY, "1.999", InvalidValueError),
        (MONEY, -0.01, ValueOutOfRangeError),
        (Whole(1, 1000), 0, ValueOutOfRangeError),
        (Whole(1, 1000), 1001, ValueOutOfRangeError),
        (Whole(1, 1000), 1.5, InvalidValueError),
        (Whole(1, 1000), HUGE, InventoryError),
        *(
            (Day(), raw, InvalidValueError)
            for raw in ("tomorrow", "2026-02-30", "21.11.2026", "", None, 20261121, [], {}, "2026-11-2\ud800", b"x")
        ),
        *((Day(), raw, InvalidValueError) for raw in ("9" * 1_000_000, "0000-01-01", "10000-01-01")),
        *((Flag(), raw, InvalidValueError) for raw in ("true", "yes", 1, 0, None, [])),
        *((Choice(LocationKind), raw, InvalidValueError) for raw in ("shed", "", 1, None, [], {}, "\ud800")),
        *((Texts(10, 3), raw, InvalidValueError) for raw in (5, True, {}, [None], [["a"]], [{}], ["\x00"], b"a")),
        *((Names(10, 3), raw, ValueTooLongError) for raw in (["a", "b", "c", "d"], ["x" * 11])),
        *((Texts(10, 3), raw, ValueTooLongError) for raw in (["a", "b", "c", "d"], ["x" * 11], ["a"] * 100_000)),
        *((Currency(), raw, InventoryError) for raw in ("EU", "EURO", "12€", "€€€", 5, [], "ÄÖÜ")),
        *((Custom(), raw, InvalidValueError) for raw in ([], "x", 5, {"": 1}, {"a": []}, {"a": {}}, {"a": None})),
        *((Custom(), raw, InvalidValueError) for raw in ({"a": "\x00"}, {"\x00": 1}, {None: 1}, {"a": b"x"})),
        *((Custom(), raw, InvalidValueError) for raw in ({"a": float("nan")}, {"a": float("inf")})),
        *(
            (Custom(), raw, ValueTooLongError)
            for raw in ({"x" * 101: 1}, {"a": "x" * 1001}, {str(n): n for n in range(51)})
        ),
        (Custom(), {"a": HUGE}, InventoryError),
    ],
    ids=lambda value: type(value).__name__,  # some values are too long, or can't be written at all
)
def test_an_impossible_value_is_refused(reader: Reader, raw: object, error: type[InventoryError]) -> None:
    """The error names the field."""
    with pytest.raises(error) as refused:
        reader.read("field", raw)

    assert refused.value.placeholders["field"].startswith("field")


READERS = {"name": NAME, **ITEM_DETAILS}


def test_null_empties_a_field() -> None:
    """Lists become empty ones, flags false."""
    read = read_fields(READERS, dict.fromkeys(READERS))

    assert read == {name: EMPTY.get(name) for name in READERS}
    assert (read["custom"], read["barcodes"], read["notes"]) == ({}, (), None)


def test_what_is_not_given_is_not_read() -> None:
    """Leaving a field out is something else than emptying it."""
    assert read_fields(READERS, {"name": "Drill"}, "name") == {"name": "Drill"}


@pytest.mark.parametrize("raw", [{}, {"name": None}, {"name": " "}])
def test_a_required_value_has_to_be_there(raw: dict[str, Any]) -> None:
    """Neither missing nor empty."""
    with pytest.raises(RequiredValueError) as refused:
        read_fields(READERS, raw, "name")

    assert refused.value.placeholders == {"field": "name"}


@pytest.mark.parametrize(("name", "shown"), [("nmae", "nmae"), (5, "5"), ("x" * 1000, "x" * 100), ("", "")])
def test_an_unknown_field_is_refused(name: Any, shown: str) -> None:
    """So that a misspelling is noticed; a long name is cut."""
    with pytest.raises(InvalidValueError) as refused:
        read_fields(READERS, {name: 1})

    assert refused.value.placeholders == {"field": shown, "reason": "there is no such field"}
