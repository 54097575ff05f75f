"""Other names of items."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
    "sqlite_with_rowid": False,
}


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; both steps may be repeated, since MariaDB and SQLite do not roll back such statements."""
    op.create_table(
        "home_inventory_item_aliases",
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("alias", sa.String(length=255), nullable=False),
        sa.Column("alias_key", _key(255), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_item_aliases_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "position", name=op.f("pk_home_inventory_item_aliases")),
        if_not_exists=True,
        **_OPTIONS,
    )
    op.create_index(
        op.f("ix_home_inventory_item_aliases_alias_key"),
        "home_inventory_item_aliases",
        ["alias_key"],
        unique=False,
        if_not_exists=True,
    )
