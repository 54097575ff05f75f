"""The journal's files, torn, damaged, removed or on a disk without room."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.models import Batch, Change, Noun, Operation
from custom_components.home_inventory.domain.store_errors import JournalUnwritableError
from custom_components.home_inventory.journal import journal as module
from custom_components.home_inventory.journal.entries import START, Meta, batch_line, record_line
from custom_components.home_inventory.journal.folder import Folder, SnapshotFile
from custom_components.home_inventory.journal.journal import Journal, JournalIncompleteError
from custom_components.home_inventory.journal.lines import DamagedLineError, decode, encode
from custom_components.home_inventory.journal.reader import survey
from custom_components.home_inventory.journal.replay import replay
from custom_components.home_inventory.journal.snapshot import keepers, thin_out, write_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from custom_components.home_inventory.journal.reader import Damage

META = Meta(store_id="01STORE", generation=1, created_at=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return a journal that has just been begun."""
    made = Journal(tmp_path / "journal")
    made.begin(META, START)
    yield made
    made.close_file()


def batch(number: int) -> Batch:
    """Return a batch that adds a category, as its only change."""
    after = {"name": f"Name {number}"}
    change = Change(
        sequence=number,
        kind=Noun.CATEGORY,
        operation=Operation.CREATE,
        id=f"C{number:03}",
        title=f"Name {number}",
        after=after,
    )
    return Batch(id=f"B{number:03}", at=datetime(2026, 1, 2, tzinfo=UTC), source="websocket", changes=(change,))


def write(journal: Journal, numbers: range) -> None:
    """Write batches for good."""
    for number in numbers:
        journal.append(batch(number))
    journal.sync()


def names(folder: Folder, damages: list[Damage] | None = None) -> list[str]:
    """Return the ids of what the journal would bring back."""
    return sorted(replay(folder, [] if damages is None else damages).records[Noun.CATEGORY])


def snapshot(journal: Journal, numbers: range) -> Path:
    """Write a snapshot as it is after some batches, and begin a segment behind it."""
    journal.start_segment()
    records = [record_line("01STORE", numbers[-1], Noun.CATEGORY, {"id": f"C{n:03}", "name": "x"}) for n in numbers]
    history = [batch_line("01STORE", batch(number)) for number in numbers]
    return write_snapshot(journal.folder, META, journal.mark, [*records, *history])


def test_a_last_line_torn_anywhere_is_left_out_and_written_over(journal: Journal) -> None:
    """Wherever a power cut tears it, what was acknowledged before is there, and no damage is seen."""
    write(journal, range(1, 4))
    (segment,) = journal.folder.segments()
    whole = segment.path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    journal.close_file()

    def after_cut(at: int) -> tuple[int, int, list[str]]:
        segment.path.write_bytes(whole[:at])
        again = Journal(journal.folder.path)
        found = again.look()
        again.begin(META, found.mark)
        write(again, range(3, 5))
        again.close_file()
        return found.mark.sequence, len(found.damages), names(journal.folder)

    results = [after_cut(at) for at in range(last, len(whole))]

    assert results == [(2, 0, ["C001", "C002", "C003", "C004"])] * (len(whole) - last)


def test_every_changed_byte_of_a_line_is_noticed() -> None:
    """Each bit of it counts."""
    line = encode(batch_line("01STORE", batch(1)))

    def is_noticed(at: int, bit: int) -> bool:
        try:
            return decode(line[:at] + bytes([line[at] ^ 1 << bit]) + line[at + 1 :]) is None
        except DamagedLineError:
            return True

    missed = {(at, bit) for at in range(len(line) - 1) for bit in range(8) if not is_noticed(at, bit)}
    # The checksum's own digits may be written in capitals.
    assert {at for at, _ in missed} <= set(range(13, 21))


