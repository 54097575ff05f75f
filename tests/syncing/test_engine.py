"""Asking a HomeSeer over real HTTP, from its settings to devices in the database."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db.device_edits import set_field
from custom_components.home_inventory.domain.actor import SYSTEM, Actor, Source
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.errors import InventoryError, UnauthorizedError
from custom_components.home_inventory.domain.sync import DeviceAlert, DeviceAlertKind
from custom_components.home_inventory.domain.sync_errors import SourceNotFoundError, SyncRunningError
from tests.homeseer_server import Trouble, root
from tests.syncing.conftest import settings

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.homeseer_server import HomeSeerServer
    from tests.syncing.home import SyncedHome


async def test_a_run_makes_devices_in_one_batch_that_can_be_undone(home: SyncedHome) -> None:
    result = await home.sync()

    made = await home.devices()
    assert result.counts == {"new": 3, "changed": 0, "back": 0, "missing": 0, "conflicts": 0}
    assert made.keys() == {"Lamp", "Boiler", "Siren"}
    kitchen = (await home.kit.location("Kitchen"))["id"]
    assert {name: device.location_id for name, device in made.items()} == {
        "Lamp": kitchen,
        "Siren": kitchen,
        "Boiler": None,
    }
    assert home.engine.status(home.source_id).last_run == result.run
    (batch,) = (await home.kit.ws("change/list", batch=result.batch_id))["batches"]
    assert len(batch["changes"]) == 3

    await home.kit.ws("change/undo", batch=result.batch_id)
    assert await home.devices() == {}


async def test_a_second_run_changes_what_has_changed_and_nothing_else(
    home: SyncedHome, homeseer: HomeSeerServer
) -> None:
    await home.sync()
    same = await home.sync()
    homeseer.refs[0] = root(10, "Ceiling lamp")
    renamed = await home.sync()

    assert (same.batch_id, same.counts["changed"]) == (None, 0)
    assert renamed.counts["changed"] == 1
    assert [device.name for device in renamed.devices.values()] == ["Ceiling lamp"]


async def test_a_look_changes_nothing(home: SyncedHome) -> None:
    before = await home.kit.tables()
    result = await home.sync(dry_run=True)

    assert (result.counts["new"], result.run, result.batch_id) == (3, None, None)
    assert sorted(device.name for device in result.devices.values()) == ["Boiler", "Lamp", "Siren"]
    assert await home.kit.tables() == before
    assert home.engine.status(home.source_id).last_run is None


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.PAGE, "source_bad_answer"),
        (Trouble.EMPTY, "source_bad_answer"),
        (Trouble.HALF, "source_bad_answer"),
        (Trouble.STATUS_500, "source_bad_answer"),
    ],
)
async def test_a_run_that_fails_is_written_down_and_calls_nothing_missing(
    home: SyncedHome, homeseer: HomeSeerServer, trouble: Trouble, code: str
) -> None:
    good = await home.sync()
    before = await home.devices()
    homeseer.trouble = trouble
    with pytest.raises(InventoryError) as failed:
        await home.sync()

    status = home.engine.status(home.source_id)
    assert failed.value.code == code
    assert status.last_run is not None
    assert (status.last_run.error, status.is_connected, status.last_good) == (code, False, good.run)
    assert await home.devices() == before


async def test_half_of_the_devices_gone_is_no_answer_unless_somebody_says_so(
    home: SyncedHome, homeseer: HomeSeerServer
) -> None:
    await home.sync()
    del homeseer.refs[1:]
    with pytest.raises(InventoryError) as failed:
        await home.sync()
    confirmed = await home.sync(confirmed=True)

    assert failed.value.code == "implausible_harvest"
    assert confirmed.run is not None
    assert confirmed.run.error is None


async def test_a_refused_login_is_asked_for_until_it_works(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    registry, issue = ir.async_get(home.kit.hass), f"homeseer_login_{home.source_id}"
    login, homeseer.login = homeseer.login, ("default", "another")
    with pytest.raises(InventoryError):
        await home.sync()
    asked = registry.async_get_issue(DOMAIN, issue)
    homeseer.login = login
    await home.sync()

    assert asked is not None
    assert registry.async_get_issue(DOMAIN, issue) is None


async def test_one_run_at_a_time(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    homeseer.delay = 0.2
    first = asyncio.create_task(home.sync())
    await asyncio.sleep(0.05)
    is_running = home.engine.status(home.source_id).is_running
    with pytest.raises(SyncRunningError):
        await home.sync()
    await first

    assert is_running
    assert not home.engine.status(home.source_id).is_running
    assert homeseer.most_at_once == 1


async def test_who_may_only_read_asks_no_source(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    guest = Actor(source=Source.WEBSOCKET, can_write=False)
    for dry_run in (True, False):
        with pytest.raises(UnauthorizedError):
            await home.engine.async_sync(guest, home.source_id, dry_run=dry_run)
    assert homeseer.asked == []


async def test_sources_come_and_go_without_a_restart(home: SyncedHome) -> None:
    told: list[str] = []
    stop = home.engine.async_listen(told.append)
    home.kit.hass.config_entries.async_remove_subentry(home.kit.entry, home.source_id)
    await home.kit.hass.async_block_till_done()
    stop()

    assert told == [""]
    assert [info.id for info in home.engine.infos()] == ["hass"]
    with pytest.raises(SourceNotFoundError):
        await home.sync()


async def test_a_source_runs_by_itself_and_again_after_its_interval(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    due = home.engine.status(home.source_id).next_at
    assert due is not None
    async_fire_time_changed(home.kit.hass, due + timedelta(seconds=1))
    await home.kit.hass.async_block_till_done(wait_background_tasks=True)

    status = home.engine.status(home.source_id)
    assert status.is_connected
    assert status.next_at is not None
    assert timedelta(minutes=13) < status.next_at - dt_util.utcnow() < timedelta(minutes=17)
    assert "getstatus" in homeseer.asked


async def test_a_source_that_was_added_or_changed_is_asked_at_once(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    """What people have just chosen they want to see; it doesn't wait for the next run."""
    added = home.engine.status(home.source_id).next_at
    assert added is not None
    await home.sync()
    kit = home.kit
    subentry = kit.entry.subentries[home.source_id]
    kit.hass.config_entries.async_update_subentry(
        kit.entry, subentry, data=settings(homeseer, home, Kitchen=kit.inventory.home_id).as_data()
    )
    changed = home.engine.status(home.source_id).next_at
    assert changed is not None

    assert max(added, changed) - dt_util.utcnow() < timedelta(seconds=5)


