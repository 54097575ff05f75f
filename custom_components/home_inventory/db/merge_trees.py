"""Places and categories of a complete export, found again in the trees that are there: by id, else by path, else they are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.complete_notes import OtherCodeNote
from ..domain.errors import CategoryNotFoundError, InventoryError, LocationNotFoundError
from ..domain.imports import Rejected, Remark
from ..domain.models import Location, LocationKind, Noun, Operation
from ..domain.text import PATH_SEPARATOR, name_key
from . import categories, locations, rooms, surroundings
from .codes import claim_codes
from .records import LOCATION_COLUMNS, to_json
from .restore import outer_first

if TYPE_CHECKING:
    from ..domain.complete import Taken
    from ..domain.models import Category
    from .work import Work

_SETTLED: Final = ("name", "kind", "parent_id", "capacity", "area_id", "floor_id", "description")
"""What of a place people decide."""


class MergedPlaces:
    """The places of an export, by the ids that they have here."""

    def __init__(self, work: Work, taken: Taken) -> None:
        """Read what is there."""
        self._work = work
        self._taken = taken
        self._here = {place.id: place for place in locations.list_locations(work.session)}
        self._ids: dict[str, str] = {}
        self._to_archive: list[tuple[int, Location]] = []

    def id_of(self, file_id: str) -> str:
        """Return the id that a place of the file has here. Raises LocationNotFoundError."""
        if (own := self._ids.get(file_id)) is None:
            raise LocationNotFoundError(file_id)
        return own

    def is_limited(self, location_id: str) -> bool:
        """Return whether not any number of things fits into a place."""
        place = self._here[location_id]
        return place.kind is LocationKind.SLOT or place.capacity is not None

    def take(self, read: list[tuple[int, Location]]) -> None:
        """Take in the places of the file."""
        for line, place in outer_first(read):
            try:
                parent_id = None if place.parent_id is None else self.id_of(place.parent_id)
                self._ids[place.id] = self._take(line, replace(place, parent_id=parent_id))
            except InventoryError as err:
                self._taken.rejected.append(Rejected.of(line, place.name, err))

    def archive(self) -> None:
        """Archive the places that the file says are, now that nothing is in them any more."""
        for line, place in reversed(self._to_archive):
            row = rooms.get_row(self._work.session, place.id)
            if row.archived_at is not None:  # with its box
                continue
            try:
                locations.remove_location(self._work, place.id, contents_to=None, permanently=False)
            except InventoryError as err:
                self._taken.rejected.append(Rejected.of(line, place.name, err))

    def _take(self, line: int, place: Location) -> str:
        """Take in one place; return its id here."""
        if (own := self._here.get(place.id)) is not None:
            self._update(line, own, place)
            return place.id
        if place.archived_at is None and (twin := self._twin(place)) is not None:
            return twin
        self._add(line, place)
        return place.id

    def _twin(self, place: Location) -> str | None:
        """Return the place of this name at the same place."""
        key = name_key(place.name)
        return next(
            (
                own.id
                for own in self._here.values()
                if own.archived_at is None and own.parent_id == place.parent_id and name_key(own.name) == key
            ),
            None,
        )

    def _update(self, line: int, own: Location, place: Location) -> None:
        """Change what differs of a place that is there."""
        if own.archived_at is not None and place.archived_at is None:
            locations.restore_location(self._work, own.id)
        if own.archived_at is None and place.archived_at is not None:
            self._to_archive.append((line, place))
        if own.archived_at is None or place.archived_at is None:  # what stays archived stays as it is
            values = {name: getattr(place, name) for name in _SETTLED if getattr(place, name) != getattr(own, name)}
            locations.update_location(self._work, own.id, values)
            self._here[own.id] = replace(own, **values)
            if values:
                self._taken.note(line, own.id, place.name, tuple(values))

    def _add(self, line: int, place: Location) -> None:
        """Make a place, with the id it has in the file, and the code if it is free."""
        work = self._work
        values: dict[str, Any] = {name: getattr(place, name) for name in LOCATION_COLUMNS}
        if place.archived_at is None:
            surroundings.check_place(work.session, values)
            if place.kind is not LocationKind.SLOT:
                rooms.check_capacity_for_location(work.session, place.parent_id)
        [code] = claim_codes(work, [place])
        if code != place.code:
            self._taken.remarks.append(Remark.of(line, place.name, OtherCodeNote(place.code, code)))
        values |= {"code": code, "updated_at": work.now}
        locations.insert_location(work, values)
        after = {name: to_json(value) for name, value in values.items() if value is not None}
        work.record(Noun.LOCATION, Operation.CREATE, place.id, title=place.name, after=after)
        self._here[place.id] = replace(place, code=code)
        self._taken.places.append(self._path(place.id))

    def _path(self, location_id: str) -> str:
        """Return the path of a place, outermost name first."""
        names: list[str] = []
        node: Location | None = self._here[location_id]
        while node is not None:
            names.append(node.name)
            node = None if node.parent_id is None else self._here.get(node.parent_id)
        return PATH_SEPARATOR.join(reversed(names))


class MergedCategories:
    """The categories of an export, by the ids that they have here."""

    def __init__(self, work: Work, taken: Taken) -> None:
        """Read what is there."""
        self._work = work
        self._taken = taken
        self._here = {category.id: category for category in categories.list_categories(work.session)}
        self._ids: dict[str, str] = {}

    def id_of(self, file_id: str) -> str:
        """Return the id that a category of the file has here. Raises CategoryNotFoundError."""
        if (own := self._ids.get(file_id)) is None:
            raise CategoryNotFoundError(file_id)
        return own

    def take(self, read: list[tuple[int, Category]]) -> None:
        """Take in the categories of the file."""
        for line, category in outer_first(read):
            try:
                parent_id = None if category.parent_id is None else self.id_of(category.parent_id)
                self._ids[category.id] = self._take(line, replace(category, parent_id=parent_id))
            except InventoryError as err:
                self._taken.rejected.append(Rejected.of(line, category.name, err))

    def _take(self, line: int, category: Category) -> str:
        """Take in one category; return its id here."""
        if (known := self._here.get(category.id)) is not None:
            values = {"name": category.name, "parent_id": category.parent_id}
            categories.update_category(self._work, category.id, values)
            if known != category:
                self._taken.note(line, category.id, category.name, ("name",))
        else:
            key = name_key(category.name)
            for own in self._here.values():
                if own.parent_id == category.parent_id and name_key(own.name) == key:
                    return own.id
            categories.add_category(self._work, category.name, category.parent_id, category.id)
            self._taken.categories += 1
        self._here[category.id] = category
        return category.id
