"""Reports in the panel: chosen, made, fetched and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openpyxl import load_workbook

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, PICTURES, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

BOUGHT = {"purchase_date": "2024-03-15", "currency": "EUR"}


async def given_household(hass: HassProcess) -> str:
    """Furnish a home with a kitchen and things in it; return the id of the kitchen."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await client.call(
        f"{DOMAIN}/item/add", name="Television", location="Kitchen", quantity=2, purchase_price=799, manufacturer="Loewe", categories=["Electronics"], **BOUGHT
    )  # fmt: skip
    await client.call(
        f"{DOMAIN}/item/add",
        name="Ψυγείο",
        location="Kitchen",
        purchase_price=500,
        warranty_until="2031-01-01",
        **BOUGHT,
    )
    await client.call(f"{DOMAIN}/item/add", name="Old chair")
    kitchen: str = (await client.call(f"{DOMAIN}/location/get", location="Kitchen"))["location"]["id"]
    return kitchen


async def fetched(page: Page, folder: Path) -> Path:
    """Make the report that is chosen; return the file that the browser has kept."""
    async with page.expect_download(timeout=PATIENCE) as waiting:
        await page.get_by_test_id("make-report").click()
    download = await waiting.value
    file = folder / download.suggested_filename
    await download.save_as(file)
    return file


async def from_the_place(page: Page, kitchen: str) -> None:
    """The page of a place leads to its report, and what is chosen there survives a reload."""
    await page.goto(f"/home-inventory/locations/{kitchen}")
    await page.get_by_test_id("reports.of_place").click()
    await page.get_by_test_id("depreciation").select_option("straight_line", timeout=PATIENCE)
    await page.get_by_test_id("years").fill("8")
    await page.get_by_test_id("residual").fill("10")
    await page.get_by_test_id("add-category").click()
    await page.get_by_test_id("category").select_option("Electronics")
    await page.get_by_test_id("category-years").fill("4")
    await page.get_by_test_id("date").fill("2026-11-22")
    await page.get_by_test_id("date").blur()
    await page.reload()
    await page.get_by_test_id("category-years").wait_for(timeout=PATIENCE)
    assert await page.get_by_test_id("category-years").input_value() == "4"
    assert await page.get_by_test_id("category").input_value() == "Electronics"
    await keep_picture(page, "reports-chosen")
    assert f"in={kitchen}&date=2026-11-22" in page.url


async def test_reports_are_made_and_read(hass: HassProcess, tmp_path: Path) -> None:
    kitchen = await given_household(hass)
    async with open_browser() as browser:
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await from_the_place(page, kitchen)
            assert not await barriers(page)
            file = await fetched(page, tmp_path)
            document = pypdfium2.PdfDocument(file)
            texts = [sheet.get_textpage().get_text_bounded().replace("\u00a0", " ") for sheet in document]
            # Two for 799.00 over four years, 32 of 48 months gone: 319.60 each; 500.00 over eight years: 350.00.
            assert "EUR 989.20" in texts[0]
            assert "Ψυγείο" in texts[1]
            await page.get_by_test_id("report-status").filter(has_text="2 lines").wait_for(timeout=PATIENCE)
            await keep_picture(page, "reports-desktop")
            document[0].render(scale=2).to_pil().save(PICTURES / "reports-pdf.png")
            await page.get_by_test_id("years").fill("many")
            await page.get_by_test_id("make-report").click()
            await page.get_by_test_id("report-error").wait_for(timeout=PATIENCE)
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await page.goto("/home-inventory/reports?report=warranty")
            await page.get_by_test_id("days").wait_for(timeout=PATIENCE)
            await keep_picture(page, "reports-phone-chosen")
            await page.get_by_test_id("format-xlsx").check()
            sheet = load_workbook(await fetched(page, tmp_path)).worksheets[1]
            assert [cell.value for cell in sheet["B"]][1:] == ["Ψυγείο"]
            await keep_picture(page, "reports-phone")
            assert not await barriers(page)
