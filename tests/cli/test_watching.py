"""Somebody who watches what happens."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from home_inventory_cli import completion
from home_inventory_cli.commands.watching import notices
from home_inventory_cli.connection import Connection
from home_inventory_cli.session import Session
from home_inventory_cli.settings import Settings
from homeassistant.helpers.dispatcher import DATA_DISPATCHER

from custom_components.home_inventory.inventory import SIGNAL_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

    from .conftest import Terminal


async def until(are: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    async with asyncio.timeout(10):
        while not are():  # noqa: ASYNC110 - nothing tells it
            await asyncio.sleep(0.01)


async def until_watched(kit: InventoryTestKit, many: int) -> None:
    """Wait until so many hear of changes."""
    await until(lambda: listeners(kit) >= many)


async def until_left(kit: InventoryTestKit, many: int) -> None:
    """Wait until no more than so many hear of changes."""
    await until(lambda: listeners(kit) <= many)


def listeners(kit: InventoryTestKit) -> int:
    """Return how many hear of changes."""
    return len(kit.hass.data.get(DATA_DISPATCHER, {}).get(SIGNAL_NOTICE, ()))


async def test_every_change_is_a_line(kit: InventoryTestKit, inv: Terminal) -> None:
    """To a script a document for each, as it was told."""
    watcher = await kit.watch()
    before = listeners(kit)
    script = asyncio.create_task(inv("watch", "--json", "--count", "2"))
    await until_watched(kit, before + 1)
    await kit.given_item("Drill")
    await kit.ws("item/adjust", item="Drill", by=2)
    told = [json.loads(line) for line in (await script).out.splitlines()]
    assert told == [await watcher.next(), await watcher.next()]

    await until_left(kit, before)
    person = asyncio.create_task(inv("watch", "--count", "1"))
    await until_watched(kit, before + 1)
    await kit.ws("item/adjust", item="Drill", by=2)
    assert (await person).out.split("  ")[2:] == ["Drill 3 → 5\n"]
    await watcher.close()


async def test_what_happened_while_the_connection_was_away_is_made_up_for(
    hass: HomeAssistant, kit: InventoryTestKit, inv: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once, in its order, and as it would have been told."""
    monkeypatch.setattr("home_inventory_cli.commands.watching._SOON", 0.01)
    environment = inv.environment
    session = Session(
        Settings(url=environment["HOME_INVENTORY_URL"].rstrip("/"), token=environment["HOME_INVENTORY_TOKEN"])
    )
    watched, before = notices(session), listeners(kit)
    first = hass.async_add_executor_job(next, watched)
    await until_watched(kit, before + 1)
    watcher = await kit.watch()
    await kit.given_item("Drill")
    seen = [await first]
    connection = session._connection
    assert isinstance(connection, Connection)
    await hass.async_add_executor_job(connection.close)
    await kit.given_item("Saw")
    await kit.given_location("Garage")
    seen += [await hass.async_add_executor_job(next, watched) for _ in range(2)]
    await kit.given_item("Hammer")
    seen.append(await hass.async_add_executor_job(next, watched))
    assert seen == [await watcher.next() for _ in range(4)]
    await hass.async_add_executor_job(session.close)
    await watcher.close()


@pytest.mark.parametrize(
    "expected_lingering_timers", [True]
)  # Home Assistant goes on asking for a while who was refused
async def test_names_are_offered_while_typing(
    hass: HomeAssistant, kit: InventoryTestKit, inv: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that begin so, as the shell wants them; without an inventory none, and no error."""
    await kit.given_location("Tool shed", kind="room")
    await kit.given_item("Cordless drill")
    await kit.given_item("Cork")

    async def offered(words: str, cut: str, shell: str) -> list[str]:
        asked = {
            "_INV_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": words,
            "COMP_WORDS": words,
            "COMP_CWORD": cut,
        }
        return (await inv(**asked)).out.splitlines()

    assert await offered("inv items show Cord", "3", "bash") == ["Cordless\\ drill"]
    assert await offered("inv items move Cork to", "4", "bash") == ["Tool\\ shed"]
    assert "items" in await offered("inv it", "1", "bash")
    assert "Cordless drill" in "".join(await offered("inv items show Cor", "3", "zsh"))
    inv.environment["HOME_INVENTORY_TOKEN"] = "wrong"
    assert await offered("inv items show Cor", "3", "bash") == [""]
    assert completion.words("active", "expired")("a") == ["active"]
