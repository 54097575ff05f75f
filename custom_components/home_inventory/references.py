"""What automations name items and places by: resolved when it is used, from memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .domain.errors import InventoryError
from .domain.text import name_key

if TYPE_CHECKING:
    from .domain.models import Item
    from .inventory import Inventory


class ItemReference:
    """An id, a code, an exact name or an alias of an item."""

    def __init__(self, text: str) -> None:
        """Keep what was written."""
        self.text = text.strip()
        self._code = self.text.upper()
        self._key = name_key(self.text)

    def names(self, item: Item) -> bool:
        """Return whether it is the id, code or name of this item."""
        return item.id == self.text or item.code == self._code or name_key(item.name) == self._key

    def fits(self, item: Item) -> bool:
        """Return whether it may mean this item: an alias does unless another item has that name."""
        return self.names(item) or any(name_key(alias) == self._key for alias in item.aliases)


def is_in(inventory: Inventory, location_id: str | None, place: str) -> bool:
    """Return whether a location is a place or inside it; nothing is in a place that nobody knows."""
    try:
        outer = inventory.locations.resolve_location(place)
    except InventoryError:
        return False
    return inventory.locations.is_inside(location_id, outer.id)
