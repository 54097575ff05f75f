"""What the rules of matching need to know besides what a source has brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ..devices import Suggestion
from ..observations import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime

    from ..devices import Device, Reason, Sighting
    from ..observations import Identity, Origin

type Pair = tuple[str, str]
"""The ids of two devices, the lesser one first."""
type Gap = tuple[datetime, datetime]
"""When a stretch of time began and ended in which nobody looked."""

OFFLINE_AFTER: Final = timedelta(minutes=30)
OFFLINE_MISSES: Final = 2
MISSING_AFTER: Final = timedelta(days=7)
_STABLE: Final = frozenset({IdentityKind.MAC, IdentityKind.HOMESEER, IdentityKind.HASS, IdentityKind.SERIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a source, and what is settled about it."""

    source_id: str
    origin: Origin
    """In whose name the source says what it doesn't tell the origin of: a type, a place."""
    at: datetime
    new_id: Callable[[], str]
    site: str = ""
    sites: Mapping[str, str] = field(default_factory=dict)
    """The site of each other source. What is known only there is compared with nothing of other sites."""
    places: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The location for each place in the source's words that somebody has mapped. Others say nothing."""
    refused: Collection[Pair] = frozenset()
    """Pairs of devices that a person doesn't want to be asked about again."""
    watching: Collection[str] = frozenset()
    """The sources that tell whether a device answers, not only that they know of it."""
    missing_after: Mapping[str, timedelta] = field(default_factory=dict)
    """For devices, by id, that are missing sooner or later than others."""
    gaps: tuple[Gap, ...] = ()
    """When nobody looked, because Home Assistant or the source was down; none overlaps another."""
    gaps_of: Mapping[str, tuple[Gap, ...]] = field(default_factory=dict)
    """The same for single sources; `gaps` is for those that are not in it."""
    tells_all: bool = False
    """Whether the source says everything it knows each time: what it says no more is no more so."""
    is_confirmed: bool = False
    """Whether a person has looked at an implausible harvest and wants it."""

    def site_of(self, source_id: str) -> str:
        """Return the site of a source; empty if it has none."""
        return self.site if source_id == self.source_id else self.sites.get(source_id, "")


@dataclass(frozen=True, slots=True)
class State:
    """All devices, by id, and when each source has seen each, by device and source."""

    devices: Mapping[str, Device] = field(default_factory=dict)
    sightings: Mapping[tuple[str, str], Sighting] = field(default_factory=dict)


def pair_of(one: str, other: str) -> Pair:
    """Return the ids of two devices in the order in which pairs are kept."""
    return (one, other) if one <= other else (other, one)


def suggest(one: str, other: str, reason: Reason, refused: Collection[Pair]) -> tuple[Suggestion, ...]:
    """Return the suggestion that two devices are one; none if a person has refused it."""
    pair = pair_of(one, other)
    return () if pair in refused else (Suggestion(first_id=pair[0], second_id=pair[1], reason=reason),)


def contradict(these: Iterable[Identity], those: Iterable[Identity]) -> bool:
    """Return whether two sets of identities can't be of one device as far as names and addresses tell: both have real hardware addresses, say, and none is shared."""
    mine, others = _strong_by_kind(these), _strong_by_kind(those)
    return any(values.isdisjoint(others[key]) for key, values in mine.items() if key in others)


def _strong_by_kind(identities: Iterable[Identity]) -> dict[tuple[IdentityKind, str], set[str]]:
    """Return the strong identities that a device has once and for all."""
    found: dict[tuple[IdentityKind, str], set[str]] = {}
    for identity in identities:
        if identity.is_strong and identity.kind in _STABLE:
            found.setdefault((identity.kind, identity.scope), set()).add(identity.value)
    return found
