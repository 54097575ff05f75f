"""Labels and barcodes: scanned with a camera, typed, and used to put things away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .browser import DESKTOP, PHONE, chromium, open_browser
from .fake_camera import show_label
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

BARCODE = "4006381333931"
THINGS = ("Hammer", "Pliers", "Saw", "File", "Chisel")


async def given_household(hass: HassProcess) -> str:
    """Furnish a home with tools, a box and a box with slots; return the code of the drill."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    add = f"{DOMAIN}/location/add"
    for values in (
        {"name": "Shelf", "parent": "Kitchen"},
        {"name": "Toolbox", "parent": "Kitchen", "kind": "box"},
        {"name": "Screw box", "parent": "Shelf", "kind": "box"},
        *({"name": str(number), "parent": "Screw box", "kind": "slot"} for number in range(1, 7)),
    ):
        await client.call(add, **values)
    for name in (*THINGS, "Screws", "Nails"):
        await client.call(f"{DOMAIN}/item/add", name=name, location="Kitchen")
    await client.call(f"{DOMAIN}/item/add", name="Glue", location="Kitchen", quantity=3)
    await client.call(f"{DOMAIN}/item/move", item="Glue", to="Shelf", quantity=1, **{"from": "Kitchen"})
    drill = await client.call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen")
    return str(drill["item"]["code"])


async def enter(page: Page, text: str) -> None:
    """Type a code and send it off."""
    await page.get_by_test_id("code-input").fill(text)
    await page.get_by_test_id("code-input").press("Enter")


async def put_in(page: Page, text: str, answer: str) -> None:
    """Type a thing and wait for what is said."""
    await enter(page, text)
    await page.get_by_test_id("put-away-message").filter(has_text=answer).wait_for(timeout=PATIENCE)


async def scan_with_the_camera(page: Page, code: str) -> None:
    """The label in front of the camera opens its item; going back leads to the camera again."""
    await page.goto("/home-inventory/items")
    await page.get_by_test_id("scan-button").click(timeout=PATIENCE)
    await page.get_by_test_id("camera").wait_for(timeout=PATIENCE)
    await keep_picture(page, "scan-phone")
    await page.get_by_test_id("item-name").wait_for(timeout=PATIENCE)
    assert await page.get_by_test_id("item-code").inner_text() == code
    await page.go_back()
    await page.get_by_test_id("camera").wait_for(timeout=PATIENCE)


async def type_a_barcode(page: Page) -> None:
    """Nobody knows it yet: it is given to an item, and opens that from then on."""
    await page.get_by_test_id("camera-switch").click()
    await enter(page, BARCODE)
    await page.get_by_test_id("barcode-offer").wait_for(timeout=PATIENCE)
    assert f"text={BARCODE}" in page.url
    await page.reload()
    await page.get_by_test_id("barcode-choose").click(timeout=PATIENCE)
    await page.get_by_test_id("barcode-item").fill("hammer")
    await page.get_by_test_id("barcode-give").filter(has_text="Hammer").first.wait_for(timeout=PATIENCE)
    await keep_picture(page, "scan-barcode-phone")
    assert not await barriers(page)
    await page.get_by_test_id("barcode-give").filter(has_text="Hammer").first.click()
    await page.get_by_test_id("toast").wait_for(timeout=PATIENCE)
    await enter(page, BARCODE)
    await page.get_by_test_id("item-name").filter(has_text="Hammer").wait_for(timeout=PATIENCE)
    await page.goto("/home-inventory/scan")
    await enter(page, "Moon rock")
    await page.get_by_test_id("unknown").get_by_test_id("search-instead").wait_for(timeout=PATIENCE)
    await keep_picture(page, "scan-unknown-phone")


