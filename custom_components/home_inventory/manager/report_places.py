"""Where things of a report are: which places it covers, what they are called, and in which order they come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..domain.models import LocationKind
from ..domain.text import PATH_SEPARATOR
from .locations import place_order

if TYPE_CHECKING:
    from ..domain.models import ItemFilter, Location
    from ..domain.tree import Tree

_SMALL: Final = (LocationKind.FURNITURE, LocationKind.BOX, LocationKind.SLOT)
"""What stands in a room."""
type PlaceOrder = list[tuple[bool, int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The places that a report covers; what has no place counts for the home."""

    inside: frozenset[str] | None = None
    """Only these; None for all but `others`."""
    others: frozenset[str] = frozenset()
    """The places of other sites."""

    def has(self, location_id: str | None) -> bool:
        """Return whether it covers a place, or None for what has no place."""
        return location_id not in self.others if self.inside is None else location_id in self.inside


class ReportPlaces:
    """The place tree as reports use it."""

    def __init__(self, tree: Tree[Location], home_id: str) -> None:
        """Take the tree, and which site is the home."""
        self._tree, self._home_id = tree, home_id
        self._sites = {node.id for node in tree if node.kind is LocationKind.SITE and node.archived_at is None}

    def cover(self, wanted: ItemFilter) -> tuple[ItemFilter, Covered]:
        """Return what a report covers that asks for some items, and how these are asked for.

        All of the home is asked for with what is at no site: the rest is sifted out place by place.
        """
        if wanted.location_ids is None or wanted.location_ids != self._tree.inside(self._home_id):
            return wanted, Covered(inside=wanted.location_ids)
        others = {place for site in self._sites - {self._home_id} for place in self._tree.inside(site)}
        return replace(wanted, location_ids=None), Covered(others=frozenset(others))

    def path(self, location_id: str | None) -> str | None:
        """Return the path of a place; None for none, and for one that has gone."""
        return self._tree.path(location_id)

    def room(self, location_id: str | None) -> str | None:
        """Return the path of the room that a place is in: of what is around it and is not itself put into rooms."""
        line = self._tree.ancestors(location_id)
        rooms = [node for node in line if node.kind not in _SMALL] or line
        return PATH_SEPARATOR.join(node.name for node in rooms) or None

    def order(self, location_id: str | None) -> PlaceOrder:
        """Return what places are sorted by: their paths; nowhere comes last."""
        location = self._tree.get(location_id)
        return [(True, 0, "\U0010ffff")] if location is None else place_order(self._tree, location)

    def site_of(self, location_id: str | None) -> str | None:
        """Return the id of the site that a place is in."""
        return next((node.id for node in self._tree.ancestors(location_id)[::-1] if node.id in self._sites), None)

    def home_or(self, site_id: str | None) -> str:
        """Return the id of a site; of the home without one."""
        return site_id or self._home_id

    def name(self, location_id: str) -> str:
        """Return what a place is called."""
        location = self._tree.get(location_id)
        return "" if location is None else location.name
