"""Somebody who has a keyboard and no mouse: where the focus is, whether it can be seen, and going from one thing to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .browser import PATIENCE

if TYPE_CHECKING:
    from playwright.async_api import Page

FOCUSED = """() => {
    let element = document.activeElement;
    const path = [];
    for (;;) {
        for (let one = element; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host)
            if (one.dataset?.testid && path.at(-1) !== one.dataset.testid) path.push(one.dataset.testid);
        const inner = element?.shadowRoot?.activeElement;
        if (!inner) break;
        path.length = 0;
        element = inner;
    }
    if (!element) return { tag: "none", path: [], text: "", seen: false };
    const isSeen = (one, pseudo) => {
        const style = getComputedStyle(one, pseudo);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return outlined || (style.boxShadow !== "none" && style.boxShadow !== "");
    };
    const box = element.getBoundingClientRect();
    return {
        tag: element.localName,
        path,
        text: (element.getAttribute("aria-label") ?? element.innerText ?? "").trim().slice(0, 80),
        seen: isSeen(element) && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
"""The element that has the focus, through all shadow roots: the test ids around it, and whether one sees that it has it."""

MOST = 60


@dataclass(frozen=True)
class Focus:
    """What has the focus."""

    tag: str
    path: tuple[str, ...]
    text: str
    seen: bool


class Keyboard:
    """The keys of a window of the panel. Fails when the focus is lost or can't be seen."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def focus(self) -> Focus:
        """Return what has the focus."""
        found: dict[str, Any] = await self._page.evaluate(FOCUSED)
        return Focus(found["tag"], tuple(found["path"]), found["text"], found["seen"])

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self._page.keyboard.press(key)
            await self._page.wait_for_timeout(30)

    async def write(self, text: str) -> None:
        """Type into what has the focus."""
        await self._page.keyboard.type(text)

    async def is_on(self, test_id: str) -> None:
        """Fail unless the focus gets to something, and can be seen there."""
        for _ in range(PATIENCE // 50):
            focus = await self.focus()
            if test_id in focus.path and focus.seen:
                return
            await self._page.wait_for_timeout(50)
        message = f"the focus is not seen on {test_id} but on {focus}"
        raise AssertionError(message)

    async def go_to(self, test_id: str, *, text: str = "", key: str = "Tab", seen: bool = True) -> None:
        """Press a key until the focus is on something; on the way there it is never lost, and always to be seen."""
        passed: list[Focus] = []
        for _ in range(MOST):
            await self.press(key)
            focus = await self.focus()
            assert focus.tag not in ("body", "none"), f"the focus is lost after {passed[-3:]} on the way to {test_id}"
            assert focus.seen or not seen, f"nobody sees that the focus is on {focus}"
            if test_id in focus.path and text in focus.text:
                return
            passed.append(focus)
        message = f"{key} does not lead to {test_id}, only to {passed[:25]}"
        raise AssertionError(message)
