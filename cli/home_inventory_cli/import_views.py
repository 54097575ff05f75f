"""How a file looks before and after it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .output import amount, in_line, plain, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

_MOST: Final = 50
"""Rows of the preview."""


def preview_parts(preview: dict[str, Any]) -> Iterable[RenderableType]:
    """Return what a file is and what it would do."""
    yield f"{preview['rows']} rows, format {preview['format']} ({preview['kind']})"
    if complete := (preview["answer"] or {}).get("complete"):
        yield _complete(complete)
    if columns := preview["columns"]:
        yield table(
            columns,
            {
                "Column": lambda column: column["name"],
                "Holds": lambda column: column["target"] or "(left out)",
                "For example": lambda column: column["examples"],
            },
        )
    answer = preview["answer"]
    if answer is None:
        yield f"Words for --map: {', '.join(preview['targets'])}"
        return
    yield ""
    yield from _entries(answer)
    yield from _remarks("Can't be taken", answer["rejected"], answer["counts"]["rejected"])
    yield from _remarks("Left out", answer.get("remarks", ()), answer["counts"].get("remarks", 0))
    yield counts_of(answer["counts"])


def _complete(found: dict[str, Any]) -> str:
    """Return what a complete export holds and what is done with it."""
    parts = ", ".join(f"{found[name]} {name}" for name in ("items", "locations", "categories", "devices", "batches"))
    ways = {"restore": "nothing is in use here yet, so all becomes as it was", "merge": "what differs is changed"}
    return f"A complete export ({parts}): {ways.get(found['way'], found['way'])}."


def _entries(answer: dict[str, Any]) -> Iterable[RenderableType]:
    """Return the first of what is new or different."""
    entries, counts = answer["entries"][:_MOST], answer["counts"]
    if not entries:
        return
    yield table(
        entries,
        {
            "Line": lambda entry: entry["line"],
            "": lambda entry: entry["kind"],
            "Name": lambda entry: entry["name"],
            "Quantity": lambda entry: amount(entry["quantity"]),
            "Place": lambda entry: entry["place"],
            "Fields": lambda entry: entry["fields"] if entry["kind"] == "updated" else "",
        },
        ["Line", "Quantity"],
    )
    yield from _more(counts["new"] + counts["updated"] - len(entries))
    yield ""


def _remarks(title: str, remarks: Iterable[dict[str, Any]], count: int) -> Iterable[RenderableType]:
    """Return the first of the rows that something is wrong with."""
    shown = list(remarks)[:_MOST]
    if not shown:
        return
    yield f"{title}:"
    for remark in shown:
        yield f"  line {remark['line']}  {in_line(remark['name'])}  {in_line(remark['message'])}"
    yield from _more(count - len(shown))
    yield ""


def _more(count: int) -> Iterable[str]:
    """Return how many more there are than are shown."""
    if count > 0:
        yield f"… and {count} more"


def counts_of(counts: dict[str, Any]) -> str:
    """Return how much there is to do."""
    words = ("new", "updated", "unchanged", "rejected")
    more = [f"{counts[name]} new {name}" for name in ("places", "categories") if counts.get(name)]
    return ", ".join([*(f"{counts[word]} {word}" for word in words if counts[word] or word == "new"), *more])


def what_was_done(answer: dict[str, Any]) -> str:
    """Return what became of a file."""
    if answer["batch"] is None:
        return "Nothing was changed: all of it is there already."
    return f"Imported: {counts_of(answer['counts'])}. `inv undo {plain(answer['batch'])}` takes it back."
