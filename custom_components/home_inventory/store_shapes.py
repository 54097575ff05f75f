"""The shapes of how the store is doing; `shapes.py` has the list of all shapes."""

from typing import TypedDict

from .domain.recovery import RecoveryKind  # noqa: TC001 - script/gen_types reads it


class StoreRecovery(TypedDict):
    """Something that had to be done to the store."""

    kind: RecoveryKind
    at: str
    items: int
    locations: int
    changes: int
    unreadable: int
    kept_in: str | None


class StoreInfo(TypedDict):
    """How the store is doing; moments are null when there was none, `database_bytes` where the server does not say."""

    store_id: str
    generation: int
    sequence: int
    database: str
    database_bytes: int | None
    journal_bytes: int
    snapshots: int
    snapshot_at: str | None
    backup_since: str | None
    waiting: int
    recovery: StoreRecovery | None


class Snapshot(TypedDict):
    """A file with everything, inside the configuration folder."""

    path: str
    bytes: int
    sequence: int
