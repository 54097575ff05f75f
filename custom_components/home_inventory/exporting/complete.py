"""The complete export as a file: JSON with one record in each line, so that it can be read by people and line by line."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import orjson

from ..domain.complete import END, FORMAT, HEAD, Section

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

_BUFFER: Final = 1 << 20


def write_complete(file: BinaryIO, records: Iterable[tuple[Section, dict[str, Any]]], *, history: bool) -> int:
    """Write records, which come in the order of their sections; return how many they were.

    What is written depends on the records alone: the same inventory makes the same file, byte for byte. Raises OSError.
    """
    writer = _Writer(file)
    writer.line(f'{{"{HEAD}": {orjson.dumps({"format": FORMAT, "history": history}).decode()},')
    rest = iter(records)
    following = next(rest, None)
    counts: dict[str, int] = {}
    for section in Section:
        if section.is_history and not history:
            continue
        writer.line(f'"{section}": [')
        count = 0
        while following is not None and following[0] is section:
            _, record = following
            following = next(rest, None)
            is_last = following is None or following[0] is not section
            writer.write(orjson.dumps(record) + (b"\n" if is_last else b",\n"))
            count += 1
        counts[section.value] = count
        writer.line("],")
    if following is not None:
        raise ValueError(f"{following[0]} comes too late")
    end = orjson.dumps({"counts": counts, "sha256": writer.digest()}).decode()
    writer.line(f'"{END}": {end}}}')
    writer.flush()
    return sum(counts.values())


class _Writer:
    """Writes in large portions and adds up what it has written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = sha256()
        self._waiting: list[bytes] = []
        self._size = 0

    def line(self, text: str) -> None:
        """Write a line of the frame around the records."""
        self.write(f"{text}\n".encode())

    def write(self, data: bytes) -> None:
        """Write bytes."""
        self._waiting.append(data)
        self._size += len(data)
        if self._size >= _BUFFER:
            self.flush()

    def digest(self) -> str:
        """Return the sum over everything up to here, as hex digits."""
        self.flush()
        return self._sum.hexdigest()

    def flush(self) -> None:
        """Hand on what waits."""
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._size = 0
        self._sum.update(data)
        self._file.write(data)
