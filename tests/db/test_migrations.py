"""The tables are made and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from homeassistant.config_entries import ConfigEntryState
from sqlalchemy import create_engine, event, inspect, text

from custom_components.home_inventory.db.migrations import (
    HEAD,
    create_tables,
    drop_tables,
    migrate,
    missing_tables,
)
from custom_components.home_inventory.db.migrations.mark import MARK_TABLE
from custom_components.home_inventory.db.migrations.scripts import HERE
from custom_components.home_inventory.db.schema import PREFIX, VERSION_TABLE, Base
from custom_components.home_inventory.db.table_dump import check_dump
from custom_components.home_inventory.domain.store_errors import MigrationFailedError, NewerSchemaError
from tests.db.migrating import ALTER, Store, scripts_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from homeassistant.core import HomeAssistant
    from sqlalchemy import Engine

    from tests.kit import InventoryTestKit


@pytest.fixture
def persistent_database() -> bool:
    """Let the recorder use a real file."""
    return True


@pytest.fixture(params=["memory", "file"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return a database that nobody has used yet."""
    made = create_engine({"memory": "sqlite://", "file": f"sqlite:///{tmp_path}/home.db"}[request.param])
    yield made
    made.dispose()


def is_ours(_object: Any, name: str | None, type_: str, *_: Any) -> bool:
    """Return whether a difference is about us."""
    return type_ != "table" or (name or "").startswith(PREFIX)


def test_the_migrations_make_what_the_models_say(engine: Engine, tmp_path: Path) -> None:
    """No table, column, index, key or type is different; a new store needs no copy."""
    made = migrate(engine, tmp_path)

    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts={**options, "include_object": is_ours})
        assert compare_metadata(context, Base.metadata) == []
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, VERSION_TABLE}
    assert made is not None
    assert (made.before, made.after, made.dump) == (None, HEAD, None)


def test_migrating_again_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    """Not a single statement that writes."""
    migrate(engine, tmp_path)
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))

    assert migrate(engine, tmp_path) is None

    assert statements
    assert all(statement.lstrip().startswith(("SELECT", "PRAGMA")) for statement in statements)


def test_what_was_begun_and_never_filled_is_made_anew(engine: Engine, tmp_path: Path) -> None:
    """As after a power cut in the middle of making the first tables."""
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {PREFIX}stock (id INTEGER)"))

    migrate(engine, tmp_path)

    with engine.connect() as connection:
        assert missing_tables(connection) == set()
        assert len(inspect(connection).get_columns(f"{PREFIX}stock")) > 1


async def test_rows_that_do_not_say_their_revision_are_left_alone(store: Store, tmp_path: Path) -> None:
    """Nobody can know what to do with them."""
    await store.sql(f"DELETE FROM {VERSION_TABLE}")
    before = await store.state()

    with pytest.raises(MigrationFailedError):
        await store.migrate(scripts_with(tmp_path))

    assert await store.state() == before


async def test_tables_are_dropped_whatever_is_left_of_them(store: Store) -> None:
    """Also those of another version, and without one that others refer to."""
    await store.sql(f"DROP TABLE {PREFIX}stock")
    await store.sql(f"CREATE TABLE {PREFIX}from_tomorrow (id INTEGER)")

    await store.run(drop_tables, store.engine)
    assert await store.state() in ({}, {"schema": []})
    await store.run(drop_tables, store.engine)
    await store.run(create_tables, store.engine)

    assert {name for name in await store.state() if name != "schema"} == {*Base.metadata.tables, VERSION_TABLE}


async def test_the_tables_are_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    """After all rows were written to a file; what refers to a table that is altered still does."""
    before = await store.state()

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    after = await store.state()
    assert done is not None
    assert (done.before, done.after, [done.dump]) == ("0001", "0002", store.dumps)
    assert check_dump(store.dumps[0]) == sum(
        len(rows) for name, rows in before.items() if name not in ("schema", VERSION_TABLE)
    )
    assert len(after[f"{PREFIX}stock"]) == len(before[f"{PREFIX}stock"]) > 0
    assert len(after[f"{PREFIX}locations"]) == len(before[f"{PREFIX}locations"]) > 0
    assert MARK_TABLE not in after


async def test_other_names_come_to_a_home_without_any(store: Store) -> None:
    """Nothing else is touched; if it was cut off half done, it is done once more."""
    before = await store.state()

    done = await store.migrate(HERE, "0002")

    after = await store.state()
    assert done is not None
    assert (done.before, done.after, after[f"{PREFIX}item_aliases"]) == ("0001", "0002", [])
    news = {"schema", VERSION_TABLE, f"{PREFIX}item_aliases"}
    assert {name: after[name] for name in after.keys() - news} == {name: before[name] for name in before.keys() - news}
    await store.sql(f"UPDATE {VERSION_TABLE} SET version_num = '0001'")
    await store.migrate(HERE, "0002")
    assert await store.state() == after


