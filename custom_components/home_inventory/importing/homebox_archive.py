"""Homebox: opening the archive of a collection, which may be much larger than a table: its photos and papers are in it."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from .archives import is_archive
from .homebox_collection import TABLES, homebox_collection_table, is_homebox_collection
from .json_files import parse_json
from .opening import FileKind, Opened
from .packed import PackedFiles

if TYPE_CHECKING:
    from collections.abc import Iterable


def open_collection(file: BinaryIO, largest: int) -> Opened | None:
    """Return a collection if a file is one, told by what is in it; photos and papers up to `largest` bytes each come along.

    Raises an error of `errors.py`.
    """
    file.seek(0)
    if not is_archive(file.read(4)):
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            if not is_homebox_collection(archive.namelist()):
                return None
    except zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError:
        return None  # whoever reads archives says what is wrong with it
    packed = PackedFiles(file, largest)
    document = {PurePosixPath(name).name: parse_json(packed.read(name)) for name in _tables(packed.names)}
    table = homebox_collection_table(document, packed)
    return Opened(FileKind.ZIP, table, "homebox", packed)


def _tables(names: Iterable[str]) -> list[str]:
    """Return the files with tables."""
    wanted = {f"{name}.json" for name in ("manifest", *TABLES)}
    return [name for name in names if PurePosixPath(name).name in wanted]
