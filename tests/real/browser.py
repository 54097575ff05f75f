"""Chromium on a real Home Assistant, signed in as its owner."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, BrowserContext, async_playwright, expect

from .hass_process import HassProcess
from .late import keep_late

# Quiet and without a network of its own.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
"""How long a loaded machine may take to show something, in milliseconds."""
expect.set_options(timeout=PATIENCE)
DESKTOP = (1280, 800)
PHONE = (390, 844)


def chromium() -> str | None:
    """Return the path of the machine's browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@asynccontextmanager
async def open_browser(*more: str) -> AsyncIterator[Browser]:
    """Start the browser, maybe with more arguments, and with a profile of its own, which is gone afterwards."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), headless=True, args=[*ARGUMENTS, *more])
        try:
            yield browser
        finally:
            await browser.close()


async def sign_in(
    browser: Browser, home: HassProcess, *, size: tuple[int, int] = DESKTOP, dark: bool = False
) -> BrowserContext:
    """Return a window of a signed-in owner; its pages open any address of the home without a login form."""
    client = home.client
    tokens = client.tokens | {"hassUrl": home.url, "clientId": client.client_id}
    width, height = size
    context = await browser.new_context(
        base_url=home.url,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="en-GB",
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    await keep_late(context)
    script = f"localStorage.setItem('hassTokens', {json.dumps(json.dumps(tokens))})"
    await context.add_init_script(f"if (location.origin === {json.dumps(home.url)}) {script}")
    return context
