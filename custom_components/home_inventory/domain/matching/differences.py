"""What differs between two runs of a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..observations import IdentityKind
from .pairing import binding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..observations import Harvest, Identity, Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs, each by what it was seen as."""

    appeared: tuple[Observation, ...] = ()
    gone: tuple[Observation, ...] = ()
    """Nothing is gone in a later run that is not complete."""
    changed: tuple[tuple[Observation, Observation], ...] = ()
    """As it was, and as it is."""


def diff(before: Harvest, after: Harvest) -> Difference:
    """Return what differs between two runs. What is the same is told by identities, as when devices are matched."""
    old: dict[Identity, int] = {}
    for place, observation in enumerate(before.observations):
        for key in _keys(observation):
            old.setdefault(key, place)
    left = dict(enumerate(before.observations))
    appeared: list[Observation] = []
    changed: list[tuple[Observation, Observation]] = []
    for observation in after.observations:
        places = (old[key] for key in _keys(observation) if key in old)
        was = left.pop(next((place for place in places if place in left), -1), None)
        if was is None:
            appeared.append(observation)
        elif _said(was) != _said(observation):
            changed.append((was, observation))
    return Difference(
        appeared=tuple(appeared), gone=tuple(left.values()) if after.is_complete else (), changed=tuple(changed)
    )


def _keys(observation: Observation) -> tuple[Identity, ...]:
    """Return what an observation is known by again: strong identities, else a hardware address, else whatever there is."""
    macs = tuple(identity for identity in observation.identities if identity.kind is IdentityKind.MAC)
    return tuple(dict.fromkeys((*binding(observation.identities), *macs))) or observation.identities


def _said(observation: Observation) -> tuple[object, ...]:
    """Return what an observation says, in whatever order, and without when it was made."""
    facts: Iterable[object] = (
        observation.manufacturer,
        observation.model,
        observation.serial_number,
        observation.firmware,
        observation.device_type,
    )
    lists = (frozenset(observation.identities), frozenset(observation.names), frozenset(observation.components))
    return (*lists, *facts, observation.place, observation.presence, observation.parent, observation.link)
