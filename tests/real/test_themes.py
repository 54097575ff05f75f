"""The panel in a theme of somebody's own, and for those whom movement makes dizzy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .browser import PHONE, chromium
from .hass_config import CONFIGURATION, DOMAIN, link_integration
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
GROUND, CARD, WORDS = "#1a0f2e", "#2a1a47", "#f4e9ff"
THEME = f"""\
frontend:
  themes:
    Midnight:
      primary-color: "#ff9ecd"
      accent-color: "#ffd166"
      text-primary-color: "#1a0f2e"
      primary-text-color: "{WORDS}"
      secondary-text-color: "#c9b6e4"
      primary-background-color: "{GROUND}"
      secondary-background-color: "#231540"
      card-background-color: "{CARD}"
      divider-color: "#4b3a6b"
      app-header-background-color: "{GROUND}"
      app-header-text-color: "{WORDS}"
      sidebar-background-color: "#231540"
      sidebar-text-color: "{WORDS}"
"""
COLOURS = """() => {
    const all = [];
    const look = (root) => {
        for (const one of root.querySelectorAll("*")) { all.push(one); if (one.shadowRoot) look(one.shadowRoot); }
    };
    look(document);
    const panel = all.find((one) => one.localName === "home-inventory-panel");
    const card = all.find((one) => one.matches("section.card") && one.getRootNode().host?.localName.startsWith("home-inv"));
    const style = getComputedStyle(card);
    return [getComputedStyle(panel).backgroundColor, style.backgroundColor, style.color];
}"""
"""The ground of the panel, the ground of a card, and what is written on it."""
MOVING = """() => {
    const found = [];
    const look = (root) => {
        for (const one of root.querySelectorAll("*")) {
            const style = getComputedStyle(one);
            const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
            if (one.getRootNode().host?.localName.startsWith("home-inventory") && times.some((time) => parseFloat(time) > 0.01))
                found.push(one.localName + "." + one.className);
            if (one.shadowRoot) look(one.shadowRoot);
        }
    };
    look(document);
    return found;
}"""
"""Our elements that take their time to change."""
VIEWS = {"items": "item-row", "overview": "overview", "locations": "location-row", "settings": "category-row"}


def rgb(colour: str) -> str:
    """Return a colour as the browser says it."""
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour.removeprefix("#")))


async def look_at(page: Page) -> list[str]:
    """Open some views, keep pictures, and return what is wrong with any of them."""
    found: list[str] = []
    for view, shown in VIEWS.items():
        await page.goto(f"/home-inventory/{view}")
        await page.get_by_test_id(shown).first.wait_for(timeout=PATIENCE)
        await keep_picture(page, f"theme-{view}")
        found += [f"{view}: {problem}" for problem in await barriers(page)]
    return found


async def test_a_theme_of_ones_own(new_hass: Callable[..., HassProcess]) -> None:
    """All its colours come from the theme, can be read on it, and nothing moves for whoever wants it so."""
    hass = new_hass()
    hass.config.mkdir()
    (hass.config / "configuration.yaml").write_text(CONFIGURATION + THEME)
    link_integration(hass.config)
    await hass.start()
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    drill = await call(
        f"{DOMAIN}/item/add",
        name="Cordless drill",
        location="Kitchen",
        categories=["Tools"],
        minimum_quantity=2,
        warranty_until="2026-12-10",
    )
    await call(
        "call_service",
        domain="frontend",
        service="set_theme",
        service_data={"name": "Midnight", "name_dark": "Midnight"},
    )
    async with open_window(hass, size=PHONE, dark=True) as page:
        await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert not await look_at(page)
        await page.goto(f"/home-inventory/items/{drill['item']['id']}")
        await page.get_by_test_id("item-detail").wait_for(timeout=PATIENCE)
        await keep_picture(page, "theme-phone-item")
        assert await page.evaluate(COLOURS) == [rgb(GROUND), rgb(CARD), rgb(WORDS)]
        await page.get_by_test_id("edit").click()
        await page.get_by_test_id("name").wait_for()
        await keep_picture(page, "theme-phone-edit")
        assert not await barriers(page, "home-inventory-dialog-item-editor")
        assert not await page.evaluate(MOVING)
