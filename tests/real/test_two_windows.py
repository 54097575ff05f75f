"""Two people at two windows: each sees what the other does, nobody's edit is lost, and both may count at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from .browser import PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
TAPS = 3


async def both_show(windows: tuple[Page, Page], testid: str, text: str) -> None:
    """Wait until both windows show a text, none of them loaded again."""
    for page in windows:
        await page.get_by_test_id(testid).get_by_text(text).first.wait_for(timeout=PATIENCE)


async def rename(page: Page, name: str) -> None:
    """Write a name into the form that is open, and save it."""
    await page.get_by_test_id("name").fill(name)
    await page.get_by_test_id("save").click()


async def test_two_windows_on_one_home(hass: HassProcess) -> None:
    """What one does the other sees; what both do is asked about or added up; what one takes back is back for both."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    drill = (await call(f"{DOMAIN}/item/add", name="Drill", location="Kitchen", quantity=10))["item"]["id"]
    async with (
        open_browser() as browser,
        open_window(hass, browser=browser) as desk,
        open_window(hass, browser=browser, size=PHONE, dark=True) as phone,
    ):
        windows = desk, phone
        for page in windows:
            await page.goto(f"/home-inventory/items/{drill}")
            await page.get_by_test_id("edit").wait_for(timeout=PATIENCE)
        await desk.get_by_test_id("edit").click()
        await rename(desk, "Makita drill")
        await both_show(windows, "item-name", "Makita drill")
        await edit_at_once(windows)
        assert (await call(f"{DOMAIN}/item/get", item=drill))["item"]["name"] == "Drill of the phone"
        await count_at_once(windows)
        assert (await call(f"{DOMAIN}/item/get", item=drill))["item"]["quantity"] == 10 - TAPS + 1
        await move_and_take_back(windows)


async def edit_at_once(windows: tuple[Page, Page]) -> None:
    """Who saves second is shown what the first has saved, and nothing is lost before there is a choice."""
    desk, phone = windows
    for page in windows:
        await page.get_by_test_id("edit").click()
        await page.get_by_test_id("name").wait_for()
    await phone.get_by_test_id("name").fill("Drill of the phone")
    await rename(desk, "Drill of the desk")
    await phone.get_by_test_id("conflict").wait_for(timeout=PATIENCE)
    assert await phone.get_by_test_id("name").input_value() == "Drill of the phone"
    await keep_picture(phone, "two-windows-conflict")
    assert not await barriers(phone, "home-inventory-dialog-item-editor")
    await phone.get_by_test_id("mine-name").check()
    await phone.get_by_test_id("save").click()
    await both_show(windows, "item-name", "Drill of the phone")


async def count_at_once(windows: tuple[Page, Page]) -> None:
    """Both take some at the same moment: it adds up, and both show what is left."""
    desk, phone = windows
    for _ in range(TAPS):
        await desk.get_by_test_id("quantity-minus").click()
    await phone.get_by_test_id("quantity-plus").click()
    for page in windows:
        await expect(page.get_by_test_id("quantity-value")).to_have_value(str(10 - TAPS + 1))
    await keep_picture(desk, "two-windows-counted")


async def move_and_take_back(windows: tuple[Page, Page]) -> None:
    """The one moves it, the other sees where; what is taken back is back in both."""
    desk, phone = windows
    await phone.get_by_test_id("move").click()
    await phone.get_by_test_id("place").fill("Bedroom")
    await phone.get_by_role("option").first.click()
    await phone.get_by_test_id("save").click()
    await both_show(windows, "item-location", "Bedroom")
    await phone.get_by_test_id("undo").click()
    await both_show(windows, "item-location", "Kitchen")
    await desk.get_by_test_id("archive").click()
    await phone.get_by_test_id("restore").wait_for(timeout=PATIENCE)
