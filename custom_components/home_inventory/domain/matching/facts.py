"""Who may say what of a device: a person first, then its sources in the order of their precedence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..devices import DeviceField, Fact
from ..observations import PRECEDENCE, Origin, Told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ..devices import Device
    from ..observations import Observation
    from .run import Run


def told_by(observation: Observation, run: Run) -> dict[DeviceField, Told]:
    """Return what an observation says, by field. A place that nobody has mapped says nothing."""
    location = run.places.get(observation.place)
    told = {
        DeviceField.NAME: min(observation.names, key=lambda name: (PRECEDENCE[name.origin], name.value), default=None),
        DeviceField.MANUFACTURER: observation.manufacturer,
        DeviceField.MODEL: observation.model,
        DeviceField.SERIAL_NUMBER: observation.serial_number,
        DeviceField.FIRMWARE: observation.firmware,
        DeviceField.TYPE: Told(observation.device_type, run.origin) if observation.device_type else None,
        DeviceField.LOCATION: Told(location, run.origin) if location else None,
    }
    return {name: value for name, value in told.items() if value is not None and value.value.strip()}


def weigh(fact: Fact | None, told: Told, source_id: str, *, tells_all: bool = False) -> Fact:
    """Return a field after a source has spoken.

    A source updates what it has said itself, and replaces what less telling origins have said; with `tells_all` it also takes
    back what it said in the name of a more telling one. What a person has settled stays; another value is offered, by one
    source at a time (kept in `source_id`), so that two sources don't take turns.
    """
    if fact is None:
        return Fact(value=told.value, origin=_machine(told.origin), source_id=source_id)
    if fact.is_locked:
        return _offer(fact, told.value, source_id)
    rank, before = PRECEDENCE[_machine(told.origin)], PRECEDENCE[fact.origin]
    if rank < before or (fact.source_id == source_id and (tells_all or rank == before)):
        return Fact(value=told.value, origin=_machine(told.origin), source_id=source_id)
    return fact


def _offer(fact: Fact, value: str, source_id: str) -> Fact:
    """Return a settled field with what a source says instead."""
    if fact.source_id not in {"", source_id}:
        return fact
    return (
        replace(fact, offered=None, source_id="")
        if value == fact.value
        else replace(fact, offered=value, source_id=source_id)
    )


def _machine(origin: Origin) -> Origin:
    """Return an origin that a source may claim: none speaks for a person."""
    return Origin.HASS_USER if origin is Origin.USER else origin


def weigh_all(
    facts: Mapping[DeviceField, Fact], told: Mapping[DeviceField, Told], source_id: str, *, tells_all: bool = False
) -> dict[DeviceField, Fact]:
    """Return all fields of a device after a source has spoken; what one that tells all says no more is gone."""
    kept = dict(facts)
    if tells_all:
        for name, fact in facts.items():
            if name in told or fact.source_id != source_id:
                continue
            if fact.is_locked:
                kept[name] = replace(fact, offered=None, source_id="")
            else:
                del kept[name]
    return {
        **kept,
        **{name: weigh(kept.get(name), value, source_id, tells_all=tells_all) for name, value in told.items()},
    }


def settle(device: Device, name: DeviceField, value: str | None, at: datetime) -> Device:
    """Return a device after a person has said what a field is. None is an answer too: it has none. What a source said is offered."""
    before = device.facts.get(name)
    said = None if before is None else before.offered if before.is_locked else before.value
    source_id = "" if before is None else before.source_id
    fact = (
        Fact(value=value, origin=Origin.USER)
        if said in {None, value}
        else Fact(value=value, origin=Origin.USER, source_id=source_id, offered=said)
    )
    return replace(device, facts={**device.facts, name: fact}, updated_at=at)


def clear(device: Device, name: DeviceField, at: datetime) -> Device:
    """Return a device after a person has taken back what they said of a field: sources say it again, at first the one that offered something."""
    before = device.facts.get(name)
    if before is None or not before.is_locked:
        return device
    facts = {key: fact for key, fact in device.facts.items() if key is not name}
    if before.offered is not None:
        facts[name] = Fact(value=before.offered, origin=Origin.VENDOR, source_id=before.source_id)
    return replace(device, facts=facts, updated_at=at)
