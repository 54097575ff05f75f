"""How what has happened is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .output import amount, in_line, moment, plain, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.table import Table

_DONE: Final = {
    "create": "added",
    "update": "changed",
    "archive": "archived",
    "restore": "brought back",
    "delete": "deleted",
}
_LONGEST: Final = 40
_MOST: Final = 4
"""Sentences about one batch; an import has thousands."""


def batch_table(batches: Iterable[dict[str, Any]], names: Mapping[str, str]) -> Table:
    """Return what has happened, a line for each batch; `names` are those of users by id."""
    return table(
        batches,
        {
            "When": lambda batch: moment(batch["at"]),
            "Who": lambda batch: names.get(batch["user_id"] or "", batch["user_id"] or batch["source"]),
            "What": in_short,
            "Batch": lambda batch: batch["batch"],
        },
    )


def in_short(batch: dict[str, Any]) -> str:
    """Return what a batch did, and whether it was taken back."""
    before, after = "undo: " * bool(batch["undoes"]), " (taken back)" * bool(batch["undone_by"])
    return before + deeds(batch) + after


def deeds(batch: dict[str, Any]) -> str:
    """Return what a batch did, of much the first."""
    told = sentences(batch)
    shown = told[:_MOST] + ([f"and {len(told) - _MOST:,} more"] if len(told) > _MOST else [])
    return "; ".join(shown)


def sentences(batch: dict[str, Any]) -> list[str]:
    """Return what a batch did, in sentences; of a new item it is not said again where it was put."""
    new = {change["id"] for change in batch["changes"] if change["kind"] == "item" and change["operation"] == "create"}
    changes = [change for change in batch["changes"] if change["kind"] != "stock" or change["item_id"] not in new]
    return [f"{in_line(change['title'])} {_deed(change)}" for change in changes]


def _deed(change: dict[str, Any]) -> str:
    """Return what a change did."""
    before, after = change["before"] or {}, change["after"] or {}
    if change["kind"] == "stock":
        return _stock(before, after)
    if change["kind"] == "loan":
        return _loan(before, after)
    if change["operation"] != "update":
        return _DONE[change["operation"]]
    if "parent_id" in before and "location" in before:
        return f"moved from {_short(before['location'])} to {_short(after.get('location'))}"
    return "changed: " + ", ".join(_field(name, before, after) for name in sorted({*before, *after}))


def _field(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return how a field has changed; ids of other records say nothing to anybody."""
    words = name.replace("_", " ")
    if name.endswith(("_id", "_ids")) or isinstance(after.get(name), dict):
        return words.removesuffix(" ids").removesuffix(" id")
    return f"{words} {_short(before.get(name))} → {_short(after.get(name))}"


def _stock(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return how the stock has changed at a place."""
    if before and after and before.get("location") != after.get("location"):
        return f"moved from {_short(before.get('location'))} to {_short(after.get('location'))}"
    was, now = float(before.get("quantity") or 0), float(after.get("quantity") or 0)
    at = (after or before).get("location")
    return f"{amount(was)} → {amount(now)}" + (f" in {_short(at)}" if at else "")


def _loan(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return who got it, or has brought it back."""
    borrower = plain((after or before).get("borrower"))
    if before and after:
        return f"partly back from {borrower}"
    return f"lent to {borrower}" if after else f"back from {borrower}"


def _short(value: object) -> str:
    """Return a value as a few words."""
    text = in_line(value) or "-"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