async def test_what_is_new_after_the_first_run_is_told_once(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    told: list[DeviceAlert] = []
    home.engine.async_listen_alerts(told.append)
    await home.sync()
    homeseer.refs.append(root(40, "Doorbell"))
    for _ in range(3):
        await home.sync()

    assert [(alert.kind, [device.name for device in alert.devices]) for alert in told] == [
        (DeviceAlertKind.NEW, ["Doorbell"])
    ]


async def test_how_runs_went_and_what_was_told_outlives_a_restart(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    await home.sync()
    homeseer.refs.append(root(40, "Doorbell"))
    await home.sync()
    await home.sync()
    before = home.engine.status(home.source_id)
    assert await home.kit.hass.config_entries.async_reload(home.kit.entry.entry_id)
    told: list[DeviceAlert] = []
    home.engine.async_listen_alerts(told.append)
    after = home.engine.status(home.source_id)
    await home.sync()

    assert (after.last_run, after.last_good) == (before.last_run, before.last_good)
    assert told == []


async def test_what_a_person_has_settled_stays(home: SyncedHome, homeseer: HomeSeerServer) -> None:
    await home.sync()
    lamp = (await home.devices())["Lamp"]
    await home.kit.inventory.syncs._async_write(
        Actor(source=Source.ACTION), set_field, lamp.id, DeviceField.NAME, "Reading lamp"
    )
    homeseer.refs[0] = root(10, "Lamp 2")
    await home.sync()

    fact = (await home.devices())["Reading lamp"].facts[DeviceField.NAME]
    assert (fact.value, fact.offered, fact.is_locked) == ("Reading lamp", "Lamp 2", True)


async def test_what_is_new_is_told_as_the_find_of_who_has_seen_it_first(
    home: SyncedHome, homeseer: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    """Also if it is another source that runs when it has been there for long enough."""
    told: list[DeviceAlert] = []
    home.engine.async_listen_alerts(told.append)
    await home.engine.async_sync(SYSTEM, "hass")
    await home.sync()
    homeseer.refs.append(root(40, "Doorbell"))
    freezer.tick(timedelta(minutes=1))
    await home.sync()
    freezer.tick(timedelta(minutes=6))
    await home.engine.async_sync(SYSTEM, "hass")

    assert [(alert.source.id, alert.devices[0].name) for alert in told] == [(home.source_id, "Doorbell")]
