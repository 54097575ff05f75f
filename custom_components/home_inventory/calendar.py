"""The calendar: the last days of warranties, when lots are best before, and when things are due back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, override

from homeassistant.components.calendar import CalendarEntity, CalendarEvent
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .coordinator import async_get_coordinator
from .domain.errors import InventoryError
from .entity import HomeEntity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

    from .coordinator import FiguresCoordinator
    from .domain.models import Item
    from .inventory import InventoryConfigEntry

PARALLEL_UPDATES: Final = 0
_DAY: Final = timedelta(days=1)
_LAST_DAY: Final = date(9999, 12, 30)
_WARRANTY: Final = "warranty"
_BEST_BEFORE: Final = "best_before"
_DUE_BACK: Final = "due_back"
_WORDS: Final = f"component.{DOMAIN}.entity.calendar.deadlines.state_attributes.kind.state"


async def async_setup_entry(
    hass: HomeAssistant, entry: InventoryConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the calendar."""
    words = await async_get_translations(hass, hass.config.language, "entity", {DOMAIN})
    kinds = {kind: words[f"{_WORDS}.{kind}"] for kind in (_WARRANTY, _BEST_BEFORE, _DUE_BACK)}
    async_add_entities([DeadlineCalendar(await async_get_coordinator(hass, entry), kinds)])


class DeadlineCalendar(HomeEntity, CalendarEntity):
    """Shows what ends when; its state is about the next day on which something does."""

    _attr_initial_color = "#b26a00"

    def __init__(self, coordinator: FiguresCoordinator, words: dict[str, str]) -> None:
        """Take what ends in words, in the language of the home."""
        super().__init__(coordinator, "deadlines")
        self._words = words

    @property
    @override
    def event(self) -> CalendarEvent | None:
        """Return what comes next, or is today."""
        read = self.coordinator.data
        found = [
            *self._warranty_events(read.warranties),
            *self._lot_events(read.lots, read.today, _LAST_DAY),
            *self._loan_events(read.loans, read.today, _LAST_DAY),
        ]
        return min(found, key=_order, default=None)

    @override
    async def async_get_events(
        self, hass: HomeAssistant, start_date: datetime, end_date: datetime
    ) -> list[CalendarEvent]:
        """Return what ends in a time."""
        first = dt_util.as_local(start_date).date()
        last = (dt_util.as_local(end_date) - timedelta(microseconds=1)).date()
        items = self._inventory.items
        try:
            warranties = await items.async_list_warranties(first, last)
            lots = await items.async_list_best_before(first, last)
            loans = await self._inventory.loans.async_list_due(first, last)
        except InventoryError as err:
            raise HomeAssistantError(
                translation_domain=DOMAIN, translation_key=err.code, translation_placeholders=err.placeholders
            ) from err
        found = [
            *self._warranty_events(warranties),
            *self._lot_events(lots, first, last),
            *self._loan_events(loans, first, last),
        ]
        return sorted(found, key=_order)

    def _warranty_events(self, items: Iterable[Item]) -> list[CalendarEvent]:
        """Return the last days of warranties."""
        return [
            self._event(item, item.warranty_until, _WARRANTY, f"{item.id}_warranty")
            for item in items
            if item.warranty_until is not None
        ]

    def _lot_events(self, items: Iterable[Item], first: date, last: date) -> list[CalendarEvent]:
        """Return the days before which lots are best."""
        return [
            self._event(item, entry.best_before, _BEST_BEFORE, entry.id, entry.lot)
            for item in items
            for entry in item.stock
            if entry.best_before is not None and first <= entry.best_before <= last and entry.quantity
        ]

    def _loan_events(self, items: Iterable[Item], first: date, last: date) -> list[CalendarEvent]:
        """Return the days on which things are due back."""
        return [
            self._event(item, loan.due_on, _DUE_BACK, loan.id, loan.borrower)
            for item in items
            for loan in item.loans
            if loan.due_on is not None and first <= loan.due_on <= last
        ]

    def _event(self, item: Item, day: date, kind: str, uid: str, more: str | None = None) -> CalendarEvent:
        """Return an event that lasts a day."""
        places = [self._inventory.locations.path(location_id) for location_id in item.location_ids]
        about = [" ".join(part for part in (item.manufacturer, item.model) if part), more, item.code]
        return CalendarEvent(
            start=day,
            end=day + _DAY,
            summary=f"{item.name}: {self._words[kind]}",
            description=" · ".join(part for part in about if part),
            location=", ".join(place for place in places if place) or None,
            uid=uid,
        )


def _order(event: CalendarEvent) -> tuple[date, str]:
    """Return what events are sorted by."""
    return event.start, event.summary
