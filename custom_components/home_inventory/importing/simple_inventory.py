"""Simple Inventory, an integration of Home Assistant, up to 0.5: its exports in JSON and CSV, what its actions answer, its old store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ..domain.imports import Target
from .place_rows import PlaceRows
from .records import Record, id_of, record_table, records_of, text_of
from .reshaping import names_of, reshaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .documents import Document
    from .reshaping import Cells
    from .tables import Table

_STORE: Final = "simple_inventory."
_TARGETS: Final[Mapping[str, Target]] = {
    "name": Target.NAME,
    "place": Target.LOCATION,
    "location": Target.LOCATION,
    "description": Target.DESCRIPTION,
    "quantity": Target.QUANTITY,
    "unit": Target.UNIT,
    "price": Target.PURCHASE_PRICE,
    "category": Target.CATEGORIES,
    "expiry_date": Target.BEST_BEFORE,
    "auto_add_to_list_quantity": Target.MINIMUM_QUANTITY,
    "barcodes": Target.BARCODES,
    "id": Target.REFERENCE,
}
_TITLES: Final[Mapping[str, str]] = {
    "id": "Simple Inventory reference",
    "expiry_alert_days": "Days of warning before it expires",
    "auto_add_enabled": "Put on the to-do list by itself",
    "desired_quantity": "Desired quantity",
    "todo_list": "To-do list",
    "also at": "Also at",
}
_COLUMNS: Final = (
    "name", "place", "description", "quantity", "unit", "price", "category", "expiry_date", "expiry_alert_days",
    "auto_add_enabled", "auto_add_to_list_quantity", "desired_quantity", "todo_list", "barcodes", "also at", "id",
)  # fmt: skip
_NOISE: Final = frozenset(("auto_add_id_to_description_enabled", "todo_quantity_placement"))
"""How lines on a to-do list look there."""
_ZERO_IS_NOTHING: Final = frozenset(
    ("price", "auto_add_to_list_quantity", "desired_quantity", "expiry_alert_days", "auto_add_enabled")
)
_SIGNS: Final = frozenset(("auto_add_enabled", "auto_add_to_list_quantity", "todo_list", "expiry_alert_days"))
_ENOUGH: Final = 2
"""So many of its own words tell its items from those of others."""


@dataclass(frozen=True, slots=True)
class _Inventory:
    """One of its inventories: each is a place here."""

    id: str
    name: str
    description: str
    items: tuple[Record, ...]


def is_simple_inventory(names: frozenset[str]) -> bool:
    """Return whether columns with these names are of its CSV."""
    return "name" in names and len(names & _SIGNS) >= _ENOUGH


def is_simple_inventory_document(document: Document) -> bool:
    """Return whether files are its exports, answers, or its store."""
    return any(next(_inventories(found), None) is not None for found in document.values())


def simple_inventory_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold."""
    return {column: _TARGETS.get(column.casefold(), Target.CUSTOM) for column in columns}


def simple_inventory_title(column: str) -> str:
    """Return how a field of the household's own is called."""
    return _TITLES.get(column.casefold(), column)


def simple_inventory_is_empty(column: str, text: str) -> bool:
    """Return whether a cell says that there is nothing."""
    return column.casefold() in _ZERO_IS_NOTHING and text.casefold() in ("0", "0.0", "0.00", "false")


def simple_inventory_tidy(table: Table) -> Table:
    """Return a table of its CSV in which things have one place: of the others it does not say how much is there."""
    if "location" not in names_of(table):
        return table
    added: dict[str, Callable[[Cells], str]] = {
        "place": lambda row: row("location").partition(", ")[0].replace(" / ", "/"),
        "also at": lambda row: row("location").partition(", ")[2],
        "category": lambda row: "\n".join(row("category").split(", ")),
        "barcodes": lambda row: "\n".join(row("barcodes").split(", ")),
    }
    if "auto_add_enabled" in names_of(table):
        added["auto_add_enabled"] = lambda row: "true" if row("auto_add_enabled").casefold() in ("1", "true") else ""
    return reshaped(table, added, without={"location", *_NOISE})


def simple_inventory_table(document: Document) -> Table:
    """Return the items of all inventories, each inventory a place. Raises ImportEmptyError, ImportTooManyRowsError."""
    places = PlaceRows()
    rows: list[tuple[int, Mapping[str, str]]] = []
    for found in document.values():
        for inventory in _inventories(found):
            if inventory.name:
                places.add(len(rows) + 1, (inventory.name,), inventory.description)
            rows += [(len(rows) + number, _row(inventory, item)) for number, item in enumerate(inventory.items, 1)]
    return replace(record_table(rows, _COLUMNS, places.rows), rejected=places.rejected)


def _inventories(found: Any) -> Iterator[_Inventory]:
    """Give the inventories of one file, in whatever form it is."""
    if isinstance(found, list):
        found = {"items": found}
    if not isinstance(found, dict):
        return
    data = found.get("data")
    if isinstance(data, dict):
        if text_of(found.get("key")).startswith(_STORE):
            yield from _stored(data.get("inventories"))
        elif "format" in found:
            yield from _inventories(data)
        return
    for inventory in records_of(found.get("inventories")):
        if "inventory_name" in inventory:
            yield _made(
                inventory.get("inventory_id"), inventory.get("inventory_name"), inventory, inventory.get("items")
            )
    about = found.get("inventory")
    items = records_of(found.get("items"))
    if isinstance(about, dict) and "items" in found:
        yield _made(about.get("id"), about.get("name"), about, found["items"])
    elif any(len(_SIGNS & item.keys()) >= _ENOUGH for item in items):
        yield _made(None, None, {}, items)


def _stored(inventories: Any) -> Iterator[_Inventory]:
    """Give the inventories of the store, in which items are by their names."""
    for inventory_id, inventory in inventories.items() if isinstance(inventories, dict) else ():
        if isinstance(inventory, dict):
            by_name = inventory.get("items")
            pairs = by_name.items() if isinstance(by_name, dict) else ()
            items = [
                {"name": name, "id": f"{inventory_id}/{name}", **item} for name, item in pairs if isinstance(item, dict)
            ]
            yield _made(inventory_id, inventory.get("name") or inventory_id, inventory, items)


def _made(inventory_id: Any, name: Any, about: Record, items: Any) -> _Inventory:
    """Return an inventory."""
    title = " ".join(text_of(name).split())
    return _Inventory(id_of(inventory_id), title, text_of(about.get("description")), tuple(records_of(items)))


def _row(inventory: _Inventory, item: Record) -> dict[str, str]:
    """Return the cells of an item."""
    row = {name: text_of(item.get(name)) for name in _COLUMNS}
    places = _words(item.get("locations")) or _words(item.get("location"))
    path = (inventory.name, *places[:1])
    row["place"] = " / ".join(name.replace(" / ", "/") for name in path if name)
    row["also at"] = ", ".join(places[1:])
    row["category"] = "\n".join(_words(item.get("categories")) or _words(item.get("category")))
    row["barcodes"] = "\n".join(_words(item.get("barcodes")))
    return row


def _words(value: Any) -> list[str]:
    """Return the texts of a list, or a single one."""
    texts = map(text_of, value) if isinstance(value, list) else [text_of(value)]
    return [text for text in texts if text]
