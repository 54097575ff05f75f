"""The way to the database at its end: what waits is done or told so, and nothing hangs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.db import categories, writer
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.store_errors import StoreUnavailableError

if TYPE_CHECKING:
    from custom_components.home_inventory.db.work import Work
    from tests.kit import InventoryTestKit


async def test_while_home_assistant_stops_nothing_more_is_written(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The caller is told so."""
    with monkeypatch.context() as stopping:
        stopping.setattr(get_instance(kit.hass), "async_add_executor_job", stopped)
        with pytest.raises(StoreUnavailableError):
            await kit.inventory._database.async_write(SYSTEM, categories.add_category, "Tools", None)

    assert (await kit.ws("category/list"))["total"] == 0


def stopped(*_: Any) -> None:
    """Take no more."""
    raise RuntimeError("cannot schedule new futures after shutdown")


async def test_a_server_that_is_away_is_not_waited_for_when_home_assistant_stops(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits is told so: Home Assistant would be killed before a server comes back."""
    monkeypatch.setattr(writer, "_LAST_WAIT", 0.0)
    store, away = kit.inventory._database, Exception(2002, "Can't connect to server on '127.0.0.1' (115)")

    def not_there(_work: Work) -> None:
        raise OperationalError("BEGIN", {}, away)

    waiting = [asyncio.create_task(store.async_write(SYSTEM, not_there)) for _ in range(8)]
    await asyncio.sleep(0.3)
    still_waiting = not any(task.done() for task in waiting)
    async with asyncio.timeout(30):
        await kit.inventory.store.async_close()
        told = await asyncio.gather(*waiting, return_exceptions=True)

    assert still_waiting
    assert {type(error) for error in told} == {StoreUnavailableError}
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)


async def test_closing_finishes_what_waits(kit: InventoryTestKit) -> None:
    """Everything that was asked for before is done; closing again does no harm."""
    store = kit.inventory._database
    writes = [asyncio.create_task(store.async_write(SYSTEM, lambda _work: "done")) for _ in range(120)]
    await asyncio.sleep(0)

    await store.async_close()
    await store.async_close()

    assert {result for result, _ in await asyncio.gather(*writes)} == {"done"}
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)


async def test_what_comes_after_closing_is_refused(kit: InventoryTestKit) -> None:
    """Nobody opens the journal's file again behind its last line."""
    database = kit.inventory._database
    await database.async_close()

    for late in (database.async_snapshot(), database.async_write(SYSTEM, lambda _work: None)):
        with pytest.raises(StoreUnavailableError):
            await late
    assert database._keeper.journal._file is None
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)


async def test_what_home_assistant_interrupts_at_its_end_is_refused(kit: InventoryTestKit) -> None:
    """It ends busy threads with SystemExit, which would end the event loop that waits for them."""

    def interrupted(*_: Any) -> None:
        raise SystemExit

    database = kit.inventory._database
    writes = [database.async_write(SYSTEM, interrupted), database.async_write(SYSTEM, lambda _work: None)]

    first, second = await asyncio.gather(*writes, return_exceptions=True)
    assert isinstance(first, StoreUnavailableError)
    assert second == (None, None) or isinstance(second, StoreUnavailableError)  # it waited, or came after that
    for call in (database.async_read(interrupted), database._async_chore(interrupted)):
        with pytest.raises(StoreUnavailableError):
            await call
    await kit.given_item("Drill")


async def test_whoever_waits_is_answered_whatever_keeps_the_journal_from_being_durable(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those whose change was committed already, and who comes next."""
    database = kit.inventory._database

    def interrupted() -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(database._writer._runner, "sync", interrupted)
        calls = [kit.given_item("Drill"), database._async_chore(lambda: "done"), kit.given_item("Saw")]
        async with asyncio.timeout(10):
            drill, chore, saw = await asyncio.gather(*calls, return_exceptions=True)
    assert isinstance(drill, Exception)
    assert chore == "done" or isinstance(chore, StoreUnavailableError)
    assert isinstance(saw, Exception)
    await kit.given_item("Hammer")


async def test_closing_comes_to_an_end_even_if_the_writing_thread_is_interrupted(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = kit.inventory._database

    def interrupted() -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(database._writer._runner, "sync", interrupted)
        write = asyncio.create_task(kit.given_item("Drill"))
        await asyncio.sleep(0)
        await database.async_close()
    with pytest.raises(Exception, match=r"."):
        await write
    assert database._keeper.journal._file is None
    assert await kit.hass.config_entries.async_reload(kit.entry.entry_id)
