"""Grocy, versions 2 to 4: the answers of its REST interface, kept as files or asked for at once.

They are called as the objects there: `products`, `stock`, `locations` and so on; see `grocy_server.OBJECTS`. Version 4 writes
numbers as numbers, older ones as texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..domain.imports import PlaceRow, Target
from .errors import ImportPartMissingError
from .grocy_products import Products
from .grocy_rest import other_rows, remarks_of_the_rest
from .markup import plain
from .records import by_id, is_yes, record_table, records_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .documents import Document
    from .records import Record
    from .tables import Table

_USERFIELD: Final = "userfields."
GROCY_COLUMNS: Final[Mapping[str, Target]] = {
    "name": Target.NAME,
    "reference": Target.REFERENCE,
    "description": Target.DESCRIPTION,
    "group": Target.CATEGORIES,
    "location": Target.LOCATION,
    "amount": Target.QUANTITY,
    "unit": Target.UNIT,
    "best_before_date": Target.BEST_BEFORE,
    "note": Target.LOT,
    "min_stock_amount": Target.MINIMUM_QUANTITY,
    "price": Target.PURCHASE_PRICE,
    "purchased_date": Target.PURCHASE_DATE,
    "store": Target.VENDOR,
    "barcode": Target.BARCODES,
    "archived": Target.ARCHIVED,
}
_TITLES: Final[Mapping[str, str]] = {
    "reference": "Grocy reference",
    "parent_product": "Variant of",
    "default_best_before_days": "Usually good for (days)",
    "calories": "Calories per unit",
    "tare_weight": "Tare weight",
    "exact_price": "Exact price",
    "shopping_list": "On the shopping list",
    "used_in": "Used in",
    "charge_interval_days": "Charge every (days)",
}


def grocy_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold."""
    return {column: GROCY_COLUMNS.get(column, Target.CUSTOM) for column in columns}


def grocy_title(column: str) -> str:
    """Return how a column is called where people see it; userfields have the captions that people gave them."""
    return _TITLES.get(column) or column.removeprefix(_USERFIELD)


def is_grocy(document: Document) -> bool:
    """Return whether files are answers of Grocy."""
    lists = dict(_lists(document))
    return any("qu_id_stock" in each for each in lists.get("products", [])[:50]) or any(
        {"product_id", "best_before_date"} <= each.keys() and ("stock_id" in each or "amount_aggregated" in each)
        for each in lists.get("stock", [])[:50]
    )


def grocy_table(document: Document) -> Table:
    """Return the products with their lots, batteries and equipment as one table. Raises ImportPartMissingError."""
    lists = dict(_lists(document))
    if "products" not in lists and "product" in next(iter(lists["stock"]), {}):
        lists["products"] = records_of([each.get("product") for each in lists["stock"]])
    for needed in ("products", "stock"):
        if needed not in lists:
            raise ImportPartMissingError(needed)
    places = _places(lists.get("locations", []))
    products = Products(lists)
    rows = [*products.rows(), *other_rows(lists)]
    numbered = list(enumerate((row for row, _ in rows), 1))
    remarks = [remark for number, (row, tell) in enumerate(rows, 1) for remark in tell(number, row["name"])]
    remarks += remarks_of_the_rest(lists, len(rows) + 1)
    return record_table(numbered, [*GROCY_COLUMNS, *_TITLES], places, remarks)


def _lists(document: Document, depth: int = 0) -> Iterator[tuple[str, list[Record]]]:
    """Give the lists of objects by what they are lists of, from files of any folder or from one object with all of them."""
    for name, content in document.items():
        if isinstance(content, dict) and depth < 3:  # noqa: PLR2004 - {"api": {"objects": {…}}} in a file is the deepest
            yield from _lists(content, depth + 1)
        elif isinstance(content, list):
            records = records_of(content)
            called = str(name).rstrip("/").rsplit("/", 1)[-1].removesuffix(".json").casefold()
            yield called or _guessed(records), records


def _guessed(records: list[Record]) -> str:
    """Return of what a list is that has no name."""
    first: Mapping[str, Any] = next(iter(records), {})
    return "products" if "qu_id_stock" in first else "stock" if "product_id" in first else ""


def _places(locations: list[Record]) -> list[PlaceRow]:
    """Return the places; of a freezer it is said that it is one."""
    return [
        PlaceRow(
            line=number,
            path=(" ".join(text_of(each.get("name")).split())[:255],),
            description="\n".join(
                filter(None, (plain(text_of(each.get("description"))), "Freezer" * is_yes(each.get("is_freezer"))))
            )[:4000],
        )
        for number, each in enumerate(by_id(locations).values(), 1)
        if text_of(each.get("name")) and not _is_put_away(each)
    ]


def _is_put_away(record: Record) -> bool:
    """Return whether somebody has switched a record off."""
    return "active" in record and not is_yes(record["active"])
