"""Commands about what is lent."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..domain.fields import NAME, REFERENCE, Day, Number, Text
from ..domain.quantities import QUANTITY_DIGITS, QUANTITY_LIMIT
from ..views import View, borrower_view, item_view
from .base import Call, Command

_SOME: Final = Number(Decimal(1).scaleb(-QUANTITY_DIGITS), QUANTITY_LIMIT, QUANTITY_DIGITS)


async def _lend(call: Call) -> View:
    """Lend an item, or some of it."""
    values, inventory = call.values, call.inventory
    done = await inventory.loans.async_lend(
        call.actor,
        values["item"],
        values["borrower"],
        quantity=values.get("quantity"),
        lent_on=values.get("lent_on") or inventory.today,
        due_on=values.get("due_on"),
        note=values.get("note"),
    )
    return {"item": item_view(inventory, done.value), "batch": done.batch_id}


async def _return(call: Call) -> View:
    """Take back what was lent."""
    values, inventory = call.values, call.inventory
    done = await inventory.loans.async_return(
        call.actor,
        values["item"],
        borrower=values.get("borrower"),
        loan_id=values.get("loan"),
        quantity=values.get("quantity"),
    )
    return {"item": item_view(inventory, done.value), "batch": done.batch_id}


async def _borrowers(call: Call) -> View:
    """Return who has something."""
    found = await call.inventory.loans.async_list_borrowers()
    return {"borrowers": [borrower_view(borrower) for borrower in found]}


LOAN_COMMANDS: Final = (
    Command(
        name="item/lend",
        action="lend_item",
        run=_lend,
        fields={
            "item": REFERENCE,
            "borrower": NAME,
            "quantity": _SOME,
            "due_on": Day(),
            "lent_on": Day(),
            "note": Text(4000, multiline=True),
        },
        required=("item", "borrower"),
    ),
    Command(
        name="item/return",
        action="return_item",
        run=_return,
        fields={"item": REFERENCE, "borrower": NAME, "quantity": _SOME, "loan": REFERENCE},
        required=("item",),
    ),
    Command(name="borrower/list", run=_borrowers, fields={}),
)
