"""Items of a complete export, with their stock and loans, compared with those that are there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select

from ..domain.complete_notes import OtherCodeNote
from ..domain.errors import InventoryError, NameTakenError
from ..domain.imports import Rejected, Remark
from ..domain.models import Item, Noun, Operation
from ..domain.text import name_key
from . import attachments, bulk, items, loans, rooms, stock
from .codes import claim_codes
from .items import LINKS
from .records import ITEM_COLUMNS, LOAN_COLUMNS, load_items
from .schema import AttachmentRow, ItemRow, LoanRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..domain.complete import Taken
    from .merge_trees import MergedCategories, MergedPlaces
    from .work import Work

    type Read = tuple[int, Item]

_SETTLED: Final = tuple(
    name for name in (*ITEM_COLUMNS, *LINKS) if name not in ("id", "code", "created_at", "updated_at")
)
"""What of an item the file decides; its code stays the one that is on its label here."""


class MergedItems:
    """Takes in items, some at a time."""

    def __init__(self, work: Work, taken: Taken, places: MergedPlaces, categories: MergedCategories) -> None:
        """Take where places and categories of the file are here."""
        self._work = work
        self._taken = taken
        self._places = places
        self._categories = categories

    def take(self, read: Sequence[Read]) -> None:
        """Take in items of the file."""
        here = load_items(self._work.session, [item.id for _, item in read])
        foreign = self._foreign(read)
        new: list[Read] = []
        for line, told in read:
            try:
                if told.id in foreign:
                    raise NameTakenError(name=told.id)
                item = self._placed(told)
                own = here.get(item.id)
                if own is not None:
                    self._update(line, own, item)
                    continue
                if not self._needs_room(item, None):
                    new.append((line, item))
                    continue
                self._check_room(item, None)
                self._add([(line, item)])
            except InventoryError as err:
                self._taken.rejected.append(Rejected.of(line, told.name, err))
        self._add(new)

    def _foreign(self, read: Sequence[Read]) -> set[str]:
        """Return the items whose stock or loans have ids that belong to other items here."""
        found: set[str] = set()
        for row, parts in ((StockRow, "stock"), (LoanRow, "loans"), (AttachmentRow, "attachments")):
            owners = {part.id: item.id for _, item in read for part in getattr(item, parts)}
            ids = list(owners)
            for start in range(0, len(ids), 1000):
                wanted = select(row.id, row.item_id).where(row.id.in_(ids[start : start + 1000]))
                found |= {owners[part] for part, owner in self._work.session.execute(wanted) if owner != owners[part]}
        return found

    def _placed(self, item: Item) -> Item:
        """Return an item with the ids that its places and categories have here. Raises what says that one is not there."""
        entries = (
            entry if entry.location_id is None else replace(entry, location_id=self._places.id_of(entry.location_id))
            for entry in item.stock
        )
        category_ids = tuple(sorted({self._categories.id_of(category_id) for category_id in item.category_ids}))
        return replace(item, stock=tuple(entries), category_ids=category_ids)

    def _needs_room(self, item: Item, own: Item | None) -> list[str]:
        """Return the places that it comes to, and that not any number of things fits into."""
        if item.archived_at is not None:
            return []
        there = () if own is None or own.archived_at is not None else own.location_ids
        return [place for place in item.location_ids if place not in there and self._places.is_limited(place)]

    def _check_room(self, item: Item, own: Item | None) -> None:
        """Raise when it can't be put where the file says."""
        for place in self._needs_room(item, own):
            rooms.check_room(self._work, place, item.id)

    def _add(self, added: Sequence[Read]) -> None:
        """Add items, with the ids and, where they are free, the codes that they have in the file."""
        if not added:
            return
        work = self._work
        codes = claim_codes(work, [item for _, item in added])
        coded = [
            (line, replace(item, code=code, updated_at=work.now))
            for (line, item), code in zip(added, codes, strict=True)
        ]
        for (line, before), (_, item) in zip(added, coded, strict=True):
            if before.code != item.code:
                self._taken.remarks.append(Remark.of(line, item.name, OtherCodeNote(before.code, item.code)))
        made = [item for _, item in coded]
        rows = [{name: getattr(item, name) for name in ITEM_COLUMNS} for item in made]
        work.connection.execute(
            insert(ItemRow.__table__),  # type: ignore[arg-type]
            [row | {"name_key": name_key(row["name"])[:255]} for row in rows],
        )
        items.insert_links(work.connection, made)
        for row, values in (
            (StockRow, [bulk.stock_row(entry) for item in made for entry in item.stock]),
            (LoanRow, [_loan_row(loan) for item in made for loan in item.loans]),
            (AttachmentRow, [attachments.row_of(each) for item in made for each in item.attachments]),
        ):
            if values:
                work.connection.execute(insert(row.__table__), values)  # type: ignore[arg-type]
        for line, item in coded:
            self._record_added(item)
            self._taken.note(line, item.id, item.name)

    def _record_added(self, item: Item) -> None:
        """Write the lines of history of a new item."""
        work = self._work
        work.record(Noun.ITEM, Operation.CREATE, item.id, title=item.name, after=items.as_json(item))
        hanging: tuple[tuple[Noun, Any, tuple[Any, ...]], ...] = (
            (Noun.STOCK, stock.as_json, item.stock),
            (Noun.LOAN, loans.as_json, item.loans),
            (Noun.ATTACHMENT, attachments.as_json, item.attachments),
        )
        for noun, as_json, parts in hanging:
            for part in parts:
                work.record(noun, Operation.CREATE, part.id, title=item.name, after=as_json(part), item_id=item.id)
        work.added[item.id] = item

    def _update(self, line: int, own: Item, item: Item) -> None:
        """Change what differs of an item that is there."""
        values = {name: getattr(item, name) for name in _SETTLED if getattr(item, name) != getattr(own, name)}
        stock_differs = {entry.id: entry for entry in item.stock} != {entry.id: entry for entry in own.stock}
        loans_differ = {loan.id: loan for loan in item.loans} != {loan.id: loan for loan in own.loans}
        papers_differ = item.attachments != own.attachments
        if not (values or stock_differs or loans_differ or papers_differ):
            self._taken.unchanged += 1
            return
        self._check_room(item, own)
        if values:
            bulk.update_items(self._work, [(own, values)])
        if stock_differs:
            self._update_stock(own, item)
        if loans_differ:
            self._update_loans(own, item)
        if papers_differ:
            self._update_attachments(own, item)
        changed = ["categories" if name == "category_ids" else name for name in values]
        changed += ["location"] * stock_differs + ["loans"] * loans_differ + ["attachments"] * papers_differ
        self._taken.note(line, item.id, item.name, tuple(changed))

    def _update_stock(self, own: Item, item: Item) -> None:
        """Let the stock be as the file has it: what has left its place first, so that another may come there."""
        work, before = self._work, {entry.id: entry for entry in own.stock}
        after = {entry.id: entry for entry in item.stock}
        keys = {_key(entry): entry.id for entry in own.stock}
        anew = {entry.id for entry in item.stock if keys.get(_key(entry), entry.id) != entry.id}
        for entry in own.stock:
            if entry.id not in after or entry.id in anew:
                stock.remove_entry(work, entry, item.name)
        for entry in item.stock:
            known = before.get(entry.id)
            if known is not None and entry.id not in anew and known != entry:
                stock.write_entry(work, entry)
                stock.record_update(work, known, entry, item.name)
        for entry in item.stock:
            if entry.id not in before or entry.id in anew:
                stock.insert_entry(work, entry)
                work.record(
                    Noun.STOCK,
                    Operation.CREATE,
                    entry.id,
                    title=item.name,
                    after=stock.as_json(entry),
                    item_id=item.id,
                )

    def _update_loans(self, own: Item, item: Item) -> None:
        """Let the loans be as the file has them."""
        work, before = self._work, {loan.id: loan for loan in own.loans}
        after = {loan.id for loan in item.loans}
        for loan in own.loans:
            if loan.id not in after:
                loans.end_loan(work, loan, item.name)
        for loan in item.loans:
            known = before.get(loan.id)
            if known is None:
                loans.insert_loan(work, loan)
                values = loans.as_json(loan)
                work.record(Noun.LOAN, Operation.CREATE, loan.id, title=item.name, after=values, item_id=item.id)
            elif known != loan:
                loans.write_loan(work, known, loan, item.name)

    def _update_attachments(self, own: Item, item: Item) -> None:
        """Let the photos, papers and links be those that the file has."""
        work, before = self._work, {each.id: each for each in own.attachments}
        after = {each.id for each in item.attachments}
        for each in own.attachments:
            if each.id not in after:
                attachments.take_off(work, each, item.name)
        for each in item.attachments:
            known = before.get(each.id)
            if known is None:
                attachments.insert_attachment(work, each)
                values = attachments.as_json(each)
                work.record(Noun.ATTACHMENT, Operation.CREATE, each.id, title=item.name, after=values, item_id=item.id)
            elif known != each:
                attachments.write_attachment(work, known, each, item.name)


def _key(entry: Any) -> str:
    """Return what is unique for one stock entry of an item."""
    return stock.place_key(entry.location_id, entry.best_before, entry.lot)


def _loan_row(loan: Any) -> dict[str, Any]:
    return loans.row_of({name: getattr(loan, name) for name in LOAN_COLUMNS})
