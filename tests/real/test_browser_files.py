"""Somebody keeps photos and papers with their things, on a phone and on a desk, and sees them in both windows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.pictures import a_pdf

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .photos import phone_photo
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import FilePayload, Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

FILES = "/api/home_inventory/files"


async def _furnish(client: HassClient) -> str:
    """Give the home a few things; return the id of the drill."""
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    drill = await client.call(f"{DOMAIN}/item/add", name="Cordless drill", location="Kitchen")
    await client.call(f"{DOMAIN}/item/add", name="Folding chair", location="Kitchen", quantity=5)
    return str(drill["item"]["id"])


async def _add_files(page: Page) -> None:
    """Take a photo with the phone, give papers, and a link."""
    await page.get_by_test_id("add-photo").set_input_files([phone_photo("steelblue")], timeout=PATIENCE)
    await page.get_by_test_id("item-photo").wait_for(timeout=PATIENCE)
    paper: FilePayload = {"name": "Receipt of 2026.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    page_of_a_stranger: FilePayload = {
        "name": "trap.svg",
        "mimeType": "image/svg+xml",
        "buffer": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    }
    await page.get_by_test_id("add-files").set_input_files(
        [paper, page_of_a_stranger, phone_photo("tomato", "Back.jpg")]
    )
    await page.get_by_test_id("attachment").nth(3).wait_for(timeout=PATIENCE)
    await page.get_by_test_id("add-link").click()
    dialog = page.get_by_test_id("attachment-dialog")
    await dialog.get_by_test_id("attachment-url").fill("https://example.com/drill/parts")
    await dialog.get_by_test_id("attachment-title").fill("Spare parts")
    await keep_picture(page, "files-link-phone")
    assert not await barriers(page, "home-inventory-dialog-attachment")
    await dialog.get_by_test_id("save").click()
    await page.get_by_test_id("attachment").nth(4).wait_for(timeout=PATIENCE)


async def _looks_good(page: Page, name: str) -> None:
    """Wait for the pictures, keep one of the page, and look for barriers."""
    await page.wait_for_function(
        """() => {
            const seen = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
                [each, ...(each.shadowRoot ? seen(each.shadowRoot) : [])]);
            const photos = seen(document).filter((each) => each.localName === "home-inventory-photo");
            const drawn = photos.filter((each) => each.shadowRoot.querySelector("img")?.naturalWidth);
            return drawn.length > 0;
        }""",
        timeout=PATIENCE,
    )
    await keep_picture(page, name)
    assert not await barriers(page)


async def _drop(page: Page, photo: FilePayload) -> None:
    """Drop a file on the page of the item."""
    await page.evaluate(
        """async ([selector, bytes]) => {
            const seen = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
                [each, ...(each.shadowRoot ? seen(each.shadowRoot) : [])]);
            const target = seen(document).find((each) => each.localName === selector);
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "Label.jpg", { type: "image/jpeg" }));
            for (const type of ["dragenter", "dragover", "drop"])
                target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        ["home-inventory-item-detail", list(photo["buffer"])],
    )


async def _order_and_remove(page: Page, client: HassClient) -> None:
    """Make another photo the picture, call the receipt what it is, remove the trap, and take that back."""
    back = page.get_by_test_id("attachment").filter(has_text="Back")
    await back.get_by_test_id("attachment-edit").click()
    await page.get_by_test_id("attachment-first").check()
    await keep_picture(page, "files-edit-desktop")
    assert not await barriers(page, "home-inventory-dialog-attachment")
    await page.get_by_test_id("save").click()
    await (
        page.get_by_test_id("attachment").filter(has_text="Back").filter(has_text="picture").wait_for(timeout=PATIENCE)
    )
    receipt = page.get_by_test_id("attachment").filter(has_text="Receipt of 2026")
    await receipt.get_by_test_id("attachment-edit").click()
    await page.get_by_test_id("attachment-kind").select_option("receipt")
    await page.get_by_test_id("save").click()
    await page.locator("[data-testid=attachment][data-kind=receipt]").wait_for(timeout=PATIENCE)
    trap = page.get_by_test_id("attachment").filter(has_text="trap")
    await trap.get_by_test_id("attachment-remove").click()
    await trap.wait_for(state="detached", timeout=PATIENCE)
    await page.get_by_test_id("toast").get_by_test_id("undo").click()
    await trap.wait_for(timeout=PATIENCE)
    found = (await client.call(f"{DOMAIN}/item/get", item="Cordless drill"))["attachments"]
    assert [(one["kind"], one["title"]) for one in found][:2] == [("photo", "Back"), ("photo", "")]
    assert {one["media_type"] for one in found if one["title"] == "trap"} == {"text/plain"}


async def _see_originals(page: Page, client: HassClient) -> None:
    """What was sent is smaller than what was taken and upright, and the PDF opens in a window of its own."""
    found = (await client.call(f"{DOMAIN}/item/get", item="Cordless drill"))["attachments"]
    photo = next(one for one in found if one["title"] == "Back")
    signed = await client.call("auth/sign_path", path=f"{FILES}/{photo['id']}")
    sent = await page.request.get(signed["path"])
    with Image.open(io.BytesIO(await sent.body())) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (1536, 2048), {})
    async with page.expect_popup(timeout=PATIENCE) as opened:
        await page.get_by_test_id("item-photo").first.click()
    window = await opened.value
    await window.wait_for_url(f"**{FILES}/{photo['id']}*", timeout=PATIENCE)
    await keep_picture(window, "files-original-desktop")
    await window.close()


async def test_photos_and_papers_are_kept_with_things(hass: HassProcess) -> None:
    client = hass.client
    drill = await _furnish(client)
    async with (
        open_browser() as browser,
        open_window(hass, size=PHONE, dark=True, browser=browser) as phone,
        open_window(hass, size=DESKTOP, browser=browser) as desk,
    ):
        await desk.goto(f"/home-inventory/items/{drill}")
        await phone.goto(f"/home-inventory/items/{drill}")
        await _add_files(phone)
        await phone.get_by_test_id("item-photo").first.scroll_into_view_if_needed()
        await _looks_good(phone, "files-item-phone")
        await desk.get_by_test_id("attachment").nth(4).wait_for(timeout=PATIENCE)  # live, in the other window
        await _order_and_remove(desk, client)
        await _drop(desk, phone_photo("seagreen"))
        await desk.get_by_test_id("attachment").nth(5).wait_for(timeout=PATIENCE)
        await keep_picture(desk, "files-list-desktop")
        await desk.get_by_test_id("item-photo").first.scroll_into_view_if_needed()
        await _looks_good(desk, "files-item-desktop")
        await phone.get_by_test_id("attachment").nth(5).wait_for(timeout=PATIENCE)
        await phone.get_by_test_id("attachment").nth(5).scroll_into_view_if_needed()
        await keep_picture(phone, "files-list-phone")
        await _see_originals(desk, client)
        await phone.goto("/home-inventory/items")
        await _looks_good(phone, "files-rows-phone")
        await desk.goto("/home-inventory/items")
        await _looks_good(desk, "files-rows-desktop")
        await desk.get_by_test_id("layout-grid").click(timeout=PATIENCE)
        await _looks_good(desk, "files-tiles-desktop")
