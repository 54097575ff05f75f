"""Items: adding, changing, archiving, deleting and reading them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select
from ulid_transform import ulid_now

from ..domain.aliases import other_names
from ..domain.errors import ArchivedError, ItemNotFoundError, NotArchivedError, UndoConflictError
from ..domain.loan_errors import ItemLentError
from ..domain.loans import borrowers, is_possible
from ..domain.models import Item, Noun, Operation, Stock
from ..domain.quantities import check_quantity
from ..domain.text import name_key
from ..domain.warranties import check_warranty
from . import attachments, devices, loans, stock
from .codes import give_code
from .records import ITEM_COLUMNS, load_items, to_json
from .schema import ITEM_PARTS, AliasRow, BarcodeRow, CodeRow, ItemCategoryRow, ItemLabelRow, ItemRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from ..domain.models import Json
    from .work import Work

LINKS: Final[Mapping[str, tuple[Any, str]]] = {
    "aliases": (AliasRow, "alias"),
    "barcodes": (BarcodeRow, "barcode"),
    "category_ids": (ItemCategoryRow, "category_id"),
    "label_ids": (ItemLabelRow, "label_id"),
}
_INSERT: Final = insert(ItemRow.__table__)  # type: ignore[arg-type]


def get_item(session: Session, item_id: str) -> Item:
    """Return an item or raise ItemNotFoundError."""
    if (item := load_items(session, [item_id]).get(item_id)) is None:
        raise ItemNotFoundError(item_id)
    return item


def find_items(session: Session, reference: str) -> list[Item]:
    """Return the items that an id, a code, an exact name or an alias may mean; those in use before archived ones.

    A code may be written in small letters, but then a thing that is called so comes first: "lamp" is a lamp.
    """
    for find in (_find_code, _find_name) if reference.isupper() else (_find_name, _find_code):
        if found := load_items(session, find(session, reference)):
            return list(found.values())
    return list(load_items(session, [reference]).values())


def _find_code(session: Session, code: str) -> Sequence[str]:
    """Return whom a code was given to."""
    return session.scalars(select(CodeRow.owner_id).where(CodeRow.code == code.upper())).all()


def _find_name(session: Session, name: str) -> Sequence[str]:
    """Return the ids of items with this name; where none has it, of those that have it as an alias."""
    key = name_key(name)[:255]
    named = select(ItemRow.id).where(ItemRow.name_key == key).limit(20)
    also_named = select(ItemRow.id).join(AliasRow).where(AliasRow.alias_key == key).limit(20)
    for state in (ItemRow.archived_at.is_(None), ItemRow.archived_at.is_not(None)):
        for wanted in (named, also_named):
            if found := session.scalars(wanted.where(state)).all():
                return found
    return []


def find_barcode(session: Session, spellings: Sequence[str]) -> list[Item]:
    """Return the items with a barcode, however it is written."""
    found = session.scalars(select(BarcodeRow.item_id).where(BarcodeRow.barcode.in_(spellings)).distinct().limit(20))
    return list(load_items(session, found.all()).values())


def add_item(work: Work, values: Mapping[str, Any], placed: Mapping[str, Any]) -> str:
    """Add an item and put it where it is; return its id.

    `values` are fields of Item, `placed` are fields of Stock.
    """
    check_warranty(values.get("purchase_date"), values.get("warranty_until"))
    check_quantity(placed["quantity"], values.get("unit"))
    _check_minimum(values)
    item_id = ulid_now()
    values = {**values, "aliases": other_names(values["name"], values.get("aliases", ()))}
    item = Item(**values, id=item_id, code=give_code(work, item_id), created_at=work.now, updated_at=work.now)
    _insert(work, item)
    work.record(Noun.ITEM, Operation.CREATE, item_id, title=item.name, after=as_json(item))
    entry = Stock(id=ulid_now(), item_id=item_id, **placed)
    stock.add_entry(work, entry, item.name)
    work.added[item_id] = replace(item, stock=(entry,))
    return item_id


def update_item(work: Work, item_id: str, values: Mapping[str, Any]) -> None:
    """Change fields of an item."""
    item = get_item(work.session, item_id)
    new = check_update(item, values)
    if not new:
        return
    write_fields(work, item_id, new)
    work.record(
        Noun.ITEM,
        Operation.UPDATE,
        item_id,
        title=new.get("name", item.name),
        before={name: to_json(getattr(item, name)) for name in new},
        after={name: to_json(value) for name, value in new.items()},
    )


def check_update(item: Item, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the new values that an item does not have yet, if it may get them; raises what it breaks."""
    require_in_use(item)
    if {"name", "aliases"} & values.keys():  # what it is called now is no other name of it
        names = values.get("name", item.name), values.get("aliases", item.aliases)
        values = {**values, "aliases": other_names(*names)}
    new = {name: value for name, value in values.items() if getattr(item, name) != value}
    merged = {
        name: new.get(name, getattr(item, name))
        for name in ("purchase_date", "warranty_until", "unit", "minimum_quantity")
    }
    if {"purchase_date", "warranty_until"} & new.keys():
        check_warranty(merged["purchase_date"], merged["warranty_until"])
    if {"unit", "minimum_quantity"} & new.keys():
        _check_minimum(merged)
        for entry in item.stock:
            check_quantity(entry.quantity, merged["unit"])
        for loan in item.loans:
            check_quantity(loan.quantity or Decimal(0), merged["unit"])
    return new


