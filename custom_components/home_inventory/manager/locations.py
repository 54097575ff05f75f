"""Locations: the place tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..db import locations, slots
from ..domain.errors import RequiredValueError
from ..domain.import_places import usual_kind
from ..domain.models import Done, Location, LocationKind, Page
from ..domain.text import name_key
from .base import Manager, batch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.actor import Actor
    from ..domain.models import Notice
    from ..domain.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A location together with what is around and in it."""

    location: Location
    path: str
    item_count: int
    child_count: int


class LocationManager(Manager):
    """Adding, changing, moving and archiving places."""

    def path(self, location_id: str | None) -> str | None:
        """Return "Home / Garage / Shelf 2", or None."""
        return self._catalog.locations.path(location_id)

    def name(self, location_id: str) -> str | None:
        """Return what a location is called, or None."""
        location = self._catalog.locations.get(location_id)
        return None if location is None else location.name

    def ancestors(self, location_id: str) -> list[Location]:
        """Return the locations around one, outermost first, and itself."""
        return self._catalog.locations.ancestors(location_id)

    def inside(self, location_id: str) -> frozenset[str]:
        """Return the ids of a location and everything inside it."""
        return frozenset(self._catalog.locations.inside(location_id))

    def is_inside(self, location_id: str | None, outer_id: str) -> bool:
        """Return whether a location is another one or inside it."""
        return self._catalog.locations.is_inside(location_id, outer_id)

    def get(self, location_id: str | None) -> Location | None:
        """Return a location by its id."""
        return self._catalog.locations.get(location_id)

    def in_use(self) -> list[Location]:
        """Return the locations that are not archived."""
        return [location for location in self._catalog.locations if location.archived_at is None]

    def sites(self) -> list[Location]:
        """Return the sites in use, the oldest first: that one is the home."""
        return sorted(
            (location for location in self.in_use() if location.kind is LocationKind.SITE),
            key=lambda site: site.id,
        )

    async def async_list(
        self, *, parent: str | None = None, archived: bool = False, limit: int = 50, offset: int = 0
    ) -> Page[Place]:
        """Return a page of locations by their path; those directly inside one if it is given."""
        parent_id = self.resolve_location_id(parent)
        wanted = [
            location
            for location in self._catalog.locations
            if (location.archived_at is not None) == archived and (parent is None or location.parent_id == parent_id)
        ]
        by_path = sorted(wanted, key=lambda location: place_order(self._catalog.locations, location))
        counts = await self._database.async_read(locations.count_items)
        places = tuple(self._place(location, counts) for location in by_path[offset : offset + limit])
        return Page(places, len(wanted))

    async def async_get(self, reference: str) -> Place:
        """Return a location with its counts."""
        counts = await self._database.async_read(locations.count_items)
        return self._place(self.resolve_location(reference), counts)

    async def async_add(
        self,
        actor: Actor,
        values: Mapping[str, Any],
        *,
        parent: str | None = None,
        kind: LocationKind | None = None,
    ) -> Done[Place]:
        """Add a location. Without a kind it is a room at the top and in a site or floor, else a piece of furniture."""
        actor.require_write()
        around = None if parent is None else self.resolve_location(parent)
        row = {**values, "parent_id": around and around.id, "kind": kind or usual_kind(around)}
        location_id, notice = await self._async_write(actor, locations.add_location, row)
        return await self._async_done(location_id, notice)

    async def async_update(self, actor: Actor, reference: str, values: Mapping[str, Any]) -> Done[Place]:
        """Change fields of a location."""
        actor.require_write()
        for name in ("name", "kind"):
            if name in values and values[name] is None:
                raise RequiredValueError(field=name)
        location = self.resolve_location(reference)
        _, notice = await self._async_write(actor, locations.update_location, location.id, values)
        return await self._async_done(location.id, notice)

    async def async_move(self, actor: Actor, reference: str, to: str | None) -> Done[Place]:
        """Move a location with everything inside it into another one, or to the top of the tree."""
        actor.require_write()
        location = self.resolve_location(reference)
        values = {"parent_id": self.resolve_location_id(to)}
        _, notice = await self._async_write(actor, locations.update_location, location.id, values)
        return await self._async_done(location.id, notice)

    async def async_add_slots(self, actor: Actor, reference: str, count: int) -> Done[Place]:
        """Give a box the slots from 1 to `count` that it lacks, as one batch."""
        actor.require_write()
        location = self.resolve_location(reference)
        _, notice = await self._async_write(actor, slots.add_slots, location.id, count)
        return await self._async_done(location.id, notice)

    async def async_remove(
        self, actor: Actor, reference: str, *, move_contents_to: str | None = None, permanently: bool = False
    ) -> Done[Place]:
        """Archive a location, or delete it for good; what is in it goes where `move_contents_to` says."""
        actor.require_write()
        if permanently:
            actor.require_admin()
        place = await self.async_get(reference)
        _, notice = await self._async_write(
            actor,
            locations.remove_location,
            place.location.id,
            contents_to=self.resolve_location_id(move_contents_to),
            permanently=permanently,
        )
        if permanently:
            return Done(place, batch_of(notice))
        return await self._async_done(place.location.id, notice)

    async def async_restore(self, actor: Actor, reference: str) -> Done[Place]:
        """Bring an archived location back."""
        actor.require_write()
        location = self.resolve_location(reference)
        _, notice = await self._async_write(actor, locations.restore_location, location.id)
        return await self._async_done(location.id, notice)

    async def _async_done(self, location_id: str, notice: Notice | None) -> Done[Place]:
        """Return the location as it is after a use case; the catalog has it already."""
        return Done(await self.async_get(location_id), batch_of(notice))

    def _place(self, location: Location, counts: Mapping[str, int]) -> Place:
        """Return a location with its counts."""
        return place_with_counts(self._catalog.locations, location, counts)


def place_with_counts(tree: Tree[Location], location: Location, counts: Mapping[str, int]) -> Place:
    """Return a location with what is around and in it; what is in a slot counts for its box."""
    children = [node for node in tree.children(location.id) if node.archived_at is None]
    in_slots = sum(counts.get(node.id, 0) for node in children if node.kind is LocationKind.SLOT)
    return Place(
        location=location,
        path=tree.path(location.id) or location.name,
        item_count=counts.get(location.id, 0) + in_slots,
        child_count=len(children),
    )


def place_order(tree: Tree[Location], location: Location) -> list[tuple[bool, int, str]]:
    """Return what locations are sorted by: their paths, name by name."""
    return [_order(node.name) for node in tree.ancestors(location.id)]


def _order(name: str) -> tuple[bool, int, str]:
    """Return what names of neighbours are sorted by: numbers by their value, before words."""
    key = name_key(name)
    return (not key.isdecimal(), int(key) if key.isdecimal() else 0, key)
