"""Locations: the place tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from ulid_transform import ulid_now

from ..domain.errors import (
    LocationCycleError,
    LocationNotEmptyError,
    NotArchivedError,
)
from ..domain.models import Location, LocationKind, Noun, Operation
from ..domain.text import name_key
from . import devices, rooms, stock, surroundings
from .codes import give_code
from .records import LOCATION_COLUMNS, stock_columns, to_json, to_location
from .schema import ItemRow, LocationRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from .work import Work


def list_locations(session: Session) -> list[Location]:
    """Return every location, archived ones included."""
    return [to_location(row) for row in session.scalars(select(LocationRow))]


def count_items(session: Session) -> dict[str, int]:
    """Return how many items in use are directly at each location."""
    counted = (
        select(StockRow.location_id, func.count(StockRow.item_id.distinct()))
        .join(ItemRow, ItemRow.id == StockRow.item_id)
        .where(ItemRow.archived_at.is_(None), StockRow.location_id.is_not(None))
        .group_by(StockRow.location_id)
    )
    return {location_id: count for location_id, count in session.execute(counted) if location_id}


def add_location(work: Work, values: Mapping[str, Any]) -> str:
    """Add a location; return its id, which may be among the values. `values` are fields of Location."""
    location_id = values.get("id") or ulid_now()
    row: dict[str, Any] = {**dict.fromkeys(LOCATION_COLUMNS), **values}
    row |= {"id": location_id, "created_at": work.now, "updated_at": work.now}
    surroundings.check_place(work.session, row)
    if row["kind"] != LocationKind.SLOT:
        rooms.check_capacity_for_location(work.session, row["parent_id"])
    row["code"] = give_code(work, location_id)
    insert_location(work, row)
    after = {name: to_json(value) for name, value in row.items() if value is not None}
    work.record(Noun.LOCATION, Operation.CREATE, location_id, title=row["name"], after=after)
    return location_id


def insert_location(work: Work, values: Mapping[str, Any]) -> None:
    """Insert a location's row."""
    row = {name: values.get(name) for name in LOCATION_COLUMNS}
    work.session.add(LocationRow(**row, name_key=name_key(row["name"])[:255]))  # type: ignore[arg-type]
    work.session.flush()  # locations refer to each other: the parent has to be there first


def update_location(work: Work, location_id: str, values: Mapping[str, Any]) -> None:
    """Change fields of a location; its parent is one of them."""
    row = rooms.get_row(work.session, location_id)
    surroundings.require_in_use(row)
    old = to_location(row)
    new = {name: value for name, value in values.items() if getattr(old, name) != value}
    if not new:
        return
    surroundings.check_place(work.session, {name: new.get(name, getattr(old, name)) for name in LOCATION_COLUMNS})
    if "parent_id" in new:
        surroundings.check_move(work.session, old, new["parent_id"])
    surroundings.check_kind(work.session, old, new)
    write_location(work, location_id, new)
    work.record(
        Noun.LOCATION,
        Operation.UPDATE,
        location_id,
        title=row.name,
        before={name: to_json(getattr(old, name)) for name in new},
        after={name: to_json(value) for name, value in new.items()},
    )


def write_location(work: Work, location_id: str, values: Mapping[str, Any]) -> None:
    """Write fields of a location as they are."""
    row = rooms.get_row(work.session, location_id)
    for name, value in values.items():
        setattr(row, name, value)
    row.name_key = name_key(row.name)[:255]
    row.updated_at = work.now
    work.session.flush()  # later checks of the same use case ask the database


def revive_location(work: Work, values: Mapping[str, Any]) -> None:
    """Insert a location that was deleted, if it still fits its surroundings."""
    row: dict[str, Any] = dict.fromkeys(LOCATION_COLUMNS) | dict(values)
    if row["archived_at"] is None:
        surroundings.check_place(work.session, row)
        if row["kind"] != LocationKind.SLOT:
            rooms.check_capacity_for_location(work.session, row["parent_id"])
    elif row["parent_id"] is not None:
        rooms.get_row(work.session, row["parent_id"])
    insert_location(work, row)


def revert_location(work: Work, location_id: str, values: Mapping[str, Any]) -> None:
    """Write fields of a location as they were once, if they still fit their surroundings."""
    row = rooms.get_row(work.session, location_id)
    if values.get("archived_at"):
        surroundings.check_last_site(work.session, row)
        if rooms.things_in(work.session, location_id):
            raise LocationNotEmptyError(location=row.name)
    surroundings.check_kind(work.session, to_location(row), values)
    if values.get("parent_id"):
        surroundings.check_move(work.session, to_location(row), values["parent_id"])
    write_location(work, location_id, values)
    if row.archived_at is None:
        surroundings.check_place(work.session, {name: getattr(row, name) for name in LOCATION_COLUMNS})


