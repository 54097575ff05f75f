"""What items are found by, read without the rest. Run on SQLite here, and on MariaDB and PostgreSQL by `script/test servers`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db import item_words, lists
from custom_components.home_inventory.manager.documents import item_document

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.item_words import ItemWords
    from custom_components.home_inventory.search.document import Document
    from tests.kit import InventoryTestKit


async def pages(kit: InventoryTestKit, size: int) -> list[list[ItemWords]]:
    """Read everything in pages of a size."""
    found: list[list[ItemWords]] = []
    last = ""
    read = kit.inventory.search._database.async_read
    while page := await read(item_words.list_words_after, last, size):
        found.append(page)
        last = page[-1].id
    return found


def in_order(document: Document) -> Document:
    """Return a document with its marks and other names in an order that says nothing."""
    return replace(document, marks=tuple(sorted(document.marks)), aliases=tuple(sorted(document.aliases)))


@pytest.mark.parametrize("size", [1, 2, 3, 500])
async def test_the_index_is_told_the_same_as_by_whole_items(kit: InventoryTestKit, size: int) -> None:
    """However many there are to a page, and whatever hangs on an item."""
    shelf, box = await kit.given_location("Shelf"), await kit.given_location("Box")
    milk = await kit.given_item(
        "Akku-Milch",
        location=box,
        categories=["Food", "Drinks"],
        aliases=["Milch", "Lait"],
        barcodes=["4006381333931", "5901234123457"],
        manufacturer="Müller",
        model="3.5 %",
        serial_number="SN-1",
        vendor="Shop",
        description="White",
        notes="Cold",
        warranty_notes="None",
        custom={"Fat": "3.5", "Bio": "yes"},
    )
    await kit.ws("item/adjust", item=milk, to=2)
    await kit.ws("item/move", item=milk, to=shelf, quantity=1)
    await kit.given_item("Nothing is known of it")
    gone = await kit.given_item("Gone", location=shelf)
    await kit.ws("item/remove", item=gone)

    read = await pages(kit, size)
    words = [words for page in read for words in page]
    items = await kit.inventory.search._database.async_read(lists.list_after, "", 100)

    assert [len(page) for page in read] == [min(size, 3 - first) for first in range(0, 3, size)]
    assert [in_order(item_document(each)) for each in words] == [in_order(item_document(item)) for item in items]
    assert set(words[0].location_ids) == {shelf, box}
