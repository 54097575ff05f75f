"""Home Assistant's own backups, made while people write and restored with and without the database."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.domain.models import Noun
from custom_components.home_inventory.journal.folder import Folder
from custom_components.home_inventory.journal.replay import replay

from .backups import archive_of, everything, issues, make_backup, restore_backup, unpack_journal
from .hass_config import DOMAIN, copy_integration

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .hass_client import HassClient
    from .hass_process import HassProcess, Version

THINGS = 300
WRITERS = 4
LOOKED_AFTER = "The store was looked after"


@pytest.fixture
async def home(new_hass: Callable[..., HassProcess], tmp_path: Path) -> HassProcess:
    """Return a running home with some hundred things."""
    return await _furnish(new_hass(), tmp_path)


async def _furnish(process: HassProcess, tmp_path: Path) -> HassProcess:
    """Let a home run, with some hundred things in it; its log is kept where no restore removes it."""
    process.log = tmp_path / "console.log"
    process.config.mkdir()
    copy_integration(process.config, frontend=True)
    client = await process.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await _until_saved(process.config / ".storage" / "core.config_entries")
    await asyncio.gather(*(_add(client, f"Thing {number}") for number in range(THINGS)))
    await client.call("home_inventory/item/move", item="Thing 0", to="Kitchen")
    await client.call("home_inventory/item/remove", item="Thing 1")
    await client.call("home_inventory/item/remove", item="Thing 2", permanently=True)
    await client.call("home_inventory/store/snapshot")
    await client.call("home_inventory/item/update", item="Thing 3", notes="After the snapshot")
    return process


async def _until_saved(entries: Path) -> None:
    """Wait for Home Assistant to write down that we are set up, which it does a little later: a backup is to have that."""
    async with asyncio.timeout(60):
        while not entries.exists() or DOMAIN not in entries.read_text():
            await asyncio.sleep(0.1)


async def _add(client: HassClient, name: str) -> str:
    added = await client.call("home_inventory/item/add", name=name, location="Kitchen", categories=["Things"])
    item_id: str = added["item"]["id"]
    return item_id


async def _change_more(client: HassClient) -> dict[str, Any]:
    """Change this and that after the backup, and return how everything is then."""
    await client.call("home_inventory/item/add", name="Later", location="Kitchen")
    await client.call("home_inventory/item/update", item="Thing 4", notes="Later")
    await client.call("home_inventory/item/remove", item="Thing 5", permanently=True)
    return await everything(client)


class _Writer:
    """Somebody who goes on adding things, and knows of which the home has said that they are safe."""

    def __init__(self, client: HassClient, name: str) -> None:
        self._client = client
        self._name = name
        self._is_done = False
        self.acknowledged: list[str] = []
        self.task = asyncio.create_task(self._write())

    async def _write(self) -> None:
        number = 0
        while not self._is_done:
            number += 1
            self.acknowledged.append(await _add(self._client, f"{self._name} {number}"))

    async def finish(self) -> None:
        """Stop; raise what went wrong."""
        self._is_done = True
        await self.task


def _items_until(sequence: int, batches: list[dict[str, Any]]) -> set[str]:
    """Return which items there were after a change, going by the history."""
    changes = [change for batch in batches for change in batch["changes"] if change["sequence"] <= sequence]
    by_operation: dict[str, set[str]] = {"create": set(), "delete": set()}
    for change in changes:
        if change["kind"] == "item" and change["operation"] in by_operation:
            by_operation[change["operation"]].add(change["id"])
    return by_operation["create"] - by_operation["delete"]


@pytest.mark.parametrize("database", [True, False], ids=["with database", "without database"])
async def test_a_backup_while_people_write(
    new_hass: Callable[..., HassProcess], version: Version, tmp_path: Path, *, database: bool
) -> None:
    """No change fails, the backup succeeds, and what is in it is what had been acknowledged when it was made."""
    home = await _furnish(new_hass(version), tmp_path)
    client = home.client
    async with client.subscription("home_inventory/store/subscribe") as told:
        writers = [_Writer(client, f"Writer {number}") for number in range(WRITERS)]
        await asyncio.sleep(1)
        before = {item for writer in writers for item in writer.acknowledged}
        await make_backup(client, database=database)
        await asyncio.sleep(1)
        await asyncio.gather(*(writer.finish() for writer in writers))
        states = [told.get_nowait() for _ in range(told.qsize())]
    after = {item for writer in writers for item in writer.acknowledged}

    damages: list[Any] = []
    state = replay(Folder(unpack_journal(archive_of(home.config), tmp_path / "unpacked")), damages)
    kept = {record["id"]: record["name"] for record in map(json.loads, state.records[Noun.ITEM].values())}
    known = await everything(client)
    assert (damages, state.lost_sequences, state.stray_changes) == ([], 0, 0)
    assert before <= kept.keys()
    assert kept.keys() == _items_until(state.mark.sequence, known["changes"])
    assert after <= {item["id"] for item in known["items"]}
    assert any(info["backup_since"] for info in states)
    assert (states[-1]["backup_since"], states[-1]["waiting"]) == (None, 0)
    print(  # noqa: T201 - figures for whoever looks
        f"acknowledged before {len(before)}, in the archive {len(kept)}, at the end {len(after) + THINGS}; "
        f"most that waited: {max(info['waiting'] for info in states)}"
    )


@pytest.mark.parametrize("included", [True, False], ids=["with database", "without database"])
async def test_settings_restored_beside_a_newer_database(home: HassProcess, *, included: bool) -> None:
    """The journal goes back in time, the database does not: the journal catches up by itself, nothing is asked."""
    home.expected.append(LOOKED_AFTER)
    backup_id = await make_backup(home.client, database=included)
    latest = await _change_more(home.client)

    client = await restore_backup(home, backup_id, database=False)

    assert await everything(client) == latest
    info = await client.call("home_inventory/store/info")
    assert (info["recovery"]["kind"], info["recovery"]["changes"] > 0) == ("journal_caught_up", True)
    assert await issues(client) == []
    assert await everything(await home.restart()) == latest


async def test_everything_restored_goes_back_as_a_whole(home: HassProcess) -> None:
    """Database and journal are of the same moment."""
    then = await everything(home.client)
    backup_id = await make_backup(home.client, database=True)
    await _change_more(home.client)

    client = await restore_backup(home, backup_id, database=True)

    assert await everything(client) == then
    assert (await client.call("home_inventory/store/info"))["recovery"] is None
    assert await issues(client) == []
    await _add(client, "New")
    assert len((await everything(await home.restart()))["items"]) == len(then["items"]) + 1


@pytest.mark.parametrize(
    ("database", "expected"), [(True, []), (False, ["database_rebuilt"])], ids=["with database", "without database"]
)
async def test_a_new_machine(
    home: HassProcess,
    new_hass: Callable[..., HassProcess],
    tmp_path: Path,
    database: bool,
    expected: list[str],
) -> None:
    """What was on the old one is on the new one, also when only the journal came along."""
    then = await everything(home.client)
    backup_id = await make_backup(home.client, database=database)
    await home.stop()
    machine = new_hass(config=tmp_path / "machine")
    machine.log = tmp_path / "machine.log"
    machine.expected.append(LOOKED_AFTER)
    (machine.config / "backups").mkdir(parents=True)
    shutil.copy(archive_of(home.config), machine.config / "backups")
    await machine.start()

    client = await restore_backup(machine, backup_id, database=database)

    assert await everything(client) == then
    assert await issues(client) == expected
    assert await everything(await machine.restart()) == then


async def test_an_older_database_alone_is_asked_about(home: HassProcess) -> None:
    """Only a person knows whether the newer changes are wanted; taking them brings back all of them."""
    home.expected += [LOOKED_AFTER, "Setup", "undecided", "The database and the inventory's journal differ"]
    backup_id = await make_backup(home.client, database=True)
    latest = await _change_more(home.client)

    client = await restore_backup(home, backup_id, database=True, settings=False)
    asked = await issues(client)
    flow = await client.post("/api/repairs/issues/fix", {"handler": DOMAIN, "issue_id": "undecided"})
    await client.post(f"/api/repairs/issues/fix/{flow['flow_id']}", {"next_step_id": "journal"})

    assert asked == ["undecided"]
    assert await everything(client) == latest
    assert "undecided" not in await issues(client)
