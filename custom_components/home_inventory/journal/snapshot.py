"""Snapshots: one file with everything, and how many of them are kept."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..domain.store_errors import JournalUnwritableError
from .entries import end_line, header
from .folder import new_file
from .lines import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from .entries import Body, Mark, Meta
    from .folder import Folder, SnapshotFile

DAYS: Final = 7
WEEKS: Final = 4
_FAST: Final = 1
"""gzip's level: half the time of the usual one for a tenth more bytes."""


def write_snapshot(folder: Folder, meta: Meta, mark: Mark, bodies: Iterable[Body]) -> Path:
    """Write everything up to a point in history. Raises JournalUnwritableError; then there is no new file."""
    now = datetime.now(UTC)
    path = folder.snapshot_path(mark.sequence, now)
    counts: dict[str, int] = {}
    try:
        folder.make()
        with new_file(path) as file, gzip.GzipFile(fileobj=file, mode="wb", compresslevel=_FAST, mtime=0) as packed:
            packed.write(encode(header(meta, mark, now, is_snapshot=True)))
            for body in bodies:
                packed.write(encode(body))
                kind = str(body["kind"])
                counts[kind] = counts.get(kind, 0) + 1
            packed.write(encode(end_line(meta.store_id, mark.sequence, counts)))
    except OSError as err:
        raise JournalUnwritableError(reason=err.strerror or str(err)) from err
    return path


def thin_out(folder: Folder) -> None:
    """Remove what is no longer needed: old snapshots, and changes that two kept snapshots include."""
    snapshots = folder.snapshots()
    kept = keepers(snapshots)
    for snapshot in snapshots:
        if snapshot not in kept:
            snapshot.path.unlink(missing_ok=True)
    if len(kept) > 1:
        needed = sorted(snapshot.sequence for snapshot in kept)[-2]
        segments = folder.segments()
        for segment, following in pairwise(segments):
            if following.base <= needed:  # all its changes are in both
                segment.path.unlink(missing_ok=True)


def keepers(snapshots: Sequence[SnapshotFile]) -> set[SnapshotFile]:
    """Return which snapshots stay: the two newest, the newest of each of 7 days and of each of 4 weeks."""
    kept = set(snapshots[-2:])
    by_day = {snapshot.at.date(): snapshot for snapshot in snapshots}
    by_week = {snapshot.at.isocalendar()[:2]: snapshot for snapshot in snapshots}
    kept.update([by_day[day] for day in sorted(by_day)][-DAYS:])
    kept.update([by_week[week] for week in sorted(by_week)][-WEEKS:])
    return kept


def wants_snapshot(folder: Folder, *, bytes_since: int, sequence: int, now: datetime) -> bool:
    """Return whether the changes since the last snapshot are many, or a day old."""
    snapshots = folder.snapshots()
    if not snapshots:
        return True
    newest = snapshots[-1]
    if newest.sequence >= sequence:
        return False
    # A store of many things is written more rarely: a snapshot costs what it holds.
    limit = max(MOST_BYTES, newest.path.stat().st_size)
    return bytes_since > limit or now - newest.at > timedelta(days=1)


MOST_BYTES: Final = 4 * 1024 * 1024
"""How much may be written since the last snapshot; reading it takes about as long as reading the snapshot."""
