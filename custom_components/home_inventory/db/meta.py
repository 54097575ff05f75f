"""The one row about the store itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ulid_transform import ulid_now

from ..domain.models import StoreInfo
from .schema import MetaRow

if TYPE_CHECKING:
    from datetime import date

    from .work import Work


def ensure_meta(work: Work) -> StoreInfo:
    """Return what is known about the store; a new store gets its id."""
    session = work.session
    if (row := session.get(MetaRow, 1)) is None:
        row = MetaRow(id=1, store_id=ulid_now(), generation=1, created_at=work.now, reminded_on=None)
        session.add(row)
        session.flush()
    return StoreInfo(store_id=row.store_id, generation=row.generation, reminded_on=row.reminded_on)


def set_reminded_on(work: Work, day: date) -> None:
    """Note up to which day warranty reminders have been given."""
    work.session.get_one(MetaRow, 1).reminded_on = day
