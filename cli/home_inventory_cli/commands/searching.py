"""One search for items, places and devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .. import completion
from ..command import PAGING, argument, command, flag, option
from ..filters import FILTERS
from ..item_views import places, remaining
from ..output import table, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer

    from ..session import Session

_KINDS: Final = ("item", "location", "device")


def _name(result: dict[str, Any]) -> object:
    return _record(result)["name"]


def _record(result: dict[str, Any]) -> dict[str, Any]:
    """Return what was found; kinds that come later have names as well."""
    found: dict[str, Any] = result.get(result["type"]) or {"name": result["id"]}
    return found


def _where(result: dict[str, Any]) -> object:
    if result["type"] == "item":
        return places(result["item"])
    return _record(result).get("path")


def _more(result: dict[str, Any]) -> object:
    """Return how the device is doing that was found, or that an item is."""
    device = result.get("device")
    return device and f"{device['status']} {device['address'] or ''}".strip()


_COLUMNS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Kind": lambda result: result["type"],
    "Code": lambda result: _record(result).get("code"),
    "Name": _name,
    "Place": _where,
    "Device": _more,
}


def add_search(root: typer.Typer) -> None:
    """Offer `search` at the top."""

    @command(
        root,
        "search",
        argument("query", "Words or a question, as “where is my drill”; - reads them.", many=True, metavar="WORDS"),
        *FILTERS,
        option(
            "types", f"{', '.join(_KINDS)}; all unless given.", "--type", many=True, complete=completion.words(*_KINDS)
        ),
        flag("facets", "What the items have in common, in the answer as JSON."),
        *PAGING,
        rich_help_panel="Items and places",
    )
    def search(session: Session, given: dict[str, Any]) -> None:
        """Find items, places and devices by whatever words come to mind."""
        from ..lines import lines_of  # noqa: PLC0415 - only here

        everything, limit = given.pop("all", False), given.pop("limit", None)
        given["query"] = " ".join(lines_of(" ".join(given["query"])))
        answer = session.page("search", "results", limit=limit, everything=everything, **given)
        session.answer(answer, lambda found: [table(found["results"], _COLUMNS)])
        if not session.as_json:
            if answer["did_you_mean"]:
                tell(f"Did you mean: {answer['did_you_mean']}")
            tell(remaining(len(answer["results"]), answer["total"], given.get("offset", 0)))
