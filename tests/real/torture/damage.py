"""What happens to database files."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

WAYS = ("truncate", "noise", "delete", "older")
_BESIDE = ("-wal", "-shm")


def files_of(database: Path) -> list[Path]:
    """Return the file, and those that SQLite keeps beside it."""
    paths = [database, *(database.with_name(database.name + end) for end in _BESIDE)]
    return [path for path in paths if path.exists()]


def copy(database: Path, target: Path) -> None:
    """Take a copy as a whole, also while somebody writes."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)
        copied.execute("PRAGMA journal_mode=WAL")


def do(way: str, database: Path, older: Path, random: Random) -> str:
    """Damage it; return what was done in words."""
    return {"truncate": _truncate, "noise": _noise, "delete": _delete, "older": _older}[way](database, older, random)


def _truncate(database: Path, _older: Path, random: Random) -> str:
    size = random.choice([0, 100, 4096, random.randrange(database.stat().st_size)])
    with database.open("r+b") as file:
        file.truncate(size)
    return f"truncated to {size}{_beside(database, random)}"


def _noise(database: Path, _older: Path, random: Random) -> str:
    size = database.stat().st_size
    how = random.choice(["whole", "head", "pages", "bytes"])
    with database.open("r+b") as file:
        if how == "whole":
            file.write(random.randbytes(size))
        elif how == "head":
            file.write(random.randbytes(1024))
        else:
            for _ in range(random.randint(1, 40)):
                file.seek(random.randrange(size))
                file.write(random.randbytes(4096 if how == "pages" else random.randint(1, 60)))
    return f"noise: {how}{_beside(database, random)}"


def _delete(database: Path, _older: Path, random: Random) -> str:
    chosen = files_of(database) if random.random() < 0.7 else [database]
    for path in chosen:
        path.unlink()
    return f"deleted {len(chosen)} files"


def _older(database: Path, older: Path, random: Random) -> str:
    """Replace it as people do: with a new file, or with new contents of the same."""
    how = random.choice(["moved", "copied over"])
    if how == "moved":
        new = database.with_name("restored")
        shutil.copyfile(older, new)
        new.replace(database)
    else:
        shutil.copyfile(older, database)
    return f"older copy {how}{_beside(database, random)}"


def _beside(database: Path, random: Random) -> str:
    """Remove what SQLite keeps beside the file, or leave it there."""
    if random.random() < 0.5:
        return ""
    for path in files_of(database)[1:]:
        path.unlink()
    return ", WAL removed"
