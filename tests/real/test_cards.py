"""The five cards on a real dashboard: looked at, used, live between two windows, and put there with the card picker."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .photos import phone_photo
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
DASHBOARD = "things-here"
CARDS = ("search", "add", "location", "warranty", "stock")


def _day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


async def _furnish(hass: HassProcess) -> None:
    """Set up a household with a shelf, a box with slots, warranties and things that run low."""
    call = hass.client.call
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    garage = (await call(f"{DOMAIN}/location/add", name="Garage", parent="Home"))["location"]["id"]
    shelf = (await call(f"{DOMAIN}/location/add", name="Shelf 2", parent=garage))["location"]["id"]
    box = (await call(f"{DOMAIN}/location/add", name="Box 7", kind="box", parent=garage, capacity=6))["location"]["id"]
    for number in range(1, 7):
        await call(f"{DOMAIN}/location/add", name=str(number), kind="slot", parent=box)
    add = f"{DOMAIN}/item/add"
    await call(add, name="Cordless drill", location=shelf, warranty_until=_day(12))
    await call(add, name="Pressure washer", location=garage, warranty_until=_day(-9))
    await call(add, name="Dishwasher", location="Kitchen", warranty_until=_day(200))
    await call(add, name="Washing machine", location="Kitchen", warranty_until=_day(203))
    await call(add, name="AA batteries", location="Kitchen", quantity=3, minimum_quantity=8)
    await call(add, name="Olive oil", location="Kitchen", quantity=1.5, unit="l")
    await call(add, name="Dowels", location=box, quantity=39)
    await call(add, name="Screws M4", location="Home / Garage / Box 7 / 2", quantity=1)
    await call(add, name="Christmas lights with a name that goes on and on", location=shelf, quantity=2)


def _cards() -> list[dict[str, Any]]:
    return [
        {"type": "custom:home-inventory-search-card", "title": "Where is …?"},
        {"type": "custom:home-inventory-add-card", "title": "Put away"},
        {"type": "custom:home-inventory-location-card", "location": "Home / Garage"},
        {"type": "custom:home-inventory-location-card", "location": "Home / Garage / Box 7", "title": "The box"},
        {"type": "custom:home-inventory-warranty-card"},
        {"type": "custom:home-inventory-stock-card", "location": "Kitchen"},
        {"type": "custom:home-inventory-stock-card", "low_only": True},
        {"type": "custom:home-inventory-stock-card", "items": ["Dowels"], "title": "Dowels"},
    ]


async def _make_dashboard(hass: HassProcess) -> None:
    """Make a dashboard with a view of sections and one of narrow columns."""
    call = hass.client.call
    await call("lovelace/dashboards/create", url_path=DASHBOARD, title="Things", mode="storage", require_admin=False)
    narrow = [{**card, "grid_options": {"columns": 6}} for card in _cards()]
    views = [
        {"title": "Things", "type": "sections", "sections": [{"type": "grid", "cards": [card]} for card in _cards()]},
        {"title": "Narrow", "type": "sections", "sections": [{"type": "grid", "cards": narrow}]},
    ]
    await call("lovelace/config/save", url_path=DASHBOARD, config={"views": views})


async def _look(page: Page, name: str, path: str = "0") -> None:
    """Open a view, wait for all that it shows, keep a picture of it as a whole and look for barriers."""
    await page.goto(f"/{DASHBOARD}/{path}")
    await page.locator("home-inventory-warranty-card").get_by_test_id("days-left").first.wait_for(timeout=PATIENCE)
    await page.locator("home-inventory-stock-card").get_by_test_id("quantity-plus").first.wait_for(timeout=PATIENCE)
    await page.locator("home-inventory-location-card").get_by_test_id("slot").first.wait_for(timeout=PATIENCE)
    size = page.viewport_size
    assert size
    await page.set_viewport_size({"width": size["width"], "height": 3200 if size["width"] < 600 else 1800})
    await keep_picture(page, name)
    await page.set_viewport_size(size)


async def test_the_cards_look_well_and_have_no_barriers(hass: HassProcess) -> None:
    await _furnish(hass)
    await _make_dashboard(hass)
    found: list[list[str]] = []
    async with open_browser() as browser:
        for size, dark in ((DESKTOP, False), (PHONE, True)):
            async with open_window(hass, size=size, dark=dark, browser=browser) as page:
                await _look(page, f"cards-{size[0]}")
                found += [await barriers(page, f"home-inventory-{card}-card") for card in CARDS]
                await _look(page, f"cards-narrow-{size[0]}", "1")
    assert found == [[]] * len(found)


async def _add_by_three_taps(page: Page, name: str) -> None:
    """Tap the name, type, tap Add: the place is the one of the last time."""
    card = page.locator("home-inventory-add-card")
    await card.get_by_test_id("name").click()
    await page.keyboard.type(name)
    await card.get_by_test_id("add").click()
    await card.get_by_test_id("added").get_by_text(name).wait_for(timeout=PATIENCE)


async def _value(page: Page, card: int) -> str:
    """Return the number that a stock card shows."""
    stock = page.locator("home-inventory-stock-card").nth(card)
    return await stock.get_by_test_id("quantity-value").first.input_value()


async def _until_it_has_a_photo(hass: HassProcess, name: str) -> None:
    """Wait until the photo that was taken with a thing is attached to it: it is sent while the next one is typed."""
    async with asyncio.timeout(60):
        while not (await hass.client.call(f"{DOMAIN}/item/get", item=name))["attachments"]:
            await asyncio.sleep(0.1)


async def test_two_people_use_the_cards(hass: HassProcess) -> None:
    await _furnish(hass)
    await _make_dashboard(hass)
    async with open_browser() as browser:
        phone = open_window(hass, size=PHONE, browser=browser)
        desk = open_window(hass, browser=browser)
        async with phone as first, desk as second:
            for page in (first, second):
                await page.goto(f"/{DASHBOARD}/0")
                await (
                    page.locator("home-inventory-stock-card")
                    .nth(2)
                    .get_by_test_id("quantity-value")
                    .wait_for(timeout=PATIENCE)
                )

            # A place is chosen once; then three taps are enough, and what was added shows in the other window.
            card = first.locator("home-inventory-add-card")
            await card.get_by_test_id("place").click()
            await first.keyboard.type("shelf")
            await first.get_by_test_id("place-option").first.click()
            await _add_by_three_taps(first, "Spirit level")
            await card.get_by_test_id("photo").set_input_files(phone_photo("teal"))
            await card.get_by_test_id("photo-taken").wait_for(timeout=PATIENCE)
            await keep_picture(first, "cards-photo")
            await _add_by_three_taps(first, "Chalk line")
            await card.get_by_test_id("photo-taken").wait_for(state="detached", timeout=PATIENCE)
            await _until_it_has_a_photo(hass, "Chalk line")
            await keep_picture(first, "cards-added")
            garage = second.locator("home-inventory-location-card").first
            await garage.get_by_text("Chalk line").wait_for(timeout=PATIENCE)
            await card.get_by_test_id("undo").first.click()
            await garage.get_by_text("Chalk line").wait_for(state="detached", timeout=PATIENCE)

            # Counting: at once here, soon there, with an undo.
            await first.locator("home-inventory-stock-card").first.get_by_test_id("quantity-plus").first.click()
            assert await _value(first, 0) == "4"
            await second.wait_for_function(_SHOWS, arg="4", timeout=PATIENCE)
            await first.get_by_test_id("toast").get_by_test_id("undo").click()
            await second.wait_for_function(_SHOWS, arg="3", timeout=PATIENCE)

            # Somebody else takes one at the same moment: there are not three any more. The number goes back, and it says why.
            low = second.locator("home-inventory-stock-card").nth(1)
            await low.get_by_test_id("quantity-minus").click(click_count=3)
            assert await _value(second, 1) == "0"
            await hass.client.call(f"{DOMAIN}/item/adjust", item="AA batteries", by=-1)
            await second.get_by_test_id("toast").get_by_text("AA batteries").wait_for(timeout=PATIENCE)
            await second.wait_for_function(_SHOWS, arg="2", timeout=PATIENCE)
            assert await _value(second, 1) == "2"
            await keep_picture(second, "cards-refused")

            # "Where is ...?"
            search = second.locator("home-inventory-search-card")
            await search.get_by_test_id("search").fill("where is the drill")
            await search.get_by_test_id("answer").get_by_text("Shelf 2, Garage").wait_for(timeout=PATIENCE)
            await keep_picture(second, "cards-answer")
            await search.get_by_test_id("answer").click()
            await second.get_by_test_id("item-name").get_by_text("Cordless drill").wait_for(timeout=PATIENCE)


_SHOWS = """text => {
    const card = document.querySelector("home-assistant").shadowRoot;
    const find = (root) => [...root.querySelectorAll("*")].flatMap((one) => [
        ...(one.dataset?.testid === "quantity-value" ? [one.value] : []),
        ...(one.shadowRoot ? find(one.shadowRoot) : []),
    ]);
    return find(card)[0] === text;
}"""
"""Whether the first number on the page is this one."""


async def _pick(page: Page, name: str) -> None:
    """Open the card picker of the first section and choose a card."""
    await page.locator("hui-grid-section").first.locator(".add").first.click()
    await page.get_by_role("tab", name="By card").click()
    await page.locator("hui-card-picker ha-input-search input").fill("Inventory")
    card = page.locator("hui-card-picker .card", has_text=f"Inventory: {name}")
    await card.locator("ha-card").first.wait_for(timeout=PATIENCE)
    if name == "add":
        await keep_picture(page, "cards-picker")
    await card.locator(".overlay").click()
    await page.locator("hui-dialog-edit-card ha-form").first.wait_for(timeout=PATIENCE)


async def test_each_card_has_a_preview_and_an_editor(hass: HassProcess) -> None:
    await _furnish(hass)
    await _make_dashboard(hass)
    shown = {"add": "quantity", "place": "item-row", "search": "search", "stock": "stock-line", "warranties": "month"}
    async with open_window(hass, size=(1280, 1000)) as page:
        await page.goto(f"/{DASHBOARD}/0?edit=1")
        await page.locator("hui-section").first.wait_for(timeout=PATIENCE)
        dialog = page.locator("hui-dialog-edit-card")
        for name, test_id in shown.items():
            await _pick(page, name)
            preview = dialog.locator(".element-preview")
            await preview.get_by_test_id(test_id).first.wait_for(timeout=PATIENCE)
            if name == "place":
                await (
                    dialog.locator("ha-form")
                    .get_by_text("Home \u203a Kitchen")
                    .filter(visible=True)
                    .first.wait_for(timeout=PATIENCE)
                )
            await keep_picture(page, f"cards-editor-{name}")
            if name != "warranties":
                await dialog.get_by_role("button", name="Cancel").click()
                await preview.wait_for(state="hidden", timeout=PATIENCE)
        await dialog.locator("ha-form input").first.fill("What ends next")
        await preview.get_by_text("What ends next").wait_for(timeout=PATIENCE)
        await dialog.get_by_role("button", name="Save").click()
        await preview.wait_for(state="hidden", timeout=PATIENCE)
        await page.locator("hui-section").get_by_text("What ends next").first.wait_for(timeout=PATIENCE)
    config = await hass.client.call("lovelace/config", url_path=DASHBOARD)
    assert config["views"][0]["sections"][0]["cards"][-1]["title"] == "What ends next"
