"""Making way for Home Assistant's backups: changes wait, reading goes on, and nothing fails a backup."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.home_inventory.backup import LONGEST, async_post_backup, async_pre_backup
from custom_components.home_inventory.db import writer
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.store_errors import BackupRunningError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


@pytest.fixture
async def backup(hass: HomeAssistant, kit: InventoryTestKit) -> AsyncGenerator[InventoryTestKit]:
    """Return a household of which a backup is being made."""
    await kit.given_item("Drill", quantity=1)
    await async_pre_backup(hass)
    yield kit
    await async_post_backup(hass)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing wait for a backup for longer than a moment."""
    monkeypatch.setattr(writer, "BACKUP_TIMEOUT", 0.1)


def adding(kit: InventoryTestKit, name: str) -> asyncio.Task[Any]:
    """Let somebody add an item, who waits for as long as it takes."""
    return kit.hass.async_create_background_task(kit.action("add_item", name=name), name)


async def test_a_change_waits_for_the_end_of_the_backup(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """Nothing of it is to be seen until then; afterwards it is there."""
    change = adding(backup, "Saw")
    await backup.until_waiting()
    before = await backup.names()
    await async_post_backup(hass)
    await change

    assert (before, await backup.names()) == (["Drill"], ["Drill", "Saw"])


async def test_changes_happen_in_the_order_they_were_asked_for(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """Also those that had to wait."""
    changes = []
    for count, name in enumerate(("Saw", "Rag", "Jug"), 1):
        changes.append(adding(backup, name))
        await backup.until_waiting(count)
    await async_post_backup(hass)
    await asyncio.gather(*changes)

    assert [change["title"] for change in (await backup.changes()) if change["kind"] == "item"][1:] == [
        "Saw",
        "Rag",
        "Jug",
    ]


async def test_reading_goes_on(backup: InventoryTestKit) -> None:
    """Nobody has to wait who only wants to know."""
    assert (await backup.item("Drill"))["quantity"] == 1
    assert (await backup.ws("change/list"))["total"]


@pytest.mark.usefixtures("impatient")
async def test_a_read_that_needs_mending_does_not_wait_for_ever(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """Tables are made anew when the backup has ended, and not under it."""
    await backup.run_sql("DROP TABLE home_inventory_stock")
    error = await backup.refused("item/list")
    await async_post_backup(hass)

    assert error.code == "backup_running"
    assert await backup.names() == ["Drill"]


async def test_everyone_can_see_that_a_backup_runs(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """And that it has ended."""
    during = await backup.ws("store/info")
    await async_post_backup(hass)
    after = await backup.ws("store/info")

    assert dt_util.utcnow() - dt_util.parse_datetime(during["backup_since"], raise_on_error=True) < timedelta(minutes=1)
    assert (during["waiting"], after["backup_since"], after["waiting"]) == (0, None, 0)


@pytest.mark.usefixtures("impatient")
async def test_a_change_that_has_waited_too_long_is_refused(backup: InventoryTestKit) -> None:
    """Nothing of it happens, not even later."""
    before = await backup.tables()

    error = await backup.refused("item/add", name="Saw")

    assert (error.code, error.placeholders) == ("backup_running", {"seconds": "0"})
    await async_post_backup(backup.hass)
    await backup.given_item("Rag")
    assert (await backup.names(), before != await backup.tables()) == (["Drill", "Rag"], True)


@pytest.mark.usefixtures("impatient")
async def test_a_snapshot_does_not_wait_for_ever_either(backup: InventoryTestKit) -> None:
    """The files must not move while they are being packed."""
    assert (await backup.refused("store/snapshot")).code == "backup_running"
    assert (await backup.ws("store/info"))["snapshots"] == 0


async def test_a_snapshot_waits_for_the_end_of_the_backup(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """Then it is written."""
    snapshot = hass.async_create_background_task(backup.action("create_snapshot"), "snapshot")
    await asyncio.sleep(0.05)
    assert not snapshot.done()
    await async_post_backup(hass)

    assert (await snapshot)["path"].startswith("home_inventory/journal/snapshot-")


async def test_no_snapshot_is_written_by_itself_during_a_backup(backup: InventoryTestKit) -> None:
    """It has time until later."""
    assert not await backup.inventory.store.async_snapshot_if_due()


async def test_a_snapshot_that_is_being_written_is_waited_for(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """A backup that is over before it could begin leaves nothing behind."""
    async with kit.inventory._database._files_in_use:
        begun = hass.async_create_background_task(async_pre_backup(hass), "backup")
        await asyncio.sleep(0)
        await async_post_backup(hass)
    await begun
    await kit.given_item("Saw")

    assert (await kit.ws("store/info"))["backup_since"] is None
    assert (await kit.ws("store/snapshot"))["sequence"]


async def test_the_hooks_never_raise(
    hass: HomeAssistant, kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's backup goes on, whatever is wrong here; and changes go on, too."""

    async def fail() -> None:
        raise StoreUnavailableError

    monkeypatch.setattr(kit.inventory._database, "async_hold", fail)
    await async_pre_backup(hass)
    await kit.given_item("Saw")
    await async_post_backup(hass)

    assert (await kit.names(), kit.inventory.store.is_held) == (["Saw"], False)


async def test_an_end_without_a_beginning_is_no_trouble(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """Nor are two ends."""
    await async_post_backup(hass)
    await async_post_backup(hass)
    await kit.given_item("Saw")


async def test_changes_go_on_when_no_end_is_told(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """Whoever makes the backup may have crashed."""
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=LONGEST + 1))
    await backup.given_item("Saw")

    assert await backup.names() == ["Drill", "Saw"]


async def test_unloading_refuses_what_waits(hass: HomeAssistant, backup: InventoryTestKit) -> None:
    """It can't be said when the backup ends, and unloading has to."""
    change = adding(backup, "Saw")
    await backup.until_waiting()
    await hass.config_entries.async_unload(backup.entry.entry_id)

    with pytest.raises(Exception, match="backup"):
        await change


async def test_an_inventory_that_is_loaded_during_a_backup_makes_way(
    hass: HomeAssistant, backup: InventoryTestKit
) -> None:
    """Also when it was loaded anew."""
    await hass.config_entries.async_reload(backup.entry.entry_id)
    change = adding(backup, "Saw")
    await backup.until_waiting()
    await async_post_backup(hass)
    await change

    assert await backup.names() == ["Drill", "Saw"]


async def test_a_backup_without_the_inventory_is_no_trouble(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """It may be unloaded."""
    await hass.config_entries.async_unload(kit.entry.entry_id)
    await async_pre_backup(hass)
    await async_post_backup(hass)


@pytest.mark.usefixtures("impatient")
async def test_who_asks_for_a_snapshot_from_within_is_told_too(backup: InventoryTestKit) -> None:
    """The manager raises what the faces translate."""
    with pytest.raises(BackupRunningError):
        await backup.inventory.store.async_snapshot(SYSTEM)
