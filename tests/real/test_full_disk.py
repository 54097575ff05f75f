"""No room left, and a folder that can't be written: said clearly, nothing half done, and on again afterwards."""

import os
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from custom_components.home_inventory.db.verify import differences
from custom_components.home_inventory.journal.folder import Folder

from .hass_client import CommandError, HassClient
from .hass_config import DOMAIN, link_integration
from .hass_process import HassProcess

BALLAST = "ballast"
REFUSED = {"journal_unwritable", "store_full"}


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """Mount a file system of its own, in memory, where a folder is."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = os.geteuid() == 0 and _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if not mounted:
        pytest.skip("mounting a small file system takes root's rights")
    try:
        yield
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def fill(folder: Path) -> None:
    """Leave no byte free."""
    with (folder / BALLAST).open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


async def _refusal(client: HassClient, name: str) -> str:
    """Add an item, which is refused; return the error's code."""
    with pytest.raises(CommandError) as refused:
        await client.call("home_inventory/item/add", name=name, location="Kitchen", notes="x" * 5000)
    return str(refused.value).partition(":")[0]


async def _seen(client: HassClient) -> tuple[Any, Any]:
    """Return what reading shows."""
    items = await client.call("home_inventory/item/list", limit=1000)
    history = await client.call("home_inventory/change/list", limit=1)
    return sorted(item["name"] for item in items["items"]), history["total"]


@asynccontextmanager
async def _household(home: HassProcess) -> AsyncIterator[HassClient]:
    """Run a home with one item; at its end database and journal say the same."""
    link_integration(home.config)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await client.call("home_inventory/item/add", name="Drill", location="Kitchen")
    yield client
    await home.stop()
    engine = create_engine(f"sqlite:///{home.config / 'home-assistant_v2.db'}")
    found = differences(engine, Folder(home.config / DOMAIN / "journal"))
    engine.dispose()
    assert found == []


async def test_a_full_disk_under_the_journal(new_hass: Callable[..., HassProcess]) -> None:
    home = new_hass()
    home.config.mkdir()
    with small_disk(home.config / DOMAIN, "1m"):
        async with _household(home) as client:
            before = await _seen(client)
            fill(home.config / DOMAIN)
            codes = {await _refusal(client, f"Too much {number}") for number in range(3)}
            during = await _seen(client)
            (home.config / DOMAIN / BALLAST).unlink()
            await client.call("home_inventory/item/add", name="Saw", location="Kitchen")
            after = await _seen(client)

    assert codes == {"journal_unwritable"}
    assert during == before
    assert after == (["Drill", "Saw"], before[1] + 1)


async def test_a_folder_that_can_only_be_read(new_hass: Callable[..., HassProcess]) -> None:
    home = new_hass()
    home.config.mkdir()
    folder = home.config / DOMAIN
    with small_disk(folder, "4m"):
        async with _household(home) as client:
            before = await _seen(client)
            await home.stop()
            assert _run("mount", "-o", "remount,ro", str(folder))
            locked = await home.start()
            code = await _refusal(locked, "Too much")
            during = await _seen(locked)
            assert _run("mount", "-o", "remount,rw", str(folder))
            await locked.call("home_inventory/item/add", name="Saw", location="Kitchen")
            after = await _seen(locked)

    assert code == "journal_unwritable"
    assert during == before
    assert after == (["Drill", "Saw"], before[1] + 1)


async def test_a_full_disk_under_everything(new_hass: Callable[..., HassProcess]) -> None:
    home = new_hass()
    home.expected += ["full", "unwritable"]
    home.config.mkdir()
    with small_disk(home.config, "24m"):
        async with _household(home) as client:
            before = await _seen(client)
            fill(home.config)
            codes = {await _refusal(client, f"Too much {number}") for number in range(3)}
            during = await _seen(client)
            (home.config / BALLAST).unlink()
            await client.call("home_inventory/item/add", name="Saw", location="Kitchen")
            after = await _seen(client)

    assert codes <= REFUSED
    assert during == before
    assert after == (["Drill", "Saw"], before[1] + 1)