def write_fields(work: Work, item_id: str, values: Mapping[str, Any]) -> None:
    """Write fields of an item as they are, links included."""
    row = work.session.get_one(ItemRow, item_id)
    for name, value in values.items():
        if name not in LINKS:
            setattr(row, name, value)
    row.name_key = name_key(row.name)[:255]
    row.updated_at = work.now
    write_links(work, item_id, values)


def archive_item(work: Work, item_id: str) -> None:
    """Take an item out of the lists; everything about it is kept. Raises ItemLentError while somebody has it."""
    item = get_item(work.session, item_id)
    require_archivable(item)
    _set_archived(work, item, archived=True)


def restore_item(work: Work, item_id: str) -> None:
    """Bring an archived item back."""
    item = get_item(work.session, item_id)
    if item.archived_at is None:
        raise NotArchivedError(name=item.name)
    stock.check_room_for(work, item)
    _set_archived(work, item, archived=False)


def delete_item(work: Work, item_id: str) -> None:
    """Delete an item for good, with all that hangs on it; its history and its code stay."""
    item = get_item(work.session, item_id)
    for entry in item.stock:
        stock.remove_entry(work, entry, item.name)
    for loan in item.loans:
        loans.end_loan(work, loan, item.name)
    for attachment in item.attachments:
        attachments.take_off(work, attachment, item.name)
    devices.leave_item(work, item_id)
    erase_items(work.session, [item_id])
    work.record(Noun.ITEM, Operation.DELETE, item_id, title=item.name, before=as_json(item))


def erase_items(session: Session, item_ids: Sequence[str]) -> None:
    """Delete the rows of items."""
    for row in ITEM_PARTS:
        session.execute(delete(row).where(row.item_id.in_(item_ids)))
    session.execute(delete(ItemRow).where(ItemRow.id.in_(item_ids)))


def revive_item(work: Work, values: Mapping[str, Any]) -> None:
    """Insert an item that was deleted, with the id and code that it had."""
    _insert(work, replace(Item(**values), updated_at=work.now))


def insert_links(connection: Any, added: Iterable[Item], names: Iterable[str] = LINKS) -> None:
    """Insert the aliases, barcodes, categories and labels of items that have none yet."""
    added = list(added)
    for name in names:
        row = LINKS[name][0]
        if values := [value for item in added for value in _link_rows(item.id, name, getattr(item, name))]:
            connection.execute(insert(row.__table__), values)


