"""What an item is found by, without the rest: prices, dates and quantities would take most of the time to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from .models import Json


class ItemWords(NamedTuple):
    """Some fields of an Item, by the same names."""

    id: str
    code: str
    name: str
    description: str | None
    manufacturer: str | None
    model: str | None
    serial_number: str | None
    vendor: str | None
    warranty_notes: str | None
    notes: str | None
    custom: Mapping[str, Json]
    archived_at: datetime | None
    aliases: tuple[str, ...] = ()
    barcodes: tuple[str, ...] = ()
    category_ids: tuple[str, ...] = ()
    label_ids: tuple[str, ...] = ()
    location_ids: tuple[str, ...] = ()
    """Where some of it is."""
