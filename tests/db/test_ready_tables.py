"""The tables that most tests get are those that Alembic makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.helpers.recorder import get_instance

from custom_components.home_inventory.db.migrations import HEAD, current_revision
from custom_components.home_inventory.db.migrations.scripts import Scripts
from custom_components.home_inventory.db.tables import changing_tables, drop, shape_of, table_names
from tests import ready_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from homeassistant.core import HomeAssistant
    from sqlalchemy import Connection, Engine

    type Upgrade = Callable[[Scripts, Connection, str], None]


def _make(engine: Engine, upgrade: Upgrade) -> tuple[set[str], str, str | None]:
    """Make the tables in a database that has none; return what came of it."""
    with changing_tables(engine) as connection:
        drop(connection, table_names(connection))
        upgrade(Scripts(), connection, HEAD)
        names = table_names(connection)
        return names, shape_of(connection, names), current_revision(connection)


def _refuse(*_: object) -> None:
    raise AssertionError("Alembic's scripts were run once more")


async def test_what_is_said_again_makes_the_tables_that_alembic_makes(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare() -> None:
        engine = get_instance(hass).engine
        wanted = _make(engine, ready_tables.by_alembic)
        _make(engine, ready_tables.upgrade)  # the first time it listens
        monkeypatch.setattr(ready_tables, "by_alembic", _refuse)

        assert wanted[2] == HEAD
        assert _make(engine, ready_tables.upgrade) == wanted

    await get_instance(hass).async_add_executor_job(compare)
