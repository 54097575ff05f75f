"""The shape of what a site adds up to; shapes.py lists it for the front end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .domain.models import Location
    from .domain.site_figures import SiteFigures as Figures


class SiteFigures(TypedDict):
    """What is at a site. `total_value` adds up prices in `currency` alone."""

    id: str
    name: str
    items: int
    low_stock: int
    warranties_expiring: int
    total_value: float
    currency: str


def site_figures_view(site: Location, figures: Figures, currency: str) -> SiteFigures:
    """Return what a site adds up to."""
    return SiteFigures(
        id=site.id,
        name=site.name,
        items=figures.items,
        low_stock=figures.low_stock,
        warranties_expiring=figures.warranties_expiring,
        total_value=float(figures.total_value),
        currency=currency,
    )
