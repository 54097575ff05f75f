"""What a run has seen in few bytes, to compare two runs by: zlib over JSON.

Left out is what differs from run to run though nothing has changed: when something was there, and the hour of its last
change. So the same comes out for what is the same.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import orjson

from ..domain.observations import Component, Conflict, Harvest, Link, Observation, Origin, Presence, Told
from .device_records import identity_json, read_identity

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOLD: Final = ("manufacturer", "model", "serial_number", "firmware")
_LEVEL: Final = 6
_MOMENTS: Final = frozenset({"last_change"})
"""Of these only the day is kept."""
_DAY: Final = len("2026-01-31")


def pack_harvest(harvest: Harvest) -> bytes:
    """Return a harvest in few bytes."""
    body = {
        "observations": [_observation_json(observation) for observation in harvest.observations],
        "is_complete": harvest.is_complete,
        "networks": harvest.networks,
        "conflicts": [[conflict.address, conflict.macs] for conflict in harvest.conflicts],
        "gateway": harvest.gateway,
    }
    return zlib.compress(orjson.dumps(body, option=orjson.OPT_SORT_KEYS), _LEVEL)


def unpack_harvest(packed: bytes) -> Harvest:
    """Return the harvest of `pack_harvest`."""
    body = orjson.loads(zlib.decompress(packed))
    return Harvest(
        observations=tuple(_observation(values) for values in body["observations"]),
        is_complete=body["is_complete"],
        networks=tuple(body["networks"]),
        conflicts=tuple(Conflict(address=address, macs=tuple(macs)) for address, macs in body["conflicts"]),
        gateway=body.get("gateway"),
    )


def _observation_json(seen: Observation) -> dict[str, Any]:
    """Return an observation without what is empty."""
    values = {
        "identities": [identity_json(identity) for identity in seen.identities],
        "names": [_told_json(name) for name in seen.names],
        "device_type": seen.device_type,
        "place": seen.place,
        "presence": seen.presence.value,
        "parent": None if seen.parent is None else identity_json(seen.parent),
        "link": seen.link,
        "components": [[part.key, part.name, part.type] for part in seen.components],
        "extra": {
            name: value[:_DAY] if name in _MOMENTS and isinstance(value, str) else value
            for name, value in seen.extra.items()
        },
        **{name: None if (told := getattr(seen, name)) is None else _told_json(told) for name in _TOLD},
    }
    return {name: value for name, value in values.items() if value}


def _observation(values: Mapping[str, Any]) -> Observation:
    return Observation(
        identities=tuple(read_identity(identity) for identity in values.get("identities", ())),
        names=tuple(_told(name) for name in values.get("names", ())),
        manufacturer=_maybe_told(values.get("manufacturer")),
        model=_maybe_told(values.get("model")),
        serial_number=_maybe_told(values.get("serial_number")),
        firmware=_maybe_told(values.get("firmware")),
        device_type=values.get("device_type"),
        place=tuple(values.get("place", ())),
        presence=Presence(values["presence"]),
        parent=read_identity(values["parent"]) if "parent" in values else None,
        link=Link(values["link"]) if "link" in values else None,
        components=tuple(Component(key=key, name=name, type=kind) for key, name, kind in values.get("components", ())),
        extra=values.get("extra", {}),
    )


def _told_json(told: Told) -> list[str]:
    return [told.origin.value, told.value]


def _told(values: list[str]) -> Told:
    origin, value = values
    return Told(value, Origin(origin))


def _maybe_told(values: list[str] | None) -> Told | None:
    return None if values is None else _told(values)
