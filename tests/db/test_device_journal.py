"""Devices come back from the journal; when they were seen fills again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import orjson
import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from custom_components.home_inventory.db import device_edits, devices, runs
from custom_components.home_inventory.db.rebuild import rebuild
from custom_components.home_inventory.db.tables import drop_tables
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.models import Noun
from custom_components.home_inventory.journal.entries import Meta
from custom_components.home_inventory.journal.folder import Folder
from custom_components.home_inventory.journal.replay import State, pack
from tests.db.test_devices import FULL
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, lan, ref
from tests.kit import InventoryTestKit

if TYPE_CHECKING:
    from pathlib import Path

    from custom_components.home_inventory.domain.models import Json

SEEN_ANEW = ("sightings", "traces", "sync_runs")


@pytest.fixture
async def home(kit: InventoryTestKit) -> DeviceTestKit:
    """Return a household whose devices have lived for a while."""
    made = DeviceTestKit(kit)
    await made.run(FULL, lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP, name="Lamp"))
    await made.run(ref("7", "Lamp"), ref("8", "Fan"), source="hs")
    plug, fan = await made.id_of("Plug"), await made.id_of("Fan")
    await made.do(device_edits.link_item, plug, await kit.given_item("Coffee machine"))
    await made.do(device_edits.set_field, plug, DeviceField.LOCATION, await kit.given_location("Garage"))
    await made.do(device_edits.refuse, plug, fan)
    await made.do(device_edits.hang_on, fan, plug)
    await made.do(device_edits.merge_devices, await made.id_of("Stue-høyttaler"), fan)
    await made.do(device_edits.mark_device, plug, sleeps=True)
    await made.do(device_edits.remove_device, plug)
    return made


async def drop(kit: InventoryTestKit) -> None:
    """Take everything from the database at once, as a new file would."""
    kit.is_tampered = True
    recorder = get_instance(kit.hass)
    await recorder.async_add_executor_job(lambda: drop_tables(recorder.engine))


@pytest.mark.parametrize("has_snapshot", [False, True])
async def test_devices_come_back_from_the_journal(home: DeviceTestKit, has_snapshot: bool) -> None:
    """With all that people have settled, and what they are found by; the next run sees them again."""
    before, refused = (await home.ask(devices.load_state)).devices, await home.ask(devices.refused_pairs)
    rows = await home.kit.tables(*SEEN_ANEW)
    if has_snapshot:
        await home.kit.action("create_snapshot")
    await drop(home.kit)

    after = await home.ask(devices.load_state)

    assert (after.devices, after.sightings) == (before, {})
    assert await home.ask(devices.refused_pairs) == refused != frozenset()
    assert await home.kit.tables(*SEEN_ANEW) == rows
    assert (await home.ask(runs.list_runs, limit=10)).total == 0
    assert await home.kit.inventory.store.async_verify() == []
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP, name="Lamp"))
    assert len((await home.ask(devices.load_state)).sightings) == 2


async def test_a_change_made_after_a_rebuild_is_undone_as_ever(home: DeviceTestKit) -> None:
    """The history is there, too."""
    plug = next(device.id for device in (await home.all()).values() if device.item_id)
    batch = await home.batch_of(device_edits.restore_device, plug)
    before = await home.all()
    await drop(home.kit)

    await home.undo(batch)
    await home.undo((await home.kit.ws("change/list", limit=1))["batches"][0]["batch"])

    found = await home.all()
    assert {name: device.facts for name, device in found.items()} == {name: one.facts for name, one in before.items()}
    assert found["Plug"].archived_at is None
    assert await home.kit.inventory.store.async_verify() == []


def test_what_damage_has_taken_from_a_device_is_left_out(tmp_path: Path) -> None:
    """Its item and place are forgotten; what two are known by stays with the first."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    mac: dict[str, Json] = {"kind": "mac", "value": PLUG}
    record: dict[str, Json] = {
        "created_at": now.isoformat(),
        "updated_at": now.isoformat(),
        "item_id": "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "location_id": {"value": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "origin": "user"},
    }
    state = State(meta=Meta(store_id="s", generation=1, created_at=now))
    for device_id, more in (("a", []), ("b", [{"kind": "hostname", "value": "plug", "scope": "home"}])):
        state.records[Noun.DEVICE][device_id] = pack({**record, "id": device_id, "identities": [mac, *more]})
    engine = create_engine(f"sqlite:///{tmp_path}/home.db")

    done = rebuild(engine, Folder(tmp_path), state, [], lambda _: None)

    with Session(engine) as session:
        found = devices.load_state(session).devices
    engine.dispose()
    assert done.dropped == 5
    assert [len(device.identities) for device in found.values()] == [1, 1]
    assert {(device.item_id, device.location_id) for device in found.values()} == {(None, None)}
    assert orjson.loads(state.records[Noun.DEVICE]["a"])["item_id"]
