"""The shapes that faces give out: JSON for websocket, actions and LLM tools. docs/api.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .domain.models import Noun

if TYPE_CHECKING:
    from decimal import Decimal

    from .domain.models import Batch, Change, Item, Json, Notice, Stock
    from .inventory import Inventory
    from .manager.categories import Branch
    from .manager.items import Found
    from .manager.locations import Place

type View = dict[str, Any]

MOST_CHANGES_IN_NOTICE: Final = 12
"""Keeps a notice below 2 KB."""

_AS_THEY_ARE: Final = (
    *(
        "id",
        "code",
        "name",
        "description",
        "unit",
        "manufacturer",
        "model",
        "serial_number",
        "currency",
        "vendor",
    ),
    *("vendor_url", "lifetime_warranty", "warranty_notes", "notes", "promoted", "low_stock"),
)


def number(value: Decimal | None) -> float | None:
    """Return a decimal as a JSON number, without a point where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def item_view(inventory: Inventory, item: Item) -> View:
    """Return an item as docs/api.md describes it."""
    view: View = {name: getattr(item, name) for name in _AS_THEY_ARE}
    return view | {
        "quantity": number(item.quantity),
        "minimum_quantity": number(item.minimum_quantity),
        "locations": [_stock_view(inventory, entry) for entry in item.stock],
        "categories": [
            {"id": category_id, "path": inventory.categories.path(category_id)}
            for category_id in item.category_ids
        ],
        "labels": list(item.label_ids),
        "barcodes": list(item.barcodes),
        "purchase_date": item.purchase_date and item.purchase_date.isoformat(),
        "purchase_price": number(item.purchase_price),
        "warranty_until": item.warranty_until and item.warranty_until.isoformat(),
        "custom": dict(item.custom),
        "archived": item.archived_at is not None,
        "created_at": item.created_at.isoformat(),
        "updated_at": item.updated_at.isoformat(),
    }


def found_view(inventory: Inventory, found: Found) -> View:
    """Return an item of a list; with its score if it was searched for."""
    return item_view(inventory, found.item) | {"score": found.score}


def place_view(place: Place) -> View:
    """Return a location as docs/api.md describes it."""
    location = place.location
    return {
        "id": location.id,
        "code": location.code,
        "name": location.name,
        "path": place.path,
        "parent_id": location.parent_id,
        "kind": location.kind.value,
        "capacity": location.capacity,
        "area_id": location.area_id,
        "floor_id": location.floor_id,
        "description": location.description,
        "item_count": place.item_count,
        "child_count": place.child_count,
        "archived": location.archived_at is not None,
        "created_at": location.created_at.isoformat(),
        "updated_at": location.updated_at.isoformat(),
    }


def branch_view(branch: Branch) -> View:
    """Return a category as docs/api.md describes it."""
    category = branch.category
    return {
        "id": category.id,
        "name": category.name,
        "path": branch.path,
        "parent_id": category.parent_id,
        "item_count": branch.item_count,
    }


def batch_view(inventory: Inventory, batch: Batch) -> View:
    """Return a batch as docs/api.md describes it."""
    return {
        "batch": batch.id,
        "at": batch.at.isoformat(),
        "user_id": batch.user_id,
        "source": batch.source,
        "undoes": batch.undoes,
        "undone_by": batch.undone_by,
        "changes": [_change_view(inventory, change) for change in batch.changes],
    }


def notice_view(notice: Notice) -> View:
    """Return what subscribers are told: which records, never what is in them."""
    batch = notice.batch
    records = {(change.kind, change.id): change for change in batch.changes}
    named = [
        {
            "kind": change.kind.value,
            "operation": change.operation.value,
            "id": change.id,
            "item_id": change.item_id,
        }
        for change in list(records.values())[:MOST_CHANGES_IN_NOTICE]
    ]
    return {
        "batch": batch.id,
        "sequence": batch.changes[-1].sequence,
        "user_id": batch.user_id,
        "source": batch.source,
        "count": len(batch.changes),
        "changes": named,
        "truncated": len(records) > len(named),
    }


def _stock_view(inventory: Inventory, entry: Stock) -> View:
    """Return where a part of an item is."""
    return {
        "id": entry.location_id,
        "path": inventory.locations.path(entry.location_id),
        "quantity": number(entry.quantity),
        "best_before": entry.best_before and entry.best_before.isoformat(),
        "lot": entry.lot,
    }


def _change_view(inventory: Inventory, change: Change) -> View:
    """Return one line of history; places are named as they are called today."""
    return {
        "sequence": change.sequence,
        "kind": change.kind.value,
        "operation": change.operation.value,
        "id": change.id,
        "item_id": change.item_id,
        "title": change.title,
        "before": _with_paths(inventory, change.kind, change.before),
        "after": _with_paths(inventory, change.kind, change.after),
    }


def _with_paths(inventory: Inventory, kind: Noun, values: dict[str, Json] | None) -> View | None:
    """Add the path of the place that a change names by its id."""
    key = {Noun.STOCK: "location_id", Noun.LOCATION: "parent_id"}.get(kind)
    if values is None or key not in values:
        return values
    location_id = values[key]
    return values | {
        "location": inventory.locations.path(location_id if isinstance(location_id, str) else None)
    }
