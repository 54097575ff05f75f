"""The shapes of sources and their runs, as docs/api.md describes them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from homeassistant.helpers.translation import async_get_exception_message

from .const import DOMAIN
from .device_views import FIELD_NAMES, in_order, moment
from .domain.devices import DeviceField
from .domain.observations import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .domain.devices import Device, DeviceUpdate
    from .domain.matching import Difference
    from .domain.observations import Observation
    from .domain.sync import SourceInfo, SourceStatus, SyncResult
    from .domain.sync_runs import SyncRun
    from .inventory import Inventory
    from .views import View

_TOLD: Final = ("manufacturer", "model", "serial_number", "firmware")


def site_view(inventory: Inventory, source: SourceInfo) -> View | None:
    """Return the site of a source, if it has one that is there."""
    site = inventory.locations.get(source.site_id)
    return None if site is None else {"id": site.id, "name": site.name}


def source_view(inventory: Inventory, status: SourceStatus) -> View:
    """Return a source and how it is doing."""
    source, good = status.source, status.last_good
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "site": site_view(inventory, source),
        "network": source.network,
        "minutes": None if source.interval is None else int(source.interval / timedelta(minutes=1)),
        "running": status.is_running,
        "connected": status.is_connected,
        "last_run": None if status.last_run is None else run_view(status.last_run),
        "last_good_at": None if good is None else moment(good.finished_at or good.started_at),
        "next_at": moment(status.next_at),
    }


def run_view(run: SyncRun) -> View:
    """Return a run as it was written down; the message of an error is in English, its code is translated by faces."""
    placeholders = dict(run.placeholders)
    error = run.error and {
        "code": run.error,
        "message": async_get_exception_message(DOMAIN, run.error, placeholders),
        "placeholders": placeholders,
    }
    return {
        "id": run.id,
        "source_id": run.source_id,
        "started_at": run.started_at.isoformat(),
        "finished_at": moment(run.finished_at),
        "mode": run.mode,
        "complete": run.is_complete,
        "counts": dict(run.counts),
        "notes": list(_note_views(run.notes)),
        "error": error or None,
        "batch": run.batch_id,
    }


def _note_views(notes: Iterable[str]) -> Iterator[View]:
    """Yield what is odd about a run, and how often it was so. The first runs of all kept sentences, which are left out."""
    for note in notes:
        kind, _, count = note.partition(" ")
        if count.isdecimal():
            yield {"kind": kind, "count": int(count)}


def result_view(inventory: Inventory, result: SyncResult) -> View:
    """Return what a run has brought, or would bring."""
    plan = result.plan
    plain = [update for update in plan.changed if not update.is_back and not update.is_missing]
    return {
        "run": None if result.run is None else run_view(result.run),
        "counts": dict(result.counts),
        "batch": result.batch_id,
        "new": [_new_view(device_id, seen, result.devices.get(device_id)) for device_id, seen in plan.new],
        "changed": [_change_view(inventory, update) for update in plain],
        "back": [_brief(update.after) for update in plan.changed if update.is_back],
        "missing": [_brief(update.after) for update in plan.changed if update.is_missing],
        "conflicts": [{"address": conflict.address, "macs": list(conflict.macs)} for conflict in plan.conflicts],
        "suggestions": len(plan.suggestions),
    }


def differences_view(difference: Difference) -> list[View]:
    """Return what differs between two runs."""
    appeared = [{"change": "appeared", **_seen_view(seen), "fields": {}} for seen in difference.appeared]
    gone = [{"change": "gone", **_seen_view(seen), "fields": {}} for seen in difference.gone]
    changed = [
        {"change": "changed", **_seen_view(after), "fields": _differing(_said(before), _said(after))}
        for before, after in difference.changed
    ]
    return [*appeared, *gone, *changed]


def _new_view(device_id: str, seen: Observation, device: Device | None) -> View:
    """Return a device that a run makes; its name as it is kept, where that is known."""
    name = _name_of(seen) if device is None else device.name
    return {"id": device_id, **_seen_view(seen), "name": name}


def _change_view(inventory: Inventory, update: DeviceUpdate) -> View:
    """Return which fields of a device a run changes; a place is named by its path."""
    before, after = _facts(inventory, update.device), _facts(inventory, update.after)
    return {**_brief(update.after), "fields": _differing(before, after)}


def _facts(inventory: Inventory, device: Device) -> dict[str, str | None]:
    """Return what is known of a device, by the names of docs/api.md."""
    values = {FIELD_NAMES[field]: device.value(field) for field in DeviceField}
    return {
        **values,
        "location": inventory.locations.path(device.location_id),
        "link": None if device.link is None else device.link.value,
        "parent": device.parent_id,
        "identities": ", ".join(identity.value for identity in device.identities),
        "components": ", ".join(part.name for part in device.components) or None,
    }


def _said(seen: Observation) -> dict[str, str | None]:
    """Return what an observation says, as texts."""
    told = (seen.manufacturer, seen.model, seen.serial_number, seen.firmware)
    return {
        "name": seen.name,
        **{name: None if value is None else value.value for name, value in zip(_TOLD, told, strict=True)},
        "type": seen.device_type,
        "addresses": ", ".join(in_order(seen.of_kind(IdentityKind.ADDRESS))) or None,
        "macs": ", ".join(sorted(seen.of_kind(IdentityKind.MAC))) or None,
        "place": " / ".join(seen.place) or None,
        "presence": seen.presence.value,
        "link": None if seen.link is None else seen.link.value,
        "identities": ", ".join(sorted(identity.value for identity in seen.identities)),
        "components": ", ".join(sorted(part.name for part in seen.components)) or None,
    }


def _differing(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> dict[str, list[str | None]]:
    """Return what is not the same, as it was and as it is."""
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}


def _seen_view(seen: Observation) -> View:
    """Return what was seen in one go."""
    return {
        "name": _name_of(seen),
        "manufacturer": None if seen.manufacturer is None else seen.manufacturer.value,
        "model": None if seen.model is None else seen.model.value,
        "addresses": in_order(seen.of_kind(IdentityKind.ADDRESS)),
        "macs": list(seen.of_kind(IdentityKind.MAC)),
    }


def _name_of(seen: Observation) -> str:
    """Return what something is called, at least what it is known by."""
    return seen.name or seen.identities[0].value


def _brief(device: Device) -> View:
    return {"id": device.id, "name": device.name}
