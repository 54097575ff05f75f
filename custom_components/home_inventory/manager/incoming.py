"""Changed items on their way into the search index: taken down at once, indexed together."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .documents import item_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..domain.models import Item
    from ..search.loading import Index


class Incoming:
    """Keeps what commits have changed until the index is needed.

    One item after another in between commits costs ten times as much: each time the processor's caches hold something
    else. Whoever searches puts into the index first what waits, so nothing that was acknowledged is ever missed.
    """

    def __init__(self, indexes: Callable[[], Iterable[Index]]) -> None:
        """Take what returns the indexes that follow the changes."""
        self._indexes = indexes
        self._items: dict[str, Item | None] = {}
        self._lock = threading.Lock()
        self._putting = threading.Lock()

    def add(self, items: Mapping[str, Item | None]) -> None:
        """Take down what was changed, None for an item that is gone; in any thread."""
        with self._lock:
            self._items.update(items)

    def put(self) -> None:
        """Put what waits into the indexes, some 50 microseconds for each item. In a thread; returns when all is there."""
        with self._putting:  # who comes meanwhile waits for what has been taken out already
            with self._lock:
                items, self._items = self._items, {}
            try:
                while items:
                    self._put(*items.popitem())
            finally:  # one that can't be indexed is no reason to forget the others
                with self._lock:
                    self._items = items | self._items

    def _put(self, item_id: str, item: Item | None) -> None:
        """Put one item into all indexes, or take it out."""
        document = None if item is None else item_document(item)
        for index in self._indexes():
            if document is None:
                index.discard(item_id)
            else:
                index.put(document)
