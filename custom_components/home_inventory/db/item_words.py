"""Reading what items are found by, page by page and all of them: three times as fast as reading whole items."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from ..domain.item_words import ItemWords
from .schema import AliasRow, BarcodeRow, ItemCategoryRow, ItemLabelRow, ItemRow, StockRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select
    from sqlalchemy.orm import Session

    from .schema import Base

_LINKED: Final[tuple[tuple[type[Base], str], ...]] = (
    (AliasRow, "alias"),
    (BarcodeRow, "barcode"),
    (ItemCategoryRow, "category_id"),
    (ItemLabelRow, "label_id"),
    (StockRow, "location_id"),
)
"""In the order of the last fields."""
_OWN: Final = ItemWords._fields[: -len(_LINKED)]


def list_words_after(session: Session, last_id: str, limit: int) -> list[ItemWords]:
    """Return what the items, archived ones too, are found by that come after one in the order of their ids."""
    connection = session.connection()
    rows = connection.execute(_SELECT_ITEMS, {"after": last_id, "most": limit}).all()
    if not rows:
        return []
    first, last = rows[0].id, rows[-1].id
    links = [_links(connection, statement, first, last) for statement in _SELECT_LINKS]
    # `get` makes no entry for those without: most have no link but their place.
    return [ItemWords(*row, *(tuple(link.get(row.id, ())) for link in links)) for row in rows]


def _links(connection: Connection, statement: Select[Any], first: str, last: str) -> dict[str, list[str]]:
    """Return what hangs on the items from one id to another, both included."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item_id, value in connection.execute(statement, {"first": first, "last": last}).all():
        if value is not None:
            found[item_id].append(value)
    return found


def _select_links(row: type[Base], name: str) -> Select[Any]:
    """Return a statement for what hangs on a range of items: a list of their ids would take longer to write than to run."""
    table = row.__table__.c
    return select(table.item_id, table[name]).where(table.item_id.between(bindparam("first"), bindparam("last")))


_SELECT_ITEMS: Final = (
    select(*(ItemRow.__table__.c[name] for name in _OWN))
    .where(ItemRow.__table__.c.id > bindparam("after"))
    .order_by(ItemRow.__table__.c.id)
    .limit(bindparam("most"))
)
_SELECT_LINKS: Final = tuple(_select_links(row, name) for row, name in _LINKED)
