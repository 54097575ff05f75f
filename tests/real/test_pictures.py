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

    from playwright.async_api import Browser

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


async def test_the_demo_home_looks_as_the_readme_shows_it(hass: HassProcess) -> None:
    await furnish(hass)
    async with open_browser() as browser:
        await take(browser, hass, DESK, DESKTOP, dark=False)
        await take(browser, hass, DESK_AT_NIGHT, DESKTOP, dark=True)
        await take(browser, hass, ON_THE_PHONE, PHONE, dark=False)
