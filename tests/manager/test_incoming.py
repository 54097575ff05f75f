"""What was changed is found by the next search, however many change and search at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.models import Item
from custom_components.home_inventory.manager.incoming import Incoming
from custom_components.home_inventory.search.loading import PlainMaker

if TYPE_CHECKING:
    from custom_components.home_inventory.search.document import Document
    from custom_components.home_inventory.search.loading import Index
    from tests.kit import InventoryTestKit

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def _item(number: int, name: str = "Drill") -> Item:
    return Item(id=f"item-{number}", code="ABCD", name=f"{name} {number}", created_at=NOW, updated_at=NOW)


def _found(index: Index, query: str) -> list[str]:
    return [hit.id for hit in index.search(query, lambda _word: {}, within=(), most_hits=5)]


def test_the_latest_version_of_an_item_is_what_counts() -> None:
    index = PlainMaker().new()
    incoming = Incoming(lambda: [index])
    drill = _item(1)
    incoming.add({drill.id: drill})
    incoming.add({drill.id: replace(drill, name="Saw")})
    assert not len(index)
    incoming.put()
    assert _found(index, "saw") == [drill.id]
    assert not _found(index, "drill")
    incoming.add({drill.id: None})
    incoming.put()
    assert not len(index)


def test_all_indexes_follow() -> None:
    indexes = [PlainMaker().new(), PlainMaker().new()]
    incoming = Incoming(lambda: indexes)
    incoming.add({"item-1": _item(1)})
    incoming.put()
    assert [len(index) for index in indexes] == [1, 1]


def test_whoever_searches_while_another_thread_puts_waits_for_it() -> None:
    index = PlainMaker().new()
    incoming = Incoming(lambda: [index])

    def add_and_find(number: int) -> bool:
        item = _item(number, name=f"thing{number:04}x")
        incoming.add({item.id: item})
        incoming.put()
        return item.id in _found(index, f"thing{number:04}x")

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(add_and_find, range(400)))
    assert len(index) == 400


def test_what_cannot_be_indexed_takes_nothing_else_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    index = PlainMaker().new()
    incoming = Incoming(lambda: [index])
    incoming.add({item.id: item for item in map(_item, range(5))})
    put = index.put

    def put_most(document: Document) -> None:
        if document.id == "item-3":
            raise ValueError(document.id)
        put(document)

    monkeypatch.setattr(index, "put", put_most)
    with pytest.raises(ValueError, match="item-3"):
        incoming.put()
    incoming.put()
    assert len(index) == 4


async def test_what_nobody_looks_for_is_indexed_as_soon_as_there_is_time(kit: InventoryTestKit) -> None:
    await kit.given_item("Drill")
    index = kit.inventory._catalog.finder._index
    async with asyncio.timeout(30):
        while len(index) != 1:  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.02)


async def test_a_failure_to_index_keeps_nobody_from_writing(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_document: object) -> None:
        raise ValueError("broken")

    await kit.until_indexed()
    monkeypatch.setattr(kit.inventory._catalog.finder._index, "put", fail)
    await kit.given_item("Drill")
    async with asyncio.timeout(30):
        while "What was put off until there was time has failed" not in caplog.text:  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.02)
    monkeypatch.undo()
    caplog.clear()
    await kit.given_item("Saw")
    page = await kit.ws("item/list")
    assert [item["name"] for item in page["items"]] == ["Drill", "Saw"]
