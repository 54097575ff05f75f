"""From the bytes of a file to its table: what it is, is told by what is in it and never by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .archives import Archive, is_archive
from .csv_files import read_csv
from .errors import ImportEmptyError, ImportFormatError, ImportTooLargeError
from .json_files import read_json
from .limits import MAX_MEGABYTES
from .workbooks import WORKBOOK, read_workbook

if TYPE_CHECKING:
    from .tables import Table

_TABLES: Final = (".csv", ".tsv", ".json", ".xlsx", ".txt")
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"SQLite format 3",
    b"<",
)
"""How files begin that people take for tables: PDF, pictures, XLS, gzip, databases, web pages."""


class FileKind(StrEnum):
    """What a table was in."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read."""

    kind: FileKind
    table: Table


def open_file(content: bytes) -> Opened:
    """Return the table of a file. Raises an error of `errors.py`."""
    if len(content) > MAX_MEGABYTES * 1_000_000:
        raise ImportTooLargeError(MAX_MEGABYTES)
    if not content.strip():
        raise ImportEmptyError
    if is_archive(content):
        archive = Archive(content)
        if WORKBOOK in archive.names:
            return Opened(FileKind.XLSX, read_workbook(content, archive))
        return Opened(FileKind.ZIP, _from_archive(archive))
    return _read_plain(content)


def _from_archive(archive: Archive) -> Table:
    """Return the largest table of an archive; what else is in it is listed. Raises ImportFormatError."""
    tables = [name for name in archive.names if name.lower().endswith(_TABLES) and not name.startswith("__MACOSX")]
    contents = {name: archive.read(name) for name in tables[:20]}
    for name in sorted(contents, key=lambda name: (not name.lower().endswith((".csv", ".tsv")), -len(contents[name]))):
        if is_archive(contents[name]):
            inner = Archive(contents[name])
            if WORKBOOK not in inner.names:  # no archives in archives
                continue
            table = read_workbook(contents[name], inner)
        else:
            table = _read_plain(contents[name]).table
        return replace(table, files=tuple(other for other in archive.names if other != name))
    raise ImportFormatError


def _read_plain(content: bytes) -> Opened:
    """Return the table of a file of text."""
    if content.lstrip().startswith(_FOREIGN):
        raise ImportFormatError
    head = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if head in (b"[", b"{") or content[:4] in (b"\xff\xfe[\x00", b"\xff\xfe{\x00"):
        return Opened(FileKind.JSON, read_json(content))
    return Opened(FileKind.CSV, read_csv(content))
