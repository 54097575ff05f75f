"""The list of items as people use it: as a table, a list and tiles, filtered, and changed many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from .brake import Brake
from .browser import PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window, stands_still

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
SCREWS = 230
UPPERMOST = """(list) => {
    const above = list.getRootNode().host.scroller.getBoundingClientRect().top;
    const entry = [...list.querySelectorAll("[data-index]")].find((one) => one.getBoundingClientRect().bottom > above);
    return [Number(entry.dataset.index), entry.getBoundingClientRect().top - above];
}"""
"""Which entry is uppermost in the list, and how far below its upper edge it begins."""


async def furnish(hass: HassProcess) -> None:
    """Fill a garage with a lot of screws, and have a drill and an attic."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    for name in ("Garage", "Attic"):
        await call(f"{DOMAIN}/location/add", name=name, kind="room")
    for number in range(SCREWS):
        more = (
            {"categories": [f"Hardware / Screws {number % 3}"], "purchase_price": number % 7 + 0.5}
            if number % 2
            else {}
        )
        await call(f"{DOMAIN}/item/add", name=f"Screw {number:03}", location="Garage", quantity=number % 9 + 1, **more)
    await call(
        f"{DOMAIN}/item/add",
        name="Cordless drill",
        location="Attic",
        manufacturer="Makita",
        model="DDF484",
        warranty_until="2026-12-10",
        categories=["Tools"],
        minimum_quantity=2,
    )


async def count_in(hass: HassProcess, place: str) -> int:
    """Return how many items are at a place."""
    return (await hass.client.call(f"{DOMAIN}/item/list", location=place, limit=1))["total"]


async def scroll_to_the_end(page: Page) -> int:
    """Scroll as a wheel does; return in how many frames a place where an entry belongs was empty.

    What is drawn already, in sight or beyond, is waited for before each step, however long Home Assistant takes to answer.
    """
    return await page.evaluate(
        """async () => {
            const panel = document.querySelector("home-assistant").shadowRoot
                .querySelector("home-assistant-main").shadowRoot.querySelector("home-inventory-panel")
                ?? [...function* find(root) {
                    for (const one of root.querySelectorAll("*")) {
                        if (one.localName === "home-inventory-panel") yield one;
                        if (one.shadowRoot) yield* find(one.shadowRoot);
                    }
                }(document)][0];
            const list = panel.shadowRoot.querySelector("home-inventory-items-view").shadowRoot
                .querySelector("home-inventory-item-list");
            const rows = list.shadowRoot.querySelector("home-inventory-result-window").shadowRoot;
            const pane = list.parentElement;
            const isThere = (y) => [...rows.querySelectorAll("[data-index]")].some((row) => {
                const box = row.getBoundingClientRect();
                return box.top - 16 <= y && box.bottom + 16 >= y && !row.querySelector(".bone");
            });
            const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            let empty = 0;
            while (list.reading) await frame();
            while (pane.scrollTop + pane.clientHeight < pane.scrollHeight - 1) {
                while (rows.querySelector(".bone")) await frame();
                const before = pane.scrollTop;
                pane.scrollTop += 240;
                await frame();
                const { top, bottom } = pane.getBoundingClientRect();
                empty += isThere((top + bottom) / 2) ? 0 : 1;
                if (pane.scrollTop === before) break;
            }
            return empty;
        }"""
    )


