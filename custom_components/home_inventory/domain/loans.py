"""Loans: what of an item is with somebody else, and the rules for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .loan_errors import DueBeforeLentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A thing, or some of it, that somebody has borrowed; it ends when it is returned."""

    id: str
    item_id: str
    borrower: str
    """What people say: "Anna", "the neighbours"."""
    lent_on: date
    quantity: Decimal | None = None
    """How much of it; None stands for the whole item, however much that is."""
    due_on: date | None = None
    """The day on which it should be back."""
    note: str | None = None

    def is_overdue(self, today: date) -> bool:
        """Return whether it should have been back before today."""
        return self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Borrower:
    """Somebody who has something, and how many items it is."""

    name: str
    items: int


def lent_quantity(loans: Iterable[Loan], total: Decimal) -> Decimal:
    """Return how much of an item is lent, of which there is so much in all."""
    return sum((total if loan.quantity is None else loan.quantity for loan in loans), Decimal(0))


def counted(loans: Iterable[Loan]) -> Decimal:
    """Return how much is lent in numbers; a loan of the whole item does not count."""
    return sum((loan.quantity for loan in loans if loan.quantity is not None), Decimal(0))


def is_possible(loans: Sequence[Loan], total: Decimal) -> bool:
    """Return whether no more is lent than there is; who has the whole item has it alone."""
    is_whole = any(loan.quantity is None for loan in loans)
    return len(loans) == 1 if is_whole else counted(loans) <= total


def borrowers(loans: Iterable[Loan]) -> str:
    """Return the names of those who have something, each once."""
    return ", ".join(dict.fromkeys(loan.borrower for loan in loans))


def check_due(lent_on: date, due_on: date | None) -> None:
    """Raise DueBeforeLentError for a loan that ends before it begins."""
    if due_on is not None and due_on < lent_on:
        raise DueBeforeLentError(lent=lent_on.isoformat(), due=due_on.isoformat())