def test_a_damaged_middle_is_reported_with_what_can_still_be_read(journal: Journal) -> None:
    """One line is missing, and it is known which."""
    write(journal, range(1, 6))
    (segment,) = journal.folder.segments()
    lines = segment.path.read_bytes().splitlines(keepends=True)
    lines[-3] = lines[-3][:60] + b"?" + lines[-3][61:]
    segment.path.write_bytes(b"".join(lines))
    damages: list[Damage] = []

    state = replay(journal.folder, damages)

    assert sorted(state.records[Noun.CATEGORY]) == ["C001", "C002", "C004", "C005"]
    assert [(damage.lines, damage.after, damage.before) for damage in damages] == [(1, 2, 4)]
    assert state.lost_sequences == 1
    assert survey(journal.folder).mark.sequence == 5


def test_a_damaged_newest_snapshot_loses_nothing(journal: Journal) -> None:
    """The one before it is taken, and the changes since."""
    write(journal, range(1, 3))
    snapshot(journal, range(1, 3))
    write(journal, range(3, 5))
    newest = snapshot(journal, range(1, 5))
    write(journal, range(5, 7))
    newest.write_bytes(newest.read_bytes()[:-20])
    damages: list[Damage] = []

    assert names(journal.folder, damages) == ["C001", "C002", "C003", "C004", "C005", "C006"]
    assert damages == []


def test_a_journal_whose_files_have_gone_says_so_instead_of_going_on(journal: Journal) -> None:
    """What was written is not there any more: somebody else has to write it anew."""
    write(journal, range(1, 3))
    (segment,) = journal.folder.segments()
    segment.path.unlink()

    with pytest.raises(JournalUnwritableError):
        write(journal, range(3, 4))
    with pytest.raises(JournalIncompleteError):
        journal.append(batch(4))


def test_no_room_leaves_no_half_line_and_writing_goes_on_when_there_is_some(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of the line may have been taken before the disk was full."""
    write(journal, range(1, 3))
    before = [path.read_bytes() for path in journal.folder.files()]
    real = os.write
    room = [40]

    def write_some(file: int, data: memoryview) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        room.append(0)
        return real(file, data[: room.pop(0)])

    with monkeypatch.context() as disk:
        disk.setattr(module.os, "write", write_some)
        with pytest.raises(JournalUnwritableError) as refusal:
            journal.append(batch(3))
    after = [path.read_bytes() for path in journal.folder.files()]
    write(journal, range(3, 5))

    assert refusal.value.placeholders == {"reason": "No space left on device"}
    assert after == before
    assert names(journal.folder) == ["C001", "C002", "C003", "C004"]


def test_snapshots_of_seven_days_and_four_weeks_stay(tmp_path: Path) -> None:
    """And the two newest, whenever they were written."""
    begin = datetime(2026, 1, 1, 3, tzinfo=UTC)
    written = [
        SnapshotFile(tmp_path / str(hours), hours, begin + timedelta(hours=hours)) for hours in range(0, 60 * 24, 6)
    ]

    kept = sorted(snapshot.at for snapshot in keepers(written))

    days = sorted({at.date() for at in kept})
    assert kept[-2:] == [written[-2].at, written[-1].at]
    assert len(set(days[-7:])) == 7
    assert (days[-1] - days[-7]).days == 6
    assert len({at.isocalendar()[:2] for at in kept}) == 4
    assert len(kept) <= 2 + 7 + 4


def test_thinning_out_keeps_what_the_second_newest_snapshot_needs(journal: Journal) -> None:
    """Of two damaged snapshots one may be the newest, so the changes since the other stay."""
    write(journal, range(1, 3))
    snapshot(journal, range(1, 3))
    write(journal, range(3, 5))
    snapshot(journal, range(1, 5))
    write(journal, range(5, 7))

    thin_out(journal.folder)

    assert [segment.base for segment in journal.folder.segments()] == [2, 4]
    assert names(journal.folder) == ["C001", "C002", "C003", "C004", "C005", "C006"]
