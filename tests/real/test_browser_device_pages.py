"""The pages about devices in a real browser, narrow and wide, light and dark: nothing sticks out, everything has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.homeseer_server import HomeSeerServer, root

from .browser import DESKTOP, chromium, open_browser, sign_in
from .hass_config import DOMAIN
from .test_browser_devices import PATIENCE, SCAN, _add_homeseer, _picture

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_client import HassClient
    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]
NARROW = (360, 780)
TABLE = (
    "Where;Hardware;Called;Made by\n192.168.1.40;00:17:88:00:00:02;Lamp;Philips\n192.168.1.41;00:17:88:00:00:03;Fan;\n"
)
NEXT_SCAN = SCAN.replace("192.168.1.21\t", "192.168.1.20\t")
"""Two devices at one address."""

PROBLEMS = """() => {
  const all = [], found = [];
  const walk = (node) => {
    for (const element of node.querySelectorAll('*')) {
      all.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  const isOurs = (element) => element.localName.startsWith('home-inventory-');
  const home = document.querySelector('home-assistant').shadowRoot.querySelector('home-assistant-main').shadowRoot;
  walk(home.querySelector('partial-panel-resolver'));
  for (const dialog of [...document.body.children, ...home.children].filter(isOurs)) walk(dialog.shadowRoot);
  if (!all.some((element) => 'button a'.split(' ').includes(element.localName))) found.push('nothing was looked at');
  for (const element of all) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(element).clipPath !== 'none') continue;
    const what = element.tagName.toLowerCase() + ' ' + (element.dataset.testid ?? element.className);
    const inside = element.closest('.scroll, [data-scrolls]');
    if (box.right > innerWidth + 1 && !inside && element.dataset.testid) found.push('sticks out: ' + what);
    if (!['BUTTON', 'A', 'INPUT', 'SELECT'].includes(element.tagName)) continue;
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join('');
    const name = element.ariaLabel || labels || element.textContent || element.title || element.placeholder;
    if (!name.trim()) found.push('has no name: ' + what);
  }
  return found;
}"""


async def _given_devices(client: HassClient, homeseer: HomeSeerServer) -> dict[str, str]:
    """Let sources see devices, twice; return the paths of pages that show what came of it."""
    await _add_homeseer(client, homeseer.url)
    call = client.call
    sources = (await call(f"{DOMAIN}/source/list"))["sources"]
    source = next(each["id"] for each in sources if each["kind"] == "homeseer")
    await call(f"{DOMAIN}/source/sync", source=source)
    homeseer.refs = [root(10, "Hall light with a rather long name"), root(12, "Boiler"), root(13, "Siren")]
    await call(f"{DOMAIN}/source/sync", source=source)
    homeseer.refs = [*homeseer.refs, root(14, "Porch lamp")]
    await call(f"{DOMAIN}/source/sync", source=source)
    for scan in (SCAN, NEXT_SCAN):
        await call(f"{DOMAIN}/source/import_scan", content=scan)
    devices = {each["name"]: each["id"] for each in (await call(f"{DOMAIN}/device/list"))["devices"]}
    light = next(name for name in devices if name.startswith("Hall light"))
    await call(f"{DOMAIN}/device/merge", keep=devices[light], gone=devices["Siren"])
    item = (await call(f"{DOMAIN}/device/adopt", device=devices[light]))["item"]["id"]
    return {
        "overview": "overview",
        "item": f"items/{item}",
        "device": f"devices/{devices[light]}",
        "source": f"sources/{source}",
        "devices": "devices",
        "networks": "networks",
    }


SHOWN = {
    "overview": "overview-devices",
    "item": "item-device",
    "device": "merged",
    "source": "run-entry",
    "devices": "device-row",
    "networks": "add-source",
}


async def _look(page: Page, name: str, path: str, look: str) -> list[str]:
    """Open a page and return what is wrong with it."""
    await page.goto(f"/home-inventory/{path}")
    await page.get_by_test_id(SHOWN[name]).first.wait_for(timeout=PATIENCE)
    if name == "source":
        await page.get_by_test_id("compare").click()
        for place in (1, 2):
            await page.get_by_test_id("compare-run").nth(place).check()
        await page.get_by_test_id("diff-changed").wait_for(timeout=PATIENCE)
    await _picture(page, f"page-{name}-{look}")
    return [f"{name} {look}: {problem}" for problem in await page.evaluate(PROBLEMS)]


async def _map_columns(page: Page, look: str) -> list[str]:
    """Choose a table and say what a column holds, as far as the preview; return what is wrong with that."""
    await page.goto("/home-inventory/sources")
    await page.get_by_test_id("import-scan").click(timeout=PATIENCE)
    dialog = page.get_by_test_id("import-dialog")
    await dialog.get_by_test_id("scan-file").set_input_files(
        {"name": "hosts.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    await dialog.get_by_test_id("scan-columns").wait_for(timeout=PATIENCE)
    chosen = [await each.input_value() for each in await dialog.get_by_test_id("scan-column").all()]
    assert chosen[:2] == ["ip", "mac"], chosen
    await dialog.get_by_test_id("scan-column").nth(2).select_option("name")
    await _picture(page, f"page-columns-{look}")
    await dialog.get_by_test_id("save").click()
    await dialog.get_by_test_id("preview-new").get_by_text("Lamp").wait_for(timeout=PATIENCE)
    problems = await page.evaluate(PROBLEMS)
    await _picture(page, f"page-columns-preview-{look}")
    return [f"columns {look}: {problem}" for problem in problems]


async def _look_at_form(page: Page, button: str, look: str) -> None:
    """Open the form of a source in Home Assistant's own settings."""
    await page.goto(f"/config/integrations/integration/{DOMAIN}")
    await page.get_by_text(button, exact=True).first.click(timeout=PATIENCE)
    await page.locator("ha-form").last.wait_for(timeout=PATIENCE)
    await _picture(page, f"form-{button.rsplit(maxsplit=1)[-1].lower()}-{look}")


async def test_the_pages_about_devices_fit_and_have_names_everywhere(hass: HassProcess) -> None:
    """On a narrow phone and on a desk, light and dark."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    errors: list[str] = []
    wrong: list[str] = []
    lights = [root(10, "Hall light"), root(11, "Garage door"), root(12, "Boiler")]
    async with HomeSeerServer(lights) as homeseer, open_browser() as browser:
        pages = await _given_devices(client, homeseer)
        for size, dark in ((NARROW, True), (DESKTOP, False)):
            window = await sign_in(browser, hass, size=size, dark=dark)
            page = await window.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            look = f"{size[0]}-{'dark' if dark else 'light'}"
            for name, path in pages.items():
                wrong += await _look(page, name, path, look)
            wrong += await _map_columns(page, look)
            for button in ("Add a HomeSeer", "Add a network"):
                await _look_at_form(page, button, look)
            await window.close()
    assert wrong == []
    assert errors == []
