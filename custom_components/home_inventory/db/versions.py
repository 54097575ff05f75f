"""Two people change the same item: what one has not seen of the other is not written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from ..domain.errors import ItemChangedError
from ..domain.models import Noun
from .schema import BatchRow, ChangeRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ..domain.models import Item
    from .work import Work

_CALLED: Final = {"category_ids": "categories", "label_ids": "labels"}
"""What faces call a field."""


def require_unchanged(work: Work, item: Item, values: Mapping[str, Any], version: datetime) -> None:
    """Raise ItemChangedError when a field that is to be changed was changed by somebody since a version.

    `version` is the item's `updated_at` as it was read. Fields that nobody else has touched, or that are to become what
    they are already, go together with whatever the other has done.
    """
    if item.updated_at == version:
        return
    wanted = {name for name, value in values.items() if getattr(item, name) != value}
    since = (
        select(ChangeRow.before, ChangeRow.after, BatchRow.user_id)
        .join(BatchRow, BatchRow.id == ChangeRow.batch_id)
        .where(ChangeRow.subject_id == item.id, ChangeRow.kind == Noun.ITEM, BatchRow.at > version)
        .order_by(ChangeRow.sequence)
    )
    touched: dict[str, str | None] = {}
    for before, after, user_id in work.session.execute(since):
        touched |= dict.fromkeys((before or {}).keys() | (after or {}).keys(), user_id)
    if both := sorted(wanted & touched.keys()):
        fields = ", ".join(_CALLED.get(name, name) for name in both)
        raise ItemChangedError(item=item.name, fields=fields, user=touched[both[-1]] or "")
