"""Devices in a real browser: a HomeSeer asked now, a scan file looked at and taken in, a device adopted and taken back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.homeseer_server import HomeSeerServer, root

from .browser import DESKTOP, PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN, REPOSITORY

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
FLOW = "/api/config/config_entries/subentries/flow"
PATIENCE = 60_000
PICTURES = Path(os.environ.get("PICTURES", REPOSITORY / "artifacts"))
SCAN = """Interface: eth0, type: EN10MB, MAC: 3c:5a:b4:00:00:01, IPv4: 192.168.1.2
192.168.1.1\t00:1d:aa:11:22:33\tDrayTek Corp.
192.168.1.20\t00:12:fb:44:55:66\tSamsung Electronics
192.168.1.21\t00:80:77:77:88:99\tBrother industries, LTD.

3 packets received by filter, 0 packets dropped by kernel
"""


async def _add_homeseer(client: HassClient, url: str) -> None:
    """Add a HomeSeer without a login through its forms."""
    (entry,) = await client.call("config_entries/get", domain=DOMAIN)
    site = (await client.call(f"{DOMAIN}/location/list"))["locations"][0]["id"]
    options = {"site": site, "minutes": 15, "features_are_devices": False, "includes_hidden": False}
    shown = await client.post(FLOW, {"handler": [entry["entry_id"], "homeseer"]})
    for answer in ({"url": url, "verify_ssl": True}, options, {"inner": {"Kitchen": site}}):
        last = await client.post(f"{FLOW}/{shown['flow_id']}", answer)
    assert last["type"] == "create_entry", last


async def _picture(page: Page, name: str) -> None:
    """Keep a picture for whoever wants to look."""
    PICTURES.mkdir(exist_ok=True)
    await page.wait_for_timeout(300)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def _import_scan(page: Page, width: int) -> None:
    """Look at what a scan file would change, then take it in."""
    await page.goto("/home-inventory/sources")
    await page.get_by_test_id("source-row").first.wait_for(timeout=PATIENCE)
    await _picture(page, f"sources-{width}")
    await page.get_by_test_id("import-scan").click()
    dialog = page.get_by_test_id("import-dialog")
    await dialog.get_by_test_id("scan-file").set_input_files(
        {"name": "arp-scan.txt", "mimeType": "text/plain", "buffer": SCAN.encode()}
    )
    await dialog.get_by_test_id("save").click()
    await dialog.get_by_test_id("preview-new").wait_for(timeout=PATIENCE)
    await _picture(page, f"scan-preview-{width}")
    await dialog.get_by_test_id("save").click()
    await page.get_by_test_id("toast").wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_devices_appear_and_become_items(hass: HassProcess, size: tuple[int, int]) -> None:
    client, width = hass.client, size[0]
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    async with HomeSeerServer([root(10, "Hall light"), root(11, "Garage door")]) as homeseer, open_browser() as browser:
        await _add_homeseer(client, homeseer.url)
        window = await sign_in(browser, hass, size=size)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await _import_scan(page, width)

        await page.locator("[data-testid=source-row]").filter(has_text="HomeSeer").first.click()
        await page.get_by_test_id("run").click()
        await page.get_by_test_id("run-entry").first.wait_for(timeout=PATIENCE)
        await _picture(page, f"source-{width}")

        await page.goto("/home-inventory/devices")
        await page.get_by_test_id("search").fill("hall")
        row = page.get_by_test_id("device-row").filter(has_text="Hall light").first
        await row.wait_for(timeout=PATIENCE)
        await _picture(page, f"devices-{width}")
        await row.click()
        await page.get_by_test_id("adopt").click()
        await page.get_by_test_id("linked-item").get_by_text("Hall light").wait_for(timeout=PATIENCE)
        await _picture(page, f"device-adopted-{width}")
        adopted = await client.call(f"{DOMAIN}/item/list", query="Hall light")
        assert adopted["total"] == 1

        await page.get_by_test_id("undo").click()
        await page.get_by_test_id("adopt").wait_for(timeout=PATIENCE)
        await page.get_by_test_id("edit").click()
        editor = page.get_by_test_id("device-editor")
        await editor.get_by_test_id("field-model").fill("HS-WD200")
        await editor.get_by_test_id("save").click()
        await page.get_by_test_id("fact-model").get_by_text("HS-WD200").wait_for(timeout=PATIENCE)
        await _picture(page, f"device-{width}")
        await page.get_by_test_id("clear-field").click()
        await page.get_by_test_id("fact-model").wait_for(state="detached", timeout=PATIENCE)
        assert not problems
