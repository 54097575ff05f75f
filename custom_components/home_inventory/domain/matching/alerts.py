"""What people are told of by itself, each thing once, until it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ..observations import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from ..devices import Device, Sighting
    from ..observations import Conflict
    from .run import State

NEW_AFTER: Final = timedelta(minutes=5)


class AlertKind(StrEnum):
    """What an alert is about."""

    NEW = "device_new"
    NEW_RANDOM = "devices_new_random"
    """Devices with made-up hardware addresses, all of a run in one."""
    MISSING = "device_missing"
    CONFLICT = "ip_conflict"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that people are told of."""

    kind: AlertKind
    subjects: tuple[str, ...]
    """The ids of devices; for a conflict the address and its hardware addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is to be told now, and what is over."""

    raised: tuple[Alert, ...] = ()
    cleared: tuple[Alert, ...] = ()


def new_devices(
    state: State, announced: Collection[str], baselines: Mapping[str, datetime], now: datetime
) -> tuple[Alert, ...]:
    """Return the devices that are to be told of as new.

    One is new once it was seen twice or has been known for five minutes. `announced` are those that were told of,
    `baselines` when each source ran for the first time: what that brought was there before. Ignored devices are not told of.
    """
    found: dict[str, None] = {}
    for sightings in _by_device(state.sightings.values()).values():
        device = state.devices.get(sightings[0].device_id)
        if device is None or device.id in announced or device.ignored or device.archived_at:
            continue
        is_old = any(seen.first_seen <= baselines.get(seen.source_id, seen.first_seen) for seen in sightings)
        if not is_old and any(
            seen.last_seen > seen.first_seen or now - seen.first_seen >= NEW_AFTER for seen in sightings
        ):
            found[device.id] = None
    random = tuple(sorted(device_id for device_id in found if _is_random(state.devices[device_id])))
    alerts = tuple(Alert(AlertKind.NEW, (device_id,)) for device_id in sorted(found.keys() - set(random)))
    return (*alerts, Alert(AlertKind.NEW_RANDOM, random)) if random else alerts


def standing(devices: Iterable[Device], conflicts: Iterable[Conflict]) -> frozenset[Alert]:
    """Return what is wrong now: devices that are missing, and addresses in conflict."""
    missing = (
        Alert(AlertKind.MISSING, (device.id,))
        for device in devices
        if device.missing_since and not device.ignored and not device.archived_at
    )
    return frozenset(
        (*missing, *(Alert(AlertKind.CONFLICT, (conflict.address, *conflict.macs)) for conflict in conflicts))
    )


def transitions(before: Collection[Alert], now: Collection[Alert]) -> Changes:
    """Return what has become wrong and what is over, from what was wrong before and is now. What stays wrong is not told again."""
    return Changes(
        raised=tuple(sorted(set(now) - set(before), key=_order)),
        cleared=tuple(sorted(set(before) - set(now), key=_order)),
    )


def _order(alert: Alert) -> tuple[str, tuple[str, ...]]:
    """Return what sorts alerts."""
    return alert.kind.value, alert.subjects


def _by_device(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """Return sightings by device."""
    found: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        found.setdefault(sighting.device_id, []).append(sighting)
    return found


def _is_random(device: Device) -> bool:
    """Return whether a device is known by nothing better than a made-up hardware address."""
    has_strong = any(identity.is_strong for identity in device.identities)
    return not has_strong and any(identity.kind is IdentityKind.MAC for identity in device.identities)
