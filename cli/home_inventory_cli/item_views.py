"""How items look on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .output import amount, details, moment, money, plain, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType
    from rich.table import Table


def places(item: dict[str, Any]) -> str:
    """Return where an item is, with how much when it is at several places."""
    entries = item["locations"]
    if len(entries) == 1:
        return plain(entries[0]["path"]) or "-"
    return ", ".join(f"{plain(entry['path']) or '-'} ({amount(entry['quantity'])})" for entry in entries)


def _loans(item: dict[str, Any]) -> str:
    return ", ".join(
        plain(loan["borrower"])
        + (f" until {loan['due_on']}" if loan["due_on"] else "")
        + (" (overdue)" * loan["overdue"])
        for loan in item["loans"]
    )


def _quantity(item: dict[str, Any]) -> str:
    return amount(item["quantity"], item["unit"])


def _price(item: dict[str, Any]) -> str:
    return money(item["purchase_price"], item["currency"])


def _warranty(item: dict[str, Any]) -> str:
    return "for life" if item["lifetime_warranty"] else plain(item["warranty_until"])


def _categories(item: dict[str, Any]) -> str:
    return plain([category["path"] for category in item["categories"]])


COLUMNS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "code": lambda item: item["code"],
    "name": lambda item: item["name"],
    "quantity": _quantity,
    "place": places,
    "category": _categories,
    "manufacturer": lambda item: item["manufacturer"],
    "model": lambda item: item["model"],
    "serial_number": lambda item: item["serial_number"],
    "price": _price,
    "vendor": lambda item: item["vendor"],
    "purchased": lambda item: item["purchase_date"],
    "warranty": _warranty,
    "minimum": lambda item: item["minimum_quantity"],
    "lent": _loans,
    "barcodes": lambda item: item["barcodes"],
    "labels": lambda item: item["labels"],
    "updated": lambda item: moment(item["updated_at"]),
    "id": lambda item: item["id"],
}
_TITLES: Final = {"serial_number": "Serial number", "id": "Id"}
_NUMBERS: Final = {"quantity", "price", "minimum"}


def _title(name: str) -> str:
    return _TITLES.get(name, name.capitalize())


def item_table(items: Iterable[dict[str, Any]], columns: Sequence[str]) -> Table:
    """Return items as a table with these columns."""
    return table(items, {_title(name): COLUMNS[name] for name in columns}, [_title(name) for name in _NUMBERS])


def remaining(shown: int, total: int, offset: int) -> str:
    """Return how much of a list was shown."""
    if offset + shown >= total:
        return f"{total} in all."
    return f"{shown} of {total}. --all shows all, --offset {offset + shown} goes on."


def all_of_item(item: dict[str, Any]) -> Iterable[RenderableType]:
    """Return all that is known about an item."""
    yield details(
        [
            ("Name", item["name"]),
            ("Code", item["code"]),
            ("Other names", item["aliases"]),
            ("Description", item["description"]),
            ("Quantity", _quantity(item) + (" (low)" if item["low_stock"] else "")),
            ("Minimum", amount(item["minimum_quantity"], item["unit"])),
            ("Place", _stock(item)),
            ("Lent", _loans(item)),
            ("Categories", _categories(item)),
            ("Labels", item["labels"]),
            ("Maker", item["manufacturer"]),
            ("Model", item["model"]),
            ("Serial number", item["serial_number"]),
            ("Barcodes", item["barcodes"]),
            ("Bought", item["purchase_date"]),
            ("Price", _price(item)),
            ("Vendor", item["vendor"]),
            ("Page", item["vendor_url"]),
            ("Warranty", _warranty(item)),
            ("About it", item["warranty_notes"]),
            *((name, value) for name, value in item["custom"].items()),
            ("Notes", item["notes"]),
            ("Archived", item["archived"] or None),
            ("Added", moment(item["created_at"])),
            ("Changed", moment(item["updated_at"])),
            ("Id", item["id"]),
        ]
    )


def _stock(item: dict[str, Any]) -> str:
    """Return where an item is, a line for each place and lot."""
    if len(item["locations"]) == 1 and not any(item["locations"][0][name] for name in ("lot", "best_before")):
        return places(item)
    lines = []
    for entry in item["locations"]:
        more = [f"lot {entry['lot']}"] if entry["lot"] else []
        more += [f"best before {entry['best_before']}"] if entry["best_before"] else []
        lines.append(f"{plain(entry['path']) or '-'}: {', '.join([amount(entry['quantity'], item['unit']), *more])}")
    return "\n".join(lines)


def done(word: str) -> Callable[[dict[str, Any]], Iterable[RenderableType]]:
    """Return what says that something was done with an item."""

    def render(answer: dict[str, Any]) -> Iterable[RenderableType]:
        item = answer["item"]
        yield plain(f"{item['name']} ({item['code']}) {word}: {_quantity(item)}, {places(item)}")

    return render
