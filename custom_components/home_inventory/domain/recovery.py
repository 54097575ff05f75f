"""What was found wrong with the store, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class RecoveryKind(StrEnum):
    """What had to be done to the store."""

    DATABASE_REBUILT = "database_rebuilt"
    """The database was empty: everything was brought back from the journal."""
    DATABASE_CAUGHT_UP = "database_caught_up"
    """The database had lost the last changes before a power cut."""
    JOURNAL_CAUGHT_UP = "journal_caught_up"
    """The journal lacked changes that the database had."""
    JOURNAL_RENEWED = "journal_renewed"
    """The journal was missing, damaged or not wanted any more, and was written anew from the database."""
    STORE_LOST = "store_lost"
    """There was a store once, and neither database nor journal has anything of it."""
    WENT_BACK = "went_back"
    """Database and journal agree, but both end before what was known to be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Something that was done to the store by itself, or because somebody decided so."""

    kind: RecoveryKind
    at: datetime
    items: int = 0
    locations: int = 0
    changes: int = 0
    """How many changes were brought back, added or found missing."""
    unreadable: int = 0
    """Lines and changes of the journal that were lost to damage, and links to what they held."""
    kept_in: str | None = None
    """The folder, inside the configuration folder, where what was replaced is kept."""


class Conflict(StrEnum):
    """How database and journal disagree."""

    DATABASE_OLDER = "database_older"
    FORKED = "forked"
    DIFFERENT_STORES = "different_stores"


class Choice(StrEnum):
    """Which of the two is right."""

    JOURNAL = "journal"
    DATABASE = "database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Either of the two."""

    store_id: str
    sequence: int
    batch_id: str | None
    last_change: datetime | None
    only_here: int
    """How many changes the other does not have."""
    examples: tuple[str, ...] = ()
    """The names of some things that those are about, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What somebody has to know to choose."""

    conflict: Conflict
    database: Side
    journal: Side

    @property
    def token(self) -> tuple[str | None, ...]:
        """What a decision is about: it does not hold for another situation."""
        sides = (self.database, self.journal)
        return tuple(part for side in sides for part in (side.store_id, side.batch_id, str(side.sequence)))


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody has chosen, and in which situation."""

    choice: Choice
    token: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What Home Assistant's own storage remembers of the store."""

    store_id: str
    sequence: int
    database: str
    """Which database it was in, as a fingerprint of its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """How the store is doing."""

    store_id: str
    generation: int
    sequence: int
    database: str
    """sqlite, mysql or postgresql."""
    database_bytes: int | None
    """None where the server does not say."""
    journal_bytes: int
    snapshots: int
    snapshot_at: datetime | None
    backup_since: datetime | None
    """Since when changes have been waiting for a backup."""
    waiting: int
    """How many changes wait."""
    recovery: Recovery | None = None
    """What was done to the store the last time that something was."""
