"""The search index of places: few enough to be made anew at each start, and small enough to be searched beside that of items."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ..search.loading import PlainMaker
from .documents import location_document

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from ..domain.models import Location
    from ..search.asked import AskedWord
    from ..search.hit import Hit
    from ..search.loading import Index, Maker


class PlaceFinder:
    """Finds places by words and meaning."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._index: Index = PlainMaker().new()
        self._maker: Maker | None = None
        self._lock = threading.Lock()
        self._late: dict[str, Location | None] | None = {}
        """What changes before the last index is there; None from then on."""

    async def async_build(
        self,
        maker: Maker,
        locations: Callable[[], Iterable[Location]],
        run: Callable[..., Awaitable[None]],
        *,
        is_last: bool = True,
    ) -> None:
        """Index the places that there are, unless that is done; what changes meanwhile is newer and stays.

        `run` runs something in a thread. If another index is to follow, what changes until then is kept for it too.
        """
        if self._maker is maker:
            return
        index = maker.new()
        await run(index.put_all, tuple(map(location_document, locations())), ())
        with self._lock:
            _put(index, self._late or {})
            self._index, self._maker = index, maker
            if is_last:
                self._late = None

    def apply(self, locations: Mapping[str, Location | None]) -> None:
        """Take over what a commit has changed; in any thread."""
        with self._lock:
            _put(self._index, locations)
            if self._late is not None:
                self._late.update(locations)

    def search(self, query: str, most_hits: int) -> list[Hit]:
        """Return the places that fit a question, archived ones too; in a thread."""
        return self._index.search(query, lambda _word: {}, within=(), most_hits=most_hits)

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question; in a thread."""
        return self._index.words_of(query)


def _put(index: Index, locations: Mapping[str, Location | None]) -> None:
    """Add, replace or forget places."""
    for location_id, location in locations.items():
        if location is None:
            index.discard(location_id)
        else:
            index.put(location_document(location))
