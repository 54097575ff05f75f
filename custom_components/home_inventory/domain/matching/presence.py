"""Whether devices are there: what a run makes of when they were seen, and what people are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_address, ip_network
from itertools import pairwise
from typing import TYPE_CHECKING

from ..devices import Sighting, Status
from ..errors import InventoryError
from ..observations import IdentityKind, Presence
from .run import MISSING_AFTER, OFFLINE_AFTER, OFFLINE_MISSES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from ..devices import Device
    from ..observations import Harvest, Observation
    from .run import Gap, Run, State


class ImplausibleHarvestError(InventoryError):
    """A source suddenly knows nothing, or less than half of what it knew: that is a failed run."""

    code = "implausible_harvest"

    def __init__(self, found: int, known: int) -> None:
        """Say how many of the known devices were found again."""
        super().__init__(found=found, known=known)


def check_plausible(known: Collection[str], found: Collection[str]) -> None:
    """Refuse a harvest that lacks more than half of the devices of the run before. Raises ImplausibleHarvestError."""
    again = len(set(known) & set(found))
    if known and (not found or 2 * again < len(known)):
        raise ImplausibleHarvestError(again, len(known))


def see(before: Sighting | None, device_id: str, observation: Observation, run: Run, *, is_complete: bool) -> Sighting:
    """Return when a device was seen after a run that has it. What its source calls absent was looked for and not found."""
    addresses = tuple(dict.fromkeys(observation.of_kind(IdentityKind.ADDRESS)))
    if observation.presence is Presence.ABSENT:
        if before is not None:
            return miss(before, run) if is_complete else before
        seen = min(observation.seen_at or run.at, run.at)
        return Sighting(
            device_id=device_id,
            source_id=run.source_id,
            first_seen=seen,
            last_seen=seen,
            last_run=run.at,
            addresses=addresses,
            missed=int(is_complete),
        )
    seen = min(observation.seen_at or run.at, run.at)
    if before is None:
        return Sighting(
            device_id=device_id,
            source_id=run.source_id,
            first_seen=seen,
            last_seen=seen,
            last_run=run.at,
            addresses=addresses,
        )
    last_run = max(before.last_run, run.at) if is_complete else before.last_run
    return replace(
        before,
        last_seen=max(before.last_seen, seen),
        last_run=last_run,
        addresses=addresses or before.addresses,
        missed=0,
    )


def miss(before: Sighting, run: Run) -> Sighting:
    """Return when a device was seen after a complete run that doesn't have it. A run counts once, however often it is looked at."""
    return before if run.at <= before.last_run else replace(before, last_run=run.at, missed=before.missed + 1)


def was_looked_for(sighting: Sighting, harvest: Harvest) -> bool:
    """Return whether a run would have found a device: all of a complete list, of a network only what was last seen in it."""
    if not harvest.is_complete:
        return False
    networks = [ip_network(network) for network in harvest.networks]
    return not networks or any(ip_address(address) in network for address in sighting.addresses for network in networks)


def absence(sighting: Sighting, gaps: Iterable[Gap] = ()) -> timedelta:
    """Return how long a device was looked for in vain, up to the last complete run. Time in which nobody looked doesn't count."""
    start, end = sighting.last_seen, sighting.last_run
    if not sighting.missed or end <= start:
        return timedelta(0)
    idle = sum((max(min(end, until) - max(start, since), timedelta(0)) for since, until in gaps), timedelta(0))
    return end - start - idle


def gaps_between(runs: Iterable[datetime], longest: timedelta) -> tuple[Gap, ...]:
    """Return when nobody looked: between complete runs that are further apart than `longest`, but for that time after the first of them."""
    return tuple((before + longest, after) for before, after in pairwise(sorted(runs)) if after - before > longest)


def status_of(device: Device, sightings: Iterable[Sighting], run: Run) -> Status:
    """Return how a device is doing, from what its sources saw. Those that only list devices are asked if no other looks for it."""
    mine = list(sightings)
    watched = [sighting for sighting in mine if sighting.source_id in run.watching]
    states = {_status_by(device, sighting, run) for sighting in watched or mine}
    for status in (Status.ONLINE, Status.OFFLINE, Status.MISSING):
        if status in states:
            return status if watched or status is Status.MISSING else Status.UNKNOWN
    return Status.UNKNOWN


def _status_by(device: Device, sighting: Sighting, run: Run) -> Status:
    """Return how a device is doing according to one source. Until it has been away for a while it is taken to be there."""
    away = absence(sighting, run.gaps_of.get(sighting.source_id, run.gaps))
    if sighting.missed < OFFLINE_MISSES or away < OFFLINE_AFTER:
        return Status.ONLINE
    if device.sleeps or away < run.missing_after.get(device.id, MISSING_AFTER):
        return Status.OFFLINE
    return Status.MISSING


def sightings_of(state: State) -> dict[str, list[Sighting]]:
    """Return the sightings of each device."""
    found: dict[str, list[Sighting]] = {}
    for sighting in state.sightings.values():
        found.setdefault(sighting.device_id, []).append(sighting)
    return found