async def test_a_long_list_is_shown_as_one_likes(hass: HassProcess) -> None:
    """A table with columns of one's own, tiles and a list, each to the end; what was chosen is there after a reload."""
    await furnish(hass)
    async with open_browser() as browser, open_window(hass, browser=browser) as page:
        await page.goto(f"/{DOMAIN.replace('_', '-')}/items")
        await page.get_by_test_id("item-row").first.wait_for(timeout=PATIENCE)
        await keep_picture(page, "items-list")

        await page.get_by_test_id("layout-table").click()
        await page.get_by_test_id("table-row").first.wait_for()
        assert "view=table" in page.url
        await keep_picture(page, "items-table")
        await page.get_by_test_id("columns").click()
        await page.get_by_test_id("column-manufacturer").check()
        await page.get_by_test_id("column-purchase_price").check()
        await page.get_by_test_id("save").click()
        await page.get_by_test_id("sort-purchase_price").click()
        await page.get_by_role("columnheader", name="Price for one").wait_for()
        price = page.get_by_role("columnheader", name="Price for one")
        assert await price.get_attribute("aria-sort") == "descending"
        await page.reload()
        await page.get_by_role("columnheader", name="Manufacturer").wait_for(timeout=PATIENCE)
        assert "sort=value" in page.url
        await page.get_by_test_id("sort-purchase_price").click()
        assert await price.get_attribute("aria-sort") == "ascending"
        await keep_picture(page, "items-table-columns")
        assert not await barriers(page)
        await page.get_by_test_id("sort-name").click()

        gaps = await scroll_to_the_end(page)
        assert gaps == 0
        await page.get_by_text("Screw 229").wait_for()
        await page.get_by_text("Screw 226", exact=True).click()
        await page.get_by_test_id("item-name").wait_for()
        await keep_picture(page, "items-from-table")
        await page.get_by_test_id("back-to-list").click()
        await page.get_by_text("Screw 229").wait_for()

        await page.get_by_test_id("layout-grid").click()
        await page.get_by_test_id("item-tile").first.wait_for()
        assert await scroll_to_the_end(page) == 0
        await page.get_by_test_id("item-tile").get_by_text("Screw 229").wait_for()
        await page.goto("/home-inventory/items")
        await page.get_by_test_id("item-tile").first.wait_for(timeout=PATIENCE)
        assert "view=grid" in page.url or await page.get_by_test_id("item-tile").count()
        await keep_picture(page, "items-grid")
        assert not await barriers(page)
        await page.get_by_test_id("layout-list").click()
        await page.locator("[data-testid=layout-list][aria-pressed=true]").wait_for()
        await page.get_by_test_id("item-row").first.wait_for()
        assert await scroll_to_the_end(page) == 0
    await on_a_phone(hass)


async def on_a_phone(hass: HassProcess) -> None:
    """A table that somebody has sent is a list there; a finger that stays on an entry selects it."""
    async with open_browser() as browser, open_window(hass, browser=browser, size=PHONE, dark=True) as page:
        await page.goto("/home-inventory/items?view=table")
        await page.get_by_test_id("item-row").first.wait_for(timeout=PATIENCE)
        await page.get_by_test_id("layout-grid").click()
        await page.get_by_test_id("item-tile").first.wait_for()
        await keep_picture(page, "items-phone-grid")
        assert not await barriers(page)
        await page.get_by_test_id("layout-list").click()
        row = page.get_by_test_id("item-row").nth(2)
        await row.dispatch_event("pointerdown", {"pointerType": "touch", "clientX": 50, "clientY": 300})
        await page.get_by_test_id("selected-count").get_by_text("1 selected").wait_for()
        await keep_picture(page, "items-phone-selecting")
        assert not await barriers(page)


async def test_what_is_answered_late_pushes_nothing(hass: HassProcess) -> None:
    """Who has scrolled on to what was not read yet stays there when it comes, though rows turn out higher than guessed."""
    await furnish(hass)
    async with open_browser() as browser, open_window(hass, browser=browser, size=PHONE) as page:
        brake = await Brake.on(page)
        await page.goto("/home-inventory/items")
        await page.get_by_test_id("item-row").first.wait_for()
        brake.pull()
        pane = page.locator("home-inventory-items-view .pane.list")
        await pane.evaluate("pane => { pane.scrollTop = 11000; }")
        await page.locator(".bone").nth(5).wait_for()

        async def uppermost() -> tuple[int, float]:
            index, below = await page.get_by_test_id("item-list").evaluate(UPPERMOST)
            return index, round(below)

        before = await stands_still(uppermost)
        brake.let_go()
        await expect(page.locator(".bone")).to_have_count(0)
        assert await stands_still(uppermost) == before


