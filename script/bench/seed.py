"""Fills a database with a household of any size, with plain inserts, so that measuring can begin."""

from __future__ import annotations

import itertools
import json
import random
import sqlite3
from datetime import UTC, date, datetime, timedelta
from string import ascii_uppercase
from typing import TYPE_CHECKING

from ulid_transform import ulid_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = (
    *(
        "Cordless drill",
        "Screwdriver set",
        "LED bulb E27",
        "Extension cord",
        "Paint roller",
        "Hiking boots",
        "Rice cooker",
    ),
    *(
        "Wall bracket",
        "Garden hose",
        "Board game",
        "USB cable",
        "Battery AA",
        "Wool blanket",
        "Bicycle pump",
        "Sleeping bag",
    ),
    *("Water filter", "Printer paper", "Wood glue", "Picture frame", "Travel adapter", "Bread knife", "Kids puzzle"),
)
_ADJECTIVES = ("red", "blue", "old", "new", "small", "large", "spare", "black", "white", "green", "wide", "narrow")
_MAKERS = ("Bosch", "Ikea", "Philips", "Makita", "Osram", "Lego", "Tefal", "Fiskars", None)


def seed(database: Path, count: int) -> None:
    """Add items to the store in a database of the recorder, spread over 40 boxes in its home."""
    connection = sqlite3.connect(database)
    with connection:
        known = {code for (code,) in connection.execute("SELECT code FROM home_inventory_codes")}
        codes = (code for code in _codes() if code not in known)
        boxes = _add_boxes(connection, codes)
        _add_items(connection, codes, boxes, count)
    connection.close()


def _codes() -> Iterator[str]:
    """Return all codes in a random order that is the same each time."""
    every = ["".join(letters) for letters in itertools.product(ascii_uppercase, repeat=4)]
    random.Random(4).shuffle(every)  # noqa: S311 - made-up things need no cryptography
    return iter(every)


def _add_boxes(connection: sqlite3.Connection, codes: Iterator[str]) -> list[str]:
    """Add 4 rooms with 10 boxes each; return the boxes' ids."""
    (home,) = connection.execute("SELECT id FROM home_inventory_locations WHERE kind = 'site'").fetchone()
    boxes = []
    for room in range(4):
        room_id = _add_location(connection, next(codes), f"Room {room}", "room", home)
        boxes += [_add_location(connection, next(codes), f"Box {room}-{box}", "box", room_id) for box in range(10)]
    return boxes


def _add_location(connection: sqlite3.Connection, code: str, name: str, kind: str, parent: str) -> str:
    """Add one location; return its id."""
    location_id, now = ulid_now(), _now()
    connection.execute("INSERT INTO home_inventory_codes VALUES (?, ?, ?)", (code, location_id, now))
    connection.execute(
        "INSERT INTO home_inventory_locations (id, code, name, name_key, kind, parent_id, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (location_id, code, name, name.lower(), kind, parent, now, now),
    )
    return location_id


def _add_items(connection: sqlite3.Connection, codes: Iterator[str], boxes: list[str], count: int) -> None:
    """Add the items with their stock and the lines of history that a use case would have written."""
    chance, now, today = random.Random(7), _now(), date.today()  # noqa: S311, DTZ011 - no secrets, any day will do
    (last,) = connection.execute("SELECT coalesce(max(sequence), 0) FROM home_inventory_changes").fetchone()
    for number in range(count):
        item_id, stock_id, batch_id, code = ulid_now(), ulid_now(), ulid_now(), next(codes)
        name = f"{chance.choice(_WORDS)} {chance.choice(_ADJECTIVES)} {number}"
        until = today + timedelta(days=chance.randint(-500, 1500)) if number % 5 == 0 else None
        connection.execute("INSERT INTO home_inventory_codes VALUES (?, ?, ?)", (code, item_id, now))
        connection.execute(
            "INSERT INTO home_inventory_items (id, code, name, name_key, manufacturer, purchase_price, currency,"
            " warranty_until, minimum_quantity, lifetime_warranty, custom, promoted, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'EUR', ?, ?, 0, '{}', 0, ?, ?)",
            (
                *(item_id, code, name, name.lower(), chance.choice(_MAKERS), chance.randint(1, 50_000) / 100),
                *(until and until.isoformat(), 3000 if number % 10 == 0 else None, now, now),
            ),
        )
        box = chance.choice(boxes)
        connection.execute(
            "INSERT INTO home_inventory_stock (id, item_id, location_id, quantity, place_key) VALUES (?, ?, ?, ?, ?)",
            (stock_id, item_id, box, chance.randint(1, 9) * 1000, f"{box}//"),
        )
        connection.execute(
            "INSERT INTO home_inventory_batches (id, at, source, first_sequence, last_sequence)"
            " VALUES (?, ?, 'system', ?, ?)",
            (batch_id, now, last + 1, last + 2),
        )
        for kind, record_id, after in (
            ("item", item_id, {"id": item_id, "code": code, "name": name}),
            ("stock", stock_id, {"location_id": box}),
        ):
            last += 1
            connection.execute(
                "INSERT INTO home_inventory_changes (sequence, batch_id, kind, operation, record_id, subject_id, title, after)"
                " VALUES (?, ?, ?, 'create', ?, ?, ?, ?)",
                (last, batch_id, kind, record_id, item_id, name, json.dumps(after)),
            )


def _now() -> str:
    """Return the moment as the store keeps it on SQLite."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
