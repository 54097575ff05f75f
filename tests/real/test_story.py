"""A family's first evening, from an empty home to a hundred things: one has the phone, one sits at the desk, and both see it grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def choose_place(page: Page, dialog: str, name: str) -> None:
    """Type the name of a place into the field of a dialog, and take the first that is offered."""
    await page.get_by_test_id(dialog).get_by_test_id("place").click()
    await page.keyboard.type(name)
    await page.get_by_test_id("place-option").filter(has_text=name).first.click()


async def add_item(page: Page, name: str, place: str) -> None:
    """Add a thing as one does on the first evening: what it is and where."""
    await page.get_by_test_id("add-item").first.click()
    dialog = page.get_by_test_id("item-editor")
    await dialog.get_by_test_id("name").fill(name)
    await choose_place(page, "item-editor", place)
    await dialog.get_by_test_id("save").click()
    await dialog.wait_for(state="detached", timeout=PATIENCE)


async def shows(page: Page, testid: str, text: str) -> None:
    """Wait until a window shows a text by itself, without being loaded again."""
    await page.get_by_test_id(testid).get_by_text(text).first.wait_for(timeout=PATIENCE)


async def test_from_an_empty_home_to_a_hundred_things(hass: HassProcess) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    async with (
        open_browser() as browser,
        open_window(hass, size=PHONE, dark=True, browser=browser) as phone,
        open_window(hass, size=DESKTOP, browser=browser) as desk,
    ):
        await phone.goto("/home-inventory/items")
        await phone.get_by_test_id("add-item").first.wait_for(timeout=PATIENCE)
        await keep_picture(phone, "story-empty")
        assert await barriers(phone) == []
        await desk.goto("/home-inventory/locations")
        await desk.get_by_test_id("add-location").click(timeout=PATIENCE)
        await desk.get_by_test_id("location-editor").get_by_test_id("name").fill("Garage")
        await desk.get_by_test_id("location-editor").get_by_test_id("save").click()
        await shows(desk, "location-row", "Garage")
        await desk.goto("/home-inventory/items")

        await add_item(phone, "Cordless drill", "Garage")
        await shows(desk, "item-list", "Cordless drill")
        await phone.get_by_test_id("back").click()
        await add_item(desk, "Rice cooker", "Kitchen")
        await shows(phone, "item-list", "Rice cooker")
        for number in range(1, 99):
            await hass.client.call(f"{DOMAIN}/item/add", name=f"Jar {number}", location="Kitchen")
        await shows(phone, "total", "100 items")
        await shows(desk, "total", "100 items")
        await keep_picture(phone, "story-hundred-phone")
        await keep_picture(desk, "story-hundred-desk")

        await phone.get_by_test_id("search").fill("dril")
        await phone.get_by_test_id("item-row").filter(has_text="Cordless drill").first.click()
        await shows(phone, "item-detail", "Garage")
        drill = phone.url
        await desk.goto(drill)
        await desk.get_by_test_id("move").click(timeout=PATIENCE)
        await choose_place(desk, "move-dialog", "Kitchen")
        await desk.get_by_test_id("move-dialog").get_by_test_id("save").click()
        await shows(phone, "item-location", "Kitchen")
        await keep_picture(phone, "story-item-phone")
        await desk.get_by_test_id("undo").first.click()
        await shows(phone, "item-location", "Garage")

        await phone.reload()
        await shows(phone, "item-location", "Garage")
        await phone.go_back()
        await shows(phone, "item-list", "Cordless drill")
        assert await barriers(desk) == []
