"""Traces: by what each source has known a device, and when."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from custom_components.home_inventory.db.types import UtcDateTime

revision = "0004"
down_revision = "0003"

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
    "sqlite_with_rowid": False,
}
_TRACES = "home_inventory_traces"


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; both steps may be repeated, since MariaDB and SQLite do not roll back such statements."""
    op.create_table(
        _TRACES,
        sa.Column("origin_id", _key(26), nullable=False),
        sa.Column("source_id", _key(64), nullable=False),
        sa.Column("kind", _key(16), nullable=False),
        sa.Column("value", _key(255), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("device_id", _key(26), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("origin_id", "source_id", "kind", "value", "since", name=op.f(f"pk_{_TRACES}")),
        if_not_exists=True,
        **_OPTIONS,
    )
    name = op.f(f"ix_{_TRACES}_device_id_source_id")
    op.create_index(name, _TRACES, ["device_id", "source_id"], unique=False, if_not_exists=True)
