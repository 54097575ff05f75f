"""What tests of migrations need: further migrations, and a store to run them on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeassistant.helpers.recorder import get_instance
from sqlalchemy import text

from custom_components.home_inventory.db.migrations import migrate
from custom_components.home_inventory.db.migrations.copies import copy_tables
from custom_components.home_inventory.db.migrations.scripts import HERE
from custom_components.home_inventory.db.tables import table_names
from tests.stored_homes import async_load_home, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import HomeAssistant
    from sqlalchemy import Engine

    from custom_components.home_inventory.db.migrations import Migrated

MIGRATION = '''
"""A migration of a version that never was."""

import os

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade():
    """Bring the tables to the next revision."""
{steps}
'''
ALTER = """
with op.batch_alter_table("home_inventory_locations") as locations:
    locations.alter_column("description", new_column_name="about", existing_type=sa.Text())
    locations.add_column(sa.Column("colour", sa.String(16), nullable=True))
op.execute("UPDATE home_inventory_items SET notes = 'overwritten', vendor = NULL")
op.execute("DELETE FROM home_inventory_changes")
op.create_table("home_inventory_loans", sa.Column("id", sa.Integer(), primary_key=True))
op.drop_table("home_inventory_item_barcodes")
"""
"""Alters a table that others refer to, loses rows, a table and a column's name, and makes a new table."""
KEEP = """
op.get_bind().exec_driver_sql("COMMIT")
"""
"""What MariaDB does by itself after each statement that alters a table: there is no going back."""
FAIL = """
op.execute("INSERT INTO home_inventory_item_labels (item_id, label_id) SELECT id, NULL FROM home_inventory_items")
"""
DIE = """
os._exit(9)
"""
WAIT = """
raise sa.exc.OperationalError(None, None, Exception("database is locked"))
"""
ORPHAN = """
op.execute("DELETE FROM home_inventory_items")
"""


def scripts_with(folder: Path, *migrations: str) -> Path:
    """Return a folder of migrations: the first of the real ones, and after it those whose steps are given."""
    made = folder / f"scripts-{len(list(folder.iterdir()))}"
    shutil.copytree(HERE, made, ignore=shutil.ignore_patterns("__pycache__"))
    for later in (made / "versions").glob("*.py"):
        if not later.name.startswith("0001"):
            later.unlink()
    for number, steps in enumerate(migrations, 2):
        indented = "\n".join(f"    {line}" for line in steps.strip("\n").splitlines())
        filled = MIGRATION.format(revision=f"{number:04}", before=f"{number - 1:04}", steps=indented)
        (made / "versions" / f"{number:04}_never_was.py").write_text(filled)
    return made


class Store:
    """The recorder's database with a stored home in it, and the folder for copies."""

    def __init__(self, hass: HomeAssistant, folder: Path) -> None:
        """Take an empty folder."""
        self._hass = hass
        self.folder = folder / "home_inventory"
        self.folder.mkdir()
        self.copies = self.folder / "before-migration"

    @property
    def engine(self) -> Engine:
        """Return the recorder's."""
        engine: Engine = get_instance(self._hass).engine
        return engine

    @property
    def dumps(self) -> list[Path]:
        """Return the copies that there are, oldest first."""
        return sorted(self.copies.iterdir()) if self.copies.is_dir() else []

    async def run[**P, T](self, func: Callable[P, T], *args: P.args) -> T:
        """Run something as the recorder's other work."""
        result: T = await get_instance(self._hass).async_add_executor_job(func, *args)
        return result

    async def fill(self, revision: str = "0001") -> None:
        """Put the stored home of a revision into the database."""
        await async_load_home(self._hass, path_of(revision))

    async def migrate(self, scripts: Path, revision: str | None = None) -> Migrated | None:
        """Migrate with these scripts."""
        return await self.run(lambda: migrate(self.engine, self.folder, revision=revision, scripts=scripts))

    async def copy(self, revision: str = "0001") -> Path:
        """Write a dump."""
        return await self.run(copy_tables, self.engine, self.copies, revision)

    async def die(self, scripts: Path) -> int:
        """Migrate in a process that may not come back; return how it ended."""
        url = self.engine.url.render_as_string(hide_password=False)
        program = (
            "import sys, pathlib\n"
            "from sqlalchemy import create_engine\n"
            "from custom_components.home_inventory.db.migrations import migrate\n"
            "migrate(create_engine(sys.argv[1]), pathlib.Path(sys.argv[2]), scripts=pathlib.Path(sys.argv[3]))\n"
        )
        root = Path(__file__).parents[2]
        command = [sys.executable, "-c", program, url, str(self.folder), str(scripts)]
        done = await self.run(
            lambda: subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False)  # noqa: S603
        )
        return done.returncode

    async def sql(self, statement: str) -> None:
        """Run a statement."""

        def execute() -> None:
            with self.engine.begin() as connection:
                connection.execute(text(statement))

        await self.run(execute)

    async def state(self) -> dict[str, Any]:
        """Return every table with every row as the driver gives it, the type of each value included, and SQLite's own schema."""
        return await self.run(self._state)

    def _state(self) -> dict[str, Any]:
        quote = self.engine.dialect.identifier_preparer.quote
        with self.engine.connect() as connection:
            found: dict[str, Any] = {
                name: sorted(
                    # PostgreSQL's driver gives bytes as a view, which is written as where it is in memory.
                    repr([(type(value), bytes(value) if isinstance(value, memoryview) else value) for value in row])
                    for row in connection.execute(text(f"SELECT * FROM {quote(name)}"))
                )
                for name in table_names(connection)
            }
            if self.engine.dialect.name == "sqlite":
                made = "SELECT sql FROM sqlite_master WHERE tbl_name LIKE 'home_inventory_%' ORDER BY name"
                found["schema"] = [row[0] for row in connection.execute(text(made))]
        return found
