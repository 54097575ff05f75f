"""Code labels: chosen, looked at, printed, and read again by a scanner."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import aiohttp
import pypdfium2
import pytest
import zxingcpp

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, PICTURES, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

DOTS_PER_MM = 8
THINGS = ("Cordless drill", "Ölkännchen", "Weihnachtsdekoration für Wohnzimmer, Flur und Treppe", "Дрель", "Lamp")


async def given_household(hass: HassProcess) -> None:
    """Furnish a home with a shelf, a box on it, and things in the box."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await client.call(f"{DOMAIN}/location/add", name="Shelf 2", parent="Kitchen")
    await client.call(f"{DOMAIN}/location/add", name="Box 7", parent="Shelf 2", kind="box")
    for name in THINGS:
        await client.call(f"{DOMAIN}/item/add", name=name, location="Box 7")


async def from_the_place(page: Page, hass: HassProcess) -> None:
    """The page of a place shows its code, and leads to its label."""
    box = (await hass.client.call(f"{DOMAIN}/location/get", location="Box 7"))["location"]
    await page.goto(f"/home-inventory/locations/{box['id']}")
    await page.get_by_test_id("qr").wait_for(timeout=PATIENCE)
    assert await page.get_by_test_id("code-letters").inner_text() == box["code"]
    await keep_picture(page, "code-card")
    await page.get_by_test_id("print-label").click()
    await page.get_by_test_id("label-drawing").wait_for(timeout=PATIENCE)
    assert f"locations={box['id']}" in page.url


async def with_everything_inside(page: Page) -> None:
    """The box and all that is in it, on a part-used sheet: a tap says where it begins."""
    await page.get_by_test_id("place").fill("Box 7")
    await page.get_by_test_id("place").press("Enter")
    await page.get_by_test_id("labels-count").filter(has_text="6 labels").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("label-cell").nth(4).click()
    await page.get_by_test_id("label-page").locator(".used").nth(3).wait_for(timeout=PATIENCE)
    assert "start=5" in page.url
    await page.reload()
    await page.get_by_test_id("label-drawing").nth(5).wait_for(timeout=PATIENCE)
    assert await page.get_by_test_id("start").input_value() == "5"


async def printed(page: Page, name: str) -> list[zxingcpp.Barcode]:
    """Open the PDF through its link; keep a picture of it and return the codes on it, row by row."""
    async with page.context.expect_page() as opened:
        await page.get_by_test_id("print").click()
    await (await opened.value).close()
    path = await page.get_by_test_id("pdf-link").get_attribute("href")
    async with aiohttp.ClientSession() as session, session.get(page.url.partition("/home-inv")[0] + str(path)) as got:
        assert got.content_type == "application/pdf"
        document = pypdfium2.PdfDocument(io.BytesIO(await got.read()))
    picture = document[0].render(scale=DOTS_PER_MM * 25.4 / 72).to_pil()
    PICTURES.mkdir(exist_ok=True)
    picture.save(PICTURES / f"{name}.png")
    found = zxingcpp.read_barcodes(picture.convert("L"))
    return sorted(found, key=lambda code: (code.position.top_left.y // 100, code.position.top_left.x))


async def test_labels_are_printed_and_read_again(hass: HassProcess) -> None:
    await given_household(hass)
    box = (await hass.client.call(f"{DOMAIN}/location/get", location="Box 7"))["location"]
    inside = (await hass.client.call(f"{DOMAIN}/item/list", location="Box 7"))["items"]
    async with open_browser() as browser:
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await from_the_place(page, hass)
            await with_everything_inside(page)
            await keep_picture(page, "labels-desktop")
            assert not await barriers(page)
            found = await printed(page, "labels-pdf")
            assert [code.text.rpartition("/code/")[2] for code in found] == [
                box["code"],
                *(item["code"] for item in inside),
            ]
            left, top = found[0].position.top_left.x / DOTS_PER_MM, found[0].position.top_left.y / DOTS_PER_MM
            # The fifth label of an L7160: second row, second column.
            assert 7.21 + 66.04 < left < 7.21 + 66.04 + 8
            assert 15.15 + 38.1 < top < 15.15 + 38.1 + 12
        async with open_window(hass, size=PHONE, dark=True, browser=browser) as page:
            await page.goto(f"/home-inventory/labels?items={','.join(item['id'] for item in inside)}")
            await page.get_by_test_id("layout").select_option("niimbot_50x30", timeout=PATIENCE)
            await page.get_by_test_id("labels-count").filter(has_text="5 pages").wait_for(timeout=PATIENCE)
            await keep_picture(page, "labels-phone")
            await page.get_by_test_id("label-page").scroll_into_view_if_needed()
            await keep_picture(page, "labels-phone-preview")
            assert not await barriers(page)
            await page.reload()
            await page.get_by_test_id("labels-count").filter(has_text="5 pages").wait_for(timeout=PATIENCE)
            assert await page.get_by_test_id("layout").input_value() == "niimbot_50x30"
            assert [code.text[-4:] for code in await printed(page, "labels-niimbot")] == [inside[0]["code"]]
