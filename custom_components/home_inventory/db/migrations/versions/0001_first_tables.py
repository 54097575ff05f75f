"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from custom_components.home_inventory.db.types import Money, Quantity, UtcDateTime

revision = "0001"
down_revision = None

_OPTIONS: dict[str, Any] = {
    "mysql_engine": "InnoDB",
    "mysql_default_charset": "utf8mb4",
    "mysql_collate": "utf8mb4_bin",
}
_SHORT = _OPTIONS | {"sqlite_with_rowid": False}


def _key(length: int) -> Any:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _long_text() -> Any:
    return sa.Text().with_variant(mysql.LONGTEXT(), "mysql", "mariadb")


def upgrade() -> None:
    """Make the tables; each step may be repeated, since MariaDB and SQLite do not roll back such statements."""
    _batches()
    _categories()
    _changes()
    _codes()
    _items()
    _locations()
    _meta()
    _item_barcodes()
    _item_categories()
    _item_labels()
    _stock()


def _batches() -> None:
    op.create_table(
        "home_inventory_batches",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("user_id", _key(36), nullable=True),
        sa.Column("context_id", _key(36), nullable=True),
        sa.Column("undoes", _key(26), nullable=True),
        sa.Column("first_sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("last_sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_batches")),
        sa.UniqueConstraint("undoes", name=op.f("uq_home_inventory_batches_undoes")),
        if_not_exists=True,
        **_SHORT,
    )


def _categories() -> None:
    op.create_table(
        "home_inventory_categories",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("name_key", _key(255), nullable=False),
        sa.Column("parent_id", _key(26), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["home_inventory_categories.id"], name=op.f("fk_home_inventory_categories_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_categories")),
        if_not_exists=True,
        **_SHORT,
    )
    op.create_index(
        op.f("ix_home_inventory_categories_name_key"),
        "home_inventory_categories",
        ["name_key"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_categories_parent_id"),
        "home_inventory_categories",
        ["parent_id"],
        unique=False,
        if_not_exists=True,
    )


def _changes() -> None:
    op.create_table(
        "home_inventory_changes",
        sa.Column(
            "sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("batch_id", _key(26), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("operation", sa.String(length=16), nullable=False),
        sa.Column("record_id", _key(26), nullable=False),
        sa.Column("subject_id", _key(26), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_home_inventory_changes")),
        if_not_exists=True,
        **_OPTIONS,
    )
    op.create_index(
        op.f("ix_home_inventory_changes_subject_id"),
        "home_inventory_changes",
        ["subject_id"],
        unique=False,
        if_not_exists=True,
    )


def _codes() -> None:
    op.create_table(
        "home_inventory_codes",
        sa.Column("code", _key(4), nullable=False),
        sa.Column("owner_id", _key(26), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_home_inventory_codes")),
        if_not_exists=True,
        **_SHORT,
    )


def _items() -> None:
    op.create_table(
        "home_inventory_items",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("code", _key(4), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("name_key", _key(255), nullable=False),
        sa.Column("description", _long_text(), nullable=True),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("minimum_quantity", Quantity(), nullable=True),
        sa.Column("manufacturer", sa.String(length=255), nullable=True),
        sa.Column("model", sa.String(length=255), nullable=True),
        sa.Column("serial_number", sa.String(length=255), nullable=True),
        sa.Column("purchase_date", sa.Date(), nullable=True),
        sa.Column("purchase_price", Money(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("vendor", sa.String(length=255), nullable=True),
        sa.Column("vendor_url", _long_text(), nullable=True),
        sa.Column("warranty_until", sa.Date(), nullable=True),
        sa.Column("lifetime_warranty", sa.Boolean(), nullable=False),
        sa.Column("warranty_notes", _long_text(), nullable=True),
        sa.Column("notes", _long_text(), nullable=True),
        sa.Column("custom", sa.JSON(), nullable=False),
        sa.Column("promoted", sa.Boolean(), nullable=False),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_items")),
        if_not_exists=True,
        **_OPTIONS,
    )
    op.create_index(
        op.f("ix_home_inventory_items_archived_at_name_key_id"),
        "home_inventory_items",
        ["archived_at", "name_key", "id"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_items_archived_at_updated_at_id"),
        "home_inventory_items",
        ["archived_at", "updated_at", "id"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_items_minimum_quantity"),
        "home_inventory_items",
        ["minimum_quantity"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_items_warranty_until"),
        "home_inventory_items",
        ["warranty_until"],
        unique=False,
        if_not_exists=True,
    )


def _locations() -> None:
    op.create_table(
        "home_inventory_locations",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("code", _key(4), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("name_key", _key(255), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("parent_id", _key(26), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.String(length=255), nullable=True),
        sa.Column("floor_id", sa.String(length=255), nullable=True),
        sa.Column("description", _long_text(), nullable=True),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["home_inventory_locations.id"], name=op.f("fk_home_inventory_locations_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_locations")),
        if_not_exists=True,
        **_OPTIONS,
    )
    op.create_index(
        op.f("ix_home_inventory_locations_area_id"),
        "home_inventory_locations",
        ["area_id"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_locations_name_key"),
        "home_inventory_locations",
        ["name_key"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_locations_parent_id"),
        "home_inventory_locations",
        ["parent_id"],
        unique=False,
        if_not_exists=True,
    )


def _meta() -> None:
    op.create_table(
        "home_inventory_meta",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store_id", _key(26), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_meta")),
        if_not_exists=True,
        **_SHORT,
    )


def _item_barcodes() -> None:
    op.create_table(
        "home_inventory_item_barcodes",
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("barcode", _key(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_item_barcodes_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "position", name=op.f("pk_home_inventory_item_barcodes")),
        if_not_exists=True,
        **_SHORT,
    )
    op.create_index(
        op.f("ix_home_inventory_item_barcodes_barcode"),
        "home_inventory_item_barcodes",
        ["barcode"],
        unique=False,
        if_not_exists=True,
    )


def _item_categories() -> None:
    op.create_table(
        "home_inventory_item_categories",
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("category_id", _key(26), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["home_inventory_categories.id"],
            name=op.f("fk_home_inventory_item_categories_category_id"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_item_categories_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "category_id", name=op.f("pk_home_inventory_item_categories")),
        if_not_exists=True,
        **_SHORT,
    )
    op.create_index(
        op.f("ix_home_inventory_item_categories_category_id"),
        "home_inventory_item_categories",
        ["category_id"],
        unique=False,
        if_not_exists=True,
    )


def _item_labels() -> None:
    op.create_table(
        "home_inventory_item_labels",
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("label_id", _key(255), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_item_labels_item_id")
        ),
        sa.PrimaryKeyConstraint("item_id", "label_id", name=op.f("pk_home_inventory_item_labels")),
        if_not_exists=True,
        **_SHORT,
    )
    op.create_index(
        op.f("ix_home_inventory_item_labels_label_id"),
        "home_inventory_item_labels",
        ["label_id"],
        unique=False,
        if_not_exists=True,
    )


def _stock() -> None:
    op.create_table(
        "home_inventory_stock",
        sa.Column("id", _key(26), nullable=False),
        sa.Column("item_id", _key(26), nullable=False),
        sa.Column("location_id", _key(26), nullable=True),
        sa.Column("quantity", Quantity(), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=True),
        sa.Column("best_before", sa.Date(), nullable=True),
        sa.Column("place_key", _key(128), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["home_inventory_items.id"], name=op.f("fk_home_inventory_stock_item_id")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["home_inventory_locations.id"], name=op.f("fk_home_inventory_stock_location_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_inventory_stock")),
        sa.UniqueConstraint("item_id", "place_key", name=op.f("uq_home_inventory_stock_item_id_place_key")),
        if_not_exists=True,
        **_SHORT,
    )
    op.create_index(
        op.f("ix_home_inventory_stock_best_before"),
        "home_inventory_stock",
        ["best_before"],
        unique=False,
        if_not_exists=True,
    )
    op.create_index(
        op.f("ix_home_inventory_stock_location_id"),
        "home_inventory_stock",
        ["location_id"],
        unique=False,
        if_not_exists=True,
    )
