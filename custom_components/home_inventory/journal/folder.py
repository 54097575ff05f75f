"""The journal's folder: which files there are, in which order, and how one is put there for good."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_SEGMENT: Final = re.compile(r"journal-(\d{12})\.jsonl")
_SNAPSHOT: Final = re.compile(r"snapshot-(\d{12})-(\d{8}T\d{6}Z)\.jsonl\.gz")
_MOMENT: Final = "%Y%m%dT%H%M%SZ"
UNFINISHED: Final = ".new"
"""Ends the name of a file that is being written."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A file of changes; `base` is the sequence of the last change before its first."""

    path: Path
    base: int


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A file that holds everything up to a sequence."""

    path: Path
    sequence: int
    at: datetime


class Folder:
    """Where the journal is kept."""

    def __init__(self, path: Path) -> None:
        """Take the path; nothing need be there yet."""
        self.path = path

    def make(self) -> None:
        """Make the folder. Raises OSError."""
        if not self.path.is_dir():
            self.path.mkdir(parents=True, exist_ok=True)
            sync_folder(self.path.parent)

    def segments(self) -> list[Segment]:
        """Return the files of changes, oldest first."""
        found = [
            Segment(path, int(match[1]))
            for path in self.files()
            if (match := _SEGMENT.fullmatch(path.name)) is not None
        ]
        return sorted(found, key=lambda segment: segment.base)

    def newest_base(self) -> int | None:
        """Return after which change the newest segment begins."""
        segments = self.segments()
        return segments[-1].base if segments else None

    def snapshots(self) -> list[SnapshotFile]:
        """Return the snapshots, oldest first."""
        found = [
            SnapshotFile(path, int(match[1]), datetime.strptime(match[2], _MOMENT).replace(tzinfo=UTC))
            for path in self.files()
            if (match := _SNAPSHOT.fullmatch(path.name)) is not None
        ]
        return sorted(found, key=lambda snapshot: (snapshot.at, snapshot.sequence))

    def reaches(self, sequence: int) -> bool:
        """Return whether, going by the names, everything up to a change can be read."""
        snapshots = self.snapshots()
        start = snapshots[-1].sequence if snapshots else 0
        return start >= sequence or any(segment.base <= start for segment in self.segments())

    def segment_path(self, base: int) -> Path:
        """Return where the changes after a sequence are written."""
        return self.path / f"journal-{base:012}.jsonl"

    def snapshot_path(self, sequence: int, at: datetime) -> Path:
        """Return where a snapshot is written."""
        return self.path / f"snapshot-{sequence:012}-{at.astimezone(UTC).strftime(_MOMENT)}.jsonl.gz"

    def move_away(self, target: Path) -> None:
        """Keep all files in another folder, so that a new journal can begin here. Raises OSError."""
        target.mkdir(parents=True, exist_ok=True)
        for path in self.files():
            path.replace(target / path.name)
        sync_folder(target)
        sync_folder(self.path)

    def files(self) -> list[Path]:
        """Return all files."""
        return [path for path in self.path.iterdir() if path.is_file()] if self.path.is_dir() else []


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file that is there as a whole or not at all, also after a power cut. Raises OSError."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        with unfinished.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make what was added, renamed or removed in a folder survive a power cut."""
    if os.name != "posix":
        return  # other systems can't open folders, and need not
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
