"""Homes as released versions have stored them: `fixtures/store_<revision>.jsonl.gz`, and what they have to look like today."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr
from homeassistant.helpers import label_registry as lr
from homeassistant.helpers.recorder import get_instance

from custom_components.home_inventory.db import devices, runs, traces
from custom_components.home_inventory.db.device_records import device_json
from custom_components.home_inventory.db.migrations import create_tables, drop_tables
from custom_components.home_inventory.db.table_dump import load_dump, read_head
from custom_components.home_inventory.db.tables import changing_tables
from tests.device_kit import DeviceTestKit

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from sqlalchemy import Engine

    from tests.kit import InventoryTestKit

FOLDER = Path(__file__).parent / "fixtures"
STORED = sorted(FOLDER.glob("store_*.jsonl.gz"))


def revision_of(stored: Path) -> str:
    """Return which revision a stored home is of."""
    return stored.name.removeprefix("store_").removesuffix(".jsonl.gz")


def path_of(revision: str) -> Path:
    """Return where the home of a revision is stored."""
    return FOLDER / f"store_{revision}.jsonl.gz"


def expectation_of(stored: Path) -> Path:
    """Return where it is written what a stored home has to look like."""
    return stored.with_name(f"{stored.name.removesuffix('.jsonl.gz')}.expected.json")


def load_home(engine: Engine, stored: Path, scripts: Path | None = None) -> None:
    """Make the tables of a stored home's revision and fill them."""
    drop_tables(engine)
    create_tables(engine, read_head(stored).revision, **({} if scripts is None else {"scripts": scripts}))
    with changing_tables(engine) as connection:
        load_dump(connection, stored)


async def async_load_home(hass: HomeAssistant, stored: Path) -> None:
    """Do so in the recorder's database."""
    instance = get_instance(hass)
    await instance.async_add_executor_job(load_home, instance.engine, stored)


def prepare_house(hass: HomeAssistant) -> None:
    """Make what Home Assistant itself keeps and the stored homes refer to; ids are made from the names."""
    ground = fr.async_get(hass).async_create("Ground floor", level=0)
    for name in ("Garage", "Kitchen"):
        ar.async_get(hass).async_create(name, floor_id=ground.floor_id)
    for name in ("Insured", "Holiday"):
        lr.async_get(hass).async_create(name)


async def read_everything(kit: InventoryTestKit) -> dict[str, Any]:
    """Return all that a household knows, with its history."""
    kinds = {
        "items": ("item/list", {"archived": False}),
        "archived items": ("item/list", {"archived": True}),
        "locations": ("location/list", {"archived": False}),
        "archived locations": ("location/list", {"archived": True}),
        "categories": ("category/list", {}),
        "batches": ("change/list", {}),
    }
    answers = {kind: await kit.ws(command, limit=1000, **values) for kind, (command, values) in kinds.items()}
    found = {
        kind: by_id(next(value for value in answer.values() if isinstance(value, list)))
        for kind, answer in answers.items()
    }
    return found | await read_devices(kit)


async def read_devices(kit: InventoryTestKit) -> dict[str, Any]:
    """Return all devices, when they were seen, and the runs of their sources."""
    home = DeviceTestKit(kit)
    state = await home.ask(devices.load_state)
    made = (await home.ask(runs.list_runs, limit=1000)).entries
    seen = {f"{source} {device_id}": _plain(asdict(seen)) for (device_id, source), seen in state.sightings.items()}
    return {
        "devices": {device_id: device_json(device) for device_id, device in state.devices.items()},
        "sightings": {key: {"id": key, **values} for key, values in seen.items()},
        "runs": {run.id: _plain(asdict(run)) for run in made},
        "refusals": {"all": sorted(map(list, await home.ask(devices.refused_pairs)))},
        "traces": {
            device_id: [_plain(asdict(trace)) for trace in await home.ask(traces.load_traces, device_id)]
            for device_id in state.devices
        },
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Return values as JSON gives them back."""
    plain: dict[str, Any] = json.loads(json.dumps(values, default=str))
    return plain


def by_id(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return records by their id."""
    return {record.get("id") or record["batch"]: record for record in records}


def without_news(found: Any, expected: Any) -> Any:
    """Return what was found without fields that there were none of when the expectation was written.

    Whole records that were not expected stay: nothing may appear by itself.
    """
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [without_news(one, other) for one, other in zip(found, expected, strict=True)]
    if not isinstance(found, dict) or not isinstance(expected, dict):
        return found
    is_record = "id" in expected or "batch" in expected
    return {
        key: without_news(value, expected.get(key)) for key, value in found.items() if key in expected or not is_record
    }


def read_expectation(stored: Path) -> dict[str, Any]:
    """Return what a stored home has to look like."""
    expected: dict[str, Any] = json.loads(expectation_of(stored).read_text())
    return expected