async def test_many_things_are_changed_at_once(hass: HassProcess) -> None:
    """Two hundred are moved and moved back, a filter is kept, and what refuses says why."""
    await furnish(hass)
    async with open_browser() as browser, open_window(hass, browser=browser, dark=True) as page:
        await page.goto("/home-inventory/items?view=table&query=")
        await page.get_by_test_id("table-row").first.wait_for(timeout=PATIENCE)
        await page.get_by_test_id("select").click()
        boxes = page.get_by_test_id("select-item")
        await boxes.nth(2).click()
        await boxes.nth(6).click(modifiers=["Shift"])
        await page.get_by_test_id("selected-count").get_by_text("5 selected").wait_for()
        await keep_picture(page, "items-selecting")
        assert not await barriers(page)

        await boxes.nth(1).click()
        await scroll_to_the_end(page)
        await page.get_by_label("Select Screw 199").click(modifiers=["Shift"])
        await page.get_by_test_id("selected-count").get_by_text("200 selected").wait_for()
        await page.get_by_test_id("bulk-move").click()
        await page.get_by_test_id("place").fill("Attic")
        await page.get_by_role("option").first.click()
        await keep_picture(page, "items-bulk-move")
        await page.get_by_test_id("save").click()
        await page.get_by_text("Moved 200 items to Attic").wait_for()
        assert await count_in(hass, "Attic") == 201
        await page.get_by_test_id("undo").click()
        await page.get_by_text("Undone").wait_for(timeout=PATIENCE)
        assert (await count_in(hass, "Garage"), await count_in(hass, "Attic")) == (SCREWS, 1)

        await refuse_some(hass, page)
        await keep_a_filter(page)


async def refuse_some(hass: HassProcess, page: Page) -> None:
    """A box for five takes five, if the others may stay where they are."""
    await hass.client.call(f"{DOMAIN}/location/add", name="Small box", kind="box", capacity=5)
    await page.get_by_test_id("select").click()
    await page.get_by_test_id("select-all").click()
    await page.get_by_test_id("selected-count").get_by_text("231 selected").wait_for()
    await page.get_by_test_id("bulk-move").click()
    await page.get_by_test_id("place").fill("Small box")
    await page.get_by_role("option").first.click()
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("refused").wait_for()
    await keep_picture(page, "items-refused")
    assert not await barriers(page, "home-inventory-dialog-bulk-refused")
    assert await count_in(hass, "Small box") == 0
    await page.get_by_test_id("save").click()
    await page.get_by_text("Moved 5 items to Small box").wait_for()
    assert await count_in(hass, "Small box") == 5


async def keep_a_filter(page: Page) -> None:
    """What was narrowed and named is a chip after a reload, is renamed, and deleted."""
    await page.goto("/home-inventory/items?low_stock=1")
    await page.get_by_test_id("save-filter").click(timeout=PATIENCE)
    await page.get_by_test_id("name").fill("To buy")
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("saved-filter").wait_for()
    await page.goto("/home-inventory/items")
    await page.get_by_test_id("saved-filter").click(timeout=PATIENCE)
    await page.get_by_test_id("total").get_by_text("1 item", exact=True).wait_for()
    assert "low_stock=1" in page.url
    await page.get_by_test_id("edit-filters").click()
    await keep_picture(page, "items-saved-filter")
    await page.get_by_test_id("rename-filter").click()
    await page.get_by_test_id("name").fill("Shopping")
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("saved-filter").get_by_text("Shopping").wait_for()
    await page.get_by_test_id("delete-filter").click()
    await page.get_by_test_id("saved-filter").wait_for(state="detached")
