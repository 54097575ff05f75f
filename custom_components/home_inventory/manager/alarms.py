"""What people are told of devices after a run: each thing once, until it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.matching import AlertKind, new_devices
from ..domain.sync import DeviceAlert, DeviceAlertKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from ..domain.devices import Device
    from ..domain.matching import State
    from ..domain.observations import Conflict
    from ..domain.sync import SourceInfo, SyncResult

_KINDS = {AlertKind.NEW: DeviceAlertKind.NEW, AlertKind.NEW_RANDOM: DeviceAlertKind.NEW_RANDOM}


class Alarms:
    """Remembers what was told of already."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._announced: set[str] = set()
        self._sources: Mapping[str, SourceInfo] = {}
        self._conflicts: dict[str, frozenset[Conflict]] = {}

    def set_sources(self, sources: Mapping[str, SourceInfo]) -> None:
        """Take which sources there are, by id."""
        self._sources = sources

    def begin(self, state: State, baselines: Mapping[str, datetime], now: datetime) -> None:
        """Take what was there before Home Assistant started as told: it was, or there was nobody to tell."""
        for alert in new_devices(state, (), baselines, now):
            self._announced.update(alert.subjects)

    def after(self, result: SyncResult, state: State, baselines: Mapping[str, datetime]) -> tuple[DeviceAlert, ...]:
        """Return what a run has to tell; `state` is how devices are after it."""
        if result.run is None:
            return ()
        return (
            *self._new(result, state, baselines, result.run.started_at),
            *self._moved(result, result.run.started_at),
            *self._conflicting(result, state, result.run.started_at),
        )

    def conflicts(self) -> dict[str, frozenset[Conflict]]:
        """Return the addresses in conflict, by the source that has seen it."""
        return dict(self._conflicts)

    def _new(
        self, result: SyncResult, state: State, baselines: Mapping[str, datetime], at: datetime
    ) -> Iterator[DeviceAlert]:
        """Return the devices that are new, each as what its first source has found, whichever source has run now."""
        alerts = new_devices(state, self._announced, baselines, at)
        first = _first_sources(state) if alerts else {}
        for alert in alerts:
            self._announced.update(alert.subjects)
            by_source: dict[str, list[Device]] = {}
            for device_id in alert.subjects:
                by_source.setdefault(first[device_id], []).append(state.devices[device_id])
            for source_id, found in by_source.items():
                source = self._sources.get(source_id, result.source)
                yield DeviceAlert(kind=_KINDS[alert.kind], devices=tuple(found), source=source, at=at)

    def _moved(self, result: SyncResult, at: datetime) -> Iterator[DeviceAlert]:
        """Return the devices that are missing or back since this run."""
        for update in result.plan.changed:
            if update.after.ignored or update.after.archived_at or not (update.is_back or update.is_missing):
                continue
            kind = DeviceAlertKind.BACK if update.is_back else DeviceAlertKind.MISSING
            yield DeviceAlert(kind=kind, devices=(update.after,), source=result.source, at=at)

    def _conflicting(self, result: SyncResult, state: State, at: datetime) -> Iterator[DeviceAlert]:
        """Return the addresses that have come into conflict since the source's last run."""
        now = frozenset(result.plan.conflicts)
        before = self._conflicts.get(result.source.id, frozenset())
        self._conflicts[result.source.id] = now
        for conflict in sorted(now - before, key=lambda conflict: conflict.address):
            yield DeviceAlert(
                kind=DeviceAlertKind.CONFLICT,
                devices=tuple(_owners(state.devices.values(), conflict)),
                source=result.source,
                at=at,
                address=conflict.address,
                macs=conflict.macs,
            )


def _owners(devices: Iterable[Device], conflict: Conflict) -> list[Device]:
    """Return the devices that answer to one address."""
    macs = set(conflict.macs)
    return [device for device in devices if macs & {identity.value for identity in device.identities}]


def _first_sources(state: State) -> dict[str, str]:
    """Return the source that was the first to see each device."""
    in_order = sorted(
        state.sightings.values(), key=lambda sighting: (sighting.first_seen, sighting.source_id), reverse=True
    )
    return {sighting.device_id: sighting.source_id for sighting in in_order}
