"""What people settle about devices: adding, naming, placing, linking, ignoring, merging, taking apart and removing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from ulid_transform import ulid_now

from ..domain.device_errors import NoIdentityError, NotMergedError
from ..domain.devices import Device, DeviceField
from ..domain.errors import AlreadyUndoneError, ArchivedError, NotArchivedError
from ..domain.matching import Merge, State, clear, merge, pair_of, settle, split
from ..domain.models import Noun, Operation
from . import rooms, surroundings
from .device_records import read_device
from .device_rows import get_device, load_devices
from .devices import change, without_lost
from .history import get_batch
from .items import get_item
from .schema import DeviceRow
from .sightings import load_sightings, write_sightings
from .traces import join_traces, split_traces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.models import Batch
    from ..domain.observations import Identity
    from .work import Work


def add_device(
    work: Work, identities: Sequence[Identity], values: Mapping[DeviceField, str | None], item_id: str | None = None
) -> str:
    """Add a device that no source has seen yet; return its id. What is said of it is settled.

    Raises NoIdentityError, DeviceExistsError, ItemNotFoundError, LocationNotFoundError or ArchivedError.
    """
    if not identities:
        raise NoIdentityError(values.get(DeviceField.NAME) or "-")
    device = Device(
        id=ulid_now(), created_at=work.now, updated_at=work.now, identities=tuple(dict.fromkeys(identities))
    )
    for name, value in values.items():
        device = _settled(work, device, name, value)
    _check_item(work, item_id)
    change(work, [(None, replace(device, item_id=item_id))])
    return device.id


def set_field(work: Work, device_id: str, name: DeviceField, value: str | None) -> None:
    """Settle a field: sources offer something else from now on, and change it no more. None is an answer too.

    Raises DeviceNotFoundError; for a place LocationNotFoundError or ArchivedError.
    """
    device = _in_use(work.session, device_id)
    change(work, [(device, _settled(work, device, name, value))])


def clear_field(work: Work, device_id: str, name: DeviceField) -> None:
    """Take back what was settled: sources say it again."""
    device = _in_use(work.session, device_id)
    change(work, [(device, without_lost(work, clear(device, name, work.now)))])


def link_item(work: Work, device_id: str, item_id: str | None) -> None:
    """Say which item a device is; an item may be several devices. None says that it is none."""
    device = _in_use(work.session, device_id)
    _check_item(work, item_id)
    change(work, [(device, replace(device, item_id=item_id))])


def mark_device(work: Work, device_id: str, *, ignored: bool | None = None, sleeps: bool | None = None) -> None:
    """Say whether a device is of no interest, and whether it is often away; None leaves it."""
    device = _in_use(work.session, device_id)
    after = replace(
        device,
        ignored=device.ignored if ignored is None else ignored,
        sleeps=device.sleeps if sleeps is None else sleeps,
    )
    change(work, [(device, after)])


def hang_on(work: Work, device_id: str, parent_id: str | None) -> None:
    """Say which device a device hangs on, until a source knows better."""
    device = _in_use(work.session, device_id)
    if parent_id is not None:
        get_device(work.session, parent_id)
    change(work, [(device, replace(device, parent_id=None if parent_id == device_id else parent_id))])


def refuse(work: Work, one: str, other: str, *, refused: bool = True) -> None:
    """Say that two devices are not one, so that nobody is asked again; or take that back.

    For the suggestion that one device is at two sites both ids are the same.
    """
    first_id, second_id = pair_of(one, other)
    device = get_device(work.session, first_id)
    get_device(work.session, second_id)
    others = {*device.refused, second_id} if refused else {*device.refused} - {second_id}
    change(work, [(device, replace(device, refused=tuple(sorted(others))))])


def remove_device(work: Work, device_id: str, *, permanently: bool = False) -> None:
    """Take a device out of the lists; or delete it, which lets the next run that sees it make a new one."""
    device = get_device(work.session, device_id)
    if not permanently:
        _in_use(work.session, device_id)
        change(work, [(device, replace(device, archived_at=work.now))])
        return
    children = _children(work.session, device_id)
    change(work, [*((child, replace(child, parent_id=None)) for child in children), (device, None)])


def restore_device(work: Work, device_id: str) -> None:
    """Bring an archived device back."""
    device = get_device(work.session, device_id)
    if device.archived_at is None:
        raise NotArchivedError(name=device.name)
    change(work, [(device, replace(device, archived_at=None))])


def merge_devices(work: Work, keep_id: str, gone_id: str) -> None:
    """Make two devices one, with what a person has settled of either.

    Raises DeviceNotFoundError, or CannotMergeError if they are two items or the same device.
    """
    get_device(work.session, keep_id), get_device(work.session, gone_id)
    before = _state_of(work.session, [keep_id, gone_id, *(child.id for child in _children(work.session, gone_id))])
    after, done = merge(before, keep_id, gone_id, work.now)
    refused = {*done.kept.refused, *done.gone.refused} - {keep_id, gone_id}
    merged = replace(done.merged, refused=tuple(sorted(refused)))
    children = [(before.devices[child], after.devices[child]) for child in done.children]
    # The one that goes comes first: undone last to first, it finds what it is known by free again.
    change(work, [(done.gone, None), (done.kept, merged), *children], whole=True)
    write_sightings(work.connection, done.merged_sightings)
    join_traces(work.connection, keep_id, gone_id)


def split_merged(work: Work, batch_id: str) -> str:
    """Make two devices again of what a batch has made one; return the id of the one that is back.

    Unlike undoing the batch this may be done whatever has changed since: it stays with the one that was kept.
    Raises AlreadyUndoneError, DeviceExistsError, or NotMergedError for another kind of batch, or if the one that was kept is gone.
    """
    batch = get_batch(work.session, batch_id)
    if batch.undone_by is not None:
        raise AlreadyUndoneError(batch=batch_id)
    known = load_sightings(work.session, [change.id for change in batch.changes])
    done = _merge_of(batch, State({}, known))
    before = _state_of(work.session, [done.kept.id, *done.children])
    if done.kept.id not in before.devices or load_devices(work.session, [done.gone.id]):
        raise NotMergedError(batch_id)
    after = split(before, done)
    back = without_lost(work, after.devices[done.gone.id])
    since = {*before.devices[done.kept.id].refused} - {*done.merged.refused}
    kept = without_lost(work, after.devices[done.kept.id])
    kept = replace(kept, refused=tuple(sorted({*kept.refused, *since})))
    children = [(before.devices[child], after.devices[child]) for child in done.children if child in before.devices]
    change(work, [(before.devices[kept.id], kept), (None, back), *children])
    return back.id


def split_off(work: Work, device_id: str, identities: Iterable[Identity]) -> str:
    """Make a device of its own of what another is wrongly known by; return its id. Sources tell the rest.

    Raises NoIdentityError if one of the two would be known by nothing.
    """
    device = _in_use(work.session, device_id)
    wanted = set(identities)
    taken = tuple(identity for identity in device.identities if identity in wanted)
    left = tuple(identity for identity in device.identities if identity not in wanted)
    if not taken or not left:
        raise NoIdentityError(device.name)
    new = Device(id=ulid_now(), created_at=work.now, updated_at=work.now, identities=taken)
    # The new one has the greater id. What is refused is not suggested again for the name that both have.
    kept = replace(device, identities=left, refused=(*device.refused, new.id))
    change(work, [(device, kept), (None, new)])
    split_traces(work.connection, device_id, new.id, taken)
    return new.id


def _merge_of(batch: Batch, known: State) -> Merge:
    """Return the merge that a batch was. Its lines name all fields of the device that was kept."""
    lines = [line for line in batch.changes if line.kind is Noun.DEVICE]
    gone = next((line for line in lines if line.operation is Operation.DELETE), None)
    kept = next(
        (line for line in lines if line.operation is Operation.UPDATE and "created_at" in (line.after or {})), None
    )
    if gone is None or kept is None or batch.undoes is not None:
        raise NotMergedError(batch.id)
    return Merge(
        kept=read_device(kept.before or {}),
        gone=read_device(gone.before or {}),
        merged=read_device(kept.after or {}),
        # What the one that was kept had been seen by alone is not known any more; the next run tells.
        kept_sightings=(),
        gone_sightings=tuple(seen for seen in known.sightings.values() if seen.device_id == gone.id),
        merged_sightings=(),
        children=tuple(line.id for line in lines if line.id not in (kept.id, gone.id)),
    )


def _settled(work: Work, device: Device, name: DeviceField, value: str | None) -> Device:
    """Return a device with a field settled, at a place that is in use."""
    if name is DeviceField.LOCATION and value is not None:
        surroundings.require_in_use(rooms.get_row(work.session, value))
    return settle(device, name, value, work.now)


def _check_item(work: Work, item_id: str | None) -> None:
    """Raise ItemNotFoundError or ArchivedError unless an item is in use."""
    if item_id is not None and (item := get_item(work.session, item_id)).archived_at is not None:
        raise ArchivedError(name=item.name)


def _in_use(session: Session, device_id: str) -> Device:
    """Return a device. Raises DeviceNotFoundError or ArchivedError."""
    device = get_device(session, device_id)
    if device.archived_at is not None:
        raise ArchivedError(name=device.name)
    return device


def _children(session: Session, device_id: str) -> list[Device]:
    """Return the devices that hang on one."""
    ids = session.scalars(select(DeviceRow.id).where(DeviceRow.parent_id == device_id).order_by(DeviceRow.id)).all()
    return [child for child in load_devices(session, ids).values() if child.id != device_id]


def _state_of(session: Session, device_ids: Sequence[str]) -> State:
    """Return some devices and when they were seen."""
    return State(load_devices(session, device_ids), load_sightings(session, device_ids))
