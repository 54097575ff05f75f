"""Addresses that several devices answer to, and devices that are at two sites at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ..addresses import normalize_mac
from ..devices import Reason
from ..observations import Conflict, IdentityKind, Presence
from .run import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from ..devices import Device, Sighting, Suggestion
    from ..observations import Harvest
    from .run import Run, State

WITHIN: Final = timedelta(hours=1)
"""An address that goes from one device to another and back in this time is one that both claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A hardware address that was confirmed to answer to an address at a time."""

    address: str
    mac: str
    at: datetime


def certain_conflicts(harvest: Harvest, devices: Iterable[Device]) -> tuple[Conflict, ...]:
    """Return the addresses that several devices answered to in one run.

    Not one device with several hardware addresses, not the shared address of virtual routers, and not what a source only lists.
    """
    claims: dict[str, set[str]] = {}
    for conflict in harvest.conflicts:
        claims.setdefault(conflict.address, set()).update(conflict.macs)
    for observation in harvest.observations:
        if observation.presence is Presence.SEEN:
            for address in observation.of_kind(IdentityKind.ADDRESS):
                claims.setdefault(address, set()).update(observation.of_kind(IdentityKind.MAC)[:1])
    owners = owners_of(devices)
    return tuple(found for address, macs in sorted(claims.items()) if (found := _conflict(address, macs, owners)))


def probable_conflicts(claims: Iterable[Claim], devices: Iterable[Device]) -> tuple[Conflict, ...]:
    """Return the addresses that went from one device to another and back within an hour. One that was only handed on is no conflict."""
    by_address: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.at):
        by_address.setdefault(claim.address, []).append(claim)
    owners = owners_of(devices)
    found = (_conflict(address, _alternating(history), owners) for address, history in sorted(by_address.items()))
    return tuple(conflict for conflict in found if conflict)


def _alternating(history: Sequence[Claim]) -> set[str]:
    """Return the hardware addresses that take turns in the history of one address: A, B and A again."""
    found: set[str] = set()
    last: dict[str, int] = {}
    for place, claim in enumerate(history):
        if (before := last.get(claim.mac)) is not None and claim.at - history[before].at <= WITHIN:
            between = {other.mac for other in history[before + 1 : place]}
            found |= {claim.mac, *between} if between else set()
        last[claim.mac] = place
    return found


def owners_of(devices: Iterable[Device]) -> dict[str, str]:
    """Return the device of each hardware address."""
    return {
        identity.value: device.id
        for device in devices
        for identity in device.identities
        if identity.kind is IdentityKind.MAC
    }


def _conflict(address: str, macs: Iterable[str], owners: Mapping[str, str]) -> Conflict | None:
    """Return a conflict if hardware addresses are of more than one device."""
    real = sorted({mac for text in macs if (mac := normalize_mac(text))})
    return Conflict(address=address, macs=tuple(real)) if len({owners.get(mac, mac) for mac in real}) > 1 else None


def at_two_sites(state: State, sightings: Mapping[str, Sighting], run: Run) -> tuple[Suggestion, ...]:
    """Return the devices that were seen here, at another site, and here again within an hour: an address was copied.

    A device that has only moved is no such one. Both ids of the suggestion are the same: there is one record for two devices.
    """
    found: list[Suggestion] = []
    for other in state.sightings.values():
        now, before = sightings.get(other.device_id), state.sightings.get((other.device_id, run.source_id))
        if (
            now is None
            or before is None
            or now.missed
            or before.missed
            or {other.source_id, run.source_id} - set(run.watching)
        ):
            continue
        sites = {run.site, run.site_of(other.source_id)}
        is_between = before.last_seen <= other.last_seen <= now.last_seen and before.last_seen < now.last_seen
        if (
            "" not in sites
            and len(sites) > 1
            and not other.missed
            and is_between
            and now.last_seen - before.last_seen <= WITHIN
        ):
            found.extend(suggest(other.device_id, other.device_id, Reason.TWO_SITES, run.refused))
    return tuple(found)
