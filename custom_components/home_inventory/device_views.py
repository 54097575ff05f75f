"""The shapes of devices and networks, as docs/api.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .domain.addresses import is_random_mac, order_of
from .domain.devices import DeviceField, Status
from .domain.observations import IdentityKind
from .domain.traces import LONGEST_VALUE
from .views import item_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .domain.devices import Device, Fact, Sighting
    from .domain.observations import Identity
    from .domain.shown_devices import (
        AddressRow,
        Battery,
        DeviceDetail,
        DeviceOverview,
        Named,
        ShownDevice,
        ShownSuggestion,
        StandingConflict,
    )
    from .domain.traces import Trace
    from .inventory import Inventory
    from .views import View

FIELD_NAMES: Final[Mapping[DeviceField, str]] = {
    **{field: field.value for field in DeviceField},
    DeviceField.TYPE: "type",
    DeviceField.LOCATION: "location",
}

_NO_BATTERIES: Final[Mapping[str, Battery]] = {}


def device_view(inventory: Inventory, shown: ShownDevice, batteries: Mapping[str, Battery] = _NO_BATTERIES) -> View:
    """Return a device as lists show it. `batteries` are by the device's id in Home Assistant's registry."""
    device, sightings = shown.known.device, shown.known.sightings
    macs = _values(device, IdentityKind.MAC)
    item = shown.item
    return {
        "id": device.id,
        "name": device.name,
        "manufacturer": device.value(DeviceField.MANUFACTURER),
        "model": device.value(DeviceField.MODEL),
        "serial_number": device.value(DeviceField.SERIAL_NUMBER),
        "firmware": device.value(DeviceField.FIRMWARE),
        "type": device.value(DeviceField.TYPE),
        "location_id": device.location_id,
        "path": inventory.locations.path(device.location_id),
        "status": shown.known.status.value,
        "addresses": _addresses(sightings),
        "macs": macs,
        "last_seen": moment(max((seen.last_seen for seen in sightings), default=None)),
        "item": None if item is None else {"id": item.id, "name": item.name, "code": item.code},
        "parent": None if shown.parent is None else named(shown.parent),
        "link": None if device.link is None else device.link.value,
        "sources": sorted(seen.source_id for seen in sightings),
        "sleeps": device.sleeps,
        "ignored": device.ignored,
        "archived_at": moment(device.archived_at),
        "battery": _battery_view(device, batteries),
        "missing_since": moment(device.missing_since),
        "is_random_mac": bool(macs) and all(is_random_mac(mac) for mac in macs),
        "hass_device_id": next(iter(_values(device, IdentityKind.HASS)), None),
        "homeseer_refs": [
            {"source_id": identity.scope, "ref": identity.value}
            for identity in device.identities
            if identity.kind is IdentityKind.HOMESEER
        ],
    }


def detail_view(inventory: Inventory, detail: DeviceDetail, batteries: Mapping[str, Battery] = _NO_BATTERIES) -> View:
    """Return a device with all that is around it."""
    known = detail.shown.known
    device = known.device
    last_seen = {seen.source_id: seen.last_seen for seen in known.sightings}
    return {
        "device": device_view(inventory, detail.shown, batteries),
        "sightings": [
            _sighting_view(seen) | {"said": dict(detail.said.get(seen.source_id, {}))}
            for seen in _latest_first(known.sightings)
        ],
        "facts": {FIELD_NAMES[name]: _fact_view(fact) for name, fact in device.facts.items()},
        "identities": [
            {
                "kind": identity.kind.value,
                "value": identity.value,
                "scope": identity.scope,
                "strong": identity.is_strong,
                **_times_of(identity, detail.traces, last_seen),
            }
            for identity in device.identities
        ],
        "address_history": [
            {
                "address": trace.value,
                "source_id": trace.source_id,
                "since": trace.since.isoformat(),
                "until": moment(trace.until),
            }
            for trace in detail.traces
            if trace.kind is IdentityKind.ADDRESS
        ],
        "components": [{"key": part.key, "name": part.name, "type": part.type} for part in device.components],
        "children": [named(child) for child in detail.children],
        "suggestions": [suggestion_view(inventory, found) for found in detail.suggestions],
        "merges": [{"batch": done.batch_id, "name": done.name, "at": done.at.isoformat()} for done in detail.merges],
        "matches": [item_view(inventory, item) for item in detail.matches],
    }


def suggestion_view(inventory: Inventory, found: ShownSuggestion) -> View:
    """Return two devices that may be one."""
    return {
        "first": device_view(inventory, found.first),
        "second": device_view(inventory, found.second),
        "reason": found.reason.value,
    }


def conflict_view(conflict: StandingConflict) -> View:
    """Return an address that several devices answer to."""
    return {
        "address": conflict.address,
        "macs": list(conflict.macs),
        "devices": [named(device) for device in conflict.devices],
        "source_id": conflict.source_id,
        "since": conflict.since.isoformat(),
    }


def overview_view(inventory: Inventory, overview: DeviceOverview) -> View:
    """Return how devices are doing, and what of that somebody should look at."""
    return {
        "total": sum(overview.statuses.values()),
        "statuses": {status.value: overview.statuses.get(status, 0) for status in Status},
        **{
            name: {"devices": [device_view(inventory, shown) for shown in page.entries], "total": page.total}
            for name, page in (("new", overview.new), ("missing", overview.missing))
        },
        "conflicts": [conflict_view(conflict) for conflict in overview.conflicts],
        "suggestions": overview.suggestions,
    }


def address_view(row: AddressRow, *, is_conflict: bool) -> View:
    """Return who has an address."""
    return {
        "address": row.address,
        "device": {**named(row.device), "status": row.status.value},
        "last_seen": row.last_seen.isoformat(),
        "is_conflict": is_conflict,
    }


def _times_of(identity: Identity, traces: Iterable[Trace], last_seen: Mapping[str, datetime]) -> View:
    """Return since when a device is known by an identity, and when it was last; nothing of what only a person says."""
    mine = [trace for trace in traces if trace.kind is identity.kind and trace.value == identity.value[:LONGEST_VALUE]]
    ends = [trace.until or last_seen.get(trace.source_id, trace.since) for trace in mine]
    return {
        "first_seen": moment(min((trace.since for trace in mine), default=None)),
        "last_seen": moment(max(ends, default=None)),
    }


def _battery_view(device: Device, batteries: Mapping[str, Battery]) -> View | None:
    """Return how full the battery of a device is, if Home Assistant knows."""
    found = (batteries[known] for known in _values(device, IdentityKind.HASS) if known in batteries)
    battery = next(found, None)
    return None if battery is None else {"level": battery.level, "is_low": battery.is_low}


def _sighting_view(seen: Sighting) -> View:
    return {
        "source_id": seen.source_id,
        "first_seen": seen.first_seen.isoformat(),
        "last_seen": seen.last_seen.isoformat(),
        "addresses": list(seen.addresses),
        "missed": seen.missed,
    }


def _fact_view(fact: Fact) -> View:
    return {
        "value": fact.value,
        "origin": fact.origin.value,
        "source_id": fact.source_id,
        "locked": fact.is_locked,
        "offered": fact.offered,
    }


def _latest_first(sightings: Iterable[Sighting]) -> list[Sighting]:
    return sorted(sightings, key=lambda seen: (seen.last_seen, seen.source_id), reverse=True)


def _addresses(sightings: Iterable[Sighting]) -> list[str]:
    """Return the addresses of a device, those it was seen at last first, each once."""
    return list(dict.fromkeys(address for seen in _latest_first(sightings) for address in in_order(seen.addresses)))


def address_of(sightings: Iterable[Sighting]) -> str | None:
    """Return where a device was last seen."""
    return next(iter(_addresses(sightings)), None)


def in_order(addresses: Iterable[str]) -> list[str]:
    """Return addresses as people sort them."""
    return sorted(addresses, key=order_of)


def _values(device: Device, kind: IdentityKind) -> list[str]:
    return [identity.value for identity in device.identities if identity.kind is kind]


def named(record: Named) -> View:
    """Return a record by its name."""
    return {"id": record.id, "name": record.name}


def moment(value: datetime | None) -> str | None:
    """Return a moment as JSON has it."""
    return None if value is None else value.isoformat()
