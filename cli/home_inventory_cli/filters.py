"""What items are narrowed by, as `item/list` and `search` take it."""

from __future__ import annotations

from typing import Any, Final

from . import completion
from .command import Parameter, flag, option

_PANEL: Final = "Filters"


def _by(name: str, help: str, *flags: str, **more: Any) -> Parameter:
    return option(name, help, *flags, panel=_PANEL, **more)


def _is(name: str, help: str, *flags: str, **more: str) -> Parameter:
    return flag(name, help, *flags, panel=_PANEL, **more)


FILTERS: Final = (
    _by("location", "In this place or anywhere inside.", "--location", "-l", complete=completion.places),
    _by(
        "categories",
        "In this category or anywhere inside.",
        "--category",
        "-c",
        many=True,
        complete=completion.categories,
    ),
    _by("labels", "With this label of Home Assistant.", "--label", many=True),
    _by("manufacturer", "Of this maker."),
    _by("vendor", "Bought there."),
    _by("warranty", "active, expired or none.", complete=completion.words("active", "expired", "none")),
    _by("warranty_from", "Warranty ends on this day or later."),
    _by("warranty_until", "Warranty ends on this day or before."),
    _by("warranty_days", "Warranty ends within so many days.", kind=int),
    _by("quantity_above", "There is more than this."),
    _by("quantity_below", "There is less than this."),
    _is("low_stock", "Less than the item's minimum."),
    _by("price_above", "One costs more than this."),
    _by("price_below", "One costs less than this."),
    _by("currency", "Currency of these prices, as EUR."),
    _by("purchase_date_from", "Bought on this day or later."),
    _by("purchase_date_until", "Bought on this day or before."),
    _by("added_from", "Added on this day or later."),
    _by("added_until", "Added on this day or before."),
    _by("best_before_from", "Something is left that is best before this day or later."),
    _by("best_before_until", "Something is left that is best before this day."),
    _is("unplaced", "Some of it has no place yet."),
    _by("borrower", "This person has some of it.", complete=completion.borrowers),
    _is("lent", "Somebody has some of it, or nobody.", opposite="--not-lent"),
    _is("overdue", "Was due back before today."),
    _by(
        "device_status",
        "Is a device that is online, offline, missing or unknown.",
        many=True,
        complete=completion.words("online", "offline", "missing", "unknown"),
    ),
    _is("promoted", "Has a device of its own, or none.", opposite="--not-promoted"),
    _is("archived", "Archived items instead of those in use."),
)
