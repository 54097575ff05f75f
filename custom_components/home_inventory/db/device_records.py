"""Devices as JSON, in changes and in the journal, and what lists and lookups need of them.

Each fact is a field of the record: what a person has said of the name can be undone though a source has spoken of the
firmware since.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from ..domain.devices import Device, DeviceField, Fact
from ..domain.observations import Component, Identity, IdentityKind, Link, Origin
from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..domain.models import Json

    type Row = dict[str, Any]

_PLAIN: Final = ("id", "item_id", "parent_id", "link", "sleeps", "ignored")
_MOMENTS: Final = ("created_at", "updated_at", "missing_since", "archived_at")
DEVICE_COLUMNS: Final = (*_PLAIN, *_MOMENTS, "identities", "facts", "components", "refused")
_LONGEST: Final = 255


def device_json(device: Device) -> dict[str, Json]:
    """Return a device as a change keeps it, what is empty included."""
    return {
        **{name: getattr(device, name) for name in _PLAIN},
        **{name: _moment(getattr(device, name)) for name in _MOMENTS},
        "identities": [identity_json(identity) for identity in device.identities],
        "components": [_component_json(part) for part in device.components],
        "refused": list(device.refused),
        **{name.value: _fact_json(device.facts.get(name)) for name in DeviceField},
    }


def read_device(record: Mapping[str, Any]) -> Device:
    """Return the device of a record; what is left out is empty."""
    facts = {name: record[name.value] for name in DeviceField if record.get(name.value)}
    moments = {name: None if record.get(name) is None else datetime.fromisoformat(record[name]) for name in _MOMENTS}
    return read_values({**record, **moments, "facts": facts})


def read_values(values: Mapping[str, Any]) -> Device:
    """Return the device of a row: moments are moments, facts are in one dictionary."""
    link = values.get("link")
    return Device(
        id=values["id"],
        created_at=values["created_at"],
        updated_at=values["updated_at"],
        identities=tuple(read_identity(identity) for identity in values.get("identities") or ()),
        facts={DeviceField(name): _fact(fact) for name, fact in (values.get("facts") or {}).items()},
        item_id=values.get("item_id"),
        parent_id=values.get("parent_id"),
        link=None if link is None else Link(link),
        components=tuple(Component(**part) for part in values.get("components") or ()),
        sleeps=bool(values.get("sleeps")),
        ignored=bool(values.get("ignored")),
        missing_since=values.get("missing_since"),
        archived_at=values.get("archived_at"),
        refused=tuple(values.get("refused") or ()),
    )


def device_row(device: Device) -> Row:
    """Return the row of a device."""
    kind = device.value(DeviceField.TYPE)
    return {
        **{name: getattr(device, name) for name in (*_PLAIN, *_MOMENTS)},
        "identities": [identity_json(identity) for identity in device.identities],
        "facts": {name.value: _fact_json(fact) for name, fact in device.facts.items()},
        "components": [_component_json(part) for part in device.components],
        "refused": list(device.refused),
        "name": title_of(device),
        "name_key": name_key(device.name)[:_LONGEST],
        "type_key": None if kind is None else name_key(kind)[:_LONGEST],
        "location_id": device.location_id,
        "words": _words(device),
    }


def identity_rows(device: Device) -> list[Row]:
    """Return the rows of what a device is known by, each once."""
    return [
        {
            "device_id": device.id,
            "position": position,
            "kind": identity.kind.value,
            "value": identity.value[:_LONGEST],
            "scope": identity.scope[:64],
            "digest": digest_of(identity),
            "strong_digest": digest_of(identity) if identity.is_strong else None,
        }
        for position, identity in enumerate(dict.fromkeys(device.identities))
    ]


def refusal_rows(device: Device) -> list[Row]:
    """Return the rows of what a device is not."""
    return [{"first_id": device.id, "second_id": other} for other in dict.fromkeys(device.refused)]


def digest_of(identity: Identity) -> str:
    """Return what stands for an identity in indexes, which take no long texts."""
    return sha256(f"{identity.kind.value}\0{identity.scope}\0{identity.value}".encode()).hexdigest()


def title_of(device: Device) -> str:
    """Return what a device is called in a line of history."""
    return device.name[:_LONGEST]


def without_place(device: Device) -> Device:
    """Return a device that nobody says is anywhere."""
    facts = dict(device.facts)
    facts.pop(DeviceField.LOCATION, None)
    return replace(device, facts=facts)


def identity_json(identity: Identity) -> dict[str, Json]:
    """Return an identity; most count everywhere and have no scope."""
    scope: dict[str, Json] = {"scope": identity.scope} if identity.scope else {}
    return {"kind": identity.kind.value, "value": identity.value, **scope}


def read_identity(values: Mapping[str, Any]) -> Identity:
    """Return the identity of a JSON object."""
    return Identity(IdentityKind(values["kind"]), values["value"], values.get("scope", ""))


def _fact_json(fact: Fact | None) -> dict[str, Json] | None:
    """Return one field with whoever says so; what is empty is left out, but for the value."""
    if fact is None:
        return None
    source: dict[str, Json] = {"source_id": fact.source_id} if fact.source_id else {}
    offered: dict[str, Json] = {} if fact.offered is None else {"offered": fact.offered}
    return {"value": fact.value, "origin": fact.origin.value, **source, **offered}


def _fact(values: Mapping[str, Any]) -> Fact:
    return Fact(
        value=values.get("value"),
        origin=Origin(values["origin"]),
        source_id=values.get("source_id", ""),
        offered=values.get("offered"),
    )


def _component_json(part: Component) -> dict[str, Json]:
    kind: dict[str, Json] = {} if part.type is None else {"type": part.type}
    return {"key": part.key, "name": part.name, **kind}


def _words(device: Device) -> str:
    """Return what a device is found by."""
    facts = (fact.value for name, fact in device.facts.items() if name is not DeviceField.LOCATION)
    texts: Iterable[str | None] = (*facts, *(identity.value for identity in device.identities))
    return "\n".join(dict.fromkeys(name_key(text) for text in texts if text))


def _moment(value: datetime | None) -> str | None:
    """Return a moment in UTC, as the database gives it back."""
    return None if value is None else value.astimezone(UTC).isoformat()
