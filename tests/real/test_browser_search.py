"""One search for everything in a real browser: what was found, why, and what may have been meant."""

import pytest
from playwright.async_api import Locator, expect

from .browser import PHONE, chromium, open_browser, sign_in
from .hass_config import DOMAIN
from .hass_process import HassProcess
from .window import becomes, stands_still

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]


async def furnish(hass: HassProcess) -> None:
    """Let the household own drills, and a place that is called after them."""
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    call = hass.client.call
    await call("home_inventory/location/add", name="Drill cabinet", parent="Kitchen", kind="furniture")
    await call("home_inventory/item/add", name="Cordless drill", location="Drill cabinet", manufacturer="Makita")
    await call("home_inventory/item/add", name="Hand drill", location="Bedroom", manufacturer="Stanley")
    await call("home_inventory/item/add", name="Rice cooker", location="Kitchen", notes="Keep away from the drill")


@pytest.mark.parametrize(
    ("size", "dark"), [((1280, 800), False), (PHONE, True)], ids=["a light desktop", "a dark phone"]
)
async def test_a_misspelt_word_finds_items_and_places_and_can_be_put_right(
    hass: HassProcess, size: tuple[int, int], dark: bool
) -> None:
    await furnish(hass)
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size, dark=dark)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory/items")
        await page.get_by_text("Hand drill").first.wait_for()

        await page.get_by_test_id("search").fill("cordlsse drill")
        meant = page.get_by_role("button", name="Did you mean Cordless drill?")
        await meant.wait_for()
        await (
            page.get_by_test_id("item-row")
            .filter(has_text="Cordless drill")
            .locator("mark")
            .get_by_text("drill")
            .wait_for()
        )
        await page.get_by_test_id("place-row").filter(has_text="Drill cabinet").wait_for()
        await page.screenshot(path=hass.config.parent / "misspelt.png")

        await meant.click()
        await meant.wait_for(state="detached")
        assert await page.get_by_test_id("search").input_value() == "Cordless drill"
        await page.locator("mark").get_by_text("Cordless").wait_for()
        await page.screenshot(path=hass.config.parent / "put-right.png")

        await page.get_by_test_id("place-row").click()
        await page.get_by_test_id("location-name").get_by_text("Drill cabinet").wait_for()
        assert not problems


SCAN = """Interface: eth0, type: EN10MB, MAC: 3c:5a:b4:00:00:01, IPv4: 192.168.1.2
192.168.1.20\t00:12:fb:44:55:66\tSamsung Electronics
192.168.1.21\t00:80:77:77:88:99\tBrother industries, LTD.

2 packets received by filter, 0 packets dropped by kernel
"""


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
async def test_an_address_finds_its_device_and_leads_to_its_page(hass: HassProcess, size: tuple[int, int]) -> None:
    call = hass.client.call
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await call("home_inventory/source/import_scan", content=SCAN)
    await call("home_inventory/device/update", device="00:80:77:77:88:99", name="Printer upstairs")
    await call("home_inventory/device/adopt", device="00:12:fb:44:55:66", name="Television", location="Kitchen")
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory/items")
        await page.get_by_test_id("item-row").first.wait_for()
        search, device = page.get_by_test_id("search"), page.get_by_test_id("found-device")

        await search.fill("television")
        await expect(page.get_by_test_id("item-row").filter(has_text="Television")).to_be_visible()
        await expect(device).to_have_count(0)

        await search.fill("00-80-77-77-88-99")
        await expect(device).to_have_count(1)
        await expect(device).to_contain_text("Printer upstairs")
        await expect(device).to_contain_text("192.168.1.21")
        await page.screenshot(path=hass.config.parent / "device.png")

        await device.click()
        await page.get_by_test_id("device-name").get_by_text("Printer upstairs").wait_for()
        assert not problems


async def give_many(hass: HassProcess) -> None:
    """Let the household own more screws than one page shows, all in a box of screws."""
    call = hass.client.call
    await call("home_inventory/location/add", name="Screw box", parent="Kitchen", kind="box")
    for number in range(120):
        await call("home_inventory/item/add", name=f"Screw {number:03}", location="Screw box")


async def scroll_to(entry: Locator, pane: Locator) -> Locator:
    """Scroll as a wheel does until an entry has been read; return its row, once that stands where it belongs.

    Those before it may turn out higher than guessed, and take it out of sight again.
    """
    row = entry.get_by_test_id("item-row")
    while not await row.count():
        if not await entry.count():
            await pane.evaluate("pane => { pane.scrollTop += 300; }")
        await pane.page.wait_for_timeout(50)
    await stands_still(lambda: top_of(row))
    return row


async def top_of(row: Locator) -> float:
    """Return how far below the window's upper edge a row stands, in pixels."""
    box = await row.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
async def test_the_way_back_leads_to_the_same_question_at_the_same_height(
    hass: HassProcess, size: tuple[int, int]
) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=True)
    await give_many(hass)
    async with open_browser() as browser:
        window = await sign_in(browser, hass, size=size)
        page = await window.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto("/home-inventory/items")
        search, rows = page.get_by_test_id("search"), page.get_by_test_id("item-row")
        await rows.first.wait_for()
        await search.fill("screw")
        await expect(page).to_have_url(f"{hass.url}/home-inventory/items?query=screw")
        await page.get_by_test_id("place-row").wait_for()

        await page.get_by_test_id("place-row").click()
        await page.get_by_test_id("location-name").get_by_text("Screw box").wait_for()
        await page.go_back()
        await expect(search).to_have_value("screw")
        await page.get_by_test_id("place-row").wait_for()

        pane = page.locator("home-inventory-items-view .pane.list")
        far = await scroll_to(page.locator("[data-index='80']"), pane)
        await far.evaluate("row => row.scrollIntoView({ block: 'center' })")  # so that a click need not scroll
        height = await stands_still(lambda: top_of(far))
        assert await pane.evaluate("pane => pane.scrollTop") > 2000
        await page.screenshot(path=hass.config.parent / "before.png")
        name = await far.get_by_test_id("item-name-found").inner_text()
        await far.click()
        await page.get_by_test_id("item-name").get_by_text(name).wait_for()
        await page.screenshot(path=hass.config.parent / "item.png")
        await page.get_by_test_id("item-location").get_by_role("link").first.click()
        await page.get_by_test_id("location-name").wait_for()
        await page.go_back()
        await page.get_by_test_id("item-name").wait_for()
        await page.go_back()
        await expect(far).to_be_in_viewport()
        await page.screenshot(path=hass.config.parent / "after.png")
        await becomes(lambda: top_of(far), pytest.approx(height, abs=2))

        await page.reload()
        await expect(far).to_be_in_viewport()
        await expect(search).to_have_value("screw")
        await page.screenshot(path=hass.config.parent / "reloaded.png")
        await becomes(lambda: top_of(far), pytest.approx(height, abs=2))
        assert not problems
