"""Places in a real browser: dragged into each other, items dragged onto them, and a box with its slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .brake import Brake
from .browser import PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def _furnish(client: HassClient) -> str:
    """Set up a garage with a shelf and a box on it, and an attic; return the id of the box."""
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    for name, parent in (("Attic", "Home"), ("Garage", "Home"), ("Shelf", "Garage")):
        await client.call(f"{DOMAIN}/location/add", name=name, parent=parent)
    box = await client.call(f"{DOMAIN}/location/add", name="Sorting box", parent="Shelf", kind="box", capacity=12)
    for name, place in (("Drill", "Garage"), ("Screws", "Sorting box"), ("Nails", "Sorting box")):
        await client.call(f"{DOMAIN}/item/add", name=name, location=place, quantity=40)
    return str(box["location"]["id"])


def _row(page: Page, name: str) -> Locator:
    """Return the row of a place in the tree."""
    return page.get_by_test_id("location-row").filter(has_text=name).first


async def _middle(of: Locator) -> tuple[float, float]:
    box = await of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def _drag(page: Page, what: Locator, to: Locator, picture: str | None = None) -> None:
    """Drag something with the mouse, once it stands still and nothing covers it."""
    await what.hover()
    await page.mouse.down()
    await page.mouse.move(*await _middle(to), steps=8)
    await page.locator("home-inventory-drag-ghost").wait_for(state="attached")
    if picture:
        await keep_picture(page, picture)
    await page.mouse.up()


async def _path(client: HassClient, place: str) -> str:
    return str((await client.call(f"{DOMAIN}/location/get", location=place))["location"]["path"])


async def _at(client: HassClient, item: str) -> list[str]:
    found = await client.call(f"{DOMAIN}/item/get", item=item)
    return [entry["path"] for entry in found["item"]["locations"]]


async def test_places_and_items_are_dragged_where_they_belong(hass: HassProcess) -> None:
    """With the mouse, refused with a reason, taken back; a box with slots; and with a finger."""
    box = await _furnish(hass.client)
    async with open_browser() as browser:
        async with open_window(hass, browser=browser) as page:
            brake = await Brake.on(page)
            await page.goto("/home-inventory/locations")
            await _move_places(page, hass.client)
            await _number_slots(page, hass.client, box, brake)
            assert not await barriers(page)
            await page.emulate_media(color_scheme="dark")
            await keep_picture(page, "places-slots-dark")
            assert not await barriers(page)
        async with open_window(hass, size=PHONE, browser=browser) as page:
            await _with_a_finger(page, hass.client)


async def _move_places(page: Page, client: HassClient) -> None:
    """A closed place opens for whoever waits over it; nothing goes into itself; what was done can be undone."""
    await _row(page, "Garage").wait_for(timeout=PATIENCE)
    x, y = await _middle(_row(page, "Attic"))
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(*await _middle(_row(page, "Garage")), steps=6)
    await _row(page, "Shelf").wait_for()  # it has opened
    await keep_picture(page, "places-drag")
    await page.mouse.move(*await _middle(_row(page, "Shelf")), steps=3)
    await page.mouse.up()
    await page.get_by_test_id("toast").get_by_text("Shelf").wait_for(timeout=PATIENCE)
    assert await _path(client, "Attic") == "Home / Garage / Shelf / Attic"
    await page.get_by_test_id("undo").click()
    await page.get_by_test_id("toast").get_by_text("Undone").wait_for(timeout=PATIENCE)
    assert await _path(client, "Attic") == "Home / Attic"
    await page.get_by_test_id("location-row").nth(1).get_by_text("Attic").wait_for(timeout=PATIENCE)

    await page.mouse.move(*await _middle(_row(page, "Garage")))
    await page.mouse.down()
    await page.mouse.move(*await _middle(_row(page, "Shelf")), steps=4)
    await page.locator("home-inventory-drag-ghost").get_by_text("go into itself").wait_for()
    await keep_picture(page, "places-refused")
    await page.mouse.up()
    assert await _path(client, "Garage") == "Home / Garage"
    await page.reload()
    await _row(page, "Shelf").wait_for(timeout=PATIENCE)  # what was open is open


async def _number_slots(page: Page, client: HassClient, box: str, brake: Brake) -> None:
    """All at once; things are dragged into them, chosen for them, and refused by those that are taken."""
    await page.set_viewport_size({"width": 1280, "height": 1150})  # slots and items at once
    await page.goto(f"/home-inventory/locations/{box}")
    await page.get_by_test_id("add-slots").click()
    await page.get_by_test_id("add-slots-dialog").get_by_test_id("save").click()
    empty = page.get_by_test_id("slot-empty")
    await empty.nth(11).wait_for(timeout=PATIENCE)
    screws = page.get_by_test_id("item-row").filter(has_text="Screws")
    await _drag(page, screws, empty.nth(6), "places-into-slot")
    await page.get_by_test_id("slots-used").get_by_text("1 of 12").wait_for(timeout=PATIENCE)  # at once
    await page.get_by_test_id("toast").get_by_text("Screws").wait_for(timeout=PATIENCE)  # and done
    assert (await _at(client, "Screws"))[0].endswith("Sorting box / 7")
    await _drag(page, page.get_by_test_id("item-row").filter(has_text="Nails"), page.get_by_test_id("slot-filled"))
    assert (await _at(client, "Nails"))[0].endswith("Sorting box")
    await empty.first.click()
    dialog = page.get_by_test_id("fill-slot-dialog")
    await dialog.get_by_test_id("slot-item").select_option(label="Nails")
    await keep_picture(page, "places-fill-slot")
    brake.pull()
    await dialog.get_by_test_id("save").click()
    await page.get_by_test_id("slots-used").get_by_text("2 of 12").wait_for(timeout=PATIENCE)
    await dialog.wait_for(state="hidden")  # before Home Assistant has heard of it
    brake.let_go()
    await page.get_by_test_id("capacity").get_by_text("2 of 12 used").wait_for(timeout=PATIENCE)
    await keep_picture(page, "places-slots")
    await _drag(page, page.get_by_test_id("item-row").filter(has_text="Nails"), _row(page, "Attic"))
    await page.get_by_test_id("toast").get_by_text("Attic").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("slots-used").get_by_text("1 of 12").wait_for(timeout=PATIENCE)
    assert await _at(client, "Nails") == ["Home / Attic"]


async def _with_a_finger(page: Page, client: HassClient) -> None:
    """A long press takes a place along; before it, the list only scrolls."""
    await page.goto("/home-inventory/locations")
    await _row(page, "Garage").wait_for(timeout=PATIENCE)
    finger = await page.context.new_cdp_session(page)
    x, y = await _middle(_row(page, "Garage"))
    to_x, to_y = await _middle(_row(page, "Attic"))

    async def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": left, "y": top} for left, top in points]
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    await touch("touchStart", (x, y))
    await page.locator("home-inventory-drag-ghost").wait_for(state="attached")
    await touch("touchMove", (x, (y + to_y) / 2))
    await touch("touchMove", (to_x, to_y))
    await keep_picture(page, "places-phone")
    await touch("touchEnd")
    await page.get_by_test_id("toast").get_by_text("Attic").wait_for(timeout=PATIENCE)
    assert await _path(client, "Garage") == "Home / Attic / Garage"
