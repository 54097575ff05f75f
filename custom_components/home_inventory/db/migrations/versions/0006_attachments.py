"""Photos, papers and links of items."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from custom_components.home_inventory.db.types import UtcDateTime

revision = "0006"
down_revision = "0005"

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
}
_ATTACHMENTS = "home_inventory_attachments"


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; all steps may be repeated, since MariaDB and SQLite do not roll back such statements."""
    op.create_table(
        _ATTACHMENTS,
        sa.Column("id", _key(26), nullable=False),
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=127), nullable=True),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("digest", _key(64), nullable=True),
        sa.Column("url", sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb"), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_attachments_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_attachments")),
        if_not_exists=True,
        **_OPTIONS,
    )
    for column in ("item_id", "digest"):
        op.create_index(
            op.f(f"ix_home_inventory_attachments_{column}"), _ATTACHMENTS, [column], unique=False, if_not_exists=True
        )