async def test_devices_come_to_a_home_without_any(store: Store) -> None:
    """Nothing else is touched; if it was cut off half done, it is done once more."""
    await store.fill("0002")
    before = await store.state()

    done = await store.migrate(HERE, "0003")

    after = await store.state()
    tables = {f"{PREFIX}{name}" for name in ("devices", "identities", "refusals", "sightings", "sync_runs")}
    assert done is not None
    assert (done.before, done.after) == ("0002", "0003")
    assert {name: after[name] for name in tables} == {name: [] for name in tables}
    kept = before.keys() - {"schema", VERSION_TABLE}
    assert {name: after[name] for name in after.keys() - tables - {"schema", VERSION_TABLE}} == {
        name: before[name] for name in kept
    }
    await store.sql(f"UPDATE {VERSION_TABLE} SET version_num = '0002'")
    await store.migrate(HERE, "0003")
    assert await store.state() == after


async def test_loans_come_to_a_home_without_any(store: Store) -> None:
    """Nothing else is touched; if it was cut off half done, it is done once more."""
    await store.fill("0004")
    before = await store.state()

    done = await store.migrate(HERE, "0005")

    after = await store.state()
    assert done is not None
    assert (done.before, done.after, after[f"{PREFIX}loans"]) == ("0004", "0005", [])
    news = {"schema", VERSION_TABLE, f"{PREFIX}loans"}
    assert {name: after[name] for name in after.keys() - news} == {name: before[name] for name in before.keys() - news}
    await store.sql(f"UPDATE {VERSION_TABLE} SET version_num = '0004'")
    await store.migrate(HERE, "0005")
    assert await store.state() == after


async def test_attachments_come_to_a_home_without_any(store: Store) -> None:
    """Nothing else is touched; if it was cut off half done, it is done once more."""
    await store.fill("0005")
    before = await store.state()

    done = await store.migrate(HERE, "0006")

    after = await store.state()
    assert done is not None
    assert (done.before, done.after, after[f"{PREFIX}attachments"]) == ("0005", "0006", [])
    news = {"schema", VERSION_TABLE, f"{PREFIX}attachments"}
    assert {name: after[name] for name in after.keys() - news} == {name: before[name] for name in before.keys() - news}
    await store.sql(f"UPDATE {VERSION_TABLE} SET version_num = '0005'")
    await store.migrate(HERE, "0006")
    assert await store.state() == after


async def test_the_last_three_copies_are_kept(store: Store, tmp_path: Path) -> None:
    """None is overwritten; what was never finished goes."""
    copies = [await store.copy() for _ in range(4)]
    (store.copies / "0001-20261121T000000000000Z.jsonl.gz.new").touch()
    (store.copies / "mine.txt").touch()

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert done is not None
    assert [*copies[-2:], done.dump, store.copies / "mine.txt"] == store.dumps


async def test_the_newest_copy_is_kept_though_the_clock_was_ahead_before(store: Store, tmp_path: Path) -> None:
    """A small computer without a battery begins its days in 1970."""
    store.copies.mkdir()
    ahead = [store.copies / f"0001-20991231T23595900000{number}Z.jsonl.gz" for number in range(4)]
    [path.touch() for path in ahead]

    done = await store.migrate(scripts_with(tmp_path, ALTER))

    assert done is not None
    assert store.dumps == [done.dump, *ahead[1:]]


async def test_tables_are_brought_to_a_given_revision(store: Store, tmp_path: Path) -> None:
    """Step by step; there is no way back."""
    scripts = scripts_with(tmp_path, "pass", ALTER)

    first = await store.migrate(scripts, "0002")
    second = await store.migrate(scripts)

    assert [(done.before, done.after) for done in (first, second) if done] == [("0001", "0002"), ("0002", "0003")]
    with pytest.raises(NewerSchemaError):
        await store.migrate(scripts, "0002")


async def test_the_tables_of_a_newer_version_are_left_alone(store: Store, tmp_path: Path) -> None:
    """The error names the version."""
    await store.migrate(scripts_with(tmp_path, ALTER))
    before = await store.state()

    with pytest.raises(NewerSchemaError) as refused:
        await store.migrate(scripts_with(tmp_path))

    assert refused.value.placeholders == {"version": "0002"}
    assert await store.state() == before


async def test_an_inventory_of_a_newer_version_is_not_opened(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """Set-up ends with an error, and nothing is changed."""
    await kit.given_item("Drill")
    await hass.config_entries.async_unload(kit.entry.entry_id)
    await kit.run_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    before = await kit.tables()

    await hass.config_entries.async_setup(kit.entry.entry_id)

    assert kit.entry.state is ConfigEntryState.SETUP_ERROR
    assert kit.entry.error_reason_translation_key == "schema_newer"
    assert await kit.tables() == before


async def test_foreign_keys_are_on(kit: InventoryTestKit) -> None:
    """The database itself keeps what belongs together."""
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await kit.run_sql(
            "INSERT INTO home_inventory_item_barcodes (item_id, position, barcode) VALUES ('nothing', 0, '1')"
        )


async def test_the_recorder_keeps_its_own_tables(kit: InventoryTestKit) -> None:
    """Ours are beside them, all with our prefix."""
    await kit.run_sql("SELECT 1 FROM states")

    assert all(name.startswith("home_inventory_") for name in Base.metadata.tables)