def remove_location(work: Work, location_id: str, *, contents_to: str | None, permanently: bool) -> None:
    """Archive or delete a location; what is in it goes to another place first, it is never removed with it."""
    row = rooms.get_row(work.session, location_id)
    if not permanently:
        surroundings.require_in_use(row)
    surroundings.check_last_site(work.session, row)
    if contents_to is not None:
        _move_contents(work, row, contents_to)
    if permanently:
        devices.leave_location(work, location_id, None)
    if rooms.things_in(work.session, location_id):
        raise LocationNotEmptyError(location=row.name)
    _remove_slots(work, row, permanently=permanently)
    if permanently:
        if surroundings.is_used(work.session, row):
            raise LocationNotEmptyError(location=row.name)
        delete_location(work, row)
    else:
        _set_archived(work, row, archived=True)


def restore_location(work: Work, location_id: str) -> None:
    """Bring an archived location back, with the slots that went with it."""
    row = rooms.get_row(work.session, location_id)
    if row.archived_at is None:
        raise NotArchivedError(name=row.name)
    moment = row.archived_at
    surroundings.check_place(work.session, {name: getattr(row, name) for name in LOCATION_COLUMNS})
    if row.kind != LocationKind.SLOT:
        rooms.check_capacity_for_location(work.session, row.parent_id)
    _set_archived(work, row, archived=False)
    for slot in work.session.scalars(_select_slots(location_id).where(LocationRow.archived_at == moment)).all():
        _set_archived(work, slot, archived=False)


def delete_location(work: Work, row: LocationRow) -> None:
    """Delete a location's row; its history and its code stay."""
    before = {name: to_json(getattr(row, name)) for name in LOCATION_COLUMNS}
    work.record(Noun.LOCATION, Operation.DELETE, row.id, title=row.name, before=before)
    work.session.delete(row)
    work.session.flush()


def _move_contents(work: Work, row: LocationRow, target_id: str) -> None:
    """Move items and locations out of a location and its slots; the slots themselves stay with it."""
    target = rooms.get_row(work.session, target_id)
    if surroundings.is_inside(work.session, target, row.id):
        raise LocationCycleError(location=row.name, parent=target.name)
    children = work.session.scalars(select(LocationRow).where(LocationRow.parent_id == row.id)).all()
    slots = [child.id for child in children if child.kind == LocationKind.SLOT]
    entries = select(*stock_columns(), ItemRow.name).join(ItemRow, ItemRow.id == StockRow.item_id)
    for *values, title in work.session.execute(entries.where(StockRow.location_id.in_([row.id, *slots]))).all():
        stock.move_entry(work, stock.from_columns(values), target_id, title)
    for location_id in (row.id, *slots):
        devices.leave_location(work, location_id, target_id)
    for child in children:
        if child.kind != LocationKind.SLOT:
            _reparent(work, child, target_id)


def _remove_slots(work: Work, row: LocationRow, *, permanently: bool) -> None:
    """Let the empty slots of a box go with it."""
    for slot in work.session.scalars(_select_slots(row.id)).all():
        if permanently:
            devices.leave_location(work, slot.id, None)
        if permanently and not surroundings.is_used(work.session, slot):
            delete_location(work, slot)
        elif slot.archived_at is None:
            _set_archived(work, slot, archived=True)


def _select_slots(location_id: str) -> Select[tuple[LocationRow]]:
    """Return the slots of a location, archived ones included."""
    return select(LocationRow).where(LocationRow.parent_id == location_id, LocationRow.kind == LocationKind.SLOT)


def _reparent(work: Work, row: LocationRow, parent_id: str) -> None:
    """Move a location, archived or not, into another one."""
    old = row.parent_id
    values = {name: getattr(row, name) for name in LOCATION_COLUMNS} | {"parent_id": parent_id}
    if row.archived_at is None:
        surroundings.check_place(work.session, values)
        rooms.check_capacity_for_location(work.session, parent_id)
    write_location(work, row.id, {"parent_id": parent_id})
    before, after = {"parent_id": old}, {"parent_id": parent_id}
    work.record(Noun.LOCATION, Operation.UPDATE, row.id, title=row.name, before=before, after=after)  # type: ignore[arg-type]


def _set_archived(work: Work, row: LocationRow, *, archived: bool) -> None:
    """Archive or restore."""
    old, moment = row.archived_at, work.now if archived else None
    write_location(work, row.id, {"archived_at": moment})
    work.record(
        Noun.LOCATION,
        Operation.ARCHIVE if archived else Operation.RESTORE,
        row.id,
        title=row.name,
        before={"archived_at": to_json(old)},
        after={"archived_at": to_json(moment)},
    )
