"""Files that are sent: from the disk, or from standard input."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import IO, TYPE_CHECKING, Final

from .errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_MEMORY: Final = 8 << 20
"""Bytes of standard input; what is longer waits on the disk."""


@contextmanager
def open_file(name: str) -> Iterator[tuple[IO[bytes], int]]:
    """Give a file and its size in bytes; `-` is standard input. Raises UsageError if it can't be read."""
    if name == "-":
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
            copyfileobj(sys.stdin.buffer, file)
            size = file.tell()
            file.seek(0)
            yield file, size
        return
    path = Path(name).expanduser()
    try:
        if not path.is_file():
            raise UsageError(f"There is no file {name}.")
        opened = path.open("rb")
    except OSError as err:
        raise UsageError(f"{name} can't be read: {err}.") from None
    with opened:
        yield opened, path.stat().st_size
