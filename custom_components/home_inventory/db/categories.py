"""Categories: a tree that items hang in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from ulid_transform import ulid_now

from ..domain.errors import (
    CategoryCycleError,
    CategoryInUseError,
    CategoryNotFoundError,
    NameTakenError,
    ValueTooLongError,
)
from ..domain.fields import NAME
from ..domain.models import Category, Noun, Operation
from ..domain.text import name_key
from .records import to_category
from .schema import CategoryRow, ItemCategoryRow, ItemRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from .work import Work


def list_categories(session: Session) -> list[Category]:
    """Return every category."""
    return [to_category(row) for row in session.scalars(select(CategoryRow))]


def count_items(session: Session) -> dict[str, int]:
    """Return how many items in use are directly in each category."""
    counted = (
        select(ItemCategoryRow.category_id, func.count())
        .join(ItemRow, ItemRow.id == ItemCategoryRow.item_id)
        .where(ItemRow.archived_at.is_(None))
        .group_by(ItemCategoryRow.category_id)
    )
    return dict(session.execute(counted).tuples().all())


def add_category(work: Work, name: str, parent_id: str | None, category_id: str | None = None) -> str:
    """Add a category; return its id."""
    category = Category(id=category_id or ulid_now(), name=name, parent_id=parent_id)
    insert_category(work, _as_json(category))
    work.record(Noun.CATEGORY, Operation.CREATE, category.id, title=name, after=_as_json(category))
    return category.id


def ensure_categories(work: Work, paths: Iterable[str]) -> list[str]:
    """Return the ids of the categories with these paths; those that do not exist yet are added."""
    return [_ensure_path(work, path) for path in paths]


def ids_of(work: Work, new_paths: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of categories in the order in which they are kept; none of them has gone meanwhile."""
    require_categories(work, known)
    return tuple(sorted({*known, *ensure_categories(work, new_paths)}))


def insert_category(work: Work, values: Mapping[str, Any]) -> None:
    """Insert a category's row, if its name is free and its parent is there."""
    category = Category(**values)
    if category.parent_id is not None:
        get_row(work.session, category.parent_id)
    _check_name(work.session, category)
    work.session.add(CategoryRow(**values, name_key=name_key(values["name"])[:255]))
    work.session.flush()


def update_category(work: Work, category_id: str, values: Mapping[str, Any]) -> None:
    """Rename a category or move it within the tree."""
    old = to_category(get_row(work.session, category_id))
    new = {name: value for name, value in values.items() if getattr(old, name) != value}
    if not new:
        return
    write_category(work, category_id, new)
    before = {name: getattr(old, name) for name in new}
    title = new.get("name", old.name)
    work.record(Noun.CATEGORY, Operation.UPDATE, category_id, title=title, before=before, after=new)


def write_category(work: Work, category_id: str, values: Mapping[str, Any]) -> None:
    """Write fields of a category, if they fit their surroundings."""
    row = get_row(work.session, category_id)
    old = to_category(row)
    if "parent_id" in values:
        _check_cycle(work.session, old, values["parent_id"])
    _check_name(work.session, Category(**_as_json(old) | dict(values)))
    for name, value in values.items():
        setattr(row, name, value)
    row.name_key = name_key(row.name)[:255]
    work.session.flush()


def remove_category(work: Work, category_id: str) -> None:
    """Delete a category that nothing hangs on."""
    category = to_category(get_row(work.session, category_id))
    items = work.session.scalar(select(func.count()).where(ItemCategoryRow.category_id == category_id)) or 0
    children = work.session.scalar(select(func.count()).where(CategoryRow.parent_id == category_id)) or 0
    if items or children:
        raise CategoryInUseError(category=category.name, items=items)
    delete_category(work, category_id)
    work.record(Noun.CATEGORY, Operation.DELETE, category_id, title=category.name, before=_as_json(category))


def delete_category(work: Work, category_id: str) -> None:
    """Delete a category's row."""
    work.session.delete(get_row(work.session, category_id))
    work.session.flush()


def require_categories(work: Work, category_ids: Iterable[str]) -> None:
    """Raise CategoryNotFoundError for the first of these that is gone."""
    for category_id in category_ids:
        get_row(work.session, category_id)


def get_row(session: Session, category_id: str) -> CategoryRow:
    """Return a category's row or raise CategoryNotFoundError."""
    if (row := session.get(CategoryRow, category_id)) is None:
        raise CategoryNotFoundError(category_id)
    return row


def _ensure_path(work: Work, path: str) -> str:
    """Return the id of the category at a path from the top of the tree, adding what is missing."""
    parent_id: str | None = None
    names = [name.strip() for name in path.split("/") if name.strip()]
    if any(len(name) > NAME.limit for name in names):
        raise ValueTooLongError(field="categories", limit=NAME.limit)
    for name in names:
        known = select(CategoryRow.id).where(
            CategoryRow.parent_id == parent_id, CategoryRow.name_key == name_key(name)[:255]
        )
        parent_id = work.session.scalar(known) or add_category(work, name, parent_id)
    if parent_id is None:
        raise CategoryNotFoundError(path)
    return parent_id


def _check_name(session: Session, category: Category) -> None:
    """Refuse a name that a neighbour has."""
    twin = select(CategoryRow.name).where(
        CategoryRow.parent_id == category.parent_id,
        CategoryRow.name_key == name_key(category.name)[:255],
        CategoryRow.id != category.id,
    )
    if (taken := session.scalar(twin.limit(1))) is not None:
        raise NameTakenError(name=taken)


def _check_cycle(session: Session, category: Category, parent_id: str | None) -> None:
    """Refuse to put a category into itself."""
    while parent_id is not None:
        row = get_row(session, parent_id)
        if row.id == category.id:
            raise CategoryCycleError(category=category.name)
        parent_id = row.parent_id


def _as_json(category: Category) -> dict[str, Any]:
    """Return a category as a change keeps it."""
    return {"id": category.id, "name": category.name, "parent_id": category.parent_id}
