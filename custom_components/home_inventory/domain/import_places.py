"""Paths in a file and the trees of the household: what is there is used, what is missing is to be made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from .errors import ArchivedError
from .models import Category, Location, LocationKind
from .text import name_key
from .tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

_OUTER: Final = (LocationKind.ORGANIZATION, LocationKind.SITE, LocationKind.FLOOR)


def usual_kind(around: Location | None) -> LocationKind:
    """Return the kind of a location that was added without one: a room at the top and in a site or floor, else furniture."""
    return LocationKind.ROOM if around is None or around.kind in _OUTER else LocationKind.FURNITURE


class PlacePaths:
    """Finds places by their paths, and remembers those that have to be made."""

    def __init__(self, tree: Tree[Location], home_id: str | None, new_id: Callable[[], str], now: datetime) -> None:
        """Take the places that there are, and the site in which rooms are that say no more of themselves."""
        self._tree = Tree(location for location in tree if location.archived_at is None)
        self._home_id = home_id
        self._new_id = new_id
        self._now = now
        self._new: dict[str, Location] = {}
        self._found: dict[tuple[str, ...], str] = {}

    def id_of(self, path: tuple[str, ...]) -> str:
        """Return the id of the place at a path; the names before the first that is known may be left out."""
        keys = tuple(map(name_key, path))
        if (known := self._found.get(keys)) is not None:
            return known
        node, rest = self._begin(path, keys)
        for name in rest:
            node = self._inside(node, name) or self._make(node, name)
        if node is None:
            raise ArchivedError(name=path[-1])
        self._found[keys] = node.id
        return node.id

    def is_new(self, place_id: str) -> bool:
        """Return whether a place is yet to be made."""
        return place_id in self._new

    def get(self, place_id: str) -> Location | None:
        """Return a place, made or not."""
        return self._tree.get(place_id)

    def describe(self, place_id: str, values: Mapping[str, Any]) -> None:
        """Say more of a place that is to be made."""
        self._new[place_id] = made = replace(self._new[place_id], **values)
        self._tree.put(made)

    def name_of(self, place_id: str) -> str:
        """Return what a place is called."""
        node = self._tree.get(place_id)
        return node.name if node else ""

    def path_of(self, place_id: str | None) -> str | None:
        """Return the whole path of a place, made or not."""
        return self._tree.path(place_id)

    def made_for(self, place_ids: Iterable[str | None]) -> tuple[Location, ...]:
        """Return the places to be made so that these are there, outer ones first."""
        wanted = {node.id for place_id in place_ids for node in self._tree.ancestors(place_id)}
        return tuple(location for location_id, location in self._new.items() if location_id in wanted)

    def _begin(self, path: tuple[str, ...], keys: tuple[str, ...]) -> tuple[Location | None, tuple[str, ...]]:
        """Return where a path begins, and the names that are inside it."""
        home = self._tree.get(self._home_id)
        tops = [self._inside(None, path[0]), self._inside(home, path[0]) if home else None]
        named = (
            [node for node in self._tree.find(path[0]) if name_key(node.name) == keys[0]] if "/" not in path[0] else []
        )
        if len(named) == 1:
            tops.append(named[0])
        first = next((node for node in tops if node is not None), None)
        return (home, path) if first is None else (first, path[1:])

    def _inside(self, around: Location | None, name: str) -> Location | None:
        """Return the place of a name directly in another one."""
        key = name_key(name)
        return next(
            (node for node in self._tree.children(around.id if around else None) if name_key(node.name) == key), None
        )

    def _make(self, around: Location | None, name: str) -> Location:
        """Return a place that is to be made."""
        is_slot = around is not None and around.kind is LocationKind.SLOT
        made = Location(
            id=self._new_id(),
            code="",
            name=name,
            kind=usual_kind(None if is_slot else around),
            parent_id=around.id if around else None,
            created_at=self._now,
            updated_at=self._now,
        )
        self._new[made.id] = made
        self._tree.put(made)
        return made


class CategoryPaths:
    """Finds categories by their paths, and remembers those that have to be made."""

    def __init__(self, tree: Tree[Category], new_id: Callable[[], str]) -> None:
        """Take the categories that there are."""
        self._tree = Tree(replace(category) for category in tree)
        self._new_id = new_id
        self._new: dict[str, Category] = {}
        self._found: dict[tuple[str, ...], str] = {}

    def id_of(self, path: tuple[str, ...]) -> str:
        """Return the id of the category at a path."""
        keys = tuple(map(name_key, path))
        if (known := self._found.get(keys)) is not None:
            return known
        node = self._anywhere(path)
        for name in () if node else path:
            node = self._inside(node, name) or self._make(node, name)
        if node is None:
            raise ArchivedError(name="")
        self._found[keys] = node.id
        return node.id

    def made_for(self, category_ids: Iterable[str]) -> tuple[Category, ...]:
        """Return the categories to be made so that these are there, outer ones first."""
        wanted = {node.id for category_id in category_ids for node in self._tree.ancestors(category_id)}
        return tuple(category for category_id, category in self._new.items() if category_id in wanted)

    def _anywhere(self, path: tuple[str, ...]) -> Category | None:
        """Return the only category of a single name, wherever it is in the tree."""
        if len(path) > 1 or self._inside(None, path[0]):
            return None
        key = name_key(path[0])
        named = [node for node in self._tree.find(path[0]) if name_key(node.name) == key]
        return named[0] if len(named) == 1 else None

    def _inside(self, around: Category | None, name: str) -> Category | None:
        """Return the category of a name directly in another one."""
        key = name_key(name)
        return next(
            (node for node in self._tree.children(around.id if around else None) if name_key(node.name) == key), None
        )

    def _make(self, around: Category | None, name: str) -> Category:
        """Return a category that is to be made."""
        made = Category(id=self._new_id(), name=name, parent_id=around.id if around else None)
        self._new[made.id] = made
        self._tree.put(made)
        return made
