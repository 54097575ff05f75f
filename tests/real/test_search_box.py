"""The search box in a real browser: what was understood stands below it and can be taken away."""

import pytest

from .browser import PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN
from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
async def test_chips_are_read_whole_and_one_is_removed_with_the_keyboard(
    hass: HassProcess, size: tuple[int, int]
) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await hass.client.call("home_inventory/item/add", name="Cordless drill", location="Kitchen")
    await hass.client.call("home_inventory/item/add", name="Hand drill", location="Bedroom")
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory/items")
        await page.get_by_text("Hand drill").first.wait_for()

        await page.get_by_test_id("search").fill("drills in the kitchen without warranty")
        chip = page.get_by_role("button", name="Remove the filter In Kitchen")
        await chip.wait_for()
        await page.get_by_text("Hand drill").first.wait_for(state="detached")
        chips, room = page.get_by_test_id("query-chip"), page.locator("home-inventory-item-list")
        assert await chips.all_inner_texts() == ["In Kitchen", "Without warranty"]
        assert await chips.evaluate_all("chips => chips.every(chip => chip.scrollWidth <= chip.clientWidth)")
        edge = await room.evaluate("list => list.getBoundingClientRect().right")
        assert (
            await chips.evaluate_all("chips => Math.max(...chips.map(chip => chip.getBoundingClientRect().right))")
            <= edge
        )

        await page.screenshot(path=hass.config.parent / "chips.png")
        await chip.focus()
        await page.keyboard.press("Enter")
        await chip.wait_for(state="detached")
        assert await page.get_by_test_id("search").evaluate("box => box.getRootNode().activeElement === box")
        assert not problems
