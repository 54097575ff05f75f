"""What is lent to whom."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0005"
down_revision = "0004"

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
}


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; all steps may be repeated, since MariaDB and SQLite do not roll back such statements."""
    op.create_table(
        "home_inventory_loans",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("borrower", sa.String(length=255), nullable=False),
        sa.Column("borrower_key", _key(255), nullable=False),
        sa.Column("lent_on", sa.Date(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb"), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_loans_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_loans")),
        if_not_exists=True,
        **_OPTIONS,
    )
    for column in ("item_id", "borrower_key", "due_on"):
        op.create_index(
            op.f(f"ix_home_inventory_loans_{column}"),
            "home_inventory_loans",
            [column],
            unique=False,
            if_not_exists=True,
        )
