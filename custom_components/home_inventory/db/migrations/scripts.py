"""Alembic: which revisions there are, which one the tables have, and going from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from ..schema import VERSION_TABLE

if TYPE_CHECKING:
    from sqlalchemy import Connection

HERE: Final = Path(__file__).parent
"""Where Alembic finds this version's migrations."""


class Scripts:
    """The migrations in a folder, which follow each other without branches."""

    def __init__(self, folder: Path = HERE) -> None:
        """Read which there are."""
        self._config = Config()
        self._config.set_main_option("script_location", str(folder).replace("%", "%%"))
        self._config.set_main_option("path_separator", "os")
        newest_first = ScriptDirectory.from_config(self._config).walk_revisions()
        self.revisions: Final = [script.revision for script in newest_first][::-1]
        """Oldest first."""

    def upgrade(self, connection: Connection, revision: str) -> None:
        """Make or alter the tables, in the caller's transaction."""
        self._config.attributes["connection"] = connection
        command.upgrade(self._config, revision)


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the tables; None while there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()
