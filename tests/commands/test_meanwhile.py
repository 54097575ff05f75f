"""What search finds right after a start, while what meanings are made of is still being read."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.manager import finder
from custom_components.home_inventory.search.plain import PlainIndex

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from custom_components.home_inventory.search.loading import Lacking, Maker
    from tests.kit import InventoryTestKit


@pytest.fixture
async def go_on(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[[], None]]:
    """Start a home again that has a drill in a garage; reading the meanings ends when what is returned is called."""
    await kit.given_location("Garage")
    await kit.given_item("Cordless drill", location="Garage")
    await kit.until_indexed()
    load, event = finder.load_maker, threading.Event()

    def slowly(language: str) -> tuple[Maker, Lacking | None]:
        assert event.wait(30)
        return load(language)

    monkeypatch.setattr(finder, "load_maker", slowly)
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    yield event.set
    event.set()
    await kit.until_indexed()


async def ask(kit: InventoryTestKit, query: str) -> tuple[list[str], bool]:
    """Return the names of what a question finds, and whether there may be more later."""
    answer = await kit.ws("search", query=query)
    return [hit[hit["type"]]["name"] for hit in answer["results"]], answer["indexing"]


async def until_found(kit: InventoryTestKit, query: str) -> list[str]:
    """Ask until something is found."""
    for _ in range(500):
        names, is_indexing = await ask(kit, query)
        if names:
            break
        await asyncio.sleep(0.02)
    assert is_indexing, "it should say that it is still indexing"
    return names


async def test_words_find_items_and_places(kit: InventoryTestKit, go_on: Callable[[], None]) -> None:
    assert await until_found(kit, "cordless") == ["Cordless drill"]
    assert "Garage" in await until_found(kit, "garage")

    go_on()
    await kit.until_indexed()
    assert await ask(kit, "cordless") == (["Cordless drill"], False)


async def test_what_is_changed_meanwhile_is_found_at_once_and_stays(
    kit: InventoryTestKit, go_on: Callable[[], None]
) -> None:
    await until_found(kit, "cordless")
    await kit.ws("item/update", item="Cordless drill", name="Telescope")
    await kit.given_item("Anvil")
    await kit.given_location("Attic")
    for _ in range(2):
        assert (await ask(kit, "cordless"))[0] == []
        assert (await ask(kit, "telescope"))[0] == ["Telescope"]
        assert (await ask(kit, "anvil"))[0] == ["Anvil"]
        assert "Attic" in (await ask(kit, "attic"))[0]
        go_on()
        await kit.until_indexed()


async def test_nothing_is_left_of_it(kit: InventoryTestKit, go_on: Callable[[], None]) -> None:
    """The memory is given back."""
    await until_found(kit, "cordless")
    go_on()
    await kit.until_indexed()
    gc.collect()
    left: list[Any] = [one for one in gc.get_objects() if isinstance(one, PlainIndex) and len(one)]
    assert left == []


async def test_a_start_may_be_given_up(kit: InventoryTestKit, go_on: Callable[[], None]) -> None:
    """Unloading waits for the thread that reads, and nothing is logged."""
    await until_found(kit, "cordless")
    threading.Timer(0.3, go_on).start()
    assert await kit.hass.config_entries.async_unload(kit.entry.entry_id)
    assert await kit.hass.config_entries.async_setup(kit.entry.entry_id)
    await kit.until_indexed()
    assert (await ask(kit, "cordless"))[0] == ["Cordless drill"]


async def test_who_leaves_while_a_page_waits_to_be_indexed_leaves_nothing_behind(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await kit.given_item("Cordless drill")
    waits, go_on, run, load = asyncio.Event(), threading.Event(), finder.Finder._put_all, finder.load_maker

    def late(*args: Any) -> None:
        kit.hass.loop.call_soon_threadsafe(waits.set)
        assert go_on.wait(30)
        run(*args)

    def slowly(language: str) -> tuple[Maker, Lacking | None]:
        assert go_on.wait(30)
        return load(language)

    monkeypatch.setattr(finder.Finder, "_put_all", late)
    monkeypatch.setattr(finder, "load_maker", slowly)
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await waits.wait()
    unloading = kit.hass.async_create_task(kit.hass.config_entries.async_unload(kit.entry.entry_id))
    await asyncio.sleep(0.05)
    go_on.set()

    assert await unloading
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
    assert await kit.hass.config_entries.async_setup(kit.entry.entry_id)
    await kit.until_indexed()
