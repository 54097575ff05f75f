"""Archives: what is in a ZIP, without trusting what it says of itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from .errors import ImportTooLargeError, ImportUnreadableError, ImportUnsafeError
from .limits import MAX_MEMBERS, MAX_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAGIC: Final = b"PK\x03\x04"
_EMPTY_MAGIC: Final = b"PK\x05\x06"
_PIECE: Final = 1 << 20


class Archive:
    """An archive that was looked through: no name leads out of it, and no more comes out of it than is bearable."""

    def __init__(self, content: bytes) -> None:
        """Read what is in it. Raises ImportUnreadableError, ImportUnsafeError, ImportTooLargeError."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OverflowError:
            raise ImportUnreadableError("zip") from None
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(members) > MAX_MEMBERS or sum(info.file_size for info in members) > MAX_UNPACKED:
            raise ImportTooLargeError(MAX_UNPACKED // 1_000_000)
        if any(leads_out(info.orig_filename) for info in members):
            raise ImportUnsafeError
        self._members: Mapping[str, zipfile.ZipInfo] = {info.filename: info for info in members}
        self._left = MAX_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files in it, in their order."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return one file. Counts what really comes out of all: the sizes that stand in the archive may be lies."""
        pieces = []
        try:
            with self._zip.open(self._members[name]) as file:
                while piece := file.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise ImportTooLargeError(MAX_UNPACKED // 1_000_000)
                    pieces.append(piece)
        except zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError:
            raise ImportUnreadableError("zip") from None
        return b"".join(pieces)


def is_archive(content: bytes) -> bool:
    """Return whether a file begins as a ZIP does."""
    return content.startswith((_MAGIC, _EMPTY_MAGIC))


def leads_out(name: str) -> bool:
    """Return whether a name is absolute, goes up, or is written to be read differently elsewhere."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name or not name.isprintable()
