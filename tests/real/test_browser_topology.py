"""The map of 500 devices in a real browser: looked at, moved, filtered, walked through with the keyboard."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from .browser import PHONE, chromium
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window, stands_still

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
_LOGGER = logging.getLogger(__name__)
KNOWS = """(name) => [...document.querySelector("home-assistant").shadowRoot.querySelector("home-assistant-main").shadowRoot
    .querySelector("home-inventory-panel").shadowRoot.querySelector("home-inventory-topology-view").shadowRoot
    .querySelector("home-inventory-topology-canvas").tree.nodes.values()].some((node) => node.name === name)"""
PAN = (238, 119)
"""So far right and down the map is dragged, in pixels."""
SWITCHES, EACH = 20, 24
ROUTER = "00:1d:aa:00:00:01"
FRAMES = """() => new Promise((done) => {
    const times = []; let last = performance.now(); window.stopFrames = false;
    const tick = (now) => { times.push(now - last); last = now; window.stopFrames ? done(times.slice(1)) : requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
})"""


def house() -> str:
    """Return the export of a controller: a router, twenty switches and access points, 24 devices on each of them."""
    found: list[dict[str, Any]] = [{"mac": ROUTER, "oui": "DrayTek", "name": "Router", "is_wired": True}]
    for switch in range(SWITCHES):
        mac = f"00:1d:aa:01:00:{switch:02x}"
        is_switch = switch % 2 == 0
        name = f"{'Switch' if is_switch else 'Access point'} {switch + 1}"
        found.append({"mac": mac, "oui": "Ubiquiti", "name": name, "is_wired": True, "sw_mac": ROUTER})
        found += [
            {
                "mac": f"00:17:88:{switch:02x}:00:{device:02x}",
                "oui": "Signify",
                "name": f"Lamp {switch + 1}-{device + 1}",
                "ip": f"10.0.{switch}.{device + 1}",
                "is_wired": is_switch,
                ("sw_mac" if is_switch else "ap_mac"): mac,
            }
            for device in range(EACH)
        ]
    return json.dumps({"data": found})


async def _open_map(page: Page, path: str = "") -> None:
    """Open the map and wait until it is drawn."""
    await page.goto(f"/home-inventory/topology{path}")
    await page.get_by_test_id("topology-map").locator("canvas").first.wait_for(timeout=PATIENCE, state="attached")
    await page.wait_for_function(KNOWS, arg="Router")
    await _stands(page)


async def _where(page: Page, name: str) -> tuple[float, float]:
    """Return where a node is drawn, by its name."""
    found: dict[str, float] = await page.locator("home-inventory-topology-canvas").evaluate(
        """(map, name) => {
            const node = [...map.tree.nodes.values()].find((each) => each.name === name);
            const at = map.whereIs(node.id), box = map.getBoundingClientRect();
            return { x: box.x + at.x, y: box.y + at.y };
        }""",
        name,
    )
    return found["x"], found["y"]


async def _stands(page: Page) -> None:
    """Wait until the map has stopped moving."""
    await stands_still(lambda: _where(page, "Router"))


async def _pan(page: Page) -> list[float]:
    """Drag the map about; return how long each frame took, in milliseconds."""
    box = await page.get_by_test_id("topology-map").bounding_box()
    assert box is not None
    left, top = box["x"] + 12, box["y"] + 12
    await page.mouse.move(left, top)
    await page.mouse.down()
    frames = asyncio.create_task(page.evaluate(FRAMES))
    for step in range(120):
        await page.mouse.move(left + step * 2, top + step)
    await page.evaluate("window.stopFrames = true")
    await _stands(page)
    await page.mouse.up()
    return sorted(await frames)


async def test_five_hundred_devices_on_a_map(hass: HassProcess) -> None:
    """Drawn, moved, narrowed, looked into, walked through, in the dark and on a phone."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    taken = await hass.client.call(f"{DOMAIN}/source/import_scan", content=house())
    assert taken["counts"]["new"] == 1 + SWITCHES * (EACH + 1)
    async with open_window(hass) as page:
        await _open_map(page)
        await keep_picture(page, "topology-desktop")
        before = await _where(page, "Router")
        frames = await _pan(page)
        x, y = await _where(page, "Router")
        assert (round(x - before[0]), round(y - before[1])) == PAN
        half, most = (round(frames[int(len(frames) * part)], 1) for part in (0.5, 0.95))
        _LOGGER.info("500 devices, %s frames: p50 / p95 / max %s / %s / %.1f ms", len(frames), half, most, frames[-1])
        await _fit(page)
        await _find_and_choose(page)
        await _move_and_reload(page, hass)
        await _narrow(page)
        await _walk(page)
        await page.emulate_media(color_scheme="dark")
        await keep_picture(page, "topology-dark")
        assert not await barriers(page)
        await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        await _on_a_phone(page)


async def _fit(page: Page) -> None:
    """Show everything, and wait until that stands still."""
    await page.get_by_test_id("topology-fit").click()
    await _stands(page)


async def _find_and_choose(page: Page) -> None:
    """What is looked for comes into the middle; a click shows what it is."""
    await page.get_by_test_id("search").fill("Lamp 3-7")
    await page.get_by_test_id("topology-told").get_by_text("1 found").wait_for()
    await page.get_by_test_id("search").press("Enter")
    detail = page.get_by_test_id("topology-detail")
    await detail.get_by_text("10.0.2.7").wait_for(timeout=PATIENCE)
    await _stands(page)
    await keep_picture(page, "topology-found")
    x, y = await _where(page, "Lamp 3-8")
    await page.mouse.click(x, y)
    await detail.get_by_text("10.0.2.8").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("search").fill("")
    await detail.get_by_role("link", name="Switch 3").click()
    await detail.get_by_text("24 devices below").wait_for()
    await keep_picture(page, "topology-detail")
    await page.go_back()
    await detail.get_by_text("10.0.2.8").wait_for(timeout=PATIENCE)
    await page.get_by_test_id("topology-close").click()
    await detail.wait_for(state="detached")


async def _move_and_reload(page: Page, hass: HassProcess) -> None:
    """What was moved by hand stays where it was put, whatever is told meanwhile, and after a reload."""
    await _fit(page)
    x, y = await _where(page, "Router")
    before = await _where(page, "Lamp 3-8")
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + 30, steps=6)
    await page.mouse.up()
    moved = await _where(page, "Lamp 3-8")
    assert (round(moved[0] - before[0]), round(moved[1] - before[1])) == (40, 30)
    await hass.client.call(f"{DOMAIN}/device/update", device="Lamp 3-8", name="Lamp 3-8 again")
    await page.wait_for_function(KNOWS, arg="Lamp 3-8 again")
    live = await _where(page, "Lamp 3-8 again")
    assert (round(live[0]), round(live[1])) == (round(moved[0]), round(moved[1]))
    await _open_map(page)
    again = await _where(page, "Lamp 3-8 again")
    assert (round(again[0]), round(again[1])) == (round(moved[0]), round(moved[1]))
    await page.get_by_test_id("topology-arrange").click()
    await _stands(page)


