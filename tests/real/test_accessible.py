"""Every section of the panel, light and dark, from a small phone to a wall of a screen: no barrier that axe finds, nothing too wide."""

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
SECTIONS = {
    "overview": "overview",
    "activity": "activity-batch",
    "import": "import",
    "settings": "settings",
    "items": "item-row",
    "stock": "stock-place",
    "locations": "location-row",
    "put-away": "put-away",
    "labels": "labels",
    "scan": "scan",
    "devices": "empty",
    "networks": "empty",
    "topology": "empty",
    "sources": "source-row",
}
"""Each section, and what is shown once it has been drawn."""
SMALL_PHONE, FOUR_K = (360, 740), (3840, 2160)
TOO_WIDE = """() => {
    const found = [];
    const look = (root) => {
        for (const element of root.querySelectorAll("*")) {
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            const scrolls = element.scrollWidth > element.clientWidth + 1 && style.overflowX === "visible";
            if (scrolls && style.display !== "inline" && box.width > 0 && box.right > innerWidth + 1)
                found.push(element.localName + "." + element.className);
            if (element.shadowRoot) look(element.shadowRoot);
        }
    };
    look(document.querySelector("home-assistant").shadowRoot);
    return document.scrollingElement.scrollWidth > innerWidth ? ["document", ...found] : found;
}"""
"""What sticks out of the window to the right though it can't be scrolled to."""


GO = """path => {
    history.pushState(null, "", path);
    window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
}"""


async def problems_of(page: Page, section: str, shown: str) -> list[str]:
    """Go to a section, as a link inside Home Assistant does, and return what is wrong with it."""
    await page.evaluate(GO, f"/home-inventory/{section}")
    view = page.locator(f"home-inventory-{section}-view")
    await view.get_by_test_id(shown).first.wait_for(timeout=PATIENCE)
    width = page.viewport_size["width"] if page.viewport_size else 0
    await keep_picture(page, f"accessible-{section}-{width}")
    wide = [f"{name} is too wide" for name in await page.evaluate(TOO_WIDE)]
    return [f"{section} at {width}: {problem}" for problem in [*await barriers(page), *wide]]


async def test_there_are_no_barriers(hass: HassProcess) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await hass.client.call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen")
    found: list[str] = []
    async with open_browser() as browser:
        for size, dark in ((DESKTOP, False), (PHONE, True), (SMALL_PHONE, False), (FOUR_K, True)):
            async with open_window(hass, size=size, dark=dark, browser=browser) as page:
                await page.goto("/home-inventory")
                await page.get_by_test_id("item-row").first.wait_for(timeout=PATIENCE)
                for section, shown in SECTIONS.items():
                    found += await problems_of(page, section, shown)
    assert not found, "\n".join(found)
