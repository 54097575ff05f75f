"""Devices of Home Assistant's registry as observations: what is a thing, what it is known by, and whose word its name is.

Plain values only; who reads the registry is `registry_source.py`, outside the sources.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..domain.addresses import normalize_mac
from ..domain.observations import (
    Component,
    Harvest,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Presence,
    Told,
    serial_identity,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MAC, _BLUETOOTH, _ZIGBEE = "mac", "bluetooth", "zigbee"
"""Kinds of connections, in the registry's own words."""
_NOTHING: Final = frozenset({"", "-", "n/a", "none", "null", "unavailable", "unknown"})
"""What integrations write when a device has told them nothing."""
_RADIOS: Final[Mapping[str, Link]] = {
    "bluetooth": Link.BLUETOOTH,
    "zha": Link.ZIGBEE,
    "zigbee": Link.ZIGBEE,
    "zwave_js": Link.ZWAVE,
}
"""How a device is connected, by its integration or the kind of its connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryDevice:
    """One entry of the registry; it belongs to one integration. Empty texts and "unknown" are as good as None."""

    id: str
    domain: str
    """The integration that it is from, as "hue"."""
    name: str | None = None
    name_by_user: str | None = None
    """What a person has called it in Home Assistant."""
    manufacturer: str | None = None
    model: str | None = None
    serial_number: str | None = None
    sw_version: str | None = None
    connections: frozenset[tuple[str, str]] = frozenset()
    """Kind and value, as ("mac", "aa:bb:cc:dd:ee:ff")."""
    area_id: str | None = None
    via_id: str | None = None
    """The entry of the bridge or hub that it hangs on."""
    parent_id: str | None = None
    """The entry that it is a part of, as an outlet of a strip. A part has a name of its own and nothing else."""
    former_id: str | None = None
    """The entry that it was, together with those of other integrations, before each of them got its own (Home Assistant 2026)."""
    is_service: bool = False
    """It is a service or an account, no thing."""


def harvest_of(devices: Iterable[RegistryDevice], *, own_domain: str) -> Harvest:
    """Return what the registry says, always complete: who is missing in it has been removed.

    Services and the devices of `own_domain` are left out, with their parts. A part is a component of what it is part of. Several
    entries may be one device: they share an identity, and are made one where devices are matched.
    """
    entries = {device.id: device for device in devices}
    things = [device for device in entries.values() if device.parent_id is None and _is_thing(device, own_domain)]
    parts: defaultdict[str, list[RegistryDevice]] = defaultdict(list)
    for device in entries.values():
        if device.parent_id is not None:
            parts[device.parent_id].append(device)
    shared = _shared_serials(things)
    known = {device.id for device in things}
    return Harvest(
        observations=tuple(
            _observe(device, parts[device.id], _bridge_of(device, entries, known), shared) for device in things
        ),
        is_complete=True,
    )


def _is_thing(device: RegistryDevice, own_domain: str) -> bool:
    return not device.is_service and device.domain != own_domain


def _shared_serials(devices: Iterable[RegistryDevice]) -> set[Identity]:
    """Return the serial numbers that several devices of one integration have: it gives them that of their bridge, and they are not one."""
    told = Counter((device.domain, serial) for device in devices if (serial := _serial(device)) is not None)
    return {serial for (_domain, serial), count in told.items() if count > 1}


def _bridge_of(device: RegistryDevice, entries: Mapping[str, RegistryDevice], known: set[str]) -> Identity | None:
    """Return what a device hangs on, if that is a thing; a device on one outlet of a strip hangs on the strip."""
    via = entries.get(device.via_id or "")
    via_id = None if via is None else via.parent_id or via.id
    return (
        Identity(IdentityKind.HASS, via_id) if via_id in known and via_id is not None and via_id != device.id else None
    )


def _observe(
    device: RegistryDevice, parts: Sequence[RegistryDevice], bridge: Identity | None, shared: set[Identity]
) -> Observation:
    """Return what the registry says of one device."""
    area_id = _said(device.area_id)
    return Observation(
        identities=_identities(device, shared),
        names=tuple(
            Told(name, origin)
            for name, origin in (
                (_said(device.name_by_user), Origin.HASS_USER),
                (_said(device.name), Origin.HASS),
            )
            if name is not None
        ),
        manufacturer=_told(device.manufacturer),
        model=_told(device.model),
        serial_number=_told(device.serial_number),
        firmware=_told(device.sw_version),
        place=() if area_id is None else (area_id,),
        # The registry lists what it knows; whether a device answers is a matter of its entities.
        presence=Presence.LISTED,
        parent=bridge,
        link=_link(device),
        components=tuple(
            Component(key=part.id, name=_said(part.name_by_user) or _said(part.name) or part.id)
            for part in sorted(parts, key=lambda part: part.id)
        ),
        extra={"integration": device.domain},
    )


def _identities(device: RegistryDevice, shared: set[Identity]) -> tuple[Identity, ...]:
    """Return what a device is known by. Bluetooth addresses are left out: they may be made up without a bit that says so."""
    macs = sorted({mac for kind, value in device.connections if kind == _MAC and (mac := normalize_mac(value))})
    serial = _serial(device)
    return (
        Identity(IdentityKind.HASS, device.id),
        *(() if device.former_id is None else (Identity(IdentityKind.HASS, device.former_id),)),
        *(Identity(IdentityKind.MAC, mac) for mac in macs),
        *(() if serial is None or serial in shared else (serial,)),
    )


def _serial(device: RegistryDevice) -> Identity | None:
    """Return maker and serial number as an identity; without a maker it is no more than a number."""
    maker, number = _said(device.manufacturer), _said(device.serial_number)
    return None if maker is None or number is None else serial_identity(maker, number)


def _link(device: RegistryDevice) -> Link | None:
    """Return how a device is connected, as far as the registry tells."""
    kinds = {kind for kind, _value in device.connections}
    told = next((kind for kind in (_ZIGBEE, _BLUETOOTH) if kind in kinds and _MAC not in kinds), device.domain)
    return _RADIOS.get(told)


def _said(text: str | None) -> str | None:
    """Return a text that says something."""
    said = (text or "").strip()
    return None if said.casefold() in _NOTHING else said


def _told(text: str | None) -> Told | None:
    said = _said(text)
    return None if said is None else Told(said, Origin.HASS)
