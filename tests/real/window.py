"""A window of the panel in Chromium: what it logs is looked at, pictures are kept, and axe looks for barriers."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .browser import DESKTOP, PATIENCE, open_browser, sign_in
from .hass_config import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from playwright.async_api import Browser, ConsoleMessage, Page

    from .hass_process import HassProcess

PICTURES = Path(os.environ.get("PICTURES", REPOSITORY / "artifacts"))
STILL = 4
"""So many tenths of a second without a move, and it stands."""
AXE = REPOSITORY / "frontend/node_modules/axe-core/axe.min.js"


@asynccontextmanager
async def open_window(
    hass: HassProcess, *, size: tuple[int, int] = DESKTOP, dark: bool = False, browser: Browser | None = None
) -> AsyncIterator[Page]:
    """Open a page of a signed-in owner, in a browser of its own or in one that is open already.

    Fails at its end when anything of ours threw, or wrote an error to the console.
    """
    if browser is None:
        async with open_browser() as own, open_window(hass, size=size, dark=dark, browser=own) as page:
            yield page
        return
    window = await sign_in(browser, hass, size=size, dark=dark)
    page = await window.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if _is_our_error(message) else None)
    try:
        yield page
    finally:
        await window.close()
    assert not problems


def _is_our_error(message: ConsoleMessage) -> bool:
    return message.type == "error" and "home_inventory" in message.location.get("url", "")


async def becomes[Answer](ask: Callable[[], Awaitable[Answer]], wanted: Answer) -> None:
    """Ask until the answer is what it should be: a window shows what Home Assistant does not know yet, and the other way."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE / 1000
    while (answer := await ask()) != wanted:
        assert loop.time() < end, f"{answer!r} never became {wanted!r}"
        await asyncio.sleep(0.1)


async def stands_still[Place](where: Callable[[], Awaitable[Place]]) -> Place:
    """Ask where something is until it has stayed there for a while, and return that."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE / 1000
    now, since = await where(), 0
    while since < STILL:
        assert loop.time() < end, f"it never stops, and was at {now} last"
        await asyncio.sleep(0.1)
        before, now = now, await where()
        since = since + 1 if now == before else 0
    return now


async def keep_picture(page: Page, name: str) -> None:
    """Keep a picture for whoever wants to look."""
    PICTURES.mkdir(exist_ok=True)
    await page.wait_for_timeout(300)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def barriers(page: Page, element: str = "home-inventory-panel") -> list[str]:
    """Return what axe (WCAG 2 A and AA) finds wrong in an element: rule, and the parts that break it."""
    if not await page.evaluate("Boolean(window.axe)"):
        await page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = await page.locator(element).first.evaluate(
        """async (element) => {
            const only = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] };
            return (await axe.run(element, { runOnly: only })).violations;
        }"""
    )
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(node['html'][:200] for node in rule['nodes'][:4])}" for rule in found
    ]
