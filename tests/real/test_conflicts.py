"""Two people who change the same thing: who saves later sees what the other has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from .brake import Brake
from .browser import chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, becomes, keep_picture, open_window

if TYPE_CHECKING:
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def test_two_people_edit_the_same_thing(hass: HassProcess) -> None:
    """Who saves later sees what the other has saved, and chooses; what can't be done is taken back on the screen."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    drill = (await call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen", quantity=3))["item"]["id"]
    async with open_browser() as browser, open_window(hass, browser=browser, dark=True) as page:
        brake = await Brake.on(page)
        await page.goto(f"/home-inventory/items/{drill}")
        await page.get_by_test_id("edit").click(timeout=PATIENCE)
        await page.get_by_test_id("name").fill("Makita drill")
        await call(f"{DOMAIN}/item/update", item=drill, name="Bosch drill", notes="Lent in spring")
        await page.get_by_test_id("conflict").wait_for()
        await keep_picture(page, "item-conflict")
        assert not await barriers(page, "home-inventory-dialog-item-editor")
        assert await page.get_by_test_id("name").input_value() == "Makita drill"
        await page.get_by_test_id("theirs-name").check()
        assert await page.get_by_test_id("name").input_value() == "Bosch drill"
        await page.get_by_test_id("mine-name").check()
        await page.get_by_test_id("save").click()
        await page.get_by_test_id("item-name").get_by_text("Makita drill").wait_for()

        async def saved() -> tuple[str, str]:
            item = (await call(f"{DOMAIN}/item/get", item=drill))["item"]
            return item["name"], item["notes"]

        await becomes(saved, ("Makita drill", "Lent in spring"))

        brake.pull()
        await page.get_by_test_id("quantity-minus").click()
        await page.get_by_test_id("quantity-minus").click()
        await expect(page.get_by_test_id("quantity-value")).to_have_value("1")
        await call(f"{DOMAIN}/item/adjust", item=drill, to=1)
        brake.let_go()
        await page.get_by_test_id("toast").get_by_text("there").first.wait_for()
        await keep_picture(page, "item-refused")
        assert (await call(f"{DOMAIN}/item/get", item=drill))["item"]["quantity"] == 1
        await expect(page.get_by_test_id("quantity-value")).to_have_value("1")
