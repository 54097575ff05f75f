"""Bringing the tables of an older version up to date, with Alembic and a version table of our own, so that nothing is lost.

Before a migration all rows are written to a file, and a mark is set in the database. What fails, or is found half done at
the next start, is put back from that file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..tables import drop_tables, missing_tables
from .migration import Migrated, Migration, make
from .scripts import HERE, Scripts, current_revision

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

__all__ = [
    "COPIES",
    "HEAD",
    "Migrated",
    "create_tables",
    "current_revision",
    "drop_tables",
    "migrate",
    "missing_tables",
]

HEAD: Final = "0006"
"""The revision of this version's tables."""
COPIES: Final = "before-migration"


def create_tables(engine: Engine, revision: str = HEAD, scripts: Path = HERE) -> None:
    """Make the tables of a revision in a database that has none, or only empty ones."""
    make(engine, Scripts(scripts), revision)


def migrate(engine: Engine, folder: Path, *, revision: str | None = None, scripts: Path = HERE) -> Migrated | None:
    """Bring the tables up to date, or make them; return what was done, None if they were up to date.

    Copies of what was there before are kept in the folder. With a revision, it is that one they are brought to.
    Raises NewerSchemaError, having touched nothing, if the tables are newer; MigrationFailedError, having put everything
    back, if something goes wrong; DBAPIError if the database does not answer.
    """
    known = Scripts(scripts)
    return Migration(engine, folder / COPIES, known, revision or known.revisions[-1]).run()
