"""The search index over restarts, beside writes, and where something that it needs is lacking."""

from __future__ import annotations

import asyncio
import gc
import sys
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.manager import finder
from custom_components.home_inventory.search import loading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

THINGS = ("Cordless drill", "Claw hammer", "Garden hose", "Rice cooker", "Wool blanket")


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an index of a few things be written down, too."""
    monkeypatch.setattr(finder, "_WORTH_WRITING", 1)


@pytest.fixture
async def home(kit: InventoryTestKit, worth_it: None) -> InventoryTestKit:
    """Return a household with a few things."""
    for name in THINGS:
        await kit.given_item(name)
    await kit.until_indexed()
    return kit


@pytest.fixture
def read_items(hass: HomeAssistant) -> Iterator[list[str]]:
    """Return the names of the tables that are read from, one for each statement."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.extend(line for line in statement.splitlines() if "FROM home_inventory_items" in line)

    engine = get_instance(hass).engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def index_file(home: InventoryTestKit) -> Path:
    """Return where the index is kept."""
    return Path(home.hass.config.path(DOMAIN, "cache", "search-index.npz"))


async def restart(home: InventoryTestKit) -> None:
    """Load the entry anew."""
    assert await home.hass.config_entries.async_reload(home.entry.entry_id)
    await home.until_indexed()


async def test_after_a_restart_nothing_is_read_that_was_known(home: InventoryTestKit, read_items: list[str]) -> None:
    """The index comes from its file."""
    assert await home.hass.config_entries.async_unload(home.entry.entry_id)
    read_items.clear()
    assert await home.hass.config_entries.async_setup(home.entry.entry_id)
    await home.until_indexed()

    listing = [line for line in read_items if "WHERE home_inventory_items.id >" in line]
    assert (index_file(home).exists(), listing) == (True, [])
    assert await home.names(query="drill") == ["Cordless drill"]


async def test_what_was_changed_behind_the_file_is_found_too(home: InventoryTestKit) -> None:
    """As after a power cut: the file is older than the database."""
    await restart(home)
    old = index_file(home).read_bytes()
    await home.ws("item/update", item="Garden hose", name="Telescope")
    await home.ws("item/remove", item="Rice cooker", permanently=True)
    await home.given_item("Anvil")
    assert await home.hass.config_entries.async_unload(home.entry.entry_id)
    index_file(home).write_bytes(old)

    assert await home.hass.config_entries.async_setup(home.entry.entry_id)
    await home.until_indexed()

    assert await home.names(query="telescope") == ["Telescope"]
    assert await home.names(query="anvil") == ["Anvil"]
    assert await home.names(query="garden hose") == []
    assert await home.names(query="rice cooker") == []


@pytest.mark.parametrize("damage", [b"", b"noise" * 100])
async def test_a_damaged_file_only_costs_time(home: InventoryTestKit, damage: bytes) -> None:
    """Everything is read anew."""
    assert await home.hass.config_entries.async_unload(home.entry.entry_id)
    index_file(home).write_bytes(damage)

    assert await home.hass.config_entries.async_setup(home.entry.entry_id)
    await home.until_indexed()

    assert await home.names(query="hammer") == ["Claw hammer"]


async def test_an_index_of_another_store_is_not_used(home: InventoryTestKit) -> None:
    """As after the database was rebuilt from the journal."""
    await restart(home)
    await home.run_sql("DROP TABLE home_inventory_stock")

    await restart(home)

    assert (await home.ws("store/info"))["generation"] == 2
    assert await home.names(query="hammer") == ["Claw hammer"]


async def test_a_change_is_found_as_soon_as_it_is_acknowledged(home: InventoryTestKit) -> None:
    """And what was replaced is not, however many searches go on."""
    for number in range(30):
        added = await home.ws("item/add", name=f"Contraption {number}")
        assert await home.names(query=f"contraption {number}", limit=1) == [f"Contraption {number}"]
        await home.ws("item/update", item=added["item"]["id"], name=f"Gadget {number}")
        assert f"Contraption {number}" not in await home.names(query=f"contraption {number}")


async def test_search_goes_on_by_words_where_the_meanings_are_lacking(
    hass: HomeAssistant, home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A repair says so, and goes when all is well again."""
    with monkeypatch.context() as broken:
        broken.setattr(finder, "load_maker", lambda language: loading.load_maker(language, tmp_path))
        await restart(home)
        found = ir.async_get(hass).async_get_issue(DOMAIN, "search_lacks_meanings")
        assert (found is None, await home.names(query="dril")) == (False, ["Cordless drill"])

    await restart(home)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "search_lacks_meanings") is None


async def test_search_goes_on_by_words_where_numpy_is_lacking(
    hass: HomeAssistant, home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same in plain Python."""
    loading.load_maker.cache_clear()
    with monkeypatch.context() as broken:
        broken.setitem(sys.modules, "custom_components.home_inventory.search.maker", None)
        await restart(home)
        found = ir.async_get(hass).async_get_issue(DOMAIN, "search_lacks_numpy")
        await home.given_item("Anvil")
        assert (found is None, await home.names(query="anvl")) == (False, ["Anvil"])
    loading.load_maker.cache_clear()

    await restart(home)
    assert ir.async_get(hass).async_get_issue(DOMAIN, "search_lacks_numpy") is None


async def test_an_unloaded_home_leaves_no_index_behind(home: InventoryTestKit) -> None:
    """Nor while the garbage collector is told to leave everything alone, as it is after an index was built."""
    gone = asyncio.Event()
    index = home.inventory.questions._catalog.finder._index
    weakref.finalize(index, home.hass.loop.call_soon_threadsafe, gone.set).atexit = False
    del index
    gc.disable()
    try:
        assert await home.hass.config_entries.async_unload(home.entry.entry_id)
        async with asyncio.timeout(30):  # the thread that has written it lets go of it in its own time
            await gone.wait()
    finally:
        gc.enable()
