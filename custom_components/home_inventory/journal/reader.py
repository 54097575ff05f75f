"""Reading the journal, damaged or not."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass, field, replace
from io import BufferedReader
from typing import TYPE_CHECKING, Any, Final

from ..domain.store_errors import NewerSchemaError
from .entries import FORMAT, SCHEMA, START, LineKind, Mark, Meta, first_sequence, mark_of, read_header, read_reminded_on
from .lines import DamagedLineError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .entries import Body
    from .folder import Folder, Segment, SnapshotFile

_BUFFER: Final = 8 << 20
"""Bytes read at once. Every reading lets go of the interpreter and has it back before the event loop's thread is awake;
one that happens every millisecond keeps it waiting for a tenth of a second, because its wish for a turn is only heard
when nobody has let go for five milliseconds."""


@dataclass(slots=True)
class Damage:
    """Lines that could not be read, and between which changes."""

    file: str
    lines: int
    after: int
    """The sequence of the last change that was read before them."""
    before: int | None = None
    """The sequence of the first change that was read behind them; None when nothing was."""


@dataclass(slots=True)
class Survey:
    """What a look at the newest part of the journal has found."""

    meta: Meta | None = None
    """None when there is no journal."""
    mark: Mark = START
    opened_at: int = 0
    """The sequence up to which the store was when it was last opened."""
    is_closed: bool = False
    """Whether the last thing that happened was an orderly end."""
    segment: Segment | None = None
    whole_bytes: int = 0
    """How much of the newest segment can be read; what follows is torn."""
    damages: list[Damage] = field(default_factory=list)


def survey(folder: Folder) -> Survey:
    """Read the newest segment, and whatever else is needed to know where the journal ends."""
    found = Survey()
    for snapshot in reversed(folder.snapshots()):
        if (head := _head(snapshot)) is not None:
            found.meta, found.mark = read_header(head)
            break
    for segment in reversed(folder.segments()):
        if _survey_segment(segment, found):
            break
    return found


def _survey_segment(segment: Segment, found: Survey) -> bool:
    """Take in what a segment says; return whether anything in it could be read."""
    sound = False
    for body in SegmentReader(segment, found.damages):
        if not sound:
            sound = True
            found.segment = segment
        _survey_line(body, found)
        found.whole_bytes = body["_end"]
    return sound


def _survey_line(body: Body, found: Survey) -> None:
    """Take in what one line says."""
    kind = body["kind"]
    if kind == LineKind.HEADER:
        check_readable(body)
        meta, mark = read_header(body)
        if found.meta is None or meta.generation >= found.meta.generation:
            found.meta = meta
        if mark.sequence >= found.mark.sequence:
            found.mark = mark
    elif kind == LineKind.BATCH:
        found.is_closed = False
        if body["sequence"] > found.mark.sequence:
            found.mark = mark_of(body)
    elif kind == LineKind.META and found.meta is not None:
        found.meta = with_reminded_on(found.meta, body)
    elif kind == LineKind.OPENED:
        found.is_closed = False
        found.opened_at = body["sequence"]
    elif kind == LineKind.CLOSED:
        found.is_closed = True


def with_reminded_on(meta: Meta, body: Body) -> Meta:
    """Return the store's row as a line has changed it."""
    return replace(meta, reminded_on=read_reminded_on(body))


class SegmentReader:
    """Yields the lines of a segment; what can't be read is noted, a torn end is left out."""

    def __init__(self, segment: Segment, damages: list[Damage]) -> None:
        """Take where to note what is damaged."""
        self._segment = segment
        self._damages = damages

    def __iter__(self) -> Iterator[Body]:
        """Yield the lines; `_end` is how far into the file each goes."""
        last, end = self._segment.base, 0
        damage: Damage | None = None
        with self._segment.path.open("rb", buffering=_BUFFER) as file:
            for line in file:
                end += len(line)
                try:
                    body = _whole(line)
                except DamagedLineError:
                    damage = damage or Damage(self._segment.path.name, 0, last)
                    damage.lines += 1
                    continue
                if damage is not None:
                    damage.before = (
                        first_sequence(body) if body["kind"] == LineKind.BATCH else int(body["sequence"]) + 1
                    )
                    self._damages.append(damage)
                    damage = None
                last = max(last, body["sequence"])
                body["_end"] = end
                yield body


def _whole(line: bytes) -> Body:
    """Return what a line holds, if it was written to its end."""
    if not line.endswith(b"\n"):
        raise DamagedLineError
    return decode(line)


def check_readable(head: Body) -> None:
    """Raise NewerSchemaError for a file of a newer version of this integration."""
    if head["format"] > FORMAT or head["schema"] > SCHEMA:
        raise NewerSchemaError(version=f"{head['format']}/{head['schema']}")


def read_snapshot(path: Path, damages: list[Damage] | None = None) -> Iterator[Body]:
    """Yield the lines of a snapshot. Raises DamagedLineError for what can't be read, unless damages are collected."""
    seen = 0
    try:
        with gzip.open(path, "rb") as packed, BufferedReader(packed, _BUFFER) as file:
            for line in file:
                seen += 1
                yield _whole(line)
    except (OSError, EOFError, zlib.error, DamagedLineError) as err:
        if damages is None:
            raise DamagedLineError from err
        damages.append(Damage(path.name, 1, 0))


def is_whole(snapshot: SnapshotFile) -> bool:
    """Return whether a snapshot can be read to its end."""
    counts: dict[str, int] = {}
    ended: dict[str, Any] | None = None
    try:
        for body in read_snapshot(snapshot.path):
            kind = body["kind"]
            if kind == LineKind.HEADER:
                check_readable(body)
            elif kind == LineKind.END:
                ended = body["counts"]
            else:
                counts[kind] = counts.get(kind, 0) + 1
    except DamagedLineError:
        return False
    return ended == counts


def _head(snapshot: SnapshotFile) -> Body | None:
    """Return the first line of a snapshot, None if it can't be read."""
    try:
        body = next(read_snapshot(snapshot.path), None)
    except DamagedLineError:
        return None
    if body is None or body["kind"] != LineKind.HEADER:
        return None
    check_readable(body)
    return body
