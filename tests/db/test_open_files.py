"""Noticing that SQLite's files are not those any more that are open, on real files."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from custom_components.home_inventory.db import open_files
from custom_components.home_inventory.db.open_files import OpenFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home.db"


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    """A connection that has written, and so has the file and its log open."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as opened:
        opened.execute(text("PRAGMA journal_mode=WAL"))
        opened.execute(text("CREATE TABLE things (name TEXT)"))
        opened.commit()
        yield opened
    engine.dispose()


@pytest.fixture
def files(connection: Connection) -> OpenFiles:
    found = OpenFiles.of(connection.engine)
    assert found is not None
    return found


def test_files_in_use_are_the_same(files: OpenFiles, connection: Connection) -> None:
    connection.execute(text("INSERT INTO things VALUES ('Drill')"))
    connection.commit()
    connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    assert not files.were_replaced()


def _remove(path: Path) -> None:
    path.unlink()


def _move_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def _restore(path: Path) -> None:
    shutil.copyfile(path, path.with_name("older"))
    path.with_name("older").replace(path)


def _remove_log(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


def _renew_log(path: Path) -> None:
    _remove_log(path)
    path.with_name(f"{path.name}-wal").touch()


@pytest.mark.parametrize("happen", [_remove, _move_away, _restore, _remove_log, _renew_log])
def test_what_was_replaced_is_noticed(files: OpenFiles, path: Path, happen: Callable[[Path], None]) -> None:
    happen(path)

    assert files.were_replaced()
    assert files.were_replaced()


def test_a_log_that_begins_later_is_no_replacement(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA user_version=1"))
        connection.commit()
        files = OpenFiles.of(engine)
        assert files is not None
        connection.execute(text("PRAGMA journal_mode=WAL"))
        connection.execute(text("CREATE TABLE things (name TEXT)"))
        connection.commit()

        assert not files.were_replaced()
        assert not files.were_replaced()
    engine.dispose()


def test_a_file_system_that_numbers_files_anew_is_believed_no_word(
    files: OpenFiles, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = os.stat

    class Renumbered:
        def __init__(self, path: str) -> None:
            self.st_ino = look(path).st_ino + 1

    with monkeypatch.context() as patched:
        patched.setattr(open_files.os, "stat", Renumbered)
        assert not files.were_replaced()
        path.unlink()
        assert files.were_replaced()


def test_a_database_without_a_file_has_none() -> None:
    assert OpenFiles.of(create_engine("sqlite://")) is None
    assert OpenFiles.of(create_engine("sqlite:///:memory:")) is None
