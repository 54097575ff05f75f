"""Exporting in a real browser: the list that one looks at, as a table, a workbook and an archive; and by itself."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import CONFIGURATION, DOMAIN, link_integration
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def _furnish(client: HassClient) -> None:
    """Give the household some things."""
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    for place in ("Garage", "Cellar"):
        await client.call(f"{DOMAIN}/location/add", name=place, parent="Home")
    await client.call(
        f"{DOMAIN}/item/add",
        name="Cordless drill",
        location="Garage",
        manufacturer="Bosch",
        purchase_price=149.9,
        purchase_date="2024-02-29",
        categories=["Tools"],
        custom={"Watts": 750},
        notes="=1+1",
    )
    await client.call(f"{DOMAIN}/item/add", name="Beans", location="Cellar", quantity=4, best_before="2027-01-31")
    await client.call(f"{DOMAIN}/item/move", item="Beans", to="Garage", quantity=1)


async def _fetch(page: Page) -> tuple[str, bytes]:
    """Have the file made and download it by its link."""
    await page.get_by_test_id("export-make").click()
    async with page.expect_download(timeout=PATIENCE) as waiting:
        await page.get_by_test_id("export-download").click()
    download = await waiting.value
    return download.suggested_filename, Path(await download.path()).read_bytes()


async def _export_the_list(page: Page, client: HassClient) -> None:
    """What the list of items is narrowed by goes along; the table comes back without changing anything."""
    garage = next(
        place["id"]
        for place in (await client.call(f"{DOMAIN}/location/list"))["locations"]
        if place["name"] == "Garage"
    )
    await page.goto(f"/home-inventory/items?location={garage}")
    await page.get_by_test_id("export").click(timeout=PATIENCE)
    await page.get_by_test_id("export-filter").get_by_text("Home / Garage").wait_for(timeout=PATIENCE)
    name, content = await _fetch(page)
    rows = {row["Name"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))}
    assert name.startswith("home-inventory-items_")
    assert rows.keys() == {"Cordless drill", "Beans"}
    assert (rows["Cordless drill"]["Notes"], rows["Beans"]["Place"]) == (
        "'=1+1",
        "Home / Cellar: 3 (2027-01-31); Home / Garage: 1 (2027-01-31)",
    )
    done = await client.call(f"{DOMAIN}/import/apply", data=b64encode(content).decode())
    assert (done["counts"]["unchanged"], done["counts"]["updated"], done["counts"]["rejected"]) == (2, 0, 0)


async def _choose_columns(page: Page) -> None:
    """A workbook with the columns that were chosen, in their order; both are still there after a reload."""
    await page.get_by_test_id("export-all-items").click()
    await page.get_by_test_id("export-format").select_option("xlsx")
    await page.get_by_test_id("export-columns").locator("summary").click()
    await page.get_by_test_id("export-add-column").select_option("custom.Watts")
    added = page.locator("[data-testid=export-column][data-key='custom.Watts']")
    await added.get_by_test_id("export-column-up").click()
    await page.locator("[data-testid=export-column][data-key='vendor']").get_by_test_id("export-column-remove").click()
    await keep_picture(page, "export-columns")
    assert not await barriers(page)
    await page.reload()
    await page.get_by_test_id("export-columns").locator("summary").get_by_text("16 columns").wait_for(timeout=PATIENCE)
    _name, content = await _fetch(page)
    await keep_picture(page, "export-made")
    head, *rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    drill = dict(zip(head, next(row for row in rows if row[1] == "Cordless drill"), strict=True))
    assert head[-2:] == ("Watts", "Notes")
    assert "Vendor" not in head
    assert (drill["Watts"], drill["Purchase price"], drill["Notes"]) == (750, 149.9, "=1+1")


async def _take_everything(page: Page) -> None:
    """An archive of everything."""
    await page.goto("/home-inventory/export?format=zip")
    _name, content = await _fetch(page)
    assert {"README.txt", "inventory.json", "items.csv", "locations.csv"} <= set(
        ZipFile(io.BytesIO(content)).namelist()
    )


async def _schedule(page: Page) -> None:
    """A folder that may not be written to is refused; another one is kept."""
    await page.get_by_test_id("schedule-every").select_option("week")
    await page.get_by_test_id("schedule-folder").fill("/etc")
    await page.get_by_test_id("schedule-save").click()
    await page.get_by_test_id("schedule-error").get_by_text("/etc").wait_for(timeout=PATIENCE)
    await keep_picture(page, "export-schedule-refused")
    await page.get_by_test_id("schedule-folder").fill("media-source://media_source/local/exports")
    await page.get_by_test_id("schedule-save").click()
    await page.get_by_test_id("schedule-state").get_by_text("Next:").wait_for(timeout=PATIENCE)
    await page.reload()
    await page.get_by_test_id("schedule-state").get_by_text("Next:").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("schedule-run").click()
    await page.get_by_test_id("schedule-state").get_by_text("Last:").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("export-schedule").scroll_into_view_if_needed()
    await keep_picture(page, "export-schedule")
    assert not await barriers(page)


@pytest.fixture
async def hass(new_hass: Callable[..., HassProcess]) -> HassProcess:
    """Start a home whose media are in its own folder, wherever it runs."""
    home = new_hass()
    home.config.mkdir()
    link_integration(home.config)
    media = home.config / "media"
    media.mkdir()
    allowed = f"homeassistant:\n  media_dirs:\n    local: {media}\n"
    (home.config / "configuration.yaml").write_text(f"{CONFIGURATION}{allowed}")
    await home.start()
    return home


async def test_what_was_put_in_can_be_taken_out(hass: HassProcess) -> None:
    """On a desktop in the light; looked at on a phone in the dark."""
    client = hass.client
    await _furnish(client)
    async with open_browser() as browser:
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _export_the_list(page, client)
            await _choose_columns(page)
            await _take_everything(page)
            await _schedule(page)
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await page.goto("/home-inventory/export")
            await page.get_by_test_id("export-columns").wait_for(timeout=PATIENCE)
            await page.get_by_test_id("schedule-state").wait_for(timeout=PATIENCE)
            await keep_picture(page, "export-phone-dark")
            assert not await barriers(page)
            await page.get_by_test_id("export-schedule").scroll_into_view_if_needed()
            await keep_picture(page, "export-phone-dark-schedule")
            await page.get_by_test_id("exchange-import").click()
            await page.get_by_test_id("import-file").wait_for(timeout=PATIENCE)
            await keep_picture(page, "export-to-import")
