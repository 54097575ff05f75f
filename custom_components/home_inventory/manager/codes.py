"""Codes: what a label, a barcode or a few typed words name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..db import codes, items
from ..db import locations as places
from ..domain.errors import ItemAmbiguousError, LocationNotFoundError
from ..domain.scanned import read_scanned
from .base import Manager
from .locations import Place, place_with_counts

if TYPE_CHECKING:
    from ..domain.models import Item, Location
    from ..domain.scanned import Scanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a text names. A name may be that of an item and of a place."""

    scanned: Scanned
    item: Item | None = None
    place: Place | None = None
    items: tuple[Item, ...] = ()
    """The items with this barcode; all in use if any of them is."""


class CodeManager(Manager):
    """Finding what is meant by what was scanned or typed."""

    async def async_find(self, text: str) -> Named:
        """Return what a text names: by its code, its barcode or, at last, its name.

        Raises ItemAmbiguousError or LocationAmbiguousError for a name of several things.
        """
        scanned = read_scanned(text)
        if scanned.code and (named := await self._async_by_code(scanned, scanned.code)):
            return named
        if scanned.barcode and (found := await self._async_by_barcode(scanned)):
            return Named(scanned=scanned, item=found[0] if len(found) == 1 else None, items=found)
        if "://" in text:
            return Named(scanned=scanned)
        return await self._async_by_name(scanned)

    async def _async_by_code(self, scanned: Scanned, code: str) -> Named | None:
        """Return what a code was given to, unless that is gone for good."""
        owner = await self._database.async_read(codes.owner_of, code)
        if owner is None:
            return None
        if (location := self._catalog.locations.get(owner)) is not None:
            return Named(scanned=scanned, place=await self._async_place(location))
        found = await self._database.async_read(items.find_items, owner)
        return Named(scanned=scanned, item=found[0]) if found else None

    async def _async_by_barcode(self, scanned: Scanned) -> tuple[Item, ...]:
        """Return the items with a barcode, those in use before archived ones."""
        found = await self._database.async_read(items.find_barcode, scanned.barcodes)
        in_use = tuple(item for item in found if item.archived_at is None)
        return in_use or tuple(found)

    async def _async_by_name(self, scanned: Scanned) -> Named:
        """Return what somebody calls so, a code in small letters included."""
        try:
            location: Location | None = self.resolve_location(scanned.text)
        except LocationNotFoundError:
            location = None
        found = await self._database.async_read(items.find_items, scanned.text)
        if len(found) > 1:
            raise ItemAmbiguousError(scanned.text, [f"{item.name} ({item.code})" for item in found])
        place = None if location is None else await self._async_place(location)
        return Named(scanned=scanned, item=found[0] if found else None, place=place)

    async def _async_place(self, location: Location) -> Place:
        """Return a location with its path and its counts."""
        counts = await self._database.async_read(places.count_items)
        return place_with_counts(self._catalog.locations, location, counts)
