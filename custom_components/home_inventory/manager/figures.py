"""Figures: what the inventory adds up to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..db import alarm, device_figures, figures, lists
from ..domain.device_filters import AtSite
from ..domain.models import LocationKind
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..domain.device_figures import DeviceFigures
    from ..domain.matching import Run
    from ..domain.models import Item
    from ..domain.site_figures import SiteFigures

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

    async def async_count_devices(self) -> int:
        """Return how many devices are in use."""
        return await self._database.async_read(device_figures.count_devices)

    async def async_devices_by_site(self, run: Run, *, home_id: str) -> dict[str, DeviceFigures]:
        """Return what the devices of every site in use add up to, by its id; `run` says what their statuses depend on."""
        places = self._catalog.locations
        sites = {
            place.id: AtSite(
                location_ids=frozenset(places.inside(place.id)),
                source_ids=frozenset(source for source, site in run.sites.items() if site == place.id),
            )
            for place in places
            if place.kind is LocationKind.SITE and place.archived_at is None
        }
        return await self._database.async_read(device_figures.site_device_figures, sites, run, home_id=home_id)

    async def async_next_deadlines(self, today: date) -> tuple[list[Item], list[Item]]:
        """Return the item whose warranty ends next, and the one of which a lot is best before the next day; none is empty."""
        return await self._database.async_read(figures.next_deadlines, today)

    async def async_watch_errors(self, tell: Callable[[], None]) -> Callable[[], None]:
        """Call `tell`, in any thread, whenever the database may be away; return how to stop."""
        return await self._database.async_read(alarm.watch_errors, tell)
