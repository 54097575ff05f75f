"""Fills a journal with a household of any size: the store is then rebuilt from it, and measuring can begin."""

from __future__ import annotations

import itertools
import random
import time
from datetime import UTC, date, datetime, timedelta
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from ulid_transform import ulid_at_time, ulid_now

from custom_components.home_inventory.domain.models import Batch, Change, Noun, Operation
from custom_components.home_inventory.journal.journal import Journal
from custom_components.home_inventory.journal.replay import replay

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


def seed(folder: Path, count: int) -> None:
    """Add items to the journal of a store with one site, spread over 40 boxes, as if each had been added by itself."""
    journal = Journal(folder)
    journal.look()
    state = replay(journal.folder, [])
    (home,) = state.records[Noun.LOCATION]
    seeder = _Seeder(journal, (code for code in _codes() if code not in state.codes))
    boxes = seeder.add_boxes(home)
    chance = random.Random(7)  # noqa: S311 - made-up things need no cryptography
    for number in range(count):
        seeder.add_item(number, chance, boxes)
    journal.sync()
    journal.close_file()


def _codes() -> Iterator[str]:
    """Return all codes in a random order that is the same each time."""
    every = ["".join(letters) for letters in itertools.product(ascii_uppercase, repeat=4)]
    random.Random(4).shuffle(every)  # noqa: S311 - made-up things need no cryptography
    return iter(every)


class _Seeder:
    """Writes batches as use cases would."""

    def __init__(self, journal: Journal, codes: Iterator[str]) -> None:
        self._journal = journal
        self._codes = codes
        self._began = time.time()
        self._batches = 0
        self._today = date.today()  # noqa: DTZ011 - any day will do

    def add_boxes(self, home: str) -> list[str]:
        """Add 4 rooms with 10 boxes each; return the boxes' ids."""
        boxes = []
        for room in range(4):
            room_id = self._add_location(f"Room {room}", "room", home)
            boxes += [self._add_location(f"Box {room}-{box}", "box", room_id) for box in range(10)]
        return boxes

    def _add_location(self, name: str, kind: str, parent: str) -> str:
        location_id, now = ulid_now(), datetime.now(UTC)
        after = {"id": location_id, "name": name, "kind": kind, "parent_id": parent, **self._born(now)}
        self._append(now, (Noun.LOCATION, location_id, name, None, after))
        return location_id

    def add_item(self, number: int, chance: random.Random, boxes: list[str]) -> None:
        """Add an item and where it is."""
        item_id, now = ulid_now(), datetime.now(UTC)
        name = f"{chance.choice(_WORDS)} {chance.choice(_ADJECTIVES)} {number}"
        item: dict[str, Any] = {"id": item_id, "name": name, **self._born(now)}
        item |= {"purchase_price": f"{chance.randint(1, 50_000) / 100:g}", "currency": "EUR"}
        if (maker := chance.choice(_MAKERS)) is not None:
            item["manufacturer"] = maker
        if number % 5 == 0:
            item["warranty_until"] = (self._today + timedelta(days=chance.randint(-500, 1500))).isoformat()
        if number % 10 == 0:
            item["minimum_quantity"] = "3"
        stock = {
            "location_id": chance.choice(boxes),
            "quantity": str(chance.randint(1, 9)),
            "lot": None,
            "best_before": None,
        }
        self._append(now, (Noun.ITEM, item_id, name, item_id, item), (Noun.STOCK, ulid_now(), name, item_id, stock))

    def _born(self, now: datetime) -> dict[str, str]:
        return {"code": next(self._codes), "created_at": now.isoformat(), "updated_at": now.isoformat()}

    def _append(self, now: datetime, *records: tuple[Noun, str, str, str | None, dict[str, Any]]) -> None:
        """Write a batch that creates records."""
        changes = tuple(
            Change(
                sequence=sequence,
                kind=kind,
                operation=Operation.CREATE,
                id=record_id,
                title=title,
                item_id=item_id,
                after=after,
            )
            for sequence, (kind, record_id, title, item_id, after) in enumerate(
                records, self._journal.mark.sequence + 1
            )
        )
        self._batches += 1
        batch_id = ulid_at_time(self._began + self._batches / 1000)  # ids sort as the history goes
        self._journal.append(Batch(id=batch_id, at=now, source="system", changes=changes))
