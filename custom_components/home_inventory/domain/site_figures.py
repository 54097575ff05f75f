"""What the items of a site add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """What the sensors of a site show."""

    items: int = 0
    low_stock: int = 0
    warranties_expiring: int = 0
    next_warranty_expiry: date | None = None
    next_warranty_item: str | None = None
    """The name of the item whose warranty ends next."""
    total_value: Decimal = Decimal(0)
