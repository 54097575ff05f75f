"""Warranties that need attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import or_, select

from .records import load_items
from .schema import ItemRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from ..domain.models import Item

_CHUNK: Final = 1000


def list_ending(session: Session, times: Sequence[tuple[date, date]]) -> list[Item]:
    """Return the items in use whose warranty ends in one of these times (first and last day), the earliest first."""
    wanted = (
        select(ItemRow.id)
        .where(ItemRow.archived_at.is_(None), ItemRow.lifetime_warranty.is_(False))
        .where(or_(*(ItemRow.warranty_until.between(first, last) for first, last in times)))
        .order_by(ItemRow.warranty_until, ItemRow.id)
    )
    found = session.scalars(wanted).all()
    return [
        item
        for start in range(0, len(found), _CHUNK)
        for item in load_items(session, found[start : start + _CHUNK]).values()
    ]
