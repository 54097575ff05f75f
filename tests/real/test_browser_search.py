"""One search for everything in a real browser: what was found, why, and what may have been meant."""

import pytest

from .browser import PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN
from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def furnish(hass: HassProcess) -> None:
    """Let the household own drills, and a place that is called after them."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    await call("home_inventory/location/add", name="Drill cabinet", parent="Kitchen", kind="furniture")
    await call("home_inventory/item/add", name="Cordless drill", location="Drill cabinet", manufacturer="Makita")
    await call("home_inventory/item/add", name="Hand drill", location="Bedroom", manufacturer="Stanley")
    await call("home_inventory/item/add", name="Rice cooker", location="Kitchen", notes="Keep away from the drill")


@pytest.mark.parametrize(
    ("size", "dark"), [((1280, 800), False), (PHONE, True)], ids=["a light desktop", "a dark phone"]
)
async def test_a_misspelt_word_finds_items_and_places_and_can_be_put_right(
    hass: HassProcess, size: tuple[int, int], dark: bool
) -> None:
    await furnish(hass)
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size, dark=dark)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory/items")
        await page.get_by_text("Hand drill").first.wait_for(timeout=30_000)

        await page.get_by_test_id("search").fill("cordlsse drill")
        meant = page.get_by_role("button", name="Did you mean Cordless drill?")
        await meant.wait_for()
        await (
            page.get_by_test_id("item-row")
            .filter(has_text="Cordless drill")
            .locator("mark")
            .get_by_text("drill")
            .wait_for()
        )
        await page.get_by_test_id("place-row").filter(has_text="Drill cabinet").wait_for()
        await page.screenshot(path=hass.config.parent / "misspelt.png")

        await meant.click()
        await meant.wait_for(state="detached")
        assert await page.get_by_test_id("search").input_value() == "Cordless drill"
        await page.locator("mark").get_by_text("Cordless").wait_for()
        await page.screenshot(path=hass.config.parent / "put-right.png")

        await page.get_by_test_id("place-row").click()
        await page.get_by_test_id("location-name").get_by_text("Drill cabinet").wait_for()
        assert not problems
