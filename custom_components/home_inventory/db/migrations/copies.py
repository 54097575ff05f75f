"""The folder where dumps of all tables are kept, one from before each migration."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from ...journal.folder import UNFINISHED, sync_folder
from ..table_dump import check_dump, one_moment, write_dump
from .mark import data_tables

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

KEPT: Final = 3
_NAME: Final = re.compile(r".+-(\d{8}T\d{12}Z)\.jsonl\.gz")


def copy_tables(engine: Engine, folder: Path, revision: str) -> Path:
    """Write what is in the tables to a new file, and make sure that it can be read. Raises OSError or DamagedDumpError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)
    path = _new_path(folder, revision)
    with one_moment(engine) as connection:
        write_dump(connection, path, data_tables(connection), revision)
    check_dump(path)
    return path


def thin_out(folder: Path, but: Path) -> None:
    """Delete all dumps but the last ones and the one named, and what was left of those that were never finished."""
    dumps = sorted((match[1], path) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name)) is not None)
    unfinished = list(folder.glob(f"*{UNFINISHED}"))
    for path in [*unfinished, *(path for _, path in dumps[:-KEPT])]:
        if path != but:
            path.unlink(missing_ok=True)


def _new_path(folder: Path, revision: str) -> Path:
    """Return where nothing is yet: a clock may have gone back."""
    at = datetime.now(UTC)
    while (path := folder / f"{revision}-{at:%Y%m%dT%H%M%S%fZ}.jsonl.gz").exists():
        at += timedelta(microseconds=1)
    return path
