"""A complete export, read back line by line: docs/export-format.md in code. Nothing of it is believed before it was checked."""

from __future__ import annotations

import re
import shutil
import tempfile
import threading
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final

import orjson

from ..domain.complete import END, FORMAT, HEAD, PACKED_NAME, Line, Section
from ..domain.complete_errors import CompleteDamagedError, CompleteInvalidError, CompleteNewerError
from .archives import is_archive, leads_out
from .errors import ImportTooLargeError, ImportUnsafeError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BEGINNING: Final = re.compile(rb'\s*\{\s*"' + HEAD.encode() + rb'"\s*:')
_LOOK: Final = 400
"""Bytes by which a file is known."""
_LONGEST_LINE: Final = 16_000_000
_MOST_BYTES: Final = 4_000_000_000
"""What comes out of a ZIP at most."""
_NUL: Final = b"\\u0000"
_NO_ZIP: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class CompleteFile:
    """A complete export that was put aside, packed or not: a file without a name that goes when nobody needs it any more."""

    def __init__(self, file: BinaryIO, name: str | None) -> None:
        """Take the file, and what the export is called inside it if it is a ZIP."""
        self._file = file
        self._name = name
        self._one_at_a_time = threading.Lock()
        with self._opened() as opened:
            self.has_history = _Lines(opened).has_history

    @property
    def is_packed(self) -> bool:
        """Return whether it is in a ZIP."""
        return self._name is not None

    @contextmanager
    def lines(self) -> Iterator[Iterator[Line]]:
        """Give the records in their order, each once. Reading to the end raises what `complete_errors` has, if anything is wrong."""
        with self._opened() as opened:
            yield iter(_Lines(opened))

    def files(self, sizes: Collection[int], most: int) -> Iterator[bytes]:
        """Yield the contents of the files beside it in the ZIP that have one of the sizes, none of them larger than `most` bytes."""
        if self._name is None:
            return
        with self._one_at_a_time:
            try:
                with zipfile.ZipFile(self._file) as archive:
                    for info in archive.infolist():
                        if info.file_size not in sizes or info.file_size > most:
                            continue
                        with archive.open(info) as member:
                            yield member.read(most + 1)
            except _NO_ZIP:
                raise CompleteDamagedError(0) from None

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """Give the export from its beginning."""
        with self._one_at_a_time:
            self._file.seek(0)
            if self._name is None:
                yield self._file
                return
            with ExitStack() as stack:
                try:
                    archive = stack.enter_context(zipfile.ZipFile(self._file))
                    member = stack.enter_context(archive.open(self._name))
                except _NO_ZIP:
                    raise CompleteDamagedError(0) from None
                yield member


def open_complete(file: BinaryIO) -> CompleteFile | None:
    """Return a file as a complete export if it is one, told by what is in it; it is copied.

    Raises ImportUnsafeError, CompleteDamagedError and CompleteNewerError.
    """
    name: str | None = None
    file.seek(0)
    head = file.read(_LOOK)
    if is_archive(head):
        try:
            with zipfile.ZipFile(file) as archive:
                if PACKED_NAME not in archive.namelist():
                    return None
                with archive.open(PACKED_NAME) as member:
                    head = member.read(_LOOK)
                is_safe = not any(leads_out(info.orig_filename) for info in archive.infolist())
        except _NO_ZIP:
            return None  # whoever reads archives says what is wrong with it
        if not is_safe:
            raise ImportUnsafeError
        name = PACKED_NAME
    if not _BEGINNING.match(head.removeprefix(b"\xef\xbb\xbf")):
        return None
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as somebody may go on with it
    file.seek(0)
    shutil.copyfileobj(file, kept, 1 << 20)
    return CompleteFile(kept, name)


class _Lines:
    """Reads the lines of an export and compares them with what it says of itself at its end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._number = 0
        self._read = 0
        self._sum = sha256()
        self._counts: dict[str, int] = {}
        head = self._object(self._next(), f'{{"{HEAD}": ', ",")
        version = head.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise CompleteNewerError(version)
        if version != FORMAT or not isinstance(head.get("history"), bool):
            raise CompleteDamagedError(1)
        self.has_history: bool = head["history"]

    def __iter__(self) -> Iterator[Line]:
        """Yield the records."""
        for section in Section:
            if section.is_history and not self.has_history:
                continue
            if self._next() != f'"{section}": [\n'.encode():
                raise CompleteDamagedError(self._number)
            yield from self._section(section)
        self._check_end()

    def _section(self, section: Section) -> Iterator[Line]:
        """Yield the records of one list."""
        count, goes_on = 0, True
        while (line := self._next()) != b"],\n":
            if not goes_on:
                raise CompleteDamagedError(self._number)
            goes_on = line.endswith(b",\n")
            if _NUL in line and _NUL in line.replace(b"\\\\", b""):
                raise CompleteInvalidError(self._number, "\\u0000")
            yield Line(self._number, section, self._parsed(line[: -2 if goes_on else -1]))
            count += 1
        if count and goes_on:
            raise CompleteDamagedError(self._number)
        self._counts[section.value] = count

    def _check_end(self) -> None:
        """Compare what was read with the last line."""
        digest = self._sum.hexdigest()
        end = self._object(self._next(), f'"{END}": ', "}")
        if end != {"counts": self._counts, "sha256": digest} or self._file.read(1):
            raise CompleteDamagedError(self._number)

    def _next(self) -> bytes:
        """Return the next line, whole."""
        self._number += 1
        try:
            line = self._file.readline(_LONGEST_LINE)
        except _NO_ZIP:
            raise CompleteDamagedError(self._number) from None
        self._read += len(line)
        if self._read > _MOST_BYTES:
            raise ImportTooLargeError(_MOST_BYTES // 1_000_000)
        if not line.endswith(b"\n"):
            raise CompleteDamagedError(self._number)
        self._sum.update(line)
        return line

    def _object(self, line: bytes, before: str, after: str) -> dict[str, Any]:
        """Return the object that stands in a line of the frame."""
        start, end = before.encode(), f"{after}\n".encode()
        if not (line.startswith(start) and line.endswith(end)):
            raise CompleteDamagedError(self._number)
        return self._parsed(line[len(start) : -len(end)])

    def _parsed(self, text: bytes) -> dict[str, Any]:
        try:
            found = orjson.loads(text)
        except ValueError:
            raise CompleteDamagedError(self._number) from None
        if not isinstance(found, dict):
            raise CompleteDamagedError(self._number)
        return found
