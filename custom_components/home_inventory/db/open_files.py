"""Whether SQLite's files are still those that this process has open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from sqlalchemy import Engine

_OPEN: Final = Path("/proc/self/fd")
_NO_FILE: Final = -1


class OpenFiles:
    """A database's file and its write-ahead log, as they were found when they were opened."""

    def __init__(self, path: str) -> None:
        """Take the database's path."""
        self._paths = (path, f"{path}-wal")
        self._inodes = self._look()

    @classmethod
    def of(cls, engine: Engine) -> Self | None:
        """Return the files of an engine; None if it has none."""
        path = engine.url.database if engine.dialect.name == "sqlite" else None
        return None if path is None or path == ":memory:" else cls(path)

    def were_replaced(self) -> bool:
        """Return whether a file is another one, or gone, while connections have the old one open; in some microseconds.

        Without the write-ahead log (https://www.sqlite.org/howtocorrupt.html, section 4.4) connections that were open go
        on in the old one, later ones begin another, and neither sees what the other has committed.
        """
        if (now := self._look()) == self._inodes:
            return False
        if self._inodes[1] == _NO_FILE and now[0] == self._inodes[0]:
            self._inodes = now  # the log comes with the first transaction
            return False
        if _has_lost(self._paths):
            return True
        self._inodes = now  # some file systems give a file another number now and then
        return False

    def _look(self) -> tuple[int, int]:
        """Return which files the paths lead to."""
        return _inode(self._paths[0]), _inode(self._paths[1])


def _has_lost(paths: tuple[str, ...]) -> bool:
    """Return whether the process has a file open that none of its paths leads to any more.

    Linux says so of each open file (proc_pid_fd(5)); a system that does not is taken at the word of its numbers.
    """
    wanted = tuple(os.path.realpath(path) for path in paths)
    try:
        files = tuple(_OPEN.iterdir())
    except OSError:
        return True
    found = set[str]()
    for file in files:
        try:
            found.add(str(file.readlink()))
        except OSError:
            continue  # it has been closed meanwhile
    return wanted[0] not in found or any(f"{path} (deleted)" in found for path in wanted)


def _inode(path: str) -> int:
    """Return which file a path leads to."""
    try:
        return os.stat(path).st_ino  # noqa: PTH116 - a path of SQLite's
    except OSError:
        return _NO_FILE
