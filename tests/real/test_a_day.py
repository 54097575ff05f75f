"""A day with the inventory, through a real browser: add with the card, find, move, ask Assist, undo."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN, REPOSITORY

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
PATIENCE = 60_000
PICTURES = Path(os.environ.get("PICTURES", REPOSITORY / "artifacts"))


async def _make_dashboard(hass: HassProcess) -> None:
    """Make a dashboard with both cards."""
    await hass.client.call(
        "lovelace/dashboards/create", url_path="things-here", title="Things", mode="storage", require_admin=False
    )
    cards = [
        {"type": "custom:home-inventory-add-card", "title": "Put away"},
        {"type": "custom:home-inventory-search-card", "title": "Find"},
    ]
    config = {"views": [{"title": "Things", "cards": cards}]}
    await hass.client.call("lovelace/config/save", url_path="things-here", config=config)


async def _picture(page: Page, name: str) -> None:
    """Keep a picture for whoever wants to look."""
    PICTURES.mkdir(exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def _add_with_the_card(page: Page, name: str, place: str) -> None:
    """Fill in the add card and press Enter."""
    await page.goto("/things-here/0")
    card = page.locator("home-inventory-add-card")
    await card.get_by_test_id("name").wait_for(timeout=PATIENCE)
    await card.get_by_test_id("place").click()
    await page.keyboard.type(place)
    await page.get_by_test_id("place-option").first.click()
    await card.get_by_test_id("name").fill(name)
    await card.get_by_test_id("name").press("Enter")
    await card.get_by_test_id("added").get_by_text(name).wait_for(timeout=PATIENCE)


async def _ask_assist(page: Page, question: str, expected: str) -> None:
    """Ask in the Assist dialog and wait for an answer with these words."""
    await page.goto("/things-here/0?conversation=1")
    field = page.locator("ha-assist-chat input, ha-assist-chat textarea").last
    await field.wait_for(timeout=PATIENCE)
    await field.fill(question)
    await field.press("Enter")
    await page.locator("ha-assist-chat").get_by_text(expected).wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_a_day_with_the_inventory(hass: HassProcess, size: tuple[int, int]) -> None:
    client, width = hass.client, size[0]
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    for place in ("Garage", "Attic"):
        await client.call("home_inventory/location/add", name=place, parent="Home")
    await _make_dashboard(hass)
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size)
        first, second = await window.new_page(), await window.new_page()
        problems: list[str] = []
        for page in (first, second):
            page.on("pageerror", lambda error: problems.append(str(error)))
        await second.goto("/home-inventory/items")
        await second.get_by_test_id("add-item").first.wait_for(timeout=PATIENCE)

        await _add_with_the_card(first, "Cordless drill", "Garage")
        await _picture(first, f"card-added-{width}")
        await second.get_by_text("Cordless drill").first.wait_for(timeout=PATIENCE)

        await (
            second.get_by_test_id("search")
            .locator("input")
            .or_(second.locator("input[data-testid=search]"))
            .first.fill("dril")
        )
        row = second.get_by_test_id("item-row").first
        await row.get_by_text("Cordless drill").wait_for(timeout=PATIENCE)
        await _picture(second, f"panel-found-{width}")
        await row.click()
        await second.get_by_test_id("move").click()
        await second.get_by_test_id("move-dialog").get_by_test_id("place").click()
        await second.keyboard.type("Attic")
        await second.get_by_test_id("place-option").first.click()
        await second.get_by_test_id("move-dialog").get_by_test_id("save").click()
        await second.get_by_test_id("toast").wait_for(timeout=PATIENCE)
        await second.get_by_test_id("item-location").get_by_text("Attic").first.wait_for(timeout=PATIENCE)
        await _picture(second, f"panel-moved-{width}")
        moved = (await client.call("home_inventory/item/get", item="Cordless drill"))["item"]
        assert moved["locations"][0]["path"] == "Home / Attic"

        await _ask_assist(first, "where is my drill", "The cordless drill is in the attic.")
        await _picture(first, f"assist-{width}")

        await second.get_by_test_id("undo-change").first.click()
        await second.get_by_test_id("item-location").get_by_text("Garage").first.wait_for(timeout=PATIENCE)
        await _picture(second, f"panel-undone-{width}")
        assert not problems
