"""Figures: what the inventory adds up to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..db import alarm, figures, lists
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..domain.models import Item, SiteFigures

__all__ = ["FigureManager"]


class FigureManager(Manager):
    """Counting and adding up."""

    async def async_counts(self) -> dict[str, int]:
        """Return how many items, locations and categories there are."""
        counts = await self._database.async_read(lists.count_records)
        return counts | {"categories": len(self._catalog.categories)}

    async def async_by_site(self, *, home_id: str, currency: str, today: date, days: int) -> dict[str, SiteFigures]:
        """Return the figures of every site by its id; `days` is how far ahead a warranty counts as expiring."""
        return await self._database.async_read(
            figures.site_figures,
            home_id=home_id,
            currency=currency,
            today=today,
            last=today + timedelta(days=days),
        )

    async def async_next_deadlines(self, today: date) -> tuple[list[Item], list[Item]]:
        """Return the item whose warranty ends next, and the one of which a lot is best before the next day; none is empty."""
        return await self._database.async_read(figures.next_deadlines, today)

    async def async_watch_errors(self, tell: Callable[[], None]) -> Callable[[], None]:
        """Call `tell`, in any thread, whenever the database may be away; return how to stop."""
        return await self._database.async_read(alarm.watch_errors, tell)
