"""Diagnostics: numbers only. What a household owns, where, for how much, and how to get into its devices is nobody's business."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from homeassistant.helpers.recorder import get_instance

from .const import CONF_PLACES_FROM_AREAS, CONF_WARNING_DAYS
from .domain.errors import InventoryError
from .source_settings import HomeSeerSettings, settings_of
from .views import store_view

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .domain.sync import SourceStatus
    from .domain.sync_runs import SyncRun
    from .inventory import Inventory, InventoryConfigEntry
    from .source_settings import SourceSettings


async def async_get_config_entry_diagnostics(hass: HomeAssistant, entry: InventoryConfigEntry) -> dict[str, Any]:
    """Return what helps to find a fault and tells nothing about the household; also while the database is away."""
    inventory = entry.runtime_data
    kinds: dict[str, int] = {}
    for location in inventory.locations.in_use():
        kinds[location.kind.value] = kinds.get(location.kind.value, 0) + 1
    chosen = {settings.source_id: settings for settings in settings_of(entry)}
    known: dict[str, Any] = {
        "entry": {
            "version": entry.version,
            CONF_PLACES_FROM_AREAS: entry.data.get(CONF_PLACES_FROM_AREAS),
            CONF_WARNING_DAYS: inventory.warning_days,
        },
        "store": {
            "database": str(get_instance(hass).dialect_name),
            "generation": inventory.store.meta.generation,
            "is_indexing": inventory.is_indexing,
        },
        "locations_by_kind": kinds,
        "sources": [_source(status, chosen.get(status.source.id)) for status in inventory.sources.statuses()],
    }
    try:
        return known | await _async_figures(inventory, known["store"])
    except InventoryError as err:
        return known | {"error": err.code}


async def _async_figures(inventory: Inventory, store: dict[str, Any]) -> dict[str, Any]:
    """Return what only an open database can tell."""
    status = dict(store_view(await inventory.store.async_status()))
    # Tells two stores apart without being the key that journal files carry.
    status["store_id"] = hashlib.sha256(str(status["store_id"]).encode()).hexdigest()[:8]
    return {
        "store": store | status,
        "counts": await inventory.figures.async_counts() | {"devices": await inventory.figures.async_count_devices()},
        "promoted_items": len(await inventory.items.async_list_promoted()),
    }


def _source(status: SourceStatus, settings: SourceSettings | None) -> dict[str, Any]:
    """Return how a source is asked and how that went, without addresses, names and logins: what is safe is named, nothing is blacked out.

    Notes of runs and what the texts of errors name are left out: hosts are among it.
    """
    last, good = status.last_run, status.last_good
    return {
        "kind": status.source.kind.value,
        **_chosen(settings),
        "is_running": status.is_running,
        "connected": status.is_connected,
        "last_run": None if last is None else _run(last),
        "last_good": None if good is None else _run(good),
    }


def _run(run: SyncRun) -> dict[str, Any]:
    """Return when and how a source was asked, and what came of it."""
    return {
        "started_at": run.started_at.isoformat(),
        "seconds": None if run.finished_at is None else round((run.finished_at - run.started_at).total_seconds(), 1),
        "mode": run.mode,
        "complete": run.is_complete,
        "counts": dict(run.counts),
        "error": run.error,
    }


def _chosen(settings: SourceSettings | None) -> dict[str, Any]:
    """Return what was chosen about a source, as far as it gives nobody away."""
    if settings is None:
        return {}
    if isinstance(settings, HomeSeerSettings):
        return {
            "minutes": settings.minutes,
            "scheme": settings.url.partition(":")[0],
            "verify_ssl": settings.verify_ssl,
            "has_login": settings.login is not None,
            "features_are_devices": settings.features_are_devices,
            "includes_hidden": settings.includes_hidden,
            "mapped_places": sum(place is not None for names in settings.places.values() for place in names.values()),
            "places": sum(map(len, settings.places.values())),
        }
    return {"minutes": settings.minutes, "prefix_length": int(settings.network.rpartition("/")[2])}
