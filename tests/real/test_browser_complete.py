"""A complete export in a real browser: it is known, it is said what taking it back would do, and it is done."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.domain.complete import Section
from custom_components.home_inventory.exporting.complete import write_complete

from .browser import DESKTOP, PHONE, chromium, open_browser
from .hass_config import DOMAIN
from .window import PATIENCE, barriers, keep_picture, open_window

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .hass_process import HassProcess

pytestmark = [pytest.mark.browser, pytest.mark.skipif(chromium() is None, reason="there is no Chromium here")]

_AT = "2026-01-02T03:04:05.678901+00:00"
_STAMPS = {"created_at": _AT, "updated_at": _AT}
_HOME, _GARAGE, _DRILL, _SAW, _BATCH = (f"01JGJ000000000000000000{number:03}" for number in range(5))
RECORDS: list[tuple[Section, dict[str, Any]]] = [
    (Section.LOCATIONS, {"id": _HOME, "code": "HOME", "name": "Villa", "kind": "site", **_STAMPS}),
    (Section.LOCATIONS, {"id": _GARAGE, "code": "GARA", "name": "Garage", "kind": "room", "parent_id": _HOME, **_STAMPS}),
    (Section.ITEMS, {
        "id": _DRILL, "code": "DRIL", "name": "Drill", **_STAMPS, "purchase_price": "149.9", "currency": "EUR",
        "stock": [{"id": _DRILL[:-3] + "100", "location_id": _GARAGE, "quantity": "2"}],
    }),
    (Section.ITEMS, {"id": _SAW, "code": "SAWW", "name": "Saw", **_STAMPS}),
    (Section.BATCHES, {
        "id": _BATCH, "at": _AT, "source": "websocket", "first_sequence": 1, "last_sequence": 1,
    }),
    (Section.CHANGES, {
        "sequence": 1, "batch_id": _BATCH, "kind": "item", "operation": "create", "id": _DRILL, "title": "Drill",
        "after": {"id": _DRILL, "code": "DRIL", "name": "Drill", **_STAMPS},
    }),
]  # fmt: skip


def _file() -> bytes:
    """Return a small export, with history."""
    file = BytesIO()
    write_complete(file, RECORDS, history=True)
    return file.getvalue()


async def _choose(page: Page) -> None:
    """Choose the file, and see that it is known."""
    await page.goto("/home-inventory/import")
    await page.get_by_test_id("import-file").set_input_files(
        {"name": "inventory.json", "mimeType": "application/json", "buffer": _file()}, timeout=PATIENCE
    )
    await page.get_by_test_id("import-complete").wait_for(timeout=PATIENCE)


async def test_a_complete_export_is_known_and_taken_back(hass: HassProcess) -> None:
    """On a phone in the dark; and on a desktop, again after a reload, where it is taken back into the empty home."""
    client = hass.client
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    async with open_browser() as browser, open_window(hass, size=PHONE, dark=True, browser=browser) as phone:
        await _choose(phone)
        assert await phone.get_by_test_id("import-history").is_checked()
        await keep_picture(phone, "complete-restore-phone-dark")
        assert not await barriers(phone)
        await phone.goto("/home-inventory/items")
        async with open_window(hass, size=DESKTOP, browser=browser) as page:
            await _choose(page)
            await page.reload()
            await page.get_by_test_id("import-complete-way").get_by_text("still empty").wait_for(timeout=PATIENCE)
            await keep_picture(page, "complete-restore-desktop")
            assert not await barriers(page)
            await page.get_by_test_id("import-apply").click()
            await page.get_by_test_id("item-row").filter(has_text="Drill").wait_for(timeout=PATIENCE)
            await keep_picture(page, "complete-restored-desktop")
            await client.call(f"{DOMAIN}/item/update", item="DRIL", name="Old drill")
            await _choose(page)
            await page.get_by_test_id("import-complete-note").get_by_text("You can undo").wait_for(timeout=PATIENCE)
            await keep_picture(page, "complete-merge-desktop")
            assert not await barriers(page)
            await page.get_by_test_id("import-apply").click()
            await page.get_by_test_id("undo").wait_for(timeout=PATIENCE)
            await keep_picture(page, "complete-merged-desktop")
        drill = (await client.call(f"{DOMAIN}/item/get", item="DRIL"))["item"]
        assert (drill["id"], drill["locations"][0]["path"]) == (_DRILL, "Villa / Garage")
