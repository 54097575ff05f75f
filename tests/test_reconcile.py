"""Database and journal do not say the same: what is done about it, at the start and while people use the store."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.config_entries import ConfigEntryState
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.recorder import get_instance

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db import keeper as keeper_module
from custom_components.home_inventory.db.rebuild import _Filler
from custom_components.home_inventory.db.tables import drop_tables
from custom_components.home_inventory.domain.store_errors import StoreUnavailableError
from custom_components.home_inventory.journal import journal as journal_module

if TYPE_CHECKING:
    from .kit import InventoryTestKit

pytestmark = [pytest.mark.sqlite, pytest.mark.parametrize("persistent_database", [True], ids=["file"])]


@pytest.fixture
async def home(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a little of everything."""
    for name in ("Garage", "Attic"):
        await kit.given_location(name)
    await kit.given_item(
        "Drill", location="Garage", categories=["Tools"], barcodes=["4006381333931"], aliases=["Borer"]
    )
    await kit.given_item("Saw", location="Garage", quantity=2)
    await kit.ws("item/move", item="Saw", to="Attic")
    await kit.given_item("Gone")
    await kit.ws("item/remove", item="Gone", permanently=True)
    return kit


def folder(kit: InventoryTestKit) -> Path:
    return Path(kit.hass.config.path(DOMAIN, "journal"))


async def drop(kit: InventoryTestKit) -> None:
    """Take everything from the database at once, as a new file would."""
    kit.is_tampered = True
    recorder = get_instance(kit.hass)
    await recorder.async_add_executor_job(lambda: drop_tables(recorder.engine))


async def stop(kit: InventoryTestKit) -> None:
    assert await kit.hass.config_entries.async_unload(kit.entry.entry_id)


async def start(kit: InventoryTestKit) -> bool:
    return await kit.hass.config_entries.async_setup(kit.entry.entry_id)


async def in_order(kit: InventoryTestKit) -> bool:
    return await kit.inventory.store.async_verify() == []


def issues(kit: InventoryTestKit) -> dict[str, dict[str, str] | None]:
    """Return our repair issues: placeholders by translation key."""
    return {
        str(issue.translation_key): issue.translation_placeholders
        for (domain, _), issue in ir.async_get(kit.hass).issues.items()
        if domain == DOMAIN and issue.active and issue.translation_key != "frontend_missing"
    }


async def test_a_change_finds_the_tables_gone_and_brings_them_back(home: InventoryTestKit) -> None:
    """Its caller is answered as always, and a repair says what was done."""
    before, rows = await home.everything(), await home.tables()
    await drop(home)

    added = await home.ws("item/add", name="Lamp")

    assert added["item"]["name"] == "Lamp"
    await home.ws("change/undo", batch=added["batch"])
    assert await home.everything() == before
    found = await home.tables()
    assert {table: set(map(repr, kept)) - set(map(repr, found[table])) for table, kept in rows.items()} == {
        table: set() for table in rows
    }
    assert (issues(home)["database_rebuilt"] or {})["items"] == "2"
    assert (await home.ws("store/info"))["generation"] == 2
    assert await in_order(home)


async def test_reading_brings_the_tables_back_too(home: InventoryTestKit) -> None:
    """Nobody has to change anything for that."""
    before = await home.everything()
    await drop(home)

    assert await home.everything() == before
    assert "database_rebuilt" in issues(home)
    assert await in_order(home)


async def test_many_who_find_the_tables_gone_at_once_are_all_answered(home: InventoryTestKit) -> None:
    """They are brought back once."""
    await drop(home)

    await home.ws_at_once("item/adjust", [{"item": "Drill", "by": 1}] * 20)

    assert (await home.item("Drill"))["quantity"] == 21
    assert (await home.ws("store/info"))["generation"] == 2
    assert await in_order(home)


