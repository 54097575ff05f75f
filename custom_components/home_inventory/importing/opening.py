"""From the bytes of a file to its table: what it is, is told by what is in it and never by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ..domain.errors import InvalidValueError
from .archives import Archive, is_archive
from .csv_files import read_csv
from .documents import recognise
from .errors import ImportEmptyError, ImportFormatError, ImportTooLargeError
from .json_files import json_table, parse_json
from .limits import MAX_MEGABYTES
from .workbooks import WORKBOOK, open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .documents import Document
    from .packed import PackedFiles
    from .tables import Table
    from .workbooks import Workbook

_TABLES: Final = (".csv", ".tsv", ".json", ".xlsx", ".txt")
_MOST_TABLES: Final = 60
"""Files of an archive that are looked into; some programs give one for each kind of thing."""
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
    format: str | None = None
    """Whose it is, if that is seen from more than the names of the columns."""
    packed: PackedFiles | None = None
    """Where the photos and papers of the rows are."""
    book: Workbook | None = None
    sheet: str | None = None
    """Which sheet of the workbook the table is."""

    def on_sheet(self, name: str) -> Opened:
        """Return another sheet of the workbook. Raises InvalidValueError if there is none, and what reading it raises."""
        if self.book is None:
            raise InvalidValueError("sheet", "only workbooks have sheets")
        return replace(self, table=replace(self.book.table(name), files=self.table.files), sheet=name)


def open_file(content: bytes) -> Opened:
    """Return the table of a file. Raises an error of `errors.py`."""
    if len(content) > MAX_MEGABYTES * 1_000_000:
        raise ImportTooLargeError(MAX_MEGABYTES)
    if not content.strip():
        raise ImportEmptyError
    if is_archive(content):
        archive = Archive(content)
        if WORKBOOK in archive.names:
            return _from_workbook(content, archive)
        return _from_archive(archive)
    return _read_plain(content)


def open_document(document: Document) -> Opened:
    """Return the table of what a program has answered. Raises ImportFormatError for what nobody writes."""
    if (known := recognise(document)) is None:
        raise ImportFormatError
    return Opened(FileKind.JSON, known.table(document), known.format)


def _from_workbook(content: bytes, archive: Archive) -> Opened:
    """Return the sheet of a workbook that is likely to be meant."""
    book = open_workbook(content, archive)
    return Opened(FileKind.XLSX, book.table(book.proposed), book=book, sheet=book.proposed)


def _from_archive(archive: Archive) -> Opened:
    """Return what the JSON files of an archive are together, else its largest table; what else is in it is listed.

    Raises ImportFormatError.
    """
    tables = [name for name in archive.names if name.lower().endswith(_TABLES) and not name.startswith("__MACOSX")]
    contents = {name: archive.read(name) for name in tables[:_MOST_TABLES]}
    if (opened := _from_documents(archive, contents)) is not None:
        return opened
    for name in sorted(contents, key=lambda name: (not name.lower().endswith((".csv", ".tsv")), -len(contents[name]))):
        if is_archive(contents[name]):
            inner = Archive(contents[name])
            if WORKBOOK not in inner.names:  # no archives in archives
                continue
            opened = _from_workbook(contents[name], inner)
        else:
            opened = _read_plain(contents[name])
        table = replace(opened.table, files=tuple(other for other in archive.names if other != name))
        return replace(opened, kind=FileKind.ZIP, table=table)
    raise ImportFormatError


def _from_documents(archive: Archive, contents: Mapping[str, bytes]) -> Opened | None:
    """Return what the JSON files of an archive are together, if somebody writes them so."""
    parsed = {name: parse_json(content) for name, content in contents.items() if name.lower().endswith(".json")}
    known = recognise(parsed) if parsed else None
    if known is None:
        return None
    table = replace(known.table(parsed), files=tuple(name for name in archive.names if name not in parsed))
    return Opened(FileKind.ZIP, table, known.format)


def _read_plain(content: bytes) -> Opened:
    """Return the table of a file of text."""
    if content.lstrip().startswith(_FOREIGN):
        raise ImportFormatError
    head = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if head not in (b"[", b"{") and content[:4] not in (b"\xff\xfe[\x00", b"\xff\xfe{\x00"):
        return Opened(FileKind.CSV, read_csv(content))
    document = {"": parse_json(content)}
    if (known := recognise(document)) is not None:
        return Opened(FileKind.JSON, known.table(document), known.format)
    return Opened(FileKind.JSON, json_table(document[""]))
