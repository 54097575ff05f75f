"""The shapes of loans; `shapes.py` says which of them the front end gets."""

from typing import TypedDict


class Loan(TypedDict):
    """Something of an item that somebody has; `quantity` is null for the whole item."""

    id: str
    borrower: str
    quantity: float | None
    lent_on: str
    due_on: str | None
    overdue: bool
    note: str | None


class Borrower(TypedDict):
    """Somebody who has something, and how many items it is."""

    name: str
    items: int
