"""What the panel costs in Chromium with a household of any size: opening the list, scrolling it, searching as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.real.browser import DESKTOP, open_browser
from tests.real.window import open_window

from .runs import Figures, prepare

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.real.hass_process import HassProcess

    type Row = tuple[str, str]
    """What was done, and what it took."""

QUESTIONS = ("cordless drill", "garden hose red", "battery aa", "bosch lamp", "old blanket")
OPENINGS = 5
FRAMES = 400
"""Frames that one scrolls for, a good third of a screen in each."""

_TOOLS = """
window.bench = {
    find(selector, root = document) {
        for (const one of root.querySelectorAll("*")) {
            if (one.matches(selector)) return one;
            const inside = one.shadowRoot && bench.find(selector, one.shadowRoot);
            if (inside) return inside;
        }
    },
    frame: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    go(path) {
        history.pushState(null, "", path);
        window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
    },
    async shown(selector) {
        while (!bench.find(selector)) await bench.frame();
        await bench.frame();
        return performance.now();
    },
    list: () => bench.find("home-inventory-item-list"),
    rows: () => bench.list().shadowRoot.querySelector("home-inventory-result-window").shadowRoot,
    isFilled() {
        const { top, bottom } = bench.list().parentElement.getBoundingClientRect();
        return [0.3, 0.6, 0.95].every((part) => {
            const y = top + (bottom - top) * part;
            return [...bench.rows().querySelectorAll("[data-index]")].some((row) => {
                const box = row.getBoundingClientRect();
                return box.top - 16 <= y && box.bottom + 16 >= y && !row.querySelector(".bone");
            });
        });
    },
};
"""
_OPEN = """async () => {
    bench.go("/home-inventory/settings");
    while (bench.list()) await bench.frame();
    const begun = performance.now();
    bench.go("/home-inventory/items");
    return (await bench.shown("[data-testid=item-row]")) - begun;
}"""
_SCROLL = """async (frames) => {
    const pane = bench.list().parentElement;
    const times = [];
    let empty = 0;
    for (let frame = 0; frame < frames; frame += 1) {
        const begun = performance.now();
        pane.scrollTop += 240;
        await bench.frame();
        times.push(performance.now() - begun);
        empty += bench.isFilled() ? 0 : 1;
    }
    return { times, empty, top: pane.scrollTop };
}"""
_JUMP = """async (part) => {
    const pane = bench.list().parentElement;
    const begun = performance.now();
    pane.scrollTop = (pane.scrollHeight - pane.clientHeight) * part;
    await bench.frame();
    while (!bench.isFilled()) await bench.frame();
    return performance.now() - begun;
}"""
_TYPE = """async (text) => {
    const box = bench.find("[data-testid=search]");
    const controller = bench.list()._list;
    const begun = performance.now();
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    while (controller._query.query !== text || controller.loading) await bench.frame();
    await bench.list().updateComplete;
    await bench.frame();
    return performance.now() - begun;
}"""


async def measure_panel(hass: HassProcess, size: int) -> list[Row]:
    """Fill a household, start Home Assistant on it, and look at its items in a window of 1280 x 800."""
    await prepare(hass, size, Figures(size=size, adds=0))
    async with open_browser() as browser, open_window(hass, size=DESKTOP, browser=browser) as page:
        await page.add_init_script(_TOOLS)
        await page.goto("/home-inventory/items")
        first: float = await page.evaluate("bench.shown('[data-testid=item-row]')")
        opened = [await page.evaluate(_OPEN) for _ in range(OPENINGS)]
        scrolled: dict[str, Any] = await page.evaluate(_SCROLL, FRAMES)
        jumps = [await page.evaluate(_JUMP, part) for part in (0.5, 1.0, 0.25)]
        typed = [time for question in QUESTIONS for time in await _type(page, question)]
    frames = sorted(scrolled["times"])
    return [
        ("the whole page loaded anew, to the first items painted", f"{first:.0f} ms"),
        ("the list opened from another page of the panel, to the first items painted: p50 / max", _ms(opened)),
        ("scrolled: time of a frame, p50 / p95 / max", _ms(frames, 0.95)),
        (f"scrolled: frames with an empty row, of {FRAMES} ({scrolled['top']:,.0f} pixels)", str(scrolled["empty"])),
        ("jumped to the middle, the end and a quarter, to rows painted: p50 / max", _ms(jumps)),
        (f"a letter typed, to its answer painted ({len(typed)} letters): p50 / p95 / max", _ms(typed, 0.95)),
    ]


async def _type(page: Page, question: str) -> list[float]:
    """Type a question letter by letter from the third on; return what each took."""
    await page.evaluate("document.title")  # the page has a moment between two questions
    await page.wait_for_timeout(500)
    return [
        await page.evaluate(_TYPE, question[:length])
        for length in range(3, len(question) + 1)
        if not question[:length].endswith(" ")
    ]


def _ms(times: list[float], *parts: float) -> str:
    """Return the median, what is asked for and the longest, in milliseconds."""
    ordered = sorted(times)
    found = [ordered[int(len(ordered) * part)] for part in (0.5, *parts)]
    return " / ".join(f"{value:.0f}" for value in (*found, ordered[-1])) + " ms"
