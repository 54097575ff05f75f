"""Two records of one device made one, and made two again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import InventoryError
from ..observations import PRECEDENCE
from .run import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ..devices import Device, DeviceField, Fact, Sighting


class CannotMergeError(InventoryError):
    """Two devices are one already, or are two different items."""

    code = "cannot_merge_devices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What was made one, with all that is needed to undo it."""

    kept: Device
    """As it was before."""
    gone: Device
    merged: Device
    kept_sightings: tuple[Sighting, ...]
    gone_sightings: tuple[Sighting, ...]
    merged_sightings: tuple[Sighting, ...]
    children: tuple[str, ...]
    """The devices that hung on the one that is gone."""


def merge(state: State, keep_id: str, gone_id: str, at: datetime) -> tuple[State, Merge]:
    """Return all devices after two are made one, and how to undo it. What a person has settled of either stays.

    Raises CannotMergeError if they are two items, or the same device.
    """
    kept, gone = state.devices[keep_id], state.devices[gone_id]
    if keep_id == gone_id or (kept.item_id and gone.item_id and kept.item_id != gone.item_id):
        raise CannotMergeError(name=kept.name, other=gone.name)
    merged = _merged(kept, gone, at)
    children = tuple(
        sorted(device.id for device in state.devices.values() if device.parent_id == gone_id and device.id != keep_id)
    )
    done = Merge(
        kept=kept,
        gone=gone,
        merged=merged,
        kept_sightings=_of(state, keep_id),
        gone_sightings=_of(state, gone_id),
        merged_sightings=_merged_sightings(_of(state, keep_id), _of(state, gone_id), keep_id),
        children=children,
    )
    devices = {
        device_id: replace(device, parent_id=keep_id) if device_id in children else device
        for device_id, device in state.devices.items()
    }
    del devices[gone_id]
    devices[keep_id] = merged
    return State(devices, _with(state, {keep_id, gone_id}, done.merged_sightings)), done


def split(state: State, done: Merge) -> State:
    """Return all devices after a merge is undone. What has changed since (a person's word, a sighting) stays with the one that was kept."""
    keep_id, gone_id = done.kept.id, done.gone.id
    now = state.devices[keep_id]
    devices = {
        device_id: replace(device, parent_id=gone_id)
        if device_id in done.children and device.parent_id == keep_id
        else device
        for device_id, device in state.devices.items()
    }
    devices[keep_id] = _restored(done, now)
    devices[gone_id] = done.gone
    as_merged = set(done.merged_sightings)
    since = {sighting.source_id: sighting for sighting in _of(state, keep_id) if sighting not in as_merged}
    kept = {sighting.source_id: sighting for sighting in done.kept_sightings} | since
    return State(devices, _with(state, {keep_id, gone_id}, (*kept.values(), *done.gone_sightings)))


def _merged(kept: Device, gone: Device, at: datetime) -> Device:
    """Return two devices as one."""
    parents = [parent for parent in (kept.parent_id, gone.parent_id) if parent not in {None, kept.id, gone.id}]
    return replace(
        kept,
        updated_at=at,
        identities=tuple(dict.fromkeys((*kept.identities, *gone.identities))),
        facts=_merged_facts(kept.facts, gone.facts),
        item_id=kept.item_id or gone.item_id,
        parent_id=parents[0] if parents else None,
        link=kept.link or gone.link,
        components=tuple({part.key: part for part in (*gone.components, *kept.components)}.values()),
        sleeps=kept.sleeps or gone.sleeps,
        ignored=kept.ignored and gone.ignored,
        missing_since=None
        if kept.missing_since is None or gone.missing_since is None
        else max(kept.missing_since, gone.missing_since),
        archived_at=kept.archived_at if gone.archived_at else None,
    )


def _merged_facts(kept: Mapping[DeviceField, Fact], gone: Mapping[DeviceField, Fact]) -> dict[DeviceField, Fact]:
    """Return the more telling of each field. What a person said of both, differently, is offered."""
    facts = {**gone, **kept}
    for name in kept.keys() & gone.keys():
        mine, other = kept[name], gone[name]
        first, second = (other, mine) if PRECEDENCE[other.origin] < PRECEDENCE[mine.origin] else (mine, other)
        is_offer = first.is_locked and first.offered is None and second.value not in {None, first.value}
        facts[name] = replace(first, offered=second.value, source_id=second.source_id) if is_offer else first
    return facts


def _merged_sightings(kept: tuple[Sighting, ...], gone: tuple[Sighting, ...], keep_id: str) -> tuple[Sighting, ...]:
    """Return the sightings of two devices as those of one: each source has seen it when it saw either."""
    merged = {sighting.source_id: sighting for sighting in kept}
    for sighting in gone:
        mine = merged.get(sighting.source_id)
        merged[sighting.source_id] = replace(sighting, device_id=keep_id) if mine is None else _both(mine, sighting)
    return tuple(merged.values())


def _both(mine: Sighting, other: Sighting) -> Sighting:
    """Return two sightings of one source as one."""
    current = [sighting for sighting in (mine, other) if sighting.missed == min(mine.missed, other.missed)]
    return replace(
        mine,
        first_seen=min(mine.first_seen, other.first_seen),
        last_seen=max(mine.last_seen, other.last_seen),
        last_run=max(mine.last_run, other.last_run),
        addresses=tuple(dict.fromkeys(address for sighting in current for address in sighting.addresses)),
        missed=min(mine.missed, other.missed),
    )


def _restored(done: Merge, now: Device) -> Device:
    """Return the device that was kept as it was, with what has changed about it since."""
    if now == done.merged:
        return done.kept
    known = {*done.merged.identities, *done.gone.identities}
    facts = {name: fact for name, fact in now.facts.items() if fact != done.merged.facts.get(name)}
    cleared = {name for name in done.merged.facts if name not in now.facts}
    before = {name: fact for name, fact in done.kept.facts.items() if name not in cleared}
    return replace(
        done.kept,
        updated_at=now.updated_at,
        identities=(*done.kept.identities, *(identity for identity in now.identities if identity not in known)),
        facts={**before, **facts},
        item_id=done.kept.item_id if now.item_id == done.merged.item_id else now.item_id,
        parent_id=done.kept.parent_id if now.parent_id == done.merged.parent_id else now.parent_id,
        link=done.kept.link if now.link == done.merged.link else now.link,
        components=done.kept.components if now.components == done.merged.components else now.components,
        sleeps=done.kept.sleeps if now.sleeps == done.merged.sleeps else now.sleeps,
        ignored=done.kept.ignored if now.ignored == done.merged.ignored else now.ignored,
        missing_since=done.kept.missing_since if now.missing_since == done.merged.missing_since else now.missing_since,
        archived_at=done.kept.archived_at if now.archived_at == done.merged.archived_at else now.archived_at,
    )


def _of(state: State, device_id: str) -> tuple[Sighting, ...]:
    """Return the sightings of a device."""
    return tuple(sighting for sighting in state.sightings.values() if sighting.device_id == device_id)


def _with(state: State, without: set[str], sightings: tuple[Sighting, ...]) -> dict[tuple[str, str], Sighting]:
    """Return all sightings, those of some devices replaced."""
    others = {key: sighting for key, sighting in state.sightings.items() if sighting.device_id not in without}
    return {**others, **{(sighting.device_id, sighting.source_id): sighting for sighting in sightings}}
