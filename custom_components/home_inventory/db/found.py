"""What a search needs of the database: which of the hits fit, the page that is shown, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from .facets import count_facets
from .lists import keep_fitting
from .locations import count_items
from .records import load_items
from .schema import ItemRow
from .wanted import select_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.findings import Facets
    from ..domain.models import Item, ItemFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of what was found is wanted, and whether also what it has in common."""

    limit: int
    offset: int
    facets: int
    """So many of each kind; none at 0."""
    most: int
    """So many items are looked at for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A part of what was found."""

    ids: tuple[str, ...]
    """Items and places in their order."""
    items: Mapping[str, Item]
    total: int
    """How many items fit."""
    facets: Facets | None
    counts: Mapping[str, int]
    """How many items are directly at each place, if places are shown."""


def show_hits(session: Session, ranked: Mapping[str, bool], wanted: ItemFilter, part: Part) -> Shown:
    """Return a part of what was found by words. `ranked` says of each id, the best first, whether it is an item."""
    fitting = dict.fromkeys(keep_fitting(session, [found for found, is_item in ranked.items() if is_item], wanted))
    ids = [found for found, is_item in ranked.items() if not is_item or found in fitting]
    shown = tuple(ids[part.offset : part.offset + part.limit])
    return _shown(session, shown, ranked, total=len(fitting), common=list(fitting), part=part)


def show_all(session: Session, places: Sequence[str], wanted: ItemFilter | None, part: Part) -> Shown:
    """Return a part of all items that fit a filter, by name, if there is a filter, and of the places behind them."""
    if wanted is None:
        shown = tuple(places[part.offset : part.offset + part.limit])
        return _shown(session, shown, dict.fromkeys(places, False), total=0, common=(), part=part)
    fitting = select_items(session, wanted)
    total = session.scalar(select(func.count()).select_from(fitting.subquery())) or 0
    by_name = fitting.order_by(ItemRow.name_key, ItemRow.id)
    items = session.scalars(by_name.limit(part.limit).offset(part.offset)).all()
    first = max(part.offset - total, 0)
    shown = (*items, *places[first : first + part.limit - len(items)])
    kinds = dict.fromkeys(items, True) | dict.fromkeys(places, False)
    common = session.scalars(by_name.limit(part.most)).all() if part.facets else ()
    return _shown(session, shown, kinds, total=total, common=common, part=part)


def names_of_best(session: Session, item_ids: Sequence[str], wanted: ItemFilter, most: int) -> tuple[int, list[str]]:
    """Return how many of the given items fit a filter, and the names of the best few of them."""
    fitting = keep_fitting(session, item_ids, wanted)
    best = fitting[:most]
    rows = session.execute(select(ItemRow.id, ItemRow.name).where(ItemRow.id.in_(best)))
    names = {row.id: row.name for row in rows}
    return len(fitting), [names[item_id] for item_id in best if item_id in names]


def _shown(
    session: Session, ids: tuple[str, ...], kinds: Mapping[str, bool], *, total: int, common: Sequence[str], part: Part
) -> Shown:
    """Return a part with what hangs on it; how much there is at places is counted only if one is shown."""
    item_ids = [found for found in ids if kinds[found]]
    return Shown(
        ids=ids,
        items=load_items(session, item_ids) if item_ids else {},
        total=total,
        facets=count_facets(session, common[: part.most], part.facets) if part.facets else None,
        counts=count_items(session) if len(item_ids) < len(ids) else {},
    )
