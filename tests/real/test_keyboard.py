"""Everything that people do every day, with the keyboard alone: nothing here ever touches a mouse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .browser import chromium, open_browser
from .hass_config import DOMAIN
from .keyboard import Keyboard
from .window import PATIENCE, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


ROUTER = "00:1d:aa:00:00:01"
DEVICES = [
    {"mac": ROUTER, "oui": "DrayTek", "name": "Router", "is_wired": True},
    {"mac": "00:17:88:00:00:01", "oui": "Signify", "name": "Bridge", "is_wired": True, "sw_mac": ROUTER},
]
"""What a controller has seen: one device that hangs on another."""


async def furnish(hass: HassProcess) -> None:
    """Have a garage with a shelf, and some things in it."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    await call(f"{DOMAIN}/location/add", name="Garage", kind="room")
    await call(f"{DOMAIN}/location/add", name="Shelf", kind="furniture", parent="Garage")
    for name in ("Hammer", "Pliers", "Saw"):
        await call(f"{DOMAIN}/item/add", name=name, location="Garage")
    await call(f"{DOMAIN}/source/import_scan", content=json.dumps({"data": DEVICES}))
    await call(f"{DOMAIN}/item/add", name="Zip ties", location="Kitchen", quantity=3, minimum_quantity=5)


async def test_a_household_without_a_mouse(hass: HassProcess) -> None:
    """Search, open, edit, move, go back, select, the tree of places, stock, and taking it back."""
    await furnish(hass)
    async with open_browser() as browser, open_window(hass, browser=browser) as page:
        await page.goto("/home-inventory/items")
        await page.get_by_test_id("item-row").first.wait_for(timeout=PATIENCE)
        keys = Keyboard(page)
        await find_and_edit(page, keys)
        await move_and_take_back(hass, page, keys)
        await select_some(hass, page, keys)
        await go_through_places(page, keys)
        await count_the_stock(hass, page, keys)
        await go_through_tabs(page, keys)
        await read_the_map(page, keys)


async def find_and_edit(page: Page, keys: Keyboard) -> None:
    """A slash goes to the search, Enter opens, and the dialog takes the focus and gives it back."""
    await keys.press("/")
    await keys.is_on("search")
    await keys.write("hammer")
    await page.get_by_test_id("total").get_by_text("1 item").wait_for()
    await keys.go_to("item-row")
    await keys.press("Enter")
    await page.get_by_test_id("item-detail").wait_for()
    await keys.go_to("edit")
    await keys.press("Enter")
    await keys.is_on("name")
    await keys.press("Escape")
    await page.get_by_test_id("item-editor").wait_for(state="detached")
    await keys.is_on("edit")
    await keys.press("Space")
    await keys.is_on("name")
    await keys.press("Control+A")
    await keys.write("Claw hammer")
    await keys.press("Enter")
    await page.get_by_test_id("item-name").get_by_text("Claw hammer").wait_for()
    await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
    await keys.is_on("edit")
    await keep_picture(page, "keyboard-edited")


async def move_and_take_back(hass: HassProcess, page: Page, keys: Keyboard) -> None:
    """The place is typed and chosen with the arrows; one key takes the move back."""
    await keys.go_to("move", key="Shift+Tab")
    await keys.press("Enter")
    await keys.is_on("place")
    await keys.write("kitch")
    await page.get_by_role("option").first.wait_for()
    await keys.press("ArrowDown", "ArrowUp", "Enter")
    await keys.go_to("save")
    await keys.press("Enter")
    await page.get_by_test_id("item-location").get_by_text("Kitchen").wait_for()
    await page.get_by_test_id("toast").get_by_text("Moved").wait_for()
    await keys.is_on("move")
    await keep_picture(page, "keyboard-undo")
    await keys.press("Control+Z")
    await page.get_by_test_id("item-location").get_by_text("Garage").wait_for()
    await keys.is_on("move")
    await keys.go_to("archive")
    await keys.press("Enter")
    await keys.is_on("restore")
    await keys.press("Enter")
    await keys.is_on("archive")
    await hass.client.call(f"{DOMAIN}/item/get", item="Claw hammer")


