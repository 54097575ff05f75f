"""Every section of the panel, light and dark, on a phone and on a desk: axe finds no barrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PHONE, chromium
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
SECTIONS = {
    "overview": "overview",
    "items": "item-row",
    "locations": "location-row",
    "devices": "empty",
    "networks": "empty",
    "topology": "empty",
    "sources": "source-row",
}
"""Each section, and what is shown once it has been drawn."""


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desktop-light", "phone-dark"])
async def test_there_are_no_barriers(hass: HassProcess, size: tuple[int, int], dark: bool) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await hass.client.call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen")
    found: dict[str, list[str]] = {}
    async with open_window(hass, size=size, dark=dark) as page:
        for section, shown in SECTIONS.items():
            await page.goto(f"/home-inventory/{section}")
            await page.get_by_test_id(shown).first.wait_for(timeout=PATIENCE)
            await keep_picture(page, f"accessible-{section}-{size[0]}")
            if problems := await barriers(page):
                found[section] = problems
    assert not found, "\n".join(f"{section}: {problem}" for section, problems in found.items() for problem in problems)
