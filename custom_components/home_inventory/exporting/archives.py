"""Archives: files under names that are safe to unpack anywhere, written one after the other and never held in memory."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_LONGEST: Final = 80
"""Letters of a name: some systems take no path of more than 260."""
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that mean devices on Windows."""
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of an archive: what it is called there, and where it is."""

    name: str
    file: Path
    is_packed: bool = False
    """Whether packing it would be of no use: pictures are packed already."""


class ArchiveWriter:
    """Writes an archive."""

    def __init__(self, file: Path, at: datetime) -> None:
        """Begin it; all its files are of one moment."""
        self._zip = ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6)
        self._at = at.timetuple()[:6]
        self._names: set[str] = set()

    def add_text(self, name: str, text: str) -> None:
        """Add a text with the ends of lines that every editor knows."""
        self._zip.writestr(self._info(name), text.replace("\n", "\r\n").encode("utf-8-sig"))

    def add(self, members: Iterable[Member]) -> int:
        """Add files; return how many there were. One that is missing is left out. Raises OSError."""
        count = 0
        for member in members:
            try:
                source = member.file.open("rb")
            except FileNotFoundError:
                continue
            info = self._info(member.name)
            info.compress_type = ZIP_STORED if member.is_packed else ZIP_DEFLATED
            with source, self._zip.open(info, "w", force_zip64=True) as target:
                while piece := source.read(_PIECE):
                    target.write(piece)
            count += 1
        return count

    def close(self) -> None:
        """Finish the archive. Raises OSError."""
        self._zip.close()

    def _info(self, name: str) -> ZipInfo:
        """Return what stands before a file in the archive; of two with one name the second gets a number."""
        stem, point, ending = name.rpartition(".")
        unique, copies = name, 1
        while unique.casefold() in self._names:
            copies += 1
            unique = f"{stem} ({copies}){point}{ending}" if point else f"{name} ({copies})"
        self._names.add(unique.casefold())
        info = ZipInfo(unique, self._at)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return info


def safe_name(text: str) -> str:
    """Return a name for a file that every system takes and that leads out of no folder; "file" when nothing is left."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    name = " ".join("".join(letter for letter in name if letter.isprintable()).split())
    name = name.strip(". ")[:_LONGEST].strip(". ")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "file"
