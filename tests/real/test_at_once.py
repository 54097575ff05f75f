"""What somebody changes is shown at once, however slow Home Assistant is, and taken back with a word where it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .brake import Brake
from .browser import PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def test_a_slow_home_feels_fast(hass: HassProcess) -> None:
    """Rename, move, archive and hang elsewhere are seen before they are known, and none of it twice."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    await call(f"{DOMAIN}/location/add", name="Garage", kind="room")
    await call(f"{DOMAIN}/location/add", name="Full box", kind="box", capacity=1)
    await call(f"{DOMAIN}/item/add", name="Bolt", location="Full box")
    drill = (await call(f"{DOMAIN}/item/add", name="Drill", location="Garage", categories=["Tools"]))["item"]["id"]

    async def known() -> Any:
        return (await call(f"{DOMAIN}/item/get", item=drill))["item"]

    async with open_browser() as browser, open_window(hass, browser=browser, size=PHONE, dark=True) as page:
        brake = await Brake.on(page)
        await page.goto(f"/home-inventory/items/{drill}")
        await page.get_by_test_id("edit").click(timeout=PATIENCE)
        await page.get_by_test_id("name").fill("Makita drill")
        brake.pull()
        await page.get_by_test_id("save").click()
        await page.get_by_test_id("item-name").get_by_text("Makita drill").wait_for()
        assert (await known())["name"] == "Drill"
        assert not await page.get_by_test_id("item-editor").is_visible()
        await keep_picture(page, "at-once-renamed")
        brake.let_go()
        await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
        assert (await known())["name"] == "Makita drill"

        await move_where_nothing_fits(page, brake)
        assert "Full box" not in str((await known())["locations"])

        brake.pull()
        await page.get_by_test_id("archive").click()
        await page.get_by_test_id("restore").wait_for()
        assert not (await known())["archived"]
        brake.let_go()
        await page.get_by_test_id("toast").get_by_text("Archived").wait_for()
        brake.pull()
        await page.get_by_test_id("restore").click()
        await page.get_by_test_id("archive").wait_for()
        assert (await known())["archived"]
        brake.let_go()
        await page.get_by_test_id("toast").get_by_text("Restored").wait_for()
        await rename_a_place(hass, page, brake)
        await rename_a_category(hass, page, brake)


async def move_where_nothing_fits(page: Page, brake: Brake) -> None:
    """It is shown in the box, and is back with the reason in the dialog when the box turns out to be full."""
    await page.get_by_test_id("move").click()
    await page.get_by_test_id("place").fill("Full box")
    await page.get_by_role("option").first.click()
    brake.pull()
    await page.get_by_test_id("save").click()
    place = page.get_by_test_id("item-location")
    await place.get_by_text("Full box").wait_for()
    await keep_picture(page, "at-once-moved")
    brake.let_go()
    await page.get_by_test_id("error").get_by_text("Full box").wait_for()
    await keep_picture(page, "at-once-refused")
    assert await page.get_by_test_id("place").input_value() != ""
    await place.get_by_text("Garage").wait_for()
    await page.get_by_test_id("cancel").click()
    await page.get_by_test_id("move-dialog").wait_for(state="detached")


async def rename_a_place(hass: HassProcess, page: Page, brake: Brake) -> None:
    """The page of a place has the new name before Home Assistant has, and then the tree."""
    garage = (await hass.client.call(f"{DOMAIN}/location/get", location="Garage"))["location"]["id"]

    async def known() -> str:
        return (await hass.client.call(f"{DOMAIN}/location/get", location=garage))["location"]["name"]

    await page.goto(f"/home-inventory/locations/{garage}")
    await page.get_by_test_id("edit").click(timeout=PATIENCE)
    await page.get_by_test_id("name").fill("Workshop")
    brake.pull()
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("location-name").get_by_text("Workshop").wait_for()
    assert await known() == "Garage"
    brake.let_go()
    await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
    assert await known() == "Workshop"
    await page.get_by_test_id("back").click()
    await page.get_by_test_id("location-row").get_by_text("Workshop").wait_for()


async def rename_a_category(hass: HassProcess, page: Page, brake: Brake) -> None:
    """And the list of categories."""

    async def known() -> list[str]:
        categories = (await hass.client.call(f"{DOMAIN}/category/list"))["categories"]
        return [category["name"] for category in categories]

    await page.goto("/home-inventory/settings")
    await page.get_by_test_id("edit-category").first.click(timeout=PATIENCE)
    await page.get_by_test_id("name").fill("Machines")
    brake.pull()
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("category-row").get_by_text("Machines").wait_for()
    assert await known() == ["Tools"]
    brake.let_go()
    await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
    await page.get_by_test_id("category-row").get_by_text("Machines").wait_for()
