"""What one search for everything answers with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Findable(StrEnum):
    """What can be found; devices and documents are to follow."""

    ITEM = "item"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that found items have in common, and how many of them have it."""

    id: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What found items have in common, the commonest first."""

    locations: tuple[Facet, ...] = ()
    categories: tuple[Facet, ...] = ()
    labels: tuple[Facet, ...] = ()
    manufacturers: tuple[Facet, ...] = ()
    """By their names."""
