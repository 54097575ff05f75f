"""Whether anybody has begun to use an inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.actor import Source
from ..domain.complete import is_settled
from ..domain.models import Noun
from .device_rows import load_devices
from .schema import BatchRow, CategoryRow, ChangeRow, ItemRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def is_untouched(session: Session) -> bool:
    """Return whether there is nothing but what set-up has made and sources have found.

    Set-up makes the home and places from areas, as the system; whatever a person does with things, places and categories
    makes an inventory one that is in use, also if it was taken back.
    """
    by_people = (
        select(ChangeRow.sequence)
        .join(BatchRow, BatchRow.id == ChangeRow.batch_id)
        .where(BatchRow.source != Source.SYSTEM, ChangeRow.kind != Noun.DEVICE)
    )
    for wanted in (select(ItemRow.id), select(CategoryRow.id), by_people):
        if session.execute(wanted.limit(1)).first() is not None:
            return False
    return not any(is_settled(device) for device in load_devices(session).values())
