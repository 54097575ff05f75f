"""What a model needs to know about things, places and what happened, and no more; what matters most comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..domain.models import Noun, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..views import View

_NOWHERE: Final = "no place"
_DETAILS: Final = (
    *(
        "aliases",
        "minimum_quantity",
        "low_stock",
        "description",
        "warranty_until",
        "lifetime_warranty",
        "warranty_notes",
    ),
    *("manufacturer", "model", "serial_number", "purchase_date", "purchase_price", "currency", "vendor", "archived"),
)
_LAST: Final = ("notes", "barcodes", "vendor_url")
_DONE: Final = {
    Operation.CREATE: "added",
    Operation.ARCHIVE: "archived",
    Operation.RESTORE: "restored",
    Operation.DELETE: "deleted",
}
_SILENT: Final = {"id", "updated_at"}


def brief_item(item: View) -> View:
    """Return an item as it stands in a list."""
    brief: View = {"name": item["name"], "code": item["code"], "quantity": item["quantity"]}
    if item["unit"]:
        brief["unit"] = item["unit"]
    brief["locations"] = place_names(item)
    if item["loans"]:
        brief["lent"] = [_filled(loan, ("borrower", "quantity", "due_on", "overdue")) for loan in item["loans"]]
    if item["archived"]:
        brief["archived"] = True
    return brief


def place_names(item: View) -> list[View]:
    """Return where an item is, and how much of it; stock without a place is left out."""
    return [{"path": place["path"], "quantity": place["quantity"]} for place in item["locations"] if place["path"]]


def brief_place(place: View) -> View:
    """Return a place as it stands in a list."""
    return {"path": place["path"], "code": place["code"], "kind": place["kind"]}


def brief_device(device: View) -> View:
    """Return a device as it stands in a list; what nobody knows is left out."""
    brief = {"name": device["name"], "status": device["status"]}
    brief |= _filled(device, ("path", "address", "type", "manufacturer", "model"))
    if device["item"]:
        brief["item"] = device["item"]["code"]
    return brief


def told_device(device: View | None) -> View:
    """Return how the device of an item is doing; nothing if it is none."""
    return {} if device is None else {"device": _filled(device, ("name", "status", "address"))}


def detailed_item(item: View, labels: list[str], today: date) -> View:
    """Return an item with everything that is filled in."""
    details = brief_item(item)
    details["locations"] = [_filled(place, ("path", "quantity", "best_before", "lot")) for place in item["locations"]]
    details |= _filled(item, _DETAILS)
    if item["warranty_until"] and not item["lifetime_warranty"]:
        details["under_warranty"] = item["warranty_until"] >= today.isoformat()
    if item["categories"]:
        details["categories"] = [category["path"] for category in item["categories"]]
    if labels:
        details["labels"] = labels
    if item["custom"]:  # names that the household gives have no bounds that a model keeps
        details["other"] = [f"{name}: {value}" for name, value in item["custom"].items()]
    return details | _filled(item, _LAST)


def told_chip(chip: View) -> str:
    """Return how a part of a question was understood."""
    values = " ".join(str(value) for value in chip["placeholders"].values())
    return f"{chip['text']}: {chip['key']} {values}".rstrip()


def told_changes(batch: View, item_id: str | None = None) -> list[str]:
    """Return what a batch has done, in few words; only to one item if it is given."""
    about = [change for change in batch["changes"] if item_id is None or item_id in (change["id"], change["item_id"])]
    return [_told(change) if item_id else f"{change['title']}: {_told(change)}" for change in about]


def _told(change: View) -> str:
    """Return what one line of history says."""
    before, after = change["before"] or {}, change["after"] or {}
    if change["kind"] == Noun.LOAN:
        done = "lent to" if change["operation"] == Operation.CREATE else "given back by"
        return f"{done} {(after or before)['borrower']}"
    if change["kind"] == Noun.STOCK:
        return _told_stock(before, after)
    if change["operation"] != Operation.UPDATE:
        return _DONE[change["operation"]]
    return f"changed {', '.join(name for name in {**before, **after} if name not in _SILENT)}"


def _told_stock(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return what happened to the stock at one place."""
    old, new = before.get("location") or _NOWHERE, after.get("location") or _NOWHERE
    if not before:
        return f"{after['quantity']} put in {new}"
    if not after:
        return f"{before['quantity']} taken out of {old}"
    if old != new:
        return f"{after['quantity']} moved from {old} to {new}"
    return f"{before['quantity']} became {after['quantity']} in {new}"


def _filled(view: View, names: tuple[str, ...]) -> View:
    """Return the fields that say something: not those that are empty or false."""
    return {
        name: view[name] for name in names if view[name] is not None and view[name] is not False and view[name] != []
    }