async def select_some(hass: HassProcess, page: Page, keys: Keyboard) -> None:
    """Back to the list; three rows by the space bar and the arrows, moved together."""
    await page.goto("/home-inventory/items")
    await page.get_by_test_id("item-row").first.wait_for(timeout=PATIENCE)
    await keys.press("/")
    await keys.go_to("select")
    await keys.press("Enter")
    await keys.go_to("select-item")
    await keys.press("Space", "ArrowDown", "Space", "ArrowDown", "Space")
    await page.get_by_test_id("selected-count").get_by_text("3 selected").wait_for()
    await keys.go_to("bulk-move", key="Shift+Tab")
    await keys.press("Enter")
    await keys.is_on("place")
    await keys.write("shelf")
    await page.get_by_role("option").first.wait_for()
    await keys.press("Enter")
    await keys.go_to("save")
    await keys.press("Enter")
    await page.get_by_test_id("toast").get_by_text("Moved 3 items").wait_for()
    await keys.is_on("select")
    assert (await hass.client.call(f"{DOMAIN}/item/list", location="Shelf"))["total"] == 3
    await keys.press("Enter")
    await keys.go_to("select-item")
    await keys.press("Escape")
    await keys.is_on("select")


async def go_through_places(page: Page, keys: Keyboard) -> None:
    """Arrows go through the tree of places, into them and out again; Enter opens one."""
    await keys.go_to("tab-locations", key="Shift+Tab")
    await keys.press("Enter")
    await page.get_by_test_id("location-tree").wait_for()
    await keys.go_to("location-row")
    await keys.press("Home")
    assert "Garage" in (await keys.focus()).text
    await keys.press("ArrowLeft")
    await page.get_by_test_id("location-row").get_by_text("Shelf").wait_for(state="detached")
    await keys.press("ArrowRight", "ArrowRight")
    assert "Shelf" in (await keys.focus()).text
    await keys.press("End", "Home", "ArrowDown", "ArrowLeft")
    assert "Garage" in (await keys.focus()).text
    await keys.press("Enter")
    await page.get_by_test_id("location-name").get_by_text("Garage").wait_for()
    await keys.is_on("location-row")
    await keep_picture(page, "keyboard-places")


async def count_the_stock(hass: HassProcess, page: Page, keys: Keyboard) -> None:
    """Plus is pressed twice; the focus stays where it is when the list is read again."""
    await keys.go_to("tab-items", key="Shift+Tab")
    await keys.press("Enter")
    await page.get_by_test_id("page-stock").wait_for()
    await keys.go_to("page-stock")
    await keys.press("Enter")
    await page.get_by_test_id("stock-item").wait_for()
    await keys.go_to("quantity-plus")
    await keys.press("Enter")
    await page.get_by_test_id("toast").get_by_text("4").wait_for()
    await keys.is_on("quantity-plus")
    assert (await hass.client.call(f"{DOMAIN}/item/list", query="zip ties"))["items"][0]["quantity"] == 4


async def go_through_tabs(page: Page, keys: Keyboard) -> None:
    """Every tab and every page of the panel is reached and opened with the keyboard, and the focus stays on it."""
    await keys.go_to("tab-overview", key="Shift+Tab")
    await keys.press("Enter")
    await page.get_by_test_id("overview").wait_for()
    for tab in ("tab-items", "tab-locations", "tab-devices"):
        await keys.go_to(tab)
        await keys.press("Enter")
        await page.locator(f"[data-testid={tab}][aria-current=page]").wait_for()
        await keys.is_on(tab)


async def read_the_map(page: Page, keys: Keyboard) -> None:
    """The map has a list for the keyboard; what is chosen there says what it is."""
    await page.get_by_test_id("page-topology").wait_for()
    await keys.go_to("page-topology")
    await keys.press("Enter")
    await page.get_by_test_id("topology-map").wait_for(timeout=PATIENCE)
    await keys.go_to("topology-list")
    await keys.press("Enter")
    await keys.go_to("topology-row")
    await keys.press("ArrowDown", "Enter")
    await page.get_by_test_id("topology-detail").wait_for()
    await keep_picture(page, "keyboard-map")
