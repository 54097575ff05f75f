"""Bringing the tables of an older version up to date, with Alembic and a version table of our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from ...domain.errors import NewerSchemaError
from ..schema import VERSION_TABLE
from ..tables import changing_tables, drop_tables, missing_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["HEAD", "create_tables", "current_revision", "drop_tables", "migrate", "missing_tables"]

HEAD: Final = "0001"
"""The revision of this version's tables."""
_HERE: Final = Path(__file__).parent


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the tables; None while there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def create_tables(engine: Engine, revision: str = "head") -> None:
    """Make what is missing of the tables of a revision."""
    config = _config()
    with changing_tables(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def migrate(engine: Engine, folder: Path | None = None) -> None:
    """Bring the tables up to date, or make them. Raises NewerSchemaError and touches nothing if they are newer."""
    with engine.connect() as connection:
        if is_current(connection, _config()):
            return
    create_tables(engine)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "os")
    return config


def is_current(connection: Connection, config: Config) -> bool:
    """Return whether the tables are those of this version."""
    scripts = ScriptDirectory.from_config(config)
    found = current_revision(connection)
    if found is not None:
        try:
            scripts.get_revision(found)
        except CommandError as err:
            raise NewerSchemaError(version=found) from err
    return found == scripts.get_current_head()
