"""How the store is doing, as the faces show it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.home_inventory.backup import async_post_backup, async_pre_backup
from custom_components.home_inventory.journal.folder import Folder
from custom_components.home_inventory.journal.replay import replay

from .outage import database_away

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


class StoreWatcher:
    """Somebody who has subscribed to how the store is doing."""

    def __init__(self, client: Any) -> None:
        """Take a client of its own."""
        self._client = client

    async def start(self) -> dict[str, Any]:
        """Subscribe; return what is told at once."""
        await self._client.send_json_auto_id({"type": "home_inventory/store/subscribe"})
        assert (await self._client.receive_json())["success"]
        return await self.next()

    async def next(self) -> dict[str, Any]:
        """Return what is told next."""
        async with asyncio.timeout(30):
            return (await self._client.receive_json())["event"]

    async def until(self, snapshots: int) -> None:
        """Wait until so many snapshots are told; that the database is back may have been told before."""
        while (await self.next())["snapshots"] != snapshots:
            pass

    async def stop(self) -> None:
        """Unsubscribe."""
        await self._client.send_json_auto_id({"type": "unsubscribe_events", "subscription": 1})
        assert (await self._client.receive_json())["success"]


@pytest.fixture
async def watcher(kit: InventoryTestKit) -> StoreWatcher:
    """Return somebody who has not subscribed yet."""
    return StoreWatcher(await kit.new_client())


async def test_the_store_says_how_it_is_doing(kit: InventoryTestKit) -> None:
    """All that the panel shows."""
    await kit.given_item("Drill")

    info = await kit.ws("store/info")

    assert info == {
        "store_id": kit.inventory.store.meta.store_id,
        "generation": 1,
        "sequence": (await kit.changes())[-1]["sequence"],
        "database": "sqlite",
        "database_bytes": info["database_bytes"],
        "journal_bytes": info["journal_bytes"],
        "snapshots": 0,
        "snapshot_at": None,
        "backup_since": None,
        "waiting": 0,
        "recovery": None,
    }
    assert info["database_bytes"] > 10_000
    assert info["journal_bytes"] > 500


async def test_a_snapshot_holds_everything(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """It is where the answer says, and the panel knows of it."""
    await kit.given_item("Drill")

    snapshot = await kit.action("create_snapshot")

    info = await kit.ws("store/info")
    folder = hass.config.path("home_inventory", "journal")
    state = await hass.async_add_executor_job(replay, Folder(Path(folder)), [])
    size = await hass.async_add_executor_job(lambda: Path(hass.config.path(snapshot["path"])).stat().st_size)
    assert snapshot == {"path": snapshot["path"], "bytes": size, "sequence": info["sequence"]}
    assert (info["snapshots"], state.mark.sequence) == (1, snapshot["sequence"])
    assert dt_util.utcnow() - dt_util.parse_datetime(info["snapshot_at"], raise_on_error=True) < timedelta(minutes=1)


async def test_who_watches_is_told_at_once_and_of_snapshots(kit: InventoryTestKit, watcher: StoreWatcher) -> None:
    """Nobody has to ask again."""
    first = await watcher.start()
    await kit.ws("store/snapshot")
    second = await watcher.next()

    assert (first["snapshots"], second["snapshots"]) == (0, 1)


async def test_who_watches_is_told_of_a_backup(
    hass: HomeAssistant, kit: InventoryTestKit, watcher: StoreWatcher
) -> None:
    """That it has begun, how many wait, and that it has ended."""
    await watcher.start()
    await async_pre_backup(hass)
    begun = await watcher.next()
    change = hass.async_create_background_task(kit.action("add_item", name="Saw"), "change")
    await kit.until_waiting()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=2))
    waiting = await watcher.next()
    await async_post_backup(hass)
    await change
    ended = await watcher.next()

    assert begun["backup_since"]
    assert (begun["waiting"], waiting["waiting"]) == (0, 1)
    assert ended["backup_since"] is None


async def test_who_watches_goes_on_after_a_reload(
    hass: HomeAssistant, kit: InventoryTestKit, watcher: StoreWatcher
) -> None:
    """The panel stays open meanwhile."""
    await watcher.start()
    await kit.ws("item/add", name="Drill")
    await hass.config_entries.async_reload(kit.entry.entry_id)

    assert (await watcher.next())["sequence"] == (await kit.ws("store/info"))["sequence"]


async def test_who_watches_no_more_is_left_alone(
    hass: HomeAssistant, kit: InventoryTestKit, watcher: StoreWatcher
) -> None:
    """Also when that happens during a backup."""
    await watcher.start()
    await async_pre_backup(hass)
    await watcher.next()
    await watcher.stop()
    await async_post_backup(hass)
    await kit.ws("store/snapshot")

    await watcher._client.send_json_auto_id({"type": "ping"})
    assert (await watcher._client.receive_json())["type"] == "pong"


async def test_an_outage_is_no_end_for_who_watches(
    hass: HomeAssistant, kit: InventoryTestKit, watcher: StoreWatcher
) -> None:
    """They are told again when the database is back."""
    await watcher.start()
    with database_away(hass):
        kit.inventory.store._changed()
        await hass.async_block_till_done()
    await kit.ws("store/snapshot")

    await watcher.until(snapshots=1)
