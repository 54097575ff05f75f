"""The files in an archive that was put aside: photos and papers, which are never in memory together."""

from __future__ import annotations

import shutil
import tempfile
import threading
import zipfile
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final

from ..domain.attachment_errors import FileEmptyError, FileTooLargeError
from ..domain.attachments import StoredFile
from ..domain.media_types import HEAD_LENGTH, media_type_of
from .archives import leads_out
from .errors import ImportTooLargeError, ImportUnreadableError, ImportUnsafeError
from .limits import MAX_PACKED, MAX_PACKED_FILES, MAX_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE: Final = 1 << 20
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class PackedFiles:
    """An archive without a name, which goes when nobody needs it any more. Sizes that stand in it are not believed."""

    def __init__(self, file: BinaryIO, largest: int) -> None:
        """Put a copy of an archive aside; of its files, none larger than `largest` bytes is wanted.

        Raises ImportUnreadableError, ImportUnsafeError, ImportTooLargeError.
        """
        self._largest = largest
        self._one_at_a_time = threading.Lock()
        kept = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as somebody may go on with it
        file.seek(0)
        shutil.copyfileobj(file, kept, _PIECE)
        try:
            self._zip = zipfile.ZipFile(kept)
        except _DAMAGED:
            raise ImportUnreadableError("zip") from None
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(members) > MAX_PACKED_FILES:
            raise ImportTooLargeError(MAX_PACKED // 1_000_000)
        if any(leads_out(info.orig_filename) for info in members):
            raise ImportUnsafeError
        self._members = {info.filename: info for info in members}
        self._left = MAX_PACKED
        self._tables_left = MAX_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files, in their order."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return a file with a table. Raises ImportUnreadableError, and ImportTooLargeError if the tables are too large together."""
        pieces = []
        for piece in self._pieces(name):
            self._tables_left -= len(piece)
            if self._tables_left < 0:
                raise ImportTooLargeError(MAX_UNPACKED // 1_000_000)
            pieces.append(piece)
        return b"".join(pieces)

    def describe(self, name: str) -> StoredFile:
        """Return what a file is. Raises FileEmptyError, FileTooLargeError, ImportUnreadableError, ImportTooLargeError."""
        digest, size, head = sha256(), 0, b""
        for piece in self._pieces(name):
            self._left -= len(piece)
            if self._left < 0:
                raise ImportTooLargeError(MAX_PACKED // 1_000_000)
            size += len(piece)
            if size > self._largest:
                raise FileTooLargeError(limit=self._largest // _PIECE)
            head = head or piece[:HEAD_LENGTH]
            digest.update(piece)
        if not size:
            raise FileEmptyError
        return StoredFile(digest=digest.hexdigest(), size=size, media_type=media_type_of(head))

    def portions(self, name: str) -> Iterator[bytes]:
        """Give a file that was described, about a megabyte at a time. Raises ImportUnreadableError."""
        return self._pieces(name)

    def _pieces(self, name: str) -> Iterator[bytes]:
        """Give a file piece by piece."""
        with self._one_at_a_time:
            try:
                with self._zip.open(self._members[name]) as file:
                    while piece := file.read(_PIECE):
                        yield piece
            except _DAMAGED:
                raise ImportUnreadableError("zip") from None
