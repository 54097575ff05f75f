"""Devices: what they are, what they are known by, when they were seen, and the runs of their sources."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from custom_components.home_inventory.db.types import UtcDateTime

revision = "0003"
down_revision = "0002"

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
}
_SHORT = _OPTIONS | {"sqlite_with_rowid": False}
_DEVICES = "home_inventory_devices"
_IDENTITIES = "home_inventory_identities"
_REFUSALS = "home_inventory_refusals"
_SIGHTINGS = "home_inventory_sightings"
_RUNS = "home_inventory_sync_runs"


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _long_text() -> Any:
    return sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")


def _index(table: str, *columns: str) -> None:
    name = op.f(f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), unique=False, if_not_exists=True)


def upgrade() -> None:
    """Make the tables; each step may be repeated, since MariaDB and SQLite do not roll back such statements."""
    _devices()
    _identities()
    _refusals()
    _sightings()
    _sync_runs()


def _devices() -> None:
    op.create_table(
        _DEVICES,
        sa.Column("id", _key(26), nullable=False),
        sa.Column("identities", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("components", sa.JSON(), nullable=False),
        sa.Column("refused", sa.JSON(), nullable=False),
        sa.Column("item_id", _key(26), nullable=True),
        sa.Column("parent_id", _key(26), nullable=True),
        sa.Column("link", sa.String(length=16), nullable=True),
        sa.Column("sleeps", sa.Boolean(), nullable=False),
        sa.Column("ignored", sa.Boolean(), nullable=False),
        sa.Column("missing_since", UtcDateTime(), nullable=True),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("name_key", _key(255), nullable=False),
        sa.Column("type_key", _key(255), nullable=True),
        sa.Column("location_id", _key(26), nullable=True),
        sa.Column("words", _long_text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["home_inventory_items.id"], name=op.f(f"fk_{_DEVICES}_item_id")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["home_inventory_locations.id"], name=op.f(f"fk_{_DEVICES}_location_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{_DEVICES}")),
        if_not_exists=True,
        **_OPTIONS,
    )
    _index(_DEVICES, "archived_at", "name_key", "id")
    _index(_DEVICES, "item_id")
    _index(_DEVICES, "location_id")
    _index(_DEVICES, "parent_id")


def _identities() -> None:
    op.create_table(
        _IDENTITIES,
        sa.Column("device_id", _key(26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", _key(16), nullable=False),
        sa.Column("value", _key(255), nullable=False),
        sa.Column("scope", _key(64), nullable=False),
        sa.Column("digest", _key(64), nullable=False),
        sa.Column("strong_digest", _key(64), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], [f"{_DEVICES}.id"], name=op.f(f"fk_{_IDENTITIES}_device_id")),
        sa.PrimaryKeyConstraint("device_id", "position", name=op.f(f"pk_{_IDENTITIES}")),
        sa.UniqueConstraint("strong_digest", name=op.f(f"uq_{_IDENTITIES}_strong_digest")),
        if_not_exists=True,
        **_SHORT,
    )
    _index(_IDENTITIES, "digest")


def _refusals() -> None:
    op.create_table(
        _REFUSALS,
        sa.Column("first_id", _key(26), nullable=False),
        sa.Column("second_id", _key(26), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], [f"{_DEVICES}.id"], name=op.f(f"fk_{_REFUSALS}_first_id")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f(f"pk_{_REFUSALS}")),
        if_not_exists=True,
        **_SHORT,
    )


def _sightings() -> None:
    op.create_table(
        _SIGHTINGS,
        sa.Column("source_id", _key(64), nullable=False),
        sa.Column("device_id", _key(26), nullable=False),
        sa.Column("first_seen", UtcDateTime(), nullable=False),
        sa.Column("last_seen", UtcDateTime(), nullable=False),
        sa.Column("last_run", UtcDateTime(), nullable=False),
        sa.Column("addresses", _long_text(), nullable=False),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source_id", "device_id", name=op.f(f"pk_{_SIGHTINGS}")),
        if_not_exists=True,
        **_SHORT,
    )
    _index(_SIGHTINGS, "device_id")


def _sync_runs() -> None:
    op.create_table(
        _RUNS,
        sa.Column("id", _key(26), nullable=False),
        sa.Column("source_id", _key(64), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False),
        sa.Column("mode", sa.String(length=64), nullable=True),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("error", sa.String(length=64), nullable=True),
        sa.Column("placeholders", sa.JSON(), nullable=False),
        sa.Column("batch_id", _key(26), nullable=True),
        sa.Column("seen", sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{_RUNS}")),
        if_not_exists=True,
        **_OPTIONS,
    )
    _index(_RUNS, "source_id", "id")
