"""No stale answers: what was acknowledged is found by the very next search."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.manager import finder

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

WRITERS = 20
SYLLABLES = ("ba", "ko", "mu", "ri", "te")


def word_of(number: int, length: int = 4) -> str:
    """Return a word that no other number has."""
    return "".join(SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(length))


async def found(kit: InventoryTestKit, query: str, **values: Any) -> dict[str, str]:
    """Return everything that a question finds: names by their ids."""
    answer = await kit.action("search", query=query, limit=1000, keep_as_words=[query], **values)
    return {result["id"]: result[result["type"]]["name"] for result in answer["results"]}


async def live(kit: InventoryTestKit, number: int) -> None:
    """Add, rename, move, archive and bring back a thing, and look for it after each."""
    first, second = f"x{word_of(number)}", f"z{word_of(number)}"
    item_id = (await kit.action("add_item", name=first, location="Garage"))["item"]["id"]
    assert (await found(kit, first))[item_id] == first

    await kit.action("update_item", item=item_id, name=second)
    assert (await found(kit, second))[item_id] == second
    assert (await found(kit, first)).get(item_id) in {None, second}

    await kit.action("move_item", item=item_id, to="Cellar")
    assert item_id in await found(kit, second, location="Cellar")
    assert item_id not in await found(kit, second, location="Garage")

    await kit.action("remove_item", item=item_id)
    assert item_id not in await found(kit, second)
    assert item_id in await found(kit, second, archived=True)
    await kit.action("restore_item", item=item_id)
    assert item_id in await found(kit, second)


async def build(kit: InventoryTestKit, number: int) -> None:
    """Add, rename and archive a place, and look for it after each."""
    first, second = f"v{word_of(number)}", f"q{word_of(number)}"
    place_id = (await kit.action("add_location", name=first, parent="Home"))["location"]["id"]
    assert (await found(kit, first))[place_id] == first
    await kit.action("update_location", location=place_id, name=second)
    assert (await found(kit, second))[place_id] == second
    await kit.action("remove_location", location=place_id)
    assert place_id not in await found(kit, second)


async def test_twenty_write_and_search_at_once(kit: InventoryTestKit) -> None:
    """On a real database, while the index is settled now and then."""
    for name in ("Garage", "Cellar"):
        await kit.given_location(name)
    await kit.until_indexed()
    index: Any = kit.inventory._catalog.finder._index
    lives = [live(kit, number) if number % 4 else build(kit, number) for number in range(WRITERS)]
    done = asyncio.gather(*lives)
    while not done.done():
        await asyncio.to_thread(index.settle)
        await asyncio.sleep(0.05)
    await done


async def test_places_that_are_added_while_the_index_begins_are_found(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading what meanings are made of takes a while; what is added meanwhile is not forgotten."""
    await kit.until_indexed()
    load, begun, go_on = finder.load_maker, asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slowly(language: str) -> Any:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
        return load(language)

    monkeypatch.setattr(finder, "load_maker", slowly)
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await begun.wait()
    place_id = await kit.given_location("Attic")
    item_id = await kit.given_item("Attic fan")
    go_on.set()
    await kit.until_indexed()
    assert {place_id, item_id} <= set(await found(kit, "attic"))