async def put_away(page: Page, hass: HassProcess) -> None:
    """Five things by typing and one by camera; all is taken back at once."""
    await page.goto("/home-inventory/put-away")
    await page.get_by_test_id("put-away").wait_for(timeout=PATIENCE)
    await put_in(page, "Hammer", "Choose the place first")
    await put_in(page, "toolbox", "Toolbox")
    for name in THINGS:
        await put_in(page, name, f"{name} is in Toolbox now")
    await page.get_by_test_id("camera-switch").click()
    entries = page.get_by_test_id("put-away-entry")
    await entries.filter(has_text="Cordless drill").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("camera-switch").click()
    await put_in(page, "glue", "")
    await page.get_by_test_id("choose-part").filter(has_text="Shelf").click(timeout=PATIENCE)
    await entries.filter(has_text="Glue").wait_for(timeout=PATIENCE)
    await page.reload()
    await entries.nth(6).wait_for(timeout=PATIENCE)
    await keep_picture(page, "put-away")
    assert not await barriers(page)
    inside = await hass.client.call(f"{DOMAIN}/item/list", location="Toolbox")
    assert {item["name"] for item in inside["items"]} == {*THINGS, "Cordless drill", "Glue"}
    await entries.filter(has_text="Saw").get_by_test_id("undo-one").click()
    await page.get_by_test_id("put-away-message").filter(has_text="1 thing is back").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("undo-all").click()
    await page.get_by_test_id("put-away-message").filter(has_text="6 things are back").wait_for(timeout=PATIENCE)
    assert (await hass.client.call(f"{DOMAIN}/item/list", location="Toolbox"))["total"] == 0


async def fill_slots(page: Page, hass: HassProcess) -> None:
    """What goes into a box with slots goes into one after the other, or into that which is chosen."""
    await put_in(page, "Screw box", "slot 1")
    await put_in(page, "Screws", "Screws is in Screw box, slot 1 now")
    await put_in(page, "5", "slot 5")
    await put_in(page, "Nails", "Nails is in Screw box, slot 5 now")
    await keep_picture(page, "put-away-slots")
    assert not await barriers(page)
    nails = (await hass.client.call(f"{DOMAIN}/item/get", item="Nails"))["item"]
    assert nails["locations"][0]["path"] == "Home / Kitchen / Shelf / Screw box / 5"


async def what_nothing_is_called(page: Page, hass: HassProcess) -> None:
    """Words find what may be meant; what is new is added right there."""
    await put_in(page, "toolbox", "Toolbox")
    await put_in(page, "drill", "Nothing here is known as “drill”")
    await page.get_by_test_id("choose-item").filter(has_text="Cordless drill").wait_for(timeout=PATIENCE)
    await keep_picture(page, "put-away-unknown")
    assert not await barriers(page)
    await page.get_by_test_id("choose-item").filter(has_text="Cordless drill").click()
    await page.get_by_test_id("put-away-message").filter(has_text="Cordless drill is in Toolbox").wait_for()
    await put_in(page, "Spirit level", "Nothing here is known as “Spirit level”")
    await page.get_by_test_id("put-away-add").click()
    await page.get_by_test_id("put-away-message").filter(has_text="Spirit level is in Toolbox now").wait_for()
    assert (await hass.client.call(f"{DOMAIN}/item/list", location="Toolbox"))["total"] == 2


async def test_labels_are_scanned_and_things_put_away(hass: HassProcess, tmp_path: Path) -> None:
    code = await given_household(hass)
    camera = show_label(tmp_path / "camera.y4m", f"https://an.old.address/home-inventory/code/{code}")
    async with open_browser(*camera) as browser:
        async with open_window(hass, size=PHONE, browser=browser) as page:
            await scan_with_the_camera(page, code)
            await type_a_barcode(page)
            await page.goto(f"/home-inventory/code/{code.lower()}")
            await page.wait_for_url(re.compile("/home-inventory/items/"), timeout=PATIENCE)
            await page.get_by_test_id("item-name").filter(has_text="Cordless drill").wait_for(timeout=PATIENCE)
        async with open_window(hass, size=DESKTOP, dark=True, browser=browser) as page:
            await page.add_init_script("localStorage.setItem('home_inventory_without_camera', 'true')")
            await put_away(page, hass)
            await fill_slots(page, hass)
            await what_nothing_is_called(page, hass)
