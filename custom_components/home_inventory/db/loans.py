"""Loans: lending items, taking them back, and reading who has what."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, select, update
from ulid_transform import ulid_now

from ..domain.errors import NotEnoughStockError, UndoConflictError
from ..domain.loan_errors import (
    AlreadyLentError,
    LoanAmbiguousError,
    LoanNotFoundError,
    NotLentError,
    ReturnedTooMuchError,
)
from ..domain.loans import Borrower, Loan, borrowers, check_due
from ..domain.models import Noun, Operation
from ..domain.quantities import check_quantity
from ..domain.text import name_key
from . import stock
from .lists import in_use
from .records import LOAN_COLUMNS, load_items, to_json
from .schema import ItemRow, LoanRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from ..domain.models import Change, Item, Json
    from .work import Work

_INSERT: Final = insert(LoanRow.__table__)  # type: ignore[arg-type]


def lend(
    work: Work,
    item_id: str,
    *,
    borrower: str,
    lent_on: date,
    quantity: Decimal | None = None,
    due_on: date | None = None,
    note: str | None = None,
) -> None:
    """Lend an item or a quantity of it; without a quantity, all that is left.

    Raises AlreadyLentError when nothing is left, NotEnoughStockError when there is not so much.
    """
    item = stock.get_item_in_use(work, item_id)
    check_due(lent_on, due_on)
    if quantity is not None:
        check_quantity(quantity, item.unit)
    left = item.quantity - item.lent_quantity
    if item.loans and left <= 0:
        raise AlreadyLentError(item=item.name, borrowers=borrowers(item.loans))
    if quantity is None and item.loans:
        quantity = left
    if left < (quantity or Decimal(1)) and not (quantity is None and left > 0):
        raise NotEnoughStockError(item=item.name, available=left, wanted=quantity or 1)
    loan = Loan(
        id=ulid_now(),
        item_id=item_id,
        borrower=borrower,
        lent_on=lent_on,
        quantity=quantity,
        due_on=due_on,
        note=note,
    )
    insert_loan(work, loan)
    work.record(Noun.LOAN, Operation.CREATE, loan.id, title=item.name, after=as_json(loan), item_id=item_id)


def give_back(
    work: Work,
    item_id: str,
    *,
    loan_id: str | None = None,
    borrower: str | None = None,
    quantity: Decimal | None = None,
) -> None:
    """Take back what was lent, all of it or a quantity; what was lent first comes back first.

    Raises NotLentError, LoanNotFoundError, LoanAmbiguousError when several people have some of it and nobody is named,
    and ReturnedTooMuchError.
    """
    item = stock.get_item_in_use(work, item_id)
    loans = _loans_meant(item, loan_id, borrower)
    if quantity is None:
        for loan in loans:
            end_loan(work, loan, item.name)
        return
    check_quantity(quantity, item.unit)
    lent = [(loan, item.quantity if loan.quantity is None else loan.quantity) for loan in loans]
    if (most := sum((part for _loan, part in lent), Decimal(0))) < quantity:
        raise ReturnedTooMuchError(item=item.name, lent=most.normalize(), wanted=quantity)
    for loan, part in lent:
        back = min(part, quantity)
        quantity -= back
        if back == part:
            end_loan(work, loan, item.name)
        elif back > 0:
            write_loan(work, loan, replace(loan, quantity=part - back), item.name)


def _loans_meant(item: Item, loan_id: str | None, borrower: str | None) -> list[Loan]:
    """Return the loans that come to an end, the oldest first."""
    if not item.loans:
        raise NotLentError(item=item.name)
    found = sorted(item.loans, key=lambda loan: (loan.lent_on, loan.id))
    if loan_id is not None:
        found = [loan for loan in found if loan.id == loan_id]
    if borrower is not None:
        found = [loan for loan in found if name_key(loan.borrower) == name_key(borrower)]
    if not found:
        raise LoanNotFoundError(item=item.name, borrower=borrower or loan_id, borrowers=borrowers(item.loans))
    if len({name_key(loan.borrower) for loan in found}) > 1:
        raise LoanAmbiguousError(item=item.name, borrowers=borrowers(found))
    return found


def as_json(loan: Loan) -> dict[str, Json]:
    """Return a loan as a change keeps it."""
    return {name: to_json(getattr(loan, name)) for name in LOAN_COLUMNS if name not in ("id", "item_id")}


def row_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a loan, with the key by which its borrower is found."""
    return {**values, "borrower_key": name_key(values["borrower"])[:255]}