def _insert(work: Work, item: Item) -> None:
    """Insert an item's rows."""
    row = {name: getattr(item, name) for name in ITEM_COLUMNS}
    work.connection.execute(_INSERT, row | {"name_key": name_key(item.name)[:255]})
    insert_links(work.connection, [item])


def as_json(item: Item) -> dict[str, Json]:
    """Return an item as a change keeps it; what is empty is left out."""
    values = {name: getattr(item, name) for name in (*ITEM_COLUMNS, *LINKS)}
    empty: tuple[object, ...] = ((), {})
    return {
        name: to_json(value)
        for name, value in values.items()
        if value is not None and value is not False and value not in empty
    }


def check_item(item: Item) -> None:
    """Raise when an item breaks a rule: its dates, the unit of its quantities, an alias that is its name, too much lent."""
    if other_names(item.name, item.aliases) != item.aliases:
        raise UndoConflictError(title=item.name)
    check_warranty(item.purchase_date, item.warranty_until)
    _check_minimum({"minimum_quantity": item.minimum_quantity, "unit": item.unit})
    for entry in item.stock:
        check_quantity(entry.quantity, item.unit)
    for loan in item.loans:
        check_quantity(loan.quantity or Decimal(0), item.unit)
    if item.loans and (item.archived_at is not None or not is_possible(item.loans, item.quantity)):
        raise UndoConflictError(title=item.name)


def _set_archived(work: Work, item: Item, *, archived: bool) -> None:
    """Archive or restore."""
    moment = work.now if archived else None
    write_fields(work, item.id, {"archived_at": moment})
    work.record(
        Noun.ITEM,
        Operation.ARCHIVE if archived else Operation.RESTORE,
        item.id,
        title=item.name,
        before={"archived_at": to_json(item.archived_at)},
        after={"archived_at": to_json(moment)},
    )


def write_links(work: Work, item_id: str, values: Mapping[str, Any]) -> None:
    """Replace the aliases, barcodes, categories and labels that are among the values."""
    for name, entries in ((name, values[name]) for name in LINKS if name in values):
        row, _column = LINKS[name]
        work.connection.execute(delete(row).where(row.item_id == item_id))
        if entries:
            _insert_links(work, item_id, name, entries)


def _insert_links(work: Work, item_id: str, name: str, entries: tuple[str, ...]) -> None:
    """Insert the aliases, barcodes, categories or labels of an item."""
    work.connection.execute(insert(LINKS[name][0].__table__), _link_rows(item_id, name, entries))


def _link_rows(item_id: str, name: str, entries: tuple[str, ...]) -> list[dict[str, Json]]:
    """Return the rows of the aliases, barcodes, categories or labels of an item."""
    row, column = LINKS[name]
    values: list[dict[str, Json]] = [{"item_id": item_id, column: entry} for entry in entries]
    if row is AliasRow:
        return alias_rows(item_id, entries)
    if row is BarcodeRow:
        return [value | {"position": position} for position, value in enumerate(values)]
    return values


def alias_rows(item_id: str, aliases: Iterable[str]) -> list[dict[str, Json]]:
    """Return the rows of an item's aliases, with the key by which they are found."""
    return [
        {"item_id": item_id, "position": position, "alias": alias, "alias_key": name_key(alias)[:255]}
        for position, alias in enumerate(aliases)
    ]


def _check_minimum(values: Mapping[str, Any]) -> None:
    """Refuse half a piece as the minimum."""
    minimum: Decimal | None = values.get("minimum_quantity")
    if minimum is not None:
        check_quantity(minimum, values.get("unit"))


def require_in_use(item: Item) -> None:
    """Refuse to change what is archived."""
    if item.archived_at is not None:
        raise ArchivedError(name=item.name)


def require_archivable(item: Item) -> None:
    """Refuse to archive what is archived, or what somebody has."""
    require_in_use(item)
    if item.loans:
        raise ItemLentError(item=item.name, borrowers=borrowers(item.loans))
