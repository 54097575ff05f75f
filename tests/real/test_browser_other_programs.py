"""Importing from other programs in a real browser: lists of places, a whole collection, folders, and a sheet as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing import simple_inventory_files as simple_inventory
from tests.importing import snipe_it_files as snipe_it
from tests.importing import sortly_files as sortly
from tests.importing.files import workbook
from tests.importing.homebox_files import collection

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
UGLY = workbook(
    ["Our house, as of March"],
    [],
    ["", "What", "", "Room", "How many", "Paid", "Bought"],
    ["", "Sofa", "", "Living room", 1, "1.299,00 €", "24.12.2023"],
    ["", "Chair", "", "Living room", "4", "89,90 €", "1.2.2024"],
)
"""With a title, empty columns, and words that no list of names has."""


async def _choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file on the page, and see what it is."""
    await page.goto("/home-inventory/import")
    await page.get_by_test_id("import-file").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}, timeout=PATIENCE
    )
    await page.get_by_test_id("import-recognised").wait_for(timeout=PATIENCE)


async def _look(page: Page, name: str, content: bytes, program: str) -> None:
    """See whose file it is and what would change; nobody is kept out."""
    await _choose(page, name, content)
    await page.locator("h1").get_by_text(program).wait_for(timeout=PATIENCE)
    await keep_picture(page, f"programs-{name}")
    assert not await barriers(page)


async def _take(page: Page, button: str) -> None:
    """Take in what is looked at."""
    await page.get_by_test_id("import-apply").get_by_text(button).wait_for(timeout=PATIENCE)
    await page.get_by_test_id("import-apply").click()
    await page.get_by_test_id("toast").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("import-answer").wait_for(timeout=PATIENCE)


async def _on_desktop(page: Page) -> None:
    """Places first, then what is in them; copies and photos of a sheet with folders; a sheet whose columns have to be named."""
    await _look(page, "locations.csv", snipe_it.LOCATIONS.rpartition("x" * 300)[0].encode(), "Snipe-IT")
    await _take(page, "Import 6 places")
    await _look(page, "assets.csv", snipe_it.ASSETS.encode(), "Snipe-IT")
    await page.get_by_test_id("import-remarks").get_by_text("3.27190E+11").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("import-partial").check()
    await _take(page, "Import 4 items")
    await _look(page, "sortly.csv", sortly.sheet().encode(), "Sortly")
    await _ugly(page)


async def _ugly(page: Page) -> None:
    """Say what the columns hold, as fast as one can."""
    await _choose(page, "ugly.xlsx", UGLY)
    await page.locator("select[data-column='What']").select_option("name")
    await page.locator("select[data-column='How many']").select_option("quantity")
    await page.locator("select[data-column='Paid']").select_option("purchase_price")
    await page.locator("select[data-column='Bought']").select_option("purchase_date")
    await page.get_by_test_id("import-count-new").get_by_text("2 new items").wait_for(timeout=PATIENCE)
    await keep_picture(page, "programs-ugly")
    await _take(page, "Import 2 items")


async def _on_a_phone(page: Page) -> None:
    """A collection of Homebox and an inventory of Simple Inventory."""
    await _look(page, "homebox.zip", collection(), "Homebox")
    await page.get_by_test_id("import-remarks").get_by_text("lost.pdf").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("import-remarks").scroll_into_view_if_needed()
    await keep_picture(page, "programs-homebox-left")
    await _take(page, "Import 3 items")
    await _look(page, "kitchen.json", simple_inventory.EXPORT.encode(), "Simple Inventory")
    await _take(page, "Import 2 items")


async def test_other_programs_come_over(hass: HassProcess) -> None:
    """On a desktop in the light, on a phone in the dark."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    async with open_browser() as browser:
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _on_desktop(page)
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await _on_a_phone(page)
    found = {item["name"]: item for item in (await client.call(f"{DOMAIN}/item/list", limit=100))["items"]}
    drill = await client.call(f"{DOMAIN}/item/get", item=found["Drill"]["id"])
    assert [each["kind"] for each in drill["attachments"]] == ["photo", "receipt", "link"]
    assert found["Sofa"]["purchase_price"] == 1299
    assert found["Laptop"]["locations"][0]["path"] == "Home / Campus / Office"
    assert found["Milk"]["locations"][0]["path"] == "Home / Kitchen / Fridge"
