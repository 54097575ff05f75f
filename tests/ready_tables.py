"""Makes the inventory's tables by saying again what Alembic has said: its scripts take a quarter of the time of a short test.

The scripts run for the first home of a process. In every further empty database the very same statements are run. Where there is anything of ours
already, and for scripts of a test's own, Alembic itself does the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

from custom_components.home_inventory.db.migrations.scripts import HERE, Scripts
from custom_components.home_inventory.db.tables import table_names

if TYPE_CHECKING:
    from sqlalchemy import Connection

type _Statement = tuple[str, Any]

_ASKING: Final = ("SELECT", "PRAGMA", "SHOW", "DESCRIBE")
by_alembic: Final = Scripts.upgrade
"""How tables are made without this module."""
_said: Final[dict[tuple[str, str], list[_Statement]]] = {}
"""By database and revision."""


def upgrade(scripts: Scripts, connection: Connection, revision: str) -> None:
    """Make or alter the tables, as `Scripts.upgrade` does."""
    if scripts._config.get_main_option("script_location") != str(HERE) or table_names(connection):
        by_alembic(scripts, connection, revision)
        return
    key = (connection.dialect.name, revision)
    if (known := _said.get(key)) is None:
        _said[key] = _listen(scripts, connection, revision)
        return
    for statement, values in known:
        connection.exec_driver_sql(statement, values)


def _listen(scripts: Scripts, connection: Connection, revision: str) -> list[_Statement]:
    """Let Alembic make the tables; return the statements that it took."""
    heard: list[_Statement] = []

    def hear(*about: Any) -> None:
        _, _, statement, values, _, _ = about
        if not statement.lstrip().upper().startswith(_ASKING):
            heard.append((statement, values))

    event.listen(connection, "before_cursor_execute", hear)
    try:
        by_alembic(scripts, connection, revision)
    finally:
        event.remove(connection, "before_cursor_execute", hear)
    return heard
