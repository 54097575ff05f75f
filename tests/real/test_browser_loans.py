"""Somebody lends things in the panel and gets them back, on a desk and on a phone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, becomes, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def _furnish(client: HassClient) -> str:
    """Give the home things of which some are lent; return the id of the chairs."""
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    chairs = await client.call(f"{DOMAIN}/item/add", name="Folding chair", location="Kitchen", quantity=5)
    await client.call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen")
    await client.call(
        f"{DOMAIN}/item/add", name="Coffee", location="Kitchen", quantity=0, minimum_quantity=3, unit="pack"
    )
    await client.call(f"{DOMAIN}/item/add", name="AA batteries", location="Kitchen", quantity=4, minimum_quantity=8)
    soon = (date.today() + timedelta(days=3)).isoformat()  # noqa: DTZ011
    await client.call(f"{DOMAIN}/item/add", name="Milk", location="Kitchen", quantity=2, unit="l", best_before=soon)
    long_ago = {"lent_on": "2020-01-01", "due_on": "2020-02-01"}
    await client.call(f"{DOMAIN}/item/lend", item="Cordless drill", borrower="The neighbours", **long_ago)
    return str(chairs["item"]["id"])


async def _lend(page: Page, item_id: str, borrower: str, quantity: str) -> None:
    """Lend some of an item with the dialog."""
    await page.goto(f"/home-inventory/items/{item_id}")
    await page.get_by_test_id("lend").click(timeout=PATIENCE)
    dialog = page.get_by_test_id("lend-dialog")
    await dialog.get_by_test_id("lend-borrower").fill(borrower)
    await dialog.get_by_test_id("lend-quantity").fill(quantity)
    await dialog.get_by_test_id("lend-due").fill((date.today() + timedelta(days=14)).isoformat())  # noqa: DTZ011
    await dialog.get_by_test_id("lend-note").fill("For the garden party")


async def _look_at_activity(page: Page) -> None:
    """Read the history, and try to take back what can't be: the first loan of the chairs is not as it was."""
    await page.goto("/home-inventory/activity")
    await page.get_by_test_id("activity-batch").nth(6).wait_for(timeout=PATIENCE)
    await page.get_by_test_id("activity-undo").nth(2).click()
    await page.get_by_test_id("undo-refused").wait_for(timeout=PATIENCE)
    await keep_picture(page, "activity-phone")
    assert not await barriers(page)


async def _count_up(page: Page, client: HassClient) -> None:
    """See what is used up and what is best before soon, and put some on the shelf."""
    await page.goto("/home-inventory/stock")
    await page.get_by_test_id("stock-out").wait_for(timeout=PATIENCE)
    assert await page.get_by_test_id("stock-low").get_by_test_id("stock-item").count() == 2
    assert await page.get_by_test_id("stock-soon").get_by_test_id("stock-item").count() == 1
    await keep_picture(page, f"stock-{(page.viewport_size or {}).get('width')}")
    assert not await barriers(page)
    await page.get_by_test_id("stock-low").get_by_test_id("quantity-plus").first.click()
    await page.get_by_test_id("stock-out").wait_for(state="detached", timeout=PATIENCE)

    async def left() -> float:
        quantity: float = (await client.call(f"{DOMAIN}/item/get", item="Coffee"))["item"]["quantity"]
        return quantity

    await becomes(left, 1)


async def test_things_are_lent_and_come_back(hass: HassProcess) -> None:
    client = hass.client
    chairs = await _furnish(client)
    async with open_browser() as browser:
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _lend(page, chairs, "Anna", "2")
            await keep_picture(page, "loans-dialog-desktop")
            assert not await barriers(page, "home-inventory-dialog-lend-item")
            await page.get_by_test_id("save").click()
            await page.get_by_test_id("loan").wait_for(timeout=PATIENCE)
            await page.get_by_test_id("badge-lent").nth(2).wait_for(timeout=PATIENCE)  # the rows of both, and the item
            await keep_picture(page, "loans-item-desktop")
            assert not await barriers(page)
            await page.goto("/home-inventory/items?query=lent+to+the+neighbours")
            await page.get_by_test_id("badge-overdue").first.wait_for(timeout=PATIENCE)
            await keep_picture(page, "loans-list-desktop")
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await page.goto("/home-inventory/overview")
            await page.get_by_test_id("count-overdue").wait_for(timeout=PATIENCE)
            await keep_picture(page, "loans-overview-phone")
            assert not await barriers(page)
            await _lend(page, chairs, "Ben", "1")
            await keep_picture(page, "loans-dialog-phone")
            await page.get_by_test_id("save").click()
            await page.get_by_test_id("loan").nth(1).wait_for(timeout=PATIENCE)
            await keep_picture(page, "loans-item-phone")
            assert not await barriers(page)
            await page.get_by_test_id("return").first.click()
            await page.get_by_test_id("return-dialog").get_by_test_id("return-quantity").fill("1")
            await page.get_by_test_id("save").click()
            await page.get_by_test_id("return-dialog").wait_for(state="detached", timeout=PATIENCE)
            await _look_at_activity(page)
            await _count_up(page, client)
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await page.goto("/home-inventory/activity?kind=loan")
            await page.get_by_test_id("activity-batch").nth(3).wait_for(timeout=PATIENCE)
            await keep_picture(page, "activity-desktop")
            assert not await barriers(page)
    loans = (await client.call(f"{DOMAIN}/item/get", item="Folding chair"))["item"]["loans"]
    assert [(loan["borrower"], loan["quantity"]) for loan in loans] == [("Anna", 1), ("Ben", 1)]
