"""Loans: what a household lends, to whom, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..db import loans
from .base import Manager

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.loans import Borrower
    from ..domain.models import Done, Item
    from .catalog import Catalog
    from .items import ItemManager


class LoanManager(Manager):
    """Lending and taking back."""

    def __init__(self, database: Database, catalog: Catalog, items: ItemManager) -> None:
        """Take who knows what items are called."""
        super().__init__(database, catalog)
        self._items = items

    async def async_lend(
        self,
        actor: Actor,
        reference: str,
        borrower: str,
        *,
        lent_on: date,
        quantity: Decimal | None = None,
        due_on: date | None = None,
        note: str | None = None,
    ) -> Done[Item]:
        """Lend an item, or a quantity of it; without a quantity all that is left of it."""
        actor.require_write()
        item = await self._items.async_get(reference)
        _, notice = await self._async_write(
            actor,
            loans.lend,
            item.id,
            borrower=borrower,
            lent_on=lent_on,
            quantity=quantity,
            due_on=due_on,
            note=note,
        )
        return await self._items.async_done(item.id, notice)

    async def async_return(
        self,
        actor: Actor,
        reference: str,
        *,
        borrower: str | None = None,
        loan_id: str | None = None,
        quantity: Decimal | None = None,
    ) -> Done[Item]:
        """Take back what somebody has of an item, all of it or a quantity; who that is need be said only if several have some."""
        actor.require_write()
        item = await self._items.async_get(reference)
        _, notice = await self._async_write(
            actor, loans.give_back, item.id, loan_id=loan_id, borrower=borrower, quantity=quantity
        )
        return await self._items.async_done(item.id, notice)

    async def async_list_borrowers(self) -> list[Borrower]:
        """Return everybody who has something, who has most first."""
        return await self._database.async_read(loans.list_borrowers)

    async def async_list_due(self, first: date, last: date, *, limit: int = 1000) -> list[Item]:
        """Return the items of which something is due back from one day to another, both included; the earliest first."""
        return await self._database.async_read(loans.list_due, first, last, limit)
