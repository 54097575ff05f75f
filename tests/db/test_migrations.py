"""The tables are made, brought up to date, and left alone when they are newer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from homeassistant.config_entries import ConfigEntryState
from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.db.migrations import migrate
from custom_components.home_inventory.db.schema import PREFIX, VERSION_TABLE, Base
from custom_components.home_inventory.domain.errors import NewerSchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockConfigEntry
    from sqlalchemy import Engine

    from tests.kit import InventoryTestKit


@pytest.fixture(params=["memory", "file"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Return a database that nobody has used yet."""
    made = create_engine({"memory": "sqlite://", "file": f"sqlite:///{tmp_path}/home.db"}[request.param])
    yield made
    made.dispose()


def is_ours(_object: Any, name: str | None, type_: str, *_: Any) -> bool:
    """Return whether a difference is about us."""
    return type_ != "table" or (name or "").startswith(PREFIX)


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    """No table, column, index, key or type is different."""
    migrate(engine)

    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts={**options, "include_object": is_ours})
        assert compare_metadata(context, Base.metadata) == []
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, VERSION_TABLE}


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    """Not a single statement that writes."""
    migrate(engine)
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))

    migrate(engine)

    assert statements
    assert all(statement.lstrip().startswith(("SELECT", "PRAGMA")) for statement in statements)


def test_a_migration_that_failed_half_way_works_the_next_time(engine: Engine) -> None:
    """As after a power cut: what is there already is taken over."""
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {PREFIX}stock (id INTEGER)"))
    with pytest.raises(OperationalError):
        migrate(engine)
    with engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {PREFIX}stock"))

    migrate(engine)

    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, VERSION_TABLE}


def test_the_tables_of_a_newer_version_are_left_alone(engine: Engine) -> None:
    """The error names the version."""
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))

    with pytest.raises(NewerSchemaError) as refused:
        migrate(engine)

    assert "9999" in str(refused.value)


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
    with pytest.raises(Exception, match="FOREIGN KEY"):
        await kit.run_sql(
            "INSERT INTO home_inventory_item_barcodes (item_id, position, barcode) VALUES ('nothing', 0, '1')"
        )


async def test_the_recorder_keeps_its_own_tables(hass: HomeAssistant, entry: MockConfigEntry, kit: Any) -> None:
    """Ours are beside them, all with our prefix."""
    await kit.run_sql("SELECT 1 FROM states")

    assert all(name.startswith("home_inventory_") for name in Base.metadata.tables)
