"""Coming from other programs in a real browser: a Grocy is asked by its address, and a list of devices goes where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.grocy_server import GrocyServer
from tests.importing.grocy_files import pantry
from tests.importing.netalertx_files import as_csv

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
KEY = "4bEsrQY7ThatIsSecret"


async def _ask(page: Page, url: str, key: str) -> None:
    """Fill in where the Grocy is, and with which key."""
    await page.get_by_test_id("import-grocy-url").fill(url, timeout=PATIENCE)
    await page.get_by_test_id("import-grocy-key").fill(key)
    await page.get_by_test_id("import-grocy-ask").click()


async def _look(page: Page, server: GrocyServer, view: str) -> None:
    """Be told that the key is wrong, then see what would come; nobody is kept out."""
    await page.goto("/home-inventory/import")
    await _ask(page, server.url.removeprefix("http://"), "wrong")
    await page.get_by_test_id("import-error").get_by_text("key").wait_for(timeout=PATIENCE)
    await keep_picture(page, f"importers-grocy-wrong-key-{view}")
    assert not await barriers(page)
    await _ask(page, server.url, KEY)
    await page.get_by_test_id("import-count-new").get_by_text("7 new items").wait_for(timeout=PATIENCE)
    await keep_picture(page, f"importers-grocy-{view}")
    await page.get_by_test_id("import-remarks").scroll_into_view_if_needed()
    await keep_picture(page, f"importers-grocy-remarks-{view}")
    assert not await barriers(page)


async def _devices(page: Page) -> None:
    """Choose a list of devices: it is said what it is, and the file goes on as it is."""
    await page.goto("/home-inventory/import")
    file = {"name": "devices.csv", "mimeType": "text/csv", "buffer": as_csv()}
    await page.get_by_test_id("import-file").set_input_files(file, timeout=PATIENCE)  # type: ignore[arg-type]
    await page.get_by_test_id("import-devices").wait_for(timeout=PATIENCE)
    await keep_picture(page, "importers-devices")
    await page.get_by_test_id("import-devices").click()
    dialog = page.get_by_test_id("import-dialog")
    await dialog.get_by_text("NetAlertX").first.wait_for(timeout=PATIENCE)
    await keep_picture(page, "importers-devices-dialog")


async def test_a_pantry_and_its_devices_come_over(hass: HassProcess) -> None:
    """On a phone in the dark, on a desktop in the light."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    async with GrocyServer(pantry(), key=KEY) as server, open_browser() as browser:
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await _look(page, server, "phone-dark")
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _look(page, server, "desktop")
            await page.get_by_test_id("import-apply").click()
            await page.get_by_test_id("toast").wait_for(timeout=PATIENCE)
            milk = (await client.call(f"{DOMAIN}/item/get", item="Oat milk"))["item"]
            assert milk["quantity"] == 3
            await page.goto(f"/home-inventory/items/{milk['id']}")
            await page.get_by_text("Barista").first.wait_for(timeout=PATIENCE)
            await keep_picture(page, "importers-grocy-item")
            await _devices(page)
