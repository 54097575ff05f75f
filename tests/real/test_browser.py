"""The panel in a real browser, as its owner sees it."""

import pytest

from .browser import PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN
from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
async def test_the_panel_shows_what_the_household_owns(hass: HassProcess, size: tuple[int, int]) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await hass.client.call("home_inventory/item/add", name="Cordless drill", location="Kitchen")
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory")
        await page.get_by_text("Cordless drill").first.wait_for(timeout=30_000)
        assert not problems
