"""The one row about the store itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .schema import MetaRow

if TYPE_CHECKING:
    from datetime import date

    from ..journal.entries import Meta
    from .work import Work


def set_reminded_on(work: Work, day: date) -> None:
    """Note up to which day warranty reminders have been given."""
    work.session.get_one(MetaRow, 1).reminded_on = day
    work.reminded_on = day


def meta_row(meta: Meta) -> dict[str, Any]:
    """Return the values of the store's row."""
    return {
        "id": 1,
        "store_id": meta.store_id,
        "generation": meta.generation,
        "created_at": meta.created_at,
        "reminded_on": meta.reminded_on,
    }
