"""Taking in a file: what it would do, and doing it as one batch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from ulid_transform import bytes_to_ulid, ulid_now, ulid_to_bytes

from ..domain.import_places import CategoryPaths, PlacePaths
from ..domain.import_planning import Surroundings, plan_import
from ..domain.import_progress import Phase, watched
from ..domain.imports import ImportRejectedError
from ..domain.models import LocationKind
from ..domain.tree import Tree
from . import bulk, categories, locations, rooms
from .records import load_items
from .schema import ItemRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

    from ..domain.import_progress import Report
    from ..domain.imports import ImportPlan, Reading
    from ..domain.models import Item
    from .work import Work

_CHUNK: Final = 1000
_SAID_OF_PLACES: Final = ("id", "name", "kind", "parent_id", "description")


def preview(session: Session, reading: Reading, currency: str, report: Report) -> tuple[ImportPlan, dict[str, str]]:
    """Return what taking in a file would do, and the whole paths of the places that it names or makes."""
    return _plan(session, reading, currency, datetime.now(UTC), report)


def take_in(
    work: Work, reading: Reading, currency: str, report: Report, *, all_or_nothing: bool
) -> tuple[ImportPlan, dict[str, str]]:
    """Take in a file. Raises ImportRejectedError if it has to be all, and some rows can't be taken."""
    plan, paths = _plan(work.session, reading, currency, work.now, report)
    if all_or_nothing and plan.rejected:
        raise ImportRejectedError(plan.rejected)
    for place in plan.places:
        locations.add_location(work, {name: getattr(place, name) for name in _SAID_OF_PLACES})
    for described in plan.described:
        locations.update_location(work, described.place.id, described.values)
    for category in plan.categories:
        categories.add_category(work, category.name, category.parent_id, category.id)
    added = watched(plan.added, Phase.WRITING, report)
    bulk.add_items(work, ((each.item, each.entries) for each in added))
    bulk.update_items(work, ((each.item, each.values) for each in plan.updated if each.values))
    names = [(each, each.values.get("name", each.item.name)) for each in plan.updated]
    bulk.set_entries(work, ((*change, name) for each, name in names for change in each.entries))
    bulk.attach(work, ((each.attached, name) for each, name in names))
    return plan, paths


def _plan(
    session: Session, reading: Reading, currency: str, now: datetime, report: Report
) -> tuple[ImportPlan, dict[str, str]]:
    """Compare a file with what is there."""
    tree = Tree(locations.list_locations(session))
    sites = sorted(node.id for node in tree if node.kind is LocationKind.SITE and node.archived_at is None)
    new_id = _increasing()
    places = PlacePaths(tree, sites[0] if sites else None, new_id, now)
    around = Surroundings(
        items=_all_items(session),
        places=places,
        categories=CategoryPaths(Tree(categories.list_categories(session)), new_id),
        room_in=lambda location_id: _room_in(session, location_id),
        new_id=new_id,
        now=now,
        currency=currency,
    )
    plan = plan_import(reading, around, report)
    named = {entry.location_id for each in plan.added for entry in each.entries} | {place.id for place in plan.places}
    named |= {
        entry.location_id for each in plan.updated for both in each.entries for entry in both if entry is not None
    }
    return plan, {place: path for place in named if place and (path := places.path_of(place))}


def _all_items(session: Session) -> Iterator[Item]:
    """Give every item, archived ones too."""
    ids = session.scalars(select(ItemRow.id).order_by(ItemRow.id)).all()
    for start in range(0, len(ids), _CHUNK):
        yield from load_items(session, ids[start : start + _CHUNK]).values()


def _room_in(session: Session, location_id: str) -> int | None:
    """Return how many items more fit into a place; None where any number does."""
    row = rooms.get_row(session, location_id)
    if row.kind == LocationKind.SLOT:
        taken = session.scalar(
            select(StockRow.id)
            .join(ItemRow, ItemRow.id == StockRow.item_id)
            .where(StockRow.location_id == location_id, ItemRow.archived_at.is_(None))
            .limit(1)
        )
        return 0 if taken else 1
    if row.capacity is None:
        return None
    return max(0, row.capacity - rooms.things_in(session, location_id))


def _increasing() -> Callable[[], str]:
    """Return what makes ids that sort in the order of the rows, many in a millisecond.

    Of things that nothing tells apart, the first row means the first one again the next time.
    """
    last = ""

    def new_id() -> str:
        nonlocal last
        fresh = ulid_now()
        if fresh <= last:
            fresh = bytes_to_ulid((int.from_bytes(ulid_to_bytes(last)) + 1).to_bytes(16))
        last = fresh
        return fresh

    return new_id
