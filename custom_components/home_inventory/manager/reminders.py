"""Reminders: telling once that a warranty is about to end, or has ended."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ..db import meta, reminders
from ..domain.actor import SYSTEM
from ..domain.movements import before_batch
from ..domain.warranties import expired_between, expiring_between, is_expiring
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.models import Item, Notice
    from .catalog import Catalog


class ReminderKind(StrEnum):
    """What can be reminded of."""

    EXPIRING = "expiring"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A warranty that needs attention today."""

    item: Item
    warranty_until: date
    today: date
    actor: Actor = SYSTEM
    """Who brought it about: the system when time has passed, somebody when an item was changed."""

    @property
    def days_left(self) -> int:
        """Return how many days the warranty still runs, the last one included; below zero when it has ended."""
        return (self.warranty_until - self.today).days


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Listener:
    """Who wants to be told, and when: `days` before the end."""

    kind: ReminderKind
    days: int
    tell: Callable[[Reminder], None]

    def window(self, since: date, today: date) -> tuple[date, date]:
        """Return which warranties entered the window after one day up to another."""
        if self.kind is ReminderKind.EXPIRED:
            return expired_between(since, today)
        return expiring_between(since, today, self.days)


class ReminderManager(Manager):
    """Finds what needs attention, and remembers up to which day it has told it."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Start without listeners."""
        super().__init__(database, catalog)
        self._listeners: list[_Listener] = []
        self._told: set[tuple[_Listener, str, date]] = set()
        self._told_on: date | None = None
        self._scan = asyncio.Lock()
        self.reminded_on: date | None = None
        """The day up to which everything was told; kept in the store."""
        self._is_noted = True
        """Whether the store knows that day."""
        self.on_listener: Callable[[], None] | None = None
        """Called whenever somebody new listens."""

    @property
    def is_listened_to(self) -> bool:
        """Return whether there is anybody to tell."""
        return bool(self._listeners)

    def listen(self, kind: ReminderKind, days: int, tell: Callable[[Reminder], None]) -> Callable[[], None]:
        """Tell about warranties from now on; return how to stop."""
        listener = _Listener(kind=kind, days=days, tell=tell)
        self._listeners.append(listener)
        if self.on_listener is not None:
            self.on_listener()
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    async def async_remind(self, today: date) -> None:
        """Tell what has come up since the last time, once, and note that it was told.

        The note is written after telling: if Home Assistant dies in between, it is told twice rather than never.
        """
        async with self._scan:
            told_on, since = self.reminded_on, self._since(today)
            self.reminded_on = today  # what is entered from here on is told at once
            self._is_noted = self._is_noted and told_on == today
            try:
                if since < today and self._listeners:
                    await self._async_tell(since, today)
            except BaseException:
                self.reminded_on = told_on
                raise
            if not self._is_noted:  # what was told stays told, even if the note has to be written later
                await self._database.async_write(SYSTEM, meta.set_reminded_on, today)
                self._is_noted = True

    def _since(self, today: date) -> date:
        """Return up to which day everything was told: yesterday when this is the first time.

        A clock that was ahead once must not silence reminders until it is right.
        """
        return min(self.reminded_on or today - timedelta(days=1), today)

    async def _async_tell(self, since: date, today: date) -> None:
        """Tell every listener what entered its window; all of them share one question to the database."""
        windows = {listener.window(since, today) for listener in self._listeners}
        items = await self._database.async_read(
            reminders.list_ending, sorted((first, last) for first, last in windows if first <= last)
        )
        for item in items:
            if item.warranty_until is None:
                continue
            reminder = Reminder(item=item, warranty_until=item.warranty_until, today=today)
            for listener in tuple(self._listeners):
                first, last = listener.window(since, today)
                if first <= item.warranty_until <= last:
                    self._tell(listener, reminder)

    def apply(self, notice: Notice, today: date) -> None:
        """Tell what a change has brought into a window: time alone will not do it any more.

        A warranty that has ended already when it is entered is no news, and what is yet to be told today is left to
        that, so that a restart in between does not tell it twice.
        """
        listeners = [listener for listener in self._listeners if listener.kind is ReminderKind.EXPIRING]
        if not listeners:
            return
        for item in notice.items.values():
            if item is None or item.archived_at or item.lifetime_warranty or item.warranty_until is None:
                continue
            before = before_batch(item, notice.batch)
            known = before.warranty_until if before is not None and before.in_use else None
            if known == item.warranty_until:
                continue
            reminder = Reminder(item=item, warranty_until=item.warranty_until, today=today, actor=notice.actor)
            for listener in listeners:
                first, last = listener.window(self._since(today), today)
                is_new = is_expiring(item.warranty_until, today, listener.days) and not is_expiring(
                    known, today, listener.days
                )
                if is_new and not first <= item.warranty_until <= last:
                    self._tell(listener, reminder)

    def _tell(self, listener: _Listener, reminder: Reminder) -> None:
        """Tell one listener, unless it was told of the same warranty today."""
        if self._told_on != reminder.today:
            self._told_on = reminder.today
            self._told.clear()
        mark = (listener, reminder.item.id, reminder.warranty_until)
        if mark not in self._told:
            self._told.add(mark)
            listener.tell(reminder)
