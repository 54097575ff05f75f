"""Taking a complete export into an inventory that is in use, as one batch: what differs is changed, what is missing is added."""

from __future__ import annotations

from itertools import batched, groupby
from typing import TYPE_CHECKING, Final

from ..domain.complete import Section, Taken, Way
from ..domain.complete_records import read_category, read_item, read_line, read_location
from ..domain.imports import ImportRejectedError
from .merge_devices import MergedDevices
from .merge_items import MergedItems
from .merge_trees import MergedCategories, MergedPlaces
from .restore import read_exactly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from ..domain.complete import Line
    from .work import Work

    type Lines = Callable[[], AbstractContextManager[Iterator[Line]]]

_TOGETHER: Final = 500


class MergeLookedAtError(Exception):
    """A look has come to its end: nothing of it is kept."""

    def __init__(self, taken: Taken) -> None:
        """Take what was seen."""
        super().__init__()
        self.taken = taken


def look_at_merge(work: Work, lines: Lines) -> None:
    """Find out what taking in an export would do, by doing it. Always raises: MergeLookedAtError, or what is wrong with the file."""
    raise MergeLookedAtError(merge(work, lines, all_or_nothing=False))


def merge(work: Work, lines: Lines, *, all_or_nothing: bool) -> Taken:
    """Take in an export. Raises what `complete_errors` has, and ImportRejectedError if it has to be all and some can't be taken.

    The history of the other inventory, and the codes of what is gone there, are left where they are.
    """
    taken = Taken(way=Way.MERGE, history=False)
    with lines() as read:
        _take(work, read, taken)
    if all_or_nothing and taken.rejected:
        raise ImportRejectedError(tuple(taken.rejected))
    return taken


def _take(work: Work, lines: Iterable[Line], taken: Taken) -> None:
    """Go through an export, section by section."""
    places, categories = MergedPlaces(work, taken), MergedCategories(work, taken)
    items = MergedItems(work, taken, places, categories)
    devices = MergedDevices(work, taken, places)
    for section, group in groupby(_counted(lines, taken), key=lambda line: line.section):
        match section:
            case Section.LOCATIONS:
                places.take([(line.number, read_line(line, read_location)) for line in group])
            case Section.CATEGORIES:
                categories.take([(line.number, read_line(line, read_category)) for line in group])
            case Section.ITEMS:
                for some in batched(group, _TOGETHER, strict=False):
                    items.take([(line.number, read_line(line, read_item)) for line in some])
            case Section.DEVICES:
                devices.take([(line.number, read_line(line, read_exactly)) for line in group])
            case _:
                for _ in group:  # counted, and read to the end to know that the file is whole
                    pass
    places.archive()


def _counted(lines: Iterable[Line], taken: Taken) -> Iterator[Line]:
    """Yield the lines, and note how many there are of each kind."""
    for line in lines:
        taken.records[line.section] += 1
        yield line
