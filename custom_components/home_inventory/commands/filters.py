"""What narrows a list of items: one set of fields for the websocket, the action and the tools of language models."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from homeassistant.helpers import label_registry as lr
from homeassistant.util import dt as dt_util

from ..domain.devices import Status
from ..domain.errors import InvalidValueError
from ..domain.fields import MONEY, QUANTITY, REFERENCE, Choice, Choices, Currency, Day, Flag, Reader, Text, Texts, Whole
from ..domain.filters import Range, moments, narrow
from ..domain.models import ItemFilter
from ..manager.questions import Question
from ..queries import Understood
from ..registries import resolve_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .base import Call

GROUPS: Final[Mapping[str, Reader]] = {"categories": Texts(1000, 50), "labels": Texts(255, 50)}


class Warranty(StrEnum):
    """How an item's warranty stands today."""

    ACTIVE = "active"
    EXPIRED = "expired"
    NONE = "none"


QUESTION: Final[Mapping[str, Reader]] = {
    "query": Text(500),
    "language": Text(35),
    "keep_as_words": Texts(500, 50),
}
FILTERS: Final[Mapping[str, Reader]] = {
    "location": REFERENCE,
    **GROUPS,
    "manufacturer": Text(255),
    "vendor": Text(255),
    "warranty": Choice(Warranty),
    "warranty_from": Day(),
    "warranty_until": Day(),
    "warranty_days": Whole(0, 36_500),
    "quantity_above": QUANTITY,
    "quantity_below": QUANTITY,
    "low_stock": Flag(),
    "price_above": MONEY,
    "price_below": MONEY,
    "currency": Currency(),
    "purchase_date_from": Day(),
    "purchase_date_until": Day(),
    "added_from": Day(),
    "added_until": Day(),
    "best_before_from": Day(),
    "best_before_until": Day(),
    "unplaced": Flag(),
    "borrower": Text(255),
    "lent": Flag(),
    "overdue": Flag(),
    "device_status": Choices(Status),
    "promoted": Flag(),
    "archived": Flag(),
}


async def async_wanted(call: Call) -> tuple[ItemFilter, Understood]:
    """Return which items are wanted, by the fields and by the question together, and what was understood of the question.

    Raises InventoryError as `read_filter` does; a question is never wrong.
    """
    wanted, text = read_filter(call), call.values.get("query")
    if not text:
        return await call.inventory.devices.async_narrow(wanted), Understood(words="")
    question = Question(
        text=text,
        language=call.values.get("language") or call.hass.config.language,
        today=call.inventory.today,
        zone=dt_util.get_default_time_zone(),
        currency=call.inventory.currency,
        labels={label.label_id: label.name for label in lr.async_get(call.hass).async_list_labels()},
        keep_as_words=call.values.get("keep_as_words") or (),
    )
    understood = await call.inventory.questions.async_understand(question)
    return await call.inventory.devices.async_narrow(narrow(wanted, understood.wanted)), understood


def read_filter(call: Call) -> ItemFilter:
    """Return which items are wanted. Raises InventoryError for an unknown place, category or label, or an impossible range."""
    values, inventory = call.values, call.inventory
    location, categories = values.get("location"), values.get("categories")
    statuses = values.get("device_status")
    price: Range[Decimal] | None = _range(values, "price_above", "price_below")
    wanted = ItemFilter(
        location_ids=location and inventory.locations.inside(inventory.locations.resolve_location(location).id),
        category_ids=inventory.categories.inside(categories) if categories else None,
        label_ids=resolve_labels(call.hass, values.get("labels") or ()),
        manufacturer=values.get("manufacturer"),
        vendor=values.get("vendor"),
        warranty=_range(values, "warranty_from", "warranty_until"),
        quantity=_range(values, "quantity_above", "quantity_below"),
        price=price,
        currency=(values.get("currency") or inventory.currency) if price else None,
        purchase_date=_range(values, "purchase_date_from", "purchase_date_until"),
        added=moments(_range(values, "added_from", "added_until"), dt_util.get_default_time_zone()),
        best_before=_range(values, "best_before_from", "best_before_until"),
        low_stock=bool(values.get("low_stock")),
        unplaced=bool(values.get("unplaced")),
        borrower=values.get("borrower"),
        lent=values.get("lent"),
        overdue_on=inventory.today if values.get("overdue") else None,
        device_statuses=frozenset(statuses) if statuses else None,
        promoted=values.get("promoted"),
        archived=bool(values.get("archived")),
    )
    return narrow(wanted, _warranty(values, inventory.today))


def _warranty(values: Mapping[str, Any], today: date) -> ItemFilter:
    """Return what is asked about the warranty as it stands today."""
    days = values.get("warranty_days")
    ending = ItemFilter() if days is None else ItemFilter(warranty=Range(today, today + timedelta(days=days)))
    return narrow(ending, _warranty_today(values.get("warranty"), today))


def _warranty_today(state: Warranty | None, today: date) -> ItemFilter:
    """Return the filter for what is under warranty today, was once, or has none."""
    yesterday = today - timedelta(days=1)
    filters: dict[Warranty | None, Callable[[], ItemFilter]] = {
        None: ItemFilter,
        Warranty.ACTIVE: lambda: ItemFilter(covered_on=today),
        Warranty.EXPIRED: lambda: ItemFilter(warranty=Range(None, yesterday)),
        Warranty.NONE: lambda: ItemFilter(no_warranty=True),
    }
    return filters[state]()


def _range[T: (date, Decimal)](values: Mapping[str, Any], low: str, high: str) -> Range[T] | None:
    """Return the range between two fields; None without either. Raises InvalidValueError if it is the wrong way round."""
    found = Range[T](values.get(low), values.get(high))
    if found.is_reversed:
        raise InvalidValueError(high, f"it comes before {low}")
    return None if found == Range() else found
