"""What a search needs of the database: which of the hits fit, the page that is shown, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from ..domain.findings import Findable
from .facets import count_facets
from .found_devices import keep_fitting_devices, list_alone, show
from .lists import keep_fitting
from .locations import count_items
from .records import load_items
from .schema import ItemRow
from .wanted import select_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.device_filters import DeviceFilter
    from ..domain.findings import Facets
    from ..domain.models import Item, ItemFilter
    from ..domain.shown_devices import ShownDevice
    from .found_devices import DevicePart


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of what was found is wanted, and whether also what it has in common."""

    limit: int
    offset: int
    facets: int
    """So many of each kind; none at 0."""
    most: int
    """So many items are looked at for it."""
    devices: DevicePart | None = None
    """What is needed to tell of devices; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A part of what was found."""

    ids: tuple[str, ...]
    """Items, places and devices in their order."""
    items: Mapping[str, Item]
    totals: Mapping[Findable, int]
    """How many of each kind fit."""
    facets: Facets | None
    counts: Mapping[str, int]
    """How many items are directly at each place, if places are shown."""
    devices: Mapping[str, ShownDevice]
    devices_of_items: Mapping[str, ShownDevice]
    """The devices that shown items are, by the ids of the items."""


def show_hits(session: Session, ranked: Mapping[str, Findable], wanted: ItemFilter, part: Part) -> Shown:
    """Return a part of what was found by words. `ranked` says of each id, the best first, what it is."""

    def of_kind(kind: Findable) -> list[str]:
        return [found for found, is_a in ranked.items() if is_a is kind]

    fitting = dict.fromkeys(keep_fitting(session, of_kind(Findable.ITEM), wanted))
    devices = of_kind(Findable.DEVICE)
    if part.devices is not None:
        devices = keep_fitting_devices(session, devices, part.devices, fitting)
    told = {*fitting, *devices}
    ids = [found for found, kind in ranked.items() if kind is Findable.LOCATION or found in told]
    shown = tuple(ids[part.offset : part.offset + part.limit])
    totals = {
        Findable.ITEM: len(fitting),
        Findable.LOCATION: len(ids) - len(told),
        Findable.DEVICE: len(devices),
    }
    return _shown(session, shown, ranked, totals=totals, common=list(fitting), part=part)


def show_all(
    session: Session, places: Sequence[str], wanted: ItemFilter | None, devices: DeviceFilter | None, part: Part
) -> Shown:
    """Return a part of all items that fit a filter, by name, if there is a filter, then of the places, then of the devices."""
    fitting = None if wanted is None else select_items(session, wanted)
    total = 0
    items: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    if fitting is not None:
        total = session.scalar(select(func.count()).select_from(fitting.subquery())) or 0
        by_name = fitting.order_by(ItemRow.name_key, ItemRow.id)
        items = tuple(session.scalars(by_name.limit(part.limit).offset(part.offset)))
        common = tuple(session.scalars(by_name.limit(part.most))) if part.facets else ()
    alone: list[str] = []
    if devices is not None and part.devices is not None:
        alone = list_alone(session, devices, fitting, part.devices.run)
    kinds = {
        **dict.fromkeys(items, Findable.ITEM),
        **dict.fromkeys(places, Findable.LOCATION),
        **dict.fromkeys(alone, Findable.DEVICE),
    }
    first, behind = max(part.offset - total, 0), [*places, *alone]
    shown = (*items, *behind[first : first + part.limit - len(items)])
    totals = {Findable.ITEM: total, Findable.LOCATION: len(places), Findable.DEVICE: len(alone)}
    return _shown(session, shown, kinds, totals=totals, common=common, part=part)


def names_of_best(session: Session, item_ids: Sequence[str], wanted: ItemFilter, most: int) -> tuple[int, list[str]]:
    """Return how many of the given items fit a filter, and the names of the best few of them."""
    fitting = keep_fitting(session, item_ids, wanted)
    best = fitting[:most]
    rows = session.execute(select(ItemRow.id, ItemRow.name).where(ItemRow.id.in_(best)))
    names = {row.id: row.name for row in rows}
    return len(fitting), [names[item_id] for item_id in best if item_id in names]


def _shown(
    session: Session,
    ids: tuple[str, ...],
    kinds: Mapping[str, Findable],
    *,
    totals: Mapping[Findable, int],
    common: Sequence[str],
    part: Part,
) -> Shown:
    """Return a part with what hangs on it; how much there is at places is counted only if one is shown."""
    item_ids = [found for found in ids if kinds[found] is Findable.ITEM]
    device_ids = [found for found in ids if kinds[found] is Findable.DEVICE]
    devices, of_items = ({}, {}) if part.devices is None else show(session, device_ids, item_ids, part.devices)
    return Shown(
        ids=ids,
        items=load_items(session, item_ids) if item_ids else {},
        totals=totals,
        facets=count_facets(session, common[: part.most], part.facets) if part.facets else None,
        counts=count_items(session) if any(kinds[found] is Findable.LOCATION for found in ids) else {},
        devices=devices,
        devices_of_items=of_items,
    )
