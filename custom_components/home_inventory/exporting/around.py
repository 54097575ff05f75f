"""What rows name besides what they are about: places, categories, labels, people, by their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..domain.cell_text import join_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, tzinfo

    from ..domain.models import Category, Location
    from ..domain.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is looked up for a list. Used by one thread at a time."""

    places: Tree[Location]
    categories: Tree[Category]
    today: date
    zone: tzinfo
    names: Mapping[str, str]
    """Of labels, areas, floors, sources and people, by their ids; what is missing is told by its id."""
    _paths: dict[str, str] = field(default_factory=dict)

    def names_of(self, location_id: str | None) -> tuple[str, ...]:
        """Return the path of a place, outermost name first."""
        return tuple(node.name for node in self.places.ancestors(location_id))

    def place(self, location_id: str | None) -> str | None:
        """Return the path of a place in one text."""
        if location_id is None:
            return None
        if location_id not in self._paths:
            self._paths[location_id] = join_path(self.names_of(location_id))
        return self._paths[location_id]

    def category(self, category_id: str) -> str:
        """Return the path of a category in one text."""
        if category_id not in self._paths:
            self._paths[category_id] = join_path(node.name for node in self.categories.ancestors(category_id))
        return self._paths[category_id]

    def name(self, some_id: str | None) -> str | None:
        """Return what an id stands for."""
        return None if some_id is None else self.names.get(some_id, some_id)

    def moment(self, at: datetime | None) -> datetime | None:
        """Return a moment in the time zone of the home."""
        return None if at is None else at.astimezone(self.zone)
