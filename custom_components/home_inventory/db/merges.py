"""Which devices were made one with another, and can be made two again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import aliased

from ..domain.models import Noun, Operation
from ..domain.shown_devices import Merged
from .schema import BatchRow, ChangeRow, DeviceRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST: Final = 20


def list_merges(session: Session, device_id: str) -> tuple[Merged, ...]:
    """Return the devices that went into one and have not come back, the last one first, at most twenty.

    What `split_merged` takes: batches with a line that names all fields of the device that was kept, and one of a device that went.
    """
    kept, gone = aliased(ChangeRow), aliased(ChangeRow)
    undone = select(BatchRow.undoes).where(BatchRow.undoes.is_not(None))
    wanted = (
        select(BatchRow.id, BatchRow.at, gone.record_id, gone.title, kept.after)
        .join(kept, kept.batch_id == BatchRow.id)
        # By sequence, which has an index: a batch has no other lines in between.
        .join(gone, gone.sequence.between(BatchRow.first_sequence, BatchRow.last_sequence))
        .where(kept.subject_id == device_id, kept.kind == Noun.DEVICE, kept.operation == Operation.UPDATE)
        .where(gone.kind == Noun.DEVICE, gone.operation == Operation.DELETE)
        .where(BatchRow.undoes.is_(None), BatchRow.id.not_in(undone))
        .where(gone.record_id.not_in(select(DeviceRow.id)))
        .order_by(BatchRow.id.desc())
        .limit(_MOST)
    )
    found: dict[str, Merged] = {}
    for batch_id, at, gone_id, title, after in session.execute(wanted):
        if "created_at" in (after or {}):  # else it hung on a device that was deleted
            found.setdefault(gone_id, Merged(batch_id=batch_id, name=title, at=at))
    return tuple(found.values())
