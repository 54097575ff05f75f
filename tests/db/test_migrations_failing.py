"""A migration that fails or is cut off leaves everything as it was before."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.db import table_dump
from custom_components.home_inventory.db.migrations import (
    drop_tables,
)
from custom_components.home_inventory.db.migrations.mark import MARK_TABLE
from custom_components.home_inventory.db.table_dump import check_dump
from custom_components.home_inventory.domain.store_errors import MigrationFailedError
from tests.db.migrating import ALTER, DIE, FAIL, KEEP, ORPHAN, WAIT, Store, scripts_with

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def persistent_database() -> bool:
    """Let the recorder use a real file."""
    return True


@pytest.mark.parametrize(
    "steps",
    [[ALTER + FAIL], [ALTER + KEEP + FAIL], [ALTER, FAIL], [ALTER + KEEP, FAIL]],
    ids=["in one", "kept", "in two", "the first kept"],
)
async def test_a_migration_that_fails_leaves_everything_as_it_was(
    store: Store, tmp_path: Path, steps: list[str]
) -> None:
    """To the byte, also when the database has kept half of it for good; the copy is kept."""
    before = await store.state()

    with pytest.raises(MigrationFailedError) as failed:
        await store.migrate(scripts_with(tmp_path, *steps))

    assert await store.state() == before
    assert [dump.name.partition("-")[0] for dump in store.dumps] == ["0001"]
    assert check_dump(store.dumps[0]) > 0
    assert failed.value.placeholders["revision"] == "0001"
    assert "label_id" in failed.value.placeholders["reason"]


async def test_a_database_that_just_does_not_answer_is_asked_again_later(store: Store, tmp_path: Path) -> None:
    """It is not the migration that has failed; all the same everything is as it was."""
    before = await store.state()

    with pytest.raises(OperationalError):
        await store.migrate(scripts_with(tmp_path, ALTER + KEEP + WAIT))

    assert await store.state() == before


async def test_what_failed_works_with_a_mended_version(store: Store, tmp_path: Path) -> None:
    """Nothing of the failure is in its way."""
    with pytest.raises(MigrationFailedError):
        await store.migrate(scripts_with(tmp_path, ALTER + KEEP + FAIL))

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert done is not None
    assert (done.after, done.was_interrupted) == ("0002", False)


@pytest.mark.parametrize("steps", [ALTER + DIE, ALTER + KEEP + DIE], ids=["rolled back", "kept"])
async def test_a_migration_that_was_cut_off_is_taken_back_at_the_next_start(
    store: Store, tmp_path: Path, steps: str
) -> None:
    """Then it is done from the start, or left if the older version is back."""
    before = await store.state()
    assert await store.die(scripts_with(tmp_path, steps)) == 9
    assert MARK_TABLE in await store.state()

    done = await store.migrate(scripts_with(tmp_path))

    assert await store.state() == before
    assert done is not None
    assert (done.before, done.after, done.was_interrupted) == ("0001", "0001", True)
    assert await store.migrate(scripts_with(tmp_path)) is None


async def test_a_migration_that_was_cut_off_is_done_again(store: Store, tmp_path: Path) -> None:
    """By the version that began it."""
    assert await store.die(scripts_with(tmp_path, ALTER + KEEP + DIE)) == 9

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert done is not None
    assert (done.before, done.after, done.was_interrupted) == ("0001", "0002", True)
    assert len(store.dumps) == 2


async def test_a_restore_that_was_cut_off_is_done_again(store: Store, tmp_path: Path) -> None:
    """All tables but the mark may have gone by then."""
    before = await store.state()
    assert await store.die(scripts_with(tmp_path, ALTER + KEEP + DIE)) == 9
    tables = [name for name in await store.state() if name not in ("schema", MARK_TABLE)]
    cut_off = {name: rows for name, rows in (await store.state()).items() if name == MARK_TABLE}
    await store.run(drop_tables, store.engine)
    mark = cut_off[MARK_TABLE][0]
    dump, shape = store.dumps[0].name, mark.split("'")[-2]
    await store.sql(
        f"CREATE TABLE {MARK_TABLE} (dump VARCHAR(255), {quoted(store, 'before')} VARCHAR(32),"
        f" {quoted(store, 'after')} VARCHAR(32), shape VARCHAR(32))"
    )
    await store.sql(f"INSERT INTO {MARK_TABLE} VALUES ('{dump}', '0001', '0002', '{shape}')")

    await store.migrate(scripts_with(tmp_path))

    assert tables
    assert await store.state() == before


def quoted(store: Store, name: str) -> str:
    """Return a name that is a word of SQL, too."""
    return store.engine.dialect.identifier_preparer.quote(name)


async def test_a_copy_that_is_needed_and_damaged_is_not_used(store: Store, tmp_path: Path) -> None:
    """Rather half a migration than half a copy of it: whoever has the file elsewhere can put it back."""
    assert await store.die(scripts_with(tmp_path, ALTER + KEEP + DIE)) == 9
    half_done = await store.state()
    whole = store.dumps[0].read_bytes()
    store.dumps[0].write_bytes(whole[:-100])

    with pytest.raises(MigrationFailedError) as failed:
        await store.migrate(scripts_with(tmp_path, ALTER))
    assert await store.state() == half_done
    store.dumps[0].write_bytes(whole)
    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert store.dumps[0].name in failed.value.placeholders["reason"]
    assert done is not None


async def test_a_copy_that_is_lost_is_not_needed_where_nothing_was_kept(store: Store, tmp_path: Path) -> None:
    """The database itself has taken everything back."""
    assert await store.die(scripts_with(tmp_path, ALTER + DIE)) == 9
    rolls_back = store.engine.dialect.name in ("sqlite", "postgresql")
    for dump in store.dumps * rolls_back:
        dump.unlink()

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert done is not None
    assert done.was_interrupted


async def test_nothing_is_migrated_without_room_for_a_copy(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what is missing; no half copy is left."""
    before = await store.state()

    def full(*_: Any) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(table_dump.gzip.GzipFile, "write", full)
    with pytest.raises(MigrationFailedError) as failed:
        await store.migrate(scripts_with(tmp_path, ALTER))

    assert await store.state() == before
    assert store.dumps == []
    assert "No space left on device" in failed.value.placeholders["reason"]


async def test_nothing_is_migrated_where_the_folder_is_a_file(store: Store, tmp_path: Path) -> None:
    """An unusual mishap, with the usual answer."""
    before = await store.state()
    store.copies.write_text("in the way")

    with pytest.raises(MigrationFailedError):
        await store.migrate(scripts_with(tmp_path, ALTER))

    assert await store.state() == before


async def test_rows_that_would_refer_to_nothing_fail_a_migration(store: Store, tmp_path: Path) -> None:
    """SQLite does not look while tables are altered, so that is done at the end."""
    before = await store.state()

    with pytest.raises(MigrationFailedError):
        await store.migrate(scripts_with(tmp_path, ORPHAN))

    assert await store.state() == before
