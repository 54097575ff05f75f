"""All items of a household by heart, for names that were heard so badly that the search index finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.core import callback

from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter

if TYPE_CHECKING:
    from ..domain.models import Item, Notice
    from ..inventory import Inventory

_MOST_ITEMS: Final = 3000
"""With more, comparing every name takes longer than anybody waits: what the index does not find is unknown then."""
_PAGE: Final = 1000


class Book:
    """Reads all items when they are needed first, and keeps them in line with every change."""

    def __init__(self, inventory: Inventory) -> None:
        """Take the inventory; nothing is read yet."""
        self._inventory = inventory
        self._items: dict[str, Item] | None = None

    @callback
    def hear(self, notice: Notice) -> None:
        """Take over what was committed."""
        if self._items is None:
            return
        for item_id, item in notice.items.items():
            if item is None or item.archived_at is not None:
                self._items.pop(item_id, None)
            else:
                self._items[item_id] = item

    async def async_items(self) -> list[Item]:
        """Return all items in use; none in a household that has too many to compare."""
        if self._items is None:
            self._items = {}  # from here on notices count; what is read below does not replace them
            read: list[Item] = []
            while True:
                page = await self._inventory.items.async_list(
                    ItemFilter(), sort=ItemSort.CREATED, limit=_PAGE, offset=len(read)
                )
                read.extend(found.item for found in page.entries)
                if page.total > _MOST_ITEMS or not page.entries or len(read) >= page.total:
                    break
            if page.total <= _MOST_ITEMS:
                self._items = {item.id: item for item in read} | self._items
        return list(self._items.values())
