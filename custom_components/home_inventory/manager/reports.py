"""Reports: what stands in them, line by line. Whoever may read may have them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import batched
from typing import TYPE_CHECKING, Final

from ..db import device_lookup, lists
from ..domain.attachments import AttachmentKind, picture_of
from ..domain.item_sort import ItemSort
from ..domain.models import ItemFilter
from ..domain.report_entries import (
    DeviceEntry,
    DeviceReport,
    InsuranceReport,
    InsuredEntry,
    StockEntry,
    StockReport,
    WarrantyEntry,
    WarrantyReport,
    WarrantyState,
)
from ..domain.report_errors import ReportTooLargeError
from ..domain.reports import MOST_ENTRIES, Depreciation, Money
from ..domain.text import name_key
from .base import Manager
from .report_places import ReportPlaces

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping, Sequence
    from datetime import tzinfo

    from ..db.database import Database
    from ..domain.device_filters import DeviceFilter
    from ..domain.models import Item, Stock
    from ..domain.shown_devices import ShownDevice
    from ..domain.sync import SourceInfo
    from ..files import FileStore
    from .catalog import Catalog
    from .report_places import Covered
    from .syncs import SyncManager

_AT_ONCE: Final = 500
"""How many items are read at a time: a report waits, others do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuery:
    """Which items a report is about, on which day and in whose home."""

    on: date
    home_id: str
    currency: str
    """What prices are in that say nothing else."""
    wanted: ItemFilter = field(default_factory=ItemFilter)
    words: str | None = None


class ReportManager(Manager):
    """Collects what stands in reports. All raise ReportTooLargeError."""

    def __init__(self, database: Database, catalog: Catalog, syncs: SyncManager, files: FileStore) -> None:
        """Take besides who knows what the statuses of devices depend on, and where photos are."""
        super().__init__(database, catalog)
        self._syncs, self._files = syncs, files

    async def async_insurance(self, query: ReportQuery, rule: Depreciation) -> InsuranceReport:
        """Return what is insured: a line for each item at each place, in the order of places."""
        places, (wanted, covered) = self._places(query)
        years = _YearsOf(self._catalog, rule)
        found: list[tuple[str | None, InsuredEntry]] = []
        later = 0
        async for item in self._async_items(wanted, query.words):
            if item.purchase_date is not None and item.purchase_date > query.on:
                later += 1
                continue
            for location_id, quantity in _by_place(item, covered).items():
                found.append((location_id, self._insured(item, location_id, quantity, query, years, places)))
            _check_size(len(found))
        found.sort(key=lambda pair: (places.order(pair[0]), name_key(pair[1].item.name), pair[1].item.code))
        named = {self._catalog.categories.path(each) or each: count for each, count in rule.category_years.items()}
        return InsuranceReport(
            entries=tuple(entry for _place, entry in found),
            rule=rule,
            on=query.on,
            category_years=dict(sorted(named.items())),
            later=later,
        )

    async def async_warranty(self, query: ReportQuery, days: int) -> WarrantyReport:
        """Return how warranties stand: within a state by the day on which they end."""
        places, (wanted, covered) = self._places(query)
        found: list[WarrantyEntry] = []
        without = 0
        async for item in self._async_items(wanted, query.words):
            if not (here := [entry.location_id for entry in item.stock if covered.has(entry.location_id)]):
                continue
            state = _warranty_state(item, query.on, days)
            if state is None:
                without += 1
                continue
            paths = (places.path(each) for each in sorted(dict.fromkeys(here), key=places.order))
            found.append(WarrantyEntry(item=item, state=state, places=tuple(path for path in paths if path)))
            _check_size(len(found))
        found.sort(
            key=lambda entry: (entry.item.warranty_until or date.max, name_key(entry.item.name), entry.item.code)
        )
        return WarrantyReport(entries=tuple(found), on=query.on, days=days, without=without)

    async def async_stock(self, query: ReportQuery) -> StockReport:
        """Return how much there is of what: a line for each lot at each place, by name."""
        places, (wanted, covered) = self._places(query)
        found: list[StockEntry] = []
        async for item in self._async_items(wanted, query.words):
            here = [entry for entry in item.stock if covered.has(entry.location_id)]
            found += [
                StockEntry(
                    item=item,
                    quantity=entry.quantity,
                    place=places.path(entry.location_id),
                    lot=entry.lot,
                    best_before=entry.best_before,
                )
                for entry in sorted(here, key=lambda entry: _stock_order(entry, places))
            ]
            _check_size(len(found))
        return StockReport(entries=tuple(found), on=query.on)

    async def async_devices(
        self, wanted: DeviceFilter, sources: Collection[SourceInfo], *, on: date, home_id: str, zone: tzinfo
    ) -> DeviceReport:
        """Return devices with their addresses, by site and name; `sources` are all that there are."""
        page = await self._database.async_read(
            device_lookup.list_shown, wanted, self._syncs.run_context(), limit=MOST_ENTRIES + 1, offset=0
        )
        _check_size(page.total)
        places = ReportPlaces(self._catalog.locations, home_id)
        known = {source.id: source for source in sources}
        entries = [_device_entry(shown, known, places, zone) for shown in page.entries]
        entries.sort(key=lambda entry: (name_key(entry.site), name_key(entry.shown.known.device.name), entry.shown.id))
        return DeviceReport(entries=tuple(entries), on=on)

    def _places(self, query: ReportQuery) -> tuple[ReportPlaces, tuple[ItemFilter, Covered]]:
        """Return the place tree, how the items are asked for, and which of their places count."""
        places = ReportPlaces(self._catalog.locations, query.home_id)
        return places, places.cover(query.wanted)

    def _insured(
        self,
        item: Item,
        location_id: str | None,
        quantity: Decimal,
        query: ReportQuery,
        years: _YearsOf,
        places: ReportPlaces,
    ) -> InsuredEntry:
        """Return what one line says: prices are for one unit, and so is what they lose."""
        price = None
        if item.purchase_price is not None:
            price = Money(item.purchase_price, item.currency or query.currency)
        value = price and years.rule.value(price, item.purchase_date, query.on, years.of(item))
        photo = picture_of(item.attachments)
        receipts = [each for each in item.attachments if each.kind is AttachmentKind.RECEIPT]
        paths = sorted(path for each in item.category_ids if (path := self._catalog.categories.path(each)))
        return InsuredEntry(
            item=item,
            quantity=quantity,
            place=places.path(location_id),
            room=places.room(location_id),
            category=paths[0] if paths else None,
            unit_price=price,
            price=price and price.times(quantity),
            value=value and value.times(quantity),
            is_undated=price is not None and item.purchase_date is None and years.loses_value(item),
            receipts=tuple(each.title or each.url or each.media_type or each.kind for each in receipts),
            photo=self._files.path_of(photo.digest) if photo is not None and photo.digest else None,
        )

    async def _async_items(self, wanted: ItemFilter, words: str | None) -> AsyncIterator[Item]:
        """Give all items that fit a filter and words, by name, some at a time."""
        ids = await self._async_ids(wanted, words)
        for some in batched(ids, _AT_ONCE, strict=False):
            for item in await self._database.async_read(lists.load, some):
                yield item

    async def _async_ids(self, wanted: ItemFilter, words: str | None) -> Sequence[str]:
        """Return the ids of those items."""
        if words is None:
            return await self._database.async_read(lists.list_ids, wanted, ItemSort.NAME)
        hits = await self._catalog.async_run(self._catalog.search, words, wanted)
        return await self._database.async_read(lists.list_fitting_ids, [hit.id for hit in hits], wanted, ItemSort.NAME)


