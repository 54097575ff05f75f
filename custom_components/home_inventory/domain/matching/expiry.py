"""Which devices are forgotten by themselves: those of which nothing is left but a made-up hardware address."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ..addresses import is_random_mac
from ..observations import IdentityKind
from .presence import absence, sightings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..devices import Device, Sighting
    from .run import Run, State

EXPIRE_AFTER: Final = timedelta(days=30)
"""How long a device that is known only by a made-up hardware address is looked for in vain before it is forgotten.

Phones make up a new one now and then, and guests leave theirs behind: whoever has one of them never comes back.
"""

_CALLED_MISSING: Final = timedelta(hours=1)
"""A run that finds out that a device is missing writes that when it ends, which is a little after it began."""


def expired(state: State, run: Run, sources: Collection[str]) -> Iterator[str]:
    """Yield the ids of the devices that are to be forgotten. `sources` are those there are: what others have seen tells nothing more.

    Never one that somebody has named, placed, adopted, merged, ignored or otherwise said something of. Time in which nobody
    looked doesn't count.
    """
    seen = sightings_of(state)
    parents = {device.parent_id for device in state.devices.values()}
    others = {other for device in state.devices.values() for other in device.refused}
    for device in state.devices.values():
        sightings = seen.get(device.id, [])
        if (
            sightings
            and _is_fleeting(device)
            and not _was_changed_lately(device, run)
            and device.id not in parents
            and device.id not in others
            and all(_away(sighting, run, sources) >= EXPIRE_AFTER for sighting in sightings)
        ):
            yield device.id


def _is_fleeting(device: Device) -> bool:
    """Return whether a device is known only by one made-up hardware address, and nobody has said anything of it.

    Of several of them somebody has said that they are one device.
    """
    macs = [identity for identity in device.identities if identity.kind is IdentityKind.MAC]
    is_touched = (
        device.item_id is not None
        or device.archived_at is not None
        or device.ignored
        or device.sleeps
        or bool(device.refused)
        or any(fact.is_locked for fact in device.facts.values())
    )
    is_known = any(identity.is_strong for identity in device.identities)
    return len(macs) == 1 and is_random_mac(macs[0].value) and not is_known and not is_touched


def _was_changed_lately(device: Device, run: Run) -> bool:
    """Return whether a device was changed in the last thirty days, but for its being called missing: a person has brought it back."""
    if run.at - device.updated_at >= EXPIRE_AFTER:
        return False
    return device.missing_since is None or device.updated_at - device.missing_since > _CALLED_MISSING


def _away(sighting: Sighting, run: Run, sources: Collection[str]) -> timedelta:
    """Return how long a source has looked for a device in vain; of one that is gone, how long ago it saw it."""
    if sighting.source_id not in sources:
        return run.at - sighting.last_seen
    return absence(sighting, run.gaps_of.get(sighting.source_id, run.gaps))
