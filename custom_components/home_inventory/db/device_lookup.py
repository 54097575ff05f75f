"""Devices by what people call them, and what is shown beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, func, select

from ..domain.addresses import normalize_mac
from ..domain.device_filters import DeviceFilter, KnownDevice
from ..domain.devices import DeviceField, Status
from ..domain.matching import status_of
from ..domain.models import Page
from ..domain.observations import Identity, IdentityKind
from ..domain.shown_devices import AddressRow, Named, NamedItem, ShownDevice
from ..domain.text import name_key
from .device_lists import list_addresses, list_devices, load_statuses, select_devices
from .device_rows import find_owners, load_devices
from .lists import in_use
from .records import load_items
from .schema import DeviceRow, IdentityRow, ItemRow
from .sightings import load_sightings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from ipaddress import IPv4Network

    from sqlalchemy.orm import Session

    from ..domain.devices import Device, Sighting
    from ..domain.matching import Run
    from ..domain.models import Item

MOST_MATCHES: Final = 5
_LONGEST: Final = 255
_SIMILAR: Final = 5


def find_devices(session: Session, reference: str) -> list[Device]:
    """Return the devices that an id, a hardware address, an exact name or a HomeSeer ref may mean; those in use before archived ones.

    What fits in an earlier way hides what fits in a later one: a device called "12" is not the one with the ref 12.
    """
    if device := load_devices(session, [reference]).get(reference):
        return [device]
    for ids in (_with_mac(session, reference), _called(session, reference), _with_ref(session, reference)):
        if ids:
            found = list(load_devices(session, ids).values())
            return [device for device in found if device.archived_at is None] or found
    return []


def similar_names(session: Session, reference: str) -> list[str]:
    """Return the names of a few devices that have the words, or else the first word, of a reference in what they are known by."""
    words = name_key(reference).split()
    for text in (" ".join(words[:4]), *words[:1]):
        ids = session.scalars(select_devices(DeviceFilter(text=text[:_LONGEST])).limit(_SIMILAR)).all() if text else ()
        if ids:
            return [device.name for device in load_devices(session, ids).values()]
    return []


def list_shown(session: Session, wanted: DeviceFilter, run: Run, *, limit: int, offset: int) -> Page[ShownDevice]:
    """Return a page of devices that fit a filter, by name, with what is shown beside them."""
    page = list_devices(session, wanted, run, limit=limit, offset=offset)
    return Page(tuple(_shown(session, page.entries)), page.total)


def show_devices(session: Session, device_ids: Sequence[str], run: Run) -> dict[str, ShownDevice]:
    """Return devices by id with what is shown beside them; unknown ids are left out."""
    seen: dict[str, list[Sighting]] = {}
    for sighting in load_sightings(session, device_ids).values():
        seen.setdefault(sighting.device_id, []).append(sighting)
    known = [
        KnownDevice(
            device=device,
            sightings=tuple(seen.get(device.id, ())),
            status=status_of(device, seen.get(device.id, ()), run),
        )
        for device in load_devices(session, device_ids).values()
    ]
    return {device.id: device for device in _shown(session, known)}


def list_children(session: Session, device_id: str) -> tuple[Named, ...]:
    """Return the devices in use that hang on one, by name."""
    wanted = select(DeviceRow.id, DeviceRow.name).where(
        DeviceRow.parent_id == device_id, DeviceRow.id != device_id, DeviceRow.archived_at.is_(None)
    )
    rows = session.execute(wanted.order_by(DeviceRow.name_key, DeviceRow.id))
    return tuple(Named(id=row.id, name=row.name) for row in rows)


def match_items(session: Session, device: Device) -> tuple[Item, ...]:
    """Return items in use that a device may be: of the same serial number first, then of maker and model, then of name."""
    serial, maker, model = (
        _folded(device.value(name)) for name in (DeviceField.SERIAL_NUMBER, DeviceField.MANUFACTURER, DeviceField.MODEL)
    )
    same_model = func.lower(ItemRow.model) == (model or "")
    conditions = [
        func.lower(ItemRow.serial_number) == serial if serial else None,
        and_(func.lower(ItemRow.manufacturer) == maker, same_model) if maker and model else None,
        ItemRow.name_key == name_key(device.name)[:_LONGEST],
    ]
    found: dict[str, None] = {}
    for condition in conditions:
        if condition is not None:
            wanted = select(ItemRow.id).where(in_use(), condition).order_by(ItemRow.id).limit(MOST_MATCHES)
            found.update(dict.fromkeys(session.scalars(wanted)))
    found.pop(device.item_id or "", None)
    ids = list(found)[:MOST_MATCHES]
    items = load_items(session, ids)
    return tuple(items[item_id] for item_id in ids if item_id in items)


def list_network(
    session: Session, network: IPv4Network, source_ids: Collection[str], run: Run
) -> tuple[AddressRow, ...]:
    """Return who was last seen at each address of a network by these sources, in the order of addresses.

    Devices that are missing or archived hold no address any more.
    """
    uses, statuses = list_addresses(session, network, source_ids), load_statuses(session, run)
    names = {
        device.id: device.name
        for device in load_devices(session, list({use.device_id for use in uses})).values()
        if device.archived_at is None and statuses.get(device.id) is not Status.MISSING
    }
    latest: dict[str, AddressRow] = {}
    for use in uses:
        if use.device_id in names:
            row = AddressRow(
                address=use.address,
                device=Named(id=use.device_id, name=names[use.device_id]),
                status=statuses[use.device_id],
                last_seen=use.last_seen,
            )
            latest.setdefault(use.address, row)
    return tuple(latest.values())


def _with_mac(session: Session, reference: str) -> Sequence[str]:
    mac = normalize_mac(reference)
    if mac is None:
        return ()
    return next(iter(find_owners(session, [Identity(IdentityKind.MAC, mac)]).values()), ())


def _called(session: Session, reference: str) -> Sequence[str]:
    key = name_key(reference)[:_LONGEST]
    return session.scalars(select(DeviceRow.id).where(DeviceRow.name_key == key).order_by(DeviceRow.id)).all()


def _with_ref(session: Session, reference: str) -> Sequence[str]:
    """Return the devices with a ref, of whichever HomeSeer."""
    if not (reference.isascii() and reference.isdigit()):
        return ()
    wanted = select(IdentityRow.device_id).where(
        IdentityRow.kind == IdentityKind.HOMESEER.value, IdentityRow.value == reference[:_LONGEST]
    )
    return session.scalars(wanted.order_by(IdentityRow.device_id)).all()


def _shown(session: Session, known: Sequence[KnownDevice]) -> list[ShownDevice]:
    """Return devices with the item that each is, and the device that it hangs on."""
    item_ids = {entry.device.item_id for entry in known if entry.device.item_id}
    parent_ids = {entry.device.parent_id for entry in known if entry.device.parent_id}
    items = {
        row.id: NamedItem(id=row.id, name=row.name, code=row.code)
        for row in session.execute(select(ItemRow.id, ItemRow.name, ItemRow.code).where(ItemRow.id.in_(list(item_ids))))
    }
    parents = {
        row.id: Named(id=row.id, name=row.name)
        for row in session.execute(select(DeviceRow.id, DeviceRow.name).where(DeviceRow.id.in_(list(parent_ids))))
    }
    return [
        ShownDevice(
            known=entry,
            item=items.get(entry.device.item_id or ""),
            parent=parents.get(entry.device.parent_id or ""),
        )
        for entry in known
    ]


def _folded(text: str | None) -> str | None:
    """Return a text as the database compares it."""
    return text.strip().lower() if text else None