class _YearsOf:
    """Over how many years an item loses value: as the nearest of its categories says, else as the rule does for all."""

    def __init__(self, catalog: Catalog, rule: Depreciation) -> None:
        """Take the categories and the rule."""
        self._tree, self.rule = catalog.categories, rule

    def of(self, item: Item) -> int:
        """Return the years; of several categories the first by its path counts that says so."""
        for category_id in sorted(item.category_ids, key=lambda each: self._tree.path(each) or ""):
            for node in self._tree.ancestors(category_id)[::-1]:
                if (years := self.rule.category_years.get(node.id)) is not None:
                    return years
        return self.rule.years

    def loses_value(self, item: Item) -> bool:
        """Return whether an item would lose value if it were known when it was bought."""
        return self.rule.loses_value and self.of(item) > 0


def _check_size(entries: int) -> None:
    """Raise ReportTooLargeError."""
    if entries > MOST_ENTRIES:
        raise ReportTooLargeError(entries=entries, limit=MOST_ENTRIES)


def _by_place(item: Item, covered: Covered) -> dict[str | None, Decimal]:
    """Return how much of an item is at each place; nothing of where there is none."""
    quantities: defaultdict[str | None, Decimal] = defaultdict(Decimal)
    for entry in item.stock:
        if entry.quantity > 0 and covered.has(entry.location_id):
            quantities[entry.location_id] += entry.quantity
    return quantities


def _warranty_state(item: Item, on: date, days: int) -> WarrantyState | None:
    """Return how a warranty stands on a day; None without one. Its last day belongs to it."""
    if item.lifetime_warranty:
        return WarrantyState.LIFETIME
    if item.warranty_until is None:
        return None
    if item.warranty_until < on:
        return WarrantyState.ENDED
    return WarrantyState.ENDING if item.warranty_until - on <= timedelta(days=days) else WarrantyState.RUNNING


def _stock_order(entry: Stock, places: ReportPlaces) -> tuple[object, ...]:
    """Return what the lots of an item are sorted by: place, then what has to be used first."""
    return (places.order(entry.location_id), entry.best_before is None, entry.best_before, entry.lot or "")


def _device_entry(
    shown: ShownDevice, sources: Mapping[str, SourceInfo], places: ReportPlaces, zone: tzinfo
) -> DeviceEntry:
    """Return a device with where it is, else where the source is that sees it."""
    device = shown.known.device
    seen = [source for each in shown.known.sightings if (source := sources.get(each.source_id))]
    at_sources = (source.site_id for source in seen if source.site_id)
    site = places.home_or(places.site_of(device.location_id) or next(at_sources, None))
    last = max((each.last_seen for each in shown.known.sightings), default=None)
    return DeviceEntry(
        shown=shown,
        site=places.name(site),
        place=places.path(device.location_id),
        networks=tuple(sorted({source.title for source in seen if source.title})),
        last_seen=last and last.astimezone(zone),
    )
