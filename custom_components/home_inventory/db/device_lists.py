"""Lists of devices: which fit a filter, how they are doing, and who uses which address."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from ..domain.addresses import normalize_mac, order_of
from ..domain.device_filters import AddressUse, KnownDevice
from ..domain.devices import Device
from ..domain.matching import status_of
from ..domain.models import Page
from ..domain.observations import IdentityKind
from ..domain.text import name_key
from .device_rows import get_device, load_devices
from .schema import DeviceRow, IdentityRow, SightingRow, SyncRunRow
from .sightings import load_sightings, select_addressed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from ipaddress import IPv4Network, IPv6Network

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from ..domain.device_filters import AtSite, DeviceFilter
    from ..domain.devices import Sighting, Status
    from ..domain.matching import Run


def list_devices(session: Session, wanted: DeviceFilter, run: Run, *, limit: int, offset: int = 0) -> Page[KnownDevice]:
    """Return a page of the devices that fit a filter, by name.

    `run` says what statuses depend on: which sources watch, when devices are missing, when nobody looked.
    """
    ids = select_devices(wanted)
    in_order = ids.order_by(DeviceRow.name_key, DeviceRow.id)
    if wanted.statuses is not None:
        found = session.scalars(in_order).all()
        statuses = load_statuses(session, run)
        fitting = [device_id for device_id in found if statuses[device_id] in wanted.statuses]
        return Page(tuple(_known(session, fitting[offset : offset + limit], run)), len(fitting))
    total = session.scalar(select(func.count()).select_from(ids.subquery())) or 0
    page = session.scalars(in_order.limit(limit).offset(offset)).all()
    return Page(tuple(_known(session, page, run)), total)


def load_statuses(session: Session, run: Run) -> dict[str, Status]:
    """Return how every device is doing, by id, archived and ignored ones included."""
    seen: dict[str, list[Sighting]] = {}
    for sighting in load_sightings(session).values():
        seen.setdefault(sighting.device_id, []).append(sighting)
    rows = session.execute(select(DeviceRow.id, DeviceRow.sleeps))
    # Nothing else of a device matters here, and all of it takes three times as long to read.
    return {
        device_id: status_of(
            Device(id=device_id, created_at=run.at, updated_at=run.at, identities=(), sleeps=sleeps),
            seen.get(device_id, ()),
            run,
        )
        for device_id, sleeps in rows
    }


def get_known(session: Session, device_id: str, run: Run) -> KnownDevice:
    """Return a device with its sightings and status, or raise DeviceNotFoundError."""
    get_device(session, device_id)
    return _known(session, [device_id], run)[0]


def list_sightings(session: Session, device_id: str) -> tuple[Sighting, ...]:
    """Return when each source has seen a device, the last one first. Raises DeviceNotFoundError."""
    get_device(session, device_id)
    found = load_sightings(session, [device_id]).values()
    return tuple(sorted(found, key=lambda seen: (seen.last_seen, seen.source_id), reverse=True))


def list_addresses(
    session: Session, network: IPv4Network | IPv6Network, source_ids: Collection[str] | None = None
) -> tuple[AddressUse, ...]:
    """Return who was last seen at which address of a network, in the order of addresses, the latest of each first.

    Give the sources of the site: the same network is at many.
    """
    wanted = select(SightingRow.device_id).where(SightingRow.addresses != " ")
    if source_ids is not None:
        wanted = wanted.where(SightingRow.source_id.in_(list(source_ids)))
    seen = load_sightings(session, session.scalars(wanted.join(DeviceRow, DeviceRow.id == SightingRow.device_id)).all())
    found = [
        AddressUse(
            address=address,
            device_id=sighting.device_id,
            source_id=sighting.source_id,
            last_seen=sighting.last_seen,
            missed=sighting.missed,
        )
        for sighting in seen.values()
        if source_ids is None or sighting.source_id in source_ids
        for address in sighting.addresses
        if ip_address(address) in network
    ]
    return tuple(sorted(found, key=lambda use: (order_of(use.address), -use.last_seen.timestamp(), use.device_id)))


def items_by_status(session: Session, statuses: Collection[Status], run: Run) -> frozenset[str]:
    """Return the ids of the items that are devices in use which are doing so; ignored ones count nowhere."""
    linked = select(DeviceRow.id, DeviceRow.item_id).where(
        DeviceRow.item_id.is_not(None), DeviceRow.archived_at.is_(None), DeviceRow.ignored.is_(False)
    )
    found = session.execute(linked).tuples().all()
    known = load_statuses(session, run) if found else {}
    return frozenset(item_id for device_id, item_id in found if item_id and known[device_id] in statuses)


def list_types(session: Session) -> dict[str, int]:
    """Return how many devices in use there are of each type, by the key of its name."""
    counted = select(DeviceRow.type_key, func.count()).where(
        DeviceRow.archived_at.is_(None), DeviceRow.ignored.is_(False), DeviceRow.type_key.is_not(None)
    )
    return {kind: count for kind, count in session.execute(counted.group_by(DeviceRow.type_key)) if kind}


def select_devices(wanted: DeviceFilter) -> Select[tuple[str]]:
    """Return a statement for the ids of the devices that fit a filter, but for how they are doing."""
    flags: tuple[tuple[bool | None, ColumnElement[bool]], ...] = (
        (wanted.is_archived, DeviceRow.archived_at.is_not(None)),
        (wanted.is_ignored, DeviceRow.ignored.is_(True)),
        (wanted.is_linked, DeviceRow.item_id.is_not(None)),
    )
    conditions = [condition if flag else ~condition for flag, condition in flags if flag is not None]
    if wanted.site is not None:
        conditions.append(_at(wanted.site))
    if wanted.location_ids is not None:
        conditions.append(DeviceRow.location_id.in_(wanted.location_ids))
    if wanted.item_ids is not None:
        conditions.append(DeviceRow.item_id.in_(wanted.item_ids))
    if wanted.types is not None:
        conditions.append(DeviceRow.type_key.in_([name_key(kind)[:255] for kind in wanted.types]))
    if wanted.source_ids is not None:
        conditions.append(_seen_by(wanted.source_ids))
    if wanted.new_since is not None:
        conditions += [DeviceRow.created_at > wanted.new_since, *_is_new()]
    if wanted.kinds is not None:
        kinds = [kind.value for kind in wanted.kinds]
        conditions.append(DeviceRow.id.in_(select(IdentityRow.device_id).where(IdentityRow.kind.in_(kinds))))
    if wanted.hass_ids is not None:
        known = (IdentityRow.kind == IdentityKind.HASS.value) & IdentityRow.value.in_(list(wanted.hass_ids))
        conditions.append(DeviceRow.id.in_(select(IdentityRow.device_id).where(known)))
    text = wanted.text or ""
    conditions += [_says(word) for word in (normalize_mac(text) or name_key(text)).split()]
    return select(DeviceRow.id).where(*conditions)


def _at(site: AtSite) -> ColumnElement[bool]:
    """Return whether a device is at a site."""
    return or_(DeviceRow.location_id.in_(site.location_ids), _seen_by(site.source_ids))


def _seen_by(source_ids: Collection[str]) -> ColumnElement[bool]:
    return DeviceRow.id.in_(select(SightingRow.device_id).where(SightingRow.source_id.in_(list(source_ids))))


def _is_new() -> tuple[ColumnElement[bool], ...]:
    """Return whether sources have seen a device, and none of them in its first good run."""
    good = select(SyncRunRow.source_id, func.min(SyncRunRow.started_at).label("first"))
    begun = good.where(SyncRunRow.error.is_(None)).group_by(SyncRunRow.source_id).subquery()
    at_first = select(SightingRow.device_id).join(begun, begun.c.source_id == SightingRow.source_id)
    return (
        DeviceRow.id.in_(select(SightingRow.device_id)),
        DeviceRow.id.not_in(at_first.where(SightingRow.first_seen <= begun.c.first)),
    )


def _says(word: str) -> ColumnElement[bool]:
    """Return whether a word is somewhere in what a device is known by, or in its addresses."""
    return or_(DeviceRow.words.contains(word, autoescape=True), DeviceRow.id.in_(select_addressed(word)))


def _known(session: Session, device_ids: Sequence[str], run: Run) -> list[KnownDevice]:
    """Return devices with what follows from their sightings."""
    devices = load_devices(session, device_ids)
    seen: dict[str, list[Sighting]] = {device_id: [] for device_id in devices}
    for sighting in load_sightings(session, list(devices)).values():
        seen[sighting.device_id].append(sighting)
    return [
        KnownDevice(device=device, sightings=tuple(seen[device_id]), status=status_of(device, seen[device_id], run))
        for device_id, device in devices.items()
    ]