def insert_loan(work: Work, loan: Loan) -> None:
    """Insert a loan's row."""
    work.connection.execute(_INSERT, row_of({name: getattr(loan, name) for name in LOAN_COLUMNS}))


def end_loan(work: Work, loan: Loan, title: str) -> None:
    """Delete a loan: it is in the history from here on."""
    work.connection.execute(delete(LoanRow).where(LoanRow.id == loan.id))
    work.record(Noun.LOAN, Operation.DELETE, loan.id, title=title, before=as_json(loan), item_id=loan.item_id)


def write_loan(work: Work, before: Loan, after: Loan, title: str) -> None:
    """Write a loan as it should be."""
    _write_row(work, after)
    work.record(
        Noun.LOAN,
        Operation.UPDATE,
        after.id,
        title=title,
        before=as_json(before),
        after=as_json(after),
        item_id=after.item_id,
    )


def _write_row(work: Work, loan: Loan) -> None:
    """Write a loan's row."""
    values = row_of({name: getattr(loan, name) for name in LOAN_COLUMNS if name not in ("id", "item_id")})
    work.connection.execute(update(LoanRow).where(LoanRow.id == loan.id).values(values))


def read_json(work: Work, loan_id: str) -> dict[str, Json] | None:
    """Return a loan as a change keeps it; None if it has ended."""
    loan = _find(work, loan_id)
    return None if loan is None else as_json(loan)


def revert(work: Work, change: Change, before: dict[str, Any]) -> None:
    """Undo a change of a loan. Whether all of them go together is looked at in the end, by `items.check_item`."""
    if change.operation is Operation.CREATE:
        work.connection.execute(delete(LoanRow).where(LoanRow.id == change.id))
    elif change.operation is Operation.DELETE:
        if change.item_id is None or not load_items(work.session, [change.item_id]):
            raise UndoConflictError(title=change.title)
        insert_loan(work, Loan(id=change.id, item_id=change.item_id, **before))
    elif (loan := _find(work, change.id)) is not None:
        _write_row(work, replace(loan, **before))


def _find(work: Work, loan_id: str) -> Loan | None:
    """Return a loan that goes on."""
    table = LoanRow.__table__.c
    row = work.connection.execute(select(*(table[name] for name in LOAN_COLUMNS)).where(table.id == loan_id)).first()
    return None if row is None else Loan(**dict(zip(LOAN_COLUMNS, row, strict=True)))


def list_borrowers(session: Session) -> list[Borrower]:
    """Return everybody who has something, who has most first; of several spellings of a name the commonest."""
    items = func.count(LoanRow.item_id.distinct())
    counted = select(LoanRow.borrower_key, items).group_by(LoanRow.borrower_key)
    counts: dict[str, int] = dict(session.execute(counted).tuples().all())
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names = select(LoanRow.borrower_key, LoanRow.borrower, func.count()).group_by(
        LoanRow.borrower_key, LoanRow.borrower
    )
    for key, name, count in session.execute(names).tuples():
        spelled[key][name] = count
    found = [Borrower(min(spelled[key], key=lambda name: (-spelled[key][name], name)), counts[key]) for key in counts]
    return sorted(found, key=lambda borrower: (-borrower.items, name_key(borrower.name)))


def list_due(session: Session, first: date, last: date, limit: int = 1000) -> list[Item]:
    """Return the items in use of which something is due back on a day of this time, the earliest first."""
    wanted = (
        select(LoanRow.item_id)
        .join(ItemRow, ItemRow.id == LoanRow.item_id)
        .where(in_use(), LoanRow.due_on.between(first, last))
        .order_by(LoanRow.due_on, LoanRow.item_id)
        .limit(limit)
    )
    return _in_order(session, session.scalars(wanted).all())


def _in_order(session: Session, item_ids: Sequence[str]) -> list[Item]:
    """Return items, each once."""
    return list(load_items(session, list(dict.fromkeys(item_ids))).values())
