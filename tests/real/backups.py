"""Home Assistant's own backups: making, unpacking and restoring them as the settings page does."""

import asyncio
import io
import tarfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from .hass_client import HassClient
from .hass_process import HassProcess

AGENT = "backup.local"
LIMIT = 120


async def make_backup(client: HassClient, *, database: bool) -> str:
    """Make a backup of everything, with or without the database, and return its id. Raises RuntimeError if it fails."""
    async with asyncio.timeout(LIMIT), client.subscription("backup/subscribe_events") as events:
        await client.call(
            "backup/generate", agent_ids=[AGENT], include_database=database, include_homeassistant=True, name="Test"
        )
        state = None
        while state not in ("completed", "failed"):
            event = await events.get()
            state = event.get("state") if event.get("manager_state") == "create_backup" else None
        while (await events.get()).get("manager_state") != "idle":
            pass
    if state == "failed":
        message = f"The backup failed: {event}"
        raise RuntimeError(message)
    info = await client.call("backup/info")
    newest = max(info["backups"], key=lambda backup: backup["date"])
    assert (info["agent_errors"], newest["database_included"]) == ({}, database)
    backup_id: str = newest["backup_id"]
    return backup_id


async def restore_backup(home: HassProcess, backup_id: str, *, database: bool, settings: bool = True) -> HassClient:
    """Restore a backup; Home Assistant starts anew to do so, and then once more."""
    with suppress(ConnectionError):
        await home.client.call(
            "backup/restore",
            backup_id=backup_id,
            agent_id=AGENT,
            restore_database=database,
            restore_homeassistant=settings,
        )
    return await home.come_back()


def archive_of(config: Path) -> Path:
    """Return the file of the only backup."""
    [archive] = (config / "backups").glob("*.tar")
    return archive


def unpack_journal(archive: Path, target: Path) -> Path:
    """Unpack our folder from a backup; return where the journal is."""
    with tarfile.open(archive) as outer:
        [member] = [member for member in outer.getmembers() if "homeassistant.tar" in member.name]
        inner_file = outer.extractfile(member)
        assert inner_file is not None
        with tarfile.open(fileobj=io.BytesIO(inner_file.read()), mode="r:*") as inner:
            ours = [member for member in inner.getmembers() if member.name.startswith("data/home_inventory")]
            inner.extractall(target, members=ours, filter="data")
    return target / "data" / "home_inventory" / "journal"


async def everything(client: HassClient) -> dict[str, Any]:
    """Return all records and the whole history as the faces show them."""
    asked = {
        "items": ("item/list", "items", {}),
        "archived items": ("item/list", "items", {"archived": True}),
        "locations": ("location/list", "locations", {}),
        "archived locations": ("location/list", "locations", {"archived": True}),
        "categories": ("category/list", "categories", {}),
        "changes": ("change/list", "batches", {}),
    }
    return {name: await _all(client, command, key, values) for name, (command, key, values) in asked.items()}


async def _all(client: HassClient, command: str, key: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a whole list."""
    found: list[dict[str, Any]] = []
    while True:
        page = await client.call(f"home_inventory/{command}", limit=1000, offset=len(found), **values)
        found += page[key]
        if len(found) >= page["total"]:
            return found


async def issues(client: HassClient) -> list[str]:
    """Return what Home Assistant wants somebody to look at about the inventory."""
    found = (await client.call("repairs/list_issues"))["issues"]
    return sorted(issue["issue_id"] for issue in found if issue["domain"] == "home_inventory")
