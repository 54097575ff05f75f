"""The same work in plain SQL on a copy of the same database: what is left when everything around the statements is gone."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ulid_transform import ulid_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class PlainStore:
    """A connection set up as the recorder sets up its own."""

    def __init__(self, database: Path) -> None:
        """Open a database of the recorder."""
        self._connection = sqlite3.connect(database, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-16384", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        (self._box,) = self._connection.execute(
            "SELECT id FROM home_inventory_locations WHERE kind = 'box' LIMIT 1"
        ).fetchone()

    def add(self, number: int) -> None:
        """Add an item with stock and history, as one transaction."""
        run, now = self._connection.execute, datetime.now(UTC).isoformat()
        item_id, stock_id, batch_id = ulid_now(), ulid_now(), ulid_now()
        code = f"{number:04d}"  # digits: never in the way of a code that was given out
        run("BEGIN IMMEDIATE")
        run("INSERT INTO home_inventory_codes VALUES (?, ?, ?)", (code, item_id, now))
        run(
            "INSERT INTO home_inventory_items (id, code, name, name_key, lifetime_warranty, custom, promoted, created_at,"
            " updated_at) VALUES (?, ?, ?, ?, 0, '{}', 0, ?, ?)",
            (item_id, code, f"Plain {number}", f"plain {number}", now, now),
        )
        run(
            "INSERT INTO home_inventory_stock (id, item_id, location_id, quantity, place_key) VALUES (?, ?, ?, 1000, ?)",
            (stock_id, item_id, self._box, f"{self._box}//"),
        )
        (last,) = run("SELECT max(sequence) FROM home_inventory_changes").fetchone()
        run(
            "INSERT INTO home_inventory_batches (id, at, source, first_sequence, last_sequence) VALUES (?, ?, 'system', ?, ?)",
            (batch_id, now, last + 1, last + 2),
        )
        for offset, kind, record in ((1, "item", item_id), (2, "stock", stock_id)):
            run(
                "INSERT INTO home_inventory_changes (sequence, batch_id, kind, operation, record_id, subject_id, title)"
                " VALUES (?, ?, ?, 'create', ?, ?, ?)",
                (last + offset, batch_id, kind, record, item_id, f"Plain {number}"),
            )
        run("COMMIT")

    def page(self, _number: int) -> None:
        """Read the first 50 items by name and how many there are."""
        self._connection.execute("SELECT count(*) FROM home_inventory_items WHERE archived_at IS NULL").fetchone()
        self._connection.execute(
            "SELECT i.*, s.location_id, s.quantity FROM (SELECT * FROM home_inventory_items WHERE archived_at IS NULL"
            " ORDER BY name_key, id LIMIT 50) i JOIN home_inventory_stock s ON s.item_id = i.id"
        ).fetchall()

    def search(self, _number: int) -> None:
        """Look for two words with LIKE."""
        self._connection.execute(
            "SELECT id FROM home_inventory_items WHERE name_key LIKE '%cordless%' AND name_key LIKE '%red%' LIMIT 50"
        ).fetchall()

    def increase(self, _number: int) -> None:
        """Add one to a quantity."""
        self._connection.execute(
            "UPDATE home_inventory_stock SET quantity = quantity + 1000 WHERE id ="
            " (SELECT id FROM home_inventory_stock LIMIT 1)"
        )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def timed(work: Callable[[int], None], times: int) -> tuple[list[float], float]:
    """Run something several times; return each duration in seconds and the processor time of all."""
    durations = []
    started = time.process_time()
    for number in range(times):
        before = time.perf_counter()
        work(number)
        durations.append(time.perf_counter() - before)
    return durations, time.process_time() - started
