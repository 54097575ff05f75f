"""Writing the journal: every batch is a line, written before the database commits and made durable before the answer."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from ..domain.store_errors import JournalUnwritableError, OutOfStepError
from .entries import START, LineKind, Mark, Meta, batch_line, header, meta_line, moment_line
from .folder import Folder, sync_folder
from .lines import encode
from .reader import survey

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..domain.models import Batch
    from .reader import Survey


class JournalIncompleteError(Exception):
    """What the files hold ends before what was written: somebody has removed or replaced them."""


_sync: Final = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the journal was before something was appended."""

    size: int
    mark: Mark
    meta: Meta


class Journal:
    """The end of the journal. Used by one thread at a time: the writer's."""

    def __init__(self, path: Path) -> None:
        """Take the folder; `look` reads what is in it."""
        self.folder = Folder(path)
        self.meta: Meta | None = None
        self.mark = START
        self._opened_at = 0
        self._file: int | None = None
        self._size = 0
        self._before: _Place | None = None

    @property
    def bytes_since_snapshot(self) -> int:
        """How much there is to read besides the newest snapshot."""
        segments = self.folder.segments()
        return segments[-1].path.stat().st_size if segments else 0

    @property
    def size(self) -> int:
        """The bytes of all files of the journal."""
        return sum(path.stat().st_size for path in self.folder.files())

    def look(self) -> Survey:
        """Return where the journal ends; nothing is written. Raises NewerSchemaError and OSError."""
        found = survey(self.folder)
        self.meta, self.mark = found.meta, found.mark
        return found

    def begin(self, meta: Meta, mark: Mark) -> None:
        """Go on from here; the first line that is written opens a segment if need be."""
        self.close_file()
        self.meta, self.mark = meta, mark
        self._opened_at = mark.sequence

    def append(self, batch: Batch) -> None:
        """Write a batch behind the others. Raises JournalUnwritableError and OutOfStepError; then nothing is written."""
        meta = self._meta()
        if batch.changes[0].sequence != self.mark.sequence + 1:
            raise OutOfStepError
        self._write(encode(batch_line(meta.store_id, batch)))
        self.mark = Mark(batch.changes[-1].sequence, batch.id, batch.at)

    def append_reminded_on(self, day: date) -> None:
        """Write up to which day warranty reminders have been given."""
        meta = self._meta()
        self._write(encode(meta_line(meta.store_id, self.mark.sequence, day)))
        self.meta = replace(meta, reminded_on=day)

    def note(self, kind: LineKind) -> None:
        """Write that the store was opened or closed, for good."""
        self._write(encode(moment_line(self._meta().store_id, self.mark.sequence, kind, datetime.now(UTC))))
        self.sync()

    def take_back(self) -> None:
        """Remove what was appended last: the database has not committed it."""
        if (before := self._before) is None or self._file is None:
            return
        os.ftruncate(self._file, before.size)
        self._size, self.mark, self.meta = before.size, before.mark, before.meta
        self._before = None

    def sync(self) -> None:
        """Make everything that was appended survive a power cut. Raises JournalUnwritableError."""
        self._before = None
        if self._file is None:
            return
        try:
            _sync(self._file)
            if os.fstat(self._file).st_nlink == 0:
                raise FileNotFoundError(2, "The journal's file was deleted")
        except OSError as err:
            self.close_file()
            raise JournalUnwritableError(reason=_reason(err)) from err

    def start_segment(self) -> None:
        """Write what follows under a new header, in a new file if there is anything in the last one.

        Raises JournalUnwritableError.
        """
        self.close_file()
        self._open(is_new=True)

    def close_file(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
        self._file = self._before = None

    def _write(self, line: bytes) -> None:
        """Write a line, all of it or nothing. Raises JournalUnwritableError."""
        if self._file is None:
            self._open()
        assert self._file is not None  # noqa: S101 - for the type checker
        self._before = _Place(self._size, self.mark, self._meta())
        try:
            _write_all(self._file, line)
        except OSError as err:
            self._cut(self._size)
            raise JournalUnwritableError(reason=_reason(err)) from err
        self._size += len(line)

    def _open(self, *, is_new: bool = False) -> None:
        """Open the newest segment at its readable end, or a new one.

        Raises JournalUnwritableError, and JournalIncompleteError when files have gone.
        """
        meta = self._meta()
        try:
            self.folder.make()
            found = survey(self.folder)
            if found.mark.sequence < self.mark.sequence:
                raise JournalIncompleteError
            newest = found.segment if found.segment is not None and found.mark == self.mark else None
            if (
                newest is None
                or newest.base != self.folder.newest_base()
                or (is_new and newest.base < self.mark.sequence)
            ):
                self._create(meta)
                return
            self._reopen(newest.path, found.whole_bytes)
            if is_new:
                self._write(self._header(meta))
                self.sync()
        except OSError as err:
            self.close_file()
            raise JournalUnwritableError(reason=_reason(err)) from err

    def _reopen(self, path: Path, size: int) -> None:
        """Go on with a segment; what is torn at its end goes."""
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND)
        os.ftruncate(self._file, size)
        self._size = size

    def _header(self, meta: Meta) -> bytes:
        """Return the lines that a segment begins with."""
        now = datetime.now(UTC)
        return encode(header(meta, self.mark, now, is_snapshot=False)) + encode(
            moment_line(meta.store_id, self._opened_at, LineKind.OPENED, now)
        )

    def _create(self, meta: Meta) -> None:
        """Begin a segment."""
        path = self.folder.segment_path(self.mark.sequence)
        if path.exists():
            path.replace(path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.damaged"))
        lines = self._header(meta)
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o644)
        self._size = 0
        try:
            _write_all(self._file, lines)
            os.fsync(self._file)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
        self._size = len(lines)

    def _cut(self, size: int) -> None:
        """Remove what was half written; if that fails too, the next start does it."""
        if self._file is not None:
            try:
                os.ftruncate(self._file, size)
            except OSError:
                self.close_file()

    def _meta(self) -> Meta:
        """Return whose journal it is."""
        if self.meta is None:
            raise JournalUnwritableError(reason="the journal has not been begun")
        return self.meta


def _write_all(file: int, data: bytes) -> None:
    """Write all of it, also when the system takes only a part at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _reason(err: OSError) -> str:
    """Return what the system says."""
    return err.strerror or str(err)
