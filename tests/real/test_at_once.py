"""What somebody changes is shown at once, however slow Home Assistant is, and taken back with a word where it is refused."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from .browser import PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page, WebSocketRoute

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
WRITES = tuple(
    f"{DOMAIN}/{verb}"
    for verb in (
        "item/update",
        "item/move",
        "item/remove",
        "item/restore",
        "items/move",
        "location/update",
        "location/move",
        "category/update",
    )
)
SECONDS = 1.5


async def slow_down(page: Page) -> None:
    """Let every write of a window wait on its way to Home Assistant."""

    workers: list[asyncio.Task[None]] = []  # the loop alone would forget them

    def connect(window: WebSocketRoute) -> None:
        server = window.connect_to_server()
        said: asyncio.Queue[str | bytes] = asyncio.Queue()  # Home Assistant wants them in the order of their numbers

        async def pass_on() -> None:
            while True:
                message = await said.get()
                commands = json.loads(message)
                commands = commands if isinstance(commands, list) else [commands]
                await asyncio.sleep(SECONDS * any(command.get("type") in WRITES for command in commands))
                server.send(message)

        workers.append(asyncio.ensure_future(pass_on()))
        window.on_message(said.put_nowait)

    await page.route_web_socket("**/api/websocket", connect)


async def test_a_slow_home_feels_fast(hass: HassProcess) -> None:
    """Rename, move, archive and hang elsewhere are seen before they are known, and none of it twice."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    await call(f"{DOMAIN}/location/add", name="Garage", kind="room")
    await call(f"{DOMAIN}/location/add", name="Full box", kind="box", capacity=1)
    await call(f"{DOMAIN}/item/add", name="Bolt", location="Full box")
    drill = (await call(f"{DOMAIN}/item/add", name="Drill", location="Garage", categories=["Tools"]))["item"]["id"]

    async def known() -> Any:
        return (await call(f"{DOMAIN}/item/get", item=drill))["item"]

    async with open_browser() as browser, open_window(hass, browser=browser, size=PHONE, dark=True) as page:
        await slow_down(page)
        await page.goto(f"/home-inventory/items/{drill}")
        await page.get_by_test_id("edit").click(timeout=PATIENCE)
        await page.get_by_test_id("name").fill("Makita drill")
        await page.get_by_test_id("save").click()
        await page.get_by_test_id("item-name").get_by_text("Makita drill").wait_for(timeout=SECONDS * 900)
        assert (await known())["name"] == "Drill"
        assert not await page.get_by_test_id("item-editor").is_visible()
        await keep_picture(page, "at-once-renamed")
        await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
        assert (await known())["name"] == "Makita drill"

        await move_where_nothing_fits(page)
        assert "Full box" not in str((await known())["locations"])

        await page.get_by_test_id("archive").click()
        await page.get_by_test_id("restore").wait_for(timeout=SECONDS * 900)
        assert not (await known())["archived"]
        await page.get_by_test_id("toast").get_by_text("Archived").wait_for()
        await page.get_by_test_id("restore").click()
        await page.get_by_test_id("archive").wait_for(timeout=SECONDS * 900)
        assert (await known())["archived"]
        await page.get_by_test_id("toast").get_by_text("Restored").wait_for()
        await rename_a_place(hass, page)
        await rename_a_category(page)


async def move_where_nothing_fits(page: Page) -> None:
    """It is shown in the box, and is back with the reason in the dialog when the box turns out to be full."""
    await page.get_by_test_id("move").click()
    await page.get_by_test_id("place").fill("Full box")
    await page.get_by_role("option").first.click()
    await page.get_by_test_id("save").click()
    place = page.get_by_test_id("item-location")
    await place.get_by_text("Full box").wait_for(timeout=SECONDS * 900)
    await keep_picture(page, "at-once-moved")
    await page.get_by_test_id("error").get_by_text("Full box").wait_for()
    await keep_picture(page, "at-once-refused")
    assert await page.get_by_test_id("place").input_value() != ""
    await place.get_by_text("Garage").wait_for()
    await page.get_by_test_id("cancel").click()
    await page.get_by_test_id("move-dialog").wait_for(state="detached")


async def rename_a_place(hass: HassProcess, page: Page) -> None:
    """The page of a place and the tree have the new name before Home Assistant has."""
    garage = (await hass.client.call(f"{DOMAIN}/location/get", location="Garage"))["location"]["id"]
    await page.goto(f"/home-inventory/locations/{garage}")
    await page.get_by_test_id("edit").click(timeout=PATIENCE)
    await page.get_by_test_id("name").fill("Workshop")
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("location-name").get_by_text("Workshop").wait_for(timeout=SECONDS * 900)
    await page.get_by_test_id("back").click()
    await page.get_by_test_id("location-row").get_by_text("Workshop").wait_for(timeout=SECONDS * 900)
    await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
    assert (await hass.client.call(f"{DOMAIN}/location/get", location=garage))["location"]["name"] == "Workshop"


async def rename_a_category(page: Page) -> None:
    """And the list of categories."""
    await page.goto("/home-inventory/settings")
    await page.get_by_test_id("edit-category").first.click(timeout=PATIENCE)
    await page.get_by_test_id("name").fill("Machines")
    await page.get_by_test_id("save").click()
    await page.get_by_test_id("category-row").get_by_text("Machines").wait_for(timeout=SECONDS * 900)
    await page.get_by_test_id("toast").get_by_text("Saved").wait_for()
    await page.get_by_test_id("category-row").get_by_text("Machines").wait_for()
