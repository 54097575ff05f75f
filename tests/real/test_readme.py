"""The demo home as the README shows it: each picture is taken of the real thing, and waits for what it is to show.

script/pictures    # takes them anew, into docs/images
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from script.demo.household import find_devices, lend_things, load_household, prepare_rooms, read_household

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, keep_picture, open_window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.async_api import Browser, Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

type Picture = tuple[str, str, str]
"""Its name, the address in the panel, and a text that has to be seen before it is taken."""

DESK: list[Picture] = [
    ("overview", "overview", "177 items"),
    ("items", "items?query=things+in+the+garage", "Cordless drill"),
    ("places", "locations", "Ground floor"),
]
DESK_AT_NIGHT: list[Picture] = [
    ("topology", "topology", "Legend"),
]
ON_THE_PHONE: list[Picture] = [
    ("found", "items?query=where+is+my+cordles+dril", "Cordless drill"),
    ("scan", "scan", "Scan"),
]


async def furnish(hass: HassProcess) -> None:
    """Make the home of script/run."""
    household, client = read_household(), hass.client
    await client.call("config/core/update", location_name="Home", country="DE", currency="EUR")
    await prepare_rooms(client, household)
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await load_household(client, household)
    await lend_things(client, household)
    await find_devices(client, household)


async def take(
    browser: Browser, hass: HassProcess, pictures: Sequence[Picture], size: tuple[int, int], *, dark: bool
) -> None:
    """Take pictures in one window."""
    async with open_window(hass, size=size, dark=dark, browser=browser) as page:
        for name, path, shown in pictures:
            await page.goto(f"/home-inventory/{path}")
            await page.locator("home-inventory-panel").get_by_text(shown).first.wait_for(timeout=PATIENCE)
            await keep_picture(page, name)


async def choose_place(page: Page, dialog: str, typed: str, wanted: str) -> None:
    """Type into the place field of a dialog, and take what is offered."""
    await page.get_by_test_id(dialog).get_by_test_id("place").click()
    await page.keyboard.type(typed)
    await page.get_by_test_id("place-option").filter(has_text=wanted).first.click()


async def walk(page: Page) -> None:
    """Do what the README says under "The first five minutes"; its numbers stand beside the steps."""
    await page.goto("/home-inventory")  # 1
    await page.get_by_text("177 items").first.wait_for(timeout=PATIENCE)
    await page.get_by_test_id("search").fill("where is my cordles dril")  # 2
    drill = page.get_by_test_id("item-row").filter(has_text="Cordless drill").first
    await drill.get_by_text("Workbench, Garage").wait_for(timeout=PATIENCE)
    await drill.click()  # 3
    await page.get_by_test_id("move").click()
    await choose_place(page, "move-dialog", "loft", "Loft")
    await page.get_by_test_id("move-dialog").get_by_test_id("save").click()
    await page.get_by_test_id("item-location").get_by_text("Loft").first.wait_for(timeout=PATIENCE)
    await page.get_by_test_id("toast").get_by_test_id("undo").click()
    await page.get_by_test_id("item-location").get_by_text("Workbench").first.wait_for(timeout=PATIENCE)
    await page.get_by_test_id("tab-items").click()  # 4
    await page.get_by_test_id("add-item").first.click()
    await page.get_by_test_id("item-editor").get_by_test_id("name").fill("Bicycle light")
    await choose_place(page, "item-editor", "bike", "Bike wall")
    await page.get_by_test_id("item-editor").get_by_test_id("save").click()
    await page.get_by_test_id("item-name").get_by_text("Bicycle light").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("tab-overview").click()  # 5
    await page.get_by_text("Ben next door").first.wait_for(timeout=PATIENCE)
    await page.get_by_test_id("tab-devices").click()  # 6
    await page.get_by_test_id("page-topology").click()
    await page.get_by_test_id("topology-map").wait_for(timeout=PATIENCE)


async def ask_assist(page: Page) -> None:
    """Ask Assist, as the last step says."""
    await page.goto("/home-inventory/overview")  # 7
    await page.get_by_text("Ben next door").first.wait_for(timeout=PATIENCE)
    await page.keyboard.press("a")
    field = page.locator("ha-assist-chat input, ha-assist-chat textarea").last
    await field.wait_for(timeout=PATIENCE)
    await field.fill("where is my drill")
    await field.press("Enter")
    await page.locator("ha-assist-chat").get_by_text("workbench").first.wait_for(timeout=PATIENCE)
    await keep_picture(page, "assist")


async def test_the_readme_is_true(hass: HassProcess) -> None:
    await furnish(hass)
    async with open_browser() as browser:
        await take(browser, hass, DESK, DESKTOP, dark=False)
        await take(browser, hass, DESK_AT_NIGHT, DESKTOP, dark=True)
        await take(browser, hass, ON_THE_PHONE, PHONE, dark=False)
        async with open_window(hass, browser=browser) as page:
            await walk(page)
            await ask_assist(page)
