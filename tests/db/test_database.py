"""The way to the database: one use case at a time, all or nothing."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, OperationalError

from custom_components.home_inventory.db import categories, patience, stock
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.store_errors import StoreBusyError, StoreUnavailableError
from custom_components.home_inventory.inventory import async_can_connect

if TYPE_CHECKING:
    from custom_components.home_inventory.db.work import Work
    from tests.kit import InventoryTestKit


def fail(*_: Any, **__: Any) -> None:
    """Go wrong in a way that nobody has thought of."""
    raise ZeroDivisionError


async def test_a_use_case_that_fails_leaves_nothing_behind(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither rows nor history nor a notice; the next one works."""
    before, watcher = await kit.tables(), await kit.watch()
    with monkeypatch.context() as broken:
        broken.setattr(stock, "add_entry", fail)
        error = await kit.refused("item/add", name="Drill", categories=["Tools"])

    assert error.code == "unknown_error"
    assert await kit.tables() == before
    assert await watcher.sees_nothing()
    assert (await kit.ws("item/add", name="Drill"))["batch"] == (await watcher.next())["batch"]


@pytest.mark.no_fail_on_log_exception
async def test_a_listener_that_fails_keeps_nobody_from_being_told(kit: InventoryTestKit) -> None:
    """The change is committed whatever becomes of it."""
    kit.inventory.async_subscribe(lambda _notice: 1 / 0)
    watcher = await kit.watch()

    added = await kit.ws("item/add", name="Drill")

    assert (await watcher.next())["batch"] == added["batch"]


async def test_a_write_waits_while_somebody_else_writes(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is tried again until it works."""
    tries: list[int] = []

    def busy_twice(work: Work) -> str:
        tries.append(len(tries))
        return busy(tries)

    monkeypatch.setattr(patience, "_PAUSES", (0.0,))

    result, notice = await kit.inventory._database.async_write(SYSTEM, busy_twice)

    assert (result, notice, tries) == ("done", None, [0, 1, 2])


def busy(tries: list[int]) -> str:
    """Be locked the first two times."""
    return "done" if len(tries) > 2 else locked()


def locked(*_: Any) -> str:
    """Be locked by somebody else."""
    raise OperationalError("UPDATE", {}, Exception("database is locked"))


async def test_a_write_gives_up_after_a_while(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller is told that the store is busy."""
    monkeypatch.setattr(patience, "WRITE_TIMEOUT", 0.05)

    with pytest.raises(StoreBusyError):
        await kit.inventory._database.async_write(SYSTEM, locked)


async def test_a_caller_is_answered_even_if_nobody_can_be_told(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed is committed."""
    kit.hass.loop.set_exception_handler(lambda *_: None)
    with monkeypatch.context() as broken:
        broken.setattr(kit.inventory._catalog, "apply", fail)
        added = await kit.ws("item/add", name="Drill")

    assert added["batch"]
    assert await kit.names() == ["Drill"]


@pytest.mark.sqlite
@pytest.mark.parametrize("persistent_database", [True])
async def test_a_backup_that_holds_the_database_is_waited_for(
    kit: InventoryTestKit, recorder_db_url: str, persistent_database: bool
) -> None:
    """Reads go on meanwhile, and the write comes through in the end."""
    await kit.given_item("Drill")
    holder = create_engine(recorder_db_url)
    with holder.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        writing = asyncio.create_task(kit.action("adjust_quantity", item="Drill", by=1))
        await asyncio.sleep(0.3)
        waited, quantity = not writing.done(), (await kit.item("Drill"))["quantity"]
        connection.exec_driver_sql("ROLLBACK")
    holder.dispose()

    assert (waited, quantity) == (True, 1)
    assert (await writing)["item"]["quantity"] == 2


async def test_a_broken_statement_is_not_tried_again(kit: InventoryTestKit) -> None:
    """Only what is locked may be free the next moment."""
    started = time.monotonic()

    with pytest.raises(StoreUnavailableError):
        await kit.inventory._database.async_write(
            SYSTEM, lambda work: work.session.connection().exec_driver_sql("SELECT * FROM gone")
        )

    assert time.monotonic() - started < 5


async def test_a_caller_that_has_gone_changes_nothing_for_the_others(kit: InventoryTestKit) -> None:
    """What waited for it is left out; what was committed is told."""
    store = kit.inventory._database
    going = asyncio.create_task(store.async_write(SYSTEM, lambda _work: "gone"))
    staying = asyncio.create_task(store.async_write(SYSTEM, lambda _work: "here"))
    await asyncio.sleep(0)
    going.cancel()

    assert (await staying)[0] == "here"
    assert going.cancelled() or going.cancelling()


async def test_what_was_committed_is_told_even_if_its_caller_has_gone(kit: InventoryTestKit) -> None:
    """Nobody can take back what is in the database."""
    begun, gate, watcher = asyncio.Event(), threading.Event(), await kit.watch()

    def slow(work: Work) -> str:
        kit.hass.loop.call_soon_threadsafe(begun.set)
        gate.wait(30)
        return categories.add_category(work, "Tools", None)

    writing = asyncio.create_task(kit.inventory._database.async_write(SYSTEM, slow))
    await begun.wait()
    writing.cancel()
    gate.set()

    assert (await watcher.next())["changes"][0]["kind"] == "category"
    assert writing.cancelled()
    assert (await kit.ws("category/list"))["categories"][0]["name"] == "Tools"


async def test_what_breaks_the_rules_of_the_database_is_tried_three_times(kit: InventoryTestKit) -> None:
    """It might have been a code that somebody else has taken; then it is an error."""
    tries: list[Work] = []

    def break_rules(work: Work) -> None:
        tries.append(work)
        raise IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed"))

    with pytest.raises(IntegrityError):
        await kit.inventory._database.async_write(SYSTEM, break_rules)

    assert len(tries) == 3


async def test_it_is_known_whether_the_database_answers(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked before the inventory is set up."""
    answers = await async_can_connect(kit.hass)
    with monkeypatch.context() as broken:
        broken.setattr(get_instance(kit.hass), "engine", create_engine("sqlite:////nowhere/at/all.db"))
        still_answers = await async_can_connect(kit.hass)

    assert (answers, still_answers) == (True, False)
