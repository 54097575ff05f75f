"""Which item a row of a file means."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .errors import ItemNotFoundError
from .text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .imports import Row
    from .models import Item


class KnownItems:
    """The items that are there, by what a row may call them; each is taken by one row."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._by_key: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
        self._taken: set[str] = set()
        for item in items:
            name = name_key(item.name)
            self._by_key["code", item.code].append(item)
            for field, value in item.custom.items():
                if isinstance(value, str):
                    self._by_key["reference", field, value].append(item)
            if item.serial_number:
                self._by_key["serial", name, item.serial_number].append(item)
            for place in item.location_ids or ("",):
                self._by_key["place", name, place].append(item)
            self._by_key["name", name].append(item)

    def take(self, row: Row, place_id: str | None) -> Item | None:
        """Return the item that a row means, if it is there. Raises ItemNotFoundError for a code that nothing has."""
        found = self._find(row, place_id)
        if found is not None:
            self._taken.add(found.id)
        return found

    def _find(self, row: Row, place_id: str | None) -> Item | None:
        """Return the first free item by the surest key that the row has."""
        if row.code is not None:
            if (item := self._first("code", row.code)) is None:
                raise ItemNotFoundError(row.code)
            return item
        if row.reference is not None and (item := self._first("reference", *row.reference)) is not None:
            return item
        name, serial = name_key(row.name), row.values.get("serial_number")
        if serial:
            return self._first("serial", name, serial, unlike=row)
        if place_id is not None or not row.has_place:
            item = self._first("place", name, place_id or "", unlike=row)
            if item is not None:
                return item
        free = [item for item in self._by_key["name", name] if self._is_free(item, row)]
        return free[0] if len(free) == 1 and self._is_only(free[0], row) else None

    def _first(self, *key: str, unlike: Row | None = None) -> Item | None:
        """Return the first item with a key that no other row has taken; none that is known by another reference."""
        return next((item for item in self._by_key.get(key, ()) if self._is_free(item, unlike)), None)

    def _is_free(self, item: Item, row: Row | None) -> bool:
        """Return whether a row may still mean an item."""
        if item.id in self._taken:
            return False
        return row is None or row.reference is None or item.custom.get(row.reference[0]) in (None, row.reference[1])

    def _is_only(self, item: Item, row: Row) -> bool:
        """Return whether only the name can tell: a thing without serial number that is nowhere else in particular."""
        return not row.has_place or not item.location_ids

    def forget(self) -> None:
        """Let go of everything."""
        self._by_key.clear()
