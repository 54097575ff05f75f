"""The store as the panel shows it: how it is doing, a snapshot, and a real backup that holds changes back."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .backups import make_backup
from .browser import DESKTOP, PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN, REPOSITORY, copy_integration

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from playwright.async_api import Browser, Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
PATIENCE = 60_000
PICTURES = Path(os.environ.get("PICTURES", REPOSITORY / "artifacts"))
BALLAST = 400
"""Megabytes that can't be packed any smaller: they let a backup take some seconds."""
WINDOWS = {
    "1280-light": (DESKTOP, False),
    "1280-dark": (DESKTOP, True),
    "390-light": (PHONE, False),
    "390-dark": (PHONE, True),
}


@pytest.fixture
async def home(new_hass: Callable[..., HassProcess]) -> AsyncIterator[HassProcess]:
    """Return a running home with a few things, and with files that take a while to back up; they go afterwards."""
    process = new_hass()
    process.config.mkdir()
    copy_integration(process.config, frontend=True)
    client = await process.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    for name in ("Cordless drill", "Ladder", "Toner cartridge"):
        await client.call("home_inventory/item/add", name=name, location="Home")
    media = process.config / "www"
    media.mkdir(exist_ok=True)
    for number in range(BALLAST // 50):
        (media / f"{number}.bin").write_bytes(os.urandom(50_000_000))
    yield process
    for folder in (media, process.config / "backups"):
        shutil.rmtree(folder, ignore_errors=True)


async def _picture(page: Page, name: str) -> None:
    """Keep a picture for whoever wants to look."""
    PICTURES.mkdir(exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def _open_overviews(browser: Browser, home: HassProcess, problems: list[str]) -> dict[str, Page]:
    """Return the overview in windows of all kinds."""
    pages = {}
    for name, (size, dark) in WINDOWS.items():
        window = await sign_in(browser, home, size=size, dark=dark)
        pages[name] = await window.new_page()
        pages[name].on("pageerror", lambda error: problems.append(str(error)))
        await pages[name].goto("/home-inventory/overview")
        await pages[name].get_by_test_id("storage").wait_for(timeout=PATIENCE)
    return pages


async def _rename(page: Page, name: str) -> None:
    """Rename the item that is shown; do not wait for an answer."""
    await page.get_by_test_id("edit").click()
    editor = page.get_by_test_id("item-editor")
    await editor.get_by_test_id("name").fill(name)
    await editor.get_by_test_id("save").click()


async def test_storage_in_the_panel(home: HassProcess) -> None:
    """Seen in light and dark, on a desktop and on a phone."""
    client, problems = home.client, list[str]()
    item = (await client.call("home_inventory/item/get", item="Ladder"))["item"]
    async with open_browser() as browser:
        pages = await _open_overviews(browser, home, problems)
        page = pages["1280-light"]
        assert await page.get_by_test_id("storage-snapshot").inner_text() == "None yet"

        await page.get_by_test_id("create-snapshot").click()
        await page.get_by_test_id("toast").get_by_text("home_inventory/journal/snapshot-").wait_for(timeout=PATIENCE)
        for name, shown in pages.items():
            await shown.get_by_test_id("storage-snapshot").get_by_text("now").wait_for(timeout=PATIENCE)
            await shown.get_by_test_id("storage-details").locator("summary").click()
            await _picture(shown, f"storage-{name}")
        info = await client.call("home_inventory/store/info")
        assert await page.get_by_test_id("storage-store_id").inner_text() == info["store_id"]

        writer = await page.context.new_page()
        await writer.goto(f"/home-inventory/items/{item['id']}")
        await writer.get_by_test_id("edit").wait_for(timeout=PATIENCE)
        backup = asyncio.create_task(make_backup(client, database=True))
        await writer.get_by_test_id("backup-banner").wait_for(timeout=PATIENCE)
        await _rename(writer, "Long ladder")
        for name, shown in pages.items():
            await shown.get_by_test_id("backup-banner").get_by_text("1 change waits").wait_for(timeout=PATIENCE)
            await _picture(shown, f"backup-{name}")
        editor = writer.get_by_test_id("item-editor")
        assert not await editor.is_visible()  # it is shown at once; the banner says that it waits
        await writer.get_by_test_id("item-name").get_by_text("Long ladder").wait_for(timeout=PATIENCE)
        await _picture(writer, "backup-waiting-1280-light")

        await backup
        await editor.wait_for(state="hidden", timeout=PATIENCE)
        await writer.get_by_test_id("item-name").get_by_text("Long ladder").wait_for(timeout=PATIENCE)
        for shown in (writer, *pages.values()):
            await shown.get_by_test_id("backup-banner").wait_for(state="hidden", timeout=PATIENCE)
    assert (await client.call("home_inventory/item/get", item=item["id"]))["item"]["name"] == "Long ladder"
    assert not problems
