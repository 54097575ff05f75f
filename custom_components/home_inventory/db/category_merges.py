"""Two categories become one: what hangs on the one hangs on the other from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.errors import CategoryCycleError
from .categories import get_row, remove_category, update_category
from .item_sets import exchange_category
from .schema import CategoryRow, ItemCategoryRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from .work import Work


def merge_categories(work: Work, from_id: str, into_id: str) -> None:
    """Give the items of a category and what is inside it to another one, and delete it.

    What is inside and has a namesake there is merged with that. Raises CategoryCycleError for a category and itself, or one
    inside it, and NameTakenError where something inside is called as the category itself is and would stand beside it.
    """
    session = work.session
    source = get_row(session, from_id)
    if from_id in _upwards(session, into_id):
        raise CategoryCycleError(category=source.name)
    holders = select(ItemCategoryRow.item_id).where(ItemCategoryRow.category_id == from_id)
    exchange_category(work, sorted(session.scalars(holders)), from_id, into_id)
    inner = session.scalars(select(CategoryRow).where(CategoryRow.parent_id == from_id).order_by(CategoryRow.id)).all()
    for child in inner:
        twin = _namesake(session, into_id, child)
        if twin is None or twin == from_id:
            update_category(work, child.id, {"parent_id": into_id})
        else:
            merge_categories(work, child.id, twin)
    remove_category(work, from_id)


def _upwards(session: Session, category_id: str) -> list[str]:
    """Return the ids of a category and all around it."""
    found: list[str] = []
    at: str | None = category_id
    while at is not None:
        found.append(at)
        at = get_row(session, at).parent_id
    return found


def _namesake(session: Session, parent_id: str, category: CategoryRow) -> str | None:
    """Return the id of the category of the same name inside another one."""
    twin = select(CategoryRow.id).where(
        CategoryRow.parent_id == parent_id, CategoryRow.name_key == category.name_key, CategoryRow.id != category.id
    )
    return session.scalar(twin.limit(1))
