"""Many items at once: the same rows and lines of history as one after the other, in few statements."""

from __future__ import annotations

from dataclasses import replace
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, update

from ..domain.models import Noun, Operation
from ..domain.text import name_key
from . import attachments, items, stock
from .codes import give_codes
from .records import ITEM_COLUMNS, STOCK_COLUMNS, to_json
from .schema import AttachmentRow, ItemRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..domain.attachments import Attachment
    from ..domain.models import Item, Stock
    from .work import Work

_TOGETHER: Final = 1000
_INSERT_ITEM: Final = insert(ItemRow.__table__)  # type: ignore[arg-type]
_INSERT_ATTACHMENT: Final = insert(AttachmentRow.__table__)  # type: ignore[arg-type]
_INSERT_STOCK: Final = insert(StockRow.__table__)  # type: ignore[arg-type]


def add_items(work: Work, added: Iterable[tuple[Item, tuple[Stock, ...]]]) -> None:
    """Add items that were checked already, each with its stock and attachments; their codes are given here."""
    for some in batched(added, _TOGETHER, strict=False):
        codes = give_codes(work, [item.id for item, _ in some])
        coded = [replace(item, code=code, stock=entries) for (item, entries), code in zip(some, codes, strict=True)]
        rows = [
            {name: getattr(item, name) for name in ITEM_COLUMNS} | {"name_key": name_key(item.name)[:255]}
            for item in coded
        ]
        work.connection.execute(_INSERT_ITEM, rows)
        items.insert_links(work.connection, coded)
        work.connection.execute(_INSERT_STOCK, [stock_row(entry) for _, entries in some for entry in entries])
        insert_attachments(work, [each for item in coded for each in item.attachments])
        for item in coded:
            work.record(Noun.ITEM, Operation.CREATE, item.id, title=item.name, after=items.as_json(item))
            for entry in item.stock:
                after = stock.as_json(entry)
                work.record(Noun.STOCK, Operation.CREATE, entry.id, title=item.name, after=after, item_id=item.id)
            record_attached(work, item.attachments, item.name)
            work.added[item.id] = item


def update_items(work: Work, updated: Iterable[tuple[Item, Mapping[str, Any]]]) -> None:
    """Change fields of items that were checked already."""
    plain: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for item, values in updated:
        items.write_links(work, item.id, values)
        columns = tuple(sorted(name for name in values if name in ITEM_COLUMNS))
        row = {f"new_{name}": values[name] for name in columns}
        row |= {"item": item.id, "at": work.now, "key": name_key(values.get("name", item.name))[:255]}
        plain.setdefault(columns, []).append(row)
        before = {name: to_json(getattr(item, name)) for name in values}
        after = {name: to_json(value) for name, value in values.items()}
        title = values.get("name", item.name)
        work.record(Noun.ITEM, Operation.UPDATE, item.id, title=title, before=before, after=after)
    table = ItemRow.__table__
    for columns, rows in plain.items():
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
        new |= {"updated_at": bindparam("at"), "name_key": bindparam("key")}
        work.connection.execute(update(table).where(table.c.id == bindparam("item")).values(new), rows)  # type: ignore[arg-type]


def attach(work: Work, attached: Iterable[tuple[tuple[Attachment, ...], str]]) -> None:
    """Add to the attachments of items what was checked already; each with the name of its item. Their files are kept."""
    for new, title in attached:
        insert_attachments(work, new)
        record_attached(work, new, title)


def insert_attachments(work: Work, new: Sequence[Attachment]) -> None:
    """Insert the rows of attachments."""
    if new:
        work.connection.execute(_INSERT_ATTACHMENT, [attachments.row_of(each) for each in new])


def record_attached(work: Work, new: Iterable[Attachment], title: str) -> None:
    """Write the lines of history of new attachments."""
    for each in new:
        after = attachments.as_json(each)
        work.record(Noun.ATTACHMENT, Operation.CREATE, each.id, title=title, after=after, item_id=each.item_id)


def set_entries(work: Work, entries: Iterable[tuple[Stock | None, Stock | None, str]]) -> None:
    """Write stock entries as they should be, each with what it was and the name of its item; None is none."""
    for before, after, title in entries:
        if after is None:
            if before is not None:
                stock.remove_entry(work, before, title)
            continue
        if before is None:
            stock.insert_entry(work, after)
            values = stock.as_json(after)
            work.record(Noun.STOCK, Operation.CREATE, after.id, title=title, after=values, item_id=after.item_id)
            continue
        stock.write_entry(work, after)
        work.record(
            Noun.STOCK,
            Operation.UPDATE,
            after.id,
            title=title,
            before=stock.as_json(before),
            after=stock.as_json(after),
            item_id=after.item_id,
        )


def stock_row(entry: Stock) -> dict[str, Any]:
    """Return the row of a stock entry."""
    values = {name: getattr(entry, name) for name in STOCK_COLUMNS}
    return values | {"place_key": stock.place_key(entry.location_id, entry.best_before, entry.lot)}
