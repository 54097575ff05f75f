"""Devices: what a run of a source changes about them, as one batch, and the writing that all use cases share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.device_errors import DeviceExistsError, PlanOutdatedError
from ..domain.devices import DeviceField
from ..domain.errors import UndoConflictError
from ..domain.matching import State, apply_plan, make_plan, pair_of
from ..domain.models import Noun, Operation
from .device_records import device_json, read_device, title_of, without_place
from .device_rows import (
    delete_devices,
    find_clash,
    find_owners,
    get_device,
    insert_devices,
    load_devices,
    missing_items,
    missing_locations,
    update_devices,
)
from .schema import DeviceRow, RefusalRow
from .sightings import load_sightings, write_sightings
from .traces import write_traces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from ..domain.devices import Device, Plan
    from ..domain.matching import Pair, Run
    from ..domain.models import Change, Json
    from ..domain.observations import Harvest
    from .work import Work

    type Step = tuple[Device | None, Device | None]
    """A device as it was and as it is to be; None when it was not there, or is to go."""


def load_state(session: Session) -> State:
    """Return all devices, archived and ignored ones included, and when each source has seen each."""
    return State(load_devices(session), load_sightings(session))


def refused_pairs(session: Session) -> frozenset[Pair]:
    """Return the pairs of devices that a person has said are not one; the lesser id comes first."""
    pairs = session.execute(select(RefusalRow.first_id, RefusalRow.second_id)).tuples()
    return frozenset(pair_of(*pair) for pair in pairs)


def take_in(work: Work, harvest: Harvest, run: Run) -> Plan:
    """Do what a run has brought, planned on the devices as they are now; return the plan.

    Raises ImplausibleHarvestError; then nothing was changed.
    """
    plan = make_plan(load_state(work.session), harvest, replace(run, refused=refused_pairs(work.session)))
    apply(work, plan, run)
    return plan


def apply(work: Work, plan: Plan, run: Run) -> None:
    """Do what was planned, with its sightings. Done twice it changes nothing more.

    Raises PlanOutdatedError if a device has changed since, or if another source has made one of the same by now.
    """
    session, new = work.session, [device_id for device_id, _ in plan.new]
    parents = find_owners(session, [seen.parent for _, seen in plan.new if seen.parent is not None])
    there = (owner for owners in parents.values() for owner in owners)
    before = load_devices(session, [*new, *(update.device.id for update in plan.changed), *there])
    _check_current(plan, before)
    after = apply_plan(State(before, {}), plan, run).devices
    touched = {device_id: after[device_id] for device_id in (*new, *(update.device.id for update in plan.changed))}
    gone = missing_locations(work.connection, touched.values())
    steps = [(before.get(device_id), _not_at(device, gone)) for device_id, device in touched.items()]
    if (clash := find_clash(session, touched)) is not None:
        raise PlanOutdatedError(get_device(session, clash[1]).name)
    _write(work, steps)
    write_traces(work.connection, run.source_id, plan)
    write_sightings(work.connection, plan.sightings)


def change(work: Work, steps: Sequence[Step], *, whole: bool = False) -> None:
    """Write devices as people want them, and a line of history for each, in this order. With `whole` lines name all fields.

    Raises DeviceExistsError if two would share a strong identity.
    """
    after = {device.id: device for _, device in steps if device is not None}
    gone = [before.id for before, device in steps if before is not None and device is None]
    if (clash := find_clash(work.session, after, gone)) is not None:
        identity, other = clash
        raise DeviceExistsError(identity.value, get_device(work.session, other).name)
    _write(work, steps, whole=whole)


def read_json(work: Work, device_id: str) -> dict[str, Json] | None:
    """Return a device as a change keeps it; None if there is none."""
    device = load_devices(work.session, [device_id]).get(device_id)
    return None if device is None else device_json(device)


def revert(work: Work, done: Change, names: Collection[str]) -> None:
    """Bring fields of a device back to what they were before a change; the caller writes the line of history.

    Raises UndoConflictError if its item or place has gone since, or another device is known by the same now.
    """
    if done.operation is Operation.CREATE:
        delete_devices(work.connection, [done.id])
        return
    was = done.before or {}
    now = None if done.operation is Operation.DELETE else get_device(work.session, done.id)
    record = was if now is None else device_json(now) | {name: was.get(name) for name in names}
    device = replace(read_device(record), updated_at=work.now)
    is_lost = missing_items(work.connection, [device]) or missing_locations(work.connection, [device])
    if is_lost or find_clash(work.session, {device.id: device}) is not None:
        raise UndoConflictError(title=done.title)
    if now is None:
        insert_devices(work.connection, [device])
    else:
        update_devices(work.connection, [(now, device)])


def is_item_linked(session: Session, item_id: str) -> bool:
    """Return whether a device is said to be an item."""
    return session.scalar(select(DeviceRow.id).where(DeviceRow.item_id == item_id).limit(1)) is not None


def linked_items(session: Session, item_ids: Sequence[str]) -> set[str]:
    """Return which of these items a device is said to be."""
    return {
        item_id
        for item_id in session.scalars(select(DeviceRow.item_id).where(DeviceRow.item_id.in_(item_ids)))
        if item_id
    }


def is_anything_at(session: Session, location_id: str) -> bool:
    """Return whether a device is said to be at a place."""
    return session.scalar(select(DeviceRow.id).where(DeviceRow.location_id == location_id).limit(1)) is not None


def leave_item(work: Work, item_id: str) -> None:
    """Let the devices of an item be none: it is deleted for good."""
    found = _where(work.session, DeviceRow.item_id == item_id)
    change(work, [(device, replace(device, item_id=None)) for device in found])


def leave_location(work: Work, location_id: str, target_id: str | None) -> None:
    """Let the devices of a place be at another one, or at none that is known; whoever has said so is kept."""
    steps: list[Step] = []
    for device in _where(work.session, DeviceRow.location_id == location_id):
        fact = device.facts[DeviceField.LOCATION]
        moved = {**device.facts, DeviceField.LOCATION: replace(fact, value=target_id)}
        steps.append((device, _not_at(device, {location_id}) if target_id is None else replace(device, facts=moved)))
    change(work, steps)


def without_lost(work: Work, device: Device) -> Device:
    """Return a device without an item and a place that are gone."""
    item_id = None if missing_items(work.connection, [device]) else device.item_id
    return _not_at(replace(device, item_id=item_id), missing_locations(work.connection, [device]))


def _write(work: Work, steps: Iterable[Step], *, whole: bool = False) -> None:
    """Write devices and their lines of history; what stays as it was is left out."""
    done = [
        (before, None if after is None else replace(after, updated_at=work.now))
        for before, after in steps
        if after is None or before is None or replace(after, updated_at=before.updated_at) != before
    ]
    delete_devices(work.connection, [before.id for before, after in done if before is not None and after is None])
    update_devices(
        work.connection, [(before, after) for before, after in done if before is not None and after is not None]
    )
    insert_devices(work.connection, [after for before, after in done if before is None and after is not None])
    for before, after in done:
        _record(work, before, after, whole=whole)


def _record(work: Work, before: Device | None, after: Device | None, *, whole: bool) -> None:
    """Write the line of history of one device."""
    if after is None or before is None:
        if (device := after or before) is None:
            return
        whole_record = device_json(device)
        record = {name: whole_record[name] for name in whole_record if whole_record[name] not in (None, False, [])}
        work.record(
            Noun.DEVICE,
            Operation.DELETE if after is None else Operation.CREATE,
            device.id,
            title=title_of(device),
            before=record if after is None else None,
            after=None if after is None else record,
        )
        return
    was, now = device_json(before), device_json(after)
    names = [name for name in now if whole or (was[name] != now[name] and name != "updated_at")]
    operation = Operation.UPDATE
    if names == ["archived_at"]:
        operation = Operation.RESTORE if after.archived_at is None else Operation.ARCHIVE
    work.record(
        Noun.DEVICE,
        operation,
        after.id,
        title=title_of(after),
        before={name: was[name] for name in names},
        after={name: now[name] for name in names},
    )


def _check_current(plan: Plan, now: dict[str, Device]) -> None:
    """Refuse a plan for devices that are not as they were when it was made, nor as it leaves them."""
    for planned in plan.changed:
        device = now.get(planned.device.id)
        if device is None or all(
            replace(known, updated_at=device.updated_at) != device for known in (planned.device, planned.after)
        ):
            raise PlanOutdatedError(planned.device.name)


def _not_at(device: Device, gone: Collection[str]) -> Device:
    """Return a device that nobody says is at one of these places."""
    return without_place(device) if device.location_id in gone else device


def _where(session: Session, condition: object) -> list[Device]:
    """Return the devices that fit a condition, the oldest first."""
    ids = session.scalars(select(DeviceRow.id).where(condition).order_by(DeviceRow.id)).all()  # type: ignore[arg-type]
    return list(load_devices(session, ids).values())
