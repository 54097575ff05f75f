"""Bringing the tables of an older version up to date, with Alembic and a version table of our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from ...domain.errors import NewerSchemaError
from ..schema import VERSION_TABLE

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, or make them. Raises NewerSchemaError and touches nothing if they are newer."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        if is_current(connection, config):
            return
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(connection: Connection, config: Config) -> bool:
    """Return whether the tables are those of this version."""
    scripts = ScriptDirectory.from_config(config)
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    found = context.get_current_revision()
    if found is not None:
        try:
            scripts.get_revision(found)
        except CommandError as err:
            raise NewerSchemaError(version=found) from err
    return found == scripts.get_current_head()
