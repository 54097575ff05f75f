"""Keeping files by their content: what is written is on the disk before anybody refers to it."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from ..domain.attachment_errors import FileEmptyError, FileNotKeptError, FileTooLargeError, FileUnknownError
from ..domain.attachments import StoredFile
from ..domain.media_types import HEAD_LENGTH, media_type_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MEGABYTE: Final = 1024 * 1024
FILE_LIMIT: Final = 25 * MEGABYTE
"""Bytes of the largest file that is kept."""
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PREFIX: Final = "home_inventory-"
_STALE: Final = 24 * 3600.0
"""Seconds after which a file that never came in whole is cleared away."""


class FileStore:
    """A folder of files, each called by the SHA-256 of its content, so that the same content is kept once.

    All of it blocks: it belongs into a thread. Nothing is ever changed; `remove` is for what nobody needs any more.
    """

    def __init__(self, folder: Path, incoming: Path) -> None:
        """Make no folder yet. What comes in lies in a folder of its own, on the same disk, until it is whole."""
        self.folder = folder
        self.incoming = incoming

    def path_of(self, digest: str) -> Path:
        """Return where a file is or would be. Raises FileUnknownError for what can't be a digest."""
        if not _DIGEST.fullmatch(digest):
            raise FileUnknownError
        return self.folder / digest[:2] / digest

    def describe(self, digest: str) -> StoredFile:
        """Return what is known of a file, or raise FileUnknownError."""
        path = self.path_of(digest)
        try:
            with path.open("rb") as file:
                head = file.read(HEAD_LENGTH)
                size = os.fstat(file.fileno()).st_size
        except OSError:
            raise FileUnknownError from None
        return StoredFile(digest=digest, size=size, media_type=media_type_of(head))

    def claim(self, digest: str) -> StoredFile:
        """Describe a file that is about to be referred to: its time begins anew, so that it is not cleared away meanwhile."""
        with suppress(OSError):
            os.utime(self.path_of(digest))
        return self.describe(digest)

    def missing(self, digests: Iterable[str]) -> set[str]:
        """Return those of the files that are not there."""
        return {digest for digest in digests if not self.path_of(digest).is_file()}

    def begin(self) -> Incoming:
        """Let a file come in bit by bit; whoever begins one closes it. Raises FileNotKeptError if the disk refuses."""
        with kept_or_refused():
            self.incoming.mkdir(parents=True, exist_ok=True)
            return Incoming(self, self.incoming / f"{_PREFIX}{secrets.token_hex(16)}")

    def put(self, content: bytes) -> StoredFile:
        """Keep a file that is at hand. Raises FileEmptyError, FileTooLargeError and FileNotKeptError."""
        return self.take_portions((content,))

    def take(self, path: Path) -> StoredFile:
        """Keep a copy of a file, read in portions. Raises what `put` raises, and OSError if it can't be read."""
        with path.open("rb") as file:
            return self.take_portions(iter(lambda: file.read(MEGABYTE), b""))

    def take_portions(self, portions: Iterable[bytes]) -> StoredFile:
        """Keep a file that comes in portions. Raises what `put` raises, and what the portions raise."""
        incoming = self.begin()
        try:
            for portion in portions:
                incoming.write(portion)
            return incoming.finish()
        finally:
            incoming.close()

    def brought_before(self, moment: float) -> list[str]:
        """Return the files that were last brought in before a moment, in seconds since 1970."""
        return [path.name for path in self._files() if path.stat().st_mtime < moment]

    def remove(self, digests: Iterable[str], before: float) -> list[str]:
        """Delete files for good, unless they were brought in anew since a moment; return which went."""
        gone = []
        for digest in digests:
            path = self.path_of(digest)
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
                    gone.append(digest)
        return gone

    def clear_incoming(self) -> None:
        """Delete what began to come in long ago, before the power failed perhaps."""
        stale = time.time() - _STALE
        for path in self._in(self.incoming):
            with suppress(FileNotFoundError):
                if path.name.startswith(_PREFIX) and path.stat().st_mtime < stale:
                    path.unlink()

    def _files(self) -> Iterator[Path]:
        """Yield the files that are kept."""
        for part in self._in(self.folder):
            yield from (path for path in self._in(part) if _DIGEST.fullmatch(path.name))

    @staticmethod
    def _in(folder: Path) -> list[Path]:
        """Return what is in a folder; nothing if there is none."""
        return sorted(folder.iterdir()) if folder.is_dir() else []


class Incoming:
    """A file that is coming in. What is not finished leaves no trace once it is closed."""

    def __init__(self, store: FileStore, path: Path) -> None:
        """Begin a file under a name of its own."""
        self._store = store
        self._path = path
        self._file = path.open("xb")
        self._hash = hashlib.sha256()
        self._head = b""
        self._size = 0

    def write(self, portion: bytes) -> None:
        """Take in a portion. Raises FileTooLargeError as soon as there is too much, and FileNotKeptError."""
        self._size += len(portion)
        if self._size > FILE_LIMIT:
            raise FileTooLargeError(limit=FILE_LIMIT // MEGABYTE)
        if len(self._head) < HEAD_LENGTH:
            self._head += portion[: HEAD_LENGTH - len(self._head)]
        self._hash.update(portion)
        with kept_or_refused():
            self._file.write(portion)

    def finish(self) -> StoredFile:
        """Keep the file: it is on the disk when this returns. Raises FileEmptyError and FileNotKeptError."""
        if not self._size:
            raise FileEmptyError
        digest = self._hash.hexdigest()
        target = self._store.path_of(digest)
        with kept_or_refused():
            self._file.flush()
            os.fsync(self._file.fileno())
            target.parent.mkdir(parents=True, exist_ok=True)
            self._path.replace(target)  # also over the same content, whose time of coming begins anew
            for folder in (target.parent, self._store.folder, self._store.folder.parent):
                _sync_folder(folder)
        return StoredFile(digest=digest, size=self._size, media_type=media_type_of(self._head))

    def close(self) -> None:
        """Forget what was not finished."""
        with suppress(OSError):  # what could not be written can't be written now either
            self._file.close()
        self._path.unlink(missing_ok=True)


@contextmanager
def kept_or_refused() -> Iterator[None]:
    """Say that a file could not be kept instead of what the disk says."""
    try:
        yield
    except OSError as err:
        raise FileNotKeptError(reason=err.strerror or type(err).__name__) from err


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