async def _narrow(page: Page) -> None:
    """To Wi-Fi; the address says so."""
    await page.get_by_test_id("filter").click()
    await page.get_by_test_id("filter-medium-wifi").click()
    await _fit(page)
    await keep_picture(page, "topology-wifi")
    assert page.url.endswith("?medium=wifi")
    label = await page.get_by_test_id("topology-map").get_attribute("aria-label")
    assert label is not None
    assert label.startswith(f"Map of {SWITCHES // 2 * (EACH + 1) + 1} devices")
    assert not await barriers(page)
    await page.get_by_test_id("filter-medium-wifi").click()
    await page.get_by_test_id("filter").click()


async def _walk(page: Page) -> None:
    """Every node is reached by the keyboard, in a list beside the map."""
    await page.get_by_test_id("topology-list").click()
    rows = page.get_by_test_id("topology-row")
    await rows.first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "Enter"):
        await page.keyboard.press(key)
    await page.get_by_test_id("topology-detail").get_by_text("10.0.1.2").wait_for(timeout=PATIENCE)
    await _stands(page)
    await keep_picture(page, "topology-list")


async def _on_a_phone(page: Page) -> None:
    """The map fills it; what was chosen comes up from below."""
    await page.get_by_test_id("topology-close").click()
    await page.get_by_test_id("topology-list").click()
    await _fit(page)
    await keep_picture(page, "topology-phone-dark")
    x, y = await _where(page, "Router")
    await page.mouse.click(x, y)
    await page.get_by_test_id("topology-detail").get_by_text("500 devices below").wait_for(timeout=PATIENCE)
    await keep_picture(page, "topology-phone-detail")
    assert not await barriers(page)
    await page.get_by_test_id("back").click()
    await page.get_by_test_id("topology-detail").wait_for(state="detached")
    await page.get_by_test_id("topology-list").click()
    await page.get_by_test_id("topology-row").first.wait_for()
    await keep_picture(page, "topology-phone-list")