async def test_a_rebuild_that_was_cut_off_is_done_again(
    home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half filled tables count as empty."""
    before = await home.everything()
    await stop(home)
    await drop(home)

    def cut_off(*_args: Any) -> int:
        raise StoreUnavailableError

    with monkeypatch.context() as power:
        power.setattr(_Filler, "fill_history", cut_off)
        assert not await start(home)
    await stop(home)
    assert await start(home)

    assert await home.everything() == before
    assert await in_order(home)


async def test_what_can_not_be_made_durable_in_its_file_is_made_so_in_another(
    home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database has it, and a new journal is made from that."""

    def fail(_file: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(journal_module, "_sync", fail)
        await home.given_item("Lamp")
    await home.given_item("Lantern")

    assert {"Lamp", "Lantern"} <= set(await home.names())
    assert (await home.ws("store/info"))["recovery"]["kind"] == "journal_renewed"
    assert await in_order(home)


async def test_what_can_be_made_durable_nowhere_is_refused(
    home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the database, but nobody was told that it is safe; the next change goes through."""

    def fail(*_args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(journal_module, "_sync", fail)
        disk.setattr(keeper_module, "write_snapshot", fail)
        error = await home.refused("item/add", name="Lamp")
    await home.given_item("Lantern")

    assert error.code == "journal_unwritable"
    assert "Lantern" in await home.names()
    assert await in_order(home)


async def test_many_changes_share_a_sync(home: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is answered only after it."""
    synced: list[int] = []
    real = journal_module._sync
    monkeypatch.setattr(journal_module, "_sync", lambda file: synced.append(file) or real(file))

    await home.ws_at_once("item/adjust", [{"item": "Drill", "by": 1}] * 100)

    assert (await home.item("Drill"))["quantity"] == 101
    assert len(synced) <= 50


@pytest.mark.parametrize("is_running", [True, False], ids=["running", "at rest"])
async def test_a_journal_that_was_deleted_is_written_anew(home: InventoryTestKit, is_running: bool) -> None:
    """The database has everything."""
    if is_running:
        shutil.rmtree(folder(home))
        await home.ws("item/adjust", item="Drill", to=5)
    else:
        await stop(home)
        shutil.rmtree(folder(home))
        assert await start(home)
    await home.ws("item/adjust", item="Drill", to=7)

    assert (await home.item("Drill"))["quantity"] == 7
    assert await in_order(home)


async def test_a_journal_of_yesterday_is_caught_up(home: InventoryTestKit, tmp_path: Path) -> None:
    """The database is ahead, with the same history before."""
    await stop(home)
    shutil.copytree(folder(home), tmp_path / "yesterday")
    assert await start(home)
    await home.given_item("Lamp")
    await stop(home)
    shutil.rmtree(folder(home))
    shutil.copytree(tmp_path / "yesterday", folder(home))

    assert await start(home)

    assert await home.names(sort="name") == ["Drill", "Lamp", "Saw"]
    assert issues(home) == {}
    assert await in_order(home)


def damage_a_line(kit: InventoryTestKit, number: int) -> None:
    path = max(folder(kit).glob("journal-*"))
    lines = path.read_bytes().splitlines(keepends=True)
    lines[number] = lines[number].replace(b"changes", b"chances")
    path.write_bytes(b"".join(lines))


async def test_a_damaged_journal_is_written_anew_from_the_database(home: InventoryTestKit) -> None:
    """Nothing is lost, and a repair says where the damaged one is."""
    before = await home.everything()
    await stop(home)
    damage_a_line(home, -3)

    assert await start(home)

    assert await home.everything() == before
    about = issues(home)["journal_renewed_damaged"] or {}
    assert about["unreadable"] == "1"
    assert folder(home).parent.name in about["kept_in"]
    assert await in_order(home)


async def test_of_a_damaged_journal_alone_comes_back_what_can_be_read(home: InventoryTestKit) -> None:
    """A repair says how much is lost."""
    await home.given_item("Lamp")
    await stop(home)
    await drop(home)
    damage_a_line(home, -2)

    assert await start(home)

    assert await home.names(sort="name") == ["Drill", "Saw"]
    assert int((issues(home)["database_rebuilt_damaged"] or {})["unreadable"]) >= 1
    assert await in_order(home)


async def test_noise_that_can_be_read_is_found_before_a_snapshot(home: InventoryTestKit) -> None:
    """The journal, whose lines have checksums, is right; what the database said is kept."""
    before = await home.everything()
    await home.run_sql("UPDATE home_inventory_items SET manufacturer = 'Nois' WHERE name = 'Drill'")

    await home.action("create_snapshot")

    assert await home.everything() == before
    assert (issues(home)["database_rebuilt"] or {})["kept_in"] != "-"
    assert await in_order(home)


async def test_an_older_database_is_asked_about_and_nothing_touched(home: InventoryTestKit) -> None:
    """Until somebody has chosen."""
    await stop(home)
    last = "(SELECT MAX(id) FROM home_inventory_batches)"
    await home.run_sql(f"DELETE FROM home_inventory_changes WHERE batch_id = {last}")
    await home.run_sql(f"DELETE FROM home_inventory_batches WHERE id = {last}")
    before = [path.read_bytes() for path in sorted(folder(home).iterdir())]

    assert not await start(home)

    assert home.entry.state is ConfigEntryState.SETUP_ERROR
    assert (issues(home)["database_older"] or {})["journal_examples"] == "Gone"
    assert [path.read_bytes() for path in sorted(folder(home).iterdir())] == before
