"""What one search for everything answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .devices import Device


class Findable(StrEnum):
    """What can be found; documents are to follow."""

    ITEM = "item"
    LOCATION = "location"
    DEVICE = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a device is found by."""

    device: Device
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Network addresses by the source that has seen it there."""
    called: tuple[str, ...] = ()
    """The names of the item that it is."""


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
    borrowers: tuple[Facet, ...] = ()
    """Who has some of it, by their names."""
