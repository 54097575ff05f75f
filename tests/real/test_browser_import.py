"""Importing in a real browser: a Homebox export is looked at, a column set to something else, taken in, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing.files import HOMEBOX, sheets

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, becomes, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def _choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file on the page."""
    await page.goto("/home-inventory/import")
    await page.get_by_test_id("import-file").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}, timeout=PATIENCE
    )


async def _look(page: Page, view: str) -> None:
    """See what a file would do, again after a reload; nobody is kept out."""
    await page.goto("/home-inventory/import")
    await page.get_by_test_id("import-file").wait_for(timeout=PATIENCE)
    await keep_picture(page, f"import-choose-{view}")
    assert not await barriers(page)
    await _choose(page, "homebox.csv", HOMEBOX.encode("utf-16"))
    await page.get_by_test_id("import-count-new").get_by_text("3 new items").wait_for(timeout=PATIENCE)
    await page.reload()
    await page.get_by_test_id("import-rejected").get_by_text("09/30/0202").wait_for(timeout=PATIENCE)
    await keep_picture(page, f"import-preview-{view}")
    await page.get_by_test_id("import-rejected").scroll_into_view_if_needed()
    await keep_picture(page, f"import-rejected-{view}")
    assert not await barriers(page)


async def _names(client: HassClient) -> set[str]:
    """Return what everything is called."""
    return {item["name"] for item in (await client.call(f"{DOMAIN}/item/list"))["items"]}


async def _take(page: Page, client: HassClient) -> None:
    """Leave a column out, take what is good, and take it back."""
    await page.locator("summary").click()
    await page.locator("select[data-column='HB.field.Watts']").select_option("")
    await page.get_by_test_id("import-partial").check()
    await page.get_by_test_id("import-apply").click()
    await page.get_by_test_id("toast").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("import-answer").wait_for(timeout=PATIENCE)
    await keep_picture(page, "import-done")
    assert await _names(client) == {"Drill", "Drill bits"}
    drill = (await client.call(f"{DOMAIN}/item/get", item="Drill"))["item"]
    assert "Watts" not in drill["custom"]

    await page.get_by_test_id("toast").get_by_role("button").first.click()
    await becomes(lambda: _names(client), set())


async def _sheet(page: Page) -> None:
    """Choose another sheet of a workbook; it is still the one after a reload."""
    book = sheets({"Keller": [["Name", "Place"], ["Säge", "Keller"]], "Dach": [["Name"], ["Lampe"], ["Koffer"]]})
    await _choose(page, "book.xlsx", book)
    sheet = page.get_by_test_id("import-sheet")
    await sheet.select_option("Dach", timeout=PATIENCE)
    await page.get_by_test_id("import-count-new").get_by_text("2 new items").wait_for(timeout=PATIENCE)
    await page.reload()
    await page.get_by_test_id("import-count-new").get_by_text("2 new items").wait_for(timeout=PATIENCE)
    assert await sheet.input_value() == "Dach"
    await keep_picture(page, "import-sheet")
    assert not await barriers(page)


async def test_what_was_kept_elsewhere_comes_over(hass: HassProcess) -> None:
    """On a desktop in the light, on a phone in the dark."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    async with open_browser() as browser:
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await _look(page, "phone-dark")
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _look(page, "desktop")
            await _take(page, client)
            await _sheet(page)
            await _choose(page, "picture.csv", b"%PDF-1.7")
            await page.get_by_test_id("import-error").get_by_text("CSV").wait_for(timeout=PATIENCE)
            await keep_picture(page, "import-refused")
